/**
 * Rounding that starts from an earlier rounding of the same figures (as SmallCountRounding's preRounded and preDifference): a kind keeps
 * what it was rounded to, and what came to it or left it since is rounded like figures are. So what readers can subtract of two editions
 * is no small number of those who came, nor of those who left.
 */
import {type Kind, roundedKinds} from './small-count-rounding.ts';

/** The figures that count a kind: by place, their numbers. */
export type Cells = ReadonlyMap<string, readonly number[]>;

interface Placed {
  readonly units: number;
  readonly cells: Cells;
}

export interface Rounded extends Placed {
  readonly to: number;
}

/** Without earlier editions, anew. `chance`: the same from its start each time it is asked. */
export function roundedAfter(
  kinds: ReadonlyMap<string, Placed>,
  earlier: ReadonlyMap<string, Rounded>,
  base: number,
  chance: () => (below: number) => number,
): ReadonlyMap<string, Rounded> {
  const before = asKindsOf(kinds, earlier);
  const all = [...kinds, ...goneOf(kinds, before)];
  const now = all.map(([, {units, cells}]): Kind => ({units, cells: cellsIn(cells)}));
  const was = all.map(([name]) => before.get(name) ?? NOBODY);
  const kept = before.size === 0 ? [] : keptOf(now, was, base, chance);
  const rounded = roundedKinds(now, base, chance(), {kept});
  return new Map(all.map(([name, placed], at) => [name, {...placed, to: rounded[at] ?? 0}]));
}

/**
 * By the tables that both have: a later edition may tell a year by a table more, and so part a kind, or by one less, and so join two. What
 * was rounded of a kind that is parted stays with the first part, so that figures of the tables both have stay.
 */
function asKindsOf(
  kinds: ReadonlyMap<string, Placed>,
  earlier: ReadonlyMap<string, Rounded>,
): ReadonlyMap<string, Rounded> {
  const both = tablesIn(kinds.keys()).intersection(tablesIn(earlier.keys()));
  const byBoth = (name: string) => nameOf(placesOf(name).filter((place) => both.has(tableAt(place))));
  const parts = Map.groupBy(kinds.keys(), byBoth);
  const found = new Map<string, Rounded>();
  for (const [name, all] of Map.groupBy(earlier, ([name]) => byBoth(name))) {
    const [units, to] = [
      all.reduce((sum, [, one]) => sum + one.units, 0),
      all.reduce((sum, [, one]) => sum + one.to, 0),
    ];
    let left = units;
    (parts.get(name) ?? [name]).forEach((part, i, {length}) => {
      const own = i === length - 1 ? left : Math.min(left, kinds.get(part)?.units ?? 0);
      left -= own;
      found.set(part, {
        units: own,
        to: units === to ? own : i === 0 ? to : 0,
        cells: kinds.get(part)?.cells ?? cellsAlone(name),
      });
    });
  }
  return found;
}

const tableAt = (place: string): string => place.slice(0, place.indexOf('.'));
const tablesIn = (names: Iterable<string>): ReadonlySet<string> =>
  new Set([...names].flatMap((name) => placesOf(name).map(tableAt)));

/** Of a kind nobody is of, the figures that counted it. */
const cellsAlone = (name: string): Cells => new Map(placesOf(name).map((place) => [place, []]));

const NOBODY = {units: 0, to: 0};

/** Kinds nobody is of any more, where each figure that would count them counts somebody: none stays none. */
function goneOf(
  kinds: ReadonlyMap<string, Placed>,
  before: ReadonlyMap<string, Rounded>,
): readonly (readonly [string, Placed])[] {
  const known = new Map([...kinds.values()].flatMap(({cells}) => [...cells]));
  return [...before]
    .filter(([name, {to, cells}]) => to > 0 && !kinds.has(name) && cells.keys().every((place) => known.has(place)))
    .map(([name, {cells}]) => [
      name,
      {units: 0, cells: new Map([...cells.keys()].map((place) => [place, known.get(place) ?? []]))},
    ]);
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

export const cellsIn = (cells: Cells): readonly number[] => [...new Set([...cells.values()].flat())];

/** A kind's name: the figures that count it. */
export const nameOf = (places: readonly string[]): string => [...new Set(places)].sort().join('\n');
const placesOf = (name: string): readonly string[] => (name === '' ? [] : name.split('\n'));

/** Of units by their kinds, without any other figures than theirs. */
export function kindsAlone(units: readonly string[]): ReadonlyMap<string, Placed> {
  const numbers = new Map<string, number>();
  const numberOf = (place: string): number => {
    const number = numbers.get(place) ?? numbers.size;
    numbers.set(place, number);
    return number;
  };
  return new Map(
    [...Map.groupBy(units, (name) => name)].map(([name, all]) => [
      name,
      {units: all.length, cells: new Map(placesOf(name).map((place) => [place, [numberOf(place)]]))},
    ]),
  );
}
