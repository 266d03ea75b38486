/** Whatever happened, in whatever order it was learned: editions stand, reasons sum, the triangle is the editions side by side. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import type {Instant} from '#kit/instant';
import {type Counted, count} from '#production/count';
import {revise} from '#production/revise';
import {trianglesOf} from '#production/triangles';
import {type Alike, howMany} from '#tabulation/alike';
import {ALL, type Cube, codedCells, findCell} from '#tabulation/cube';
import {differencesOf} from '#tabulation/differences';
import {addressText} from '#tabulation/proof';
import {definitions, type History, histories, Register} from './histories.ts';

const persons = (units: readonly Alike[]) =>
  units.filter(({unit}) => unit === 'person').reduce((total, one) => total + howMany(one), 0);
const MEASURED: readonly (readonly [string, (counted: Counted) => number])[] = [
  ['sum-of-years', ({byYear}) => byYear.reduce((total, {records}) => total + persons(records), 0)],
  ['distinct-persons', ({distinct}) => persons(distinct)],
];

const RUNS = 1_000;
const silent = () => undefined;

interface Compiled {
  readonly year: number;
  readonly cutOff: Instant;
  readonly by: (typeof definitions)[number];
  readonly figures: readonly Cube[];
}

/** An edition after every delivery but those that another one follows at the same moment, of a year and under definitions by turns. */
async function compiledAlong({persons, deliveries}: History, turn: number) {
  const register = new Register(persons);
  const editions: Compiled[] = [];
  for (const [i, delivery] of deliveries.entries()) {
    register.deliver(delivery);
    const cutOff = register.now;
    if (i + 1 < deliveries.length && Register.timeOf(i + 2) === cutOff) continue;
    const year = 2012 + ((i + turn) % 3);
    const by = definitions[(i * (turn % 3)) % definitions.length] ?? definitions[0];
    if (by === undefined) continue;
    const {cubes} = await count(() => register.read(cutOff), by, yearPeriod(year), silent);
    editions.push({year, cutOff, by, figures: cubes});
  }
  return {register, editions};
}

const anyHistory = fc.record({history: histories, turn: fc.nat(8), pair: fc.tuple(fc.nat(20), fc.nat(20))});
const given = (prove: (of: {history: History; turn: number; pair: readonly [number, number]}) => Promise<void>) =>
  fc.assert(fc.asyncProperty(anyHistory, prove), {numRuns: RUNS, seed: 20131015});

test('an edition counted again at its cut-off is the same, whatever came after it', async () => {
  await given(async ({history, turn}) => {
    const {register, editions} = await compiledAlong(history, turn);
    for (const {year, cutOff, by, figures} of editions) {
      const {cubes} = await count(() => register.read(cutOff), by, yearPeriod(year), silent);
      expect(cubes).toEqual(figures);
    }
  });
}, 120_000);

test('reasons sum to the difference, in every cell', async () => {
  let [cells, kept, measured] = [0, 0, 0];
  const tables = new Set<string>();
  const told = new Set<string>();
  await given(async ({history, turn, pair: [a, b]}) => {
    const {register, editions} = await compiledAlong(history, turn);
    const [one, other] = [a % editions.length, b % editions.length].sort((x, y) => x - y);
    const [earlier, later] = [editions[one ?? 0], editions[other ?? 0]];
    if (earlier === undefined || later === undefined) return;
    const {before, after, changes} = await revise(
      register.read,
      {cutOff: earlier.cutOff, definitions: earlier.by},
      {cutOff: later.cutOff, definitions: later.by},
      yearPeriod(earlier.year),
    );
    const [was, is] = [before, after].map(({cubes, restated}) => [...cubes, ...restated]);
    const {cells: all, balanced, redefined} = differencesOf(was ?? [], is ?? [], changes);
    const differing = new Map(all.map((cell) => [addressText(cell), cell]));
    const stays = new Set(balanced.map(addressText));
    for (const cube of is ?? []) {
      const had = was?.find(({table}) => table.id === cube.table.id);
      if (had === undefined || redefined.includes(cube.table.id)) continue;
      tables.add(cube.table.id);
      for (const {codes, cell} of codedCells(cube)) {
        const old = shownIn(had, codes);
        if (cell.kind !== 'count' || old.kind !== 'count' || cell.published || old.published) continue;
        const address = addressText({table: cube.table.id, codes});
        const sum = [...changes.values()].reduce((total, change) => total + (change.get(address) ?? 0), 0);
        expect([address, sum]).toEqual([address, cell.value - old.value]);
        expect(differing.has(address)).toBe(cell.value !== old.value);
        const moved = [...changes.values()].some((change) => (change.get(address) ?? 0) !== 0);
        expect(stays.has(address)).toBe(moved && cell.value === old.value);
        if (cell.value !== old.value) cells += 1;
        else if (moved) kept += 1;
      }
    }
    // No table shows them while a year is held as a published total alone; they add up all the same.
    for (const [measure, people] of MEASURED) {
      const address = addressText({table: 'persons-since-start', codes: [measure]});
      const sum = [...changes.values()].reduce((total, change) => total + (change.get(address) ?? 0), 0);
      expect([address, sum]).toEqual([address, people(after) - people(before)]);
      measured += Math.abs(sum);
    }
    for (const {reasons} of differing.values()) for (const {reason} of reasons) told.add(reason);
  });
  // The histories are such that every reason occurs.
  expect([...told].sort()).toEqual(
    ['correction', 'identity-decision', 'late-decision', 'overturned', 'reclassification', 'rule-change'].sort(),
  );
  expect(cells).toBeGreaterThan(RUNS);
  expect(kept).toBeGreaterThan(100);
  expect(measured).toBeGreaterThan(RUNS);
  expect([...tables]).toEqual(expect.arrayContaining(['persons-since-start', 'exploitation-by-year-by-definitions']));
}, 120_000);

const ASKED = [
  {table: 'persons-by-year', codes: []},
  {table: 'exploitation-by-year', codes: ['forced-labour']},
  {table: 'persons-by-form', codes: ['criminal-acts']},
  {table: 'criminal-acts-by-sex', codes: []},
  {table: 'returns', codes: ['victim', ALL]},
];

test('the triangle is what each edition counts of each year', async () => {
  await given(async ({history, turn}) => {
    const {register, editions} = await compiledAlong(history, turn);
    const seen = editions.map(({cutOff, by, year}, i) => ({
      edition: `e${i}`,
      cutOff,
      definitions: by,
      lastYear: year,
    }));
    const triangles = await trianglesOf(register.read, seen, ASKED);
    expect(triangles.length).toBe(ASKED.length);
    for (const [i, {table: id, codes}] of ASKED.entries()) {
      const triangle = triangles[i];
      if (triangle === undefined) continue;
      for (const [j, edition] of editions.entries()) {
        for (let year = 2009; year <= 2014; year++) {
          const cell = findCell(triangle, [String(year), `e${j}`]);
          if (cell === undefined) continue;
          if (year > edition.year) expect(cell).toEqual({kind: 'not-applicable'});
          else await agrees(cell, id, codes, year, edition, register);
        }
      }
    }
  });
}, 240_000);

/** A code that nobody has is not shown: zero, unless its year was not counted. */
function shownIn(cube: Cube, codes: readonly string[]): Cube['cells'][number] {
  const shown = findCell(cube, codes);
  if (shown !== undefined || !cube.table.dimensions.includes('year')) return shown ?? {kind: 'count', value: 0};
  const year = findCell(cube, codes.slice(0, 1)) ?? {kind: 'not-collected'};
  if (year.kind !== 'count') return year;
  return year.published === undefined ? {kind: 'count', value: 0} : {kind: 'not-collected'};
}

/** A series says it itself; any other table is counted of that year. */
async function agrees(
  cell: Cube['cells'][number],
  id: string,
  codes: readonly string[],
  year: number,
  {figures, cutOff, by}: Compiled,
  register: Register,
): Promise<void> {
  const own = figures.find(({table}) => table.id === id);
  if (own?.table.dimensions.includes('year')) {
    expect(cell).toEqual(shownIn(own, [String(year), ...codes]));
    return;
  }
  const {cubes} = await count(
    () => register.read(cutOff),
    {...by, tables: by.tables.filter((one) => one.id === id)},
    yearPeriod(year),
    silent,
  );
  const [counted] = cubes;
  const value = counted && findCell(counted, codes);
  expect(cell.kind === 'count' ? cell.value : 0).toBe(value?.kind === 'count' ? value.value : 0);
}
