/** Secondary suppression: the reference tables, and that no primary figure is ever in what is published. */
import {existsSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Suppression, suppress, suppressLeast, type Wanted} from '#disclosure/secondary';
import {type Vector, VectorSpace} from '#disclosure/vector-space';

const FOLDER = '../shared/data/disclosure';
const there = existsSync(FOLDER);
if (!there) console.log(`skipped: ${FOLDER} is not there`);

interface Row {
  readonly codes: readonly (readonly string[])[];
  readonly count: number;
}

/** Every row of a table with its margins: per dimension, the code and whatever it belongs to, the total last. */
function figuresOf(rows: readonly Row[]): readonly (Wanted & {readonly name: string})[] {
  const figures = new Map<string, {vector: Map<number, number>; worth: number}>();
  rows.forEach(({codes, count}, at) => {
    const names = codes.reduce<readonly string[]>(
      (before, own) => before.flatMap((name) => [...own, 'Total'].map((code) => `${name}/${code}`)),
      [''],
    );
    for (const name of new Set(names)) {
      const figure = figures.get(name) ?? {vector: new Map(), worth: 0};
      figure.vector.set(at, 1);
      figure.worth += count;
      figures.set(name, figure);
    }
  });
  return [...figures].map(([name, figure]) => ({name, ...figure}));
}

const table = (file: string, rowOf: (cells: readonly string[]) => Row): readonly Row[] => {
  const [, ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split('\n');
  return lines.map((line) => rowOf(line.replaceAll('"', '').trim().split(',')));
};

const primaryOf = (figures: readonly Wanted[], most: number): ReadonlySet<number> =>
  new Set(figures.flatMap(({worth}, at) => (worth > 0 && worth <= most ? [at] : [])));

describe.skipIf(!there)('z1', () => {
  const rows = there
    ? table('z1.csv', ([region = '', main = '', n]) => ({codes: [[region], [main]], count: Number(n)}))
    : [];
  const figures = figuresOf(rows);

  test('from three down: those that the reference withholds', () => {
    const primary = primaryOf(figures, 3);
    const {secondary} = suppress(figures, primary);
    const names = [...primary, ...secondary.keys()].map((at) => figures[at]?.name).sort();
    expect(names).toEqual(['/B/annet', '/B/arbeid', '/D/annet', '/D/arbeid', '/H/annet', '/H/arbeid']);
    // As GaussSuppression numbers them: regions, then what they live on, each with its total first, from 1.
    const codes = [0, 1].map((place) => ['Total', ...new Set(rows.map((row) => row.codes[place]?.[0] ?? ''))]);
    const numbers = names.map((name = '') => {
      const [region = 0, main = 0] = name
        .split('/')
        .slice(1)
        .map((code, i) => codes[i]?.indexOf(code) ?? -1);
      return region * 5 + main + 1;
    });
    expect(numbers).toEqual([12, 13, 22, 23, 42, 43]);
  });

  test.each([
    [3, 29],
    [5, 43],
  ])('from %i down: secondary counts of %i, the optimum', (most, optimum) => {
    expect(lostOf(figures, suppressLeast(figures, primaryOf(figures, most), new Set(), 200))).toBe(optimum);
  });
});

describe.skipIf(!there)('hierarchies and other tables', () => {
  test.each([
    [3, 123],
    [5, 110],
  ])('z2, regions in counties, from %i down: secondary counts of %i, the optimum', (most, optimum) => {
    const rows = table('z2.csv', ([region = '', county = '', , main = '', n]) => ({
      codes: [[region, `county ${county}`], [main]],
      count: Number(n),
    }));
    const figures = figuresOf(rows);
    expect(figures.length).toBe(90);
    expect(lostOf(figures, suppressLeast(figures, primaryOf(figures, most), new Set(), 400))).toBe(optimum);
  });

  test('microdata1, from six down: the optimum', () => {
    const counted = Map.groupBy(
      table('microdata1.csv', ([region = '', gender = '']) => ({codes: [[region], [gender]], count: 1})),
      ({codes}) => codes.join(),
    );
    const rows = [...counted.values()].flatMap(([first, ...others]) =>
      first === undefined ? [] : [{...first, count: 1 + others.length}],
    );
    const figures = figuresOf(rows);
    expect(figures.length).toBe(15);
    expect(lostOf(figures, suppressLeast(figures, primaryOf(figures, 6), new Set(), 200))).toBe(40);
  });
});

const lostOf = (figures: readonly Wanted[], {secondary}: Suppression): number =>
  [...secondary.keys()].reduce((sum, at) => sum + (figures[at]?.worth ?? 0), 0);

const isGivenAway = (published: readonly Vector[], figure: Vector): boolean => {
  const space = new VectorSpace();
  for (const one of published) space.take(space.reduced(one));
  return space.reduced(figure).size === 0;
};

const counts = fc
  .tuple(fc.integer({min: 2, max: 4}), fc.integer({min: 2, max: 4}))
  .chain(([regions, mains]) =>
    fc
      .array(fc.nat(9), {minLength: regions * mains, maxLength: regions * mains})
      .map((numbers) =>
        numbers.map((count, i): Row => ({codes: [[`r${i % regions}`], [`m${Math.floor(i / regions)}`]], count})),
      ),
  );

test('no primary figure follows from what is published; and whatever is withheld is withheld for a reason', () => {
  let guarded = 0;
  fc.assert(
    fc.property(counts, fc.integer({min: 1, max: 4}), (rows, most) => {
      const figures = figuresOf(rows);
      const primary = primaryOf(figures, most);
      const {secondary, exposed} = suppress(figures, primary);
      expect([...exposed]).toEqual([]);
      const published = figures.flatMap(({vector}, at) => (primary.has(at) || secondary.has(at) ? [] : [vector]));
      for (const at of primary) expect(isGivenAway(published, figures[at]?.vector ?? new Map())).toBe(false);
      // Any of the secondary ones, published too, would give a primary one away.
      for (const at of secondary.keys()) {
        const also = [...published, figures[at]?.vector ?? new Map()];
        expect([...primary].some((one) => isGivenAway(also, figures[one]?.vector ?? new Map()))).toBe(true);
      }
      guarded += secondary.size;
    }),
    {numRuns: 300, seed: 5},
  );
  expect(guarded).toBeGreaterThan(100);
});

test('what is forced is published; a primary figure that it gives away is told', () => {
  const figures = figuresOf([
    {codes: [['a']], count: 1},
    {codes: [['b']], count: 8},
    {codes: [['c']], count: 5},
  ]);
  const at = (name: string) => figures.findIndex((one) => one.name === name);
  const primary = new Set([at('/a')]);
  expect([...suppress(figures, primary).secondary.keys()]).toEqual([at('/c')]);
  expect([...suppress(figures, primary, new Set([at('/c')])).secondary.keys()]).toEqual([at('/b')]);
  const all = new Set(['/b', '/c', '/Total'].map(at));
  expect([...suppress(figures, primary, all).exposed]).toEqual([...primary]);
});
