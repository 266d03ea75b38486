/**
 * What a roll-up plan keeps over several years, each told by itself: figures that are not zero and persons in them, as `withholding`
 * really withholds. Units are in no sum together, so each unit's tables are tried by themselves, and once where a plan does nothing new.
 */
import {isRolledUp, type RollUp, rollUpOf} from '#concepts/roll-up';
import type {Cube} from '#tabulation/cube';
import {guard} from './guard.ts';
import {guardLeast} from './guard-least.ts';
import type {PublicPolicy} from './policy.ts';
import {type Against, type Protection, withholding} from './withhold.ts';

export type Plan = readonly RollUp[];

/** A year as counted, before anything is told together. */
export interface CountedYear {
  readonly year: number;
  readonly cubes: readonly Cube[];
  readonly against: Against;
}

/** Of one year, or of several together. */
export type Kept = Protection['kept'] & {
  /** Numbers not proven to be guarded: such an edition is not released. */
  readonly unproven: number;
};

/** `guarding`: what is told has the pattern that costs least, what is tried the first that guards. */
export function keptIn(
  {cubes, against}: CountedYear,
  policy: PublicPolicy,
  plan: Plan,
  guarding: typeof guard = guardLeast,
): Kept {
  const {protection} = withholding(cubes, {...policy, rolledUp: plan}, against, guarding);
  return {...protection.kept, unproven: protection.unproven.length};
}

export const sumOfKept = (all: readonly Kept[]): Kept =>
  all.reduce((sum, one) => ({
    figures: sum.figures + one.figures,
    of: sum.of + one.of,
    persons: sum.persons + one.persons,
    ofPersons: sum.ofPersons + one.ofPersons,
    unproven: sum.unproven + one.unproven,
  }));

/**
 * How good a plan is. Every year weighs the same: its figures and its persons, as shares of those it has where nothing is told together,
 * less a price for each line: rows that few gain by are not worth that readers learn what is in them.
 */
export interface Worth {
  readonly unproven: number;
  readonly kept: number;
  readonly withheld: number;
}

export function worthOf(plan: Plan, byYear: readonly Kept[], without: readonly Kept[]): Worth {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const kept = byYear.map(
    ({figures, persons}, i) => share(figures, without[i]?.of ?? 0) + share(persons, without[i]?.ofPersons ?? 0),
  );
  return {
    unproven: byYear.reduce((sum, one) => sum + one.unproven, 0),
    kept: kept.reduce((sum, one) => sum + one - PRICE * plan.length, 0),
    withheld: byYear.reduce((sum, {of, figures}) => sum + of - figures, 0),
  };
}

/** Of a line in a year, as a share. */
const PRICE = 0.005;

/** Above zero: the first is better. Of two that keep as much, the one that leaves fewer withheld figures in the tables. */
export function compareWorth(a: Worth, b: Worth): number {
  if (a.unproven !== b.unproven) return b.unproven - a.unproven;
  return Math.abs(a.kept - b.kept) > SAME ? a.kept - b.kept : b.withheld - a.withheld;
}

/** Sums of shares in another order differ by so little. */
const SAME = 1e-9;

/** Tries plans, and no more than it may. */
export class Trials {
  readonly #years: readonly CountedYear[];
  readonly #policy: PublicPolicy;
  readonly #without: readonly Kept[];
  readonly #known = new Map<string, Kept>();
  readonly #progress: (plans: number) => void;
  #left: number;
  #plans = 0;

  /** `most`: of work, in the square of the figures gone through; no clock decides what is proposed. */
  constructor(
    years: readonly CountedYear[],
    policy: PublicPolicy,
    without: readonly Kept[],
    most: number,
    progress: (plans: number) => void,
  ) {
    this.#years = years;
    this.#policy = policy;
    this.#without = without;
    this.#left = most;
    this.#progress = progress;
  }

  get plans(): number {
    return this.#plans;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  try(plan: Plan): Worth {
    this.#plans += 1;
    this.#progress(this.#plans);
    return worthOf(
      plan,
      this.#years.map((year) => this.#inYear(year, plan)),
      this.#without,
    );
  }

  #inYear(year: CountedYear, plan: Plan): Kept {
    const byUnit = Map.groupBy(year.cubes, ({table}) => table.unit);
    return sumOfKept([...byUnit].map(([unit, cubes]) => this.#inUnit({...year, cubes}, unit, plan)));
  }

  #inUnit(year: CountedYear, unit: string, plan: Plan): Kept {
    const key = `${year.year} ${unit} ${year.cubes.flatMap((cube) => mergedIn(cube, plan)).join(' ')}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#left -= year.cubes.reduce((sum, {cells}) => sum + cells.length, 0) ** 2;
    const kept = keptIn(year, this.#policy, plan, guard);
    this.#known.set(key, kept);
    return kept;
  }
}

/** Which of its codes a plan makes one. */
const mergedIn = ({table, dimensions}: Cube, plan: Plan): readonly string[] =>
  dimensions.map(({concept, codes}) => {
    const line = rollUpOf(plan, table.id, concept);
    return line === undefined ? '' : codes.filter((code) => isRolledUp(line, code)).join();
  });
