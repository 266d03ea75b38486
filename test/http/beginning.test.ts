/** What a double click opens: a page that begins where nothing is, the workbench where one workspace is; for whoever clicked alone. */
import {existsSync, mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {type Serving, start} from '#http/serve';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

let place: ReturnType<typeof temporaryFolder>;
let serving: Serving | undefined;
beforeEach(() => {
  place = temporaryFolder('start');
});
afterEach(async () => {
  await serving?.close();
  serving = undefined;
  place.remove();
});

const told = (thrown: unknown) => {
  throw thrown;
};

async function begun(): Promise<Serving> {
  const data = join(place.path, 'data');
  mkdirSync(data, {recursive: true});
  const started = await start(data, {host: '127.0.0.1', port: 0, origin: undefined}, effectsIn(place.path), told);
  if (!started.ok) throw new Error(started.refusal.reason);
  if ('already' in started.value) throw new Error(started.value.already);
  serving = started.value;
  return serving;
}

const post = (url: string, fields: Readonly<Record<string, string>>) =>
  fetch(url, {method: 'POST', redirect: 'manual', body: new URLSearchParams(fields)});

test('synthetic data is tried out, its owner let in, and found again the next time', async () => {
  const {link, url} = await begun();
  expect(link?.url).toMatch(/\/begin\/[\w-]{43}$/);
  const made = await post(`${link?.url}/demo`, {});
  const address = made.headers.get('location') ?? '';
  expect(address).toMatch(/\/enter\/[\w-]{43}$/);
  const page = await (await fetch(address)).text();
  expect(page).toContain('Synthetic data');
  // The page that begins is gone.
  expect((await fetch(link?.url ?? url, {redirect: 'manual'})).status).toBe(404);
  await serving?.close();
  const again = await begun();
  expect(again.link?.url).toMatch(/\/enter\//);
});

test('a register is begun: its key is seen first, and opens it the next time', async () => {
  const {link} = await begun();
  const made = await post(`${link?.url}/new`, {name: 'Vores kontor', profile: 'denmark'});
  expect(await made.text()).toMatch(/([0-9A-Z]{5}-){10}[0-9A-Z]{5}/);
  const opened = await post(`${link?.url}/made`, {name: 'Vores kontor'});
  expect(opened.headers.get('location')).toMatch(/\/enter\//);
  await serving?.close();
  expect((await begun()).link?.url).toMatch(/\/enter\//);
});

test('clicked twice, what runs is shown; once it has ended, it is started anew', async () => {
  const {link, url} = await begun();
  await post(`${link?.url}/new`, {name: 'office', profile: 'denmark'});
  await post(`${link?.url}/made`, {name: 'office'});
  const data = join(place.path, 'data');
  const request = {host: '127.0.0.1', port: 0, origin: undefined};
  expect(await start(data, request, effectsIn(place.path), told)).toEqual({ok: true, value: {already: url}});
  await serving?.close();
  expect((await begun()).link?.url).toMatch(/\/enter\//);
});

test('of several workspaces one is chosen', async () => {
  for (const name of ['one', 'other']) {
    const {link} = await begun();
    const hidden = join(place.path, 'hidden');
    if (name === 'other') expect(existsSync(join(place.path, 'data', 'other'))).toBe(false);
    if (link?.url.includes('/enter/')) {
      await serving?.close();
      const {renameSync} = await import('node:fs');
      renameSync(join(place.path, 'data', 'one'), hidden);
      const fresh = await begun();
      await post(`${fresh.link?.url}/new`, {name, profile: 'denmark'});
      await fresh.close();
      renameSync(hidden, join(place.path, 'data', 'one'));
    } else {
      await post(`${link?.url}/new`, {name, profile: 'denmark'});
      await serving?.close();
    }
  }
  const {link} = await begun();
  const page = await (await fetch(link?.url ?? '')).text();
  expect(page).toContain('value="one"');
  expect(page).toContain('value="other"');
  expect((await post(`${link?.url}/open`, {name: 'other'})).headers.get('location')).toMatch(/\/enter\//);
});

test.each([{name: '../outside'}, {name: ''}, {name: 'a'.repeat(41)}, {name: 'CON/x'}])(
  'a name that is none is refused, and nothing is made: $name',
  async ({name}) => {
    const {link} = await begun();
    const answer = await post(`${link?.url}/new`, {name, profile: 'denmark'});
    expect(answer.status).toBe(422);
    expect((await post(`${link?.url}/made`, {name})).status).toBe(404);
    expect(existsSync(join(place.path, 'outside'))).toBe(false);
  },
);

test('whoever has not the address gets nothing', async () => {
  const {url} = await begun();
  for (const path of ['/', '/begin/', `/begin/${'A'.repeat(43)}`, '/cases'])
    expect((await fetch(`${url}${path}`, {redirect: 'manual'})).status).toBe(404);
  rmSync(join(place.path, 'data'), {recursive: true});
});
