/** The command as an office uses it: real workspace, real files, every ending by its exit code. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {languages} from '#language/language';
import {silent} from '#production/progress';
import {commandsFor} from '../../src/cli/commands/index.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('cli');
const office = join(folder.path, 'office');
const input = join('examples', 'denmark-2013', 'input');
const US = join(input, 'us-afgoerelser-2013.csv');

const {opgor, json} = commandIn(folder.path, office);

beforeAll(async () => {
  const made = await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
  expect(made.code).toBe(0);
  expect(made.out).toMatch(/([0-9A-Z]{5}-){10}[0-9A-Z]{5}/);
  for (const [file, source, at] of [
    [US, 'us', '2014-01-27'],
    [join(input, 'cmm-sager-2013.xlsx'), 'cmm', '2014-01-28'],
    [join(input, 'hjemsendelser-2013.ods'), 'returns', '2014-01-29'],
  ] as const) {
    const ran = await json('receive', file, '--source', source, '--recorded-at', at);
    expect(ran).toMatchObject({code: 0, answer: {ok: true, receipt: {rows: {held: 0}}}});
  }
});
afterAll(folder.remove);

test('the workspace holds no key', () => {
  const [key] = readFileSync(
    join(folder.path, 'keys', `${/workspace: (.+)/.exec(readFileSync(join(office, 'opgor.yaml'), 'utf8'))?.[1]}.key`),
    'utf8',
  ).split('\n');
  for (const file of ['opgor.yaml', 'register.sqlite'])
    expect(readFileSync(join(office, file)).includes(key ?? '–')).toBe(false);
});

test.each((await commandsFor([])).map(({name}) => name))('%s --help has an example and exits 0', async (name) => {
  for (const language of ['da', 'en'] as const) {
    const ran = await opgor([...name.split(' '), '--help'], {language});
    expect(ran.code).toBe(0);
    expect(ran.out).toContain(`opgor ${name}`);
    expect(ran.out).toContain(languages[language].cli.example);
    expect(ran.out).toContain('--json');
  }
});

test.each([
  {args: ['recieve'], says: 'recieve'},
  {args: ['receive'], says: 'FILE'},
  {args: ['receive', 'x.csv'], says: '--source'},
  {args: ['receive', US, '--source', 'us', '--control-total', 'persons'], says: 'NAME=VALUE'},
  {args: ['receive', US, '--source', 'us', '--recorded-at', 'yesterday'], says: '--recorded-at'},
  {args: ['statement', '13'], says: 'YYYY'},
  {args: ['statement', '--from', '2013-02-30', '--to', '2013-12-31'], says: '--from'},
  {args: ['statement', '--from', '2013-12-31', '--to', '2013-01-01'], says: '--to'},
  {args: ['statement', '2013', '--language', 'sv'], says: 'da,en'},
  {args: ['statement', '2013', '2014'], says: '2014'},
  {args: ['statement', '2013', '--colour'], says: '--colour'},
  {args: ['add', 'gossip'], says: 'attestation'},
  {args: ['add', 'attestation', 'P-000001-9'], says: '--set on='},
  {args: ['erase', 'P-000001-9'], says: '--reason'},
])('$args is used wrongly: exit 2, says $says', async ({args, says}) => {
  const ran = await opgor(args);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(says);
});

test.each([
  {reason: 'no-workspace', args: ['statement', '2013', '--dir', folder.path]},
  {reason: 'no-such-file', args: ['receive', 'nowhere.csv', '--source', 'us']},
  {reason: 'no-such-source', args: ['receive', US, '--source', 'police']},
  {reason: 'wrong-encoding', args: ['receive', join(input, 'deliveries.yaml'), '--source', 'us']},
  {reason: 'wrong-format', args: ['receive', US, '--source', 'cmm']},
  {reason: 'recorded-in-the-past', args: ['receive', US, '--source', 'us', '--recorded-at', '2013-01-01']},
  {reason: 'no-such-profile', args: ['init', join(folder.path, 'other'), '--profile', 'atlantis']},
  {reason: 'folder-not-empty', args: ['init', office, '--profile', 'denmark']},
  {reason: 'no-such-person', args: ['why', 'P-000001-0']},
  {reason: 'nothing-to-count', args: ['statement', '1999']},
])('$args is refused: $reason, exit 1, with a remedy in both languages', async ({reason, args}) => {
  const {code, answer} = await json(...args);
  expect(code).toBe(1);
  expect(answer).toMatchObject({ok: false, refusal: {reason}});
  for (const language of ['da', 'en'] as const) {
    const ran = await opgor(args, {language});
    expect(ran.err).toContain(languages[language].cli.remedy);
    expect(ran.out).toBe('');
  }
});

test('the same file twice changes nothing; a dry run keeps nothing', async () => {
  const again = await json('receive', US, '--source', 'us');
  expect(again.answer.receipt).toMatchObject({
    rows: {new: 0, changed: 0, withdrawn: 0},
    facts: {recorded: 0, withdrawn: 0},
  });
  const rehearsed = await opgor(['receive', join(input, 'cmm-sager-2013.xlsx'), '--source', 'cmm', '--dry-run']);
  expect(rehearsed).toMatchObject({code: 0});
  expect(rehearsed.out).toContain(languages.en.answers.rehearsed);
});

test('a control total that differs is told, not forced', async () => {
  const {code, answer} = await json('receive', US, '--source', 'us', '--control-total', 'persons=61', '--dry-run');
  expect(code).toBe(0);
  expect(answer.receipt.controlTotals).toEqual([
    {measure: 'persons', meant: 'persons-2013', given: 61, counted: 60, difference: -1},
  ]);
  expect(answer.receipt.findings.map(({rule}: {rule: string}) => rule)).toContain('control-total-disagrees');
});

test('a covering letter that does not agree marks the draft, stops a release, and is mended by the right one', async () => {
  const receive = (total: string) => json('receive', US, '--source', 'us', '--control-total', total);
  const compile = () => json('statement', '2013', '--out', join(folder.path, 'totals'), '--media', 'html', '--strict');
  await receive('persons=61');
  const refused = await compile();
  expect(refused.code).toBe(1);
  expect(refused.answer.refusal.findings.map(({rule}: {rule: string}) => rule)).toEqual(['control-total-disagrees']);
  await receive('persons=60');
  expect((await compile()).code).toBe(0);
});

test('a period that ends after the register’s last day marks the draft and stops a release', async () => {
  const compile = (to: string, ...more: readonly string[]) => {
    const out = join(folder.path, `until-${to}`);
    const period = ['--from', '2013-01-01', '--to', to, '--as-at', '2014-02-03'];
    return json('statement', ...period, '--out', out, '--media', 'html', '--language', 'da', ...more);
  };
  const refused = await compile('2014-01-30', '--strict');
  expect(refused.code).toBe(1);
  expect(refused.answer.refusal.findings.map(({rule}: {rule: string}) => rule)).toEqual(['period-not-over']);
  expect((await compile('2014-01-30')).code).toBe(0);
  const page = readFileSync(join(folder.path, 'until-2014-01-30', 'statement.da.html'), 'utf8');
  expect(page).toContain('Perioden slutter efter registrets sidste dag; tallene er foreløbige.');
  expect((await compile('2014-01-29', '--strict')).code).toBe(0);
});

test('a statement of any period counts each person once', async () => {
  const out = join(folder.path, 'half');
  const {code, answer} = await json(
    'statement',
    '--from',
    '2013-01-01',
    '--to',
    '2013-06-30',
    '--out',
    out,
    '--language',
    'en',
  );
  expect(code).toBe(0);
  expect(answer.files).toContain('statement.en.html');
  expect(answer.files).not.toContain('statement.da.html');
  const html = readFileSync(join(out, 'statement.en.html'), 'utf8');
  expect(html).not.toMatch(/undefined|NaN|\{\$/);
});

test.each([
  {holds: 'a note beside an earlier statement', manifest: undefined},
  {holds: 'a manifest of something else', manifest: '{"name": "an app"}'},
])('$holds is left alone', async ({holds, manifest}) => {
  const out = join(folder.path, holds.replaceAll(' ', '-'));
  const compile = () => json('statement', '2013', '--out', out, '--media', 'html', '--language', 'en');
  if (manifest === undefined) expect((await compile()).code).toBe(0);
  else mkdirSync(out);
  if (manifest !== undefined) writeFileSync(join(out, 'manifest.json'), manifest);
  writeFileSync(join(out, 'my-notes.txt'), 'mine');
  expect((await compile()).answer.refusal?.reason).toBe('folder-not-empty');
  expect(readFileSync(join(out, 'my-notes.txt'), 'utf8')).toBe('mine');
});

test('what a command names is not repeated unless it is a record number', async () => {
  for (const args of [
    ['why', 'Anna Prøve'],
    ['add', 'charge', 'Anna Prøve', '--set', 'on=2013-01-01'],
    ['erase', 'Anna Prøve', '--reason', 'x', '--yes'],
  ]) {
    const ran = await opgor([...args, '--json']);
    expect(ran.code).toBe(1);
    expect(ran.out + ran.err).not.toContain('Anna');
  }
});

test('an errors file that cannot be written is said before anything is received', async () => {
  const wrong = [US, '--source', 'us', '--errors', join(US, 'held.csv')];
  expect((await json('receive', ...wrong)).answer.refusal?.reason).toBe('file-not-writable');
});

test('a folder with something else in it is left alone', async () => {
  const out = join(folder.path, 'mine');
  mkdirSync(out);
  writeFileSync(join(out, 'thesis.txt'), 'mine');
  const {code, answer} = await json('statement', '2013', '--out', out);
  expect(code).toBe(1);
  expect(answer.refusal.reason).toBe('folder-not-empty');
  expect(readFileSync(join(out, 'thesis.txt'), 'utf8')).toBe('mine');
});

test('a question is asked, answered with a reason, and asked no more', async () => {
  const {answer} = await json('questions', '2013');
  const [first, ...rest] = answer.questions;
  const set = [`on=2014-02-10`, `of=${first.of}`, `question=${first.rule}`, 'reason=Status changed that week'];
  const added = await opgor(['add', 'answer', first.record, ...set.flatMap((one) => ['--set', one])]);
  expect(added).toMatchObject({code: 0});
  expect((await json('questions', '2013')).answer.questions).toEqual(rest);
});

test('a fact is asked for field by field; a new person is a record number only', async () => {
  const added = await opgor(['add', 'assessment', '--json', '--set', 'on=2013-11-20'], {
    answers: ['court', 'victim', '1995', ...Array.from({length: 8}, () => '')],
  });
  expect(added.code).toBe(0);
  const {record} = JSON.parse(added.out);
  const {answer} = await json('why', record, '2013');
  expect(answer.periods[0]).toMatchObject({reason: 'counted', codes: {authority: ['court']}, repetition: 'first-time'});
  expect(answer.facts[0].fact.age).toEqual({youngest: 17, oldest: 18, basis: 'partial'});

  const [{id}] = answer.facts;
  const withdrawn = await opgor([
    'add',
    'withdrawal',
    record,
    '--set',
    `of=${id}`,
    '--set',
    'on=2014-02-10',
    '--set',
    'why=recorded-in-error',
  ]);
  expect(withdrawn.code).toBe(0);
  expect((await json('why', record, '2013')).answer.periods[0].reason).toBe('no-standing-assessment');
});

test.each([
  {set: ['on=2013-02-30'], reason: 'impossible-value'},
  {set: ['on=2099-01-01'], reason: 'impossible-value'},
  {set: ['on=2013-01-01', 'by=police', 'outcome=victim'], reason: 'unknown-code'},
  {set: ['on=2013-01-01', 'by=us', 'outcome=victim', 'colour=red'], reason: 'unknown-code'},
])('an assessment with $set is refused: $reason', async ({set, reason}) => {
  const {code, answer} = await json(
    'add',
    'assessment',
    ...['by=us', 'outcome=victim', ...set].flatMap((one) => ['--set', one]),
  );
  expect({code, reason: answer.refusal?.reason}).toEqual({code: 1, reason});
});

test('erasure destroys the identity once, after asking, and the count stands', async () => {
  const out = join(folder.path, 'erased');
  const count = async () => {
    expect((await json('statement', '2013', '--out', out, '--media', 'html')).code).toBe(0);
    return JSON.parse(readFileSync(join(out, 'figures.json'), 'utf8')).link;
  };
  const before = await count();
  expect(await opgor(['erase', 'P-000001-9', '--reason', 'on request'], {answers: ['no']})).toMatchObject({code: 1});
  expect(await opgor(['erase', 'P-000001-9', '--reason', 'on request'], {answers: ['P-000001-9']})).toMatchObject({
    code: 0,
  });
  expect((await json('erase', 'P-000001-9', '--reason', 'again', '--yes')).answer.refusal.reason).toBe('person-erased');
  expect(await count()).toEqual(before);
});

test('the wrong key is refused, and nothing is received with it', async () => {
  const keys = join(folder.path, 'keys');
  expect(existsSync(keys)).toBe(true);
  const strange = {
    ...effectsIn(folder.path),
    environment: (name: string) => (name === 'OPGOR_KEY' ? 'AAAAA' : undefined),
  };
  const {receiveInto} = await import('#production/casework');
  const outcome = await receiveInto(
    office,
    {
      path: US,
      source: 'us',
      controlTotals: {},
      recordedAt: undefined,
      recordedBy: 'x',
      dryRun: false,
      errors: undefined,
    },
    strange,
    silent,
  );
  expect(outcome).toMatchObject({ok: false, refusal: {reason: 'key-does-not-fit'}});
});
