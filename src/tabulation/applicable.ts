/**
 * Cells that cannot hold anybody: an accompanying child is not assessed in any period. Nobody was found there because nobody
 * could be, so it is shown as not applicable and not as a zero. Said after the counts are proven; whoever was counted is shown.
 */
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import {ALL, type Cube, codedCells} from './cube.ts';
import type {TableDefinition} from './table.ts';

const NOT_APPLICABLE = {kind: 'not-applicable'} as const;

export function asApplicable(cube: Cube): Cube {
  const {table, dimensions} = cube;
  const rules = table.notApplicable ?? [];
  if (rules.length === 0) return cube;
  const impossible = (codes: readonly string[]) =>
    rules.some((rule) =>
      Object.entries(rule).every(([concept, excluded]) => {
        const code = codes[dimensions.findIndex((one) => one.concept === concept)];
        return code !== undefined && excluded.includes(code);
      }),
    );
  const shown = dimensions.map(({concept, codes}, at) =>
    codes.filter((code) => !isExcluded(rules, concept, code) || isAnyoneIn(cube, at, code)),
  );
  const cells = codedCells(cube).flatMap(({codes, cell}) => {
    if (codes.some((code, i) => code !== ALL && !shown[i]?.includes(code))) return [];
    return [cell.kind === 'count' && cell.value === 0 && impossible(codes) ? NOT_APPLICABLE : cell];
  });
  return {...cube, dimensions: dimensions.map((one, i) => ({...one, codes: shown[i] ?? []})), cells};
}

/** Excluded whatever else holds: a category of nobody is left out. */
const isExcluded = (rules: NonNullable<TableDefinition['notApplicable']>, concept: ConceptId, code: Code): boolean =>
  rules.some((rule) => Object.keys(rule).length === 1 && rule[concept]?.includes(code));

/** A series has no margin over its years. */
const isAnyoneIn = (cube: Cube, at: number, code: Code): boolean =>
  codedCells(cube).some(({codes, cell}) => codes[at] === code && cell.kind === 'count' && cell.value > 0);
