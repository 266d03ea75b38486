/**
 * One office over two years, by its command: decisions come late, are corrected, withdrawn and overturned, two persons turn out to be
 * one and one to be two, a code moves, a rule changes, a person is erased. After every step every edition holds.
 */
import {afterAll, beforeAll, expect, test} from 'vitest';
import {recordNumber} from '#concepts/record-number';
import {changesOf, expectEditionsToHold, expectReasonsToSum} from './editions-hold.ts';
import {type Answer, decision, type Row, releaseOf, type SmallOffice, smallOffice, textOf} from './small-office.ts';

let office: SmallOffice;
const rows = new Map<string, Row>();
beforeAll(async () => {
  office = await smallOffice('scripted');
}, 60_000);
afterAll(() => office.remove());

const release = (year: number, ...rest: readonly string[]) => releaseOf(office, year, ...rest);
const step = (name: string, run: () => Promise<void>) => test(name, run, 60_000);

/** The person whose decision is on that day: persons are numbered as they came. */
async function decided(person: number, day: string): Promise<{readonly record: string; readonly fact: string}> {
  const record = String(recordNumber(person));
  const {facts} = await office.done('why', record);
  const found = facts.find(({fact}: Answer) => fact.kind === 'assessment' && fact.on === day);
  return {record, fact: String(found.id)};
}

step('2012 is released', async () => {
  office.at('2013-01-10T09:00:00Z');
  rows.set('A-1', decision('900001', '05-05-2011', 'Prostitution'));
  rows.set('A-2', decision('900002', '06-06-2011', 'Tvangsarbejde', 'Mand'));
  rows.set('B-1', decision('900003', '01-02-2012', 'Prostitution'));
  rows.set('B-2', decision('900004', '01-03-2012', 'Skunkproduktion', 'Mand'));
  rows.set('B-3', decision('900005', '01-04-2012', 'Narkosalg', 'Mand'));
  rows.set('B-4', decision('900002', '01-05-2012', 'Tvangsarbejde', 'Mand'));
  await office.receive(rows);
  office.at('2013-02-01T09:00:00Z');
  const released = await release(2012);
  expect(textOf(released, 'en')).toContain('No earlier edition');
  expect(await expectEditionsToHold(office)).toBe(0);
});

step('a decision of 2012 comes late', async () => {
  office.at('2013-05-02T09:00:00Z');
  rows.set('B-5', decision('900006', '20-12-2012', 'Prostitution'));
  await office.receive(rows);
  expect(await changesOf(office, '2012-internal-1', 'persons-by-exploitation')).toEqual({
    prostitution: {is: 1, 'late-decision': 1},
    all: {is: 1, 'late-decision': 1},
  });
  expect(await expectEditionsToHold(office)).toBeGreaterThan(0);
});

step('2013 is released', async () => {
  office.at('2014-01-10T09:00:00Z');
  rows.set('C-1', decision('900007', '01-03-2013', 'Prostitution'));
  rows.set('C-2', decision('900007', '01-09-2013', 'Narkosalg'));
  rows.set('C-3', decision('900008', '02-03-2013', 'Skunkproduktion', 'Mand'));
  rows.set('C-4', decision('900009', '03-03-2013', 'Narkosalg', 'Mand'));
  rows.set('C-5', decision('900010', '02-01-2013', 'Tvangsarbejde', 'Mand'));
  rows.set('C-6', decision('900011', '05-03-2013', 'Prostitution'));
  rows.set('C-7', decision('900012', '06-03-2013', 'Prostitution'));
  rows.set('C-8', decision('900013', '07-03-2013', 'Prostitution'));
  rows.set('C-9', decision('900014', '08-04-2013', 'Prostitution'));
  rows.set('C-10', decision('900015', '12-02-2013', 'Prostitution'));
  rows.set('C-11', decision('900015', '12-08-2013', 'Tvangsarbejde'));
  await office.receive(rows);
  office.at('2014-02-01T09:00:00Z');
  const released = await release(2013);
  expect(textOf(released, 'en')).toContain(
    'for 2012, the latest edition with that year had 4 and this edition has 5. The difference is due to late decisions (+1).',
  );
  expect(textOf(released, 'da')).toContain(
    'for 2012 stod der 4 i den seneste udgave med dette år, og der står 5 i denne. Forskellen skyldes sene afgørelser (+1).',
  );
  await expectEditionsToHold(office);
});

step('the agency corrects: a decision has another day, a row is gone', async () => {
  office.at('2014-03-03T09:00:00Z');
  rows.set('C-5', decision('900010', '28-12-2012', 'Tvangsarbejde', 'Mand'));
  rows.delete('C-6');
  expect((await office.receive(rows)).rows).toMatchObject({changed: 1, withdrawn: 1});
  expect(await changesOf(office, '2013-internal-1', 'persons-by-exploitation')).toEqual({
    prostitution: {is: -1, correction: -1},
    'forced-labour': {is: -1, correction: -1},
    all: {is: -2, correction: -2},
  });
  expect(await changesOf(office, '2012-internal-1', 'persons-by-exploitation')).toEqual({
    prostitution: {is: 1, 'late-decision': 1},
    'forced-labour': {is: 1, correction: 1},
    all: {is: 2, 'late-decision': 1, correction: 1},
  });
  await expectEditionsToHold(office);
});

step('a court overturns', async () => {
  office.at('2014-03-17T09:00:00Z');
  const {record, fact} = await decided(12, '2013-03-06');
  const set = ['on=2014-03-14', `of=${fact}`, 'ground=registration-error'].flatMap((one) => ['--set', one]);
  await office.done('add', 'reversal', record, ...set);
  expect(await changesOf(office, '2013-internal-1', 'persons-by-exploitation')).toMatchObject({
    prostitution: {is: -2, correction: -1, overturned: -1},
    all: {is: -3, correction: -2, overturned: -1},
  });
  await expectEditionsToHold(office);
});

step('two persons turn out to be one', async () => {
  office.at('2014-04-01T09:00:00Z');
  rows.set('C-9', decision('900013', '08-04-2013', 'Prostitution'));
  await office.receive(rows);
  expect(await changesOf(office, '2013-internal-1', 'persons-by-exploitation')).toMatchObject({
    prostitution: {is: -3, correction: -1, overturned: -1, 'identity-decision': -1},
    all: {is: -4, correction: -2, overturned: -1, 'identity-decision': -1},
  });
  await expectEditionsToHold(office);
});

// Forced labour loses one and gains one: it does not differ.
step('a person turns out to be two', async () => {
  office.at('2014-04-02T09:00:00Z');
  rows.set('C-11', decision('900016', '12-08-2013', 'Tvangsarbejde'));
  await office.receive(rows);
  expect(await changesOf(office, '2013-internal-1', 'persons-by-exploitation')).toEqual({
    prostitution: {is: -3, correction: -1, overturned: -1, 'identity-decision': -1},
    all: {is: -3, correction: -2, overturned: -1},
  });
  await expectEditionsToHold(office);
});

step('a code moves', async () => {
  office.at('2014-05-01T09:00:00Z');
  office.edit('codelists/exploitation.csv', (text) =>
    text.replace(/^drug-sales,criminal-acts,2007,,(.*)$/m, (_, rest) =>
      ['drug-sales,criminal-acts,2007,2012', 'drug-sales,forced-labour,2013,']
        .map((row) => `${row},${rest}`)
        .join('\n'),
    ),
  );
  expect(await changesOf(office, '2013-internal-1', 'persons-by-exploitation')).toMatchObject({
    'forced-labour': {is: 1, correction: -1, 'identity-decision': 1, reclassification: 1},
    'criminal-acts': {is: -1, reclassification: -1},
    all: {is: -3, correction: -2, overturned: -1},
  });
  await expectEditionsToHold(office);
});

step('a rule changes', async () => {
  office.at('2014-05-02T09:00:00Z');
  const since2013 =
    '  - {id: last-positive, since: 2013, source: {title: The office, at: May 2014}, parameters: {take: last}}';
  office.edit('rules.yaml', (text) =>
    text.replace(/(- id: first-positive\n {4}since: 2007\n)(.*?)(?=reversal:)/s, `$1    until: 2012\n$2${since2013}\n`),
  );
  // The person who was to become two counts by the later of both decisions from the first step on.
  expect(await changesOf(office, '2013-internal-1', 'persons-by-exploitation')).toEqual({
    prostitution: {is: -4, correction: -1, overturned: -1, 'rule-change': -2},
    'forced-labour': {is: 2, correction: -1, reclassification: 1, 'rule-change': 2},
    'criminal-acts': {is: -1, reclassification: -1},
    all: {is: -3, correction: -2, overturned: -1},
  });
  await expectEditionsToHold(office);
});

step('2013 is released again, as a correction', async () => {
  office.at('2014-06-02T09:00:00Z');
  const erratum = ['--erratum', 'da=To filer blev rettet.', '--erratum', 'en=Two files were corrected.'];
  const released = await release(2013, '--corrects', '2013-internal-1', ...erratum);
  expect(released).toMatchObject({edition: '2013-internal-2', corrects: {edition: '2013-internal-1'}});
  const {editions} = await office.done('editions');
  expect(editions).toMatchObject([
    {edition: '2012-internal-1', state: 'released'},
    {edition: '2013-internal-1', state: 'corrected', correctedBy: '2013-internal-2'},
    {edition: '2013-internal-2', state: 'released'},
  ]);
  const says = textOf(released, 'en');
  expect(says).toContain('Correction. This edition replaces the edition 2013-internal-1. Two files were corrected.');
  // Of the late decision, 2013-internal-1 has told.
  expect(says).toContain('had 5 and this edition has 6. The difference is due to corrections (+1).');
  expect(says).toContain(
    'had 9 and this edition has 6. The difference is due to overturned decisions (−1) and corrections (−2).',
  );
  await expectEditionsToHold(office);
  expect(await expectReasonsToSum(office, editions[1], '2013-internal-2')).toBeGreaterThan(0);
});

step('a person is erased', async () => {
  office.at('2014-09-01T09:00:00Z');
  await office.done('erase', String(recordNumber(9)), '--reason', 'request of 28 August', '--yes');
  expect(await changesOf(office, '2013-internal-2', 'persons-by-exploitation')).toEqual({});
  await expectEditionsToHold(office);
});

step('2014 is released, and tells of all years before', async () => {
  office.at('2015-01-12T09:00:00Z');
  rows.set('D-1', decision('900017', '03-03-2014', 'Prostitution'));
  rows.set('D-2', decision('900008', '04-04-2014', 'Narkosalg', 'Mand'));
  rows.set('C-12', decision('900018', '30-12-2013', 'Prostitution'));
  await office.receive(rows);
  office.at('2015-02-02T09:00:00Z');
  const says = textOf(await release(2014), 'en');
  expect(says).toContain(
    'for 2013, the latest edition with that year had 6 and this edition has 7. The difference is due to late decisions (+1).',
  );
  // What became of 2012 since its own edition, the second one of 2013 has told.
  expect(says).toContain(
    'for 2007–2009 and 2011–2012, the figure is the same as in the latest edition with that year.',
  );
  await expectEditionsToHold(office);
  const {editions} = await office.done('editions');
  expect(editions.map(({edition}: Answer) => edition)).toEqual([
    '2012-internal-1',
    '2013-internal-1',
    '2013-internal-2',
    '2014-internal-1',
  ]);
});
