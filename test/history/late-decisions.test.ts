/** Where the profile holds a year closed once its first edition is out: what is decided in it and known later is told apart. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {readFigures} from '#production/frozen-figures';
import {changesOf, expectEditionsToHold} from './editions-hold.ts';
import {type Answer, decision, type Row, releaseOf, type SmallOffice, smallOffice, textOf} from './small-office.ts';

let office: SmallOffice;
const rows = new Map<string, Row>();
beforeAll(async () => {
  office = await smallOffice('late');
  office.edit('rules.yaml', (text) => text.replace('{policy: revise}', '{policy: next-edition}'));
  rows.set('A-1', decision('900001', '05-05-2011', 'Prostitution'));
  rows.set('B-1', decision('900002', '01-02-2012', 'Prostitution'));
  rows.set('B-2', decision('900003', '01-03-2012', 'Skunkproduktion', 'Mand'));
  await office.receive(rows);
  office.at('2013-02-01T09:00:00Z');
  await releaseOf(office, 2012);
}, 60_000);
afterAll(() => office.remove());

const cellsOf = ({folder}: Answer, table: string) =>
  Object.fromEntries(
    (readFigures(readFileSync(join(folder, 'figures.json'))) ?? [])
      .filter((one) => one.table === table)
      .flatMap(({cells}) => cells.map(({codes, told}) => [codes.join('.'), told])),
  );

test('the closed year stays as it was; they are told apart, and are persons of no other year', async () => {
  office.at('2014-01-10T09:00:00Z');
  rows.set('B-3', decision('900004', '20-12-2012', 'Prostitution'));
  rows.set('B-4', decision('900005', '21-12-2012', 'Prostitution'));
  rows.set('C-1', decision('900006', '05-05-2013', 'Prostitution'));
  await office.receive(rows);
  expect(await changesOf(office, '2012-internal-1', 'persons-by-exploitation')).toEqual({});
  expect(await changesOf(office, '2012-internal-1', 'persons-by-year')).toEqual({});
  expect(await changesOf(office, '2012-internal-1', 'late-decisions')).toEqual({2012: {is: 2, 'late-decision': 2}});

  office.at('2014-02-01T09:00:00Z');
  const released = await releaseOf(office, 2013);
  expect(cellsOf(released, 'persons-by-year')).toMatchObject({2011: 1, 2012: 2, 2013: 1});
  expect(cellsOf(released, 'late-decisions')).toMatchObject({2011: 'not-applicable', 2012: 2, 2013: 0});
  expect(textOf(released, 'en')).toContain(
    'A decision that becomes known after the first statement on its year leaves the year as it was and is counted apart, as late.',
  );
  expect(textOf(released, 'da')).toContain(
    'En afgørelse, der først bliver kendt efter årets første opgørelse, ændrer ikke året',
  );
  await expectEditionsToHold(office);
}, 60_000);

test('the next edition is no late one’s year, and a closed year without any shows a zero', async () => {
  office.at('2015-01-10T09:00:00Z');
  rows.delete('B-3');
  rows.delete('B-4');
  rows.set('C-2', decision('900007', '28-12-2013', 'Tvangsarbejde'));
  rows.set('D-1', decision('900006', '05-05-2014', 'Prostitution'));
  await office.receive(rows);
  expect(await changesOf(office, '2013-internal-1', 'late-decisions')).toEqual({
    2012: {is: -2, correction: -2},
    2013: {is: 1, 'late-decision': 1},
  });
  expect(await changesOf(office, '2013-internal-1', 'persons-by-year')).toEqual({});
  office.at('2015-02-01T09:00:00Z');
  const released = await releaseOf(office, 2014);
  expect(cellsOf(released, 'persons-by-year')).toMatchObject({2012: 2, 2013: 1, 2014: 1});
  expect(cellsOf(released, 'late-decisions')).toMatchObject({2011: 'not-applicable', 2012: 0, 2013: 1, 2014: 0});
  await expectEditionsToHold(office);
}, 60_000);

test('a closed year is corrected all the same, and a corrected decision is not a late one', async () => {
  office.at('2015-03-10T09:00:00Z');
  rows.set('B-1', decision('900002', '01-02-2012', 'Narkosalg'));
  rows.delete('B-2');
  await office.receive(rows);
  expect(await changesOf(office, '2012-internal-1', 'persons-by-exploitation')).toEqual({
    prostitution: {is: -1, correction: -1},
    'criminal-acts': {is: 1, correction: 1},
    'forced-labour': {is: -1, correction: -1},
    all: {is: -1, correction: -1},
  });
  await expectEditionsToHold(office);
}, 60_000);

test('the office changes its mind: it is told as a change of rules, and what was frozen stands', async () => {
  const other = await smallOffice('mind');
  const own = new Map<string, Row>([['B-1', decision('900001', '01-02-2012', 'Prostitution')]]);
  await other.receive(own);
  other.at('2013-02-01T09:00:00Z');
  await releaseOf(other, 2012);
  other.at('2014-01-10T09:00:00Z');
  own.set('B-2', decision('900002', '20-12-2012', 'Prostitution'));
  own.set('C-1', decision('900003', '05-05-2013', 'Prostitution'));
  await other.receive(own);
  other.at('2014-02-01T09:00:00Z');
  expect(cellsOf(await releaseOf(other, 2013), 'persons-by-year')).toMatchObject({2012: 2, 2013: 1});

  other.edit('rules.yaml', (text) => text.replace('{policy: revise}', '{policy: next-edition}'));
  expect(await changesOf(other, '2012-internal-1', 'persons-by-year')).toEqual({});
  expect(await changesOf(other, '2013-internal-1', 'persons-by-year')).toEqual({2012: {is: -1, 'rule-change': -1}});
  await expectEditionsToHold(other);

  // A correction as at a moment before editions that are out already: nothing of theirs is known to it.
  const released = await releaseOf(
    other,
    2012,
    '--as-at',
    '2013-03-01',
    '--corrects',
    '2012-internal-1',
    '--erratum',
    'da=x',
    '--erratum',
    'en=x',
  );
  expect(cellsOf(released, 'persons-by-year')).toMatchObject({2012: 1});
  await expectEditionsToHold(other);
  other.remove();
}, 60_000);
