/** Agencies' files received at the workbench: tried first, for whoever brought them alone, and nothing of them left lying about. */
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {languages} from '#language/language';
import {plainName} from '#production/intake-desk';
import {openRegister} from '#production/workspace';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {forgetExample, freeName, type Office, openOffice, type Person} from './office.ts';

const words = languages.en.workbench.intake;
const NAME = 'us-Secret-Person-0101902222.csv';
const example = readFileSync('examples/denmark-2013/input/us-afgoerelser-2013.csv', 'latin1');
const lines = example.split('\r\n').filter((line) => line !== '');
const last = lines.at(-1)?.split(';') ?? [];
/** The last case once more, under numbers of its own. */
const another = (number: string, on = last[11] ?? '') =>
  last.map((cell, i) => (i === 0 ? number : i === 1 ? '' : i === 11 ? on : cell)).join(';');
const withRows = (...rows: readonly string[]) => Buffer.from([...lines, ...rows, ''].join('\r\n'), 'latin1');

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

async function send(
  who: Person,
  bytes: Uint8Array<ArrayBuffer> | undefined,
  fields: Readonly<Record<string, string>> = {},
  path = '/intake/us',
): Promise<Response> {
  const token = /name="_form" value="([^"]+)"/.exec(await (await who.get('/')).text())?.[1] ?? '';
  const form = new FormData();
  form.set('_form', token);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (bytes !== undefined) form.set('file', new File([bytes], NAME));
  const headers = {cookie: who.cookie, 'accept-language': 'en', origin: office.url};
  return fetch(`${office.url}${path}`, {method: 'POST', redirect: 'manual', headers, body: form});
}

async function submissions() {
  const opened = await openRegister(office.folder);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  return opened.value.store.submissions();
}
const ours = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`opgor-intake-${process.pid}-`));
const page = async (who: Person, path = '/intake/us') => (await who.get(path)).text();

describe('a file', () => {
  test('is tried first, and received when that is said, once', async () => {
    const before = await submissions();
    const tried = await send(anne, withRows(another('999001'), another('999002', '99-99-2013')), {'total-rows': '430'});
    expect([tried.status, tried.headers.get('location')]).toEqual([303, '/intake/us']);
    expect(await submissions()).toEqual(before);
    const shown = await page(anne);
    for (const said of [words.rehearsed, NAME, words.held(1), words.agrees]) expect(shown).toContain(said);
    expect(shown).not.toContain('99-99-2013');

    const errors = await anne.get('/intake/us/errors');
    expect(errors.headers.get('content-disposition')).toContain('us-held-rows.csv');
    expect(Buffer.from(await errors.arrayBuffer()).toString('latin1')).toContain('99-99-2013');

    expect((await send(anne, undefined, {}, '/intake/us/receive')).status).toBe(303);
    const after = await submissions();
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({source: 'us', file: NAME, recordedBy: 'Test caseworker', held: 1});
    expect(await page(anne)).toContain(`${words.received}: ${NAME}`);
    await send(anne, undefined, {}, '/intake/us/receive');
    expect(await submissions()).toEqual(after);
  });

  test('leaves nothing in the temporary folder, nor its name in the log', async () => {
    await send(anne, withRows(another('999003')));
    await send(anne, Buffer.from('nothing of the kind'));
    expect(ours()).toEqual([]);
    expect(readFileSync(join(office.folder, 'workbench', 'access.jsonl'), 'utf8')).not.toContain('Secret');
  });

  test('lies, while it is read, where this user alone may look', async () => {
    const modes = new Set<string>();
    const watch = setInterval(() => {
      for (const folder of ours())
        for (const name of ['', 'file']) {
          const found = statSync(join(tmpdir(), folder, name), {throwIfNoEntry: false});
          if (found !== undefined) modes.add(`${name}:${(found.mode & 0o777).toString(8)}`);
        }
    }, 1);
    await send(anne, withRows(...Array.from({length: 2000}, (_, i) => another(`98${i}`))));
    clearInterval(watch);
    expect([...modes].sort()).toEqual([':700', 'file:600']);
  });

  test('what a process that is gone left is taken away', async () => {
    const left = join(tmpdir(), 'opgor-intake-999999999-left');
    mkdirSync(left, {recursive: true, mode: 0o700});
    writeFileSync(join(left, 'file'), 'a name');
    await send(anne, withRows(another('999003')));
    expect(readdirSync(tmpdir())).not.toContain('opgor-intake-999999999-left');
  });

  test('of the wrong kind is refused in words, and another can be chosen', async () => {
    const answer = await send(anne, Buffer.from('nothing of the kind'), {'total-rows': '12'});
    const shown = await answer.text();
    expect(answer.status).toBe(422);
    expect(shown).toContain('role="alert"');
    expect(shown).toMatch(/value="12"/);
    expect(shown).not.toContain(words.receive);
  });

  test('that is cut short is received only where that is meant', async () => {
    await send(anne, Buffer.from([...lines.slice(0, 20), ''].join('\r\n'), 'latin1'));
    expect(await page(anne)).toContain(words.accept);
    const before = await submissions();
    await send(anne, undefined, {}, '/intake/us/receive');
    expect(await submissions()).toEqual(before);
    expect(await page(anne)).toContain(words.manyGone);
    await send(anne, undefined);
    await send(anne, undefined, {accept: 'yes'}, '/intake/us/receive');
    expect((await submissions()).length).toBe(before.length + 1);
    // Put back as it was.
    await send(anne, withRows());
    await send(anne, undefined, {}, '/intake/us/receive');
  });

  test('with a control total that is no number: the file is kept and the total stays', async () => {
    const answer = await send(anne, withRows(another('999003')), {'total-rows': 'four hundred'});
    const shown = await answer.text();
    expect(answer.status).toBe(422);
    expect(shown).toContain('value="four hundred"');
    expect(shown).toContain('id="fault-total-rows"');
    expect(shown).toContain(`${NAME} is ready`);
    expect((await send(anne, undefined, {'total-rows': '1'})).status).toBe(303);
  });

  test('is let go', async () => {
    await send(anne, withRows(another('999003')));
    await send(anne, undefined, {}, '/intake/us/let-go');
    const before = await submissions();
    await send(anne, undefined, {}, '/intake/us/receive');
    expect(await submissions()).toEqual(before);
    expect((await anne.get('/intake/us/errors')).status).toBe(404);
  });
});

describe('somebody else', () => {
  test('neither receives nor sees what one has brought', async () => {
    await send(anne, withRows(another('999003'), another('999002', '99-99-2013')));
    const bo = await office.enter(['caseworker']);
    const before = await submissions();
    await send(bo, undefined, {}, '/intake/us/receive');
    expect(await submissions()).toEqual(before);
    expect(await page(bo)).not.toContain(NAME);
    expect((await bo.get('/intake/us/errors')).status).toBe(404);
  });

  test('of one authority brings that authority’s files alone', async () => {
    const cille = await office.enter(['caseworker'], 'cmm');
    expect(await page(cille, '/intake')).not.toContain('/intake/us');
    expect((await cille.get('/intake/us')).status).toBe(404);
    expect((await send(cille, withRows(another('999003')))).status).toBe(404);
    await cille.post('/cases/break-glass', {why: 'It cannot wait'});
    expect((await send(cille, withRows(another('999003')))).status).toBe(404);
  });
});

test('a name is the last of a path, and steers nothing', () => {
  expect(plainName('C:\\mine\\..\\a.csv')).toBe('a.csv');
  expect(plainName('../../etc/passwd')).toBe('passwd');
  expect(plainName('a\u202Evsc.exe\n')).toBe('avsc.exe');
  expect(plainName('///')).toBe('file');
  expect(plainName('x'.repeat(500)).length).toBe(120);
});

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(() => browser.close());

  test('without script: chosen, tried, received', async () => {
    const invited = await office.bench.team.invite({
      name: freeName(office.bench.team, 'Anne Holm'),
      roles: ['caseworker'],
      authority: undefined,
    });
    if (!invited.ok) throw new Error(invited.refusal.reason);
    const context = await browser.newContext({javaScriptEnabled: false, locale: 'da'});
    const at = await context.newPage();
    await at.goto(`${office.url}/enter/${invited.value.token}`);
    await at.locator('main button').click();
    const {workbench} = languages.da;
    await at.getByRole('link', {name: workbench.places.intake}).click();
    await at.locator('main a[href="/intake/us"]').click();
    await at
      .locator('#field-file')
      .setInputFiles({name: NAME, mimeType: 'text/csv', buffer: withRows(another('999007'))});
    await at.getByRole('button', {name: workbench.intake.rehearse}).click();
    expect(await at.locator('h2').first().textContent()).toContain(workbench.intake.rehearsed);
    await at.getByRole('button', {name: workbench.intake.receive, exact: true}).click();
    expect(await at.locator('h2').first().textContent()).toContain(workbench.intake.received);
    expect((await submissions()).at(-1)).toMatchObject({source: 'us', recordedBy: 'Anne Holm'});
    await context.close();
  });
});
