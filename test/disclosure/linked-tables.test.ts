/**
 * The example of linked tables in GaussSuppression's documentation: age by EU by year, and countries by year, of ten rows. Tables that
 * agree where they share a cell (`consistent`) leave Spain of 2015 to be had from the EU and Portugal; what is guarded together does not.
 */
import {expect, test} from 'vitest';
import {type Suppression, suppress, type Wanted} from '#disclosure/secondary';
import {VectorSpace} from '#disclosure/vector-space';

const MOST = 2;
const ROWS: readonly (readonly [age: string, country: string, eu: string, year: string, persons: number])[] = [
  ['young', 'Spain', 'EU', '2014', 6],
  ['young', 'Iceland', 'nonEU', '2014', 8],
  ['old', 'Spain', 'EU', '2014', 9],
  ['old', 'Portugal', 'EU', '2014', 1],
  ['young', 'Iceland', 'nonEU', '2015', 2],
  ['old', 'Spain', 'EU', '2015', 4],
  ['old', 'Portugal', 'EU', '2015', 3],
  ['young', 'Spain', 'EU', '2016', 7],
  ['young', 'Iceland', 'nonEU', '2016', 2],
  ['young', 'Portugal', 'EU', '2016', 2],
];

interface Cell extends Wanted {
  readonly vector: Map<number, number>;
  worth: number;
}

/** The cells somebody is in, each with its totals. */
function tableOf(codesOf: (row: (typeof ROWS)[number]) => readonly string[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  ROWS.forEach((row, at) => {
    const names = codesOf(row).reduce<readonly string[]>(
      (all, code) => all.flatMap((name) => [`${name}/${code}`, `${name}/Total`]),
      [''],
    );
    for (const name of names) {
      const cell = cells.get(name) ?? {vector: new Map(), worth: 0};
      cell.vector.set(at, 1);
      cell.worth += row[4];
      cells.set(name, cell);
    }
  });
  return cells;
}

const byAge = tableOf(([age, , eu, year]) => [age, eu, year]);
const byCountry = tableOf(([, country, , year]) => [country, year]);

const sameAs = ({vector}: Wanted) => [...vector.keys()].sort((a, b) => a - b).join();
/** A figure that both tables print is one. */
const together = [...new Map([...byAge.values(), ...byCountry.values()].map((cell) => [sameAs(cell), cell])).values()];

const withheldOf = (figures: readonly Wanted[]): ReadonlySet<string> => {
  const primary = new Set(figures.flatMap(({worth}, at) => (worth > 0 && worth <= MOST ? [at] : [])));
  const {secondary}: Suppression = suppress(figures, primary);
  return new Set([...primary, ...secondary.keys()].flatMap((at) => (figures[at] ? [sameAs(figures[at])] : [])));
};

const isGivenAway = (figures: readonly Wanted[], withheld: ReadonlySet<string>, one: Wanted): boolean => {
  const space = new VectorSpace();
  for (const figure of figures) if (!withheld.has(sameAs(figure))) space.take(space.reduced(figure.vector));
  return space.reduced(one.vector).size === 0;
};

/** As they are printed; a total of both tables is one cell. */
const printed = new Map<string, Cell>([
  ...[...byAge].map(([name, cell]) => [name.replace('/Total/Total/', '/Total/'), cell] as const),
  ...byCountry,
]);
const withheld = withheldOf(together);
const isWithheld = (name: string) => withheld.has(sameAs(cellAt(name)));
const cellAt = (name: string): Cell => printed.get(name) ?? {vector: new Map(), worth: Number.NaN};

test('of 41 cells 14 are withheld, as by the reference, and none of them follows from what is printed', () => {
  expect(printed.size).toBe(41);
  expect([...printed.keys()].filter(isWithheld)).toHaveLength(14);
  for (const cell of together)
    if (withheld.has(sameAs(cell))) expect(isGivenAway(together, withheld, cell)).toBe(false);
});

test('Spain of 2015, withheld beside the EU and Portugal, is their difference: it is not what guards another', () => {
  const spain = cellAt('/Spain/2015');
  expect([cellAt('/Total/EU/2015').worth, cellAt('/Portugal/2015').worth, spain.worth]).toEqual([7, 3, 4]);
  expect(['/Total/EU/2015', '/Portugal/2015', '/Spain/2015'].filter(isWithheld)).toEqual([]);
  expect(isGivenAway(together, new Set([...withheld, sameAs(spain)]), spain)).toBe(true);
  // Each table by itself does not see it.
  expect(isGivenAway([...byCountry.values()], new Set([...withheld, sameAs(spain)]), spain)).toBe(false);
});

test('a nationality of one EU group and that group are one figure in both tables', () => {
  for (const year of ['2014', '2015', '2016', 'Total'])
    expect(isWithheld(`/Total/nonEU/${year}`)).toBe(isWithheld(`/Iceland/${year}`));
});
