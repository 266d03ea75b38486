/** The public pages in a real browser, in both languages, narrow and wide, light and dark, with script and without, and on paper. */
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {languages} from '#language/language';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {CORRECTION, FIRST, OUT, openPages, type Pages, type Publisher, publish} from './publisher.ts';

const executablePath = findChromium();
const PAGES = [
  ...['/', '/?search=age', '/2013', `/${FIRST}`, `/${CORRECTION}`, '/no-such-page', '/2013/tables/persons-by-year'],
  ...[
    '/2013/tables/returns',
    '/2013/tables/exploitation-by-year-by-definitions',
    `/${FIRST}/tables/persons-by-nationality`,
  ],
  '/2013/tables/exploitation-by-year?rows=exploitation&columns=year&only.year=2012,2013',
  '/2013/tables/returns?rows=assessed&only.person=victim',
];

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  let publisher: Publisher;
  let pages: Pages;
  beforeAll(async () => {
    publisher = await publish();
    pages = await openPages([publisher.editions]);
    pages.at(OUT);
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
    publisher.remove();
  });

  const looks = (['da', 'en'] as const).flatMap((language) =>
    [320, 800, 1440].flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => ({language, width, colorScheme})),
    ),
  );
  test.each(looks)('$language at $width px, $colorScheme', async ({language, width, colorScheme}) => {
    const context = await browser.newContext({viewport: {width, height: 900}, colorScheme, locale: language});
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (said) => said.type() === 'error' && !said.text().includes('404') && faults.push(said.text()));
    page.on('pageerror', (thrown) => faults.push(thrown.message));
    for (const path of PAGES) {
      await page.goto(`${pages.url}${path}`, {waitUntil: 'load'});
      for (const one of await page.locator('summary').all()) await one.click();
      expect([path, await axeFaults(page)]).toEqual([path, []]);
      expect([path, Number(await page.evaluate('document.documentElement.scrollWidth')) <= width]).toEqual([
        path,
        true,
      ]);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('.synthetic').textContent()).toBe(languages[language].document.synthetic);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  test('without script a table is found, turned, limited, read in the other language and put back', async () => {
    const context = await browser.newContext({javaScriptEnabled: false, locale: 'en'});
    const page = await context.newPage();
    await page.goto(pages.url);
    await page.getByRole('searchbox').fill('year exploitation');
    await page.getByRole('button', {name: languages.en.explore.find}).click();
    await page.getByRole('link', {name: 'Persons by year and form of exploitation', exact: true}).click();
    await page.locator('#in-year').selectOption('columns');
    await page.locator('#in-exploitation').selectOption('rows');
    await page.locator('summary').first().click();
    for (const year of ['2007', '2008', '2009', '2010', '2011'])
      await page.locator(`label[for="only-year-${year}"]`).click();
    await page.getByRole('button', {name: languages.en.explore.show}).click();
    const address = '/2013/tables/exploitation-by-year?rows=exploitation&columns=year&only.year=2012,2013';
    expect(page.url()).toBe(`${pages.url}${address}`);
    const cells = await page.locator('.figures tbody tr').first().locator('th, td').allTextContents();
    expect(cells).toEqual(['Prostitution', '56', '58']);
    await page.getByRole('link', {name: languages.en.workbench.otherLanguage}).click();
    expect(page.url()).toBe(`${pages.url}${address}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('da');
    await page.getByRole('link', {name: languages.da.explore.reset, exact: true}).click();
    expect(page.url()).toBe(`${pages.url}/2013/tables/exploitation-by-year`);
    await context.close();
  });

  test('the chart taken along is a picture', async () => {
    const page = await browser.newPage();
    const got = await pages.get('/2013/tables/persons-by-sex.svg');
    await page.setContent(`<img src="data:image/svg+xml,${encodeURIComponent(await got.text())}">`);
    const size = await page.evaluate('document.images[0].decode().then(() => document.images[0].naturalWidth)');
    expect(size).toBe(640);
    await page.close();
  });

  test('on paper the figures stay, and what is for choosing goes', async () => {
    const page = await browser.newPage();
    await page.goto(`${pages.url}/2013/tables/returns`);
    await page.emulateMedia({media: 'print'});
    expect(await page.locator('.figures').isVisible()).toBe(true);
    expect(await page.locator('.below').isVisible()).toBe(true);
    for (const gone of ['.turn', '.take', '.trail']) expect(await page.locator(gone).isVisible()).toBe(false);
    await page.close();
  });
});
