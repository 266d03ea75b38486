/** Editions in order: the first is the first that came out, not the first drafted; of two cut off at one moment, the latest came out last. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {plainDate} from '#kit/plain-date';
import {approve} from '#production/edition-approve';
import {addPlan, calendar} from '#production/edition-calendar';
import {triangle} from '#production/triangle';
import {A, B, type Office, openOffice, recordOf, releaseIn, value} from './edition-office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice('order');
  const {workspace, effects} = office;
  const plan = {period: yearPeriod(2013), kind: 'internal', on: plainDate('2014-03-10'), by: A} as const;
  value(await addPlan(workspace, plan, effects));
  const {id} = recordOf(value(await releaseIn(office, {approval: undefined})));
  office.at('2014-03-12T09:00:00Z');
  value(await releaseIn(office));
  office.at('2014-03-20T09:00:00Z');
  value(await approve(workspace, {edition: id, by: B, alone: undefined}, effects));
}, 60_000);
afterAll(() => office.remove());

test('what was promised was kept by the first that came out', async () => {
  const entries = value(await calendar(office.workspace, office.effects.now()));
  expect(entries).toMatchObject([{edition: '2013-internal-2', released: '2014-03-12', punctuality: 2}]);
});

test('in a triangle, the one drafted first and released last is the latest', async () => {
  const request = {table: undefined, codes: [], kind: undefined};
  const {cube} = value(await triangle(office.workspace, request, office.effects));
  expect(cube.dimensions[1]?.codes).toEqual(['2013-internal-2', '2013-internal-1']);
});
