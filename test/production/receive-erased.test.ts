/** After an erasure the figures stand and the person stays unknown, whatever the agencies send. */
import {describe, expect, test} from 'vitest';
import {type RecordNumber, recordNumber} from '#concepts/record-number';
import type {Identity} from '#register/identity';
import {standing} from '#register/person-file';
import {nameToken, rowKey, tokensOf} from '#register/tokens';
import type {SqliteStore} from '#storage/sqlite';
import {
  decided,
  emptyRegister,
  filesAt,
  keys,
  known,
  moment,
  receiptOf,
  receiver,
  rowsOf,
  type Said,
  sex,
  source,
} from './receive-rows.ts';

const [P1, P2] = [recordNumber(1), recordNumber(2)];
const anna = known('Anna', 'us-person:1', 'cmm-person:9');
const bich = known('Bich', 'us-person:2');
const two: readonly Said[] = [
  {key: 'a', who: anna},
  {key: 'b', who: bich},
];
const returns = source({id: 'returns', key: []});

const erase = (store: SqliteStore, record: RecordNumber, day: number) =>
  store.erase(
    record,
    {
      source: 'entry',
      file: '',
      sha256: '',
      recordedAt: moment(day),
      recordedBy: 'CMM',
      rows: 0,
      held: 0,
      controlTotals: [],
    },
    {kind: 'erasure', on: decided('2014-01-02').on, why: 'asked for'},
  );

/** A register that received the rows, and then erased its first person. */
async function erasedAfter(rows: readonly Said[], format = source()) {
  const store = emptyRegister();
  const deliver = receiver(store, format);
  await receiptOf(deliver(rowsOf(rows)));
  await erase(store, P1, 2);
  let day = 2;
  const next = (said: readonly Said[], other = deliver) => {
    day += 1;
    return receiptOf(other(rowsOf(said), {recordedAt: moment(day)}));
  };
  return {store, next};
}

async function expectUnknown(store: SqliteStore, who: Identity = anna) {
  expect(await store.findIdentity(P1)).toBeUndefined();
  const {identifiers, names} = tokensOf(who, keys);
  expect((await store.personsByToken([...identifiers, ...names])).size).toBe(0);
}

const daysOf = async (store: SqliteStore) =>
  (await filesAt(store, moment(20))).map((file) => standing(file, 'assessment').map(({fact}) => fact.on));

test('the row again, or changed: counted as it says, and of nobody', async () => {
  const {store, next} = await erasedAfter(two);
  const again = await next(two);
  expect(again).toMatchObject({rows: {unchanged: 2}, facts: {recorded: 0, withdrawn: 0}, persons: {new: 0, known: 2}});
  const corrected = await next([{key: 'a', who: anna, facts: [decided('2013-08-08')]}, ...two.slice(1)]);
  expect(corrected).toMatchObject({rows: {changed: 1}, facts: {recorded: 1, withdrawn: 1}, persons: {new: 0}});
  await expectUnknown(store);
});

test('the row deleted by the agency too: the figures stand', async () => {
  const {store, next} = await erasedAfter(two);
  const receipt = await next(two.slice(1));
  expect(receipt).toMatchObject({rows: {unchanged: 1, withdrawn: 0}, facts: {recorded: 0, withdrawn: 0}});
  expect(await daysOf(store)).toEqual([['2013-05-02'], ['2013-05-02']]);
  await next(two.slice(1));
  expect(await daysOf(store)).toEqual([['2013-05-02'], ['2013-05-02']]);
});

test('the row under another name, or from another agency: facts of the erased person, whose identity is not taken', async () => {
  const {store, next} = await erasedAfter(two);
  const renamed = await next([{key: 'z', who: anna}, ...two.slice(1)]);
  expect(renamed).toMatchObject({rows: {unchanged: 2, new: 0}, facts: {recorded: 0}, persons: {new: 0, known: 2}});
  const cmm = receiver(store, source({id: 'cmm', key: ['CMM-nr.']}));
  const fromCmm = {key: '9', who: known('Anna Maria', 'cmm-person:9'), facts: [decided('2013-09-09')]};
  expect(await next([fromCmm], cmm)).toMatchObject({rows: {new: 1}, persons: {new: 0, known: 1}});
  expect(await next([fromCmm], cmm)).toMatchObject({rows: {unchanged: 1}, facts: {recorded: 0}});
  expect(await daysOf(store)).toEqual([['2013-05-02', '2013-09-09'], ['2013-05-02']]);
  await expectUnknown(store, known('Anna Maria', 'cmm-person:9'));
});

describe('a source without a key', () => {
  const begun: Said = {who: anna, facts: [decided('2013-05-02')]};
  const earlier: Said = {who: anna, facts: [decided('2011-01-01')]};
  const other: Said = {who: bich, facts: [decided('2013-06-02')]};

  test('the same list again changes nothing', async () => {
    const {store, next} = await erasedAfter([begun, earlier, other], returns);
    for (const list of [
      [begun, earlier, other],
      [other, earlier, begun],
    ]) {
      expect(await next(list)).toMatchObject({
        rows: {unchanged: 3, new: 0, withdrawn: 0},
        facts: {recorded: 0, withdrawn: 0},
        persons: {new: 0, known: 2},
      });
    }
    await expectUnknown(store);
  });

  test('a date added to the person’s row corrects it, whichever comes first', async () => {
    const completed = {who: anna, facts: [decided('2013-12-12')]};
    for (const list of [
      [completed, earlier, other],
      [earlier, other, completed],
    ]) {
      const {store, next} = await erasedAfter([begun, earlier, other], returns);
      const receipt = await next(list);
      expect(receipt).toMatchObject({
        rows: {unchanged: 2, changed: 1, new: 0, withdrawn: 0},
        facts: {recorded: 1, withdrawn: 1},
        persons: {new: 0, known: 2},
      });
      expect((await daysOf(store)).map((days) => days.toSorted())).toEqual([
        ['2011-01-01', '2013-12-12'],
        ['2013-06-02'],
      ]);
      await expectUnknown(store);
    }
  });

  test('a further row of the person is one more', async () => {
    const {store, next} = await erasedAfter([begun, other], returns);
    expect(await next([earlier, begun, other])).toMatchObject({rows: {new: 1, unchanged: 2}, persons: {new: 0}});
    expect(await next([earlier, begun, other])).toMatchObject({rows: {new: 0, unchanged: 3}});
    expect(await daysOf(store)).toEqual([['2013-05-02', '2011-01-01'], ['2013-06-02']]);
  });

  test('in an increment a further row takes no other row’s place', async () => {
    const {store, next} = await erasedAfter([begun], source({key: [], delivery: 'increment'}));
    expect(await next([earlier])).toMatchObject({rows: {new: 1, changed: 0}});
    expect(await daysOf(store)).toEqual([['2013-05-02', '2011-01-01']]);
  });

  test('a row without numbers is known by what it says, and what says something else is another', async () => {
    const nameless = {facts: [decided('2013-05-02')]};
    const {store, next} = await erasedAfter([nameless, other], returns);
    expect(await next([nameless, other])).toMatchObject({rows: {unchanged: 2}, persons: {new: 0}});
    const third = {facts: [decided('2013-07-07')]};
    expect(await next([nameless, third, other])).toMatchObject({rows: {unchanged: 2, new: 1}, persons: {new: 1}});
    expect(await daysOf(store)).toEqual([['2013-05-02'], ['2013-06-02'], ['2013-07-07']]);
  });

  test('nothing made of the content of the person’s rows is kept, nor comes back', async () => {
    const {store, next} = await erasedAfter([begun, other], returns);
    const ofContent = (said: Said) => rowsOf([said]).map(({content}) => rowKey('returns', 'content', content, keys));
    const kept = async () => [...(await store.sourceRows('returns')).values()].filter(({record}) => record === P1);
    expect((await kept()).map(({digest}) => digest)).toEqual(['']);
    await next([begun, earlier, other]);
    const rows = await kept();
    expect(rows.map(({digest}) => digest)).toEqual(['', '']);
    const names = rows.map(({key}) => key);
    for (const said of [begun, earlier]) expect(names).not.toContain(ofContent(said)[0]);
    expect((await store.sourceRows('returns')).has(ofContent(other)[0] ?? '')).toBe(true);
  });
});

test('numbers of an erased person and of another in one row: held', async () => {
  const {next} = await erasedAfter(two);
  const torn = {key: 'c', who: known('Chi', 'us-person:1', 'us-person:2')};
  expect(await next([...two, torn])).toMatchObject({rows: {held: 1, unchanged: 2}});
});

test('a number corrected to an erased person’s: the row is theirs, and names nobody', async () => {
  const {store, next} = await erasedAfter(two);
  const receipt = await next([
    {key: 'a', who: anna},
    {key: 'b', who: known('Bich', 'us-person:1'), facts: [sex('male')]},
  ]);
  expect(receipt).toMatchObject({rows: {changed: 1, unchanged: 1, held: 0}, persons: {new: 0}});
  const files = await filesAt(store, moment(20));
  expect(files.map((file) => [file.record, standing(file, 'characteristics').length])).toEqual([
    [P1, 1],
    [P2, 0],
  ]);
  await expectUnknown(store);
  expect(await store.carriersOf(nameToken('Bich', keys))).toEqual([]);
});

test('someone else’s number is nobody’s tombstone: a namesake is a person of their own', async () => {
  const {store, next} = await erasedAfter(two);
  const receipt = await next([...two, {key: 'c', who: known('Anna', 'us-person:3')}]);
  expect(receipt.persons).toEqual({new: 1, known: 2});
  expect(await store.carriersOf(nameToken('Anna', keys))).toEqual([recordNumber(3)]);
});
