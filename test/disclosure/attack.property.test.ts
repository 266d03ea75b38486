/** Every interval against brute force: all data sets of few persons that fit what is printed. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type PublishedCell, type PublishedTable, TOTAL} from '#disclosure/published-table';
import {attacked} from './published.ts';

/** Codes of each dimension, and which dimensions are crossed in which table. */
interface Design {
  readonly sizes: readonly number[];
  readonly tables: readonly (readonly number[])[];
}

const DESIGNS: readonly (Design & {readonly says: string; readonly most: number})[] = [
  {says: 'a row', sizes: [4], tables: [[0]], most: 12},
  {says: 'two ways', sizes: [3, 3], tables: [[0, 1]], most: 6},
  {says: 'three ways', sizes: [2, 2, 2], tables: [[0, 1, 2]], most: 7},
  {
    says: 'two tables with a dimension in common',
    sizes: [2, 2, 2],
    tables: [
      [0, 1],
      [1, 2],
    ],
    most: 7,
  },
  {
    says: 'three tables in a circle',
    sizes: [2, 2, 2],
    tables: [
      [0, 1],
      [1, 2],
      [0, 2],
    ],
    most: 7,
  },
];

const nameOf = (dimension: number) => 'abcdef'[dimension] ?? '';

function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  );
}

const typesOf = ({sizes}: Design) => combinations(sizes.map((size) => Array.from({length: size}, (_, i) => `${i}`)));

/** All ways to divide so many persons among so many types. */
function* divisions(persons: number, types: number): Generator<readonly number[]> {
  if (types === 1) yield [persons];
  else
    for (let first = 0; first <= persons; first++)
      for (const rest of divisions(persons - first, types - 1)) yield [first, ...rest];
}

/** The cells of every table, margins included, of persons by type. */
function counted(
  design: Design,
  persons: readonly number[],
): readonly (readonly {readonly codes: readonly string[]; readonly count: number}[])[] {
  const types = typesOf(design);
  return design.tables.map((crossed) =>
    combinations(
      crossed.map((dimension) => [...Array.from({length: design.sizes[dimension] ?? 0}, (_, i) => `${i}`), TOTAL]),
    ).map((codes) => ({
      codes,
      count: types.reduce(
        (sum, type, at) =>
          codes.every((code, i) => code === TOTAL || type[crossed[i] ?? 0] === code) ? sum + (persons[at] ?? 0) : sum,
        0,
      ),
    })),
  );
}

/** What is printed of each cell: the number, nothing, or that it is below a limit. The number of all persons is. */
function published(design: Design, persons: readonly number[], hide: readonly number[]): readonly PublishedTable[] {
  let at = 0;
  const printedAs = new Map<string, PublishedCell>();
  return counted(design, persons).map((cells, t) => ({
    name: `t${t}`,
    population: '',
    absent: 'unknown' as const,
    dimensions: (design.tables[t] ?? []).map((one) => ({
      name: nameOf(one),
      apart: false,
      multiple: false,
      parents: new Map(),
    })),
    cells: cells.map(({codes, count}, row) => {
      // One number is withheld in all tables or in none.
      const key = codes.flatMap((code, i) => (code === TOTAL ? [] : [`${design.tables[t]?.[i]}=${code}`])).join();
      const known = printedAs.get(key);
      const how = key === '' ? 0 : (hide[at++ % hide.length] ?? 0);
      const made =
        how === 0 || (how === 2 && count > 3)
          ? {codes, row, printed: `${count}`, low: count, high: count}
          : how === 1
            ? {codes, row, printed: '..', low: 0, high: Number.POSITIVE_INFINITY}
            : {codes, row, printed: '<4', low: 0, high: 3};
      const cell = known === undefined ? made : {...known, codes, row};
      printedAs.set(key, cell);
      return cell;
    }),
  }));
}

/** By table and cell, the least and the most of all data sets that fit. */
function byForce(design: Design, tables: readonly PublishedTable[], persons: number) {
  const limits = tables.map(({cells}) =>
    cells.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number]),
  );
  for (const division of divisions(persons, typesOf(design).length)) {
    const counts = counted(design, division);
    const fits = counts.every((cells, t) =>
      cells.every(({count}, i) => {
        const cell = tables[t]?.cells[i];
        return cell !== undefined && cell.low <= count && count <= cell.high;
      }),
    );
    if (!fits) continue;
    counts.forEach((cells, t) => {
      cells.forEach(({count}, i) => {
        const limit = limits[t]?.[i];
        if (limit !== undefined) [limit[0], limit[1]] = [Math.min(limit[0], count), Math.max(limit[1], count)];
      });
    });
  }
  return limits;
}

const statementOf = (design: Design, most: number) =>
  fc
    .record({
      persons: fc.integer({min: 0, max: most}),
      draws: fc.array(fc.nat(), {minLength: 16, maxLength: 16}),
      hide: fc.array(fc.constantFrom(0, 0, 1, 2), {minLength: 27, maxLength: 27}),
    })
    .map(({persons, draws, hide}) => {
      const types = typesOf(design).length;
      const by = Array.from({length: types}, () => 0);
      for (let i = 0; i < persons; i++) by[(draws[i] ?? 0) % types] = (by[(draws[i] ?? 0) % types] ?? 0) + 1;
      return {persons, hide, by, tables: published(design, by, hide)};
    });

test.each(DESIGNS)('$says: every interval is that of all data sets that fit', ({most, ...design}) => {
  fc.assert(
    fc.property(statementOf(design, most), ({persons, tables}) => {
      const {withheld, reckoning, joined} = attacked(tables);
      expect(reckoning.contradictions).toEqual([]);
      expect(joined.outer).toBe(false);
      const limits = byForce(design, tables, persons);
      for (const {table, place, is} of withheld) {
        expect([is.low, is.high, is.reached]).toEqual([...(limits[table]?.[place] ?? []), true]);
      }
    }),
    {seed: 2013, numRuns: 60},
  );
});

test.each(DESIGNS)('$says: another published figure never widens an interval', ({most, ...design}) => {
  fc.assert(
    fc.property(statementOf(design, most), fc.nat(), ({by, hide, tables}, which) => {
      const hidden = hide.flatMap((how, i) => (how === 0 ? [] : [i]));
      if (hidden.length === 0) return;
      const more = hide.with(hidden[which % hidden.length] ?? 0, 0);
      const before = attacked(tables);
      const after = attacked(published(design, by, more));
      const later = new Map(after.withheld.map(({table, place, is}) => [`${table}.${place}`, is]));
      for (const {table, place, is} of before.withheld) {
        const now = later.get(`${table}.${place}`);
        if (now === undefined) continue;
        expect(now.low).toBeGreaterThanOrEqual(is.low);
        expect(now.high).toBeLessThanOrEqual(is.high);
      }
    }),
    {seed: 2014, numRuns: 40},
  );
});
