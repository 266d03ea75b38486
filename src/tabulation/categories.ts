/**
 * Which codes a dimension shows, and in what order. Whatever a unit has is shown, so the cells leave nobody out;
 * unknown is always shown, last. A series shows each of its years, whoever they have.
 */
import {type Code, rowsOn, UNKNOWN} from '#concepts/code-list';
import {type ConceptId, isScale} from '#concepts/concept';
import type {Period} from '#concepts/period';
import {type Definitions, type Reading, readingOf} from './definitions.ts';
import {codeAt, daysOf} from './level.ts';
import type {TableDefinition} from './table.ts';

export function categoriesOf(
  id: ConceptId,
  table: TableDefinition,
  definitions: Definitions,
  period: Period,
  units: ReadonlyMap<Code, number>,
): readonly Code[] {
  const reading = readingOf(definitions, id);
  const shown = new Set([
    ...units.keys(),
    ...(table.categories === 'all' || isScale(id) ? inForce(reading, table, definitions, period) : []),
  ]);
  if (!isScale(id)) shown.add(UNKNOWN);
  const byCount = table.order === 'count' && id === table.dimensions[0] && !isScale(id);
  const rank = new Map(reading.list.rows.map(({code}, i) => [code, i] as const).reverse());
  const place = (code: Code) => (code === UNKNOWN ? Number.POSITIVE_INFINITY : (rank.get(code) ?? 0));
  const ahead = (a: Code, b: Code) =>
    a !== UNKNOWN && b !== UNKNOWN && byCount ? (units.get(b) ?? 0) - (units.get(a) ?? 0) : 0;
  return [...shown].sort((a, b) => ahead(a, b) || place(a) - place(b) || 0);
}

/** Every code that the concept can take on a day of the period for a unit of the table's universe. */
function inForce({concept, list}: Reading, {universe}: TableDefinition, definitions: Definitions, period: Period) {
  const limits = Object.entries(universe)
    .map(([id, codes]) => ({...readingOf(definitions, id), codes}))
    .filter((limit) => limit.concept.of === concept.of && limit.list === list && !concept.multiple);
  return daysOf(list, period).flatMap((on) =>
    rowsOn(list, on)
      .map(({code}) => code)
      .filter((code) => limits.every((limit) => limit.codes.includes(codeAt(limit.concept, list, code, on))))
      .map((code) => codeAt(concept, list, code, on)),
  );
}
