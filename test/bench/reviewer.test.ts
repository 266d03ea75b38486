/** What an office knows after its answers: nothing that follows from them is asked, and what was told apart stays apart. */
import {expect, test} from 'vitest';
import {office} from '../../bench/linkage/office.ts';
import {Identities, review} from '../../bench/linkage/reviewer.ts';

const known = (records: number) => {
  const identities = new Identities();
  for (let i = 0; i < records; i++) identities.add();
  return identities;
};
const answering = (truth: string) => {
  const asked: string[] = [];
  const answer = ({left, right}: {left: number; right: number}) => {
    asked.push(`${left}${right}`);
    return truth[left] === truth[right];
  };
  return {asked, answer};
};

test('likeliest first, and never what follows from earlier answers', () => {
  const {asked, answer} = answering('aaabb');
  const queue = [
    {left: 0, right: 2, weight: 1},
    {left: 0, right: 1, weight: 3},
    {left: 1, right: 2, weight: 2},
    {left: 2, right: 3, weight: 0.5},
    {left: 0, right: 3, weight: 0.4},
  ];
  expect(review(known(5), queue, answer)).toBe(3);
  expect(asked).toEqual(['01', '12', '23']);
});

test('an answer holds for all records of the two persons, also later ones', () => {
  const identities = known(4);
  identities.different(2, 3);
  identities.same(0, 2);
  identities.same(1, 3);
  expect(identities.isSettled({left: 0, right: 1, weight: 9})).toBe(true);
  expect(identities.of(0)).not.toBe(identities.of(1));
});

test('a tenth of a simulated year was there before, each in its year once or twice', () => {
  const years = [...office(1, 20)];
  expect(years).toEqual([...office(1, 20)]);
  const before = new Set<number>();
  let repeats = 0;
  for (const rows of years) {
    const now = Map.groupBy(rows, ({person}) => person);
    expect(now.size).toBe(76);
    expect(Math.max(...now.values().map(({length}) => length))).toBeLessThanOrEqual(2);
    repeats += [...now.keys()].filter((person) => before.has(person)).length;
    for (const person of now.keys()) before.add(person);
  }
  expect(repeats / (76 * 19)).toBeCloseTo(0.1, 1);
});
