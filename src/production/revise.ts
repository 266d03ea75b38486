/**
 * What became of the figures of a period between two editions of it, and why. The definitions move first, over the facts the earlier
 * one was counted from: lists, concepts and tables, then the rules; then the facts, step by step, under the later one's. Each is
 * counted with everything else standing still, so together they are the whole difference.
 */
import type {Period} from '#concepts/period';
import type {RevisionReason} from '#concepts/revision';
import {canonicalJson} from '#kit/canonical-json';
import type {Instant} from '#kit/instant';
import {firstOf, lastOf, yearOf} from '#kit/plain-date';
import type {PersonFile} from '#register/person-file';
import {cellCounts, changeBetween, inOrder} from '#tabulation/cell-counts';
import type {Change, Changes} from '#tabulation/differences';
import {restatementsOf} from '#tabulation/series-under';
import {isCounted} from '#tabulation/table';
import {type Counted, type CountedBy, count, referenceYears} from './count.ts';
import {type Replayed, replay} from './replay.ts';

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
      countsOf(before, period, earlier.definitions),
      countsOf(await at(earlier, recoded), period, recoded),
      countsOf(await at(earlier, later.definitions), period, later.definitions),
    ];
    changes.set('reclassification', changeBetween(was, read));
    changes.set('rule-change', changeBetween(read, ruled));
  }
  const replayed = await replay(register, earlier.cutOff, later, period);
  for (const [reason, {before: had, after: has}] of replayed)
    changes.set(
      reason,
      changeBetween(countsOf(had, period, later.definitions), countsOf(has, period, later.definitions)),
    );
  return {before, after: await at(later, later.definitions), changes: inOrder(changes)};
}

const silent = (): void => undefined;

/** Editions under the same of these are counted alike. */
export const definitionsOf = ({definitions: {digest, closings}}: Vantage): string =>
  canonicalJson([digest, Object.fromEntries(closings ?? [])]);

function countsOf({units, byYear, distinct}: Replayed, period: Period, {tables, ...definitions}: CountedBy): Change {
  const counted = tables.filter(isCounted);
  const years = referenceYears({...definitions, tables}, period);
  const span = {from: firstOf(years[0] ?? yearOf(period.from)), to: lastOf(years.at(-1) ?? yearOf(period.to))};
  const all = {period, units, byYear, distinct, span};
  return cellCounts(all, counted, restatementsOf(counted, years, definitions), definitions);
}
