/** Counting: every unit once per distinct code and once in each margin, rolled up by the lists of its own day. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Code} from '#concepts/code-list';
import {yearPeriod} from '#concepts/period';
import {plainDate} from '#kit/plain-date';
import {type Cube, findCell} from '#tabulation/cube';
import {readingOf} from '#tabulation/definitions';
import {codesOf} from '#tabulation/level';
import {tabulate} from '#tabulation/tabulate';
import {denmark, people, records2013, table, tables, unit} from './denmark.ts';

const period = yearPeriod(2013);
const cubes = tabulate(records2013, tables, denmark, period);
const cube = (id: string): Cube => cubes.find((one) => one.table.id === id)!;
const value = (of: Cube, ...codes: readonly Code[]) => {
  const cell = findCell(of, codes);
  return cell?.kind === 'count' ? cell.value : undefined;
};

test.each([
  ['persons-by-authority', {us: 60, cmm: 10, court: 6, unknown: 0, all: 76}],
  ['persons-by-sex', {female: 64, male: 12, unknown: 0, all: 76}],
  ['persons-by-exploitation', {prostitution: 58, 'forced-labour': 11, 'criminal-acts': 7, unknown: 0, all: 76}],
  ['prostitution-by-sex', {female: 58, male: 0, all: 58}],
  ['forced-labour-by-sex', {female: 6, male: 5, all: 11}],
  ['criminal-acts-by-sex', {female: 0, male: 7, all: 7}],
  ['criminal-acts-by-crime', {'cannabis-production': 4, 'drug-sales': 3, unknown: 0, all: 7}],
  ['repeats', {'first-time': 67, linked: 7, attested: 2, unknown: 0, all: 76}],
  ['persons-by-repeat', {'first-time': 67, repeat: 9, unknown: 0, all: 76}],
  ['forced-labour-by-industry', {cleaning: 7, farming: 4, unknown: 0, all: 11}],
  ['persons-by-region-of-origin', {africa: 65, europe: 6, vietnam: 4, unknown: 1, all: 76}],
  ['persons-by-form', {prostitution: 58, 'forced-labour': 11, 'criminal-acts': 10, unknown: 0, all: 76}],
])('%s of 2013', (id, expected) => {
  for (const [code, n] of Object.entries(expected)) expect([code, value(cube(id), code)]).toEqual([code, n]);
});

test('eleven people went home: nine victims, three of them assessed in the year, and two children', () => {
  const returns = cube('returns');
  expect(value(returns)).toBe(11);
  expect([value(returns, 'victim'), value(returns, 'child')]).toEqual([9, 2]);
  expect([value(returns, 'victim', 'in-period'), value(returns, 'all', 'in-period')]).toEqual([3, 3]);
  expect(value(cube('returns-with-child'), 'in-period', 'with-child')).toBe(1);
  expect(value(cube('returns-in-process'))).toBe(9);
});

test('categories: those in force and in the universe, or those that occur; unknown last', () => {
  const codes = (id: string) => cube(id).dimensions[0]?.codes;
  expect(codes('criminal-acts-by-crime')).toEqual(['cannabis-production', 'drug-sales', 'unknown']);
  expect(codes('persons-by-nationality')).toEqual(['nigeria', 'ghana', 'romania', 'vietnam', 'unknown']);
  expect(codes('criminal-acts-by-nationality')).toEqual(['vietnam', 'ghana', 'unknown']);
});

test('in 2012 cannabis production was forced labour', () => {
  const grower = unit(1, {exploitation: 'cannabis-production'}, {on: plainDate('2012-12-31')});
  const [forms, crimes] = tabulate(
    [grower],
    [table('forms', ['exploitation']), table('crimes', ['crime'], {universe: {exploitation: ['forced-labour']}})],
    denmark,
    yearPeriod(2012),
  );
  expect([value(forms!, 'forced-labour'), value(forms!, 'criminal-acts')]).toEqual([1, 0]);
  expect(crimes!.dimensions[0]!.codes).toEqual(['cannabis-production', 'unknown']);
  expect(value(crimes!, 'cannabis-production')).toBe(1);
});

test('what no list knows is unknown, and a form without its crime is an unknown crime', () => {
  const odd = [unit(1, {sex: 'elf', exploitation: 'criminal-acts'}), unit(2, {})];
  const [sexes, crimes] = tabulate(
    odd,
    [table('sexes', ['sex']), table('crimes', ['crime'], {universe: {exploitation: ['criminal-acts']}})],
    denmark,
    period,
  );
  expect([value(sexes!, 'unknown'), value(sexes!)]).toEqual([2, 2]);
  expect([value(crimes!, 'unknown'), value(crimes!)]).toEqual([1, 1]);
});

test('nobody at all is a table of zeros', () => {
  const [none] = tabulate([], [table('sexes', ['sex'])], denmark, period);
  expect(none!.cells).toEqual(Array(4).fill({kind: 'count', value: 0}));
});

/** The slow way: every cell by asking every unit. */
function asked(one: Cube, codes: readonly Code[]): number {
  const has = (record: (typeof people)[number], id: string, within: readonly Code[]) => {
    const {concept, list} = readingOf(denmark, id);
    return codesOf(record, concept, list).some((code) => within.includes(code));
  };
  const {unit: counted, universe} = one.table;
  return sample.filter(
    (record) =>
      record.unit === counted &&
      Object.entries(universe).every(([id, within]) => has(record, id, within)) &&
      codes.every((code, i) => code === 'all' || has(record, one.dimensions[i]!.concept, [code])),
  ).length;
}

let sample = people;

test('every cell and margin is what asking each unit gives', () => {
  const anyCode = (...codes: readonly string[]) => fc.constantFrom(...codes, 'unknown', 'elf');
  const anyUnit = fc.record({
    sex: anyCode('female', 'male'),
    nationality: anyCode('nigeria', 'africa', 'vietnam', 'romania'),
    exploitation: anyCode('prostitution', 'forced-labour', 'cannabis-production', 'drug-sales', 'criminal-acts'),
    forms: anyCode('prostitution', 'prostitution+drug-sales', 'drug-sales+cannabis-production'),
  });
  const day = fc.constantFrom('2012-12-31', '2013-01-01').map(plainDate);
  const two = [
    table('a', ['sex', 'nationality']),
    table('b', ['forms', 'sex'], {universe: {'region-of-origin': ['africa', 'vietnam']}}),
    table('c', ['crime', 'region-of-origin'], {universe: {exploitation: ['criminal-acts']}}),
    table('d', ['sex'], {universe: {forms: ['criminal-acts'], sex: ['female', 'unknown']}}),
    table('e', []),
  ];
  const counted = fc.property(fc.array(fc.tuple(anyUnit, day), {maxLength: 40}), (drawn) => {
    sample = drawn.map(([codes, on], i) => unit(i, codes, {on}));
    for (const one of tabulate(sample, two, denmark, period))
      for (const codes of everyCell(one))
        expect([one.table.id, codes, value(one, ...codes)]).toEqual([one.table.id, codes, asked(one, codes)]);
  });
  fc.assert(counted, {seed: 2013, numRuns: 60});
});

const everyCell = ({dimensions}: Cube): readonly (readonly Code[])[] =>
  dimensions.reduce<readonly (readonly Code[])[]>(
    (rows, {codes}) => rows.flatMap((row) => [...codes, 'all'].map((code) => [...row, code])),
    [[]],
  );
