/** Every page in a real browser, in both languages, narrow and wide, light and dark: nothing for axe, nothing sideways, no fault. */
import {type Browser, type BrowserContext, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {languages} from '#language/language';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {forgetExample, freeName, type Office, openOffice} from './office.ts';

const executablePath = findChromium();
const EVERYTHING = ['administrator', 'caseworker', 'statistician', 'approver', 'auditor'] as const;
const PAGES = [
  '/',
  '/cases',
  '/cases/new',
  '/cases/new/assessment',
  '/cases/P-000012-4',
  '/cases/P-000012-4/add',
  '/cases/P-000012-4/add/assessment',
  '/cases/P-000012-4/add/withdrawal?of=1',
  '/intake',
  '/intake/us',
  '/intake/us/held',
  '/review',
  '/review/decided',
  '/questions',
  '/statement',
  '/statement/text/2013/internal/da',
  '/statement/text/2013/internal/da/sex.2',
  '/statement/text/2013/internal/en/sex',
  '/statement/figure/2013/internal/persons-by-sex.female',
  '/statement/figure/2013/public/forced-labour-by-sex.male',
  '/statement/protection/2013',
  '/release/2013/internal',
  '/compare',
  '/editions',
  '/editions/2013-internal-1',
  '/team',
  '/log',
  '/me',
  '/account',
  '/sign-in',
];

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    const stat = await office.enter(['statistician']);
    await stat.post('/release/2013/internal', {language: 'da'});
    await office.bench.turns.change(async () => undefined);
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
    forgetExample();
  });

  /** Somebody new at a browser, come in by their link. */
  async function comeIn(
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{page: Page; context: BrowserContext}> {
    const invited = await office.bench.team.invite({
      name: freeName(office.bench.team, 'Anne Holm'),
      roles: EVERYTHING,
      authority: undefined,
    });
    if (!invited.ok) throw new Error(invited.refusal.reason);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${office.url}/enter/${invited.value.token}`);
    await page.locator('main button').click();
    await page.waitForURL(`${office.url}/`);
    return {page, context};
  }

  const looks = (['da', 'en'] as const).flatMap((language) =>
    [320, 800, 1440].flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => ({language, width, colorScheme})),
    ),
  );
  test.each(looks)('$language at $width px, $colorScheme', async ({language, width, colorScheme}) => {
    const {page, context} = await comeIn({viewport: {width, height: 900}, colorScheme, locale: language});
    const faults: string[] = [];
    page.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
    page.on('pageerror', (thrown) => faults.push(thrown.message));
    for (const path of PAGES) {
      await page.goto(`${office.url}${path}`, {waitUntil: 'load'});
      // What takes its time is waited for on a page that asks again by itself.
      await expect.poll(() => page.locator('progress.bar').count(), {timeout: 20_000}).toBe(0);
      expect([path, await axeFaults(page)]).toEqual([path, []]);
      expect([path, Number(await page.evaluate('document.documentElement.scrollWidth')) <= width]).toEqual([
        path,
        true,
      ]);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('.synthetic').textContent()).toBe(languages[language].workbench.synthetic);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  test('by the keyboard alone: to the search, to a person, and back', async () => {
    const {page, context} = await comeIn();
    await page.goto(`${office.url}/cases`);
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type('Ibotestmen Joy');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=/);
    await page.locator('main table a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/P-/);
    expect(await page.locator('h1').textContent()).toBe('Joy Ibotestmen');
    await context.close();
  });

  test('without script a question is answered, and asked no more', async () => {
    const {page, context} = await comeIn({javaScriptEnabled: false, locale: 'en'});
    await page.goto(`${office.url}/questions?year=2013`);
    const before = await page.locator('.questions > li').count();
    expect(before).toBeGreaterThan(0);
    await page.locator('textarea').first().fill('Asked the authority; it stands.');
    await page.locator('.questions button').first().click();
    expect(await page.locator('.alert-success').textContent()).toBe(languages.en.workbench.questions.answered);
    expect(await page.locator('.questions > li').count()).toBe(before - 1);
    await context.close();
  });

  test('a session that has ended in the middle of a form keeps what was typed', async () => {
    const {page, context} = await comeIn({locale: 'en'});
    await page.goto(`${office.url}/questions?year=2013`);
    await page.locator('textarea').first().fill('Long thought about');
    office.bench.sessions.endAllOf((await office.bench.team.open()).at(-1)?.id ?? '');
    await page.locator('.questions button').first().click();
    expect(await page.locator('[role=alert]').textContent()).toContain(
      languages.en.refusals['not-signed-in']({reason: 'not-signed-in'}).what,
    );
    expect(await page.locator('textarea').first().inputValue()).toBe('Long thought about');
    await context.close();
  });

  test('the statement is seen beside what stands open in it', async () => {
    const {page, context} = await comeIn({locale: 'en', viewport: {width: 1440, height: 900}});
    await page.goto(`${office.url}/statement?year=2013&kind=public&language=da`);
    const inside = page.frameLocator('iframe.sheet');
    await inside.locator('h1').waitFor();
    expect(await inside.locator('html').getAttribute('lang')).toBe('da');
    expect(await inside.locator('body').textContent()).toMatch(/\b76\b/);
    await context.close();
  });
});
