/** Where one case complex makes more than a share of a figure: which cells, which numbers, and where nothing is said. */
import {expect, test} from 'vitest';
import {CASE_COMPLEX} from '#concepts/concept';
import type {Note} from '#concepts/note';
import {yearPeriod} from '#concepts/period';
import {asApplicable} from '#tabulation/applicable';
import {type CountedUnits, concentrations} from '#tabulation/concentration';
import {codedCells, findCell} from '#tabulation/cube';
import {notesOf} from '#tabulation/notes';
import {tabulateSeries} from '#tabulation/series';
import type {TableDefinition} from '#tabulation/table';
import {tabulate} from '#tabulation/tabulate';
import {denmark, table, unit} from './denmark.ts';

const period = yearPeriod(2013);
const POLICY = {share: 0.5, atLeast: 5};
const tables = [table('t', ['sex']), table('years', ['year'])];

/** So many women and men of each complex; `none` has none. */
function counted(given: Readonly<Record<string, {readonly female?: number; readonly male?: number}>>): CountedUnits {
  const units = Object.entries(given).flatMap(([complex, sexes]) =>
    Object.entries(sexes).flatMap(([sex, n]) =>
      Array.from({length: n}, () => unit(1, complex === 'none' ? {sex} : {sex, [CASE_COMPLEX]: complex})),
    ),
  );
  const byYear = [{year: 2013, records: units}];
  const cubes = [...tabulate(units, tables, denmark, period), ...tabulateSeries(tables, byYear, [], denmark, period)];
  return {cubes, units, byYear, period};
}

const said = (notes: readonly Note[] = []) =>
  notes.flatMap(({says, on}) =>
    says.kind === 'concentration'
      ? [[says.units, says.largest, on.map((place) => (place.kind === 'cell' ? (place.codes.sex ?? 'all') : ''))]]
      : [],
  );

test.each([
  {what: 'six of eleven', given: {a: {female: 6}, none: {female: 5}}, found: [[11, 6, ['female', 'all']]]},
  {what: 'exactly half is not more', given: {a: {female: 5}, none: {female: 5}}, found: []},
  {what: 'too few to say it of', given: {a: {female: 4}}, found: []},
  {
    what: 'two of three alike, none more than half',
    given: {a: {female: 3}, b: {female: 3}, none: {female: 3}},
    found: [],
  },
  {
    what: 'a cell and not its margin',
    given: {a: {female: 6}, b: {female: 1}, none: {male: 9}},
    found: [[7, 6, ['female']]],
  },
  {
    what: 'the larger of two',
    given: {a: {female: 2}, b: {female: 7}, none: {female: 1, male: 20}},
    found: [[10, 7, ['female']]],
  },
  {what: 'nobody in a complex', given: {none: {female: 30}}, found: []},
])('$what', ({given, found}) => {
  expect(said(concentrations(counted(given), POLICY, denmark).get('t'))).toEqual(found);
});

test('a year of a series is a figure too', () => {
  const notes = concentrations(counted({a: {female: 6}}), POLICY, denmark).get('years') ?? [];
  expect(notes.map(({on}) => on)).toEqual([[{kind: 'cell', codes: {year: '2013'}}]]);
});

test('a case complex is of no table', () => {
  const {cubes} = counted({a: {female: 6}});
  expect(JSON.stringify(cubes)).not.toContain(CASE_COMPLEX);
  expect(cubes.flatMap(notesOf)).toEqual([]);
});

test('a cell that nobody can be in is not applicable, a category of nobody is left out, and whoever is there is shown', () => {
  const crossed = table('t', ['sex', 'repetition']);
  const units = [unit(1, {sex: 'female', repetition: 'linked'}), unit(2, {sex: 'male', repetition: 'attested'})];
  const [cube] = tabulate(units, [crossed], denmark, period);
  if (cube === undefined) throw new Error('a cube was asked for');
  const ruled = (notApplicable: TableDefinition['notApplicable']) =>
    asApplicable({...cube, table: {...crossed, notApplicable}});

  const cells = ruled([{sex: ['male'], repetition: ['linked', 'attested']}]);
  expect(findCell(cells, ['male', 'linked'])).toEqual({kind: 'not-applicable'});
  expect(findCell(cells, ['male', 'attested'])).toEqual({kind: 'count', value: 1});
  expect(findCell(cells, ['female', 'attested'])).toEqual({kind: 'count', value: 0});
  expect(findCell(cells, ['male'])).toEqual({kind: 'count', value: 1});

  const categories = ruled([{repetition: ['first-time']}]);
  expect(categories.dimensions[1]?.codes).toEqual(cube.dimensions[1]?.codes.filter((code) => code !== 'first-time'));
  for (const {codes, cell} of codedCells(categories)) expect([codes, cell]).toEqual([codes, findCell(cube, codes)]);
});
