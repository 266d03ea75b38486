/** Units as counts by address, over all tables at once: what can be added up, subtracted and told by reason. */
import type {Code} from '#concepts/code-list';
import {DISTINCT_PERSONS, isScale, MEASURE, SUM_OF_YEARS, YEAR} from '#concepts/concept';
import type {Period} from '#concepts/period';
import {yearPeriod} from '#concepts/period';
import type {RevisionReason} from '#concepts/revision';
import {REVISION_REASONS} from '#concepts/revision';
import {lastOf} from '#kit/plain-date';
import type {Alike} from './alike.ts';
import {codedCells} from './cube.ts';
import type {Definitions} from './definitions.ts';
import type {Change} from './differences.ts';
import {isMeasured} from './measures.ts';
import {addressText} from './proof.ts';
import {AS_PUBLISHED, codeFor, readUnder} from './reading-day.ts';
import {isSeries, type YearOfUnits} from './series.ts';
import type {Restatement} from './series-under.ts';
import type {TableDefinition} from './table.ts';
import {cubesOf} from './tabulate.ts';

/** What the tables of one edition are counted from. */
export interface EditionUnits {
  readonly period: Period;
  readonly units: readonly Alike[];
  readonly byYear: readonly YearOfUnits<Alike>[];
  /** Of all the years, each person once. */
  readonly distinct: readonly Alike[];
  /** All the years. */
  readonly span: Period;
}

/** A table as units of one kind fill it: with no scale of the program's own, and where its cells then stand. */
interface Filled {
  readonly table: TableDefinition;
  readonly at: (codes: readonly Code[]) => readonly Code[];
}

/** Every cell that anyone is in. A series has its cells of each year and none over years; the sum of years has all of them. */
export function cellCounts(
  {period, units, byYear, distinct, span}: EditionUnits,
  tables: readonly TableDefinition[],
  restated: readonly Restatement[],
  definitions: Definitions,
): Change {
  const counts = new Map<string, number>();
  const add = (records: readonly Alike[], filled: readonly Filled[], over: Period) => {
    if (records.length === 0) return;
    const own = filled.map(({table}) => ({...table, dimensions: table.dimensions.filter((id) => !isScale(id))}));
    for (const [i, cube] of cubesOf(records, own, definitions, over).entries()) {
      const {table, at} = filled[i] ?? {};
      if (table === undefined || at === undefined) continue;
      for (const {codes, cell} of codedCells(cube)) {
        if (cell.kind !== 'count' || cell.value === 0) continue;
        const address = addressText({table: table.id, codes: at(codes)});
        counts.set(address, (counts.get(address) ?? 0) + cell.value);
      }
    }
  };
  const [series, measured] = [tables.filter(isSeries), tables.filter(isMeasured)];
  const plain = tables.filter(({dimensions}) => !dimensions.some(isScale));
  add(units, plain.map(filled()), period);
  add(distinct, measured.map(filled(MEASURE, DISTINCT_PERSONS)), span);
  for (const {year, records} of byYear) {
    const ofYear = filled(YEAR, String(year));
    add(records, [...series.map(ofYear), ...measured.map(filled(MEASURE, SUM_OF_YEARS))], yearPeriod(year));
    for (const {table, under} of restated)
      for (const one of under) {
        const days = one === AS_PUBLISHED ? yearPeriod(year) : {from: lastOf(one), to: lastOf(one)};
        const {at} = ofYear({...table, dimensions: table.dimensions.slice(1)});
        add(readUnder(records, one), [{table, at: (codes) => [codeFor(one), ...at(codes)]}], days);
      }
  }
  return counts;
}

/** Of a table with a scale: at one code of it. */
const filled =
  (scale?: string, code: Code = '') =>
  (table: TableDefinition): Filled => {
    const place = table.dimensions.indexOf(scale ?? '');
    return {table, at: (codes) => (place < 0 ? codes : codes.toSpliced(place, 0, code))};
  };

export function changeBetween(before: Change, after: Change): Change {
  const change = new Map<string, number>();
  for (const address of new Set([...before.keys(), ...after.keys()])) {
    const difference = (after.get(address) ?? 0) - (before.get(address) ?? 0);
    if (difference !== 0) change.set(address, difference);
  }
  return change;
}

/** By reason, in their order. */
export const inOrder = (changes: ReadonlyMap<RevisionReason, Change>): ReadonlyMap<RevisionReason, Change> =>
  new Map(
    REVISION_REASONS.flatMap((reason) => (changes.has(reason) ? [[reason, changes.get(reason) ?? new Map()]] : [])),
  );
