/**
 * The same facts in any order of arrival, through the same door as an agency's file: an edition counted again at its cut-off is what it
 * was, reasons sum, and where what was said in the end is the same, so are the figures.
 */
import {cpSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {type Instant, instant} from '#kit/instant';
import {done} from '#kit/outcome';
import {add, receiveInto} from '#production/casework';
import {type CountedBy, count} from '#production/count';
import {silent} from '#production/progress';
import {revise} from '#production/revise';
import {type OpenRegister, openRegister, withStore} from '#production/workspace';
import type {PersonFile} from '#register/person-file';
import {differencesOf} from '#tabulation/differences';
import {value} from '../production/edition-office.ts';
import {csvOf, decision, type Row, type SmallOffice, smallOffice} from './small-office.ts';

const RUNS = 20;
const YEARS = [2012, 2013];
const OVERTURNED = '09-09-2013';

/** What each case says in the end: two persons with several cases, group raids, forms that moved, one that a court overturns. */
const FINALLY: ReadonlyMap<string, Row> = new Map([
  ['A-1', decision('900001', '05-05-2011', 'Prostitution')],
  ['A-2', decision('900002', '06-06-2011', 'Tvangsarbejde', 'Mand')],
  ['B-1', decision('900001', '01-02-2012', 'Prostitution')],
  ['B-2', decision('900003', '01-03-2012', 'Skunkproduktion', 'Mand')],
  ['B-3', decision('900004', '01-03-2012', 'Skunkproduktion', 'Mand')],
  ['B-4', decision('900005', '20-12-2012', 'Narkosalg', 'Mand')],
  ['C-1', decision('900003', '02-03-2013', 'Skunkproduktion', 'Mand')],
  ['C-2', decision('900006', '02-03-2013', 'Skunkproduktion', 'Mand')],
  ['C-3', decision('900007', '05-04-2013', 'Prostitution')],
  ['C-4', decision('900007', '05-09-2013', 'Tvangsarbejde')],
  ['C-5', decision('900008', OVERTURNED, 'Prostitution')],
  ['C-6', {...decision('900009', '11-10-2013', 'Prostitution'), Afgørelse: 'Negativ'}],
]);
const CASES = [...FINALLY.keys()];
const STABLE = 'C-5';

/** What a case said before: of another person, on another day, of another form, or nothing yet. */
type Before = Partial<Record<'Udl.nr.' | 'Afgørelsesdato' | 'Udnyttelse', string>> | 'not yet';
const before: fc.Arbitrary<Before> = fc.oneof(
  fc.constant('not yet' as const),
  fc.record(
    {
      'Udl.nr.': fc.constantFrom('900001', '900003', '900007', '900020', '900021'),
      Afgørelsesdato: fc.constantFrom('03-03-2012', '02-03-2013', '30-12-2013'),
      Udnyttelse: fc.constantFrom('Prostitution', 'Narkosalg', 'Tvangsarbejde'),
    },
    {requiredKeys: []},
  ),
);

/** In each delivery but the last, what the cases said then, in what order; and after which delivery the court was heard of. */
const stories = fc.record({
  deliveries: fc.array(
    fc.record({
      order: fc.shuffledSubarray(CASES, {minLength: CASES.length}),
      said: fc.array(before, {minLength: CASES.length, maxLength: CASES.length}),
    }),
    {minLength: 1, maxLength: 4},
  ),
  last: fc.shuffledSubarray(CASES, {minLength: CASES.length}),
  heard: fc.nat(4),
});
type Story = typeof stories extends fc.Arbitrary<infer S> ? S : never;

function rowsOf({deliveries, last}: Story): readonly ReadonlyMap<string, Row>[] {
  const early = deliveries.map(
    ({order, said}) =>
      new Map(
        order.flatMap((id): readonly (readonly [string, Row])[] => {
          const [finally_, then] = [FINALLY.get(id) ?? {}, said[CASES.indexOf(id)]];
          if (id === STABLE) return [[id, finally_]];
          return then === undefined || then === 'not yet' ? [] : [[id, {...finally_, ...then}]];
        }),
      ),
  );
  return [...early, new Map(last.map((id) => [id, FINALLY.get(id) ?? {}]))];
}

let office: SmallOffice;
beforeAll(async () => {
  office = await smallOffice('order');
});
afterAll(() => office.remove());

let run = 0;
/** A workspace of its own, in which it all happened; what was counted after each delivery. */
async function happened(story: Story) {
  run += 1;
  const workspace = join(office.folder, `run-${run}`);
  cpSync(office.workspace, workspace, {recursive: true});
  const deliveries = rowsOf(story);
  const editions: {
    readonly year: number;
    readonly cutOff: Instant;
    readonly figures: Awaited<ReturnType<typeof figures>>;
  }[] = [];
  for (const [i, rows] of deliveries.entries()) {
    const day = `2014-0${i + 1}-10`;
    office.at(`${day}T09:00:00Z`);
    const path = join(office.folder, 'delivery.csv');
    writeFileSync(path, csvOf(rows));
    const request = {path, source: 'us', controlTotals: {}, recordedAt: undefined, recordedBy: 'test'};
    const rest = {dryRun: false, errors: undefined, acceptWithdrawals: true};
    const receipt = value(await receiveInto(workspace, {...request, ...rest}, office.effects, silent));
    expect(receipt.rows.held).toBe(0);
    if (i === Math.min(story.heard, deliveries.length - 1)) {
      office.at(`${day}T10:00:00Z`);
      await overturn(workspace);
    }
    const cutOff = office.effects.now();
    for (const year of YEARS) editions.push({year, cutOff, figures: await figures(workspace, year, cutOff)});
  }
  return {workspace, editions};
}

async function overturn(workspace: string): Promise<void> {
  const on = OVERTURNED.split('-').toReversed().join('-');
  const found = (await filesOf(workspace)).flatMap(({record, facts}) =>
    facts
      .filter(({fact}) => fact.kind === 'assessment' && fact.on === on)
      .map(({id}) => ({record: String(record), of: String(id)})),
  );
  const {record, of = ''} = found[0] ?? {};
  const given = {on: '2014-01-05', of, ground: 'registration-error'};
  const request = {record, kind: 'reversal', given, recordedAt: undefined, recordedBy: 'test'} as const;
  value(await add(workspace, request, office.effects));
}

const inRegister = async <T>(workspace: string, work: (register: OpenRegister) => Promise<T>): Promise<T> =>
  value(await withStore(await openRegister(workspace), async (register) => done(await work(register))));

const filesOf = (workspace: string): Promise<readonly PersonFile[]> =>
  inRegister(workspace, async ({store}) => {
    const files: PersonFile[] = [];
    for await (const file of store.personFiles(office.effects.now())) files.push(file);
    return files;
  });

const figures = (workspace: string, year: number, asAt: Instant) =>
  inRegister(
    workspace,
    async ({store, profile}) => (await count(() => store.personFiles(asAt), profile, yearPeriod(year), silent)).cubes,
  );

const given = (prove: (story: Story) => Promise<void>) =>
  fc.assert(fc.asyncProperty(stories, prove), {numRuns: RUNS, seed: 20131015});

test('editions stand, reasons sum, and the end does not depend on the way there', async () => {
  const plain = await happened({deliveries: [], last: CASES, heard: 0});
  const finally_ = plain.editions.slice(-YEARS.length).map((one) => one.figures);
  let changed = 0;
  await given(async (story) => {
    const {workspace, editions} = await happened(story);
    expect(editions.slice(-YEARS.length).map((one) => one.figures)).toEqual(finally_);
    for (const {year, cutOff, figures: then} of editions) {
      expect(await figures(workspace, year, cutOff)).toEqual(then);
      changed += await inRegister(workspace, (register) => differing(register, register.profile, year, cutOff));
    }
    rmSync(workspace, {recursive: true});
  });
  expect(changed).toBeGreaterThan(RUNS);
}, 120_000);

/** Cells that differ between an edition and the end; each by the sum of its reasons. */
async function differing(
  {store}: OpenRegister,
  definitions: CountedBy,
  year: number,
  cutOff: Instant,
): Promise<number> {
  const end = {cutOff: instant('2015-01-01T00:00:00Z'), definitions};
  const {
    before: was,
    after,
    changes,
  } = await revise((at) => store.personFiles(at), {cutOff, definitions}, end, yearPeriod(year));
  const {cells} = differencesOf(was.cubes, after.cubes, changes);
  for (const {table, codes, difference, reasons} of cells) {
    if (difference === undefined) continue;
    const sum = reasons.reduce((total, one) => total + (one.difference ?? 0), 0);
    expect([table, codes, sum]).toEqual([table, codes, difference]);
  }
  return cells.length;
}
