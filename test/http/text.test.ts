/** The statement's text in the browser: seen with its proofs, tried, kept, put back; nothing lost, nothing that runs, nobody counted again. */
import {chmodSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {languages} from '#language/language';
import {countedStatement} from '#production/counted-statement';
import {mayWrite} from '#production/effects';
import {type TextOf, textView} from '#production/text-edit';
import {openRegister, withStore} from '#production/workspace';
import {textPage} from '#web/casework/text';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {temporaryFolder} from '../workspaces.ts';
import {forgetExample, freeName, type Office, openOffice, type Person} from './office.ts';

const words = languages.en.workbench.text;
const TEXT = '/statement/text/2013/internal/da';
const SEX = `${TEXT}/sex.2`;
const OF = {period: yearPeriod(2013), kind: 'internal', language: 'da'} as const satisfies TextOf;
const BOUND = 'Der er {$persons-by-sex.female} kvinder og {$persons-by-sex.male} mænd.';
const BROKEN = 'Der er {$persons-by-sex.female} kvinder og 17 mænd.';

let office: Office;
let stat: Person;
let original: string;
beforeAll(async () => {
  office = await openOffice();
  stat = await office.enter(['statistician']);
  original = readFileSync(da(), 'utf8');
});
afterEach(() => writeFileSync(da(), original));
afterAll(async () => {
  await office.close();
  forgetExample();
});

const da = () => join(office.folder, 'profile', 'statement', 'da.md');
const said = async (answer: Response) => (await answer.text()).replaceAll(/\s+/g, ' ');
const seenAt = async (path: string) =>
  /name="_seen" value="([^"]+)"/.exec(await (await stat.get(path)).text())?.[1] ?? '';
const keep = async (text: string, path = SEX, seen?: string) =>
  stat.post(`${path}/keep`, {text, _seen: seen ?? (await seenAt(path))});

describe('a sentence', () => {
  test('is tried without being kept', async () => {
    const answer = await stat.post(`${SEX}/try`, {text: BOUND, _seen: await seenAt(SEX)});
    const page = await said(answer);
    expect(answer.status).toBe(200);
    expect(page).toContain(words.becomes);
    expect(page).toMatch(
      /Der er <a class="bound" href="\/statement\/figure\/2013\/internal\/persons-by-sex.female"[^>]*>64<\/a>/,
    );
    expect(readFileSync(da(), 'utf8')).toBe(original);
    const logged = (await office.bench.log.events()).filter(({what}) => what.endsWith('/try'));
    expect(logged.map(({answer: how}) => how)).toEqual(['shown']);
    expect((await stat.post(`${SEX}/try`, {text: BOUND, _form: 'x'})).status).toBe(403);
  });

  test('is kept, the other language lags, and what was is put back to the letter', async () => {
    const answer = await keep(BOUND);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${TEXT}#sex.2`]);
    expect(readFileSync(da(), 'utf8')).toContain(BOUND);
    expect(await said(await stat.get('/statement/text/2013/internal/en'))).toContain(words.behind('da'));
    const undone = await stat.post(`${TEXT}/undo`, {});
    expect(undone.status).toBe(303);
    expect(await said(await stat.get(TEXT))).toContain(words.undone.undone);
    expect(readFileSync(da(), 'utf8')).toBe(original);
    expect(await said(await stat.get('/statement/text/2013/internal/en'))).not.toContain(words.behind('da'));
    await stat.post(`${TEXT}/undo`, {});
    expect(await said(await stat.get(TEXT))).toContain(words.undone.nothing);
  });

  test('sent twice is one change', async () => {
    const seen = await seenAt(SEX);
    for (const _ of [1, 2]) expect((await keep(BOUND, SEX, seen)).status).toBe(303);
    await stat.post(`${TEXT}/undo`, {});
    expect(readFileSync(da(), 'utf8')).toBe(original);
    expect(await said(await stat.get(TEXT))).not.toContain(words.undo);
  });

  test.each([
    {what: 'a figure that nobody knows', text: 'Der er {$persons-by-sex.femal} kvinder.', rule: 'no-such-cell'},
    {what: 'markup that cannot be read', text: 'Der er {$persons-by-sex.female kvinder.', rule: 'message-not-readable'},
    {what: 'a note that is not written', text: 'Der er kvinder.[^nobody]', rule: 'note-not-defined'},
  ])('with $what is refused with rule and remedy, and what was typed stays', async ({text, rule}) => {
    const answer = await keep(text);
    const page = await said(answer);
    expect(answer.status).toBe(422);
    expect(page).toContain(`<code>${rule}</code>`);
    expect(page).toContain(`>${text}</textarea>`);
    expect(readFileSync(da(), 'utf8')).toBe(original);
    const last = (await office.bench.log.events()).findLast(({who}) => who === stat.id);
    expect(last).toMatchObject({verb: 'statement.write', answer: 'refused: not-recorded'});
  });

  test.each([
    {what: 'a number that no figure proves', text: 'Der er 64 kvinder.', says: 'typed-figure'},
    {what: 'a word that claims something of figures', text: 'De fleste er kvinder.', says: 'guarded-word-typed'},
    {
      what: 'parts that do not close',
      text: 'Der er {$persons-by-exploitation.prostitution} i prostitution og {$persons-by-exploitation.forced-labour} i tvangsarbejde.',
      says: 'parts-do-not-close',
    },
    {
      what: 'a sum of bound figures that is wrong',
      text: 'Af de {$persons-by-sex.total} personer er {$persons-by-sex.female} kvinder og {$persons-by-sex.female} mænd.',
      says: '64 + 64',
    },
  ])('with $what is kept and told beside it, with a remedy', async ({text, says}) => {
    const page = await said(await stat.post(`${SEX}/try`, {text, _seen: await seenAt(SEX)}));
    const becomes = page.slice(page.indexOf('id="becomes"'));
    expect(becomes).toContain('class="sentence broken"');
    expect(becomes).toContain(says);
    expect((await keep(text)).status).toBe(303);
    const kept = await said(await stat.get(TEXT));
    expect(kept).toMatch(/class="breaks"><strong>\d+ proofs? broken/);
    expect(kept).toContain('<a href="#sex.2"><span lang="da">Køn</span>, sex.2</a>');
    expect(kept.slice(kept.indexOf('id="sex.2"'), kept.indexOf('id="section-age"'))).toContain(says);
  });

  test('changed by somebody else meanwhile is not overwritten unseen: both are shown', async () => {
    const seen = await seenAt(SEX);
    writeFileSync(da(), original.replace('{{Der er ingen personer at fordele på køn.}}', '{{Der er ingen.}}'));
    const answer = await keep(BOUND, SEX, seen);
    const page = await said(answer);
    expect(answer.status).toBe(422);
    expect(page).toContain(words.meanwhile);
    expect(page).toContain(`>${BOUND}</textarea>`);
    expect(page).toContain('{{Der er ingen.}}');
    expect(readFileSync(da(), 'utf8')).not.toContain(BOUND);
    const again = /name="_seen" value="([^"]+)"/.exec(page)?.[1];
    expect((await keep(BOUND, SEX, again)).status).toBe(303);
  });

  test('is not put back where the text was changed by other means since', async () => {
    await keep(BOUND);
    const kept = readFileSync(da(), 'utf8');
    writeFileSync(da(), `${kept}\n`);
    expect(await said(await stat.get(TEXT))).not.toContain(words.undo);
    await stat.post(`${TEXT}/undo`, {});
    expect(await said(await stat.get(TEXT))).toContain(words.undone['changed-since']);
    expect(readFileSync(da(), 'utf8')).toBe(`${kept}\n`);
  });

  test('nobody knows is no page, and nothing typed is not kept', async () => {
    expect((await stat.get(`${TEXT}/sex.99`)).status).toBeGreaterThanOrEqual(400);
    expect((await stat.post(`${SEX}/keep`, {text: ' '})).status).toBeGreaterThanOrEqual(400);
    expect((await stat.get('/statement/text/2013/secret/da')).status).toBe(404);
    expect(readFileSync(da(), 'utf8')).toBe(original);
  });
});

test('a section is edited whole, and all else stays as it is', async () => {
  const path = `${TEXT}/age`;
  const page = await (await stat.get(path)).text();
  const source = original.slice(original.indexOf('## Alder'), original.indexOf('## Forberedte'));
  expect(page).toContain('## Alder [#age]');
  const answer = await keep(`${source.trim()}\n\nEt afsnit mere.`, path);
  expect(answer.status).toBe(303);
  expect(readFileSync(da(), 'utf8')).toBe(original.replace(source.trim(), `${source.trim()}\n\nEt afsnit mere.`));
});

test('the head of the file is edited with its opening', async () => {
  const page = await (await stat.get(`${TEXT}/opening.2`)).text();
  expect(page).toContain('Opgørelse fra Center mod Menneskehandel');
  const source = original.slice(0, original.indexOf('\n## ')).trim();
  expect((await keep(source.replace('Opgørelse fra', 'Opgjort af'), `${TEXT}/opening.2`)).status).toBe(303);
  expect(readFileSync(da(), 'utf8')).toBe(original.replace('Opgørelse fra', 'Opgjort af'));
});

describe('markup', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</textarea><script>alert(1)</script>',
    '[her](javascript:alert(1))',
    '</pre></code><svg onload=alert(1)>',
  ])('typed is text wherever it is shown: %s', async (typed) => {
    const tried = await stat.post(`${SEX}/try`, {text: typed, _seen: await seenAt(SEX)});
    await keep(typed);
    const pages = [tried, await stat.get(TEXT), await stat.get(SEX), await stat.get('/statement/2013/internal/da')];
    for (const page of pages) {
      expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
      expect(await page.text()).not.toMatch(/<script>alert|<img src=x|<svg onload|href="javascript:/);
    }
  });
});

describe('who may', () => {
  test('an approver reads it and changes nothing; a reader does not see it', async () => {
    const approver = await office.enter(['approver']);
    const page = await said(await approver.get(TEXT));
    expect(page).toContain(words.notYours);
    expect(page).not.toContain(`href="${SEX}"`);
    expect((await approver.post(`${SEX}/keep`, {text: BOUND})).status).toBe(403);
    expect((await (await office.enter(['reader'])).get(TEXT)).status).toBe(403);
  });

  test('a form that is not ours keeps nothing', async () => {
    expect((await stat.post(`${SEX}/keep`, {text: BOUND, _form: 'x'})).status).toBe(403);
    expect(readFileSync(da(), 'utf8')).toBe(original);
  });

  test('where the profile may not be written the page says so and offers no form', async () => {
    const view = await textView(office.folder, OF, office.effects);
    if (!view.ok) throw new Error(view.refusal.reason);
    const page = String(
      await textPage({...view.value, writable: false, mayWrite: true, formToken: 'x'}, languages.en).body,
    );
    expect(page).toContain(words.readOnly);
    expect(page).not.toContain(`href="${SEX}"`);
  });

  test.skipIf(process.platform === 'win32')('whether it may be written is asked without writing', async () => {
    const folder = temporaryFolder('may-write');
    const path = join(folder.path, 'da.md');
    writeFileSync(path, 'x', {mode: 0o444});
    chmodSync(folder.path, 0o755);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    const may = await mayWrite(path).finally(() => isRoot && process.seteuid?.(0));
    folder.remove();
    expect(may).toBe(false);
    expect(await mayWrite(da())).toBe(true);
  });
});

describe('nobody is counted again', () => {
  const counted = async () => {
    const found = await withStore(await openRegister(office.folder), (register) =>
      countedStatement(register, OF, office.effects),
    );
    if (!found.ok) throw new Error(found.refusal.reason);
    return found.value;
  };

  test('for a text, and the page shows the new text', async () => {
    const before = await counted();
    await keep(BOUND);
    expect(await counted()).toBe(before);
    expect(await (await stat.get('/statement/2013/internal/da')).text()).toContain('Der er <button');
  });

  test('but for a definition, and for the register', async () => {
    const before = await counted();
    const notes = join(office.folder, 'profile', 'tables.yaml');
    const was = readFileSync(notes, 'utf8');
    writeFileSync(notes, `${was}\n# Another definition.\n`);
    const defined = await counted();
    writeFileSync(notes, was);
    expect(defined).not.toBe(before);
    const caseworker = await office.enter(['caseworker']);
    const record = (days: string) =>
      caseworker.post('/cases/P-000012-4/add/departure-deadline', {on: '03-06-2013', days});
    await record('30');
    const after = await counted();
    // At the same moment of the same clock.
    await record('29');
    const later = await counted();
    expect(new Set([before, defined, after, later]).size).toBe(4);
    expect(await counted()).toBe(later);
  });
});

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(() => browser.close());

  async function comeIn(options: BrowserContextOptions): Promise<Page> {
    const {team} = office.bench;
    const name = freeName(team, 'Bo Lund');
    const invited = await team.invite({name, roles: ['statistician'], authority: undefined});
    if (!invited.ok) throw new Error(invited.refusal.reason);
    const page = await (await browser.newContext({locale: 'en', ...options})).newPage();
    await page.goto(`${office.url}/enter/${invited.value.token}`);
    await page.locator('main button').click();
    await page.waitForURL(`${office.url}/`);
    return page;
  }

  test('without script a proof is broken, seen beside its sentence and at the top, mended, and gone', async () => {
    const page = await comeIn({javaScriptEnabled: false});
    await page.goto(`${office.url}${TEXT}`);
    expect(await page.locator('.proofs').textContent()).toContain(words.proofs.allHold);
    await page.locator(`a[href="${SEX}"]`).click();
    const was = await page.locator('textarea').inputValue();
    await page.locator('textarea').fill(BROKEN);
    await page.getByText(words.try).click();
    expect(await page.locator('#becomes .broken').textContent()).toContain('17');
    await page.locator('button.button-primary').click();
    expect(await page.locator('.alert-success').textContent()).toContain(words.kept);
    expect(await page.locator('.proofs .breaks').textContent()).toMatch(/\d proofs? broken/);
    await page.locator('.proofs a[href="#sex.2"]').click();
    const beside = await page.locator('[id="sex.2"]').textContent();
    expect(beside).toContain(words.proofs.claimFails('17', '12', '').slice(0, 30));
    expect(beside).toContain('typed-figure');
    await page.locator(`a[href="${SEX}"]`).click();
    await page.locator('textarea').fill(was);
    await page.locator('button.button-primary').click();
    expect(await page.locator('.proofs').textContent()).toContain(words.proofs.allHold);
    expect(await page.locator('.broken').count()).toBe(0);
    await page.context().close();
  });

  test('with script what it becomes follows what is typed', async () => {
    const page = await comeIn({});
    await page.goto(`${office.url}${SEX}`);
    await page.locator('textarea').fill(BOUND);
    await page.locator('#becomes').getByText('Der er').waitFor();
    await page.locator('textarea').fill(`${BOUND} Og <img src=x onerror="document.title='ran'">.`);
    await page.locator('#becomes').getByText('Og').waitFor();
    expect(await page.title()).not.toBe('ran');
    expect(readFileSync(da(), 'utf8')).toBe(original);
    await page.locator('textarea').fill('{$nobody.total}');
    await page.locator('button.button-primary').click();
    expect(await page.locator('[role=alert]').first().textContent()).toContain('no-such-cell');
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('textarea').fill(BROKEN);
    await page.locator('button.button-primary').click();
    await page.waitForURL(/#sex/);
    expect(await page.locator('.broken').count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
});
