/** What was decided of two records taken back at the workbench: seen before it is done, done once, and never what somebody else decided since. */
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {RecordNumber} from '#concepts/record-number';
import {languages} from '#language/language';
import {decide} from '#production/decide';
import {seenDecided} from '#production/decided-pairs';
import type {Pair} from '#production/identity-facts';
import {waitingAt} from '#production/review-seat';
import {openRegister} from '#production/workspace';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {forgetExample, freeName, type Office, openOffice, type Person} from './office.ts';

const {review, workbench} = languages.en;
const {decided: words} = workbench;
const ANNE = 'Test caseworker';
let office: Office;
let anne: Person;
/** Joined by Anne, which moves a figure. */
let joined: Pair;
beforeAll(async () => {
  office = await openOffice();
  anne = await office.enter(['caseworker']);
  await anne.post('/review', {});
  joined = await joinOne();
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

const seat = (authority?: string) => ({folder: office.folder, reviewer: ANNE, authority});
const pathOf = (pair: readonly string[]) => `/review/${pair.join('/')}/decided`;

async function joinOne(): Promise<Pair> {
  const waiting = await waitingAt(seat(), office.effects);
  if (!waiting.ok) throw new Error(waiting.refusal.reason);
  for (const {pair} of waiting.value) {
    const answer = await anne.post(`/review/${pair.join('/')}`, {verdict: 'returning', reason: 'Seen side by side'});
    const seen = answer.status === 303 ? await seenDecided(seat(), pair, office.effects) : undefined;
    if (seen?.ok === true && seen.value.moves.length > 0) return pair;
  }
  throw new Error('no pair that moves a figure');
}

async function standing(pair: Pair) {
  const opened = await openRegister(office.folder);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  const {store} = opened.value;
  const now = await store.latest();
  if (now === undefined) throw new Error('empty');
  const [one, other] = [await store.findPersonFile(pair[0], now), await store.findPersonFile(pair[1], now)];
  const facts = await store.pairFacts(now);
  const ofPair = facts.filter(
    ({record, fact}) =>
      record === pair[0] && (fact.kind === 'identity-decision' ? fact.other === pair[1] : fact.kind === 'withdrawal'),
  );
  return {isOne: one?.record === other?.record, facts: ofPair};
}

const decidedAgain = async (pair: Pair, verdict: 'returning' | 'different', by: string) => {
  const made = await decide(
    office.folder,
    {records: pair, verdict, reason: 'Seen anew', recordedBy: by, recordedAt: undefined, dryRun: false},
    office.effects,
  );
  if (!made.ok) throw new Error(made.refusal.reason);
};
const seenIn = (page: string) => /name="_seen" value="(\d+)"/.exec(page)?.[1] ?? '';

test('a decided pair is listed without a name, reached from the file, and a pair decided leads to what was decided', async () => {
  const list = await (await anne.get('/review/decided')).text();
  expect(list).toContain(pathOf(joined));
  expect(await (await anne.get(`/cases/${joined[0]}`)).text()).toContain(pathOf(joined));
  const waits = await anne.get(`/review/${joined.join('/')}`);
  expect([waits.status, waits.headers.get('location')]).toEqual([303, pathOf(joined)]);
});

test('what taking it back would move stands there first: persons counted and cells of the tables; the look is logged', async () => {
  const page = await (await anne.get(pathOf(joined))).text();
  const seen = await seenDecided(seat(), joined, office.effects);
  if (!seen.ok) throw new Error(seen.refusal.reason);
  const {moves, cells} = seen.value;
  for (const said of [words.wouldMove, review.verdicts.returning, ANNE, ...joined]) expect(page).toContain(said);
  const [first] = moves;
  const moved = first?.persons[0] === first?.persons[1] ? first?.repeats : first?.persons;
  expect(page).toContain(`<strong>${moved?.join(' → ')}</strong>`);
  expect(cells.length).toBeGreaterThan(0);
  for (const {period, cells: of} of cells) expect(page).toContain(words.cells(period.from.slice(0, 4), of.length));
  const last = (await office.bench.log.events()).findLast(({who}) => who === anne.id);
  expect(last?.records).toEqual(joined);
});

test('what is told to move is what moves: the same cells counted before and after', async () => {
  const seen = await seenDecided(seat(), joined, office.effects);
  if (!seen.ok) throw new Error(seen.refusal.reason);
  const year = seen.value.moves[0]?.year ?? 0;
  const figure = async () => {
    const page = await (await anne.get('/review/decided')).text();
    expect(page).toContain(words.title);
    const opened = await openRegister(office.folder);
    if (!opened.ok) throw new Error(opened.refusal.reason);
    const {everybodyIn} = await import('#production/review-moves');
    const now = await opened.value.store.latest();
    if (now === undefined) throw new Error('empty');
    return (await everybodyIn(opened.value.store.personFiles(now), {...opened.value.profile}, [year])).get(year);
  };
  const before = await figure();
  await anne.post(pathOf(joined), {_seen: String(seen.value.seen), reason: 'Two tattoos, not one'});
  const after = await figure();
  const told = seen.value.moves.find((one) => one.year === year);
  expect([before?.persons, after?.persons]).toEqual(told?.persons);
  expect([before?.repeats, after?.repeats]).toEqual(told?.repeats);
  await decidedAgain(joined, 'returning', ANNE);
});

test('without a reason, or with one that names somebody, nothing is taken back and what was typed stays', async () => {
  const before = await standing(joined);
  const _seen = seenIn(await (await anne.get(pathOf(joined))).text());
  const none = await anne.post(pathOf(joined), {_seen});
  expect([none.status, (await none.text()).includes(words.giveReason)]).toEqual([422, true]);
  const named = await anne.post(pathOf(joined), {_seen, reason: 'Born 12-06-1967'});
  expect([named.status, (await named.text()).includes('>Born 12-06-1967</textarea>')]).toEqual([422, true]);
  expect(await standing(joined)).toEqual(before);
  const last = (await office.bench.log.events()).findLast(({who}) => who === anne.id);
  expect(last?.answer).toBe('refused: not-recorded');
});

test('what somebody else decided since is not taken back unseen', async () => {
  const _seen = seenIn(await (await anne.get(pathOf(joined))).text());
  await decidedAgain(joined, 'different', 'Bo');
  const answer = await anne.post(pathOf(joined), {_seen, reason: 'Two tattoos, not one'});
  const page = await answer.text();
  expect(answer.status).toBe(422);
  const [on, other] = joined;
  expect(page).toContain(
    languages.en.refusals['decided-meanwhile']({reason: 'decided-meanwhile', on, other, by: 'Bo'}).what,
  );
  expect([page.includes('>Two tattoos, not one</textarea>'), page.includes(review.verdicts.different)]).toEqual([
    true,
    true,
  ]);
  expect((await standing(joined)).facts.at(-1)?.recordedBy).toBe('Bo');
  await decidedAgain(joined, 'returning', ANNE);
});

test('of one authority one sees, and takes back, only what was decided of persons known to it', async () => {
  const bo = await office.enter(['caseworker'], 'court');
  const open = await (await bo.get('/review/decided')).text();
  const before = await standing(joined);
  if (!open.includes(pathOf(joined))) {
    expect((await bo.get(pathOf(joined))).status).toBeGreaterThanOrEqual(400);
    const {id} = before.facts.findLast(({fact}) => fact.kind === 'identity-decision') ?? {};
    const answer = await bo.post(pathOf(joined), {_seen: String(id), reason: 'Two tattoos, not one'});
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }
  expect(open.includes(pathOf(joined))).toBe(false);
  expect(await standing(joined)).toEqual(before);
});

test('it is taken back under the name of the account, once also when sent twice, and then there is nothing to take back', async () => {
  expect((await standing(joined)).isOne).toBe(true);
  const given = {_seen: seenIn(await (await anne.get(pathOf(joined))).text()), reason: 'Two tattoos, not one'};
  const answers = await Promise.all([anne.post(pathOf(joined), given), anne.post(pathOf(joined), given)]);
  expect(answers.map(({status}) => status)).toEqual([303, 303]);
  const after = await standing(joined);
  expect(after.isOne).toBe(false);
  const taken = after.facts.filter(({fact}) => fact.kind === 'withdrawal' && fact.of === Number(given._seen));
  expect(taken).toMatchObject([{recordedBy: ANNE, fact: {why: 'identity-reconsidered', reason: given.reason}}]);
  expect((await anne.get(pathOf(joined))).status).toBe(422);
  expect((await anne.post(pathOf(joined), {...given, reason: 'Another'})).status).toBe(422);
  expect(await standing(joined)).toEqual(after);
});

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
    const [on, other]: readonly RecordNumber[] = joined;
    if (on !== undefined && other !== undefined) await decidedAgain([on, other], 'returning', ANNE);
  });
  afterAll(() => browser.close());

  test.each([320, 768, 1280])('nothing for axe, nothing sideways at %i px', async (width) => {
    for (const [locale, colorScheme] of [
      ['da', 'dark'],
      ['en', 'light'],
    ] as const) {
      const name = freeName(office.bench.team, 'Anne Holm');
      const invited = await office.bench.team.invite({name, roles: ['caseworker'], authority: undefined});
      if (!invited.ok) throw new Error(invited.refusal.reason);
      const context = await browser.newContext({locale, colorScheme, viewport: {width, height: 900}});
      const page = await context.newPage();
      await page.goto(`${office.url}/enter/${invited.value.token}`);
      await page.locator('main button').click();
      await page.waitForURL(`${office.url}/`);
      for (const path of ['/review/decided', pathOf(joined)]) {
        await page.goto(`${office.url}${path}`);
        const details = page.locator('.effect summary');
        if ((await details.count()) > 0) await details.first().click();
        expect([path, await axeFaults(page)]).toEqual([path, []]);
        expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
        const shots = process.env.OPGOR_SHOTS;
        if (shots !== undefined)
          await page.screenshot({path: `${shots}/decided-${path.length}-${width}-${colorScheme}.png`, fullPage: true});
      }
      await context.close();
    }
  });
});
