/** A case complex leaves the closed rooms as a number that says nothing: one for each, the same in every period. */
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import {plainDate} from '#kit/plain-date';
import {deidentify} from '#register/deidentify';
import type {Fact} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import {assessed, competence, fileOf, rules} from './files.ts';

const complex = (on: string, label: string): Fact => ({kind: 'case-complex', on: plainDate(on), complex: label});
const person = (n: number, ...facts: readonly Fact[]): PersonFile => {
  const file = fileOf(...facts);
  const record = recordNumber(n);
  return {record, facts: file.facts.map((one) => ({...one, record}))};
};
async function* each(files: readonly PersonFile[]) {
  yield* files;
}
const definitions = {rules, competence, codeLists: new Map()};
const numbers = async (files: readonly PersonFile[], ...years: readonly number[]) => {
  const found = await deidentify(each(files), definitions, years.map(yearPeriod));
  return found.map(({units}) => units.map(({unit, codes}) => [unit, codes['case-complex']?.[0]]));
};

const FILES = [
  person(1, assessed('2012-03-01'), complex('2012-03-01', 'Operation Wild')),
  person(2, assessed('2013-03-01'), complex('2013-03-01', 'Hotel case')),
  person(3, assessed('2013-04-01'), complex('2013-05-01', 'Operation Wild')),
  person(4, assessed('2013-06-01')),
];

test('numbered in the register’s order, whatever periods are asked for', async () => {
  const inYear = [
    ['person', 'complex-2'],
    ['assessment', 'complex-2'],
    ['person', 'complex-1'],
    ['assessment', 'complex-1'],
    ['person', undefined],
    ['assessment', undefined],
  ];
  expect(await numbers(FILES, 2013)).toEqual([inYear]);
  const [, later] = await numbers(FILES, 2012, 2013);
  expect(later).toEqual(inYear);
});

test('no label leaves', async () => {
  const found = await deidentify(each(FILES), definitions, [yearPeriod(2012), yearPeriod(2013)]);
  expect(JSON.stringify(found)).not.toMatch(/Wild|Hotel/);
});

test.each([
  {
    what: 'that of the decision’s own day before another of the year',
    facts: [assessed('2013-03-01'), complex('2013-03-01', 'A'), complex('2013-09-01', 'B')],
    number: 'complex-1',
  },
  {
    what: 'one of another year is not of this decision',
    facts: [assessed('2013-03-01'), complex('2012-03-01', 'A')],
    number: undefined,
  },
  {
    what: 'one that was withdrawn is gone',
    facts: [
      assessed('2013-03-01'),
      complex('2013-03-01', 'A'),
      {kind: 'withdrawal', on: plainDate('2013-05-01'), of: 2, why: 'corrected'} as const,
    ],
    number: undefined,
  },
])('$what', async ({facts, number}) => {
  expect((await numbers([person(1, ...facts)], 2013))[0]?.[0]).toEqual(['person', number]);
});

test('a return is of the case that was known by then', async () => {
  const returned: Fact = {
    kind: 'prepared-return',
    on: plainDate('2013-02-01'),
    completed: plainDate('2013-03-01'),
    operator: 'iom',
    children: 0,
  };
  const file = person(1, assessed('2011-03-01'), complex('2011-03-01', 'A'), returned);
  expect(await numbers([file], 2013)).toEqual([
    [
      ['return', 'complex-1'],
      ['returnee', 'complex-1'],
    ],
  ]);
});
