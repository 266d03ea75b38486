/** A statement with what may not be known taken out of it. */
import type {Highs} from 'highs';
import {type Code, UNKNOWN} from '#concepts/code-list';
import {REVISION} from '#concepts/concept';
import type {Observation} from '#concepts/observation';
import type {Period} from '#concepts/period';
import type {Unit} from '#concepts/unit-record';
import {ALL, type Cube, codedCells, combinations, findCell} from '#tabulation/cube';
import {type Definitions, readingOf} from '#tabulation/definitions';
import type {Address} from '#tabulation/proof';
import {rolledUp} from '#tabulation/roll-up';
import {countDataSets, type DataSets} from './count-data-sets.ts';
import {type GuardedNumber, guard, type Withheld} from './guard.ts';
import {type Ledger, ledgerOf, type Printing} from './ledger.ts';
import type {PublicPolicy} from './policy.ts';
import {type PrimaryRule, primaryOf} from './primary.ts';
import type {Effort} from './reckon.ts';

/** What a statement is protected against. */
export interface Against {
  readonly definitions: Definitions;
  /** Editions that a reader may have beside it. */
  readonly earlier: readonly Printing[];
  /** The days on which the codes of a unit were read. */
  readonly spanOf: (unit: Unit, period: Period) => Period;
  readonly highs: Highs;
  readonly effort: Effort;
  /** The limits of every withheld figure are told, and how many data sets fit. */
  readonly explain: boolean;
}

export interface Protection {
  readonly withheld: readonly WithheldFigure[];
  /** Every number that is guarded, withheld figures and rests alike. */
  readonly guarded: readonly GuardedNumber[];
  /** Those that are not, and no more can be withheld for them: what is public already tells them. */
  readonly exposed: readonly Unguarded[];
  /** Those of which nobody knows, by the figure, or by the figure that a rest is without. */
  readonly unproven: readonly Unguarded[];
  /** Of the figures that are not zero, and of the persons in them. */
  readonly kept: {readonly figures: number; readonly of: number; readonly persons: number; readonly ofPersons: number};
  readonly outer: boolean;
  /** How many data sets of persons fit all that is published; where it was asked to be explained. */
  readonly dataSets?: DataSets | undefined;
}

/** `of`: of a rest, what it is without. */
export interface Unguarded {
  readonly rule: PrimaryRule;
  readonly of: GuardedAddress | undefined;
}

/** `restOf`: what is guarded is what is left of this without the figure at the address. */
export interface GuardedAddress extends Address {
  readonly restOf?: Address;
}

/** Its value is not in it: whoever may see that compiles an internal edition. */
export interface WithheldFigure extends Pick<Withheld, 'why' | 'low' | 'high'> {
  readonly places: readonly Address[];
  /** The figure it guards, or the rest. */
  readonly guards?: GuardedAddress | undefined;
}

/** `guarding`: how the pattern is found. Plans are compared by the first that guards; what is told has the one that costs least. */
export function withholding(
  counted: readonly Cube[],
  policy: PublicPolicy,
  {definitions, earlier, spanOf, highs, effort, explain}: Against,
  guarding: typeof guard = guard,
): {readonly cubes: readonly Cube[]; readonly protection: Protection} {
  const cubes = counted.map((cube) => rolledUp(cube, policy.rolledUp));
  const ledger = ledgerOf(
    {cubes, definitions, plan: policy.rolledUp},
    earlier,
    spanOf,
    policy.subPopulations,
    policy.atLeastOne,
  );
  const {figures} = ledger;
  const primary = primaryOf(ledger, policy);
  const {withheld, guarded, restOf} = guarding(
    ledger,
    primary,
    forcedOf(ledger, primary.figures, policy),
    policy,
    highs,
    effort,
    explain,
  );
  const tables = new Set(cubes.map(({table}) => table.id));
  const published = cubes.map((cube) => {
    const cells = codedCells(cube).map(({codes, cell}): Observation => {
      const at = ledger.cellAt(cube.table.id, codes);
      return at !== undefined && withheld.has(at) ? {kind: 'withheld'} : cell;
    });
    return ordered(withoutSmallChanges({...cube, cells}, policy), definitions);
  });
  const told = [...figures].filter(([, {value, foreign, printable}]) => value > 0 && !foreign && printable);
  const unguarded = (is: (one: GuardedNumber) => boolean): readonly Unguarded[] =>
    guarded.filter(is).map(({rule, cell}) => ({rule, of: addressOf(cell)}));
  const kept = told.filter(([cell]) => !withheld.has(cell));
  const personsIn = (some: typeof told) => some.reduce((sum, [, {value}]) => sum + value, 0);
  const shown = new Map(
    [...figures].flatMap(([cell, {value}]) => (withheld.has(cell) ? [] : [[cell, value] as const])),
  );
  const addressOf = (cell: number): GuardedAddress | undefined => {
    const rest = restOf.get(cell);
    if (rest === undefined) return figures.get(cell)?.places[0];
    const of = figures.get(rest.part)?.places[0];
    const wholes = figures.get(rest.whole)?.places ?? [];
    const whole = wholes.find(({table}) => table === of?.table) ?? wholes[0];
    return of && whole ? {...of, restOf: whole} : of;
  };
  return {
    cubes: published,
    protection: {
      withheld: [...withheld].flatMap(([cell, {guards, ...one}]) => {
        const {places = [], printable = false} = figures.get(cell) ?? {};
        // Those of the statement itself.
        const own = places.filter(({table}) => tables.has(table));
        return printable ? [{...one, places: own, guards: guards === undefined ? undefined : addressOf(guards)}] : [];
      }),
      guarded,
      exposed: unguarded(({exposed}) => exposed),
      unproven: unguarded(({proven, exposed}) => !proven && !exposed),
      kept: {
        figures: kept.length,
        of: told.length,
        persons: personsIn(kept),
        ofPersons: personsIn(told),
      },
      outer: ledger.outer,
      dataSets: explain ? countDataSets(ledger.system, shown, highs, effort) : undefined,
    },
  };
}

/** What is public already, how many there are in all, and what is shown by decision. */
function forcedOf(
  {figures}: Ledger,
  primary: ReadonlyMap<number, PrimaryRule>,
  {shownAnyway}: PublicPolicy,
): ReadonlySet<number> {
  const tables = new Set(shownAnyway.map(({table}) => table));
  const isForced = ({known, places}: {known: boolean; places: readonly Address[]}) =>
    known || places.some(({table}) => tables.has(table));
  return new Set(
    [...figures].flatMap(([cell, figure]) => (isForced(figure) || (figure.total && !primary.has(cell)) ? [cell] : [])),
  );
}

/** Of a year whose total changed for reasons that few persons gave, only what it was and what it is. */
function withoutSmallChanges(cube: Cube, {smallest}: PublicPolicy): Cube {
  const at = cube.dimensions.findIndex(({concept}) => concept === REVISION);
  if (at < 0) return cube;
  const isReason = (code: string) => code !== 'before' && code !== 'after' && code !== ALL;
  const cells = codedCells(cube).map(({codes, cell}): Observation => {
    const own = codes[at] ?? ALL;
    if (!isReason(own) || cell.kind !== 'count') return cell;
    const few = (cube.dimensions[at]?.codes ?? []).some((code) => {
      const other = findCell(cube, codes.with(at, code));
      const size = isReason(code) && other?.kind === 'count' ? Math.abs(other.value) : 0;
      return size > 0 && size < smallest;
    });
    return few ? {kind: 'withheld'} : cell;
  });
  return {...cube, cells};
}

/** Where rows stand by size, those that are withheld stand last, as the list has them: their place would tell their size. */
function ordered(cube: Cube, definitions: Definitions): Cube {
  const [first, ...others] = cube.dimensions;
  if (cube.table.order !== 'count' || first === undefined) return cube;
  const list = readingOf(definitions, first.concept).list.rows.map(({code}) => code);
  const isWithheld = (code: Code) => findCell(cube, [code])?.kind === 'withheld';
  const place = (code: Code) => (code === UNKNOWN ? 2 : isWithheld(code) ? 1 : 0);
  const among = (code: Code) => (place(code) === 0 ? 0 : list.includes(code) ? list.indexOf(code) : list.length);
  const codes = first.codes.toSorted((a, b) => place(a) - place(b) || among(a) - among(b));
  const dimensions = [{...first, codes}, ...others];
  const cells = combinations(dimensions.map((one) => [...one.codes, ALL])).map(
    (where) => findCell(cube, where) ?? {kind: 'not-collected' as const},
  );
  return {...cube, dimensions, cells};
}
