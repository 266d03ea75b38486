/** Units of which everybody has at least one: how many there are limits how many persons there can be. */
import {expect, test} from 'vitest';
import {count} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import {loadSolver} from '#disclosure/linear-program';
import {StatementAsItStands} from '#disclosure/one-more-table';
import type {PublicPolicy} from '#disclosure/policy';
import {withholding} from '#disclosure/withhold';
import type {Cube} from '#tabulation/cube';
import {addressText} from '#tabulation/proof';
import {concept, list, table} from '../tabulation/denmark.ts';

const period = yearPeriod(2013);
const definitions = {
  concepts: [concept('authority'), concept('outcome')],
  codeLists: new Map([
    ['authority', list('authority', 'us', 'cmm', 'court', 'unknown')],
    ['outcome', list('outcome', 'victim', 'not-victim', 'unknown')],
  ]),
};
const cube = (
  id: string,
  unit: string,
  universe: Readonly<Record<string, readonly string[]>>,
  ...values: number[]
): Cube => ({
  table: table(id, ['authority'], {unit, universe}),
  period,
  dimensions: [{concept: 'authority', codes: ['us', 'cmm', 'court', 'unknown'], multiple: false}],
  cells: values.map(count),
});
const persons = cube('persons', 'person', {}, 40, 20, 2, 0, 62);
const assessments = cube('assessments', 'assessment', {outcome: ['victim']}, 45, 22, 3, 0, 70);
const everyone = {unit: 'assessment', of: 'person', where: {outcome: ['victim']}, by: ['authority']};

const highs = await loadSolver();
const against = {
  ...{definitions, earlier: [], spanOf: () => period, highs, explain: true},
  effort: {secondsLeft: () => 60, progress: () => {}},
};
const policyOf = (atLeastOne: PublicPolicy['atLeastOne']): PublicPolicy => ({
  ...{edition: 'public', smallest: 3, width: 4, zeros: 'shown', knownByDesign: ['authority'], allAlike: undefined},
  ...{rolledUp: [], subPopulations: [], atLeastOne, shownAnyway: []},
});
const protection = (atLeastOne: PublicPolicy['atLeastOne'], cubes: readonly Cube[] = [persons, assessments]) =>
  withholding(cubes, policyOf(atLeastOne), against).protection;
const withheldIn = (found: ReturnType<typeof protection>) =>
  found.withheld.flatMap(({places}) => places.map(addressText)).sort();

test('three assessments tell that there are no more than three persons: they are withheld with them', () => {
  const found = protection([everyone]);
  expect([found.unproven, found.exposed]).toEqual([[], []]);
  expect(withheldIn(found)).toContain('assessments.court');
});

test('where nobody says so they are nobody’s, and shown', () => {
  expect(withheldIn(protection([]))).not.toContain('assessments.court');
  expect(withheldIn(protection(undefined))).not.toContain('assessments.court');
});

test('by another concept than it is said of, nothing is limited', () => {
  expect(withheldIn(protection([{...everyone, by: []}]))).not.toContain('assessments.court');
});

test('what the counts gainsay limits nothing', () => {
  const fewer = cube('assessments', 'assessment', {outcome: ['victim']}, 30, 22, 3, 0, 55);
  const found = protection([everyone], [persons, fewer]);
  expect([found.unproven, found.exposed]).toEqual([[], []]);
});

test.each([
  {of: 'the statement counts assessments too', also: [cube('all-assessments', 'assessment', {}, 60, 30, 9, 0, 99)]},
  {of: 'it counts none', also: []},
])('a further table of them is withheld where it tells of persons: $of', ({also}) => {
  const cubes = [persons, ...also];
  const answer = (atLeastOne: PublicPolicy['atLeastOne']) => {
    const hidden = protection(atLeastOne, cubes).withheld.flatMap(({places}) => places);
    return new StatementAsItStands(cubes, policyOf(atLeastOne), against, hidden).with(assessments);
  };
  expect(answer([everyone]).withheld.map(addressText)).toContain('assessments.court');
  expect(answer([everyone]).unproven).toBe(0);
  expect(answer([]).withheld).toEqual([]);
});
