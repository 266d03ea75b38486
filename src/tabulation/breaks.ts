/**
 * Where a series breaks: a code of a list it uses begins to be read differently, at the level and within the universe of the
 * table. Cannabis production that moves from forced labour to criminal acts breaks both, and leaves prostitution alone.
 */
import type {Code, CodeRow} from '#concepts/code-list';
import {type ConceptId, YEAR} from '#concepts/concept';
import {addDays, yearOf} from '#kit/plain-date';
import {type Definitions, readingOf} from './definitions.ts';
import {codeAt} from './level.ts';
import type {TableDefinition} from './table.ts';

export interface Break {
  readonly code: Code;
  readonly concept: ConceptId;
}

/** By year, of the years shown; what changed before the first of them is no break. */
export function breaksIn(table: TableDefinition, years: readonly Code[], definitions: Definitions): readonly Break[] {
  const used = [...table.dimensions.filter((id) => id !== YEAR), ...Object.keys(table.universe)];
  const breaks = [...new Set(used)].flatMap((concept) =>
    breakYears(concept, table, definitions).map((year) => ({code: String(year), concept})),
  );
  return years.slice(1).flatMap((year) => breaks.filter(({code}) => code === year));
}

function breakYears(
  id: ConceptId,
  {dimensions, universe}: TableDefinition,
  definitions: Definitions,
): readonly number[] {
  const {concept, list} = readingOf(definitions, id);
  const within = universe[id];
  const read = (code: Code, on: CodeRow['from']): Code | boolean => {
    const value = codeAt(concept, list, code, on);
    return dimensions.includes(id) || within === undefined ? value : within.includes(value);
  };
  const moved = list.rows.filter((row) => {
    const [before] = list.rows
      .filter((other) => other.code === row.code && other.from < row.from)
      .sort((a, b) => (a.from < b.from ? 1 : -1));
    return before !== undefined && read(row.code, before.to ?? addDays(row.from, -1)) !== read(row.code, row.from);
  });
  return [...new Set(moved.map(({from}) => yearOf(from)))];
}
