/** Statements of a few persons, and every data set that a reader of them can think of. */
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import type {UnitRecord} from '#concepts/unit-record';
import {loadSolver} from '#disclosure/linear-program';
import {plainDate} from '#kit/plain-date';
import {ALL, type Cube, codedCells} from '#tabulation/cube';
import {tabulate} from '#tabulation/tabulate';
import {concept, list, table} from '../tabulation/denmark.ts';

/** What is recorded of a person; `t` is read of `b`, some of whose codes are under a code. */
export type Variable = 'a' | 'b' | 'c' | 't';
export type Kind = Readonly<Record<Variable, string>>;
export type Shape = readonly Variable[];

const A = ['a1', 'a2'];
const B = {b1: 't1', b2: 't1', b3: 't2'};
const C = ['c1', 'c2'];
const kindsOf = (a: readonly string[], b: readonly (readonly [string, string])[], c: readonly string[]) =>
  a.flatMap((one) => b.flatMap(([two, t]) => c.map((three): Kind => ({a: one, b: two, c: three, t}))));

export const KINDS: readonly Kind[] = kindsOf(A, Object.entries(B), C);

/** A reader does not know that nobody is unknown, where that is withheld, nor that everybody's `b` is known as far as it can be. */
export const POSSIBLE: readonly Kind[] = kindsOf(
  [...A, 'unknown'],
  [...Object.entries(B), ['unknown', 't1'], ['unknown', 't2'], ['unknown', 'unknown']],
  [...C, 'unknown'],
);

export const definitions = {
  concepts: [
    concept('a'),
    concept('b', {level: 'leaf'}),
    concept('c'),
    concept('t', {list: 'b', of: 'b', level: 'top'}),
  ],
  codeLists: new Map([
    ['a', list('a', ...A, 'unknown')],
    ['b', list('b', 't1', 't2', ...Object.entries(B).map(([code, parent]) => `${code}<${parent}`), 'unknown')],
    ['c', list('c', ...C, 'unknown')],
  ]),
};

const period = yearPeriod(2013);
export const against = {
  ...{definitions, earlier: [], spanOf: () => period, highs: await loadSolver(), explain: false},
  effort: {secondsLeft: () => 60, progress: () => {}},
};

export const cubesOf = (persons: readonly Kind[], shapes: readonly Shape[]): readonly Cube[] =>
  tabulate(
    persons.map(
      ({a, b, c}, i): UnitRecord => ({
        ...{unit: 'person', record: recordNumber(i + 1), on: plainDate('2013-05-01')},
        codes: {a: [a], b: [b], c: [c]},
      }),
    ),
    shapes.map((shape) => table(shape.join('-') || 'all', shape)),
    definitions,
    period,
  );

export interface Told {
  readonly shape: Shape;
  readonly table: string;
  readonly codes: readonly string[];
  readonly shown: number | undefined;
}

/** What a reader has of published tables. */
export const toldBy = (cubes: readonly Cube[], shapes: readonly Shape[]): readonly Told[] =>
  cubes.flatMap((cube) => {
    const shape = shapes.find((one) => one.join('-') === cube.table.id) ?? [];
    return codedCells(cube).map(({codes, cell}) => ({
      ...{shape, codes, table: cube.table.id},
      shown: cell.kind === 'count' ? cell.value : undefined,
    }));
  });

/** By cell of any table: how many of these it counts. */
export const countIn = (persons: readonly Kind[], {shape, codes}: Pick<Told, 'shape' | 'codes'>): number =>
  persons.filter((kind) => shape.every((id, i) => codes[i] === ALL || codes[i] === kind[id])).length;

/** Of each cell the least and the most in all data sets that fit what is shown; undefined: there are too many, or no total. */
export function rangesOf(cells: readonly Told[], told: readonly Told[]) {
  const shown = told.filter((one) => one.shown !== undefined);
  const size = shown.find(({codes}) => codes.every((code) => code === ALL))?.shown;
  const kinds = POSSIBLE.filter((kind) => shown.every((one) => one.shown !== 0 || countIn([kind], one) === 0));
  if (size === undefined || howMany(kinds.length, size) > MOST) return undefined;
  const ranges = cells.map(() => ({low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY}));
  for (const set of dataSets(kinds, size)) {
    if (!shown.every((one) => countIn(set, one) === one.shown)) continue;
    cells.forEach((one, i) => {
      const [range, value] = [ranges[i], countIn(set, one)];
      if (range === undefined) return;
      range.low = Math.min(range.low, value);
      range.high = Math.max(range.high, value);
    });
  }
  return ranges;
}

/** How many data sets fit what is shown, told apart by how many each of these cells counts; undefined as in {@link rangesOf}. */
export function dataSetsThatFit(apart: readonly Pick<Told, 'shape' | 'codes'>[], told: readonly Told[]) {
  const shown = told.filter((one) => one.shown !== undefined);
  const size = shown.find(({codes}) => codes.every((code) => code === ALL))?.shown;
  const kinds = POSSIBLE.filter((kind) => shown.every((one) => one.shown !== 0 || countIn([kind], one) === 0));
  if (size === undefined || howMany(kinds.length, size) > MOST) return undefined;
  const found = new Set<string>();
  for (const set of dataSets(kinds, size))
    if (shown.every((one) => countIn(set, one) === one.shown)) found.add(apart.map((one) => countIn(set, one)).join());
  return found.size;
}

/** Every data set of so many persons of these kinds. */
function* dataSets(kinds: readonly Kind[], size: number, from = 0): Generator<readonly Kind[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at < kinds.length; at++) {
      const kind = kinds[at];
      if (kind !== undefined) for (const rest of dataSets(kinds, size - 1, at)) yield [kind, ...rest];
    }
}

const MOST = 150_000;

const howMany = (kinds: number, size: number): number =>
  Array.from({length: size}, (_, i) => (kinds + i) / (i + 1)).reduce((product, one) => product * one, 1);
