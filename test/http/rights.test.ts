/** Every role at every page and deed: who may is let in, who may not is refused and told which verb, and both are in the log. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {may, RIGHTS, ROLES} from '#concepts/rights';
import {ROUTES} from '#http/casework/index';
import {ended, forgetExample, type Office, openOffice, type Person} from './office.ts';

let office: Office;
const people = new Map<string, Person>();

beforeAll(async () => {
  office = await openOffice();
  for (const role of ROLES) people.set(role, await office.enter([role]));
  people.set('none', await office.enter([]));
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

/** A real address of each kind of path. */
const SAMPLES: Readonly<Record<string, string>> = {
  ':record': 'P-000012-4',
  'add/:kind': 'add/charge',
  'new/:kind': 'new/assessment',
  ':fact': '1',
  ':source': 'us',
  ':row': '431',
  ':on/:other': 'P-000012-4/P-000013-2',
  ':year/:kind/:language': '2013/internal/da',
  ':year/:kind/:address': '2013/internal/persons-by-sex.female',
  ':year/:kind': '2013/internal',
  ':year': '2013',
  ':passage': 'total.2',
  ':id/:file{.+}': '2013-internal-1/manifest.json',
  ':id/page/:language': '2013-internal-1/page/da',
  ':id': 'a-0000000000',
};
const sampled = (path: string) => Object.entries(SAMPLES).reduce((so, [part, value]) => so.replace(part, value), path);

const WAY_OUT = '/sign-out';

describe.each(ROUTES.filter(({path}) => path !== WAY_OUT))('$method $path', ({method, path, verb}) => {
  test.each([...ROLES, 'none'] as const)('%s', async (role) => {
    const person = people.get(role);
    if (person === undefined) throw new Error(role);
    const asked = sampled(path);
    const answer = method === 'GET' ? await person.get(asked) : await person.post(asked, {});
    const allowed = may(role === 'none' ? [] : [role], verb);
    if (allowed) expect(answer.status).not.toBe(403);
    else expect(answer.status).toBe(403);
    // What takes its time is in the log when it is done.
    await ended(person, answer);
    const last = (await office.bench.log.events()).findLast(({who}) => who === person.id);
    expect(last).toMatchObject({verb, what: `${method} ${asked}`});
    if (!allowed) expect(last?.answer).toBe('refused: not-yours-to-do');
  });
});

test('nobody who is not signed in sees or does anything', async () => {
  for (const {method, path} of ROUTES) {
    const answer = await fetch(`${office.url}${sampled(path)}`, {method, redirect: 'manual'});
    if (method === 'GET') expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
    else expect(answer.status).toBe(401);
  }
});

test('every verb is somebody’s, and every page and deed has one', () => {
  for (const roles of Object.values(RIGHTS)) expect(roles.length).toBeGreaterThan(0);
  expect(new Set(ROUTES.map(({method, path}) => `${method} ${path}`)).size).toBe(ROUTES.length);
});
