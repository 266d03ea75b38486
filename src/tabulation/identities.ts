/**
 * Every identity between the tables of a statement, found from their universes, dimensions and code lists; none is listed by hand.
 * For every predicate that some cell counts, all the ways in which tables can say that number must agree.
 */
import {type Period, periodId} from '#concepts/period';
import type {Unit, UnitRecord} from '#concepts/unit-record';
import {multiResponseBounds, reportedComparisons} from './comparisons.ts';
import {ALL, type Cube, combinations} from './cube.ts';
import type {Definitions} from './definitions.ts';
import {type Expression, speaker, type Teller} from './expression.ts';
import {measureProofs} from './measure-proofs.ts';
import {Meanings, type Predicate} from './predicate.ts';
import {addressText, type IdentityKind, type Proof} from './proof.ts';
import {comparable, familiesOf, narrowed, type SeenCell, type View, viewsOf} from './view.ts';

/** `records` only widen the days on which codes are read: a return under way may have begun before the period. */
export function prove(
  cubes: readonly Cube[],
  definitions: Definitions,
  records: readonly UnitRecord[] = [],
): readonly Proof[] {
  const identities = comparable(viewsOf(cubes)).flatMap((views) => {
    const [{unit, period} = {unit: '', period: undefined}] = views;
    if (period === undefined) return [];
    const meanings = new Meanings(definitions, spanOf(unit, period, records));
    const single = views.map((view) => narrowed(view, (id) => meanings.codesOf(id)));
    return proveViews([...single, ...familiesOf(single)], meanings);
  });
  return [...identities, ...measureProofs(cubes), ...cubes.flatMap(multiResponseBounds), ...reportedComparisons(cubes)];
}

/** The days on which the codes of a period's units were read. */
export function spanOf(unit: Unit, {from, to}: Period, records: readonly UnitRecord[]): Period {
  const days = records.filter((record) => record.unit === unit).map(({on}) => on);
  const [first = from, ...rest] = [from, to, ...days].sort();
  return {from: first, to: rest.at(-1) ?? to};
}

function proveViews(views: readonly View[], meanings: Meanings): readonly Proof[] {
  const tell = tellerOf(views, meanings);
  const speakers = views.map((view) => speaker(view, meanings, tell));
  return predicatesOf(views, meanings).flatMap((predicate) => {
    const said = distinct(speakers.flatMap((speak) => speak(predicate)));
    const hub = hubOf(said);
    if (hub === undefined) return [];
    return said
      .filter((one) => one !== hub)
      .map((one) => proofOf(partnerOf(one, said) ?? hub, one, predicate, meanings))
      .filter(({holds, right}) => !holds || right.cells.length > 0);
  });
}

function predicatesOf(views: readonly View[], meanings: Meanings): readonly Predicate[] {
  const found = views
    .filter(({kind}) => kind !== 'family')
    .flatMap(({universe, dimensions}) =>
      combinations(dimensions.map(({codes}) => [...codes, ALL])).map((codes) =>
        meanings.predicate(
          universe,
          dimensions.map(({concept}) => concept),
          codes,
        ),
      ),
    );
  return [...new Map(found.map((predicate) => [predicate.key, predicate] as const)).values()];
}

function tellerOf(views: readonly View[], meanings: Meanings): Teller {
  return (universe, concept, code) => {
    const {key} = meanings.universe(universe);
    const told = views
      .filter((view) => view.kind !== 'family' && view.dimensions.some((dimension) => dimension.concept === concept))
      .filter((view) => meanings.universe(view.universe).key === key)
      .map((view) => view.cell(view.dimensions.map((dimension) => (dimension.concept === concept ? code : ALL))));
    return told.find((cell) => cell !== 'not-counted') ?? 'not-counted';
  };
}

/** A family with one member says what the member says. */
function distinct(said: readonly Expression[]): readonly Expression[] {
  const key = ({cells, doubtful}: Expression) =>
    [...cells.map(addressText), '?', ...(doubtful?.map(addressText) ?? '?')].join(' ');
  return [...new Map(said.toReversed().map((one) => [key(one), one] as const)).values()].reverse();
}

const sum = (cells: readonly SeenCell[]): number => cells.reduce((total, {value}) => total + value, 0);
const most = ({cells, doubtful}: Expression) => (doubtful === undefined ? undefined : sum(cells) + sum(doubtful));

/** The single cell that most others agree with, so that of several tables the odd one out is named. */
function hubOf(said: readonly Expression[]): Expression | undefined {
  const closed = said.filter((one) => sum(one.cells) === most(one));
  const votes = (one: Expression) => closed.filter(({cells}) => sum(cells) === sum(one.cells)).length;
  const single = closed.filter(({cells, doubtful}) => cells.length === 1 && doubtful?.length === 0);
  return single.reduce<Expression | undefined>(
    (best, one) => (best && votes(best) >= votes(one) ? best : one),
    undefined,
  );
}

/** A table's own margin, where it has one, is what its inner cells must come to. */
function partnerOf({view, cells}: Expression, said: readonly Expression[]): Expression | undefined {
  return cells.length < 2
    ? undefined
    : said.find((one) => one.view === view && one.cells.length === 1 && most(one) === sum(one.cells));
}

function proofOf(hub: Expression, one: Expression, predicate: Predicate, meanings: Meanings): Proof {
  const value = sum(hub.cells);
  const atLeast = sum(one.cells);
  const atMost = most(one);
  const {unit, period} = hub.view;
  return {
    kind: kindOf(hub, one, predicate, meanings),
    unit,
    period: periodId(period),
    left: {cells: hub.cells, value},
    right: {cells: one.cells, value: atLeast, ...(atMost === undefined ? {} : {atMost})},
    holds: atLeast <= value && (atMost === undefined || value <= atMost),
  };
}

function kindOf(hub: Expression, one: Expression, predicate: Predicate, meanings: Meanings): IdentityKind {
  const tables = new Set([...hub.cells, ...one.cells].map(({table}) => table));
  if (tables.size === 1) return 'inner';
  if (sum(one.cells) !== most(one)) return 'bound';
  if (one.view.kind === 'family') return 'partition';
  if (one.view.kind === 'series' || hub.view.kind === 'series') return 'series';
  const limiting = (view: View) =>
    view.dimensions.map(({concept}) => concept).filter((id) => predicate.within.has(meanings.sourceOf(id)));
  const levels = limiting(hub.view);
  if (limiting(one.view).some((id) => levels.length > 0 && !levels.includes(id))) return 'roll-up';
  const total = ({cells}: Expression) => cells.every(({codes}) => codes.every((code) => code === ALL));
  if (one.cells.length === 1) return total(hub) && total(one) ? 'total' : 'cell';
  return 'collapse';
}
