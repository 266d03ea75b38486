/**
 * Where a year strains the plan it is told by: most rows of a line are withheld all the same; a code stands alone that nobody had for years;
 * a code is told with others that is among the largest, and would be shown by itself with nothing lost.
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import {isScale, YEAR} from '#concepts/concept';
import {isRolledUp, type RollUp, rollUpOf} from '#concepts/roll-up';
import {ALL, codedCells, innerCells} from '#tabulation/cube';
import type {TableDefinition} from '#tabulation/table';
import {type CountedYear, type Kept, keptIn, type Plan} from './kept-by-plan.ts';
import type {Weights} from './plan-lines.ts';
import type {PublicPolicy} from './policy.ts';
import type {ProtectedCube} from './protect.ts';

export type Strain =
  | {readonly kind: 'rows-withheld'; readonly line: RollUp; readonly rows: number; readonly withheld: number}
  | {readonly kind: 'code-unused'; readonly line: RollUp; readonly code: Code; readonly years: number}
  | {readonly kind: 'code-large'; readonly line: RollUp; readonly code: Code};

/** Years without anybody of a code, after which that is told. */
export const YEARS_UNUSED = 3;

/** `years`: the latest that were counted, the year itself last; `published`: as it is told. */
export function strainsOn(
  policy: PublicPolicy,
  published: readonly ProtectedCube[],
  years: readonly CountedYear[],
): readonly Strain[] {
  const plan = policy.rolledUp;
  const year = years.at(-1);
  if (year === undefined) return [];
  let now: Kept | undefined;
  const isBetter = (other: Plan) => {
    now ??= keptIn(year, policy, plan);
    const kept = keptIn(year, policy, other);
    return kept.unproven <= now.unproven && kept.figures > now.figures && kept.persons >= now.persons;
  };
  return plan.flatMap((line): readonly Strain[] => [
    ...withheldRows(line, plan, published, year.year),
    ...unused(line, plan, years),
    ...large(line, policy, year, isBetter),
  ]);
}

function withheldRows(line: RollUp, plan: Plan, published: readonly ProtectedCube[], year: number): readonly Strain[] {
  const rows = published.flatMap((cube) => {
    const at = cube.table.dimensions.indexOf(line.concept);
    const others = cube.table.dimensions.map((id) => (id === YEAR ? String(year) : ALL));
    if (at < 0 || !isOfYears(cube.table) || rollUpOf(plan, cube.table.id, line.concept) !== line) return [];
    return codedCells(cube).filter(({codes, cell}) => {
      const isRow = codes.every((code, i) => (i === at ? code !== ALL && code !== UNKNOWN : code === others[i]));
      return isRow && (cell.kind === 'withheld' || (cell.kind === 'count' && cell.value > 0));
    });
  });
  const withheld = rows.filter(({cell}) => cell.kind === 'withheld').length;
  return withheld >= 2 && 2 * withheld > rows.length
    ? [{kind: 'rows-withheld', line, rows: rows.length, withheld}]
    : [];
}

function unused(line: RollUp, plan: Plan, years: readonly CountedYear[]): readonly Strain[] {
  const latest = years.slice(-YEARS_UNUSED);
  if (latest.length < YEARS_UNUSED) return [];
  const had = latest.map((year) => weightsIn(line, plan, year));
  return (line.keep ?? [])
    .filter((code) => had.every((weights) => (weights.get(code) ?? 0) === 0))
    .map((code) => ({kind: 'code-unused', line, code, years: YEARS_UNUSED}));
}

/** The largest that is told with others, where it is no smaller than one that stands alone. */
function large(
  line: RollUp,
  policy: PublicPolicy,
  year: CountedYear,
  isBetter: (plan: Plan) => boolean,
): readonly Strain[] {
  const weights = weightsIn(line, policy.rolledUp, year);
  const had = [...weights].filter(([code, persons]) => persons > 0 && code !== UNKNOWN);
  const alone = had.filter(([code]) => !isRolledUp(line, code)).map(([, persons]) => persons);
  const [largest] = had.filter(([code]) => isRolledUp(line, code)).toSorted(([, a], [, b]) => b - a);
  if (largest === undefined || largest[1] < Math.min(...alone)) return [];
  const [code] = largest;
  const {keep, codes} = line;
  const without = {...line, keep: keep && [...keep, code], codes: codes?.filter((one) => one !== code)};
  const other = policy.rolledUp.map((one) => (one === line ? without : one));
  return isBetter(other) ? [{kind: 'code-large', line, code}] : [];
}

/** Persons of each code in the line's tables; of a series, the year's own. */
function weightsIn(line: RollUp, plan: Plan, {cubes, year}: CountedYear): Weights {
  const weights = new Map<Code, number>();
  for (const cube of cubes) {
    const {table} = cube;
    if (!isOfYears(table) || rollUpOf(plan, table.id, line.concept) !== line) continue;
    const [at, yearAt] = [table.dimensions.indexOf(line.concept), table.dimensions.indexOf(YEAR)];
    for (const {codes, cell} of innerCells(cube)) {
      const code = codes[at];
      if (code === undefined || cell.kind !== 'count' || (yearAt >= 0 && codes[yearAt] !== String(year))) continue;
      weights.set(code, (weights.get(code) ?? 0) + cell.value);
    }
  }
  return weights;
}

/** Of persons, by nothing the program itself counts along but years. */
const isOfYears = ({dimensions}: TableDefinition): boolean => dimensions.every((id) => id === YEAR || !isScale(id));
