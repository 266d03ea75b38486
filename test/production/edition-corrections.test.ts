/** An edition is corrected once: whoever comes second is refused, be it when preparing or when approving, and told of the first. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {languages} from '#language/language';
import {approve} from '#production/edition-approve';
import {openEditions} from '#production/editions';
import {B, type Office, openOffice, recordOf, releaseIn, value} from './edition-office.ts';

const FIRST = '2013-internal-1';
const corrects = {edition: FIRST, erratum: 'Two persons were counted under the wrong authority.'};

let base: Office;
beforeAll(async () => {
  base = await openOffice('corrections');
  value(await releaseIn(base));
}, 60_000);
afterAll(() => base.remove());

const approveIn = ({workspace, effects}: Office, edition: string) =>
  approve(workspace, {edition, by: B, alone: undefined}, effects);
const prepareIn = async (office: Office, more: object = {}) =>
  recordOf(value(await releaseIn(office, {approval: undefined, corrects, ...more}))).id;
const logOf = ({workspace}: Office) => readFileSync(join(workspace, 'editions', 'log.jsonl'), 'utf8');
const statesIn = async ({workspace, effects}: Office) =>
  value(await openEditions(workspace, effects.now()))
    .all()
    .map(({state, correctedBy}) => [state, correctedBy]);

const refused = {ok: false, refusal: {reason: 'edition-has-correction', edition: FIRST, by: '2013-internal-2'}};

test('of two drafts that correct it, one is approved; the other changes nothing', async () => {
  const office = base.twin('drafts');
  const [one, other] = [await prepareIn(office), await prepareIn(office)];
  expect(value(await approveIn(office, one)).record.state).toBe('released');
  const log = logOf(office);
  expect(await approveIn(office, other)).toMatchObject(refused);
  expect(logOf(office)).toBe(log);
  expect(await statesIn(office)).toEqual([
    ['corrected', '2013-internal-2'],
    ['released', undefined],
    ['validated', undefined],
  ]);
});

test('whichever is approved first', async () => {
  const office = base.twin('order');
  const [one, other] = [await prepareIn(office), await prepareIn(office)];
  value(await approveIn(office, other));
  expect(await approveIn(office, one)).toMatchObject({ok: false, refusal: {...refused.refusal, by: '2013-internal-3'}});
});

test('a correction under embargo is one already', async () => {
  const office = base.twin('embargo');
  const [one, other] = [await prepareIn(office, {embargo: instant('2014-04-01T08:00:00Z')}), await prepareIn(office)];
  expect(value(await approveIn(office, one)).record.state).toBe('approved');
  expect(await approveIn(office, other)).toMatchObject(refused);
  expect(await releaseIn(office, {corrects})).toMatchObject(refused);
  office.at('2014-04-02T09:00:00Z');
  expect(await approveIn(office, other)).toMatchObject(refused);
  // What is wrong with it still is corrected in the one that stands.
  const next = {...corrects, edition: '2013-internal-2'};
  expect(recordOf(value(await releaseIn(office, {corrects: next}))).state).toBe('released');
});

test('what waits and corrects nothing is approved as ever', async () => {
  const office = base.twin('apart');
  const waiting = await prepareIn(office, {corrects: undefined});
  value(await releaseIn(office, {corrects}));
  expect(value(await approveIn(office, waiting)).record.state).toBe('released');
});

test.each(['da', 'en'] as const)('in words, with the edition to correct instead (%s)', (language) => {
  const {what, remedy} = languages[language].refusals['edition-has-correction']({
    reason: 'edition-has-correction',
    edition: FIRST,
    by: '2013-internal-2',
  });
  expect(what).toContain(FIRST);
  expect(what).toContain('2013-internal-2');
  expect(remedy).toContain('--corrects 2013-internal-2');
});
