/**
 * One whole year at the workbench, from an empty register to a corrected edition, by four people at their browsers: files uploaded, a held
 * row mended, identities decided, questions answered, the text edited, a proof broken and mended, sent, sent back, approved, corrected.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Role} from '#concepts/rights';
import {type Serving, serve} from '#http/serve';
import {type Instant, instant} from '#kit/instant';
import {languages} from '#language/language';
import {checkAccessLog} from '#production/access-log';
import {verifyFolder} from '#production/edition-verify';
import {newKey, recoveryForm} from '#production/keyring';
import {programVersion} from '#production/version';
import {makeWorkspace} from '#production/workspace';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

const executablePath = findChromium();
const {workbench: words, review, editions} = languages.da;
const input = join('examples', 'denmark-2013', 'input');
const WRONG_DAY = '36-12-2013';

describe.skipIf(executablePath === undefined)('a year', () => {
  const place = temporaryFolder('year');
  const folder = join(place.path, 'office');
  let clock: Instant = instant('2014-02-03T10:00:00Z');
  let serving: Serving;
  let browser: Browser;
  let admin: Page;
  let anne: Page;
  let stine: Page;
  let aksel: Page;
  const at = (path: string) => `${serving.url}${path}`;

  beforeAll(async () => {
    const effects = {...effectsIn(place.path), now: () => clock};
    const key = newKey(effects);
    const keyed = {
      ...effects,
      environment: (name: string) => (name === 'OPGOR_KEY' ? recoveryForm(key) : undefined),
    };
    const version = await programVersion(effects);
    const made = await makeWorkspace(folder, {profile: 'denmark', id: 'year', key, synthetic: true, version}, keyed);
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    const begun = await serve(
      folder,
      {host: '127.0.0.1', port: 0, origin: undefined, link: undefined},
      keyed,
      (thrown) => {
        throw thrown;
      },
    );
    if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
    serving = begun.value;
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
    place.remove();
  });

  const newPage = async () =>
    (await browser.newContext({locale: 'da', viewport: {width: 1280, height: 900}})).newPage();
  const said = (page: Page) => page.locator('main .alert-success').first().textContent();
  /** What takes its time tells so on a page of its own. */
  const arrive = (page: Page, path: string | RegExp) => page.waitForURL(path, {timeout: 60_000});
  const clean = async (page: Page) => expect([page.url(), await axeFaults(page)]).toEqual([page.url(), []]);

  async function comeIn(link: string, name?: string): Promise<Page> {
    const page = await newPage();
    await page.goto(link);
    if (name !== undefined) await page.fill('input[name=name]', name);
    await page.locator('main button').click();
    await arrive(page, at('/'));
    await clean(page);
    return page;
  }

  async function invite(name: string, role: Role): Promise<Page> {
    await admin.goto(at('/team'));
    const form = admin.locator('form[action="/team"]');
    await form.locator('input[name=name]').fill(name);
    await form.locator(`input[name=role][value=${role}] + label`).click();
    await form.locator('button').click();
    return comeIn(await admin.locator('#link').inputValue());
  }

  async function bring(source: string, path: string, totals: Readonly<Record<string, string>> = {}): Promise<void> {
    await anne.goto(at(`/intake/${source}`));
    await anne.setInputFiles('#field-file', path);
    for (const [measure, total] of Object.entries(totals)) await anne.fill(`#field-total-${measure}`, total);
    await anne.locator('form[enctype] button').click();
    await anne.locator(`form[action="/intake/${source}/receive"] button`).click({timeout: 60_000});
    await anne.getByRole('heading', {name: words.intake.received}).waitFor({timeout: 60_000});
  }

  test('the first administrator comes in by the link that works once, and lets three others in', async () => {
    admin = await comeIn(serving.link?.url ?? '', 'Ida Leder');
    anne = await invite('Anne Holm', 'caseworker');
    stine = await invite('Stine Lund', 'statistician');
    aksel = await invite('Aksel Bo', 'approver');
    const spent = await newPage();
    await spent.goto(serving.link?.url ?? '');
    expect(await spent.locator('form[action^="/enter"]').count()).toBe(0);
  });

  test('files are uploaded; a row that is held is mended in place', async () => {
    clock = instant('2014-02-03T10:05:00Z');
    const file = readFileSync(join(input, 'us-afgoerelser-2013.csv'), 'latin1');
    const wrong = join(place.path, 'us.csv');
    writeFileSync(wrong, file.replace('19-12-2013;26-12-2013;Positiv', `19-12-2013;${WRONG_DAY};Positiv`), 'latin1');
    await bring('us', wrong, {rows: '429'});
    await clean(anne);
    expect(await anne.locator('main').textContent()).toContain(words.intake.held(1));
    await anne.goto(at('/intake/us/held'));
    await anne.locator('main td a').click();
    await clean(anne);
    const cell = anne.locator(`input[value="${WRONG_DAY}"]`);
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    await cell.fill('26-12-2013');
    await anne.locator('.row-form .button-primary').click();
    await anne.locator('.alert-success').waitFor();
    await bring('cmm', join(input, 'cmm-sager-2013.xlsx'), {rows: '107'});
    await bring('returns', join(input, 'hjemsendelser-2013.ods'), {rows: '45'});
    await anne.goto(at('/intake/us/held'));
    expect(await anne.locator('[role=status]').textContent()).toContain(words.held.none);
  });

  test('who may be the same is decided by keys, with a reason', async () => {
    await anne.goto(at('/review'));
    await anne.locator('form[action="/review"] button').click();
    await anne.locator('a[href^="/review/P-"]').first().waitFor({timeout: 60_000});
    const waits = await anne.locator('main').textContent();
    await anne.locator('main a.button').click();
    for (let i = 0; i < 2; i++) {
      await arrive(anne, /\/review\/P-/);
      await clean(anne);
      const pair = anne.url();
      await anne.keyboard.press('d');
      await anne.keyboard.type('De er set sammen');
      await anne.keyboard.press('Tab');
      await anne.keyboard.press('Enter');
      await anne.waitForURL((url) => url.href !== pair);
    }
    await anne.goto(at('/review'));
    expect(await anne.locator('main').textContent()).not.toBe(waits);
    expect(review.verdicts.different).not.toBe('');
  });

  test('a question is answered where it stands', async () => {
    await anne.goto(at('/questions?year=2013'));
    const open = await anne.locator('.questions > li').count();
    expect(open).toBeGreaterThan(0);
    await anne.locator('textarea').first().fill('Myndigheden er spurgt; afgørelsen står');
    await anne.locator('.questions button').first().click();
    await anne.locator('.alert-success').waitFor();
    expect(await anne.locator('.questions > li').count()).toBe(open - 1);
    await clean(anne);
  });

  const SENTENCE = '/statement/text/2013/internal/da/sex.2';
  const write = async (text: string) => {
    await stine.goto(at(SENTENCE));
    await stine.fill('textarea[name=text]', text);
    await stine.locator('form[data-live] .button-primary').click();
    await arrive(stine, /internal\/da#sex\.2$/);
  };

  test('the text is edited; a proof that is broken stops the edition, mended it does not', async () => {
    await stine.goto(at(SENTENCE));
    const before = await stine.locator('textarea[name=text]').inputValue();
    const edited = before.replace('Der er ingen personer at fordele på køn.', 'Ingen kan fordeles på køn.');
    expect(edited).not.toBe(before);
    await write(edited);
    expect(await stine.locator('.proofs .holds').count()).toBe(1);
    await write('Der er 17 kvinder og {$persons-by-sex.male} mænd.');
    expect(await stine.locator('.proofs .breaks').textContent()).toMatch(/\d/);
    await stine.goto(at('/release/2013/internal'));
    await clean(stine);
    expect(await stine.locator('.first-below .error').count()).toBeGreaterThan(0);
    await stine.locator('main .button-primary').click();
    await stine.locator('main .alert-error').waitFor({timeout: 60_000});
    expect(await stine.locator('main .alert-error').textContent()).toContain(words.release.cannotBe);
    await stine.locator('.findings .error a').first().click();
    await arrive(stine, at('/statement/text/2013/internal/da'));
    await write(edited);
    expect(await stine.locator('.proofs .holds').count()).toBe(1);
  });

  async function send(erratum?: {readonly da: string; readonly en: string}): Promise<void> {
    if (erratum !== undefined) {
      await stine.fill('#erratum-da', erratum.da);
      await stine.fill('#erratum-en', erratum.en);
    }
    const open = stine.locator('#over-questions + label');
    if ((await open.count()) > 0) {
      await open.click();
      await stine.fill('#field-reason', 'Svar på resten ventes ikke i år');
    }
    await stine.locator('main .button-primary').click();
    await arrive(stine, /\/editions\/2013-/);
  }

  test('sent, it is sent back; mended and sent again, it is approved by somebody else', async () => {
    await stine.goto(at('/release/2013/internal'));
    await stine.fill('#recipients', 'Justitsministeriet');
    await send();
    expect(await said(stine)).toBe(words.release.sent('2013-internal-1'));
    await aksel.goto(at('/editions'));
    await aksel.getByRole('link', {name: '2013-internal-1'}).click();
    await clean(aksel);
    await aksel.frameLocator('iframe.sheet').locator('h1').waitFor();
    await aksel.locator('details summary', {hasText: words.editions.sendBack}).click();
    await aksel.fill('#reason', 'Forordet mangler modtageren');
    await aksel.locator('details .button-secondary').click();
    await aksel.locator('.alert-success').waitFor();

    await stine.goto(at('/editions/2013-internal-1'));
    expect(await stine.locator('main').textContent()).toContain('Forordet mangler modtageren');
    await stine.getByRole('link', {name: words.editions.anew}).click();
    await send();
    await aksel.goto(at('/editions/2013-internal-2'));
    await aksel.locator('label[for=read]').click();
    await aksel.locator('form[action$="/approve"] button').click();
    expect(await said(aksel)).toBe(words.editions.approved('2013-internal-2'));
    await clean(aksel);
    expect(await verifyFolder(join(folder, 'editions', '2013-internal-2'))).toMatchObject({
      ok: true,
      value: {signed: [{by: 'Stine Lund'}, {by: 'Stine Lund'}, {by: 'Aksel Bo'}]},
    });
  });

  test('a fact was wrong: it is corrected, and so is the edition, with the difference and its reason', async () => {
    clock = instant('2014-02-03T10:25:00Z');
    await anne.goto(at('/cases'));
    await anne.fill('#typed', 'Mercy Ibotesto');
    await anne.keyboard.press('Enter');
    await anne.locator('main table a').first().click();
    await arrive(anne, /\/cases\/P-/);
    await anne.locator('a[href*="/add/withdrawal?of="]').last().click();
    await anne.selectOption('#field-why', 'recorded-in-error');
    await anne.fill('#field-on', '03-02-2014');
    await anne.locator('main .button-primary').click();
    await anne.locator('.alert-success').waitFor();

    await stine.goto(at('/editions/2013-internal-2'));
    await stine.getByRole('link', {name: words.editions.toNow}).click();
    await stine.locator('table').first().waitFor({timeout: 60_000});
    expect(await stine.locator('tbody tr').count()).toBeGreaterThan(0);
    await clean(stine);
    await stine.goto(at('/editions/2013-internal-2'));
    await stine.getByRole('link', {name: words.editions.correct}).click();
    await send({da: 'En afgørelse var registreret ved en fejl', en: 'A decision was recorded in error'});
    await aksel.goto(at('/editions/2013-internal-3'));
    await aksel.locator('label[for=read]').click();
    await aksel.locator('form[action$="/approve"] button').click();
    await aksel.locator('.alert-success').waitFor();
    const frame = aksel.frameLocator('iframe.sheet');
    expect(await frame.locator('body').textContent()).toContain('En afgørelse var registreret ved en fejl');
    await aksel.goto(at('/editions'));
    const states = await aksel.locator('tbody tr td:nth-child(4)').allTextContents();
    expect(states).toEqual([editions.states.released, editions.states.corrected, editions.states.returned]);
    await clean(aksel);
  });

  test('the public edition is sent and approved, with what it withholds beside it', async () => {
    await stine.goto(at('/statement/protection/2013'));
    await stine.locator('svg.weight').first().waitFor({timeout: 60_000});
    await clean(stine);
    await stine.goto(at('/release/2013/public'));
    await send();
    await aksel.goto(at('/editions/2013-public-1'));
    await aksel.locator('label[for=read]').click();
    await aksel.locator('form[action$="/approve"] button').click();
    await aksel.locator('.alert-success').waitFor();
    expect(existsSync(join(folder, 'editions', '2013-public-1', 'manifest.sig'))).toBe(true);
  });

  test('and all of it is in a log that holds together', async () => {
    const log = await checkAccessLog(folder);
    expect(log.ok).toBe(true);
  });
});
