/** What somebody does who means no good: other people's links, forms, names, persons and files. */
import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {recordNumber} from '#concepts/record-number';
import {instant} from '#kit/instant';
import {checkAccessLog, openAccessLog} from '#production/access-log';
import {forgetExample, freeName, type Office, openOffice, type Person} from './office.ts';

let office: Office;
let admin: Person;
beforeAll(async () => {
  office = await openOffice();
  admin = await office.enter(['administrator']);
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

const laterBy = (minutes: number) =>
  instant(new Date(Date.parse(office.effects.clock) + minutes * 60_000).toISOString());

describe('links', () => {
  test('one lets in once; looking at it spends nothing', async () => {
    const invited = await office.bench.team.invite({
      name: freeName(office.bench.team, 'Bo'),
      roles: ['reader'],
      authority: undefined,
    });
    if (!invited.ok) throw new Error();
    const path = `${office.url}/enter/${invited.value.token}`;
    expect((await fetch(path)).status).toBe(200);
    expect((await fetch(path)).status).toBe(200);
    expect((await fetch(path, {method: 'POST', redirect: 'manual'})).status).toBe(303);
    expect((await fetch(path, {method: 'POST', redirect: 'manual'})).status).toBe(404);
  });

  test('a newer one takes the place of an older, and a week ends it', async () => {
    const {team} = office.bench;
    const invited = await team.invite({name: freeName(team, 'Bo'), roles: ['reader'], authority: undefined});
    if (!invited.ok) throw new Error();
    const {account, token} = invited.value;
    const second = await team.link(account.id);
    expect(team.whose(token)).toBeUndefined();
    const newer = second.ok ? second.value.token : '';
    expect(team.whose(newer)?.id).toBe(account.id);
    const before = office.effects.clock;
    office.effects.clock = laterBy(7 * 24 * 60 + 1);
    expect(team.whose(newer)).toBeUndefined();
    office.effects.clock = before;
  });

  test('no copy of one is kept', () => {
    const kept = readFileSync(join(office.folder, 'workbench', 'team.json'), 'utf8');
    expect(kept).toContain('digest');
    expect(kept).not.toContain('token');
  });

  test('one that was used, one of an account that is closed, and one that never was are answered alike', async () => {
    const {team} = office.bench;
    const tokens = ['A'.repeat(43)];
    for (const end of ['used', 'closed']) {
      const invited = await team.invite({name: freeName(team, 'Bo'), roles: ['reader'], authority: undefined});
      if (!invited.ok) throw new Error();
      const {account, token} = invited.value;
      if (end === 'used') await fetch(`${office.url}/enter/${token}`, {method: 'POST', redirect: 'manual'});
      else await team.close(account.id);
      tokens.push(token);
    }
    const answered = async (token: string) => {
      const answer = await fetch(`${office.url}/enter/${token}`);
      // But for the address that was asked for.
      return [answer.status, (await answer.text()).replaceAll(token, '')];
    };
    const [one, ...others] = await Promise.all(tokens.map(answered));
    // Whoever comes in begins anew to be counted.
    await office.enter(['reader']);
    expect(one?.[0]).toBe(404);
    expect(others).toEqual([one, one]);
  });

  test('guessing is made to wait, longer each time', async () => {
    const guess = () => fetch(`${office.url}/enter/${'A'.repeat(43)}`);
    const answers = [];
    for (let i = 0; i < 7; i += 1) answers.push((await guess()).status);
    expect(answers.slice(0, 4)).toEqual([404, 404, 404, 404]);
    expect(answers.slice(5)).toEqual([429, 429]);
    const before = office.effects.clock;
    office.effects.clock = laterBy(1);
    expect((await guess()).status).toBe(404);
    expect((await guess()).status).toBe(429);
    office.effects.clock = laterBy(20);
    expect((await guess()).status).toBe(404);
    office.effects.clock = before;
  });
});

describe('sessions', () => {
  test('a name that somebody else chose for the session is never taken over', async () => {
    const invited = await office.bench.team.invite({
      name: freeName(office.bench.team, 'Bo'),
      roles: ['reader'],
      authority: undefined,
    });
    office.effects.clock = laterBy(60);
    const entered = await fetch(`${office.url}/enter/${invited.ok ? invited.value.token : ''}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {cookie: 'opgor-session=chosen-by-somebody'},
    });
    const cookie = entered.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^opgor-session=(?!chosen)[\w-]{43}; .*HttpOnly/);
    expect(cookie).toContain('SameSite=Strict');
    const chosen = await fetch(office.url, {redirect: 'manual', headers: {cookie: 'opgor-session=chosen-by-somebody'}});
    expect(chosen.status).toBe(303);
  });

  test('where something encrypts before us, its name is sent encrypted alone', async () => {
    office.alsoAt('https://opgor.example');
    const invited = await office.bench.team.invite({
      name: freeName(office.bench.team, 'Bo'),
      roles: ['reader'],
      authority: undefined,
    });
    const {request} = await import('node:http');
    const cookie = await new Promise((resolve) => {
      const path = `/enter/${invited.ok ? invited.value.token : ''}`;
      const options = {port: new URL(office.url).port, host: '127.0.0.1', path, method: 'POST'};
      request({...options, headers: {host: 'opgor.example'}}, (answer) =>
        resolve(answer.headers['set-cookie']?.[0]),
      ).end();
    });
    expect(cookie).toMatch(/^opgor-session=.*; Secure/);
  });

  test('one ends after half an hour without a question, and after twelve hours with', async () => {
    const person = await office.enter(['reader']);
    office.effects.clock = laterBy(29);
    expect((await person.get('/')).status).toBe(200);
    office.effects.clock = laterBy(31);
    expect((await person.get('/')).status).toBe(303);
    const busy = await office.enter(['reader']);
    const seen = [];
    for (let i = 0; i < 26; i += 1) {
      office.effects.clock = laterBy(29);
      seen.push((await busy.get('/')).status);
    }
    expect(seen[23]).toBe(200);
    expect(seen.at(-1)).toBe(303);
    admin = await office.enter(['administrator']);
  });

  test('signing out ends it, and closing the account ends all of its', async () => {
    const [one, other] = [await office.enter(['reader']), await office.enter(['reader'])];
    expect((await one.post('/sign-out', {})).status).toBe(303);
    expect((await one.get('/')).status).toBe(303);
    expect((await admin.post(`/team/${other.id}/close`, {})).status).toBe(303);
    expect((await other.get('/')).status).toBe(303);
  });

  test('what was taken from an account is gone at the next question', async () => {
    const person = await office.enter(['auditor']);
    expect((await person.get('/log')).status).toBe(200);
    await admin.post(`/team/${person.id}`, {role: 'reader'});
    expect((await person.get('/log')).status).toBe(403);
  });
});

describe('forms', () => {
  test('without the session’s own token nothing is changed', async () => {
    const before = office.bench.team.all().length;
    const answer = await admin.post('/team', {_form: 'x'.repeat(43), name: 'Eve', role: 'administrator'});
    expect(answer.status).toBe(403);
    expect(office.bench.team.all().length).toBe(before);
  });

  test('from another site nothing is changed, token or not', async () => {
    const before = office.bench.team.all().length;
    const answer = await admin.post('/team', {name: 'Eve'}, {origin: 'https://elsewhere.example'});
    expect(answer.status).toBe(403);
    expect(office.bench.team.all().length).toBe(before);
  });

  test('a name pointed at this computer is not answered', async () => {
    const {request} = await import('node:http');
    const status = await new Promise((resolve) => {
      const {port} = new URL(office.url);
      request({port, host: '127.0.0.1', headers: {host: 'elsewhere.example'}}, (answer) =>
        resolve(answer.statusCode),
      ).end();
    });
    expect(status).toBe(421);
  });

  test('more than is taken at a time is refused as such', async () => {
    const answer = await fetch(`${office.url}/cases`, {
      method: 'POST',
      headers: {cookie: admin.cookie, 'content-type': 'application/octet-stream'},
      body: new Uint8Array(64 * 1024 * 1024 + 1),
    });
    expect(answer.status).toBe(413);
  });

  test('the last administrator can neither be closed nor made something else', async () => {
    const lone = await openOffice();
    const only = await lone.enter(['administrator']);
    const refused = await only.post(`/team/${only.id}`, {role: 'reader'});
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('last administrator');
    expect((await only.post(`/team/${only.id}/close`, {})).status).toBe(422);
    await lone.close();
  });
});

describe('what is typed', () => {
  const SCRIPT = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;

  test('is text wherever it is shown', async () => {
    await admin.post('/team', {name: SCRIPT, role: 'reader'});
    const worker = await office.enter(['caseworker']);
    const found = await worker.post('/cases', {typed: SCRIPT});
    const pages = [
      await (await admin.get('/team')).text(),
      await (await worker.get(found.headers.get('location') ?? '')).text(),
    ];
    for (const page of pages) {
      expect(page).toContain('&lt;script&gt;');
      expect(page).not.toContain('<script>alert');
      expect(page).not.toMatch(/<img[^>]*onerror/);
    }
  });

  test('into a search is in no address and in no log', async () => {
    const worker = await office.enter(['caseworker']);
    const found = await worker.post('/cases', {typed: 'Joy Ibotestmen'});
    const where = found.headers.get('location') ?? '';
    expect(where).toMatch(/^\/cases\?search=[\w-]+$/);
    expect(await (await worker.get(where)).text()).toContain('P-000012-4');
    const log = readFileSync(join(office.folder, 'workbench', 'access.jsonl'), 'utf8');
    expect(log).not.toContain('Joy');
    expect((await office.bench.log.events()).at(-1)).toMatchObject({
      records: expect.arrayContaining(['P-000012-4']),
      answer: 'shown',
    });
    // Of another session it is nothing.
    const other = await office.enter(['caseworker']);
    expect(await (await other.get(where)).text()).not.toContain('Ibotestmen');
  });

  test.each([
    'Ibotestmen Joy',
    'JOY IBOTESTMEN',
    '900000012',
    'p-000012-4',
    'ibotestmen',
    'joy 1967',
    '12-06-1967',
    '12 June 1967',
    'Joy 06-1967',
  ])('finds whoever is meant: %s', async (typed) => {
    const worker = await office.enter(['caseworker']);
    const found = await worker.post('/cases', {typed});
    expect(await (await worker.get(found.headers.get('location') ?? '')).text()).toContain('/cases/P-000012-4');
  });

  const foundBy = async (typed: string) => {
    const worker = await office.enter(['caseworker']);
    const found = await worker.post('/cases', {typed});
    return (await (await worker.get(found.headers.get('location') ?? '')).text()).includes('/cases/P-000012-4');
  };
  test.each(['Joy 1968', 'Ibotestmen Mercury', '11-06-1967', 'boy', 'J'])(
    'and nobody by what is not so: %s',
    async (typed) => {
      expect(await foundBy(typed)).toBe(false);
    },
  );
});

describe('persons of another authority', () => {
  test('are nobody: the answer is that of a record that is none', async () => {
    const own = await office.enter(['caseworker'], 'cmm');
    const other = await own.get('/cases/P-000012-4');
    const nobody = await own.get(`/cases/${recordNumber(999_999)}`);
    expect([other.status, nobody.status]).toEqual([404, 404]);
    const text = async (answer: Response) => (await answer.text()).replaceAll(/P-\d{6}-[\dX]/g, 'P');
    expect(await text(other)).toBe(await text(nobody));
    expect((await office.bench.log.events()).at(-1)).toMatchObject({answer: 'refused: no-such-person'});
    const found = await own.post('/cases', {typed: 'Joy Ibotestmen'});
    expect(await (await own.get(found.headers.get('location') ?? '')).text()).not.toContain('/cases/P-000012-4');
    const theirs = await office.enter(['caseworker'], 'us');
    expect((await theirs.get('/cases/P-000012-4')).status).toBe(200);
  });
});

describe('breaking the glass', () => {
  test('opens every person for half an hour, with the reason at each look, and those who watch are told', async () => {
    const own = await office.enter(['caseworker'], 'cmm');
    expect((await own.post('/cases/break-glass', {})).status).toBe(422);
    expect((await own.post('/cases/break-glass', {why: 'She is at the hospital now'})).status).toBe(303);
    const page = await (await own.get('/cases/P-000012-4')).text();
    expect(page).toContain('Joy Ibotestmen');
    expect(page).toContain('She is at the hospital now');
    const last = (await office.bench.log.events()).findLast(({who}) => who === own.id);
    expect(last).toMatchObject({records: ['P-000012-4'], why: 'She is at the hospital now'});
    for (const role of ['auditor', 'administrator'] as const) {
      const watching = await office.enter([role]);
      expect(await (await watching.get('/')).text()).toContain('She is at the hospital now');
    }
    const reader = await office.enter(['reader']);
    expect(await (await reader.get('/')).text()).not.toContain('hospital');
    for (const _ of [1, 2]) {
      office.effects.clock = laterBy(15);
      await own.get('/');
    }
    expect((await own.get('/cases/P-000012-4')).status).toBe(404);
    await own.post('/cases/break-glass', {why: 'Once more, for the same'});
    expect((await own.get('/cases/P-000012-4')).status).toBe(200);
    await own.post('/cases/mend-glass', {});
    expect((await own.get('/cases/P-000012-4')).status).toBe(404);
    admin = await office.enter(['administrator']);
  });
});

test.each(['..%2f..%2fopgor.yaml', '%2e%2e/%2e%2e/opgor.yaml', '..\\..\\opgor.yaml'])(
  'a file outside an edition is no file: %s',
  async (name) => {
    const reader = await office.enter(['reader']);
    expect((await reader.get(`/editions/2013-internal-1/${name}`)).status).toBe(404);
  },
);

test('every page tells the browser what to refuse', async () => {
  const person = await office.enter(['statistician']);
  const page = await person.get('/');
  expect(page.headers.get('content-security-policy')).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self'",
  );
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const statement = await person.get('/statement/2013/internal/da');
  expect(statement.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  expect(statement.headers.get('content-security-policy')).not.toContain('script-src');
});

describe('the access log', () => {
  test('holds together, and a line changed, taken out or put in is found', async () => {
    await office.enter(['reader']);
    const path = join(office.folder, 'workbench', 'access.jsonl');
    const sound = readFileSync(path, 'utf8');
    expect(await checkAccessLog(office.folder)).toMatchObject({ok: true});
    const lines = sound.trimEnd().split('\n');
    const faults = [
      lines.map((line, i) => (i === 2 ? line.replace('"what":"', '"what":"x') : line)),
      lines.filter((_, i) => i !== 2),
      [...lines.slice(0, 2), lines[1] ?? '', ...lines.slice(2)],
    ];
    for (const changed of faults) {
      writeFileSync(path, `${changed.join('\n')}\n`);
      expect(await checkAccessLog(office.folder)).toMatchObject({refusal: {reason: 'access-log-faulty'}});
    }
    writeFileSync(path, sound);
  });

  test('a line cut off in the writing is taken away, and the rest stands', async () => {
    const path = join(office.folder, 'workbench', 'access.jsonl');
    const sound = readFileSync(path, 'utf8');
    appendFileSync(path, '{"answer":"sh');
    expect(await checkAccessLog(office.folder)).toMatchObject({refusal: {reason: 'access-log-faulty'}});
    const opened = await openAccessLog(office.folder);
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.close();
    expect(readFileSync(path, 'utf8')).toBe(sound);
  });
});
