/** Rows held back answered at the workbench: received wholly as of their own file, or not at all; let go for a reason; nobody else's. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {languages} from '#language/language';
import {openHeldRows} from '#production/held-rows';
import {openRegister} from '#production/workspace';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {forgetExample, freeName, type Office, openOffice, type Person} from './office.ts';

const {held: words} = languages.en.workbench;
const NAME = 'us-2013.csv';
const example = readFileSync('examples/denmark-2013/input/us-afgoerelser-2013.csv', 'latin1');
const lines = example.split('\r\n').filter((line) => line !== '');
const last = lines.at(-1)?.split(';') ?? [];
const [DECIDED, SEX] = [12, 6];
/** The last case once more, under numbers of its own, and of somebody new. */
const another = (number: string, wrong: Readonly<Record<number, string>> = {}) =>
  last
    .map((cell, i) => wrong[i] ?? (i === 0 ? number : i === 1 ? `${number}777` : i === 2 ? 'Held Testmensen' : cell))
    .join(';');
const file = (...rows: readonly string[]) => Buffer.from([...lines, ...rows, ''].join('\r\n'), 'latin1');
/** By their number in the file: the headings are row 1. */
const [BAD_DAY, BAD_WORD, TWO_FAULTS] = [lines.length + 1, lines.length + 2, lines.length + 3];
const held = () =>
  file(
    another('999101', {[DECIDED]: '99-99-2013'}),
    another('999102', {[SEX]: 'Kvnde'}),
    another('999103', {[DECIDED]: '31-02-2013', [SEX]: 'X'}),
  );

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

async function bring(who: Person, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const token = /name="_form" value="([^"]+)"/.exec(await (await who.get('/')).text())?.[1] ?? '';
  const form = new FormData();
  form.set('_form', token);
  form.set('total-rows', String(lines.length + 2));
  form.set('file', new File([bytes], NAME));
  const headers = {cookie: who.cookie, 'accept-language': 'en', origin: office.url};
  await fetch(`${office.url}/intake/us`, {method: 'POST', redirect: 'manual', headers, body: form});
  await settled(who);
  await who.post('/intake/us/receive', {});
  await settled(who);
}

/** A slow machine answers a form before its work is done. */
async function settled(who: Person): Promise<void> {
  while ((await who.get('/intake/us')).headers.has('refresh'));
}

async function register() {
  const opened = await openRegister(office.folder);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  return opened.value;
}
const submissions = async () => (await register()).store.submissions();
const openNow = async () => openHeldRows(await submissions(), (await register()).profile.sources);
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const fieldsOf = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...page.matchAll(/name="(column-\d+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  );
const rowPage = async (row: number) => (await anne.get(`/intake/us/held/${row}`)).text();

test('rows held are listed with what is wrong, and each is a form in which the wrong columns are marked', async () => {
  await bring(anne, held());
  expect((await openNow()).map(({facts}) => facts.held)).toEqual([3]);
  expect(await (await anne.get('/intake/us')).text()).toContain('/intake/us/held');
  const list = await (await anne.get('/intake/us/held')).text();
  expect(list).toContain(words.waiting(3, NAME));
  expect(list).not.toContain('Testmensen');
  const page = await rowPage(TWO_FAULTS);
  const marked = [...page.matchAll(/name="column-(\d+)"[^>]*aria-invalid/g)].map(([, at]) => Number(at));
  expect(marked).toEqual([SEX, DECIDED]);
  expect(fieldsOf(page)).toMatchObject({'column-0': '999103', 'column-2': 'Held Testmensen', [`column-${SEX}`]: 'X'});
});

test('what is wrong still is not received, not even in part, and what was typed stays', async () => {
  const before = await submissions();
  const given = {...fieldsOf(await rowPage(TWO_FAULTS)), [`column-${SEX}`]: 'Kvinde', 'column-2': 'Held Andersen'};
  const answer = await anne.post(`/intake/us/held/${TWO_FAULTS}`, given);
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain(words.stillHeld(1));
  expect(fieldsOf(page)).toEqual(given);
  expect(await submissions()).toEqual(before);
  const event = (await office.bench.log.events()).findLast(({who}) => who === anne.id);
  expect(event?.answer).toBe('refused: not-recorded');
});

test('a row is not mended into the place of another', async () => {
  const before = await submissions();
  const [other = ''] = lines.at(-1)?.split(';') ?? [];
  const given = {...fieldsOf(await rowPage(BAD_DAY)), [`column-${DECIDED}`]: last[DECIDED] ?? '', 'column-0': other};
  const answer = await anne.post(`/intake/us/held/${BAD_DAY}`, given);
  expect([answer.status, (await answer.text()).includes(`value="${other}"`)]).toEqual([422, true]);
  expect(await submissions()).toEqual(before);
});

test('a row that is mended is received once, as of the same file, under its number, and whoever mended it stands there', async () => {
  const before = await submissions();
  const given = {...fieldsOf(await rowPage(BAD_DAY)), [`column-${DECIDED}`]: last[DECIDED] ?? ''};
  const path = `/intake/us/held/${BAD_DAY}`;
  const answers = await Promise.all([anne.post(path, given), anne.post(path, given)]);
  expect(answers.map(({status, headers}) => [status, headers.get('location')])).toEqual([
    [303, '/intake/us/held'],
    [303, '/intake/us/held'],
  ]);
  const after = await submissions();
  expect(after.length).toBe(before.length + 1);
  const [was, is] = [before.at(-1), after.at(-1)];
  expect(is).toMatchObject({
    source: 'us',
    file: NAME,
    sha256: was?.sha256,
    rows: 1,
    held: 2,
    recordedBy: 'Test caseworker',
  });
  // The letter said how many rows there are.
  expect(is?.controlTotals).toEqual([{...was?.controlTotals[0], counted: (was?.controlTotals[0]?.counted ?? 0) + 1}]);
  const event = (await office.bench.log.events()).findLast(
    ({who, records}) => who === anne.id && records !== undefined && records.length > 0,
  );
  const [record] = event?.records ?? [];
  const shown = await (await anne.get(`/cases/${record}`)).text();
  expect(shown).toContain('Held Testmensen');
  expect(shown).toContain(languages.en.workbench.cases.row(BAD_DAY));
  expect((await anne.get(path)).status).toBeGreaterThanOrEqual(400);
  expect((await openNow()).map(({facts}) => facts.held)).toEqual([2]);
});

test('the other rows of a list that is sent whole stand when one of them is mended', async () => {
  const {store} = await register();
  expect((await store.sourceRows('us')).size).toBe(lines.length - 1 + 1);
});

test('a row is let go for a reason, which names nobody and is in the log; it stops no release', async () => {
  const path = `/intake/us/held/${BAD_WORD}/let-go`;
  const before = await submissions();
  expect((await anne.post(path, {})).status).toBe(422);
  const named = await anne.post(path, {reason: 'Born 12-06-1967'});
  expect([named.status, (await named.text()).includes('value="Born 12-06-1967"')]).toEqual([422, true]);
  expect(await submissions()).toEqual(before);
  expect((await anne.post(path, {reason: 'The agency withdrew it'})).status).toBe(303);
  expect((await submissions()).at(-1)).toMatchObject({rows: 0, held: 1, file: NAME});
  const event = (await office.bench.log.events()).findLast(({who, what}) => who === anne.id && what.includes('let-go'));
  expect(event).toMatchObject({why: 'The agency withdrew it', answer: 'done'});
  expect((await anne.post(path, {reason: 'Another reason'})).status).toBeGreaterThanOrEqual(400);
});

test('another who may have the file answers its rows; who is of another authority does not', async () => {
  const bo = await office.enter(['caseworker'], 'us');
  expect(await (await bo.get('/intake/us/held')).text()).toContain(words.waiting(1, NAME));
  const cille = await office.enter(['caseworker'], 'cmm');
  await cille.post('/cases/break-glass', {why: 'It cannot wait'});
  const before = await submissions();
  for (const path of ['/intake/us/held', `/intake/us/held/${TWO_FAULTS}`])
    expect((await cille.get(path)).status).toBe(404);
  const given = {
    ...fieldsOf(await rowPage(TWO_FAULTS)),
    [`column-${SEX}`]: 'Kvinde',
    [`column-${DECIDED}`]: last[DECIDED] ?? '',
  };
  expect((await cille.post(`/intake/us/held/${TWO_FAULTS}`, given)).status).toBe(404);
  expect((await cille.post(`/intake/us/held/${TWO_FAULTS}/let-go`, {reason: 'Not ours'})).status).toBe(404);
  expect(await submissions()).toEqual(before);
});

test('a later file of the source takes the place of what waited, and a mended row stands when the same file comes again', async () => {
  const given = {
    ...fieldsOf(await rowPage(TWO_FAULTS)),
    [`column-${SEX}`]: 'Kvinde',
    [`column-${DECIDED}`]: last[DECIDED] ?? '',
  };
  await bring(anne, held());
  const {store} = await register();
  expect((await store.sourceRows('us')).size).toBe(lines.length - 1 + 1);
  expect(await (await anne.get('/intake/us/held')).text()).toContain(words.waiting(3, NAME));
  await bring(anne, file());
  expect((await anne.post(`/intake/us/held/${TWO_FAULTS}`, given)).status).toBeGreaterThanOrEqual(400);
  expect(await (await anne.get('/intake/us/held')).text()).toContain(words.none);
});

test('no cell of a held row is on the disk, nor in the log', () => {
  expect(readFileSync(join(office.folder, 'workbench', 'access.jsonl'), 'utf8')).not.toMatch(/Testmensen|999101|99-99/);
});

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
    await bring(anne, held());
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
          await page.screenshot({path: `${shots}/held-${what}-${width}-${colorScheme}.png`, fullPage: true});
      };
      await page.goto(`${office.url}/intake/us/held`);
      await look('list');
      await page.goto(`${office.url}/intake/us/held/${TWO_FAULTS}`);
      await look('row');
      await page.locator(`#column-${SEX}`).fill('Mand');
      await page.locator('.row-form button').click();
      await page.locator('[role=alert]').waitFor();
      await look('still');
      await context.close();
    }
  });
});
