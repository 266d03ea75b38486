/** What goes wrong around a workbench: names alike, clocks that jump, a disk that is full, requests that are too large. */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {Sessions} from '#http/sessions';
import {isAlike} from '#kit/alike';
import {instant} from '#kit/instant';
import {checkAccessLog} from '#production/access-log';
import {temporaryFolder} from '../workspaces.ts';
import {forgetExample, type Office, openOffice, type Person} from './office.ts';

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

describe('names', () => {
  test.each(['Anne Holm', 'anne  holm', 'ANNE HOLM', 'Änne Hölm', 'Anne-Holm', 'Annе Hоlm', ' Anne Holm.'])(
    'one that reads as another is somebody else’s: %s',
    async (name) => {
      await office.bench.team.invite({name: 'Anne Holm', roles: ['reader'], authority: undefined});
      const before = office.bench.team.all().length;
      const answer = await admin.post('/team', {name, role: 'reader'});
      expect([answer.status, office.bench.team.all().length]).toEqual([409, before]);
      expect(await answer.text()).toContain(name.trim());
    },
  );

  test('nor does anybody take one on coming in: the link stands until they give another', async () => {
    const invited = await office.bench.team.invite({name: 'Bo Lund', roles: ['reader'], authority: undefined});
    const path = `${office.url}/enter/${invited.ok ? invited.value.token : ''}`;
    const as = (name: string) => fetch(path, {method: 'POST', redirect: 'manual', body: new URLSearchParams({name})});
    expect((await as('anne holm')).status).toBe(409);
    expect((await as('Bo Lund')).status).toBe(303);
  });

  test('others are others', () => {
    for (const [one, other] of [
      ['Anne Holm', 'Anna Holm'],
      ['Bo', 'Bo 2'],
      ['Li', 'Il'],
    ] as const)
      expect(isAlike(one, other)).toBe(false);
  });
});

describe('a clock that jumps', () => {
  const MINUTE = 60_000;
  const sessionsAt = () => {
    let now = Date.UTC(2014, 2, 3, 9);
    const sessions = new Sessions(
      (bytes) => Buffer.alloc(bytes, now % 251),
      () => now,
    );
    const name = sessions.begin('a', undefined, undefined);
    return {sessions, name, by: (minutes: number) => (now += minutes * MINUTE)};
  };

  test.each([31, -31, 60 * 24 * 365, -60 * 24 * 365])('by %i minutes ends every session', (minutes) => {
    const {sessions, name, by} = sessionsAt();
    expect(sessions.find(name)).toBeDefined();
    by(minutes);
    expect(sessions.find(name)).toBeUndefined();
  });

  test('back, one that has gone on for hours ends as well', () => {
    const {sessions, name, by} = sessionsAt();
    for (let i = 0; i < 6; i += 1) {
      by(29);
      expect(sessions.find(name)).toBeDefined();
    }
    by(-31);
    expect(sessions.find(name)).toBeUndefined();
  });

  test('a little, again and again, prolongs none beyond twelve hours and a half', () => {
    const {sessions, name, by} = sessionsAt();
    for (const _ of [1, 2]) {
      by(-20);
      sessions.find(name);
    }
    expect(sessions.find(name)).toBeUndefined();
  });

  test('back, a broken glass is mended', () => {
    const {sessions, name, by} = sessionsAt();
    const session = sessions.find(name);
    if (session === undefined) throw new Error();
    session.glass = {until: Date.UTC(2014, 2, 3, 9, 30), why: 'It cannot wait'};
    expect(sessions.find(name)?.glass).toBeDefined();
    by(-10);
    expect(sessions.find(name)?.glass).toBeUndefined();
  });

  test.each([8, -8, -366])('by %i days ends every link', async (days) => {
    const invited = await office.bench.team.invite({
      name: `Link ${days > 0 ? 'late' : 'early'} ${Math.abs(days)}`,
      roles: ['reader'],
      authority: undefined,
    });
    const token = invited.ok ? invited.value.token : '';
    const before = office.effects.clock;
    expect(office.bench.team.whose(token)).toBeDefined();
    office.effects.clock = instant(new Date(Date.parse(before) + days * 24 * 60 * MINUTE).toISOString());
    expect(office.bench.team.whose(token)).toBeUndefined();
    office.effects.clock = before;
  });

  test('back, the log goes on in the order in which things were done, and says what the clock said', async () => {
    const before = office.effects.clock;
    const count = (await office.bench.log.events()).length;
    office.effects.clock = instant('2013-01-01T00:00:00Z');
    const person = await office.enter(['reader']);
    await person.get('/');
    office.effects.clock = before;
    const later = (await office.bench.log.events()).slice(count);
    expect(later.map(({number}) => number)).toEqual(later.map((_, i) => count + i + 1));
    expect(later.at(-1)?.at).toMatch(/^2013-01-01/);
    expect(await checkAccessLog(office.folder)).toMatchObject({ok: true});
    admin = await office.enter(['administrator']);
  });
});

describe('requests', () => {
  const answered = (headers: Readonly<Record<string, string>>, method = 'GET') =>
    new Promise<number | undefined>((resolve, reject) => {
      const options = {host: '127.0.0.1', port: new URL(office.url).port, path: '/sign-in', method};
      const sent = request({...options, headers: {host: new URL(office.url).host, ...headers}}, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });

  test('with headers beyond 16 kB are not read', async () => {
    expect(await answered({'x-filler': 'x'.repeat(20_000)})).toBe(431);
    expect(await answered({'x-filler': 'x'.repeat(2_000)})).toBe(200);
  });

  test('for a name that is not ours, and of a kind that is not ours, are not answered', async () => {
    expect(await answered({host: 'elsewhere.example'})).toBe(421);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) expect(await answered({}, method)).toBe(404);
    expect(await answered({origin: 'null'}, 'POST')).toBe(403);
    expect(await answered({origin: 'https://elsewhere.example'}, 'POST')).toBe(403);
  });

  test('say nothing of which link, account or passkey there is', async () => {
    const closed = await office.bench.team.invite({name: 'To be closed', roles: [], authority: undefined});
    const used = await office.bench.team.invite({name: 'Used', roles: [], authority: undefined});
    if (!closed.ok || !used.ok) throw new Error();
    await office.bench.team.close(closed.value.account.id);
    await office.bench.team.enter(used.value.token, undefined);
    const pages = [];
    for (const token of [closed.value.token, used.value.token, 'A'.repeat(43)])
      pages.push((await (await fetch(`${office.url}/enter/${token}`)).text()).replaceAll(token, ''));
    expect(new Set(pages).size).toBe(1);
    const asked = async () => (await fetch(`${office.url}/sign-in/ask`, {method: 'POST'})).text();
    expect(await asked()).not.toContain('allowCredentials');
  });
});

describe('a disk that is full', () => {
  const place = temporaryFolder('full-office');
  const at = join(place.path, 'disk');
  const filler = join(at, 'filler');
  const {TMPDIR} = process.env;
  let full: Office | undefined;
  let why: string | undefined;
  beforeEach(async () => {
    mkdirSync(at, {recursive: true});
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', at], {stdio: 'pipe'});
    } catch (fault) {
      why = `no small file system can be mounted here: ${fault instanceof Error ? fault.message.split('\n')[0] : ''}`;
      return;
    }
    process.env.TMPDIR = at;
    full = await openOffice(undefined, {told: () => undefined});
    process.env.TMPDIR = TMPDIR ?? '/tmp';
  });
  afterEach(async () => {
    if (full === undefined) return;
    await full.close();
    execFileSync('umount', [at]);
    place.remove();
  });

  test('is told, keeps what was typed, loses nothing that was acknowledged, and is over when there is room', async ({
    skip,
  }) => {
    if (full === undefined) {
      console.log(`skipped: ${why}`);
      return skip(why);
    }
    const person = await full.enter(['caseworker', 'administrator']);
    expect((await person.post('/team', {name: 'Before', role: 'reader'})).status).toBe(200);
    const log = () => readFileSync(join(full?.folder ?? '', 'workbench', 'access.jsonl'), 'utf8');
    const form = /name="_form" value="([^"]+)"/.exec(await (await person.get('/')).text())?.[1] ?? '';
    const post = (path: string, fields: Readonly<Record<string, string>>) =>
      fetch(`${full?.url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {cookie: person.cookie, 'accept-language': 'en', origin: full?.url ?? ''},
        body: new URLSearchParams({_form: form, ...fields}),
      });
    const {bavail, bsize} = statfsSync(at);
    try {
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    } catch {}
    const before = log();
    let answer = await post('/team', {name: 'While it is full', role: 'reader'});
    // The last block of the log may have room for a line or two.
    for (let i = 0; i < 60 && answer.status !== 500; i += 1)
      answer = await post('/team', {name: `While it is full ${i}`, role: 'reader'});
    const page = await answer.text();
    expect(answer.status).toBe(500);
    expect(page).toContain('no more room on the disk');
    expect(page).toContain('While it is full');
    expect((await person.get('/cases/P-000012-4')).status).toBe(500);
    expect(await checkAccessLog(full.folder)).toMatchObject({ok: true});
    expect(log().startsWith(before)).toBe(true);
    const kept = JSON.parse(readFileSync(join(full.folder, 'workbench', 'team.json'), 'utf8'));
    expect(kept.accounts.map(({name}: {name: string}) => name)).toContain('Before');
    expect(kept.accounts.map(({name}: {name: string}) => name)).not.toContain('While it is full');
    rmSync(filler);
    expect((await post('/team', {name: 'After', role: 'reader'})).status).toBe(200);
    expect((await person.get('/cases/P-000012-4')).status).toBe(200);
    expect(await checkAccessLog(full.folder)).toMatchObject({ok: true});
  });
});
