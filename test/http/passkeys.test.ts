/** A passkey in a real browser, by its own virtual authenticator: made, shown, and every way in which it is not true. */
import {type Browser, type BrowserContext, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {languages} from '#language/language';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {forgetExample, freeName, type Office, openOffice} from './office.ts';

const executablePath = findChromium();
const {account: words} = languages.en.workbench;

describe.skipIf(executablePath === undefined)('in a browser with an authenticator', () => {
  let browser: Browser;
  let office: Office;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    office = await openOffice();
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
    context = await browser.newContext({locale: 'en'});
    page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const invited = await office.bench.team.invite({
      name: freeName(office.bench.team, 'Anne Holm'),
      roles: ['reader'],
      authority: undefined,
    });
    await page.goto(`${office.url}/enter/${invited.ok ? invited.value.token : ''}`);
    await page.locator('main button').click();
    await page.waitForURL(`${office.url}/`);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
    forgetExample();
  });

  const signOut = async () => {
    await page.locator('.own button').click();
    await page.waitForURL(/sign-in/);
  };

  test('one is added, and lets its owner in without a link', async () => {
    await page.goto(`${office.url}/account`);
    await page.locator('#name').fill('The key on my desk');
    await page.locator('form[data-passkey] button').click();
    await page.locator('.alert-success').waitFor();
    expect(await page.locator('.alert-success').textContent()).toBe(words.added);
    expect(await page.locator('.passkeys h3').textContent()).toBe('The key on my desk');
    await signOut();
    await page.locator('form[data-passkey] button').click();
    await page.waitForURL(`${office.url}/`);
    expect(await page.locator('.own a').first().textContent()).toBe('Anne Holm');
    expect((await office.bench.log.events()).some(({what, answer}) => what === 'sign-in' && answer === 'done')).toBe(
      true,
    );
  });

  /** What the browser would send, kept from being sent. */
  const caught = async (): Promise<string> => {
    await page.goto(`${office.url}/sign-in`);
    const kept = page.waitForEvent('requestfailed');
    await page.route('**/sign-in', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.locator('form[data-passkey] button').click();
    const sent = new URLSearchParams((await kept).postData() ?? '').get('_passkey') ?? '';
    await page.unroute('**/sign-in');
    return sent;
  };
  const send = async (said: string) => {
    const cookie = (await context.cookies()).map(({name, value}) => `${name}=${value}`).join('; ');
    return fetch(`${office.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: {cookie, origin: office.url},
      body: new URLSearchParams({_passkey: said}),
    });
  };

  test('an answer is taken once, in time, as it was given, by the browser that was asked', async () => {
    await page.goto(office.url);
    await signOut();
    const said = await caught();
    const altered = JSON.stringify({...JSON.parse(said), response: {...JSON.parse(said).response, signature: 'AAAA'}});
    expect((await send(altered)).status).toBe(401);
    // The question is spent, though the answer is a true one.
    expect((await send(said)).status).toBe(401);

    const late = await caught();
    const before = office.effects.clock;
    office.effects.clock = instant(new Date(Date.parse(before) + 6 * 60_000).toISOString());
    expect((await send(late)).status).toBe(401);
    office.effects.clock = before;

    const others = await caught();
    const elsewhere = await fetch(`${office.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({_passkey: others}),
    });
    expect(elsewhere.status).toBe(401);
    expect((await send(others)).status).toBe(303);
    for (const nonsense of ['', '{}', '[]', '{"id":"x","response":{}}', 'null'])
      expect((await send(nonsense)).status).not.toBe(303);
  });

  test('one that is removed lets nobody in', async () => {
    office.bench.attempts.succeeded('127.0.0.1');
    await page.goto(`${office.url}/sign-in`);
    await page.locator('form[data-passkey] button').click();
    await page.waitForURL(`${office.url}/`);
    await page.goto(`${office.url}/account`);
    await page.locator('.passkeys button').click();
    expect(await page.locator('.alert-success').textContent()).toBe(words.removed);
    await signOut();
    await page.locator('form[data-passkey] button').click();
    await page.locator('h1', {hasText: languages.en.workbench.refused}).waitFor();
  });
});
