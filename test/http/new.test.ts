/** Persons registered at the workbench: looked for first, sealed, once; what is wrong is not kept, and nobody is joined unseen. */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {languages} from '#language/language';
import {findPersons} from '#production/case-search';
import {receiveInto} from '#production/casework';
import {silent} from '#production/progress';
import {openRegister} from '#production/workspace';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {forgetExample, freeName, type Office, openOffice, type Person} from './office.ts';

const {new: words} = languages.en.workbench;
const PATH = '/cases/new/assessment';
let office: Office;
let anne: Person;
beforeAll(async () => {
  office = await openOffice();
  anne = await office.enter(['caseworker']);
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

/** Somebody whom nobody knows. */
const somebody = (more: Readonly<Record<string, string>> = {}) => ({
  'person-name': 'Ny Ukendtsen',
  'person-born': '12-06-1991',
  by: 'us',
  outcome: 'victim',
  on: '03-02-2014',
  ...more,
});
async function onceOf(who: Person): Promise<string> {
  return /name="_once" value="([^"]+)"/.exec(await (await who.get(PATH)).text())?.[1] ?? '';
}
async function found(typed: string) {
  const persons = await findPersons(office.folder, typed, undefined, office.effects);
  if (!persons.ok) throw new Error(persons.refusal.reason);
  return persons.value.persons;
}
async function facts() {
  const opened = await openRegister(office.folder);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  const {store} = opened.value;
  return (await store.submissions()).length;
}
const latestOf = async (who: Person) => (await office.bench.log.events()).findLast((one) => one.who === who.id);

test('a search in vain leads to the form, with what was typed', async () => {
  const searched = await anne.post('/cases', {typed: 'Ukendtsen Ny 12-06-1991'});
  const page = await (await anne.get(searched.headers.get('location') ?? '')).text();
  const [, path = ''] = /href="(\/cases\/new\/assessment\?search=[^"]*)"/.exec(page) ?? [];
  const form = await (await anne.get(path)).text();
  expect(form).toContain('name="person-name" value="Ukendtsen Ny"');
  expect(form).toContain('name="person-born" value="12-06-1991"');
});

test('what is wrong is told at its field, nothing is kept, and what was typed stays', async () => {
  const before = await facts();
  const _once = await onceOf(anne);
  const answer = await anne.post(PATH, {
    _once,
    ...somebody({'person-born': '31-02-1991', 'person-number-cpr': '12', on: '03-02-2019'}),
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  for (const field of ['person-born', 'person-number-cpr', 'on'])
    expect(page).toMatch(new RegExp(`name="${field}"[^>]*aria-invalid="true"|id="fault-${field}"`));
  expect(page).toContain('value="31-02-1991"');
  const nameless = await anne.post(PATH, {_once, by: 'us', outcome: 'victim', on: '03-02-2014'});
  expect(await nameless.text()).toContain(words.giveName);
  const told = await anne.post('/cases/new/case-complex', {
    _once,
    'person-name': 'Ny Ukendtsen',
    on: '03-02-2014',
    complex: 'Ukendtsen og andre',
  });
  expect(told.status).toBe(422);
  expect(await facts()).toBe(before);
});

test('somebody new is registered once, also when the form is sent twice, sealed, and under the name of the account', async () => {
  const before = await facts();
  const form = {_once: await onceOf(anne), ...somebody({'person-number-cpr': '120691-1235'})};
  const answers = await Promise.all([anne.post(PATH, form), anne.post(PATH, form)]);
  const [path] = answers.map(({headers}) => headers.get('location') ?? '');
  expect(answers.map(({status, headers}) => [status, headers.get('location')])).toEqual([
    [303, path],
    [303, path],
  ]);
  expect(await facts()).toBe(before + 1);
  const shown = await (await anne.get(path ?? '')).text();
  for (const said of ['Ny Ukendtsen', '120691-1235', 'Test caseworker']) expect(shown).toContain(said);
  expect((await found('Ukendtsen 1991')).map(({record}) => `/cases/${record}`)).toEqual([path]);
  const log = readFileSync(join(office.folder, 'workbench', 'access.jsonl'), 'utf8');
  expect(log).not.toMatch(/Ukendtsen|120691/);
});

test('who may be the same is shown before anything is kept, leads to their file, and may be said to be another', async () => {
  const before = await facts();
  const [known] = await found('Ukendtsen');
  const form = {_once: await onceOf(anne), ...somebody({'person-born': '1985'})};
  const shown = await anne.post(PATH, form);
  const page = await shown.text();
  expect(shown.status).toBe(422);
  expect(page).toContain(words.likely(1));
  expect(page).toContain(`href="/cases/${known?.record}"`);
  expect(page).toContain('name="person-name" value="Ny Ukendtsen"');
  expect((await latestOf(anne))?.records).toEqual([known?.record]);
  expect(await facts()).toBe(before);
  const kept = await anne.post(PATH, {...form, _seen: known?.record ?? ''});
  expect(kept.status).toBe(303);
  expect(await facts()).toBe(before + 1);
  expect((await found('Ukendtsen')).length).toBe(2);
});

test('a number that somebody has is nobody else’s: no new person gets it, whatever was seen', async () => {
  const before = await facts();
  const [known] = await found('1206911235');
  const form = {_once: await onceOf(anne), ...somebody({'person-name': 'En Anden', 'person-number-cpr': '1206911235'})};
  const answer = await anne.post(PATH, {...form, _seen: known?.record ?? ''});
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain(words.hasNumberHelp);
  expect(page).not.toContain(words.none);
  expect(await facts()).toBe(before);
});

test('a row of a file with the number of somebody registered by hand is theirs', async () => {
  const form = {...somebody({'person-name': 'Sen Filesen', 'person-number-us-person': '999555777'})};
  const made = await anne.post(PATH, {_once: await onceOf(anne), ...form});
  const lines = readFileSync('examples/denmark-2013/input/us-afgoerelser-2013.csv', 'latin1').trimEnd().split('\r\n');
  const row =
    lines
      .at(-1)
      ?.split(';')
      .map((cell, i) => ['999555', '999555777', 'Anders Skrevet'][i] ?? cell) ?? [];
  const path = join(office.folder, '..', 'us.csv');
  writeFileSync(path, Buffer.from([...lines, row.join(';'), ''].join('\r\n'), 'latin1'));
  const received = await receiveInto(
    office.folder,
    {
      ...{path, source: 'us', controlTotals: {}, recordedAt: undefined, recordedBy: 'Anne'},
      ...{dryRun: false, errors: undefined},
    },
    office.effects,
    silent,
  );
  expect(received.ok).toBe(true);
  const shown = await (await anne.get(made.headers.get('location') ?? '')).text();
  for (const said of ['Sen Filesen', 'Anders Skrevet']) expect(shown).toContain(said);
});

test('of one authority one registers whom it has decided on, and is told of nobody else', async () => {
  const cille = await office.enter(['caseworker'], 'cmm');
  expect((await cille.get('/cases/new/contact')).status).toBe(404);
  const before = await facts();
  const other = await cille.post(PATH, {_once: await onceOf(cille), ...somebody()});
  expect([other.status, await facts()]).toEqual([422, before]);
  const own = await cille.post(PATH, {_once: await onceOf(cille), ...somebody({by: 'cmm'})});
  expect(own.status).toBe(303);
  expect((await cille.get(own.headers.get('location') ?? '')).status).toBe(200);
  expect(await facts()).toBe(before + 1);
});

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(() => browser.close());

  test.each([320, 768, 1280])('nothing for axe, nothing sideways at %i px', async (width) => {
    for (const [locale, colorScheme] of [
      ['da', 'dark'],
      ['en', 'light'],
    ] as const) {
      const name = freeName(office.bench.team, 'Anne Holm');
      const invited = await office.bench.team.invite({name, roles: ['caseworker'], authority: undefined});
      if (!invited.ok) throw new Error(invited.refusal.reason);
      const context = await browser.newContext({locale, colorScheme, viewport: {width, height: 900}});
      const page = await context.newPage();
      await page.goto(`${office.url}/enter/${invited.value.token}`);
      await page.locator('main button').click();
      await page.waitForURL(`${office.url}/`);
      const look = async (what: string) => {
        expect([what, await axeFaults(page)]).toEqual([what, []]);
        expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
        const shots = process.env.OPGOR_SHOTS;
        if (shots !== undefined)
          await page.screenshot({path: `${shots}/new-${what}-${width}-${colorScheme}.png`, fullPage: true});
      };
      await page.goto(`${office.url}/cases/new`);
      await look('kinds');
      await page.goto(`${office.url}${PATH}`);
      await page.locator('main form button').last().click();
      await page.locator('[role=alert]').first().waitFor();
      await look('faults');
      await page.locator('#field-person-name').fill('Ny Ukendtsen');
      await page.locator('#field-by').selectOption('us');
      await page.locator('#field-outcome').selectOption('victim');
      await page.locator('#field-on').fill('03-02-2014');
      await page.locator('main form button').last().click();
      await page.locator('.likely').waitFor();
      await look('likely');
      await context.close();
    }
  });
});
