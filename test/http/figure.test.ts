/** What a figure is told to be, and to whom it is told who is behind it. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {languages} from '#language/language';
import {figureView} from '#production/figure-view';
import {value} from '../production/edition-office.ts';
import {effectsIn} from '../workspaces.ts';
import {forgetExample, type Office, openOffice} from './office.ts';
import {publish} from './publisher.ts';

const words = languages.en.workbench.figure;
const FIGURE = '/statement/figure/2013/internal/persons-by-sex.female';
const PUBLIC = '/statement/figure/2013/public/persons-by-sex.female';
const RECORD = /\/cases\/P-\d{6}-[\dX]/g;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

describe('a figure', () => {
  test('is told with its base, its rules, its proofs and where it stands', async () => {
    const page = await (await (await office.enter(['statistician'])).get(FIGURE)).text();
    expect(page).toContain('<strong>64</strong>');
    for (const told of [words.everybody, words.rule.population, '3 Feb 2014', words.holds, 'sex.2'])
      expect(page).toContain(told);
    expect(page).toContain('persons-by-sex.total = persons-by-sex.female + ');
  });

  test('of no table, or of no cell, is no page', async () => {
    const person = await office.enter(['statistician']);
    for (const address of ['nothing.total', 'persons-by-sex.x', 'persons-by-sex.female.male'])
      expect((await person.get(`/statement/figure/2013/internal/${address}`)).status).toBe(404);
  });

  test.each(['internal', 'public'])('of the text leads to its page, every one: %s', async (kind) => {
    const person = await office.enter(['statistician', 'caseworker']);
    const text = await (await person.get(`/statement/text/2013/${kind}/da`)).text();
    const figures = new Set([...text.matchAll(/class="bound" href="([^"]+)"/g)].map(([, path = '']) => path));
    expect(figures.size).toBeGreaterThan(20);
    for (const path of figures) expect([path, (await person.get(path)).status]).toEqual([path, 200]);
  });

  test('of another year of a series is of the persons of that year', async () => {
    const person = await office.enter(['statistician', 'caseworker']);
    const page = await (await person.get('/statement/figure/2013/internal/persons-by-year.2012')).text();
    const value = Number(/<p class="figure"><strong>(\d+)</.exec(page)?.[1]);
    const shown = new Set(page.match(RECORD));
    if (page.includes(words.published)) expect(shown.size).toBe(0);
    else expect(shown.size).toBe(value);
    expect(value).toBeGreaterThan(0);
  });

  test('in the page that is laid out leads to what it is', async () => {
    const page = await (await (await office.enter(['statistician'])).get('/statement/2013/internal/da')).text();
    expect(page).toContain(`<a href="${FIGURE}" target="_top">`);
  });
});

test('what it was in every edition so far is as each was frozen; beside a public figure nothing internal stands', async () => {
  const publisher = await publish();
  const effects = effectsIn(publisher.workspace, '2014-03-03T10:00:00Z');
  const told = async (address: string, kind: 'internal' | 'public' = 'internal') => {
    const of = {period: yearPeriod(2013), kind, address, language: 'en'} as const;
    const view = value(await figureView(publisher.workspace, of, undefined, effects));
    return {now: view.value, editions: view.editions.map((one) => [one.edition, one.told])};
  };
  try {
    expect(await told('persons-by-sex.female')).toEqual({
      now: {kind: 'count', value: 64},
      editions: [
        ['2013-internal-1', 64],
        ['2013-public-1', 64],
        ['2013-public-2', 64],
      ],
    });
    const few = await told('persons-by-age.under-18', 'public');
    expect(few).toEqual({
      now: {kind: 'withheld'},
      editions: [
        ['2013-public-1', undefined],
        ['2013-public-2', undefined],
      ],
    });
  } finally {
    publisher.remove();
  }
});

describe('who is behind it', () => {
  test('a statistician is not told', async () => {
    const person = await office.enter(['statistician']);
    const page = await (await person.get(FIGURE)).text();
    expect(page.match(RECORD)).toBeNull();
    expect(page).toContain(words.notYours);
  });

  test('whoever may see persons is, and the log has every one of them', async () => {
    const person = await office.enter(['statistician', 'caseworker']);
    const shown = [...new Set((await (await person.get(FIGURE)).text()).match(RECORD))];
    expect(shown).toHaveLength(64);
    const last = (await office.bench.log.events()).findLast(({who}) => who === person.id);
    expect(last?.records).toEqual(shown.map((one) => one.replace('/cases/', '')));
  });

  test('whoever is of one authority is told of those that it knows', async () => {
    const person = await office.enter(['statistician', 'caseworker'], 'us');
    const shown = [...new Set((await (await person.get(FIGURE)).text()).match(RECORD))];
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(64);
    for (const one of shown) expect((await person.get(one)).status).toBe(200);
  });

  test('nobody is told at a public edition, which gives no withheld number away', async () => {
    const person = await office.enter(['statistician', 'caseworker']);
    const page = await (await person.get(PUBLIC)).text();
    expect(page.match(RECORD)).toBeNull();
    expect(page).toContain(words.notPublic);
    const withheld = await (await person.get('/statement/figure/2013/public/persons-by-age.under-18')).text();
    expect(withheld).toContain(words.nothing.withheld);
    expect(withheld).not.toMatch(/<code>[^<]*=/);
  });

  test('a reader sees no figure that is not released', async () => {
    expect((await (await office.enter(['reader'])).get(PUBLIC)).status).toBe(403);
  });
});
