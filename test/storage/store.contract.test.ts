/** What every store promises. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {type RecordNumber, recordNumber} from '#concepts/record-number';
import {type Instant, instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import type {Fact, FactId, Verdict} from '#register/fact';
import {type PersonFile, standing} from '#register/person-file';
import type {Store, Submission, Writer} from '#storage/store';
import {hasPostgres, type PostgresServer, startPostgres} from './postgres-server.ts';
import {stores} from './stores.ts';

const at = (day: number): Instant => instant(new Date(Date.UTC(2014, 0, day)).toISOString());
const totals = [{measure: 'persons', given: 60, counted: 59}];
const submission = (day: number, over: Partial<Submission> = {}): Submission => ({
  source: 'us',
  file: 'us.csv',
  sha256: 'ab',
  recordedAt: at(day),
  recordedBy: 'CMM',
  rows: 1,
  held: 0,
  controlTotals: totals,
  ...over,
});
const claim = (year = 2013): Fact => ({kind: 'asylum-claim', on: plainDate(`${year}-01-01`)});
const withdraws = (of: FactId): Fact => ({kind: 'withdrawal', on: plainDate('2014-01-01'), of, why: 'corrected'});
const token = (letter: string) => letter.repeat(32);
const joining = (identifiers: readonly string[]) => ({identifiers, names: []});
const box = (byte: number) => ({wrappedKey: new Uint8Array([byte]), ciphertext: new Uint8Array([byte, byte])});
const P1 = recordNumber(1);
const [P2, P3, P4] = [recordNumber(2), recordNumber(3), recordNumber(4)];

async function filesOf(store: Store, asAt: Instant): Promise<readonly PersonFile[]> {
  const files: PersonFile[] = [];
  for await (const file of store.personFiles(asAt)) files.push(file);
  return files;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'opgor-'));
  onTestFinished(() => rmSync(made, {recursive: true}));
  return made;
}

let server: PostgresServer | undefined;
beforeAll(async () => {
  if (hasPostgres) server = await startPostgres();
});
afterAll(() => server?.remove());

describe.each(stores.filter(({isHere}) => isHere))('$name', ({name, isAlone, open}) => {
  async function openIn(place: string): Promise<Store> {
    const opened = await open(place);
    if (!opened.ok) throw new Error(opened.refusal.reason);
    onTestFinished(() => opened.value.close());
    return opened.value;
  }
  const empty = () => openIn(folder());

  test('an empty register knows nobody and no moment', async () => {
    const store = await empty();
    expect(await store.latest()).toBeUndefined();
    expect(await filesOf(store, at(31))).toEqual([]);
    expect(await store.findPersonFile(P1, at(31))).toBeUndefined();
    expect(await store.findIdentity(P1)).toBeUndefined();
    expect(await store.keyCheck()).toBeUndefined();
    expect((await store.sourceRows('us')).size).toBe(0);
  });

  test('what was appended is there, whole, after it is opened again', async () => {
    const place = folder();
    const opened = await open(place);
    if (!opened.ok) throw new Error(opened.refusal.reason);
    await opened.value.append(submission(1), (writer) => {
      const record = writer.person();
      writer.identity(record, box(1), joining([token('a'), token('b')]));
      const id = writer.fact(record, claim(), 7);
      writer.sourceRow(token('c'), {digest: token('d'), record, facts: [id], byContent: false});
      writer.keyCheck('abc');
      writer.received(12, 3, totals);
    });
    await opened.value.close();

    const store = await openIn(place);
    expect(await store.latest()).toBe(at(1));
    expect(await store.submissions()).toEqual([{id: 1, ...submission(1), rows: 12, held: 3}]);
    const recorded = {id: 1, record: P1, recordedAt: at(1), recordedBy: 'CMM', submission: 1, source: 'us', row: 7};
    expect(await filesOf(store, at(1))).toEqual([{record: P1, facts: [{...recorded, fact: claim()}]}]);
    const sealed = await store.findIdentity(P1);
    expect([...(sealed?.wrappedKey ?? []), ...(sealed?.ciphertext ?? [])]).toEqual([1, 1, 1]);
    expect(await store.personsByToken([token('a'), token('e')])).toEqual(new Map([[token('a'), P1]]));
    const row = {key: token('c'), digest: token('d'), record: P1, facts: [1], byContent: false};
    expect(await store.sourceRows('us')).toEqual(new Map([[token('c'), row]]));
    expect((await store.sourceRows('cmm')).size).toBe(0);
    expect(await store.rowsAbout(P1)).toEqual([{source: 'us', ...row}]);
    await store.append(submission(2, {source: 'cmm'}), (writer) => {
      writer.sourceRow(token('c'), {...row, record: P2}, 'us');
      writer.sourceRow(token('e'), {...row, record: P2});
    });
    expect((await store.rowsAbout(P2)).map(({source, key}) => [source, key])).toEqual([
      ['cmm', token('e')],
      ['us', token('c')],
    ]);
    expect(await store.keyCheck()).toBe('abc');
  });

  test('a refused append leaves nothing, and the next takes its numbers', async () => {
    const store = await empty();
    const broken = store.append(submission(1), (writer) => {
      const record = writer.person();
      writer.identity(record, box(1), joining([token('a')]));
      writer.fact(record, claim());
      writer.sourceRow(token('c'), {digest: token('d'), record, facts: [1], byContent: false});
      throw new Error('halfway');
    });
    await expect(broken).rejects.toThrow('halfway');
    expect(await store.latest()).toBeUndefined();
    expect((await store.personsByToken([token('a')])).size + (await store.sourceRows('us')).size).toBe(0);
    const numbers = await store.append(submission(1), (writer) => [writer.person(), writer.fact(P1, claim())]);
    expect(numbers).toEqual([P1, 1]);
  });

  test('a withdrawn fact stood until it was withdrawn', async () => {
    const store = await empty();
    const id = await store.append(submission(1), (writer) => writer.fact(writer.person(), claim()));
    await store.append(submission(2), (writer) => writer.fact(P1, withdraws(id)));
    const stood = async (day: number) => {
      const file = await store.findPersonFile(P1, at(day));
      return file && standing(file, 'asylum-claim').length;
    };
    expect([await stood(0), await stood(1), await stood(2), await stood(3)]).toEqual([undefined, 1, 0, 0]);
  });

  test('records that decisions join are one file, at the moments they stood; each keeps its own facts', async () => {
    const store = await empty();
    await store.append(submission(1), (writer) => {
      for (let i = 0; i < 4; i++) writer.fact(writer.person(), claim());
    });
    const decides = (other: RecordNumber, verdict: Verdict): Fact => {
      return {kind: 'identity-decision', on: plainDate('2014-01-01'), other, verdict, reason: 'seen', basis: 'review'};
    };
    await store.append(submission(2), (writer) => writer.fact(P2, decides(P3, 'returning')));
    const joined = await store.append(submission(3), (writer) => writer.fact(P1, decides(P3, 'filed-twice')));
    await store.append(submission(4), (writer) => writer.fact(P1, decides(P4, 'different')));
    await store.append(submission(5), (writer) => writer.fact(P1, withdraws(joined)));
    const read = async (day: number) =>
      (await filesOf(store, at(day))).map(({record, facts, circle}) => [record, circle, facts.map(({id}) => id)]);
    const P4S = [P4, undefined, [4]];
    expect(await read(1)).toEqual([[P1, undefined, [1]], [P2, undefined, [2]], [P3, undefined, [3]], P4S]);
    expect(await read(2)).toEqual([[P1, undefined, [1]], [P2, P2, [2, 3, 5]], P4S]);
    expect(await read(3)).toEqual([[P1, P1, [1, 2, 3, 5, 6]], P4S]);
    expect(await read(4)).toEqual([[P1, P1, [1, 2, 3, 5, 6, 7]], P4S]);
    expect(await read(5)).toEqual([[P1, P1, [1, 6, 7, 8]], [P2, P1, [2, 3, 5]], P4S]);
    for (const day of [1, 2, 3, 4, 5])
      for (const file of await filesOf(store, at(day)))
        for (const {record} of file.facts) {
          expect(await store.findPersonFile(record, at(day))).toEqual(file);
          const own = {record, facts: file.facts.filter((one) => one.record === record)};
          expect(await store.findRecord(record, at(day))).toEqual(own);
        }
    // Decided in an append under way, it is read so there.
    await store.append(submission(6), async (writer) => {
      expect((await store.findPersonFile(P4, at(6)))?.record).toBe(P4);
      writer.fact(P3, decides(P4, 'returning'));
      expect((await store.findPersonFile(P4, at(6)))?.record).toBe(P2);
    });
  });

  test('recorded time does not run backwards; two submissions may share a moment', async () => {
    const store = await empty();
    await store.append(submission(2), () => undefined);
    await store.append(submission(2), () => undefined);
    await expect(store.append(submission(1), () => undefined)).rejects.toThrow('backwards');
    expect(await store.submissions()).toHaveLength(2);
    expect(await store.submissions(at(1))).toHaveLength(0);
  });

  test('the latest identity is the one, with its tokens alone', async () => {
    const store = await empty();
    await store.append(submission(1), (writer) =>
      writer.identity(writer.person(), box(1), joining([token('a'), token('b')])),
    );
    await store.append(submission(2), (writer) => writer.identity(P1, box(2), joining([token('b'), token('c')])));
    expect([...((await store.findIdentity(P1))?.ciphertext ?? [])]).toEqual([2, 2]);
    const found = await store.personsByToken(['a', 'b', 'c'].map(token));
    expect([...found.keys()]).toEqual([token('b'), token('c')]);
  });

  test('several may carry a name: all are found, the first registered first', async () => {
    const store = await empty();
    await store.append(submission(1), (writer) => {
      for (const byte of [1, 2]) writer.identity(writer.person(), box(byte), joining([token('a')]));
    });
    expect(await store.carriersOf(token('a'))).toEqual([P1, P2]);
    expect(await store.personsByToken([token('a')])).toEqual(new Map([[token('a'), P1]]));
  });

  test('several tokens are carried by whoever has them all, and none by nobody', async () => {
    const store = await empty();
    const [a, b, c] = [token('a'), token('b'), token('c')];
    await store.append(submission(1), (writer) => {
      for (const names of [
        [a, b],
        [a, c],
        [a, b, c],
      ])
        writer.identity(writer.person(), box(1), {identifiers: [], names});
    });
    const [first, second, third] = [P1, P2, recordNumber(3)];
    expect(await store.carriersOf(a)).toEqual([first, second, third]);
    expect(await store.carriersOf(a, b)).toEqual([first, third]);
    expect(await store.carriersOf(c, a, b)).toEqual([third]);
    expect(await store.carriersOf(a, token('d'))).toEqual([]);
    expect(await store.carriersOf()).toEqual([]);
  });

  test('erasure takes the key, the tokens and all made of content; the facts stand, and a tombstone of each identifier', async () => {
    const store = await empty();
    await store.append(submission(1), (writer) => {
      for (const letter of ['a', 'b']) {
        const record = writer.person();
        writer.identity(record, box(1), {identifiers: [token(letter)], names: [token('9')]});
        const row = {digest: token('f'), record, facts: [writer.fact(record, claim())]};
        writer.sourceRow(token(letter), {...row, byContent: false});
        writer.sourceRow(token(letter === 'a' ? 'c' : 'd'), {...row, byContent: true});
      }
    });
    expect((await store.recognise([token('a')])).size).toBe(0);
    await store.erase(P1, submission(2, {source: 'entry'}), {
      kind: 'erasure',
      on: plainDate('2014-01-02'),
      why: 'asked',
    });
    expect(await store.findIdentity(P1)).toBeUndefined();
    expect([...(await store.personsByToken([token('a'), token('b'), token('9')])).values()]).toEqual([P2, P2]);
    expect(await store.carriersOf(token('9'))).toEqual([P2]);
    expect(await store.recognise([token('a'), token('b'), token('9')])).toEqual(new Map([[token('a'), P1]]));
    const rows = [...(await store.sourceRows('us')).values()];
    const left = (record: RecordNumber) => rows.filter((row) => row.record === record).map(({key}) => key);
    expect(rows.filter(({digest}) => digest === '').map(({record}) => record)).toEqual([P1, P1]);
    expect(left(P1)).toContain(token('a'));
    expect(left(P1)).not.toContain(token('c'));
    expect(left(P2)).toEqual([token('b'), token('d')]);
    const file = await store.findPersonFile(P1, at(2));
    expect(file?.facts.map(({fact}) => fact.kind)).toEqual(['asylum-claim', 'erasure']);
    expect(await store.findIdentity(P2)).toBeDefined();
  });

  test('appends wait for each other', async () => {
    const store = await empty();
    const slow = store.append(submission(1), async (writer) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return writer.person();
    });
    const quick = store.append(submission(1), (writer) => writer.person());
    expect(await Promise.all([slow, quick])).toEqual([P1, P2]);
  });

  test('a writer that outlives its append is of no use', async () => {
    const store = await empty();
    const kept = await store.append(submission(1), (writer) => writer);
    expect(() => kept.person()).toThrow('outlived');
  });

  test('persons come in the order of their numbers, however many', async () => {
    const store = await empty();
    await store.append(submission(1), (writer) => {
      for (let i = 0; i < 2500; i += 1) writer.person();
      for (let i = 2500; i > 0; i -= 1) writer.fact(recordNumber(i), claim());
    });
    const records = (await filesOf(store, at(1))).map(({record}) => record);
    expect(records).toEqual(Array.from({length: 2500}, (_, i) => recordNumber(i + 1)));
  });

  if (isAlone)
    test('a second process is refused while the first has it open', async () => {
      const place = folder();
      const child = await other(name, place, 'idle');
      const refused = await open(place);
      expect(refused.ok ? 'opened' : refused.refusal.reason).toBe('register-in-use');
      await killed(child);
      expect((await openIn(place)) !== undefined).toBe(true);
    });

  test('killed in the middle of an append: all of what was done before, nothing of it', async () => {
    const place = folder();
    await killed(await other(name, place, 'midway'));
    const store = await openIn(place);
    expect(await filesOf(store, at(31))).toHaveLength(3);
    expect(await store.submissions()).toHaveLength(1);
    expect(await store.append(submission(2), (writer) => writer.person())).toBe(recordNumber(4));
  });

  test('as it stood at any moment is what replaying the submissions until then gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySubmission, {minLength: 1, maxLength: 8}), async (deliveries) => {
        const opened = await open(folder());
        if (!opened.ok) throw new Error(opened.refusal.reason);
        const model = new Model();
        let day = 1;
        for (const {later, aborted, steps} of deliveries) {
          day += later;
          const appending = opened.value.append(submission(day), (writer) => {
            const trial = aborted ? model.copy() : model;
            for (const step of steps) apply(step, writer, trial, at(day));
            if (aborted) throw new Error('aborted');
          });
          if (aborted) await expect(appending).rejects.toThrow('aborted');
          else await appending;
        }
        for (let asAt = 0; asAt <= day; asAt += 1) {
          const files = await filesOf(opened.value, at(asAt));
          expect(files.map(({record, facts}) => [record, facts.map(({id, fact}) => [id, fact])])).toEqual(
            model.filesAt(at(asAt)),
          );
        }
        await opened.value.close();
      }),
      {seed: 2013, numRuns: 40},
    );
  });
});

/** Another process, once it has come where it stays. */
async function other(name: string, place: string, state: 'idle' | 'midway') {
  const program = fileURLToPath(new URL('./append-then-hang.ts', import.meta.url));
  const flags = ['--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, program, name, place, state], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toContain(state);
  return child;
}

async function killed(child: Awaited<ReturnType<typeof other>>): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

type Step = {readonly kind: 'person'} | {readonly kind: 'claim' | 'withdraw'; readonly which: number};
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({kind: fc.constant('person' as const)}),
  fc.record({kind: fc.constantFrom('claim' as const, 'withdraw' as const), which: fc.nat(20)}),
);
const anySubmission = fc.record({
  later: fc.nat(2),
  aborted: fc.boolean(),
  steps: fc.array(anyStep, {maxLength: 8}),
});

/** The register as a list, to hold the store against. */
class Model {
  persons = 0;
  facts: {readonly record: RecordNumber; readonly fact: Fact; readonly recordedAt: Instant}[] = [];

  copy(): Model {
    const copy = new Model();
    copy.persons = this.persons;
    copy.facts = [...this.facts];
    return copy;
  }

  filesAt(asAt: Instant) {
    const known = this.facts.map((one, i) => ({...one, id: i + 1})).filter(({recordedAt}) => recordedAt <= asAt);
    const files = Map.groupBy(known, ({record}) => record);
    return [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([record, facts]) => [record, facts.map(({id, fact}) => [id, fact])]);
  }
}

function apply(step: Step, writer: Writer, model: Model, recordedAt: Instant): void {
  if (step.kind === 'person') {
    model.persons += 1;
    expect(writer.person()).toBe(recordNumber(model.persons));
    return;
  }
  const target = model.facts[step.which % Math.max(1, model.facts.length)];
  if (model.persons === 0 || (step.kind === 'withdraw' && target === undefined)) return;
  const record = step.kind === 'claim' ? recordNumber((step.which % model.persons) + 1) : (target?.record ?? P1);
  const fact = step.kind === 'claim' ? claim(2000 + step.which) : withdraws((step.which % model.facts.length) + 1);
  model.facts.push({record, fact, recordedAt});
  expect(writer.fact(record, fact)).toBe(model.facts.length);
}
