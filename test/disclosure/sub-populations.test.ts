/** Units that are others of which something holds: what one table withholds, the other does not give away. */
import {expect, test} from 'vitest';
import {count} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import {ledgerOf} from '#disclosure/ledger';
import type {Cube} from '#tabulation/cube';
import {concept, list, table} from '../tabulation/denmark.ts';

const period = yearPeriod(2013);
const definitions = {
  concepts: [concept('person'), concept('assessed')],
  codeLists: new Map([
    ['person', list('person', 'victim', 'child', 'unknown')],
    ['assessed', list('assessed', 'in-period', 'earlier', 'unknown')],
  ]),
};
const dimension = (id: string, codes: readonly string[]) => ({concept: id, codes, multiple: false});
const assessed = dimension('assessed', ['in-period', 'earlier', 'unknown']);
const counts = (...values: readonly number[]) => values.map(count);
const returnees: Cube = {
  table: table('returnees', ['person', 'assessed'], {unit: 'returnee'}),
  period,
  dimensions: [dimension('person', ['victim', 'child', 'unknown']), assessed],
  cells: counts(3, 6, 0, 9, 0, 0, 2, 2, 0, 0, 0, 0, 3, 6, 2, 11),
};
const returns: Cube = {
  table: table('returns', ['assessed'], {unit: 'return'}),
  period,
  dimensions: [assessed],
  cells: counts(3, 6, 0, 9),
};
const within = [{unit: 'return', of: 'returnee', where: {person: ['victim']}}];
const now = {cubes: [returnees, returns], definitions, plan: []};

test('the returns are the victims who returned', () => {
  const {cellAt} = ledgerOf(now, [], () => period, within);
  expect(cellAt('returns', ['all'])).toBe(cellAt('returnees', ['victim', 'all']));
  expect(cellAt('returns', ['earlier'])).toBe(cellAt('returnees', ['victim', 'earlier']));
  expect(cellAt('returns', ['all'])).not.toBe(cellAt('returnees', ['all', 'all']));
});

test('where nobody says so they are others', () => {
  const {cellAt} = ledgerOf(now, [], () => period);
  expect(cellAt('returns', ['all'])).not.toBe(cellAt('returnees', ['victim', 'all']));
});

test('what is listed because it occurs is at least one', () => {
  const occurring = {...returns, table: table('listed', ['assessed'], {unit: 'return', categories: 'occurring'})};
  const {cellAt, system} = ledgerOf({...now, cubes: [occurring]}, [], () => period);
  const least = (code: string) => system.lows[cellAt('listed', [code]) ?? -1];
  expect([least('in-period'), least('unknown'), least('all')]).toEqual([1, 0, 0]);
});
