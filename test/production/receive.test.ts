import {describe, expect, test} from 'vitest';
import {recordNumber} from '#concepts/record-number';
import type {HeldRow} from '#intake/delivery';
import {plainDate} from '#kit/plain-date';
import type {Fact} from '#register/fact';
import {keysFrom} from '#register/keys';
import {standing} from '#register/person-file';
import {open} from '#register/seal';
import {identifierToken, nameToken} from '#register/tokens';
import type {SqliteStore} from '#storage/sqlite';
import type {Said} from './receive-rows.ts';
import {
  decided,
  emptyRegister,
  filesAt,
  held,
  keys,
  known,
  moment,
  receiptOf,
  receiver,
  rowsOf,
  sex,
  source,
} from './receive-rows.ts';

const anna = known('Anna', 'us-person:1');
const bich = known('Bich', 'us-person:2');
const two: readonly Said[] = [
  {key: 'a', who: anna},
  {key: 'b', who: bich},
];

const P1 = recordNumber(1);
const P2 = recordNumber(2);
const P3 = recordNumber(3);

interface Case {
  readonly delivery: string;
  readonly later: readonly Said[];
  readonly rows: Partial<Awaited<ReturnType<typeof receiptOf>>['rows']>;
  readonly facts: {readonly recorded: number; readonly withdrawn: number};
  readonly standing: readonly number[];
}

test.each<Case>([
  {
    delivery: 'the same rows in another order',
    later: two.toReversed(),
    rows: {new: 0, changed: 0, unchanged: 2, withdrawn: 0},
    facts: {recorded: 0, withdrawn: 0},
    standing: [1, 1],
  },
  {
    delivery: 'one row more',
    later: [...two, {key: 'c'}],
    rows: {new: 1, unchanged: 2},
    facts: {recorded: 1, withdrawn: 0},
    standing: [1, 1, 1],
  },
  {
    delivery: 'one row less',
    later: two.slice(0, 1),
    rows: {unchanged: 1, withdrawn: 1},
    facts: {recorded: 0, withdrawn: 1},
    standing: [1, 0],
  },
  {
    delivery: 'a corrected decision day',
    later: [{key: 'a', who: anna, facts: [decided('2013-06-02')]}, ...two.slice(1)],
    rows: {changed: 1, unchanged: 1},
    facts: {recorded: 1, withdrawn: 1},
    standing: [1, 1],
  },
  {
    delivery: 'a fact added to a row: what it said before stands as it was recorded',
    later: [{key: 'a', who: anna, facts: [decided('2013-05-02'), sex('female')]}, ...two.slice(1)],
    rows: {changed: 1, unchanged: 1},
    facts: {recorded: 1, withdrawn: 0},
    standing: [1, 1],
  },
  {
    delivery: 'a cell changed that makes no fact',
    later: [{key: 'a', who: anna, more: 'x'}, ...two.slice(1)],
    rows: {changed: 1, unchanged: 1},
    facts: {recorded: 0, withdrawn: 0},
    standing: [1, 1],
  },
])('$delivery', async ({later, rows, facts, standing: left}) => {
  const store = emptyRegister();
  const deliver = receiver(store);
  await receiptOf(deliver(rowsOf(two)));
  const receipt = await receiptOf(deliver(rowsOf(later)));
  expect(receipt.rows).toMatchObject({held: 0, ...rows});
  expect(receipt.facts).toEqual(facts);
  const files = await filesAt(store, moment(9));
  expect(files.map((file) => standing(file, 'assessment').length)).toEqual(left);
  // The register reads as it stood after the first delivery, whatever came later.
  const before = await filesAt(store, moment(1));
  expect(before.map((file) => standing(file, 'assessment').length)).toEqual([1, 1]);
});

test('the same file twice changes nothing, and leaves no trace', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  const first = await receiptOf(deliver(rowsOf(two)));
  const again = await receiptOf(deliver(rowsOf(two)));
  expect(first).toMatchObject({submission: 1, rows: {read: 2, new: 2}, persons: {new: 2, known: 0}});
  expect(again).toMatchObject({rows: {read: 2, new: 0, unchanged: 2}, persons: {new: 0, known: 2}});
  expect(again.submission).toBeUndefined();
  expect(await store.latest()).toBe(moment(1));
  expect(store.query('SELECT count(*) AS n FROM fact')).toEqual([{n: 2}]);
});

test('a rehearsal says what would be done and does none of it', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  const rehearsed = await receiptOf(deliver(rowsOf(two), {dryRun: true}));
  expect(await store.latest()).toBeUndefined();
  expect(store.query('SELECT (SELECT count(*) FROM fact) + (SELECT count(*) FROM token) AS n')).toEqual([{n: 0}]);
  const {submission, dryRun, ...done} = await receiptOf(
    deliver(rowsOf(two), {recordedAt: moment(1), file: 'us-1.csv'}),
  );
  expect({submission, dryRun}).toEqual({submission: 1, dryRun: false});
  expect(rehearsed).toEqual({...done, dryRun: true});
});

test('a held row leaves what the register had in its place', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  await receiptOf(deliver(rowsOf(two)));
  const returned: unknown[] = [];
  const receipt = await receiptOf(
    deliver([held(2, 'a'), ...rowsOf(two).slice(1)], {heldBack: (row) => returned.push(row)}),
  );
  expect(receipt.rows).toEqual({read: 2, new: 0, changed: 0, unchanged: 1, withdrawn: 0, held: 1});
  expect(receipt.held).toEqual([{row: 2, findings: [{rule: 'unknown-word', severity: 'error', facts: {row: 2}}]}]);
  expect(returned).toEqual([held(2, 'a')]);
});

test('persons are joined across files by the numbers the files share, however written', async () => {
  const store = emptyRegister();
  const us = receiver(store);
  const cmm = receiver(store, source({id: 'cmm', key: ['CMM-nr.']}));
  await receiptOf(us(rowsOf(two)));
  const both = known('Ahn', 'us-person: 1 ', 'cmm-person:1043');
  const receipt = await receiptOf(cmm(rowsOf([{key: '1043', who: both}]), {recordedAt: moment(2)}));
  expect(receipt.persons).toEqual({new: 0, known: 1});

  const found = await store.personsByToken([
    identifierToken({scheme: 'cmm-person', value: '1043'}, keys),
    nameToken('AHN', keys),
  ]);
  expect([...found.values()]).toEqual([P1, P1]);
  const sealed = await store.findIdentity(P1);
  const opened = sealed && open(P1, sealed, keys);
  expect(opened?.ok && opened.value.identity.names.map(({text}) => text)).toEqual(['Anna', 'Ahn']);
  // Gone from one source, the person stands by the other.
  await receiptOf(us(rowsOf(two.slice(1)), {recordedAt: moment(3)}));
  const [file] = await filesAt(store, moment(3));
  expect(file && standing(file, 'assessment').map(({source}) => source)).toEqual(['cmm']);
});

test('a row whose numbers point to different persons is held, and names nobody', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  const torn = {key: 'c', who: known('Chi', 'us-person:1', 'us-person:2')};
  const receipt = await receiptOf(deliver(rowsOf([...two, torn])));
  expect(receipt.rows).toMatchObject({new: 2, held: 1});
  expect(receipt.held).toEqual([
    {row: 4, findings: [{rule: 'identifiers-disagree', severity: 'error', facts: {file: 'us-1.csv', row: 4}}]},
  ]);
  expect(JSON.stringify(receipt)).not.toMatch(/Anna|Bich|Chi/);
});

test('rows of one person in one file are one person, and all their names are kept', async () => {
  const store = emptyRegister();
  const rows = rowsOf([
    {key: 'a', who: known('Anna', 'us-person:1')},
    {key: 'b', who: known('Ahn', 'us-person:1', 'cpr:010190-1234')},
    {key: 'c', who: known('Anh', 'cpr:0101901234')},
  ]);
  const receipt = await receiptOf(receiver(store)(rows));
  expect(receipt.persons).toEqual({new: 1, known: 0});
  const sealed = await store.findIdentity(P1);
  const opened = sealed && open(P1, sealed, keys);
  expect(opened?.ok && opened.value.identity.names.map(({text}) => text)).toEqual(['Anna', 'Ahn', 'Anh']);
});

test('a person without identity is known again by the key of the row', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  await receiptOf(deliver(rowsOf([{key: 'a'}, {key: 'b'}])));
  const receipt = await receiptOf(deliver(rowsOf([{key: 'b', facts: [decided('2013-07-01')]}, {key: 'a'}])));
  expect(receipt).toMatchObject({persons: {new: 0, known: 2}, rows: {changed: 1, unchanged: 1}});
  const [, second] = await filesAt(store, moment(2));
  expect(second && standing(second, 'assessment').map(({fact}) => fact.on)).toEqual(['2013-07-01']);
  // And what it turns out to be called is theirs.
  await receiptOf(deliver(rowsOf([{key: 'b', who: bich}, {key: 'a'}])));
  expect([...(await store.personsByToken([nameToken('Bich', keys)])).values()]).toEqual([P2]);
});

test('a number corrected on the only row of a person is the same person, no longer found by the wrong one', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  await receiptOf(deliver(rowsOf([{key: 'a', who: known('Anna', 'us-person:12')}])));
  const receipt = await receiptOf(deliver(rowsOf([{key: 'a', who: known('Anna', 'us-person:21')}])));
  expect(receipt.persons).toEqual({new: 0, known: 1});
  const wrong = identifierToken({scheme: 'us-person', value: '12'}, keys);
  const right = identifierToken({scheme: 'us-person', value: '21'}, keys);
  expect([...(await store.personsByToken([wrong, right]))]).toEqual([[right, P1]]);
});

test('a number corrected away may be another person’s in the very same file', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  await receiptOf(deliver(rowsOf([{key: 'a', who: known('Anna', 'us-person:12')}])));
  const corrected = {key: 'a', who: known('Anna', 'us-person:21')};
  const receipt = await receiptOf(deliver(rowsOf([corrected, {key: 'b', who: known('Bich', 'us-person:12')}])));
  expect(receipt.persons).toEqual({new: 1, known: 1});
  const numbers = ['21', '12'].map((value) => identifierToken({scheme: 'us-person', value}, keys));
  expect([...(await store.personsByToken(numbers)).values()]).toEqual([P1, P2]);
});

test('a number corrected on one of several rows is another person: the facts move', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  await receiptOf(
    deliver(
      rowsOf([
        {key: 'a', who: anna},
        {key: 'b', who: anna},
      ]),
    ),
  );
  const receipt = await receiptOf(
    deliver(
      rowsOf([
        {key: 'a', who: anna},
        {key: 'b', who: bich},
      ]),
    ),
  );
  expect(receipt).toMatchObject({persons: {new: 1, known: 1}, facts: {recorded: 1, withdrawn: 1}});
  const files = await filesAt(store, moment(2));
  expect(files.map(({record, facts}) => [record, facts.map(({fact}) => fact.kind)])).toEqual([
    [P1, ['assessment', 'assessment', 'withdrawal']],
    [P2, ['assessment']],
  ]);
  expect(files[0]?.facts.at(-1)?.fact).toMatchObject({why: 'wrong-person'});
});

const returned: Fact = {kind: 'prepared-return', on: plainDate('2013-09-01'), operator: 'iom', children: 0};

describe('a number mistyped, in a source with numbers of its own', () => {
  const cmmRow = (...numbers: readonly string[]) =>
    rowsOf([{key: '1043', who: known('Bich', 'cmm-case:1043', 'cmm-person:1043', ...numbers), facts: [sex('female')]}]);

  async function joinedWrongly() {
    const store = emptyRegister();
    const us = receiver(store);
    const cmm = receiver(store, source({id: 'cmm', key: ['CMM-nr.']}));
    await receiptOf(us(rowsOf(two)));
    const joined = await receiptOf(cmm(cmmRow('us-person:1'), {recordedAt: moment(2)}));
    expect(joined.persons).toEqual({new: 0, known: 1});
    const carriers = async (...numbers: readonly string[]) => {
      const tokens = known('', ...numbers).identifiers.map((one) => identifierToken(one, keys));
      return await Promise.all(tokens.map((token) => store.carriersOf(token)));
    };
    return {store, us, cmm, carriers};
  }

  test.each([
    {corrected: 'to one nobody has', numbers: ['us-person:3'], persons: {new: 1, known: 0}, whose: P3},
    {corrected: 'to another person’s', numbers: ['us-person:2'], persons: {new: 0, known: 1}, whose: P2},
    {corrected: 'by leaving it out', numbers: [], persons: {new: 1, known: 0}, whose: P3},
  ])('corrected $corrected: the row moves, and takes along all that only it said', async (given) => {
    const {store, cmm, carriers} = await joinedWrongly();
    const receipt = await receiptOf(cmm(cmmRow(...given.numbers), {recordedAt: moment(3)}));
    expect(receipt).toMatchObject({persons: given.persons, rows: {changed: 1, held: 0}});
    expect(await carriers('us-person:1', 'cmm-case:1043', 'cmm-person:1043')).toEqual([
      [P1],
      [given.whose],
      [given.whose],
    ]);
    expect(await carriers(...given.numbers)).toEqual(given.numbers.map(() => [given.whose]));
    const sealed = await store.findIdentity(P1);
    const opened = sealed && open(P1, sealed, keys);
    expect(opened?.ok && opened.value.identity).toEqual(anna);
    const files = await filesAt(store, moment(3));
    expect(files.filter((file) => standing(file, 'characteristics').length > 0).map(({record}) => record)).toEqual([
      given.whose,
    ]);
  });

  test('corrected before the other source names the right person: that one joins the row, not the wrong person', async () => {
    const {us, cmm, store} = await joinedWrongly();
    await receiptOf(cmm(cmmRow('us-person:3'), {recordedAt: moment(3)}));
    const later = rowsOf([...two, {key: 'c', who: known('Chi', 'us-person:3')}]);
    await receiptOf(us(later, {recordedAt: moment(4)}));
    const files = await filesAt(store, moment(4));
    expect(files.map((file) => [file.record, standing(file, 'assessment').length])).toEqual([
      [P1, 1],
      [P2, 1],
      [P3, 1],
    ]);
  });

  const ofCase = [{who: known('', 'cmm-case:1043', 'cmm-person:1043'), facts: [returned]}];
  const returneesIn = async (store: SqliteStore, day: number) =>
    (await filesAt(store, moment(day)))
      .filter((file) => standing(file, 'prepared-return').length > 0)
      .map(({record}) => record);

  test('corrected after a third list joined by the case number: that list’s row goes with it', async () => {
    const {store, us, cmm, carriers} = await joinedWrongly();
    const returns = receiver(store, source({id: 'returns', key: []}));
    expect(await receiptOf(returns(rowsOf(ofCase), {recordedAt: moment(3)}))).toMatchObject({persons: {new: 0}});
    await receiptOf(cmm(cmmRow('us-person:3'), {recordedAt: moment(4)}));
    expect(await carriers('us-person:1', 'cmm-case:1043', 'us-person:3')).toEqual([[P1], [P3], [P3]]);
    expect(await returneesIn(store, 3)).toEqual([P1]);
    expect(await returneesIn(store, 4)).toEqual([P3]);
    expect(await receiptOf(returns(rowsOf(ofCase), {recordedAt: moment(5)}))).toMatchObject({rows: {unchanged: 1}});
    await receiptOf(us(rowsOf([...two, {key: 'c', who: known('Chi', 'us-person:3')}]), {recordedAt: moment(6)}));
    expect(await carriers('us-person:1', 'us-person:3')).toEqual([[P1], [P3]]);
  });

  test('a case number corrected: the row of a third list it had joined to the person parts', async () => {
    const {store, cmm, carriers} = await joinedWrongly();
    const returns = receiver(store, source({id: 'returns', key: []}));
    await receiptOf(returns(rowsOf(ofCase), {recordedAt: moment(3)}));
    const right = {key: '1043', who: known('Bich', 'cmm-person:77', 'us-person:1'), facts: [sex('female')]};
    await receiptOf(cmm(rowsOf([right]), {recordedAt: moment(4)}));
    expect(await carriers('us-person:1', 'cmm-person:77', 'cmm-person:1043')).toEqual([[P1], [P1], [P3]]);
    expect(await returneesIn(store, 4)).toEqual([P3]);
  });

  test('a list cut short and then whole again: every row is back with its person', async () => {
    const {store, cmm, carriers} = await joinedWrongly();
    const returns = receiver(store, source({id: 'returns', key: []}));
    await receiptOf(returns(rowsOf(ofCase), {recordedAt: moment(3)}));
    const rest = {key: '9', who: known('Dao', 'cmm-person:9')};
    await receiptOf(cmm(rowsOf([rest]), {recordedAt: moment(4)}));
    const whole = await receiptOf(cmm([...cmmRow('us-person:1'), ...rowsOf([rest])], {recordedAt: moment(5)}));
    expect(whole).toMatchObject({rows: {new: 1, held: 0}, persons: {new: 0}});
    expect(await carriers('us-person:1', 'cmm-case:1043')).toEqual([[P1], [P1]]);
  });

  test('taken off the list and put back with the right number', async () => {
    const {cmm, carriers} = await joinedWrongly();
    const other = {key: '9', who: known('Dao', 'cmm-person:9')};
    await receiptOf(cmm(rowsOf([other]), {recordedAt: moment(3)}));
    expect(await carriers('us-person:1', 'cmm-person:1043')).toEqual([[P1], []]);
    await receiptOf(cmm([...rowsOf([other]), ...cmmRow('us-person:2')], {recordedAt: moment(4)}));
    expect(await carriers('us-person:2', 'cmm-person:1043')).toEqual([[P2], [P2]]);
  });
});

test('a person whose every row is gone is found again, and gives way to one who is still spoken of', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  const carriers = (value: string) => store.carriersOf(identifierToken({scheme: 'us-person', value}, keys));
  await receiptOf(deliver(rowsOf(two)));
  await receiptOf(deliver(rowsOf(two.slice(1))));
  await receiptOf(deliver(rowsOf([{key: 'new', who: anna}, ...two.slice(1)])));
  expect(await carriers('1')).toEqual([P1]);
  await receiptOf(deliver(rowsOf(two.slice(1))));
  const both = {key: 'both', who: known('Bich', 'us-person:1', 'us-person:2')};
  expect((await receiptOf(deliver(rowsOf([both, ...two.slice(1)])))).rows).toMatchObject({new: 1, held: 0});
  expect([await carriers('1'), await carriers('2')]).toEqual([[P2], [P2]]);
});

test('a source without a key is a multiset: equal rows are as many as they are', async () => {
  const store = emptyRegister();
  const deliver = receiver(store, source({id: 'returns', key: []}));
  const one: Said = {who: anna};
  await receiptOf(deliver(rowsOf([one, {who: bich}, one])));
  const same = await receiptOf(deliver(rowsOf([one, one, {who: bich}])));
  expect(same.rows).toMatchObject({unchanged: 3, new: 0, withdrawn: 0});
  const fewer = await receiptOf(deliver(rowsOf([{who: bich}, one, {who: anna, facts: [decided('2013-09-09')]}])));
  expect(fewer).toMatchObject({rows: {unchanged: 2, new: 1, withdrawn: 1}, persons: {new: 0, known: 2}});
});

describe('a source without a key, some of whose rows are held', () => {
  const format = source({id: 'returns', key: []});
  const heldRow = (row: number): HeldRow => ({...held(row, ''), content: ['', `unreadable ${row}`]});
  const begun = {who: anna, facts: [decided('2013-05-02')]};
  const other = {who: bich, facts: [decided('2013-06-02')]};

  test('nothing is gone: each may be a row that is held', async () => {
    const store = emptyRegister();
    const deliver = receiver(store, format);
    await receiptOf(deliver(rowsOf([begun, other])));
    const receipt = await receiptOf(deliver([heldRow(2), heldRow(3)]));
    expect(receipt.rows).toMatchObject({withdrawn: 0, held: 2});
    expect(receipt.findings).toEqual([
      {rule: 'withdrawals-put-off', severity: 'warning', facts: {file: 'us-2.csv', kept: 2, held: 2}},
    ]);
    const mended = await receiptOf(deliver(rowsOf([other])));
    expect(mended).toMatchObject({rows: {unchanged: 1, withdrawn: 1}, findings: []});
  });

  test('a row that says something new of a person takes the place of the one it had', async () => {
    const store = emptyRegister();
    const deliver = receiver(store, format);
    await receiptOf(deliver(rowsOf([begun, other])));
    const receipt = await receiptOf(deliver([heldRow(2), ...rowsOf([{...other, facts: [decided('2013-07-02')]}])]));
    expect(receipt).toMatchObject({rows: {new: 1, withdrawn: 1, held: 1}, findings: [{facts: {kept: 1}}]});
    const files = await filesAt(store, moment(2));
    expect(files.map((file) => standing(file, 'assessment').length)).toEqual([1, 1]);
  });

  test('in a source with keys only a row that lacks its key may be any row', async () => {
    const store = emptyRegister();
    const deliver = receiver(store);
    await receiptOf(deliver(rowsOf(two)));
    expect((await receiptOf(deliver([held(2, 'a')]))).rows).toMatchObject({withdrawn: 1, held: 1});
    await receiptOf(deliver(rowsOf(two)));
    expect((await receiptOf(deliver([heldRow(2)]))).rows).toMatchObject({withdrawn: 0, held: 1});
  });
});

test.each([
  {had: 30, left: 20, most: 0.2, many: true},
  {had: 30, left: 21, most: 0.2, many: false},
  {had: 60, left: 48, most: 0.2, many: false},
  {had: 60, left: 47, most: 0.2, many: true},
  {had: 60, left: 31, most: 0.5, many: false},
])('a snapshot of $left rows after one of $had, where $most may be gone: refused $many', async (list) => {
  const {had, left, most, many} = list;
  const store = emptyRegister();
  const deliver = receiver(store, source({mostWithdrawn: most}));
  const rows = rowsOf(Array.from({length: had}, (_, i) => ({key: `k${i}`, who: known(`N${i}`, `us-person:${i}`)})));
  await receiptOf(deliver(rows));
  const standing = async () => (await store.sourceRows('us')).size;
  const facts = {gone: had - left, before: had};
  if (many) {
    const refused = await deliver(rows.slice(0, left));
    expect(refused).toEqual({ok: false, refusal: {reason: 'too-many-gone', file: 'us-2.csv', ...facts, most}});
    expect(await standing()).toBe(had);
    const {findings} = await receiptOf(deliver(rows.slice(0, left), {dryRun: true}));
    expect(findings.map(({rule}) => rule)).toEqual(['many-rows-gone']);
  }
  const {findings, rows: counts} = await receiptOf(deliver(rows.slice(0, left), {acceptWithdrawals: many}));
  expect(counts.withdrawn).toBe(had - left);
  expect(findings.map(({rule}) => rule)).toEqual(many ? ['many-rows-gone'] : []);
  expect(await standing()).toBe(left);
});

test('a source without a key whose every row says more is not cut short', async () => {
  const deliver = receiver(emptyRegister(), source({id: 'returns', key: []}));
  const rows = (on: string) =>
    rowsOf(Array.from({length: 12}, (_, i) => ({who: known(`N${i}`, `us-person:${i}`), facts: [decided(on)]})));
  await receiptOf(deliver(rows('2013-05-02')));
  expect(await receiptOf(deliver(rows('2013-06-02')))).toMatchObject({rows: {withdrawn: 12}, findings: []});
});

test('a person of whom every batch speaks is sealed now and then, and with every row in the end', async () => {
  const store = emptyRegister();
  const count = 6000;
  const rows = Array.from({length: count}, (_, i) => ({key: `k${i}`, who: known('Anna', 'us-person:1')}));
  expect(await receiptOf(receiver(store)(rowsOf(rows)))).toMatchObject({rows: {new: count}, persons: {new: 1}});
  // Once a batch would be seven times.
  expect(Number(store.query('SELECT count(*) AS n FROM identity')[0]?.n)).toBeLessThan(6);
  const sealed = await store.findIdentity(P1);
  const opened = sealed && open(P1, sealed, keys);
  expect(opened?.ok && opened.value.said.length).toBe(count);
});

test('an increment withdraws nothing it does not mention', async () => {
  const store = emptyRegister();
  const deliver = receiver(store, source({delivery: 'increment'}));
  await receiptOf(deliver(rowsOf(two)));
  expect((await receiptOf(deliver(rowsOf([{key: 'c'}])))).rows).toMatchObject({new: 1, withdrawn: 0});
  expect((await receiptOf(deliver([]))).rows).toMatchObject({read: 0, withdrawn: 0});
});

test('a row read anew by a mended layout is corrected, though the file is the same', async () => {
  const store = emptyRegister();
  const deliver = receiver(store);
  const [row] = rowsOf([{key: 'a', who: anna}]);
  if (row === undefined) throw new Error('no row');
  await receiptOf(deliver([row], {sha256: 'same'}));
  const receipt = await receiptOf(deliver([{...row, facts: [decided('2013-05-02', 'not-victim')]}], {sha256: 'same'}));
  expect(receipt).toMatchObject({submission: 2, rows: {changed: 1}, facts: {recorded: 1, withdrawn: 1}});
});

test('control totals are reconciled, and a difference is a finding', async () => {
  const twice: Said = {key: 'c', who: anna, facts: [decided('2012-03-03')]};
  const receipt = await receiptOf(
    receiver(emptyRegister())(rowsOf([...two, twice]), {
      controlTotals: {rows: 3, persons: 3, 'persons-2013': 2, 'persons-2012': 1},
    }),
  );
  expect(receipt.controlTotals).toEqual([
    {measure: 'rows', given: 3, counted: 3, difference: 0},
    {measure: 'persons', meant: 'persons-2013', given: 3, counted: 2, difference: -1},
    {measure: 'persons-2013', given: 2, counted: 2, difference: 0},
    {measure: 'persons-2012', given: 1, counted: 1, difference: 0},
  ]);
  expect(receipt.findings).toEqual([
    {
      rule: 'control-total-disagrees',
      severity: 'error',
      facts: {file: 'us-1.csv', measure: 'persons-2013', given: 3, counted: 2, difference: -1},
    },
  ]);
});

test.each([
  {why: 'recorded-in-the-past', rows: rowsOf(two), over: {recordedAt: moment(0)}},
  {why: 'key-does-not-fit', rows: rowsOf(two), over: {keys: keysFrom(new Uint8Array(32).fill(8))}},
  {why: 'unknown-code', rows: rowsOf(two), over: {controlTotals: {cats: 3}}},
  {why: 'duplicate-key', rows: rowsOf([...two, {key: 'a', who: bich}]), over: {}},
  {why: 'empty-file', rows: [], over: {}},
  {
    why: 'reader-gave-up',
    rows: [
      ...rowsOf([{key: 'z'}]),
      {
        kind: 'end' as const,
        rows: 1,
        findings: [],
        refusal: {reason: 'reader-gave-up' as const, file: 'f', seconds: 9},
      },
    ],
    over: {},
  },
])('$why: refused, and the register is as it was', async ({why, rows, over}) => {
  const store = emptyRegister();
  const deliver = receiver(store);
  await receiptOf(deliver(rowsOf(two)));
  const before = await filesAt(store, moment(9));
  const outcome = await deliver(rows, over);
  expect(outcome.ok ? 'done' : outcome.refusal.reason).toBe(why);
  expect(await filesAt(store, moment(9))).toEqual(before);
  expect(await store.submissions()).toHaveLength(1);
});

test('a duplicate key names its rows, and nothing in them', async () => {
  const outcome = await receiver(emptyRegister())(rowsOf([...two, {key: 'a'}]));
  expect(outcome).toEqual({ok: false, refusal: {reason: 'duplicate-key', file: 'us-1.csv', rows: [2, 4]}});
});

test.each([0, 1])(
  'a person met again while the identity is still being sealed keeps every name, threads: %i',
  async (threads) => {
    const store = emptyRegister();
    const many = Array.from({length: 6000}, (_, i) => ({
      key: `k${i}`,
      who: known(`Name${Math.floor(i / 1000)}`, `us-person:${i % 1000}`),
    }));
    await receiptOf(receiver(store)(rowsOf(many), {threads}));
    const names = Array.from({length: 6}, (_, i) => `Name${i}`);
    for (const record of [recordNumber(1), recordNumber(1000)]) {
      const sealed = await store.findIdentity(record);
      const opened = sealed && open(record, sealed, keys);
      expect(opened?.ok && opened.value.identity.names.map(({text}) => text)).toEqual(names);
    }
    expect(await store.carriersOf(nameToken('Name3', keys))).toHaveLength(1000);
  },
);

test('threads or none: the same register', async () => {
  const many = rowsOf(
    Array.from({length: 9000}, (_, i) => ({key: `k${i}`, who: known(`N${i % 4000}`, `us-person:${i % 4000}`)})),
  );
  const [alone, beside] = [emptyRegister(), emptyRegister()];
  const first = await receiptOf(receiver(alone)(many, {threads: 0}));
  const second = await receiptOf(receiver(beside)(many, {threads: 2}));
  expect(second).toEqual(first);
  expect(first).toMatchObject({rows: {new: 9000}, persons: {new: 4000}});
  const all = 'SELECT * FROM fact JOIN source_row USING (serial) ORDER BY id, key';
  expect(beside.query(all)).toEqual(alone.query(all));
  const tokens = 'SELECT hex(token) AS token, serial FROM token ORDER BY 1, 2';
  expect(beside.query(tokens)).toEqual(alone.query(tokens));
  const sealed = await beside.findIdentity(P3);
  expect(sealed && open(P3, sealed, keys).ok).toBe(true);
});
