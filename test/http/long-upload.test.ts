/** A file of a hundred thousand rows: how far it has come is told, others are answered meanwhile, and stopped it leaves nothing. */
import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {languages} from '#language/language';
import {openRegister} from '#production/workspace';
import {forgetExample, type Office, openOffice, type Person} from './office.ts';

const ROWS = 100_000;
const {working, intake} = languages.en.workbench;
const example = readFileSync('examples/denmark-2013/input/us-afgoerelser-2013.csv', 'latin1').split('\r\n');
const last = example.findLast((line) => line !== '')?.split(';') ?? [];
const row = (number: number) => last.map((cell, i) => (i === 0 ? `8${number}` : i === 1 ? '' : cell)).join(';');
const file = Buffer.from(
  [...example.filter((line) => line !== ''), ...Array.from({length: ROWS}, (_, i) => row(100_000 + i)), ''].join(
    '\r\n',
  ),
  'latin1',
);

let office: Office;
let anne: Person;
let bo: Person;
beforeAll(async () => {
  office = await openOffice();
  anne = await office.enter(['caseworker']);
  bo = await office.enter(['caseworker', 'administrator']);
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

async function submissions(): Promise<number> {
  const opened = await openRegister(office.folder);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  return (await opened.value.store.submissions()).length;
}

test('is tried, stopped, tried again and received', async () => {
  const form = /name="_form" value="([^"]+)"/.exec(await (await anne.get('/')).text())?.[1] ?? '';
  const post = (path: string, body: FormData | URLSearchParams) => {
    body.set('_form', form);
    const headers = {cookie: anne.cookie, 'accept-language': 'en', origin: office.url};
    return fetch(`${office.url}${path}`, {method: 'POST', redirect: 'manual', headers, body});
  };
  const bring = () => {
    const body = new FormData();
    body.set('file', new File([file], 'us.csv'));
    return post('/intake/us', body);
  };
  const ended = async (place: string) => {
    const steps: number[] = [];
    for (;;) {
      const answer = await anne.get(place);
      if (!answer.headers.has('refresh')) return {answer, steps};
      const step = /max="(\d+)" value="(\d+)"/.exec(await answer.text());
      if (step?.[1] !== undefined && Number(step[1]) >= ROWS) steps.push(Number(step[2]));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const before = await submissions();

  const begun = (await bring()).headers.get('location') ?? '';
  expect(begun).toMatch(/^\/working\//);
  await post(`${begun}/stop`, new URLSearchParams());
  const stopped = await ended(begun);
  expect(stopped.answer.headers.get('location')).toBe('/intake/us');
  expect(await (await anne.get('/intake/us')).text()).toContain(working.stopped);

  const tried = await ended((await bring()).headers.get('location') ?? '');
  expect(tried.answer.headers.get('location')).toBe('/intake/us');
  expect(tried.steps.length).toBeGreaterThan(2);
  expect(tried.steps).toEqual(tried.steps.toSorted((a, b) => a - b));
  expect(await (await anne.get('/intake/us')).text()).toContain(intake.rehearsed);
  expect(await submissions()).toBe(before);

  const received = (await post('/intake/us/receive', new URLSearchParams())).headers.get('location') ?? '';
  expect(received).toMatch(/^\/working\//);
  for (let i = 0; i < 3; i++) {
    // What asks nothing of the register is shown; what does is told what it waits for.
    const team = await bo.get('/team');
    expect([team.status, team.headers.has('refresh')]).toEqual([200, false]);
    const cases = await bo.get('/cases');
    expect(cases.headers.get('refresh')).toBe('2');
    expect(await cases.text()).toContain(working.busy);
  }
  // All of that while it was under way.
  expect((await anne.get(received)).headers.has('refresh')).toBe(true);
  await ended(received);
  expect(await submissions()).toBe(before + 1);
  expect((await bo.get('/cases')).headers.has('refresh')).toBe(false);
}, 240_000);
