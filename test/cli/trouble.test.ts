/** What goes wrong in an office: each is told as what it is, and leaves everything as it was. */
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {PassThrough} from 'node:stream';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {askOn} from '../../src/cli/ask.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('trouble');
const office = join(folder.path, 'office');
const {opgor, json} = commandIn(folder.path, office);
const input = join('examples', 'denmark-2013', 'input');
const US = join(input, 'us-afgoerelser-2013.csv');
const rows = readFileSync(US, 'latin1').split('\r\n');

/** The Immigration Service's file with other rows. */
function file(name: string, lines: readonly string[]): string {
  const path = join(folder.path, name);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`, 'latin1');
  return path;
}

beforeAll(async () => {
  expect(await opgor(['init', office, '--profile', 'denmark', '--synthetic'])).toMatchObject({code: 0});
  expect(await json('receive', US, '--source', 'us', '--recorded-at', '2014-01-27')).toMatchObject({code: 0});
});
afterAll(folder.remove);

const reasonOf = async (...args: readonly string[]) => (await json(...args)).answer.refusal?.reason;
const register = () => readFileSync(join(office, 'register.sqlite'));

test.each([
  {of: 'add', args: ['add', 'charge']},
  {of: 'erase', args: ['erase', 'P-000001-9', '--reason', 'asked']},
])('who leaves a question of $of has changed nothing, and is told so', async ({args}) => {
  const before = register();
  const ran = await opgor(args, {answers: []});
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('Nothing was changed');
  expect(register()).toEqual(before);
});

test('a typed-in record number that differs erases nobody, and says so without the usage', async () => {
  const ran = await opgor(['erase', 'P-000001-9', '--reason', 'asked'], {answers: ['P-000002-8']});
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('Nothing was erased');
  expect(ran.err).not.toContain('Usage');
});

test.each(['\u0003', '\u0004'])('Ctrl-C and Ctrl-D at a prompt are no answer', async (key) => {
  const [typed, shown] = [Object.assign(new PassThrough(), {isTTY: true}), new PassThrough()];
  const answer = askOn(typed, Object.assign(shown, {isTTY: true}))('name?');
  typed.write(key);
  expect(await answer).toBeUndefined();
});

test('the end of the input is no answer; a line is one', async () => {
  const ended = new PassThrough();
  const none = askOn(ended, new PassThrough())('name?');
  ended.end();
  expect(await none).toBeUndefined();
  const said = new PassThrough();
  const some = askOn(said, new PassThrough())('name?');
  said.write(' 2013-05-02 \n');
  expect(await some).toBe('2013-05-02');
});

test('a wrong answer is told at once, and asked again; prompts are in words', async () => {
  const ran = await opgor(['add', 'asylum-claim'], {answers: ['foo', '2013-02-30', '2013-02-01', ''], language: 'da'});
  expect(ran.code).toBe(0);
  expect(ran.err.match(/Gælder fra \[on\]/g)).toHaveLength(3);
  expect(ran.err).toContain('en dag, 31-12-2013');
  const choices = await opgor(['add', 'assessment'], {answers: ['2013-02-01', 'police'], language: 'da'});
  expect(choices.code).toBe(1);
  expect(choices.err).toContain('Udlændingestyrelsen');
});

test.each([
  {what: 'broken YAML', text: 'a: ['},
  {what: 'other settings', text: 'colour: blue\n'},
])('settings that are $what are refused by the file’s name', async ({text}) => {
  const path = join(office, 'opgor.yaml');
  const before = readFileSync(path);
  try {
    writeFileSync(path, text);
    const {code, answer} = await json('questions', '2013');
    expect({code, refusal: answer.refusal}).toEqual({code: 1, refusal: {reason: 'settings-not-readable', path}});
  } finally {
    writeFileSync(path, before);
  }
});

test('the file of held rows overwrites nothing, stays out of the workspace, and is not written for nothing', async () => {
  const mine = join(folder.path, 'thesis.txt');
  writeFileSync(mine, 'mine');
  const before = register();
  const receive = (path: string) => ['receive', US, '--source', 'us', '--errors', path, '--dry-run'];
  expect(await reasonOf(...receive(mine))).toBe('file-exists');
  expect(await reasonOf(...receive(join(office, 'register.sqlite')))).toBe('file-exists');
  expect(await reasonOf(...receive(US))).toBe('file-exists');
  expect(await reasonOf(...receive(join(office, 'held.csv')))).toBe('inside-workspace');
  expect(readFileSync(mine, 'utf8')).toBe('mine');
  expect(register()).toEqual(before);

  const none = join(folder.path, 'none.csv');
  const ran = await opgor(receive(none));
  expect(ran.code).toBe(0);
  expect(existsSync(none)).toBe(false);
  expect(ran.out).not.toContain('none.csv');
  const some = join(folder.path, 'some.csv');
  const faulty = file(
    'faulty.csv',
    rows.map((row, i) => (i === 5 ? row.replace(/\d\d-\d\d-20\d\d/, '31-02-2013') : row)),
  );
  expect((await opgor(['receive', faulty, '--source', 'us', '--errors', some, '--dry-run'])).out).toContain('some.csv');
  expect(existsSync(some)).toBe(true);
});

test('a snapshot without many of the rows is refused, rehearsed with its finding, and taken when it is meant', async () => {
  const half = file('half.csv', rows.slice(0, 220));
  const before = register();
  const refused = await json('receive', half, '--source', 'us');
  expect(refused.code).toBe(1);
  const gone = rows.length - 1 - 220;
  expect(refused.answer.refusal).toMatchObject({reason: 'too-many-gone', gone, most: 0.2});
  expect(register()).toEqual(before);
  const rehearsed = await json('receive', half, '--source', 'us', '--dry-run');
  expect(rehearsed.code).toBe(0);
  expect(rehearsed.answer.receipt.rows.withdrawn).toBe(gone);
  expect(rehearsed.answer.receipt.findings.map(({rule}: {rule: string}) => rule)).toContain('many-rows-gone');
  const meant = await json('receive', half, '--source', 'us', '--dry-run', '--accept-withdrawals');
  expect(meant.code).toBe(0);
  const few = file('few.csv', rows.toSpliced(20, 9));
  expect((await json('receive', few, '--source', 'us', '--dry-run')).answer.receipt.rows.withdrawn).toBe(9);
});

test('a moment that has not come is refused, and so is a clock that has fallen behind', async () => {
  const changed = file('changed.csv', [...rows.slice(0, -1), rows[1]?.replace(/^[^;]*/, 'X-1') ?? '']);
  const later = ['receive', changed, '--source', 'us', '--recorded-at', '2033-01-01'];
  expect(await reasonOf(...later)).toBe('recorded-in-the-future');
  expect(await reasonOf('add', 'charge', '--set', 'on=2013-01-01', '--recorded-at', '2033-01-01')).toBe(
    'recorded-in-the-future',
  );
  const behind = commandIn(folder.path, office, effectsIn(folder.path, '2013-12-24T00:00:00Z'));
  expect((await behind.json('receive', changed, '--source', 'us')).answer.refusal).toMatchObject({
    reason: 'clock-behind-register',
    now: '2013-12-24T00:00:00.000Z',
  });
  expect((await behind.json('add', 'charge', '--set', 'on=2013-01-01')).answer.refusal.reason).toBe(
    'clock-behind-register',
  );
  // A person's right to be erased does not wait for the clock.
  expect(await behind.json('erase', 'P-000001-9', '--reason', 'asked', '--yes')).toMatchObject({code: 0});
});

test('a folder for a file, a file for a folder', async () => {
  expect(await reasonOf('receive', input, '--source', 'us')).toBe('not-a-file');
  const mine = join(folder.path, 'a-file');
  writeFileSync(mine, 'mine');
  expect(await reasonOf('statement', '2013', '--out', mine, '--media', 'html')).toBe('not-a-folder');
  expect(await reasonOf('init', mine, '--profile', 'denmark')).toBe('not-a-folder');
  expect(await reasonOf('demo', '--out', mine)).toBe('not-a-folder');
  expect(readFileSync(mine, 'utf8')).toBe('mine');
});

test('before the first delivery the register was empty', async () => {
  expect(await reasonOf('why', 'P-000001-9', '--as-at', '2010-01-01')).toBe('register-empty-then');
});

test('the same file again without its covering letter keeps what the letter said', async () => {
  const input = ['receive', US, '--source', 'us'];
  await json(...input, '--control-total', 'persons=61');
  const again = await json(...input);
  expect(again.answer.receipt.submission).toBeUndefined();
  const strict = ['statement', '2013', '--strict', '--media', 'html', '--out', join(folder.path, 'letters')];
  const refused = await json(...strict);
  expect(refused.answer.refusal?.findings.map(({rule}: {rule: string}) => rule)).toEqual(['control-total-disagrees']);
  await json(...input, '--control-total', 'persons=60');
  expect((await json(...strict)).code).toBe(0);
});

test('rows held back mark the draft, stop a release, are in the manifest, and are mended by the file that has them', async () => {
  const faulty = file(
    'faulty.csv',
    rows.map((row, i) => (i === 5 ? row.replace(/\d\d-\d\d-20\d\d/, '31-02-2013') : row)),
  );
  expect((await json('receive', faulty, '--source', 'us')).answer.receipt.rows.held).toBe(1);
  const out = join(folder.path, 'held');
  const compile = (...more: readonly string[]) => json('statement', '2013', '--media', 'html', '--out', out, ...more);
  const refused = await compile('--strict');
  expect(refused.code).toBe(1);
  expect(refused.answer.refusal.findings).toEqual([
    {rule: 'rows-held', severity: 'error', facts: {source: 'us', file: 'us-2', held: 1}},
  ]);
  expect((await compile()).code).toBe(0);
  const {inputs} = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  expect(inputs.at(-1)).toMatchObject({file: 'us-2', held: 1});
  for (const language of ['da', 'en'])
    expect(readFileSync(join(out, `statement.${language}.html`), 'utf8').includes('us-2')).toBe(true);
  await json('receive', US, '--source', 'us');
  expect((await compile('--strict')).code).toBe(0);
});

test.each([
  {what: 'a year without data', args: ['1999']},
  {what: 'a release that is stopped', args: ['--from', '2014-01-01', '--to', '2014-12-31', '--strict']},
])('a refused statement ends by itself, printing ahead or not: $what', async ({args}) => {
  const out = join(folder.path, 'never');
  const child = spawn(process.execPath, ['src/cli/main.ts', 'statement', ...args, '--dir', office, '--out', out], {
    stdio: 'ignore',
  });
  expect(await ended(child, 60_000)).toBe(1);
  expect(existsSync(out)).toBe(false);
});

test('a demo that is refused ends by itself', async () => {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'demo', '--out', folder.path], {stdio: 'ignore'});
  expect(await ended(child, 20_000)).toBe(1);
});

async function ended(child: ChildProcess, within: number): Promise<unknown> {
  const late = setTimeout(() => child.kill('SIGKILL'), within);
  const [code] = await once(child, 'exit');
  clearTimeout(late);
  return code;
}

test('settings that may not be read are told so', async () => {
  const path = join(folder.path, 'closed');
  mkdirSync(path);
  writeFileSync(join(path, 'opgor.yaml'), '', {mode: 0o000});
  chmodSync(folder.path, 0o755);
  const as = process.getuid?.() === 0 ? 65534 : undefined;
  if (as !== undefined) process.seteuid?.(as);
  try {
    expect(await reasonOf('questions', '2013', '--dir', path)).toBe('no-permission');
  } finally {
    if (as !== undefined) process.seteuid?.(0);
  }
});

test.each([
  {
    args: ['receive', US, '--source', 'us', '--dryrun'],
    says: 'Valget »--dryrun« findes ikke her. Er »--dry-run« ment?',
  },
  {args: ['receive', US, '--source', '--dry-run'], says: '--source ID mangler'},
  {args: ['receive', US, '--source', 'us', '--dry-run=no'], says: '--dry-run tager ingen værdi'},
  {args: ['questions', '2013', '--from', '2013-01-01'], says: 'ikke begge dele'},
  {args: ['statement', '--from', '2013-01-01'], says: '--to DAY mangler'},
  {args: ['statement', '2013', '--media', 'odt'], says: 'pdf,html,docx'},
])('$args is used wrongly, and told in the language spoken: $says', async ({args, says}) => {
  const ran = await opgor(args, {language: 'da'});
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(says);
});

test('the version is told; the help of add lists what can be added', async () => {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(await opgor(['--version'])).toMatchObject({code: 0, out: `opgor ${version}\n`});
  const {out} = await opgor(['add', '--help']);
  for (const kind of ['attestation', 'prepared-return', 'answer', 'reversal']) expect(out).toContain(`\n  ${kind}\n`);
});

test('a receipt says which year a total was held against, and what to do where it disagrees', async () => {
  const ran = await opgor(['receive', US, '--source', 'us', '--dry-run', '--control-total', 'persons=61']);
  expect(ran.out).toContain('✗ control total persons-2013: 61 in the covering letter, 60 counted');
  expect(ran.out).toContain('Ask the sender');
  const {answer} = await json('receive', US, '--source', 'us', '--control-total', 'cats=1');
  expect(answer.refusal).toMatchObject({reason: 'unknown-code', concept: '--control-total'});
  expect(answer.remedy).toContain('persons, persons-YYYY');
});

test('a kind of file there is none of is answered with those there are', async () => {
  const profile = join(folder.path, 'layouts');
  cpSync(join('profiles', 'denmark'), profile, {recursive: true});
  const layout = join(profile, 'sources', 'us.yaml');
  writeFileSync(layout, readFileSync(layout, 'utf8').replace('type: csv', 'type: cvs'));
  const ran = await opgor(['profile', 'check', profile]);
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('csv | xlsx | ods');
  expect(ran.err).not.toContain('opgor profile check');
});

test('questions are in words, each with the command that answers it; reasons have their rules’ source and no free text', async () => {
  const {answer} = await json('questions', '2013');
  const [{record, of, rule}] = answer.questions;
  const asked = await opgor(['questions', '2013'], {language: 'da'});
  const command = `opgor add answer ${record} --set of=${of} --set question=${rule}`;
  expect(asked.out).toContain(command);
  const said = ['on=2014-02-10', 'reason=Heard by telephone'].flatMap((one) => ['--set', one]);
  expect((await opgor([...command.split(' ').slice(1), ...said])).code).toBe(0);
  const why = await opgor(['why', record, '2013'], {language: 'da'});
  expect(why.out).toContain('Myndighed: Udlændingestyrelsen');
  expect(why.out).toMatch(/^ {6}[a-z0-9-]+ – \S/m);
  expect(why.out).toMatch(/Afgørelse {2}us:\d+/);
  expect(why.out).toContain('Nationalitet: ');
  expect(why.out).not.toContain('telephone');
  expect(why.out).not.toContain('[object');
});
