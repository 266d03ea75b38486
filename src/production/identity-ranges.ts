/**
 * How far open questions of identity can move the number of persons and of repeats: each group is counted for every way to answer
 * its questions. Until they are answered, the two of a pair are counted as different persons.
 */
import type {Finding} from '#concepts/finding';
import {type Period, yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import type {Instant} from '#kit/instant';
import {concernsOf} from '#register/deidentify';
import type {PersonFile} from '#register/person-file';
import type {Cube} from '#tabulation/cube';
import {uncertaintyTable} from '#tabulation/uncertainty-table';
import {type CountedBy, referenceYears} from './count.ts';
import {type IdentityGroup, openGroups, type ReadIdentities, waysOf} from './identity-groups.ts';
import {countsOf, everybodyOf} from './review-moves.ts';

/** Differences to what is counted: `low` is none or below, `high` none or above. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface IdentityRange {
  /** Open, and about somebody whom the statement or its series may count. */
  readonly questions: number;
  readonly persons: Range;
  readonly repeats: Range;
}

const NOWHERE: Range = {low: 0, high: 0};
export const NOTHING_OPEN: IdentityRange = {questions: 0, persons: NOWHERE, repeats: NOWHERE};

export async function identityRange(
  store: ReadIdentities,
  definitions: CountedBy,
  period: Period,
  asAt: Instant,
): Promise<IdentityRange> {
  const groups = await openGroups(store, asAt);
  if (groups.length === 0) return NOTHING_OPEN;
  const periods = [period, ...referenceYears(definitions, period).map(yearPeriod)];
  return groups
    .filter(({files}) => files.some((file) => periods.some(concernsOf(file))))
    .map((group) => rangeOf(group, definitions, period))
    .reduce(sum, NOTHING_OPEN);
}

function rangeOf(group: IdentityGroup, definitions: CountedBy, period: Period): IdentityRange {
  const questions = group.pairs.length;
  const countIn = (files: readonly PersonFile[]) => countsOf(files, definitions, period);
  const now = countIn(group.files);
  const ways = waysOf(group);
  if (ways === undefined) {
    const anybody = (counted: number): Range => ({low: -counted, high: group.files.length - counted});
    return {questions, persons: anybody(now.persons), repeats: anybody(now.repeats)};
  }
  let [persons, repeats] = [NOWHERE, NOWHERE];
  for (const files of ways) {
    const then = countIn(files);
    persons = widened(persons, then.persons - now.persons);
    repeats = widened(repeats, then.repeats - now.repeats);
  }
  return {questions, persons, repeats};
}

export const widened = ({low, high}: Range, by: number): Range => ({low: Math.min(low, by), high: Math.max(high, by)});

const both = (a: Range, b: Range): Range => ({low: a.low + b.low, high: a.high + b.high});
const sum = (a: IdentityRange, b: IdentityRange): IdentityRange => ({
  questions: a.questions + b.questions,
  persons: both(a.persons, b.persons),
  repeats: both(a.repeats, b.repeats),
});

/** Told in a draft as long as one is open: a release goes over it by choice alone. */
export const identityFindings = ({questions, persons, repeats}: IdentityRange): readonly Finding[] =>
  questions === 0
    ? []
    : [
        {
          rule: 'identity-questions-open',
          severity: 'warning',
          facts: {
            questions,
            ...{'persons-low': persons.low, 'persons-high': persons.high},
            ...{'repeats-low': repeats.low, 'repeats-high': repeats.high},
          },
        },
      ];

/** The same as figures, in the tables that tell of it. */
export function uncertaintyTables(
  {tables}: Pick<CountedBy, 'tables'>,
  {units, period}: {readonly units: readonly UnitRecord[]; readonly period: Period},
  {questions, persons, repeats}: IdentityRange,
): readonly Cube[] {
  const now = everybodyOf(units);
  const uncertainty = {questions, persons: from(now.persons, persons), repeats: from(now.repeats, repeats)};
  return tables.filter((one) => one.uncertainty !== undefined).map((one) => uncertaintyTable(one, uncertainty, period));
}

const from = (counted: number, {low, high}: Range): Range => ({low: counted + low, high: counted + high});
