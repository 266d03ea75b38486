/** In by a real identity provider: joined by whoever is signed in, and every way in which its answer is not taken. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Browser, type BrowserContext, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {languages} from '#language/language';
import {readProvider} from '#production/sign-in-settings';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {type IdentityServer, openIdentityProvider} from './identity-provider.ts';
import {forgetExample, type Office, openOffice} from './office.ts';

const executablePath = findChromium();
const {enter, account: words} = languages.en.workbench;

afterAll(forgetExample);

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  let provider: IdentityServer;
  let office: Office;
  beforeAll(async () => {
    provider = await openIdentityProvider();
    office = await openOffice(undefined, provider);
    provider.serves(office.url);
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
    await provider.close();
  });

  /** A browser of its own in which this person has come in by a link; without a name, nobody has. */
  async function at(
    name?: string,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{readonly page: Page; readonly context: BrowserContext; readonly id: string}> {
    const context = await browser.newContext({locale: 'en', ...options});
    const page = await context.newPage();
    if (name === undefined) return {page, context, id: ''};
    const invited = await office.bench.team.invite({name, roles: ['reader'], authority: undefined});
    if (!invited.ok) throw new Error(invited.refusal.reason);
    await page.goto(`${office.url}/enter/${invited.value.token}`);
    await page.locator('main button').click();
    await page.waitForURL(`${office.url}/`);
    return {page, context, id: invited.value.account.id};
  }
  const signOut = async (page: Page) => {
    await page.locator('.own button').click();
    await page.waitForURL(/sign-in/);
  };
  /** What one says of oneself over there, and that one agrees. */
  const sayThere = async (page: Page, login: string) => {
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]').click();
  };
  const joined = async (name: string, login: string) => {
    const one = await at(name);
    await one.page.goto(`${office.url}/account`);
    await one.page.getByText(words.join).click();
    await sayThere(one.page, login);
    return one;
  };
  const signIn = async (page: Page, login: string) => {
    await page.goto(`${office.url}/sign-in`);
    await page.getByText(enter.office).click();
    await sayThere(page, login);
  };

  const looks = (['da', 'en'] as const).flatMap((locale) => [320, 800, 1440].map((width) => ({locale, width})));
  test.each(looks)('what one sees of it, $locale at $width px', async ({locale, width}) => {
    const {page, context, id} = await at(`Ida Bro ${locale} ${width}`, {locale, viewport: {width, height: 900}});
    const sees = async (path: string, says: string) => {
      await page.goto(`${office.url}${path}`);
      expect([path, await page.textContent('main')]).toEqual([path, expect.stringContaining(says)]);
      expect([path, await axeFaults(page)]).toEqual([path, []]);
      expect([path, Number(await page.evaluate('document.documentElement.scrollWidth')) <= width]).toEqual([
        path,
        true,
      ]);
    };
    const {account, enter: door} = languages[locale].workbench;
    for (const browserName of ['Firefox/1.0 Linux', 'Windows Edg/1.0']) await office.enterAgain(id, browserName);
    await sees('/account', account.join);
    await sees('/account', account.endOthers);
    await office.bench.team.join(id, {issuer: 'https://sign-in.example', subject: id});
    await sees('/account', account.part);
    await sees('/sign-in', door.office);
    await sees('/sign-in/office/back?code=none&state=none', languages[locale].workbench.back);
    await context.close();
  });

  test('an account is joined by whoever is signed in to it, and entered by that person without a link', async () => {
    const {page, id} = await joined('Anne Holm', 'anne@office.example');
    await page.waitForURL(`${office.url}/account`);
    expect(await page.textContent('main')).toContain(words.isJoined);
    await signOut(page);
    const other = await at();
    await signIn(other.page, 'anne@office.example');
    await other.page.waitForURL(`${office.url}/`);
    expect(await other.page.locator('.own a').first().textContent()).toBe('Anne Holm');
    const [cookie] = (await other.context.cookies()).filter(({name}) => name === 'opgor-session');
    expect(cookie).toMatchObject({httpOnly: true, sameSite: 'Strict'});
    expect((await office.bench.log.events()).filter(({who}) => who === id).map(({what}) => what)).toEqual(
      expect.arrayContaining(['join', 'sign-in']),
    );
    await other.page.goto(`${office.url}/account`);
    await other.page.getByText(words.part).click();
    await other.page.getByText(words.parted).waitFor();
    await signOut(other.page);
    await other.page.goto(`${office.url}/sign-in/office`);
    await other.page.getByText('no account here is joined to you').waitFor();
  });

  test('whoever the provider alone knows gets no account', async () => {
    const before = office.bench.team.all().length;
    const {page, context} = await at();
    await signIn(page, 'stranger@office.example');
    await page.getByText('no account here is joined to you').waitFor();
    expect(office.bench.team.all().length).toBe(before);
    expect((await context.cookies()).filter(({name}) => name === 'opgor-session')).toEqual([]);
  });

  test('one person there is one account here, until it is closed', async () => {
    const {id, page: first} = await joined('Bo Lund', 'bo@office.example');
    await first.waitForURL(`${office.url}/account`);
    const {page, id: other} = await joined('Carl Dam', 'bo@office.example');
    await page.getByText('joined to another account').waitFor();
    expect(office.bench.team.find(other)?.oidc).toBeUndefined();
    await office.bench.team.close(id);
    const {page: late} = await at();
    await signIn(late, 'bo@office.example');
    await late.getByText('no account here is joined to you').waitFor();
  });

  /** The way back with its answer, before anybody has gone it: what a browser sends and is sent, one step at a time. */
  const caught = async () => {
    for (const from of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) office.bench.attempts.succeeded(from);
    const asked = await fetch(`${office.url}/sign-in/office`, {redirect: 'manual'});
    const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const jar = new Map<string, string>();
    const step = async (url: URL, body?: URLSearchParams): Promise<string> => {
      const headers = {cookie: [...jar].map((pair) => pair.join('=')).join('; ')};
      const answer = await fetch(url, {
        method: body ? 'POST' : 'GET',
        redirect: 'manual',
        headers,
        ...(body && {body}),
      });
      for (const one of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = one.split(';')[0]?.split('=') ?? [];
        jar.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location !== null) {
        const next = new URL(location, url);
        return next.origin === office.url ? next.href : step(next);
      }
      const form = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(form)?.[1] ?? '';
      const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
      return step(new URL(action, url), new URLSearchParams({prompt, login: 'dora@office.example', password: 'any'}));
    };
    return {url: await step(new URL(asked.headers.get('location') ?? '')), cookie};
  };
  const statusOf = async (url: string, cookie: string) =>
    (await fetch(url, {redirect: 'manual', headers: {cookie}})).status;

  test('an answer is taken once, in the browser that asked, with the state it was asked with', async () => {
    const known = await joined('Dora Friis', 'dora@office.example');
    await known.page.waitForURL(`${office.url}/account`);
    const {url, cookie} = await caught();
    expect(await statusOf(url, '')).toBe(401);
    expect(await statusOf(url, cookie)).toBe(200);
    expect(await statusOf(url, cookie)).toBe(401);
    const second = await caught();
    const otherState = new URL(second.url);
    otherState.searchParams.set('state', 'x'.repeat(43));
    expect(await statusOf(otherState.href, second.cookie)).toBe(401);
    // One answer to a question: whoever guessed at its state does not guess again.
    expect(await statusOf(second.url, second.cookie)).toBe(401);
    const [mine, theirs] = [await caught(), await caught()];
    expect(await statusOf(mine.url, theirs.cookie)).toBe(401);
  });

  test.each([11, -11])('nor after the clock has gone %i minutes', async (minutes) => {
    const {url, cookie} = await caught();
    const before = office.effects.clock;
    office.effects.clock = instant(new Date(Date.parse(before) + minutes * 60_000).toISOString());
    expect(await statusOf(url, cookie)).toBe(401);
    office.effects.clock = before;
    const {url: inTime, cookie: ours} = await caught();
    expect(await statusOf(inTime, ours)).toBe(200);
  });

  test('nobody who is not signed in joins anything', async () => {
    const answer = await fetch(`${office.url}/sign-in/office/join`, {redirect: 'manual'});
    expect(answer.headers.get('location')).toBe('/sign-in');
  });

  test('what is signed by other keys than the provider’s is not its answer', async () => {
    const liar = await openIdentityProvider();
    const honest = office;
    office = await openOffice(undefined, liar);
    liar.serves(office.url, true);
    const {page} = await joined('Eva Krog', 'eva@office.example');
    await page.getByText('Nobody was let in').waitFor();
    expect(office.bench.team.open().some(({oidc}) => oidc !== undefined)).toBe(false);
    await office.close();
    office = honest;
    await liar.close();
  });
});

test('a provider that does not answer is told, and asked again', async () => {
  const provider = await openIdentityProvider();
  const office = await openOffice(undefined, provider);
  const asked = () => fetch(`${office.url}/sign-in/office`, {redirect: 'manual', headers: {'accept-language': 'da'}});
  expect(await (await asked()).text()).toContain('Kontorets login svarer ikke');
  provider.serves(office.url);
  const to = new URL((await asked()).headers.get('location') ?? '');
  expect(to.origin).toBe(provider.issuer);
  expect(Object.fromEntries(to.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  await office.close();
  await provider.close();
});

test('without one in the settings there is no such door', async () => {
  const office = await openOffice();
  expect((await fetch(`${office.url}/sign-in/office`)).status).toBe(404);
  expect(await (await fetch(`${office.url}/sign-in`)).text()).not.toContain('/sign-in/office');
  await office.close();
});

test('a provider that is not reached encrypted, but on this computer, and a secret that is not there, are refused', async () => {
  const {path, remove} = temporaryFolder('provider');
  const file = join(path, 'secret');
  writeFileSync(file, 'from a file\n');
  const read = (issuer: string, secret: {environment: string} | {file: string} = {file}) =>
    readProvider({issuer, client: 'opgor', secret}, effectsIn(path));
  expect(await read('https://login.example')).toMatchObject({value: {secret: 'from a file'}});
  expect(await read('http://localhost:8080')).toMatchObject({ok: true});
  expect(await read('http://login.example')).toMatchObject({refusal: {reason: 'issuer-not-encrypted'}});
  expect(await read('http://127.0.0.1.login.example')).toMatchObject({refusal: {reason: 'issuer-not-encrypted'}});
  for (const secret of [{environment: 'NOT_THERE'}, {file: join(path, 'none')}])
    expect(await read('https://login.example', secret)).toMatchObject({refusal: {reason: 'client-secret-missing'}});
  remove();
});
