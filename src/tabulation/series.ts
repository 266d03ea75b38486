/**
 * A table over reference years. Each year's units are counted in that year; a year the register holds nobody of shows what was
 * published then, or that nothing was collected. Years are never added up: the sum of years is not the number of persons.
 */
import type {Code} from '#concepts/code-list';
import {DEFINITIONS, isScale, YEAR} from '#concepts/concept';
import {count, type Observation} from '#concepts/observation';
import type {Period} from '#concepts/period';
import type {Source} from '#concepts/source';
import {firstOf, lastOf} from '#kit/plain-date';
import type {Alike} from './alike.ts';
import {breaksOf, changesIn} from './breaks.ts';
import {ALL, type Cube, combinations} from './cube.ts';
import type {Definitions} from './definitions.ts';
import {totalsFor} from './published-totals.ts';
import {AS_PUBLISHED, countsTheSame, type DefinitionsOf, definitionsOf} from './reading-day.ts';
import {withCode, withScale} from './scale.ts';
import type {TableDefinition} from './table.ts';
import {cubesOf} from './tabulate.ts';

/** The units of one reference year. */
export interface YearOfUnits<U extends Alike = Alike> {
  readonly year: number;
  readonly records: readonly U[];
  /** The register holds the year, whoever of it is counted here. */
  readonly held?: true | undefined;
}

/** A total from before the register, or beside it; `code` where it is of one category only. */
export interface Published {
  readonly table: string;
  readonly year: number;
  readonly code?: Code | undefined;
  readonly value: number;
  readonly source: Source;
}

export const isSeries = ({dimensions}: TableDefinition): boolean => dimensions.includes(YEAR);

export function tabulateSeries(
  tables: readonly TableDefinition[],
  years: readonly YearOfUnits[],
  published: readonly Published[],
  definitions: Definitions,
  period: Period,
): readonly Cube[] {
  const shown = years.map(({year}) => year);
  if (shown.length === 0) return [];
  const span = {from: firstOf(Math.min(...shown)), to: lastOf(Math.max(...shown))};
  const records = years.flatMap(({year, records: units}) => withCode(units, YEAR, String(year)));
  const scaled = withScale(YEAR, shown.map(String), definitions);
  const cubes = cubesOf(records, tables.filter(isSeries), scaled, span);
  return cubes.map((cube) => {
    const totals = totalsFor(cube.table, published, tables);
    return withBreaks({...cube, period, cells: observed(cube, years, totals, definitions)}, definitions);
  });
}

/** Counted where the register holds somebody; else what was published, as far as it still says what the cell asks. */
export function observed(
  {table, dimensions, cells}: Cube,
  years: readonly YearOfUnits[],
  totals: readonly Published[],
  definitions: Definitions,
): readonly Observation[] {
  const held = new Set(
    years.filter((one) => one.held ?? one.records.some(({unit}) => unit === table.unit)).map(({year}) => year),
  );
  const begun = Math.min(...held);
  const own = table.dimensions.filter((id) => !isScale(id));
  return combinations(dimensions.map(({codes}) => [...codes, ALL])).map((codes, i): Observation => {
    const at = new Map(table.dimensions.map((id, d) => [id, codes[d] ?? ALL] as const));
    const year = Number(at.get(YEAR));
    const under = definitionsOf(at.get(DEFINITIONS) ?? AS_PUBLISHED);
    if (Number.isNaN(year) || under === undefined) return {kind: 'not-applicable'};
    if (held.has(year)) return cells[i] ?? count(0);
    const ofYear = totals.filter((total) => total.year === year);
    if (ofYear.length === 0) return year > begun ? count(0) : {kind: 'not-collected'};
    const named = own.filter((id) => at.get(id) !== ALL).map((id) => [id, at.get(id) ?? ALL] as const);
    return ofPublished(ofYear, {universe: table.universe, named, year, under}, definitions);
  });
}

function ofPublished(
  totals: readonly Published[],
  cell: {
    readonly universe: TableDefinition['universe'];
    readonly named: readonly (readonly [string, Code])[];
    readonly year: number;
    readonly under: DefinitionsOf;
  },
  definitions: Definitions,
): Observation {
  const limits = [...Object.entries(cell.universe), ...cell.named.map(([id, code]) => [id, [code]] as const)];
  if (!countsTheSame(limits, cell.year, cell.under, definitions)) return {kind: 'not-collected', why: 'published-only'};
  const codes = cell.named.map(([, code]) => code).join();
  const total = totals.find(({code = ''}) => code === codes);
  return total === undefined ? {kind: 'not-collected'} : {kind: 'count', value: total.value, published: total.source};
}

function withBreaks(cube: Cube, definitions: Definitions): Cube {
  const dimensions = cube.dimensions.map((dimension) => {
    const changes = dimension.concept === YEAR ? changesIn(cube.table, dimension.codes, definitions) : [];
    const breaks = breaksOf(changes);
    return {
      ...dimension,
      ...(breaks.length === 0 ? {} : {breaks}),
      ...(changes.length === 0 ? {} : {changes}),
    };
  });
  return {...cube, dimensions};
}
