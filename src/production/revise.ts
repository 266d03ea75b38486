/**
 * What became of the figures of a period between two editions of it, and why. The definitions move first, over the facts the earlier
 * one was counted from: lists, concepts and tables, then the rules; then the facts, step by step, under the later one's. Each is
 * counted with everything else standing still, so together they are the whole difference.
 */
import {type Period, yearPeriod} from '#concepts/period';
import type {RevisionReason} from '#concepts/revision';
import type {UnitRecord} from '#concepts/unit-record';
import {canonicalJson} from '#kit/canonical-json';
import type {Instant} from '#kit/instant';
import type {PersonFile} from '#register/person-file';
import {revisionsOf, type Step} from '#register/revisions';
import {cellCounts, changeBetween, type EditionUnits, inOrder} from '#tabulation/cell-counts';
import type {Change, Changes} from '#tabulation/differences';
import {isCounted} from '#tabulation/table';
import {type Counted, type CountedBy, count, referenceYears} from './count.ts';

/** From where a period is seen: the facts recorded by then, under these definitions. */
export interface Vantage {
  readonly cutOff: Instant;
  readonly definitions: CountedBy;
}

export interface Revised {
  readonly before: Counted;
  readonly after: Counted;
  readonly changes: Changes;
}

export type ReadRegister = (asAt: Instant) => AsyncIterable<PersonFile>;

/** The earlier vantage has the earlier cut-off. */
export async function revise(
  register: ReadRegister,
  earlier: Vantage,
  later: Vantage,
  period: Period,
): Promise<Revised> {
  const at = ({cutOff}: Vantage, definitions: CountedBy) => count(() => register(cutOff), definitions, period, silent);
  const before = await at(earlier, earlier.definitions);
  const changes = new Map<RevisionReason, Change>();
  if (definitionsOf(earlier) !== definitionsOf(later)) {
    const {rules, competence, closings} = earlier.definitions;
    const recoded = {...later.definitions, rules, competence, closings};
    const [was, read, ruled] = [
      countsOf(before, earlier.definitions),
      countsOf(await at(earlier, recoded), recoded),
      countsOf(await at(earlier, later.definitions), later.definitions),
    ];
    changes.set('reclassification', changeBetween(was, read));
    changes.set('rule-change', changeBetween(read, ruled));
  }
  const steps = revisionsOf(register(later.cutOff), later.definitions, earlier.cutOff, [
    period,
    ...referenceYears(later.definitions, period).map(yearPeriod),
  ]);
  for (const [reason, change] of await byReason(steps, later.definitions, period)) changes.set(reason, change);
  return {before, after: await at(later, later.definitions), changes: inOrder(changes)};
}

const silent = (): void => undefined;

/** Editions under the same of these are counted alike. */
export const definitionsOf = ({definitions: {digest, closings}}: Vantage): string =>
  canonicalJson([digest, Object.fromEntries(closings ?? [])]);

const countsOf = (units: EditionUnits, {tables, ...definitions}: CountedBy): Change =>
  cellCounts(units, tables.filter(isCounted), definitions);

/** Units of one reason, of the period asked and of each year. */
interface Gathered {
  readonly units: UnitRecord[];
  readonly byYear: Map<number, UnitRecord[]>;
}

async function byReason(steps: AsyncIterable<Step>, definitions: CountedBy, asked: Period): Promise<Changes> {
  const gathered = new Map<RevisionReason, {readonly before: Gathered; readonly after: Gathered}>();
  const years = referenceYears(definitions, asked);
  for await (const {reason, place, before, after} of steps) {
    const sides = gathered.get(reason) ?? {before: nobody(), after: nobody()};
    gathered.set(reason, sides);
    // The period asked stands first, the reference years after it.
    add(sides.before, years[place - 1], before);
    add(sides.after, years[place - 1], after);
  }
  const counts = (side: Gathered) =>
    countsOf(
      {period: asked, units: side.units, byYear: [...side.byYear].map(([year, records]) => ({year, records}))},
      definitions,
    );
  return new Map(
    [...gathered].map(([reason, {before, after}]) => [reason, changeBetween(counts(before), counts(after))]),
  );
}

const nobody = (): Gathered => ({units: [], byYear: new Map()});

function add({units, byYear}: Gathered, year: number | undefined, records: readonly UnitRecord[]): void {
  const into = year === undefined ? units : (byYear.get(year) ?? []);
  into.push(...records);
  if (year !== undefined) byYear.set(year, into);
}
