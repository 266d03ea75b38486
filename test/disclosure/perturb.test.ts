/** Whole statements whose figures are changed: what must hold between tables, and what must not get out. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {YEAR} from '#concepts/concept';
import {periodId, yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {chanceOf, recordKeyOf} from '#disclosure/cell-key';
import type {Units} from '#disclosure/perturb';
import type {PerturbingPolicy} from '#disclosure/policy';
import {type ProtectedCube, protect} from '#disclosure/protect';
import {keyedDigest} from '#kit/keyed-digest';
import {ALL, type Cube, codedCells, findCell} from '#tabulation/cube';
import {tabulate} from '#tabulation/tabulate';
import {denmark, records2013, table, tables, unit} from '../tabulation/denmark.ts';

const period = yearPeriod(2013);
const rounding: PerturbingPolicy = {edition: 'public', method: 'round', base: 5, rolledUp: []};
const cellKeys: PerturbingPolicy = {
  edition: 'public',
  method: 'cell-key',
  noise: {most: 2, variance: 1.05, noResultUpTo: 1},
  rolledUp: [],
};
const secret = (byte: number) => keyedDigest(new Uint8Array(32).fill(byte));

function unitsOf(records: readonly UnitRecord[], byte = 1, counted = tables): Units {
  const digest = secret(byte);
  return {
    each: records.map((one) => ({
      population: `${periodId(period)} ${one.unit}`,
      key: recordKeyOf(digest, one.record),
      cubes: tabulate([one], counted, denmark, period),
    })),
    definitions: denmark,
    chanceOf: (population) => chanceOf(digest, population),
  };
}

function told(records: readonly UnitRecord[], policy: PerturbingPolicy, byte = 1, beside: readonly Cube[] = []) {
  const made = protect(
    [...tabulate(records, tables, denmark, period), ...beside],
    policy,
    undefined,
    unitsOf(records, byte),
  );
  if (!made.ok) throw new Error(made.refusal.reason);
  return made.value;
}

const find = (cubes: readonly ProtectedCube[], id: string) => {
  const found = cubes.find((cube) => cube.table.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const value = (cubes: readonly ProtectedCube[], id: string, ...codes: readonly string[]) => {
  const cube = find(cubes, id);
  const cell = findCell(cube, codes.length === 0 ? cube.dimensions.map(() => ALL) : codes);
  return cell?.kind === 'count' ? cell.value : undefined;
};
const counts = (cubes: readonly Cube[]) =>
  cubes.flatMap((cube) =>
    codedCells(cube).map(
      ({codes, cell}) => [`${cube.table.id} ${codes}`, cell.kind === 'count' ? cell.value : -1] as const,
    ),
  );

const anyRecords = fc
  .array(
    fc.record({
      sex: fc.constantFrom('female', 'male'),
      exploitation: fc.constantFrom('prostitution', 'forced-labour', 'criminal-acts'),
      nationality: fc.constantFrom('nigeria', 'ghana', 'romania', 'vietnam'),
      authority: fc.constantFrom('us', 'cmm'),
    }),
    {minLength: 1, maxLength: 60},
  )
  .map((all) => all.map((codes, i) => unit(i + 1, codes)));

describe('rounded to 5', () => {
  test('no figure is from 1 to 4, every table adds up, and no two tables differ', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const {cubes} = told(records, rounding);
        for (const [, n] of counts(cubes)) expect(n === 0 || n >= 5).toBe(true);
        for (const cube of cubes) {
          const [one, ...others] = cube.dimensions;
          if (one === undefined || others.length > 0 || one.multiple) continue;
          const parts = one.codes.reduce((sum, code) => sum + (value(cubes, cube.table.id, code) ?? 0), 0);
          expect(parts).toBe(value(cubes, cube.table.id));
        }
        for (const form of ['prostitution', 'forced-labour', 'criminal-acts'])
          expect(value(cubes, `${form}-by-sex`)).toBe(value(cubes, 'persons-by-exploitation', form));
        expect(value(cubes, 'persons-by-sex')).toBe(value(cubes, 'persons-by-authority'));
      }),
      {seed: 2013, numRuns: 25},
    );
  });

  test('the statement of 2013: the cost is told, and under the same secret the figures are the same', () => {
    const {cubes, perturbation} = told(records2013, rounding);
    expect(perturbation).toMatchObject({method: 'round', withheld: 0});
    expect(perturbation?.changed).toBeGreaterThan(0);
    expect(perturbation?.largest).toBeGreaterThan(0);
    expect(perturbation?.utility).toBeGreaterThan(0.9);
    expect(counts(told(records2013, rounding).cubes)).toEqual(counts(cubes));
  });

  test('a row of few in a table of what occurs is gone, or has five: a row of none would tell of somebody', () => {
    const {cubes} = told(records2013, rounding);
    for (const id of ['persons-by-nationality', 'forced-labour-by-nationality'])
      for (const code of find(cubes, id).dimensions[0]?.codes ?? [])
        if (code !== 'unknown') expect(value(cubes, id, code)).toBeGreaterThanOrEqual(5);
  });

  test('a year told of in a later edition, by one table, keeps the figures it was rounded to by all', () => {
    const some = tables.filter(({id}) => id === 'persons-by-sex');
    const all = unitsOf(records2013);
    const later = {
      ...all,
      each: unitsOf(records2013, 1, some).each.map((one, i) => ({...one, elsewhere: all.each[i]?.cubes ?? []})),
    };
    const made = protect(tabulate(records2013, some, denmark, period), rounding, undefined, later);
    const {cubes} = told(records2013, rounding);
    expect(made.ok && counts(made.value.cubes)).toEqual(counts([find(cubes, 'persons-by-sex')]));
    const alone = protect(tabulate(records2013, some, denmark, period), rounding, undefined, {
      ...later,
      each: later.each.map((one) => ({...one, elsewhere: []})),
    });
    expect(alone.ok && counts(alone.value.cubes)).not.toEqual(counts([find(cubes, 'persons-by-sex')]));
  });

  test('what the units do not add up to is withheld; what others published stays', () => {
    const more = table('persons-more', ['sex']);
    const [bySex] = tabulate(records2013, [table('persons-by-sex', ['sex'])], denmark, period);
    if (bySex === undefined) throw new Error('no table');
    const source = {title: 'Another office', at: 'p. 1'};
    const cells = bySex.cells.map((cell, i) =>
      i === 0 ? ({kind: 'count', value: 2, published: source} as const) : cell,
    );
    const {cubes, perturbation} = told(records2013, rounding, 1, [{...bySex, table: more, cells}]);
    expect(find(cubes, 'persons-more').cells).toEqual([
      {kind: 'count', value: 2, published: source},
      {kind: 'withheld'},
      {kind: 'count', value: 0},
      {kind: 'withheld'},
    ]);
    expect(perturbation?.withheld).toBe(2);
  });

  test('a table along editions is withheld whole: a none in it would tell that nothing changed', () => {
    const revised: Cube = {
      table: table('revisions', [YEAR, 'edition']),
      period,
      dimensions: [
        {concept: YEAR, codes: ['2013'], multiple: false},
        {concept: 'edition', codes: ['first'], multiple: false},
      ],
      cells: Array.from({length: 4}, () => ({kind: 'count', value: 0}) as const),
    };
    const {cubes} = told(records2013, rounding, 1, [revised]);
    expect(new Set(find(cubes, 'revisions').cells.map(({kind}) => kind))).toEqual(new Set(['withheld']));
  });

  test('that a year agrees with what others published is not said of what is changed', () => {
    const [cube] = tabulate(records2013, [table('persons-by-sex', ['sex'])], denmark, period);
    if (cube === undefined) throw new Error('no table');
    const note = {
      id: 'agreeing-1',
      on: [{kind: 'table'}],
      says: {kind: 'agreeing', years: [2012], source: 'x'},
    } as const;
    const made = protect([{...cube, notes: [note]}], rounding, undefined, unitsOf(records2013));
    expect(made.ok && made.value.cubes[0]?.notes).toEqual([]);
  });
});

describe('corrected', () => {
  const cubesOf = (records: readonly UnitRecord[]) => tabulate(records, tables, denmark, period);
  const rounded = (records: readonly UnitRecord[], before: readonly (readonly UnitRecord[])[]) => {
    const editions = before.map((all) => unitsOf(all).each);
    const earlier = new Map([[unitsOf(records).each[0]?.population ?? '', editions]]);
    const made = protect(cubesOf(records), rounding, undefined, {...unitsOf(records), earlier});
    if (!made.ok) throw new Error(made.refusal.reason);
    return counts(made.value.cubes);
  };
  const said = ({codes}: UnitRecord) => JSON.stringify(codes);

  test('by a person like no other, no figure changes that does not count her; rounded anew, many would', () => {
    let [anew, asked] = [0, 0];
    fc.assert(
      fc.property(anyRecords, (all) => {
        const [first, ...records] = all;
        if (first === undefined || records.length === 0 || records.some((one) => said(one) === said(first))) return;
        const counting = new Set<string>(
          cubesOf([first]).flatMap((cube) =>
            codedCells(cube).flatMap(({codes, cell}) =>
              cell.kind === 'count' && cell.value > 0 ? [`${cube.table.id} ${codes.join()}`] : [],
            ),
          ),
        );
        const was = new Map<string, number>(rounded(records, []));
        const differing = (after: readonly (readonly [string, number])[]) =>
          after.filter(([place, told]) => !counting.has(place) && (was.get(place) ?? 0) !== told).length;
        const after = rounded([...records, first], [records]);
        expect(differing(after)).toBe(0);
        for (const [, told] of after) expect(told === 0 || told >= 5).toBe(true);
        asked++;
        if (differing(rounded([...records, first], [])) > 0) anew++;
      }),
      {seed: 2013, numRuns: 40},
    );
    expect(asked).toBeGreaterThan(10);
    expect(anew).toBeGreaterThan(0.2 * asked);
  });

  test('by persons who came and none who left, every figure is as it was or more by at least the base', () => {
    let moved = 0;
    fc.assert(
      fc.property(anyRecords, fc.integer({min: 1, max: 8}), (all, late) => {
        const [records, more] = [all.slice(late), all.slice(0, late)];
        if (records.length === 0) return;
        const was = new Map<string, number>(rounded(records, []));
        for (const [place, told] of rounded([...records, ...more], [records])) {
          const by = told - (was.get(place) ?? 0);
          expect(by === 0 || by >= 5).toBe(true);
          expect(told === 0 || told >= 5).toBe(true);
          if (by > 0) moved++;
        }
      }),
      {seed: 2013, numRuns: 60},
    );
    expect(moved).toBeGreaterThan(100);
  });

  test('by whoever came or left: no figure is small, tables add up, none stays none, and corrected without a change none changes', () => {
    fc.assert(
      fc.property(anyRecords, fc.integer({min: 0, max: 9}), fc.integer({min: 0, max: 9}), (all, late, gone) => {
        const [before, after] = [all.slice(late), all.slice(0, all.length - gone)];
        if (before.length === 0 || after.length === 0) return;
        const told = new Map<string, number>(rounded(after, [before]));
        const truly = new Map<string, number>(counts(cubesOf(after)));
        for (const [place, is] of told) {
          expect(is === 0 || is >= 5).toBe(true);
          if (truly.get(place) === 0) expect(is).toBe(0);
        }
        const total = told.get('persons-by-sex all') ?? 0;
        const codes = ['female', 'male', 'unknown'].map((code) => told.get(`persons-by-sex ${code}`) ?? 0);
        expect(codes.reduce((sum, one) => sum + one, 0)).toBe(total);
        expect(total).toBe(told.get('persons-by-authority all') ?? 0);
        expect(rounded(after, [before, after])).toEqual([...told]);
      }),
      {seed: 2013, numRuns: 40},
    );
  });

  test('corrected twice, what the first correction kept the second keeps', () => {
    const all = records2013.filter(({unit: of}) => of === 'person');
    let [otherThanAnew, otherThanLast] = [0, 0];
    for (const people of [20, 30, 40, 50, 60]) {
      const [some, more] = [all.slice(0, people), all.slice(0, people + 8)];
      const corrected = JSON.stringify(rounded(all, [some, more]));
      expect(JSON.stringify(rounded(all, [some, more, all]))).toBe(corrected);
      if (JSON.stringify(rounded(all, [])) !== corrected) otherThanAnew++;
      if (JSON.stringify(rounded(all, [more])) !== corrected) otherThanLast++;
    }
    expect(Math.min(otherThanAnew, otherThanLast)).toBeGreaterThan(0);
  });
});

describe('by cell keys', () => {
  test('the same persons are moved alike in every table; no figure further than 2, none to 1, none from none', () => {
    const {cubes} = told(records2013, cellKeys);
    expect(value(cubes, 'persons-by-sex')).toBe(value(cubes, 'persons-by-authority'));
    expect(value(cubes, 'prostitution-by-sex')).toBe(value(cubes, 'persons-by-exploitation', 'prostitution'));
    const truly = tabulate(records2013, tables, denmark, period);
    for (const cube of truly)
      for (const {codes, cell} of codedCells(cube)) {
        const is = value(cubes, cube.table.id, ...codes);
        if (cell.kind !== 'count' || is === undefined) continue;
        expect(Math.abs(is - cell.value)).toBeLessThanOrEqual(2);
        expect(is).not.toBe(1);
        if (cell.value === 0) expect(is).toBe(0);
      }
  });

  test('a person more moves the figures she is in, and no other', () => {
    const another = unit(500, {sex: 'male', exploitation: 'forced-labour', nationality: 'romania', authority: 'court'});
    const [before, after] = [told(records2013, cellKeys), told([...records2013, another], cellKeys)];
    const same = new Map(counts(before.cubes));
    const moved = counts(after.cubes)
      .filter(([place, n]) => same.get(place) !== n)
      .map(([place]) => place);
    expect(moved.length).toBeGreaterThan(0);
    for (const place of moved) expect(place).not.toMatch(/^prostitution|female|assessments|returns|nigeria|police/);
  });

  test('rows by size stand by the size they are told with', () => {
    const codes = ['nigeria', 'ghana', 'romania', 'vietnam'];
    const records = Array.from({length: 26}, (_, i) => unit(i + 1, {nationality: codes[i % 4] ?? ''}));
    const truly = tabulate(records, tables, denmark, period).find(({table}) => table.id === 'persons-by-nationality');
    const orders = [1, 2, 3, 4, 5, 6].map((byte) => {
      const cube = find(told(records, cellKeys, byte).cubes, 'persons-by-nationality');
      const rows = (cube.dimensions[0]?.codes ?? []).filter((code) => code !== 'unknown');
      const sizes = rows.map((code) => value([cube], cube.table.id, code) ?? 0);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      return rows.join();
    });
    expect(orders.some((order) => order !== truly?.dimensions[0]?.codes.slice(0, 4).join())).toBe(true);
  });

  test('another secret moves otherwise', () => {
    expect(counts(told(records2013, cellKeys, 2).cubes)).not.toEqual(counts(told(records2013, cellKeys, 1).cubes));
  });
});

test('without its units no statement is changed, and none goes out', () => {
  const made = protect(tabulate(records2013, tables, denmark, period), rounding);
  expect(made).toEqual({ok: false, refusal: {reason: 'disclosure-not-proven'}});
});
