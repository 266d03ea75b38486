/**
 * A table over reference years. Each year's units are counted in that year; a year the register holds nobody of shows what was
 * published then, or that nothing was collected. Years are never added up: the sum of years is not the number of persons.
 */
import type {Code, CodeList} from '#concepts/code-list';
import {type Concept, YEAR} from '#concepts/concept';
import {count, type Observation} from '#concepts/observation';
import type {Period} from '#concepts/period';
import type {Source} from '#concepts/source';
import type {UnitRecord} from '#concepts/unit-record';
import {firstOf, lastOf, plainDate} from '#kit/plain-date';
import {breaksIn} from './breaks.ts';
import {ALL, type Cube, combinations} from './cube.ts';
import type {Definitions} from './definitions.ts';
import type {TableDefinition} from './table.ts';
import {cubesOf} from './tabulate.ts';

/** The units of one reference year. */
export interface YearOfUnits {
  readonly year: number;
  readonly records: readonly UnitRecord[];
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
  const records = years.flatMap(({year, records: units}) =>
    units.map((unit) => ({...unit, codes: {...unit.codes, [YEAR]: [String(year)]}})),
  );
  const cubes = cubesOf(records, tables.filter(isSeries), withYears(shown, definitions), span);
  return cubes.map((cube) => withBreaks({...cube, period, cells: observed(cube, years, published)}, definitions));
}

/** The years as one more concept with a list of its own, for the length of the count. */
function withYears(years: readonly number[], {concepts, codeLists}: Definitions): Definitions {
  const labels = {da: '', en: ''};
  const concept: Concept = {id: YEAR, labels, list: YEAR, of: YEAR, level: 'recorded', multiple: false};
  const rows = years.map((year) => ({code: String(year), labels, correspondences: {}, from: plainDate('1000-01-01')}));
  const list: CodeList = {id: YEAR, labels, rows};
  return {concepts: [...concepts, concept], codeLists: new Map([...codeLists, [YEAR, list]])};
}

function observed({table, dimensions, cells}: Cube, years: readonly YearOfUnits[], published: readonly Published[]) {
  const held = new Set(
    years.filter(({records}) => records.some(({unit}) => unit === table.unit)).map(({year}) => year),
  );
  const begun = Math.min(...held);
  const totals = published.filter((total) => total.table === table.id);
  return combinations(dimensions.map(({codes}) => [...codes, ALL])).map((codes, i): Observation => {
    const year = Number(codes[table.dimensions.indexOf(YEAR)]);
    if (Number.isNaN(year)) return {kind: 'not-applicable'};
    if (held.has(year)) return cells[i] ?? count(0);
    const others = codes.filter((code, at) => code !== ALL && table.dimensions[at] !== YEAR);
    const total = totals.find((one) => one.year === year && others.join() === (one.code ?? ''));
    if (total !== undefined) return {kind: 'count', value: total.value, published: total.source};
    const hasTotal = totals.some((one) => one.year === year);
    return year > begun && !hasTotal ? count(0) : {kind: 'not-collected'};
  });
}

function withBreaks(cube: Cube, definitions: Definitions): Cube {
  const dimensions = cube.dimensions.map((dimension) => {
    const breaks = dimension.concept === YEAR ? breaksIn(cube.table, dimension.codes, definitions) : [];
    return breaks.length === 0 ? dimension : {...dimension, breaks};
  });
  return {...cube, dimensions};
}
