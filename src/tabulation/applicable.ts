/**
 * Cells that cannot hold anybody: an accompanying child is not assessed in any period. Nobody was found there because nobody
 * could be, so it is shown as not applicable and not as a zero. Said after the counts are proven; whoever was counted is shown.
 */
import {type Cube, codedCells} from './cube.ts';

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
  const cells = codedCells(cube).map(({codes, cell}) =>
    cell.kind === 'count' && cell.value === 0 && impossible(codes) ? NOT_APPLICABLE : cell,
  );
  return {...cube, cells};
}
