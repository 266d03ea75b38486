/** Markup typed into every field of every form, and standing in every cell of a file: text wherever it is shown. */
import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {ROLES} from '#concepts/rights';
import {ROUTES} from '#http/casework/index';
import {forgetExample, type Office, openOffice, type Person} from './office.ts';

const TRIES = [
  `"><script>alert(1)</script>`,
  `'><img src=x onerror=alert(1)>`,
  `</textarea></title></select><svg onload=alert(1)>`,
  'javascript:alert(1)',
  '{{7*7}}<%= 7*7 %>',
];
/** What a page would hold if one of them were more than text. */
const LIVE =
  /<script>alert|<img src=x|<svg onload|(?:href|src|action)="javascript:|\bon(?:error|load)=alert[^&]*>(?<!&gt;)/;
const live = (page: string): string | undefined => LIVE.exec(page.replaceAll(/value="[^"]*"/g, ''))?.[0];

let office: Office;
let person: Person;
const pages = new Map<string, string>();
/** Every page of the workbench that a link leads to, each kind of page a few times. */
async function walk(): Promise<void> {
  const waiting = ['/', '/account', '/me', '/cases/P-000012-4', '/cases/P-000012-4/add/assessment', '/intake/us'];
  const kinds = new Map<string, number>();
  pages.clear();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = path.replace(/\?.*/, '').replaceAll(/P-\d+-[\dX]|\d+|a-[\da-f]+/g, '#');
    if (
      pages.has(path) ||
      (kinds.get(kind) ?? 0) >= 2 ||
      path.startsWith('/statement/') ||
      path.startsWith('/editions/')
    )
      continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const answer = await person.get(path);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const page = await answer.text();
    pages.set(path, page);
    for (const [, next = ''] of page.matchAll(/href="(\/[^"#]*)/g)) waiting.push(next.replaceAll('&amp;', '&'));
  }
}

beforeAll(async () => {
  office = await openOffice();
  person = await office.enter(ROLES);
  await walk();
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

interface Form {
  readonly action: string;
  readonly fields: readonly string[];
}

/** The forms that hold something to be filled in, each kind once. */
function forms(): readonly Form[] {
  const found = new Map<string, Form>();
  for (const [path, page] of pages)
    for (const [, attributes = '', inside = ''] of page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
      if (!/method="post"/i.test(attributes)) continue;
      const action = /action="([^"]+)"/.exec(attributes)?.[1] ?? path;
      const fields = [...inside.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(
        ([, name = '']) => name,
      );
      const typed = [...new Set(fields)].filter((name) => name !== '_form');
      if (typed.length > 0) found.set(action.replaceAll(/P-\d+-[\dX]|a-[\da-f]+|\/\d+/g, '#'), {action, fields: typed});
    }
  return [...found.values()];
}

test('the walk reaches the forms of the workbench', () => {
  const reached = forms().map(({action}) => action.split('?')[0] ?? '');
  for (const wanted of ['/team', '/cases', '/account/passkeys', '/intake/us']) expect(reached).toContain(wanted);
  expect(ROUTES.some(({path}) => path === '/team')).toBe(true);
  expect(reached.length).toBeGreaterThan(8);
});

test.each(TRIES)('%s is text in every answer, and on every page after', async (typed) => {
  const faults: string[] = [];
  for (const {action, fields} of forms()) {
    if (/sign-out|close$/.test(action)) continue;
    const answer = await person.post(action, Object.fromEntries(fields.map((name) => [name, typed])));
    const location = answer.headers.get('location');
    const page = location === null ? await answer.text() : await (await person.get(location)).text();
    const fault = live(page);
    if (fault !== undefined) faults.push(`${action}: ${fault}`);
    if (answer.status === 500) faults.push(`${action}: a fault of ours`);
  }
  expect(faults).toEqual([]);
  await walk();
  for (const [path, page] of pages) expect([path, live(page)]).toEqual([path, undefined]);
});

test.each(TRIES)('%s in an address is text', async (typed) => {
  for (const {method, path} of ROUTES) {
    if (method !== 'GET') continue;
    const asked = `${path.replaceAll(/:\w+(\{\.\+\})?/g, encodeURIComponent(typed))}?year=${encodeURIComponent(typed)}&search=${encodeURIComponent(typed)}&from=${encodeURIComponent(typed)}`;
    const answer = await person.get(asked);
    expect([path, answer.status === 500, live(await answer.text())]).toEqual([path, false, undefined]);
  }
});

test.each(TRIES)('%s in every cell of a file, one at a time, and in its name', async (typed) => {
  const text = readFileSync('examples/denmark-2013/input/us-afgoerelser-2013.csv', 'latin1');
  const lines = text.split('\r\n').filter((line) => line !== '');
  const cells = lines.at(-1)?.split(';') ?? [];
  const quoted = `"${typed.replaceAll('"', '""')}"`;
  const rows = cells.map((_, at) =>
    cells.map((cell, i) => (i === at ? quoted : i === 0 ? `9990${at}` : i === 1 ? '' : cell)).join(';'),
  );
  const form = new FormData();
  form.set('_form', /name="_form" value="([^"]+)"/.exec(await (await person.get('/')).text())?.[1] ?? '');
  form.set(
    'file',
    new File([Buffer.from([...lines, ...rows, ''].join('\r\n'), 'latin1')], `${typed.replaceAll('/', '')}.csv`),
  );
  const headers = {cookie: person.cookie, 'accept-language': 'en', origin: office.url};
  const tried = await fetch(`${office.url}/intake/us`, {method: 'POST', redirect: 'manual', headers, body: form});
  expect(tried.status).toBeLessThan(500);
  const location = tried.headers.get('location');
  const page = location === null ? await tried.text() : await (await person.get(location)).text();
  expect(live(page)).toBeUndefined();
  await person.post('/intake/us/receive', {});
  await walk();
  for (const [path, shown] of pages) expect([path, live(shown)]).toEqual([path, undefined]);
});
