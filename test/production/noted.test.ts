/** What a figure owes to one case complex is said within the house, and to nobody else. */
import {expect, test} from 'vitest';
import {CASE_COMPLEX} from '#concepts/concept';
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import type {UnitRecord} from '#concepts/unit-record';
import type {Policy} from '#disclosure/policy';
import {plainDate} from '#kit/plain-date';
import {withNotes} from '#production/noted';
import {tabulate} from '#tabulation/tabulate';
import {denmark} from '../document/denmark.ts';

const period = yearPeriod(2013);
const units = Array.from(
  {length: 6},
  (_, i): UnitRecord => ({
    unit: 'person',
    record: recordNumber(i + 1),
    on: plainDate('2013-05-02'),
    codes: {sex: ['female'], exploitation: ['forced-labour'], [CASE_COMPLEX]: ['complex-1']},
  }),
);
const counted = {
  period,
  units,
  unitsIn: async () => units,
  byYear: [],
  distinct: [],
  cubes: tabulate(units, denmark.tables, denmark, period),
  restated: [],
  findings: [],
};
const kinds = (edition: Policy['edition']) =>
  new Set(withNotes(counted, denmark, edition).flatMap(({notes = []}) => notes.map(({says}) => says.kind)));

test('in an internal edition it stands beside the other notes', () => {
  expect(kinds('internal')).toEqual(new Set(['written', 'list-changed', 'concentration']));
});

test('in a public one it does not', () => {
  expect(kinds('public')).toEqual(new Set(['written', 'list-changed']));
});
