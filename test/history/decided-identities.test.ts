/** Who is the same person, decided by hand: shown first, refused where it contradicts, and a split after release told as what it is. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import {recordNumber} from '#concepts/record-number';
import {changesOf, expectEditionsToHold} from './editions-hold.ts';
import {type Answer, decision, type Row, releaseOf, type SmallOffice, smallOffice} from './small-office.ts';

const [A, B, C, D] = [recordNumber(1), recordNumber(2), recordNumber(3), recordNumber(4)];
let office: SmallOffice;
const rows = new Map<string, Row>();

beforeAll(async () => {
  office = await smallOffice('decided');
  rows.set('A-1', decision('900001', '05-05-2012', 'Prostitution'));
  rows.set('B-1', {...decision('900002', '06-06-2013', 'Prostitution'), Navn: 'Holm May', Fødselsdato: '01-07-1996'});
  rows.set('C-1', decision('900003', '07-07-2013', 'Tvangsarbejde'));
  rows.set('D-1', decision('900004', '08-08-2013', 'Skunkproduktion', 'Mand'));
  office.at('2014-01-10T09:00:00Z');
  await office.receive(rows);
}, 60_000);
afterAll(() => office.remove());

const decide = (...args: readonly string[]) => office.done('decide', ...args, '--reason', 'seen', '--by', 'Anne Holm');
const counted = async (record: string, year: number): Promise<Answer> =>
  (await office.done('why', record, String(year))).periods[0];
const tallied = async () => (await office.done('ledger')).editions.map((one: Answer) => [one.counted, one.countedNow]);

test('a dry run says what it would move of the statement, and records nothing', async () => {
  const dry = await office.done('decide', B, A, '--as', 'returning', '--dry-run');
  expect(dry).toMatchObject({record: A, other: B, verdict: 'returning', written: false});
  expect(dry.moves).toEqual([{year: 2013, persons: [3, 3], repeats: [0, 1]}]);
  expect((await office.done('decide', A, B, '--as', 'same-incident', '--dry-run')).moves).toEqual([
    {year: 2013, persons: [3, 2], repeats: [0, 0]},
  ]);
  expect((await counted(B, 2013)).repetition).toBe('first-time');
});

test('on a terminal it is shown before it is asked, and left undone unless somebody says yes', async () => {
  const asked = ['decide', A, B, '--as', 'returning', '--reason', 'seen'];
  const left = await office.opgor(asked, {answers: ['']});
  expect(left.err).toMatch(/2013: persons 3, repeats 0 → 1\nRecord it/);
  expect(left.out).toContain('Nothing was recorded.');
  const made = await office.opgor(asked, {answers: ['ja'], language: 'da'});
  expect(made.out).toContain('2013: personer 3, gengangere 0 → 1');
  expect(await counted(B, 2013)).toMatchObject({reason: 'counted', repetition: 'linked'});
  expect((await office.done('why', B, '2013')).record).toBe(A);
});

test('what stands already stands: nothing is asked, and nothing written', async () => {
  const {length} = (await office.done('why', B, '2013')).facts;
  const again = await decide(A, B, '--as', 'returning');
  expect(again).toMatchObject({verdict: 'returning', before: 'returning', stands: true, written: false, moves: []});
  const {out, err} = await office.opgor(['decide', A, B, '--as', 'returning', '--reason', 'seen'], {answers: []});
  expect(out).toContain('That stands already. Nothing was recorded.');
  expect(err).toBe('');
  expect((await office.done('why', B, '2013')).facts.length).toBe(length);
});

test('to decide and to take back are two things', async () => {
  const both = await office.opgor(['decide', A, B, '--as', 'returning', '--take-back', '--reason', 'seen']);
  expect([both.code, both.err.split('\n')[0]]).toEqual([2, 'Give --as or --take-back; not both.']);
  const neither = await office.opgor(['decide', A, B, '--reason', 'seen']);
  expect([neither.code, neither.err.split('\n')[0]]).toEqual([2, '--as or --take-back is missing.']);
  expect(neither.err).not.toContain('of a list');
});

test.each([
  ['seen by HOLMS neighbour', 'their-name'],
  ['she may return', 'their-name'],
  ['file 9000-02', 'number'],
  ['file 9 00 00 2', 'their-number'],
  ['of July 96', 'their-birthday'],
  ['tel 26 13 44 55', 'number'],
])('a reason that tells of one of the two is refused, and not repeated: %s', async (text, tells) => {
  const {code, out, err} = await office.opgor(['decide', A, B, '--as', 'returning', '--reason', text, '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out).refusal).toMatchObject({reason: 'text-tells-of-person', tells});
  for (const word of text.match(/\p{Lu}{2,}|may|July|\d{2,}/gu) ?? []) expect(out + err).not.toContain(word);
});

test('A = B, B = C, A ≠ C is refused with the chain; so is what others hold apart', async () => {
  await decide(B, C, '--as', 'filed-twice');
  const {code, out, err} = await office.opgor(['decide', A, C, '--as', 'different', '--reason', 'seen', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out).refusal).toMatchObject({
    reason: 'identity-contradiction',
    chain: [
      {on: A, other: B, verdict: 'returning'},
      {on: B, other: C, verdict: 'filed-twice'},
    ],
  });
  expect(err).toContain(`${A} = ${B} = ${C}`);
  await decide(C, D, '--as', 'different');
  expect(await office.refused('decide', A, D, '--as', 'returning', '--reason', 'seen')).toBe('identity-contradiction');
  expect(await office.refused('decide', A, C, '--take-back', '--reason', 'seen')).toBe('nothing-decided');
  expect(await office.refused('decide', A, A, '--as', 'different', '--reason', 'seen')).toBe('one-record');
  expect(await office.refused('decide', A, recordNumber(99), '--as', 'different', '--reason', 'seen')).toBe(
    'no-such-person',
  );
  expect((await office.opgor(['decide', A, B, '--as', 'twins', '--reason', 'seen'])).code).toBe(2);
  expect((await office.opgor(['decide', A, B, '--reason', 'seen'])).code).toBe(2);
  const {out: back} = await office.opgor(['decide', B, C, '--take-back', '--reason', 'seen', '--yes']);
  expect(back).toContain('Recorded: what was decided no longer stands.');
  expect(back).not.toContain('--take-back');
  const taken = (await office.done('why', C, '2013')).facts.length;
  expect(await office.refused('decide', A, B, '--take-back', '--reason', 'not 900001')).toBe('text-tells-of-person');
  expect((await office.done('why', C, '2013')).facts.length).toBe(taken);
  const {facts} = await office.done('why', B, '2013');
  expect(facts.map(({fact}: Answer) => [fact.why, fact.reason])).toContainEqual(['identity-reconsidered', 'seen']);
  expect((await counted(C, 2013)).reason).toBe('counted');
});

test('a split after release: the repeat is gone, for the reason that it was decided', async () => {
  office.at('2014-02-01T09:00:00Z');
  await releaseOf(office, 2013);
  office.at('2014-03-01T09:00:00Z');
  const back = await decide(A, B, '--take-back');
  expect(back).toMatchObject({before: 'returning', written: true, moves: [{year: 2013, repeats: [1, 0]}]});
  expect(await changesOf(office, '2013-internal-1', 'persons-by-repeat')).toEqual({
    repeat: {is: -1, 'identity-decision': -1},
    'first-time': {is: 1, 'identity-decision': 1},
  });
  expect(await changesOf(office, '2013-internal-1', 'persons-by-year')).toEqual({});
  expect(await tallied()).toEqual([[3, 3]]);
  await expectEditionsToHold(office);
}, 60_000);

test('found to be one after release: a person fewer, and a take-back brings them back', async () => {
  await decide(C, D, '--as', 'same-incident');
  expect(await changesOf(office, '2013-internal-1', 'persons-by-year')).toEqual({
    2013: {is: -1, 'identity-decision': -1},
  });
  expect(await changesOf(office, '2013-internal-1', 'assessments-by-authority')).toEqual({});
  expect(await tallied()).toEqual([[3, 2]]);
  expect(await counted(D, 2013)).toMatchObject({reason: 'counted', on: '2013-07-07'});
  office.at('2014-04-01T09:00:00Z');
  await releaseOf(office, 2013);
  office.at('2014-05-01T09:00:00Z');
  await decide(C, D, '--take-back');
  expect(await changesOf(office, '2013-internal-1', 'persons-by-year')).toEqual({});
  expect(await changesOf(office, '2013-internal-2', 'persons-by-year')).toEqual({
    2013: {is: 1, 'identity-decision': 1},
  });
  expect(await tallied()).toEqual([
    [3, 3],
    [2, 3],
  ]);
  await expectEditionsToHold(office);
}, 90_000);

test('the agency corrects its own rows of a person who is two records, and new persons get new numbers', async () => {
  await decide(A, B, '--as', 'returning');
  rows.set('B-1', decision('900002', '09-06-2013', 'Prostitution'));
  rows.set('E-1', decision('900005', '09-09-2013', 'Prostitution'));
  const receipt = await office.receive(rows);
  expect(receipt).toMatchObject({rows: {changed: 1, new: 1, unchanged: 3}});
  expect(await counted(recordNumber(5), 2013)).toMatchObject({reason: 'counted'});
  expect(await counted(A, 2013)).toMatchObject({on: '2013-06-09', repetition: 'linked'});
  const {facts} = await office.done('why', A, '2013');
  const corrected = facts.filter(({fact}: Answer) => fact.kind === 'withdrawal' && fact.why === 'corrected');
  expect(new Set(corrected.map(({record}: Answer) => record))).toEqual(new Set([B]));
  const [second] = facts.filter(({record, fact}: Answer) => record === B && fact.on === '2013-06-09');
  const said = ['--set', 'on=2014-02-02', '--set', `of=${second.id}`, '--set', 'why=recorded-in-error'];
  expect(await office.done('add', 'withdrawal', A, ...said)).toMatchObject({record: B});
});

test('the identity of a person who is two records is destroyed whole', async () => {
  const erased = await office.done('erase', B, '--reason', 'asked', '--yes');
  expect(erased.record).toBe(A);
  const {facts} = await office.done('why', B, '2013');
  const erasures = facts.filter(({fact}: Answer) => fact.kind === 'erasure');
  expect(erasures.map(({record}: Answer) => record)).toEqual([A, B]);
  expect(await office.refused('erase', A, '--reason', 'asked', '--yes')).toBe('person-erased');
});
