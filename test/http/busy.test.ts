/** Whoever waits for somebody else's change is told so on a page like the others, which comes by itself to what was asked for. */
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {languages} from '#language/language';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {forgetExample, freeName, type Office, openOffice} from './office.ts';

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
    forgetExample();
  });

  test.each([
    ['da', 320, 'dark'],
    ['en', 768, 'light'],
    ['da', 1280, 'light'],
  ] as const)('%s at %i px, %s: told, and then shown', async (locale, width, colorScheme) => {
    const name = freeName(office.bench.team, 'Anne Holm');
    const invited = await office.bench.team.invite({name, roles: ['caseworker'], authority: undefined});
    if (!invited.ok) throw new Error(invited.refusal.reason);
    const context = await browser.newContext({locale, colorScheme, viewport: {width, height: 700}});
    const page = await context.newPage();
    await page.goto(`${office.url}/enter/${invited.value.token}`);
    await page.locator('main button').click();
    await page.waitForURL(`${office.url}/`);
    const gate = Promise.withResolvers<void>();
    const change = office.bench.turns.change(() => gate.promise);
    await page.goto(`${office.url}/cases`);
    const {workbench} = languages[locale];
    expect(await page.locator('[role=status]').textContent()).toContain(workbench.working.busy);
    expect(await axeFaults(page)).toEqual([]);
    expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
    const shots = process.env.OPGOR_SHOTS;
    if (shots !== undefined) await page.screenshot({path: `${shots}/busy-${width}.png`});
    gate.resolve();
    await change;
    await page.locator('#typed').waitFor();
    expect(await page.locator('h1').textContent()).toBe(workbench.cases.title);
    await context.close();
  });
});
