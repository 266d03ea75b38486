/** What became of an edition, from the command: an office releases one, learns more, and asks. */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {type Office, openOffice, releaseIn, value} from '../production/edition-office.ts';
import {commandIn} from './command-in.ts';

let office: Office;
let opgor: ReturnType<typeof commandIn>['opgor'];
let json: ReturnType<typeof commandIn>['json'];
let late: string;
let earlier: string;

beforeAll(async () => {
  office = await openOffice('revisions');
  ({opgor, json} = commandIn(office.folder, office.workspace, office.effects));
  const anyway = {overFindings: true, withOpenQuestions: true, reason: 'a test'};
  value(await releaseIn(office, {...anyway, period: yearPeriod(2012)}));
  value(await releaseIn(office, anyway));
  office.at('2014-05-05T09:00:00Z');
  const set = ['on=2013-08-01', 'by=us', 'outcome=victim', 'exploitation=forced-labour'].flatMap((one) => [
    '--set',
    one,
  ]);
  late = (await json('add', 'assessment', ...set)).answer.record;
  const {answer} = await json('ledger');
  earlier = answer.editions.find(({edition}: {edition: string}) => edition.startsWith('2013')).edition;
}, 120_000);
afterAll(() => office.remove());

test('compare says every cell that differs, and why', async () => {
  const {code, answer} = await json('compare', earlier, 'now', '--table', 'persons-by-exploitation');
  expect(code).toBe(0);
  expect(
    answer.cells.map(({codes, difference, reasons}: Record<string, unknown>) => ({codes, difference, reasons})),
  ).toEqual([
    {codes: ['forced-labour'], difference: 1, reasons: [{reason: 'late-decision', difference: 1}]},
    {codes: ['all'], difference: 1, reasons: [{reason: 'late-decision', difference: 1}]},
  ]);
  expect(answer.earlier).toMatchObject({edition: earlier, profile: {id: 'denmark'}});
});

test('in words, in the reader’s language, and as a table', async () => {
  const file = join(office.folder, 'differences.csv');
  const {out} = await opgor(['compare', earlier, 'now', '--out', file], {language: 'da'});
  expect(out).toMatch(/Tvangsarbejde .*\(\+1\): sen afgørelse \+1/);
  const lines = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(lines[0]).toContain('tabel;titel;celle;betegnelse;tidligere;senere;forskel;sen afgørelse;');
  expect(lines.some((line) => line.startsWith('persons-by-exploitation;') && line.includes(';forced-labour;'))).toBe(
    true,
  );
});

test('nothing that anybody learned since: no cell differs', async () => {
  const {out, code} = await opgor(['compare', earlier, earlier]);
  expect([code, out]).toEqual([0, expect.stringMatching(/No cell differs: \d+ compared\./)]);
});

test('refused: no such edition, two periods, no such table', async () => {
  const reasons = async (...args: readonly string[]) => (await json('compare', ...args)).answer.refusal?.reason;
  expect(await reasons('2013-internal-9', 'now')).toBe('no-such-edition');
  expect(await reasons('2012-internal-1', earlier)).toBe('periods-differ');
  expect(await reasons(earlier, 'now', '--table', 'persons-by-shoe')).toBe('no-such-table');
});

test('the ledger in sum: who came and who left since', async () => {
  const {answer} = await json('ledger');
  const one = answer.editions.find(({edition}: {edition: string}) => edition === earlier);
  expect(one).toMatchObject({late: 1, since: [{reason: 'late-decision', joined: 1, left: 0}]});
  expect(one.countedNow).toBe(one.counted + 1);
  expect((await opgor(['ledger'])).out).toContain('late decision: 1 joined, 0 left');
});

test('the ledger of a person, with the key alone', async () => {
  const {out} = await opgor(['ledger', late]);
  expect(out).toContain('not in the register then');
  expect(out).toMatch(new RegExp(`too late for ${earlier}`));
  const {answer} = await json('ledger', late);
  expect(answer.late).toMatchObject([{by: 'us', outcome: 'victim', editions: [earlier]}]);

  const keyless = commandIn(join(office.folder, 'elsewhere'), office.workspace, {
    ...office.effects,
    keyFolder: join(office.folder, 'elsewhere'),
  });
  expect((await keyless.json('ledger', late)).answer.refusal.reason).toBe('no-key');
  expect((await keyless.json('ledger')).code).toBe(0);
  expect((await json('ledger', 'P-000001-0')).answer.refusal.reason).toBe('no-such-person');
});

test('the triangle of a total, of a cell, and of no such table', async () => {
  const {answer} = await json('revisions');
  expect(answer).toMatchObject({table: 'persons-by-year', editions: ['2012-internal-1', earlier]});
  expect(answer.measures).toMatchObject({years: 6, mean: 0, meanAbsolute: 0, relative: 0});
  expect(answer.cells.at(-1)[0]).toEqual({kind: 'not-applicable'});
  const {out} = await opgor(['revisions', '--table', 'persons-by-exploitation', '--cell', 'forced-labour']);
  expect(out).toContain('Forced labour');
  expect((await json('revisions', '--table', 'no')).answer.refusal.reason).toBe('no-such-table');
});

test('an edition whose figures are not what is counted again is not compared', async () => {
  const path = join(office.workspace, 'editions', earlier, 'figures.json');
  const whole = readFileSync(path, 'utf8');
  const figures = JSON.parse(whole);
  const [first] = figures.link.item.filter(
    ({extension}: {extension: {table: string}}) => extension.table === 'persons-by-sex',
  );
  first.extension.total += 1;
  writeFileSync(path, JSON.stringify(figures));
  const {answer} = await json('compare', earlier, 'now');
  expect(answer.refusal).toMatchObject({reason: 'recompiled-otherwise', differing: ['persons-by-sex']});
  writeFileSync(path, whole);
});

test('an edition is not compared with one before it', async () => {
  const anyway = {overFindings: true, withOpenQuestions: true, reason: 'a test'};
  value(await releaseIn(office, anyway));
  const {answer} = await json('compare', '2013-internal-2', earlier);
  expect(answer.refusal).toEqual({reason: 'not-the-earlier', from: '2013-internal-2', to: earlier});
  expect((await json('compare', earlier, '2013-internal-2', '--table', 'persons-by-year')).answer.cells).toMatchObject([
    {codes: ['2013'], difference: 1},
  ]);
}, 60_000);
