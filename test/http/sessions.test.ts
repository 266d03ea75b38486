/** Where somebody is signed in: seen and ended by its owner, and by nobody else. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {browserOf} from '#http/let-in';
import {instant} from '#kit/instant';
import {forgetExample, type Office, openOffice, type Person} from './office.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

const account = async (person: Person): Promise<string> => (await person.get('/account')).text();
const others = (page: string): readonly string[] =>
  [...page.matchAll(/name="_id" value="([^"]+)"/g)].map(([, id = '']) => id);
const isIn = async (person: Person): Promise<boolean> => (await person.get('/account')).status === 200;

describe('where one is signed in', () => {
  test('is listed with browser and times, and one is ended without the others', async () => {
    office.effects.clock = instant('2014-03-03T09:00:00Z');
    const first = await office.enter(['reader']);
    const [second, third] = [await office.enterAgain(first.id, FIREFOX), await office.enterAgain(first.id, EDGE)];
    office.effects.clock = instant('2014-03-03T09:10:00Z');
    await account(second);
    office.effects.clock = instant('2014-03-03T09:11:00Z');
    const page = await account(third);
    expect(page).toContain('Edge, Windows (here, now)');
    expect(page).toContain('Firefox, Linux');
    expect(page).not.toContain('Firefox, Linux (here, now)');
    // Used last first: the second, then the first.
    const [ended = '', ...rest] = others(page);
    expect(rest.length).toBe(1);
    expect((await third.post('/account/sessions/end', {_id: ended})).status).toBe(303);
    expect([await isIn(first), await isIn(second), await isIn(third)]).toEqual([true, false, true]);
  });

  test('all the others are ended at once', async () => {
    const first = await office.enter(['reader']);
    const [second, third] = [await office.enterAgain(first.id, FIREFOX), await office.enterAgain(first.id, EDGE)];
    await second.post('/account/sessions/end', {});
    expect([await isIn(first), await isIn(second), await isIn(third)]).toEqual([false, true, false]);
  });

  test('of somebody else is neither seen nor ended', async () => {
    const [owner, other] = [await office.enter(['reader']), await office.enter(['administrator'])];
    await office.enterAgain(owner.id, FIREFOX);
    const [ofOwner = ''] = others(await account(owner));
    expect(await account(other)).not.toContain(ofOwner);
    await other.post('/account/sessions/end', {_id: ofOwner});
    await other.post('/account/sessions/end', {});
    expect([others(await account(owner)).length, await isIn(other)]).toEqual([1, true]);
  });

  test('one that has ended by itself is not listed', async () => {
    office.effects.clock = instant('2014-03-03T10:00:00Z');
    const first = await office.enter(['reader']);
    office.effects.clock = instant('2014-03-03T10:31:00Z');
    const second = await office.enterAgain(first.id, FIREFOX);
    expect(others(await account(second))).toEqual([]);
  });

  test('its name lets nobody in', async () => {
    const first = await office.enter(['reader']);
    await office.enterAgain(first.id, FIREFOX);
    const [id = ''] = others(await account(first));
    const answer = await fetch(`${office.url}/account`, {redirect: 'manual', headers: {cookie: `opgor-session=${id}`}});
    expect([id === '', answer.status]).toEqual([false, 303]);
  });
});

test.each([
  [FIREFOX, 'Firefox, Linux'],
  [EDGE, 'Edge, Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari, iOS'],
  ['curl/8.5.0', undefined],
  ['<script>alert(1)</script>', undefined],
])('a browser that calls itself %s', (agent, name) => {
  expect(browserOf(agent)).toBe(name);
});
