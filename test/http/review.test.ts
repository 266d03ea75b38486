/** Pairs that may be one person, decided at the workbench: nothing lost, nothing of other authorities shown, under the account's own name. */
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {languages} from '#language/language';
import {waitingAt} from '#production/review-seat';
import {openRegister} from '#production/workspace';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {forgetExample, freeName, type Office, openOffice, type Person} from './office.ts';

const {review, workbench} = languages.en;
const {review: words} = workbench;
let office: Office;
let anne: Person;
beforeAll(async () => {
  office = await openOffice();
  anne = await office.enter(['caseworker']);
  await anne.post('/review', {});
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

const waiting = async (authority?: string) => {
  const found = await waitingAt({folder: office.folder, reviewer: 'Test caseworker', authority}, office.effects);
  if (!found.ok) throw new Error(found.refusal.reason);
  return found.value.map(({pair}) => pair);
};
async function latest() {
  const opened = await openRegister(office.folder);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  const at = await opened.value.store.latest();
  const facts = at === undefined ? [] : await opened.value.store.pairFacts(at);
  return facts.filter(({fact}) => fact.kind === 'identity-judgement' || fact.kind === 'identity-decision');
}
const pathOf = (pair: readonly string[] | undefined) => `/review/${pair?.join('/')}`;

test('the queue is of those that wait, without a name', async () => {
  const pairs = await waiting();
  expect(pairs.length).toBeGreaterThan(2);
  const page = await (await anne.get('/review')).text();
  expect(page).toContain(review.waiting(pairs.length));
  expect(page).toContain(pathOf(pairs[0]));
});

test('a pair is seen side by side, with weights and what each verdict moves, and the look is logged', async () => {
  const [pair] = await waiting();
  const page = await (await anne.get(pathOf(pair))).text();
  for (const said of [words.forAndAgainst, words.start, review.verdicts.returning, ...(pair ?? [])])
    expect(page).toContain(said);
  expect(page.match(/<svg class="weight"/g)?.length).toBeGreaterThan(3);
  const last = (await office.bench.log.events()).findLast(({who}) => who === anne.id);
  expect(last?.records).toEqual(pair);
});

test('without a verdict or a reason nothing is decided, and what was typed stays', async () => {
  const [pair] = await waiting();
  const before = await latest();
  const noReason = await anne.post(pathOf(pair), {verdict: 'returning'});
  expect([noReason.status, /value="returning"[^>]*checked/.test(await noReason.text())]).toEqual([422, true]);
  const noVerdict = await anne.post(pathOf(pair), {reason: 'Both came the same day'});
  expect(await noVerdict.text()).toContain('>Both came the same day</textarea>');
  const named = await anne.post(pathOf(pair), {verdict: 'different', reason: 'Born 12-06-1967'});
  expect([named.status, (await named.text()).includes('>Born 12-06-1967</textarea>')]).toEqual([422, true]);
  expect(await latest()).toEqual(before);
});

test('an answer stands under the name of the account, leads to the next, and is given once', async () => {
  const [pair, next] = await waiting();
  const given = {verdict: 'different', reason: 'They were seen together'};
  const answer = await anne.post(pathOf(pair), given);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, pathOf(next)]);
  const judged = (await latest()).findLast(({fact}) => fact.kind === 'identity-judgement');
  expect(judged).toMatchObject({record: pair?.[0], recordedBy: 'Test caseworker'});
  expect(judged?.fact).toMatchObject({other: pair?.[1], verdict: 'different', reviewer: 'Test caseworker'});
  const before = await latest();
  expect((await anne.post(pathOf(pair), given)).status).toBeGreaterThanOrEqual(400);
  expect(await latest()).toEqual(before);
});

test('of one authority one sees, and decides, only pairs whose both are known to it', async () => {
  const [all, known] = [await waiting(), await waiting('court')];
  expect(known.length).toBeLessThan(all.length);
  const closed = all.find((pair) => !known.some((one) => one.join() === pair.join()));
  const bo = await office.enter(['caseworker'], 'court');
  expect(await (await bo.get('/review')).text()).not.toContain(pathOf(closed));
  expect((await bo.get(pathOf(closed))).status).toBeGreaterThanOrEqual(400);
  const before = await latest();
  const answer = await bo.post(pathOf(closed), {verdict: 'returning', reason: 'They were seen together'});
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await latest()).toEqual(before);
});

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(() => browser.close());

  async function comeIn(options: Parameters<Browser['newContext']>[0]) {
    const invited = await office.bench.team.invite({
      name: freeName(office.bench.team, 'Anne Holm'),
      roles: ['caseworker'],
      authority: undefined,
    });
    if (!invited.ok) throw new Error(invited.refusal.reason);
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(`${office.url}/enter/${invited.value.token}`);
    await page.locator('main button').click();
    await page.waitForURL(`${office.url}/`);
    return page;
  }

  test('by keys alone: skipped, chosen, reasoned, decided', async () => {
    const page = await comeIn({locale: 'en'});
    await page.goto(`${office.url}/review`);
    await page.locator('main a.button').click();
    await page.waitForURL(/\/review\/P-/);
    const first = page.url();
    await page.keyboard.press('s');
    await page.waitForURL((url) => url.href !== first);
    await page.keyboard.press('d');
    expect(await page.locator('#verdict-different').isChecked()).toBe(true);
    // In the reason, keys are letters.
    await page.keyboard.type('seen together, different');
    expect(await page.locator('#reason').inputValue()).toBe('seen together, different');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.alert-success').waitFor();
    expect((await latest()).findLast(({fact}) => fact.kind === 'identity-judgement')?.recordedBy).toBe('Anne Holm');
    await page.context().close();
  });

  test.each([320, 1440])('nothing for axe, nothing sideways at %i px', async (width) => {
    for (const [locale, colorScheme] of [
      ['da', 'dark'],
      ['en', 'light'],
    ] as const) {
      const page = await comeIn({locale, colorScheme, viewport: {width, height: 900}});
      await page.goto(`${office.url}${pathOf((await waiting())[0])}`);
      expect(await axeFaults(page)).toEqual([]);
      expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });
});
