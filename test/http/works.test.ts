/** Long work: it goes on by itself, is answered to whoever began it and nobody else, and leaves nothing where it is stopped. */
import {randomBytes} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {type Session, Sessions} from '#http/sessions';
import {FRESH_MS, PATIENCE_MS, Works} from '#http/works';
import {languages} from '#language/language';
import {openEditions} from '#production/editions';
import type {Progress} from '#production/progress';
import {workingPage} from '#web/working';
import {ended, forgetExample, type Office, openOffice} from './office.ts';

const sessions = new Sessions(randomBytes, Date.now);
function session(): Session {
  const found = sessions.find(sessions.begin('a', undefined, undefined));
  if (found === undefined) throw new Error();
  return found;
}
const mine = session();
const begun = (run: (progress: Progress) => Promise<{goTo: string}>) => ({
  session: mine,
  typed: [],
  place: undefined,
  stops: true,
  run,
  stopped: async () => ({goTo: '/stopped'}),
  failed: () => ({goTo: '/failed'}),
});

describe('work', () => {
  const works = new Works(randomBytes);

  test('is found by whoever began it alone, with how far it has come, and its answer at last', async () => {
    const gate = Promise.withResolvers<void>();
    const work = works.begin(
      begun(async (progress) => {
        progress({stage: 'count', done: 3, of: 9});
        await gate.promise;
        return {goTo: '/there'};
      }),
    );
    await Promise.resolve();
    expect(works.find(work.id, session())).toBeUndefined();
    expect(works.find(work.id, mine)?.step).toEqual({stage: 'count', done: 3, of: 9});
    expect(works.find(work.id, mine)?.answer).toBeUndefined();
    gate.resolve();
    await work.ended;
    expect(works.find(work.id, mine)?.answer).toEqual({goTo: '/there'});
  });

  test('that is stopped ends at its next step, and what it would have done is not done', async () => {
    let kept = false;
    const gate = Promise.withResolvers<void>();
    const work = works.begin(
      begun(async (progress) => {
        await gate.promise;
        progress({stage: 'count', done: 4, of: 9});
        kept = true;
        return {goTo: '/there'};
      }),
    );
    work.stop();
    gate.resolve();
    expect(await work.ended).toEqual({goTo: '/stopped'});
    expect(kept).toBe(false);
  });

  const page = () => ({...begun(async () => ({goTo: '/there'})), place: '/compare?earlier=a'});

  test('of an address is found there by whoever asked, until its answer is shown', async () => {
    const work = works.begin(page());
    expect(works.at('/compare?earlier=a', mine)).toBe(work);
    await work.ended;
    expect(works.at('/compare?earlier=a', session())).toBeUndefined();
    expect(works.at('/compare?earlier=b', mine)).toBeUndefined();
    expect(works.at('/compare?earlier=a', mine)?.answer).toEqual({goTo: '/there'});
    works.let(work);
    expect(works.at('/compare?earlier=a', mine)).toBeUndefined();
  });

  test('of an address is not shown after something changed, nor when it is of long ago', async () => {
    const form = works.begin(begun(async () => ({goTo: '/done'})));
    const [before, late] = [works.begin(page()), {...page(), place: '/'}];
    const under = works.begin({...page(), place: '/statement', run: () => new Promise(() => undefined)});
    await Promise.all([before.ended, form.ended]);
    works.changed();
    expect(works.at('/compare?earlier=a', mine)).toBeUndefined();
    expect([works.find(form.id, mine), works.at('/statement', mine)]).toEqual([form, under]);
    vi.useFakeTimers({now: Date.now(), toFake: ['Date']});
    try {
      await works.begin(late).ended;
      vi.advanceTimersByTime(FRESH_MS);
      expect(works.at('/', mine)?.answer).toEqual({goTo: '/there'});
      vi.advanceTimersByTime(1);
      expect(works.at('/', mine)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  test('that fails says so, and old answers are let go, but nobody else’s', async () => {
    const failed = works.begin(begun(async () => Promise.reject(new Error())));
    expect(await failed.ended).toEqual({goTo: '/failed'});
    for (let i = 0; i < 30; i++) await works.begin(begun(async () => ({goTo: '/'}))).ended;
    expect(works.find(failed.id, mine)).toBeUndefined();
    const other = works.begin({...begun(async () => ({goTo: '/'})), session: session()});
    await other.ended;
    for (let i = 0; i < 30; i++) await works.begin(begun(async () => ({goTo: '/'}))).ended;
    expect(works.find(other.id, other.session)?.answer).toEqual({goTo: '/'});
  });
});

test('its page counts up to a whole, or says that it waits', () => {
  const shown = (step: Parameters<Progress>[0] | undefined) =>
    String(workingPage({id: 'x', step, seconds: 1, stops: true, formToken: 't'}, languages.en).body);
  expect(shown({stage: 'count', done: 3, of: 9})).toMatch(/Counting 3 \/ 9[\s\S]*max="9" value="3"/);
  expect(shown({stage: 'open', done: 0})).toContain('<p>Opening …</p>');
  expect(shown({stage: 'count', done: 3})).not.toContain('max=');
  expect(shown(undefined)).toContain(languages.en.workbench.working.waits);
  expect(shown(undefined)).toContain('<button');
  const unstopped = {id: 'x', step: undefined, seconds: 1, stops: false, formToken: 't'};
  expect(String(workingPage(unstopped, languages.en).body)).not.toContain('<button');
});

describe('at the workbench', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(async () => {
    await office.close();
    forgetExample();
  });

  test('who may no longer when their turn comes has nothing done', async () => {
    const stat = await office.enter(['statistician']);
    const form = /name="_form" value="([^"]+)"/.exec(await (await stat.get('/')).text())?.[1] ?? '';
    const gate = Promise.withResolvers<void>();
    const before = office.bench.turns.change(() => gate.promise);
    await fetch(`${office.url}/release/2013/internal`, {
      method: 'POST',
      redirect: 'manual',
      headers: {cookie: stat.cookie, origin: office.url},
      body: new URLSearchParams({_form: form, language: 'da'}),
    });
    await office.bench.team.change(stat.id, {roles: ['reader']});
    gate.resolve();
    await before;
    await office.bench.turns.change(async () => undefined);
    const editions = await openEditions(office.folder, office.effects.now());
    expect(editions.ok && editions.value.all()).toEqual([]);
    const last = (await office.bench.log.events()).findLast(({who}) => who === stat.id);
    expect(last?.answer).toBe('refused: not-yours-to-do');
  });

  test('what is said once is not said on a page that passes, but on the one that was waited for', async () => {
    const anne = await office.enter(['caseworker']);
    const {mended} = languages.en.workbench.glass;
    expect((await anne.post('/cases/mend-glass', {})).status).toBe(303);
    const gate = Promise.withResolvers<void>();
    const before = office.bench.turns.change(() => gate.promise);
    const passing = [await anne.get('/cases'), await anne.get('/')];
    gate.resolve();
    await before;
    for (const one of passing) {
      expect(one.headers.has('refresh')).toBe(true);
      expect(await one.text()).not.toContain(mended);
    }
    expect(await (await ended(anne, await anne.get('/'))).text()).toContain(mended);
    expect(await (await ended(anne, await anne.get('/'))).text()).not.toContain(mended);
  });

  test('it is told of while somebody else is before it, seen by nobody else, stopped, and nothing is kept', async () => {
    const stat = await office.enter(['statistician']);
    const other = await office.enter(['statistician', 'approver']);
    // Before anybody waits: the token of its forms.
    const form = /name="_form" value="([^"]+)"/.exec(await (await stat.get('/')).text())?.[1] ?? '';
    const post = (path: string, fields: Readonly<Record<string, string>>) =>
      fetch(`${office.url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {cookie: stat.cookie, origin: office.url},
        body: new URLSearchParams({_form: form, ...fields}),
      });
    const gate = Promise.withResolvers<void>();
    const before = office.bench.turns.change(() => gate.promise);
    const sent = await post('/release/2013/internal', {language: 'da', _next: '2013-internal-1'});
    const place = sent.headers.get('location') ?? '';
    expect([sent.status, place]).toEqual([303, expect.stringMatching(/^\/working\//)]);
    const waits = await stat.get(place);
    expect([waits.status, waits.headers.get('refresh')]).toEqual([200, '1']);
    expect(await waits.text()).toContain(languages.en.workbench.working.waits);
    expect((await other.get(place)).status).toBe(404);
    expect((await fetch(`${office.url}${place}`, {redirect: 'manual'})).headers.get('location')).toBe('/sign-in');
    expect((await post(`${place}/stop`, {_form: 'x'})).status).toBe(403);
    expect((await post(`${place}/stop`, {})).headers.get('location')).toBe(place);
    gate.resolve();
    await before;
    let answer = await stat.get(place);
    while (answer.headers.has('refresh')) {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS / 10));
      answer = await stat.get(place);
    }
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/release/2013/internal']);
    expect(await (await stat.get('/release/2013/internal')).text()).toContain(languages.en.workbench.working.stopped);
    const editions = await openEditions(office.folder, office.effects.now());
    expect(editions.ok && editions.value.all()).toEqual([]);
    const last = (await office.bench.log.events()).filter(
      ({who, what}) => who === stat.id && what === 'POST /release/2013/internal',
    );
    expect(last.map(({answer: how}) => how)).toEqual(['asked', 'stopped']);
  });
});
