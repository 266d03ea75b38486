/** An edition from the browser: tried, sent, approved by somebody else or sent back, corrected, held back by an embargo, taken along. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {unzipSync} from 'fflate';
import {afterAll, afterEach, beforeEach, describe, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {instant} from '#kit/instant';
import {languages} from '#language/language';
import {caseFile} from '#production/case-file';
import {compare} from '#production/compare';
import {movedCell} from '#production/compared-cells';
import {listPersons} from '#production/edition-persons';
import {verifyFolder} from '#production/edition-verify';
import {openEditions} from '#production/editions';
import {silent} from '#production/progress';
import {protectionOf} from '#production/protection';
import {temporaryFolder} from '../workspaces.ts';
import {ended, forgetExample, type Office, openOffice, type Person} from './office.ts';

const {release: words, editions: said} = languages.en.workbench;
const FORM = '/release/2013/internal';
const ONE = '/editions/2013-internal-1';

let office: Office;
let stat: Person;
let approver: Person;
beforeEach(async () => {
  office = await openOffice();
  stat = await office.enter(['statistician']);
  approver = await office.enter(['approver']);
});
afterEach(() => office.close());
afterAll(forgetExample);

const text = async (answer: Response) => (await answer.text()).replaceAll(/\s+/g, ' ');
const pageAt = async (path: string, who = stat) => text(await who.get(path));
const records = async () => {
  const editions = await openEditions(office.folder, office.effects.now());
  return editions.ok ? editions.value.all() : [];
};

const FIELDS = {language: 'da', _next: '2013-internal-1'};
const sent = async (fields: Readonly<Record<string, string>> = {}, who = stat, path = FORM) =>
  ended(who, await who.post(path, {...FIELDS, ...fields}));
const approved = (id = '2013-internal-1', who = approver) => who.post(`/editions/${id}/approve`, {read: 'yes'});

test('tried, it leaves nothing behind: no edition, no key, no line', async () => {
  const tried = await sent({}, stat, `${FORM}/try`);
  expect(tried.status).toBe(200);
  expect(await text(tried)).toContain(words.couldBe('2013-internal-1'));
  expect(await records()).toEqual([]);
  expect(existsSync(join(office.folder, 'editions', 'log.jsonl'))).toBe(false);
});

test('sent and approved by somebody else it is out, signed by both, and as whole as any', async () => {
  const answer = await sent({recipients: 'Ministry\r\nParliament\r\nMinistry'});
  expect([answer.status, answer.headers.get('location')]).toEqual([303, ONE]);
  expect(await pageAt(ONE)).toContain(words.sent('2013-internal-1'));
  expect(await pageAt(ONE)).toContain(said.ownWork);
  expect((await stat.post(`${ONE}/approve`, {read: 'yes'})).status).toBe(403);

  const unread = await approver.post(`${ONE}/approve`, {});
  expect([unread.status, (await text(unread)).includes(said.notConfirmed)]).toEqual([422, true]);
  expect((await records())[0]?.state).toBe('validated');
  expect((await approved()).status).toBe(303);
  const [record] = await records();
  expect(record).toMatchObject({
    ...{state: 'released', preparedBy: 'Test statistician', approvedBy: 'Test approver', alone: undefined},
    ...{recipients: ['Ministry', 'Parliament'], languages: ['da']},
  });
  const verified = await verifyFolder(record?.folder ?? '');
  expect(verified).toMatchObject({ok: true, value: {signed: [{}, {}, {kind: 'approved', by: 'Test approver'}]}});
  expect(await pageAt(ONE, approver)).toContain(said.approved('2013-internal-1'));

  // Once more, by the same hand: nothing more happens.
  expect((await approved()).headers.get('location')).toBe(ONE);
  const persons = await listPersons(office.folder, office.effects);
  expect(persons.ok && persons.value.map(({name}) => name)).toEqual(['Test statistician', 'Test approver']);
  const logged = (await office.bench.log.events()).filter(({what}) => what === `POST ${ONE}/approve`);
  expect(logged.map(({answer}) => answer)).toEqual([
    'refused: not-yours-to-do',
    ...['asked', 'refused: not-recorded', 'asked', 'done', 'asked', 'done'],
  ]);
});

test('nobody approves their own, whatever they may', async () => {
  const both = await office.enter(['statistician', 'approver']);
  await sent({}, both);
  expect(await pageAt(ONE, both)).not.toContain('/approve"');
  const refused = await both.post(`${ONE}/approve`, {read: 'yes'});
  expect([refused.status, (await records())[0]?.state]).toEqual([422, 'validated']);
  expect(await text(refused)).toContain('cannot be the second');
});

test('sent twice it is one edition; prepared by another meanwhile, what was typed stays', async () => {
  const other = await office.enter(['statistician']);
  await sent();
  const again = await sent();
  expect([again.status, again.headers.get('location')]).toEqual([303, ONE]);
  const late = await sent({recipients: 'Ministry of Justice'}, other);
  const page = await text(late);
  expect(late.status).toBe(422);
  expect(page).toContain(words.meanwhile('2013-internal-1'));
  expect(page).toContain('>Ministry of Justice</textarea>');
  expect(page).toContain('name="_next" value="2013-internal-2"');
  expect(await records()).toHaveLength(1);
});

describe('sent back', () => {
  beforeEach(async () => void (await sent()));

  test('by the approver, for a reason that everybody reads, and never approved', async () => {
    const bare = await approver.post(`${ONE}/send-back`, {});
    expect(bare.status).toBe(422);
    const telling = await approver.post(`${ONE}/send-back`, {reason: 'She of 120190-1232'});
    const page = await text(telling);
    expect([telling.status, page.includes('>She of 120190-1232</textarea>')]).toEqual([422, true]);
    const back = await approver.post(`${ONE}/send-back`, {reason: 'The note on minors is last year’s'});
    expect(back.headers.get('location')).toBe(ONE);
    expect((await approver.post(`${ONE}/send-back`, {reason: 'again'})).headers.get('location')).toBe(ONE);
    const seen = await pageAt(ONE);
    expect(seen).toContain('The note on minors is last year’s');
    expect(seen).toContain(`href="${FORM}"`);
    expect((await records()).map(({state, returned}) => [state, returned?.by])).toEqual([
      ['returned', 'Test approver'],
    ]);
    expect((await approved()).status).toBe(422);
    expect((await sent({_next: '2013-internal-2'})).headers.get('location')).toBe('/editions/2013-internal-2');
    const log = readFileSync(join(office.folder, 'workbench', 'access.jsonl'), 'utf8');
    expect(log).not.toContain('120190');
  });

  test('by its preparer, who has seen something', async () => {
    expect((await stat.post(`${ONE}/send-back`, {reason: 'x'})).status).toBe(403);
    expect((await stat.post(`${ONE}/withdraw`, {reason: 'A row came late'})).status).toBe(303);
    expect((await records())[0]?.state).toBe('returned');
  });
});

test.each([
  {what: 'a cut-off that is no moment', fields: {'as-at': 'last week'}, says: words.moment},
  {what: 'a cut-off to come', fields: {'as-at': '01-01-2030'}, says: '1 Jan 2030'},
  {what: 'an embargo that has passed', fields: {embargo: '01-02-2014 09.00'}, says: '1 Feb 2014'},
  {what: 'a choice without a reason', fields: {over: 'findings'}, says: words.neededReason},
  {what: 'a correction of nothing', fields: {corrects: '2013-internal-7', 'erratum-da': 'x'}, says: '2013-internal-7'},
  {what: 'a correction without words', fields: {corrects: '2013-internal-7'}, says: words.neededErratum},
])('refused: $what, and what was typed stays', async ({fields, says}) => {
  const answer = await sent({...fields, recipients: 'Kept Ministry'});
  const page = await text(answer);
  expect(answer.status).toBe(422);
  expect(page).toContain(says);
  expect(page).toContain('>Kept Ministry</textarea>');
  for (const [name, value] of Object.entries(fields))
    if (name === 'as-at' || name === 'embargo') expect(page).toContain(`value="${value}"`);
  expect(await records()).toEqual([]);
});

test('an error stands in the way, with the way to it; let through, with its reason in the manifest', async () => {
  const sentence = '/statement/text/2013/internal/da/sex.2';
  const seen = /name="_seen" value="([^"]+)"/.exec(await pageAt(sentence))?.[1] ?? '';
  await stat.post(`${sentence}/keep`, {text: 'Der er 17 kvinder.', _seen: seen});
  const form = await pageAt(FORM);
  expect(form).toContain('href="/statement/text/2013/internal/da"');
  const refused = await sent();
  expect([refused.status, (await text(refused)).includes(words.cannotBe)]).toEqual([422, true]);
  expect(await records()).toEqual([]);
  const over = await sent({over: 'findings', reason: 'The board has seen it'});
  expect(over.status).toBe(303);
  expect((await records())[0]?.overFindings).toMatchObject({reason: 'The board has seen it'});
});

test('corrected by a new edition, whose erratum is in every language', async () => {
  await sent();
  await approved();
  expect(await pageAt(ONE)).toContain(`href="${FORM}?corrects=2013-internal-1"`);
  expect(await pageAt(`${FORM}?corrects=2013-internal-1`)).toContain('<option value="2013-internal-1" selected>');
  const corrects = {corrects: '2013-internal-1', _next: '2013-internal-2'};
  const answer = await sent({...corrects, 'erratum-da': 'To personer stod forkert'});
  expect(answer.headers.get('location')).toBe('/editions/2013-internal-2');
  await approved('2013-internal-2');
  expect((await records()).map(({state}) => state)).toEqual(['corrected', 'released']);
  expect(await pageAt(ONE)).toContain('href="/editions/2013-internal-2"');
  expect(await text(await stat.get('/editions/2013-internal-2/page/da'))).toContain('To personer stod forkert');
});

test('whoever only reads knows of nothing before it is out', async () => {
  const reader = await office.enter(['reader']);
  await sent({embargo: '10-03-2014 09.00'});
  const hidden = async () => [
    (await pageAt('/editions', reader)).includes('2013-internal-1'),
    ...(await Promise.all(
      [ONE, `${ONE}/page/da`, `${ONE}/figures.json`, `${ONE}/all.zip`].map(
        async (path) => (await reader.get(path)).status,
      ),
    )),
  ];
  expect(await hidden()).toEqual([false, 404, 404, 404, 404]);
  await approved();
  expect((await records())[0]?.state).toBe('approved');
  expect(await hidden()).toEqual([false, 404, 404, 404, 404]);
  office.effects.clock = instant('2014-03-10T09:00:00Z');
  const late = await office.enter(['reader']);
  expect((await late.get(ONE)).status).toBe(200);
  expect((await late.get('/compare')).status).toBe(403);
});

test('every file is taken as it was signed, all as one that verifies, and nothing that was changed', async () => {
  await sent();
  await approved();
  const page = await pageAt(ONE);
  const names = [...page.matchAll(/href="\/editions\/2013-internal-1\/([^"]+)" download/g)].map(
    ([, name = '']) => name,
  );
  expect(names.length).toBeGreaterThan(60);
  expect(page).toContain(said.isWhole(names.length - 1));
  for (const name of names.filter((one) => one !== 'all.zip')) {
    const taken = await stat.get(`${ONE}/${name}`);
    const there = readFileSync(join(office.folder, 'editions', '2013-internal-1', name));
    expect([name, taken.status, Buffer.from(await taken.arrayBuffer()).equals(there)]).toEqual([name, 200, true]);
  }
  const place = temporaryFolder('archive');
  const zip = unzipSync(new Uint8Array(await (await stat.get(`${ONE}/all.zip`)).arrayBuffer()));
  for (const [name, bytes] of Object.entries(zip)) {
    mkdirSync(dirname(join(place.path, name)), {recursive: true});
    writeFileSync(join(place.path, name), bytes);
  }
  expect((await verifyFolder(join(place.path, '2013-internal-1'))).ok).toBe(true);
  place.remove();

  const figures = join(office.folder, 'editions', '2013-internal-1', 'figures.json');
  writeFileSync(figures, readFileSync(figures, 'utf8').replace('76', '67'));
  expect(await pageAt(ONE)).toContain(said.isNot);
  for (const path of ['figures.json', 'all.zip']) expect((await stat.get(`${ONE}/${path}`)).status).toBe(422);
  expect((await stat.get(`${ONE}/statement.da.html`)).status).toBe(200);
  for (const path of ['../../opgor.yaml', '..%2f..%2fopgor.yaml', 'nothing.csv'])
    expect((await stat.get(`${ONE}/${path}`)).status).toBe(404);
});

test('what was changed after it was sent is not approved', async () => {
  await sent();
  const folder = join(office.folder, 'editions', 'awaiting', '2013-internal-1');
  writeFileSync(join(folder, 'figures.json'), '{}');
  expect(await pageAt(ONE, approver)).not.toContain('/approve"');
  const refused = await approved();
  expect([refused.status, (await records())[0]?.state]).toEqual([422, 'validated']);
});

test('compared with the register as it is now: each cell that differs, and why; taken along', async () => {
  await sent();
  await approved();
  const caseworker = await office.enter(['caseworker', 'statistician']);
  const unchanged = await text(await ended(stat, await stat.get('/compare')));
  expect(unchanged).toMatch(languages.en.revisions.unchanged(356));
  const behind = await pageAt('/statement/figure/2013/internal/persons-by-sex.female', caseworker);
  const record = /href="\/cases\/(P-[0-9-]+)"/.exec(behind)?.[1] ?? '';
  const file = await caseFile(office.folder, record, undefined, undefined, office.effects);
  if (!file.ok) throw new Error(file.refusal.reason);
  const counted = file.value.explained.file.facts.find(({fact}) => fact.kind === 'assessment');
  const withdrawn = await caseworker.post(`/cases/${record}/add/withdrawal`, {
    ...{of: String(counted?.id), why: 'recorded-in-error', on: '01-03-2014'},
  });
  expect(withdrawn.status).toBe(303);
  const page = await text(await ended(stat, await stat.get('/compare?earlier=2013-internal-1&later=now')));
  const compared = await compare(
    office.folder,
    {earlier: '2013-internal-1', later: 'now', table: undefined},
    office.effects,
  );
  if (!compared.ok) throw new Error(compared.refusal.reason);
  const {cells, compared: of} = compared.value;
  expect(cells.length).toBeGreaterThan(3);
  expect(page).toContain(languages.en.revisions.differ(cells.length, of));
  expect(page.match(/<th scope="row">/g)).toHaveLength(cells.length + compared.value.balanced.length);
  for (const cell of cells) expect(page).toContain(`<td class="keep">${movedCell(cell, languages.en)}</td>`);
  expect(page).not.toContain(record);
  const csv = await (await stat.get('/compare/cells.csv?earlier=2013-internal-1&later=now')).text();
  expect(csv.trim().split('\r\n')).toHaveLength(1 + cells.length + compared.value.balanced.length);
  expect((await stat.get('/compare?earlier=2013-internal-9&later=now')).status).toBe(422);
});

test('how the public edition is protected: every interval as it is proven, and no figure that is withheld', async () => {
  const page = await text(await ended(stat, await stat.get('/statement/protection/2013')));
  const report = await protectionOf(
    office.folder,
    {period: yearPeriod(2013), asAt: undefined, explain: true},
    office.effects,
    silent,
  );
  if (!report.ok || report.value.protection === undefined) throw new Error();
  const {withheld} = report.value.protection;
  const {protection} = languages.en;
  const intervals = withheld.flatMap(({places, low = 0, high = 0}) =>
    places.map(() => protection.between(String(low), String(high))),
  );
  const shown = [...page.matchAll(/<td>([^<]*)<svg class="weight"/g)].map(([, told]) => told);
  expect(shown.toSorted()).toEqual(intervals.toSorted());
  expect(intervals.length).toBeGreaterThan(10);
});
