/**
 * Rounding that starts from an earlier rounding of the same figures (as SmallCountRounding's preRounded and preDifference): a kind keeps
 * what it was rounded to, and what came to it or left it since is rounded like figures are. So what readers can subtract of two editions
 * is no small number of those who came, nor of those who left.
 */
import {type Kind, roundedKinds} from './small-count-rounding.ts';

/** How many units each kind has. A kind's name is the figures that count it. */
export type Kinds = ReadonlyMap<string, number>;

export type Rounded = ReadonlyMap<string, {readonly units: number; readonly to: number}>;

/** The numbers of the figures at each place where somebody is counted. */
export type Numbers = ReadonlyMap<string, readonly number[]>;

/** After no editions, anew. `chance`: the same from its start each time it is asked. */
export function roundedAfter(
  kinds: Kinds,
  numbers: Numbers,
  earlier: Rounded,
  base: number,
  chance: () => (below: number) => number,
): Rounded {
  const before = earlier.size === 0 ? earlier : asKindsOf(kinds, earlier);
  const all = [...kinds, ...goneOf(kinds, numbers, before)];
  const now = all.map(([name, units]): Kind => ({units, cells: cellsOf(name, numbers)}));
  const was = all.map(([name]) => before.get(name) ?? NOBODY);
  const kept = before.size === 0 ? [] : keptOf(now, was, base, chance);
  const rounded = roundedKinds(now, base, chance(), {kept});
  return new Map(all.map(([name, units], at) => [name, {units, to: rounded[at] ?? 0}]));
}

/**
 * By the tables that both have: a later edition may tell a year by a table more, and so part a kind, or by one less, and so join two. What
 * was rounded of a kind that is parted stays with the first part, so that figures of the tables both have stay.
 */
function asKindsOf(kinds: Kinds, earlier: Rounded): Rounded {
  const both = tablesIn(kinds.keys()).intersection(tablesIn(earlier.keys()));
  const byBoth = (name: string) => nameOf(placesOf(name).filter((place) => both.has(tableAt(place))));
  const parts = Map.groupBy(kinds.keys(), byBoth);
  const found = new Map<string, {units: number; to: number}>();
  for (const [name, all] of Map.groupBy(earlier, ([name]) => byBoth(name))) {
    const [units, to] = [
      all.reduce((sum, [, one]) => sum + one.units, 0),
      all.reduce((sum, [, one]) => sum + one.to, 0),
    ];
    let left = units;
    (parts.get(name) ?? [name]).forEach((part, i, {length}) => {
      const own = i === length - 1 ? left : Math.min(left, kinds.get(part) ?? 0);
      left -= own;
      found.set(part, {units: own, to: units === to ? own : i === 0 ? to : 0});
    });
  }
  return found;
}

const tableAt = (place: string): string => place.slice(0, place.indexOf('.'));
const tablesIn = (names: Iterable<string>): ReadonlySet<string> =>
  new Set([...names].flatMap((name) => placesOf(name).map(tableAt)));

const NOBODY = {units: 0, to: 0};

/** Kinds nobody is of any more, where each figure that would count them counts somebody: none stays none. */
function goneOf(kinds: Kinds, numbers: Numbers, before: Rounded): readonly (readonly [string, number])[] {
  return [...before]
    .filter(([name, {to}]) => to > 0 && !kinds.has(name) && placesOf(name).every((place) => numbers.has(place)))
    .map(([name]) => [name, 0]);
}

function keptOf(
  now: readonly Kind[],
  was: readonly {readonly units: number; readonly to: number}[],
  base: number,
  chance: () => (below: number) => number,
): readonly number[] {
  const moved = (sign: 1 | -1, over: number) =>
    roundedKinds(
      now.map(({units, cells}, at): Kind => ({units: Math.max(0, sign * (units - (was[at]?.units ?? 0))), cells})),
      base,
      chance(),
      {over},
    );
  // What the earlier rounding left over of the true sum is made up for among those who came.
  const over = was.reduce((sum, {units, to}) => sum + units - to, 0);
  const [came, left] = [moved(1, over), moved(-1, 0)];
  return was.map(({to}, at) => Math.max(0, to + (came[at] ?? 0) - (left[at] ?? 0)));
}

/** A kind's name: the figures that count it. */
export const nameOf = (places: readonly string[]): string => [...new Set(places)].sort().join('\n');
const placesOf = (name: string): readonly string[] => (name === '' ? [] : name.split('\n'));

/** The figures that count a kind, by number. */
export const cellsOf = (name: string, numbers: Numbers): readonly number[] =>
  placesOf(name).flatMap((place) => numbers.get(place) ?? []);

/** Units by their kinds. */
export function kindsIn(units: Iterable<string>): Kinds {
  const kinds = new Map<string, number>();
  for (const name of units) kinds.set(name, (kinds.get(name) ?? 0) + 1);
  return kinds;
}

/** Numbers for the figures that count them, and for no others. */
export function numbersAlone(kinds: Kinds): Numbers {
  const numbers = new Map<string, readonly number[]>();
  for (const name of kinds.keys())
    for (const place of placesOf(name)) if (!numbers.has(place)) numbers.set(place, [numbers.size]);
  return numbers;
}
