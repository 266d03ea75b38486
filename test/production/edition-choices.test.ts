/** What an edition may be released over, by whose choice, and the calendar it was promised in. */
import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {addPlan, calendar} from '#production/edition-calendar';
import {A, type Office, openOffice, reason, recordOf, releaseIn, value} from './edition-office.ts';

let base: Office;
beforeAll(async () => {
  base = await openOffice('choices');
});
afterAll(() => base.remove());

const editionIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).edition;

describe('over findings of severity error', () => {
  let office: Office;
  beforeAll(() => {
    office = base.twin('findings');
    appendFileSync(join(office.workspace, 'profile', 'statement', 'en.md'), '\nThere were 77 persons in all.\n');
  });

  test('refused', async () => expect(reason(await releaseIn(office))).toBe('findings-stand'));

  test('by a named person with a reason, which the manifest prints', async () => {
    const record = recordOf(value(await releaseIn(office, {overFindings: true, reason: 'the ministry waits'})));
    const {errors = 0} = record.overFindings ?? {};
    expect(errors).toBeGreaterThan(0);
    expect(editionIn(record.folder)['over-findings']).toEqual({errors, reason: 'the ministry waits'});
  });

  test('without any, nothing is said to have been passed over', async () => {
    const request = {overFindings: true, reason: 'to be safe'};
    expect(recordOf(value(await releaseIn(base.twin('sound'), request))).overFindings).toBeUndefined();
  });
});

describe('while a decision waits for an answer to be counted', () => {
  let office: Office;
  beforeAll(() => {
    office = base.twin('held');
    const rules = join(office.workspace, 'profile', 'authorities.yaml');
    writeFileSync(
      rules,
      readFileSync(rules, 'utf8').replace('when-others-decide: count-and-flag', 'when-others-decide: hold'),
    );
  });

  test('refused, with how far the answers can move the total', async () => {
    const outcome = await releaseIn(office);
    expect(outcome).toMatchObject({ok: false, refusal: {reason: 'questions-open', held: 1, high: 1}});
  });

  test('by choice, with the number and the range in the manifest', async () => {
    const request = {withOpenQuestions: true, reason: 'the Immigration Service answers in May'};
    const record = recordOf(value(await releaseIn(office, request)));
    expect(editionIn(record.folder)['open-questions']).toEqual({
      questions: 2,
      held: 1,
      rowsHeld: 0,
      range: {low: -1, high: 1},
      reason: request.reason,
    });
  });

  test('questions about persons who are counted stand in nobody’s way, and are told', async () => {
    const record = recordOf(value(await releaseIn(base.twin('flagged'))));
    expect(record.openQuestions).toEqual({questions: 2, held: 0, rowsHeld: 0, range: {low: -2, high: 0}});
  });
});

describe('the calendar', () => {
  const plan = (office: Office, day: string, by?: string) =>
    addPlan(office.workspace, {period: yearPeriod(2013), kind: 'internal', on: plainDate(day), by}, office.effects);
  const entries = async ({workspace, effects}: Office) => value(await calendar(workspace, effects.now()));

  test('promised, not out, late, then out: in days', async () => {
    const office = base.twin('calendar');
    value(await plan(office, '2014-03-01', A));
    value(await plan(office, '2014-03-10'));
    expect(await entries(office)).toMatchObject([
      {planned: '2014-03-10', firstPlanned: '2014-03-01', punctuality: undefined},
    ]);
    office.at('2014-03-12T09:00:00Z');
    expect(await entries(office)).toMatchObject([{edition: undefined, punctuality: 2}]);
    value(await releaseIn(office, {embargo: instant('2014-03-13T08:00:00Z')}));
    expect(await entries(office)).toMatchObject([{edition: undefined, punctuality: 2}]);
    office.at('2014-03-20T09:00:00Z');
    const out = {edition: '2013-internal-1', released: '2014-03-13', punctuality: 3};
    expect(await entries(office)).toMatchObject([out]);
    // What is promised once it is out promises nothing.
    value(await plan(office, '2014-12-24'));
    expect(await entries(office)).toMatchObject([{planned: '2014-03-10', ...out}]);
  });

  test('before its day, and nothing promised', async () => {
    const office = base.twin('early');
    expect(await entries(office)).toEqual([]);
    value(await plan(office, '2014-03-05'));
    value(await releaseIn(office));
    expect(await entries(office)).toMatchObject([{punctuality: -2, firstPlanned: undefined}]);
  });

  test('by nobody known: refused', async () => {
    expect(reason(await plan(base, '2014-03-05', 'Carl Ek'))).toBe('no-such-signer');
  });
});
