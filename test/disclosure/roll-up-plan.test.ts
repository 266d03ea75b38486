/** Plans that are tried: what lines a concept may have, which of two plans is better, and that the work is bounded. */
import {expect, test} from 'vitest';
import {count} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import {isRolledUp} from '#concepts/roll-up';
import {type CountedYear, compareWorth, worthOf} from '#disclosure/kept-by-plan';
import {loadSolver} from '#disclosure/linear-program';
import {linesFor} from '#disclosure/plan-lines';
import type {PublicPolicy} from '#disclosure/policy';
import {proposePlan} from '#disclosure/propose-plan';
import {lastOf, plainDate} from '#kit/plain-date';
import type {Definitions} from '#tabulation/definitions';
import {concept, labels, list, table} from '../tabulation/denmark.ts';

const ages = list('age', 'under-18', '18-24', '25-plus', 'unknown');
const definitions: Definitions = {
  concepts: [concept('nationality'), concept('age')],
  codeLists: new Map([
    ['nationality', list('nationality', 'NG', 'GH', 'RO', 'VN', 'other-nationality', 'unknown')],
    [
      'age',
      {
        ...ages,
        rows: ages.rows.map((row, i) =>
          row.code === 'unknown' ? row : {...row, min: [0, 18, 25][i], max: [17, 24][i]},
        ),
      },
    ],
  ]),
};
const naming = {other: () => labels, otherOrUnknown: () => labels, ages: () => labels};
const lines = (id: string, weights: Readonly<Record<string, number>>) =>
  linesFor({
    ...{concept: id, tables: undefined, definitions, on: plainDate('2013-12-31'), naming},
    weights: new Map(Object.entries(weights)),
  });

test('the largest stand alone and the rest is one, under a code of no list', () => {
  const kept = lines('nationality', {NG: 20, GH: 3, RO: 7, VN: 1, unknown: 2});
  expect(kept.flatMap(({keep}) => (keep === undefined ? [] : [keep]))).toEqual([['NG'], ['NG', 'RO']]);
  expect(kept.map(({into}) => into)).not.toContain('other-nationality');
  for (const line of kept)
    if (line.codes !== undefined) expect(line.codes.toSorted()).toEqual(expect.arrayContaining(['VN', 'unknown']));
});

test('two codes at least become one, and one that somebody has stands beside them', () => {
  expect(lines('nationality', {NG: 20, GH: 0, RO: 0, VN: 0, unknown: 0})).toEqual([]);
  for (const line of lines('nationality', {NG: 20, RO: 7, unknown: 1})) expect(isRolledUp(line, 'NG')).toBe(false);
});

test('of ages nothing but neighbours', () => {
  const told = lines('age', {'under-18': 2, '18-24': 9, '25-plus': 9, unknown: 1}).map(({codes}) => codes);
  expect(told).toEqual([
    ['under-18', '18-24'],
    ['18-24', '25-plus'],
  ]);
});

const kept = (figures: number, persons: number, of = 10, unproven = 0) => ({
  figures,
  of,
  persons,
  ofPersons: 100,
  unproven,
});

test('every year weighs the same, a line has its price, and what is not proven is worse than anything', () => {
  const without = [kept(5, 50), {...kept(50, 500, 100), ofPersons: 1000}];
  const worth = (plan: readonly number[], ...byYear: Parameters<typeof worthOf>[1]) =>
    worthOf(
      plan.map(() => LINE),
      byYear,
      without,
    );
  const [small, large] = [kept(6, 50), kept(50, 500, 100)];
  // One figure of the small year against ten of the large one.
  expect(compareWorth(worth([], small, large), worth([], kept(5, 50), kept(60, 500, 109)))).toBe(0);
  expect(compareWorth(worth([], small, large), worth([], kept(5, 50), kept(59, 500, 100)))).toBeGreaterThan(0);
  expect(compareWorth(worth([1], small, large), worth([], small, large))).toBeLessThan(0);
  expect(compareWorth(worth([], small, large), worth([], kept(6, 50, 9), large))).toBeLessThan(0);
  expect(compareWorth(worth([], kept(9, 90, 10, 1), large), worth([], kept(1, 1), kept(1, 1)))).toBeLessThan(0);
});

const LINE = {concept: 'nationality', into: 'other-countries', labels, keep: ['NG']};
const policy: PublicPolicy = {
  ...{edition: 'public', smallest: 3, width: 3, zeros: 'shown', knownByDesign: [], allAlike: undefined},
  ...{rolledUp: [], subPopulations: [], shownAnyway: []},
};

/** 20 of one nationality, a few of three others. */
const year = async (): Promise<CountedYear> => ({
  year: 2013,
  cubes: [
    {
      table: table('persons-by-nationality', ['nationality']),
      period: yearPeriod(2013),
      dimensions: [{concept: 'nationality', codes: ['NG', 'GH', 'RO', 'VN', 'unknown'], multiple: false}],
      cells: [20, 2, 1, 1, 0, 24].map((value) => count(value)),
    },
  ],
  against: {
    ...{definitions, earlier: [], explain: false, highs: await loadSolver()},
    spanOf: () => ({from: plainDate('2013-01-01'), to: lastOf(2013)}),
    effort: {secondsLeft: () => 60, progress: () => undefined},
  },
});

test('the few are one, and all is shown', async () => {
  const {plan, byYear, finished} = proposePlan([await year()], policy, naming, () => undefined);
  expect(plan).toMatchObject([{concept: 'nationality', keep: ['NG']}]);
  expect(byYear).toMatchObject([{without: {figures: 2, of: 5}, proposed: {figures: 3, of: 3, persons: 48}}]);
  expect(finished).toBe(true);
});

test('the units of a year are each counted', async () => {
  const counted = await year();
  const [cube = expect.fail()] = counted.cubes;
  const others = {
    ...{...cube, table: {...cube.table, id: 'assessments-by-nationality', unit: 'assessment'}},
    cells: [30, 20, 10, 10, 0, 70].map((value) => count(value)),
  };
  // What the persons win by it the assessments lose, and more.
  const both = {...counted, cubes: [cube, others]};
  expect(proposePlan([both], policy, naming, () => undefined).plan).toEqual([]);
  // Here they lose nothing.
  const few = {...others, cells: [30, 20, 0, 0, 0, 50].map((value) => count(value))};
  const either = {...counted, cubes: [few, cube]};
  expect(proposePlan([either], policy, naming, () => undefined).plan).toMatchObject([{keep: ['NG']}]);
});

test('nothing is told together that is known by design, that some cannot be, or that a person may have several of', async () => {
  const counted = await year();
  const known = proposePlan([counted], {...policy, knownByDesign: ['nationality']}, naming, () => undefined);
  expect(known.plan).toEqual([]);
  const impossible = counted.cubes.map((cube) => ({
    ...cube,
    table: {...cube.table, notApplicable: [{nationality: ['VN']}]},
  }));
  expect(proposePlan([{...counted, cubes: impossible}], policy, naming, () => undefined).plan).toEqual([]);
  const cubes = counted.cubes.map((cube) => ({
    ...cube,
    dimensions: cube.dimensions.map((one) => ({...one, multiple: true})),
  }));
  const multiple = {...definitions, concepts: [concept('nationality', {multiple: true})]};
  const several = {...counted, cubes, against: {...counted.against, definitions: multiple}};
  expect(proposePlan([several], policy, naming, () => undefined).plan).toEqual([]);
});

test('where no more may be tried, the best so far is told as that', async () => {
  const {plan, finished} = proposePlan([await year()], policy, naming, () => undefined, 1);
  expect({plan, finished}).toEqual({plan: [], finished: false});
});
