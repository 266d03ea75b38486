/**
 * The roll-up plan that keeps most over past years. Concept by concept, those with most withheld rows first: each line it may have is
 * tried with the rest of the plan as it stands, the best stays, until none is better; once from the plan in force and once from none, so
 * that it is never worse than either.
 */
import type {Code} from '#concepts/code-list';
import {type ConceptId, isScale} from '#concepts/concept';
import {isRolledUp, type RollUp, rollUpOf} from '#concepts/roll-up';
import {lastOf} from '#kit/plain-date';
import {ALL, type Cube, codedCells, innerCells} from '#tabulation/cube';
import {isSeries} from '#tabulation/series';
import {BY_DEFINITIONS} from '#tabulation/series-under';
import {
  type CountedYear,
  compareWorth,
  type Kept,
  keptIn,
  type Plan,
  sumOfKept,
  Trials,
  type Worth,
  worthOf,
} from './kept-by-plan.ts';
import {linesFor, type Naming, type Weights} from './plan-lines.ts';
import type {PublicPolicy} from './policy.ts';
import {withholding} from './withhold.ts';

export interface Proposal {
  readonly plan: Plan;
  readonly lines: readonly LineOfPlan[];
  readonly byYear: readonly YearOfPlans[];
  /** Plans that were tried; not finished: there were more, and one may be better. */
  readonly tried: number;
  readonly finished: boolean;
}

export interface LineOfPlan {
  readonly line: RollUp;
  /** Codes it makes one that somebody had, in any of the years. */
  readonly together: readonly Code[];
  /** Figures that are not told any more, shown or not: the rows that became one. */
  readonly fewer: number;
  /** What is shown with it and would not be without it, all years together; below zero: it costs that. */
  readonly figures: number;
  readonly persons: number;
}

export interface YearOfPlans {
  readonly year: number;
  readonly without: Kept;
  readonly inForce: Kept;
  readonly proposed: Kept;
}

/** Of work, in the squares of figures gone through: about a minute. */
const MOST = 250_000_000;
const ROUNDS = 3;

/** `years` in order, at least one. */
export function proposePlan(
  years: readonly CountedYear[],
  policy: PublicPolicy,
  naming: Naming,
  progress: (plans: number) => void,
  most: number = MOST,
): Proposal {
  const all = (plan: Plan) => years.map((year) => keptIn(year, policy, plan));
  const without = all([]);
  const inForce = all(policy.rolledUp);
  const worth = (plan: Plan, kept: readonly Kept[]) => worthOf(plan, kept, without);
  const current = worth(policy.rolledUp, inForce);
  const trials = new Trials(years, policy, without, most, progress);
  const concepts = withheldConcepts(years, policy);
  const choices = new Map(concepts.map((concept) => [concept, choicesOf(concept, years, policy, naming)]));
  const starts = policy.rolledUp.length === 0 ? [[]] : [policy.rolledUp, []];
  const [found = policy.rolledUp] = starts
    .map((start) => search(start, choices, trials))
    .toSorted((a, b) => compareWorth(b.worth, a.worth))
    .map(({plan}) => plan);
  const shown = all(found);
  // Whole statements are told here; what was tried was told unit by unit.
  const isBetter = compareWorth(worth(found, shown), current) > 0;
  const [plan, proposed] = isBetter ? [found, shown] : [policy.rolledUp, inForce];
  return {
    plan,
    lines: plan.map((line) => lineOf(line, plan, proposed, years, all)),
    byYear: years.map(({year}, i) => ({
      year,
      without: without[i] ?? NOTHING,
      inForce: inForce[i] ?? NOTHING,
      proposed: proposed[i] ?? NOTHING,
    })),
    tried: trials.plans,
    finished: !trials.isSpent,
  };
}

const NOTHING: Kept = {figures: 0, of: 0, persons: 0, ofPersons: 0, unproven: 0};

function search(
  start: Plan,
  choices: ReadonlyMap<ConceptId, readonly Plan[]>,
  trials: Trials,
): {readonly plan: Plan; readonly worth: Worth} {
  let plan = start;
  let worth: Worth = trials.try(plan);
  for (let round = 0, news = true; news && round < ROUNDS; round++) {
    news = false;
    for (const [concept, lines] of choices) {
      const others = plan.filter((line) => line.concept !== concept);
      for (const choice of [[], ...lines]) {
        if (trials.isSpent) return {plan, worth};
        const next = [...others, ...choice];
        const tried = trials.try(next);
        if (compareWorth(tried, worth) > 0) [plan, worth, news] = [next, tried, true];
      }
    }
  }
  return {plan, worth};
}

/**
 * Those of which rows are withheld where nothing is told together, the most first. Told as it is: what everybody knows anyway, and what
 * some cannot be, since that is no number of persons.
 */
function withheldConcepts(years: readonly CountedYear[], policy: PublicPolicy): readonly ConceptId[] {
  const rows = new Map<ConceptId, number>();
  for (const {cubes, against} of years)
    for (const cube of withholding(cubes, {...policy, rolledUp: []}, against).cubes)
      for (const {codes, cell} of codedCells(cube))
        cube.dimensions.forEach(({concept, multiple}, i) => {
          if (cell.kind !== 'withheld' || codes[i] === ALL || multiple || isScale(concept)) return;
          const isImpossible = cube.table.notApplicable?.some((where) => concept in where) === true;
          if (!isImpossible && !policy.knownByDesign.includes(concept)) rows.set(concept, (rows.get(concept) ?? 0) + 1);
        });
  return [...rows].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([concept]) => concept);
}

/** The lines in force, one line for all its tables, or one for its series alone, which show fewer of more. */
function choicesOf(
  concept: ConceptId,
  years: readonly CountedYear[],
  policy: PublicPolicy,
  naming: Naming,
): readonly Plan[] {
  const last = years.at(-1);
  if (last === undefined) return [];
  const inForce = policy.rolledUp.filter((line) => line.concept === concept);
  const tables = years.flatMap(({cubes}) => cubes).filter(({table}) => table.dimensions.includes(concept));
  const series = new Set(tables.flatMap(({table}) => (isSeries(table) ? [seriesOf(table.id)] : [])));
  const isAll = tables.every(({table}) => isSeries(table));
  const named = [...series].flatMap((id) => [id, id + BY_DEFINITIONS]);
  const lines = [undefined, ...(isAll || series.size === 0 ? [] : [named])].flatMap((within) =>
    linesFor({
      concept,
      tables: within,
      weights: weightsOf(concept, within, years),
      definitions: last.against.definitions,
      on: lastOf(last.year),
      naming,
    }),
  );
  return [...(inForce.length === 0 ? [] : [inForce]), ...lines.map((line) => [calledAs(inForce, line)])];
}

const seriesOf = (id: string): string => (id.endsWith(BY_DEFINITIONS) ? id.slice(0, -BY_DEFINITIONS.length) : id);

/** What is told together goes on being called what it is. */
function calledAs(inForce: Plan, line: RollUp): RollUp {
  const codes = (one: RollUp) => one.codes?.toSorted().join();
  const same = inForce.find(
    (one) => (one.keep === undefined) === (line.keep === undefined) && codes(one) === codes(line),
  );
  return same === undefined ? line : {...line, into: same.into, labels: same.labels};
}

/** Persons of each code, over the years; of series, what the last of them shows. */
function weightsOf(
  concept: ConceptId,
  within: readonly string[] | undefined,
  years: readonly Pick<CountedYear, 'cubes'>[],
): Weights {
  const has = ({table}: Cube) => table.dimensions.includes(concept) && within?.includes(table.id) !== false;
  const ofYears = years.flatMap(({cubes}) => cubes.filter((cube) => has(cube) && !isSeries(cube.table)));
  const cubes = ofYears.length > 0 ? ofYears : (years.at(-1)?.cubes.filter(has) ?? []);
  const weights = new Map<Code, number>();
  for (const cube of cubes) {
    const at = cube.table.dimensions.indexOf(concept);
    for (const {codes, cell} of innerCells(cube)) {
      const code = codes[at] ?? ALL;
      if (cell.kind === 'count') weights.set(code, (weights.get(code) ?? 0) + cell.value);
    }
  }
  return weights;
}

function lineOf(
  line: RollUp,
  plan: Plan,
  withIt: readonly Kept[],
  years: readonly CountedYear[],
  all: (plan: Plan) => readonly Kept[],
): LineOfPlan {
  const [shown, other] = [sumOfKept(withIt), sumOfKept(all(plan.filter((one) => one !== line)))];
  const tables = new Set(
    years.flatMap(({cubes}) =>
      cubes.flatMap(({table}) => (rollUpOf(plan, table.id, line.concept) === line ? [table.id] : [])),
    ),
  );
  const had = weightsOf(line.concept, [...tables], years);
  return {
    line,
    together: [...had].filter(([code, persons]) => persons > 0 && isRolledUp(line, code)).map(([code]) => code),
    fewer: other.of - shown.of,
    figures: shown.figures - other.figures,
    persons: shown.persons - other.persons,
  };
}
