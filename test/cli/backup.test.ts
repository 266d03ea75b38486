/** Backups from the first to the last: written after every change, opened with words on paper, and whatever can go wrong with either. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {openCasework} from '#production/workspace';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('backup');
afterAll(folder.remove);
const at = (...names: readonly string[]) => join(folder.path, ...names);
let now = '2014-03-03T09:00:00Z';
const clocked = (keys: string) => ({...effectsIn(keys), now: () => instant(now)});
const effects = clocked(folder.path);
const office = at('office');
const place = at('stick');
const {opgor, json} = commandIn(folder.path, office, effects);
/** A machine that has never seen the workspace or its key. */
const bare = (name: string) => commandIn(at(name), at(name, 'nowhere'), clocked(at(name)));

const wordsIn = (out: string) =>
  out
    .split(/^RECOVERY PAPER.*$/m)
    .slice(1)
    .map((sheet) => [...(sheet.split('─\n')[1]?.matchAll(/\d+\. ([a-z]+)/g) ?? [])].map(([, word]) => word).join(' '));
const paperFile = (name: string, words: string) => {
  writeFileSync(at(name), words);
  return at(name);
};
const home = () => join(place, readdirSync(place)[0] ?? '');
const newest = (inner: string) => join(home(), inner, readdirSync(join(home(), inner)).toSorted().at(-1) ?? '');
const flip = (path: string, byte: number) => {
  const bytes = readFileSync(path);
  bytes[byte < 0 ? bytes.length + byte : byte]! ^= 1;
  writeFileSync(path, bytes);
};
/** Does it to the backup, asks, and puts the backup back. */
async function spoiled<T>(spoil: () => void, ask: () => Promise<T>): Promise<T> {
  cpSync(place, at('kept'), {recursive: true});
  spoil();
  const answer = await ask();
  rmSync(place, {recursive: true});
  renameSync(at('kept'), place);
  return answer;
}

let alone = '';
let shares: readonly string[] = [];

beforeAll(async () => {
  mkdirSync(place);
  await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
  await opgor([
    'receive',
    'examples/denmark-2013/input/us-afgoerelser-2013.csv',
    '--source',
    'us',
    '--recorded-at',
    '2014-01-27T09:30:00Z',
  ]);
  for (const name of ['Anne Holm', 'Bo Lind']) await opgor(['person', 'add', name]);
  // As it was shown, all of it.
  alone = paperFile('alone', (await opgor(['key', 'issue', 'Anne Holm'])).out);
  const split = wordsIn((await opgor(['key', 'issue', 'Anne Holm', 'Bo Lind', 'Archive', '--any', '2'])).out);
  shares = split.map((words, i) => paperFile(`share-${i}`, words));
  const released = await json(
    'release',
    '2013',
    '--edition',
    'internal',
    '--by',
    'Anne Holm',
    '--approved-by',
    'Bo Lind',
    '--over-findings',
    '--with-open-questions',
    '--reason',
    'test',
    '--language',
    'en',
  );
  expect(released.code).toBe(0);
  expect((await json('backup', 'to', place)).answer.places).toMatchObject([{written: true}]);
});

test('from nothing but the place and a paper, on a machine without the key', async () => {
  const ran = await bare('new').json('restore', place, '--to', at('new', 'office'), '--paper', alone);
  expect(ran).toMatchObject({code: 0, answer: {proof: {edition: '2013-internal-1', differing: []}, dryRun: false}});
  const [before, after] = [office, at('new', 'office')].map((one) =>
    readdirSync(one, {recursive: true, encoding: 'utf8'})
      .filter((name) => !name.startsWith('.'))
      .toSorted(),
  );
  expect(after).toEqual(before);
  const log = join('editions', 'log.jsonl');
  expect(readFileSync(at('new', 'office', log), 'utf8')).toBe(readFileSync(join(office, log), 'utf8'));
  // The key is there, so that names open again.
  const opened = await openCasework(at('new', 'office'), clocked(at('new')));
  expect(opened.ok && (await opened.value.store.close())).toBeUndefined();
  expect(opened.ok).toBe(true);
});

test('the place alone tells nothing', () => {
  const all = readdirSync(place, {recursive: true, withFileTypes: true}).filter((one) => one.isFile());
  const bytes = Buffer.concat(all.map((one) => readFileSync(join(one.parentPath, one.name))));
  for (const word of ['Holm', 'denmark', 'SQLite', 'Nigeria', 'register.sqlite'])
    expect(bytes.includes(word)).toBe(false);
});

test('two of three papers open it, in any order; one asks for another, one twice is one', async () => {
  const [a = '', b = '', c = ''] = shares;
  const rehearse = (...papers: readonly string[]) =>
    bare('shared').json(
      'restore',
      place,
      '--to',
      at('shared', 'office'),
      '--dry-run',
      ...papers.flatMap((one) => ['--paper', one]),
    );
  for (const two of [
    [a, b],
    [c, a],
  ])
    expect(await rehearse(...two)).toMatchObject({code: 0, answer: {dryRun: true, folder: null}});
  expect(existsSync(at('shared'))).toBe(false);
  for (const one of [[a], [b, b]])
    expect((await rehearse(...one)).answer.refusal).toMatchObject({reason: 'papers-too-few', given: 1, enough: 2});
  expect((await rehearse(a, alone)).answer.refusal.reason).toBe('papers-do-not-match');
});

test('typed on the terminal: a slip is said, a paper over several lines, another paper asked for', async () => {
  const [a = '', b = ''] = shares.map((file) => readFileSync(file, 'utf8'));
  const slip = a
    .split(' ')
    .map((word, i) => (i === 6 ? `${word.slice(0, -1)}` : word))
    .join(' ')
    .toUpperCase();
  const lines = [slip, b.split(' ').slice(0, 9).join(' '), b.split(' ').slice(9).join(' ')];
  const ran = await bare('typed').opgor(['restore', place, '--to', at('typed', 'office'), '--dry-run'], {
    answers: lines,
  });
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('Paper 1: word 7 mistyped');
  expect(ran.err).toContain('1 of the 2 papers');
  const left = await bare('typed').opgor(['restore', place, '--to', at('typed', 'office')], {answers: [slip]});
  expect(left).toMatchObject({code: 1});
});

test('the recovery form opens it too; papers and forms of another workspace do not', async () => {
  const form = paperFile('form', (await json('recovery')).answer.recovery);
  const rehearse = (file: string) =>
    bare('x').json('restore', place, '--to', at('x', 'office'), '--dry-run', '--paper', file);
  expect((await rehearse(form)).code).toBe(0);
  const other = commandIn(at('other'), at('other', 'office'), clocked(at('other')));
  await other.opgor(['init', at('other', 'office'), '--profile', 'denmark', '--synthetic']);
  const words = wordsIn((await other.opgor(['key', 'issue', 'Cy'])).out)[0] ?? '';
  expect((await rehearse(paperFile('theirs', words))).answer.refusal.reason).toBe('paper-of-another');
  const theirs = paperFile('their-form', (await other.json('recovery')).answer.recovery);
  expect((await rehearse(theirs)).answer.refusal.reason).toBe('key-does-not-fit');
});

test('nothing is overwritten', async () => {
  const to = at('full');
  mkdirSync(to);
  writeFileSync(join(to, 'letter.txt'), 'mine');
  const ran = await bare('y').json('restore', place, '--to', to, '--paper', alone);
  expect(ran).toMatchObject({code: 1, answer: {refusal: {reason: 'folder-not-empty'}}});
  expect(readdirSync(to)).toEqual(['letter.txt']);
});

test('after every command that changes something, and after no other', async () => {
  const versions = () => readdirSync(join(home(), 'versions')).length;
  const before = versions();
  await opgor(['why', 'P-000001-1', '2013']);
  await opgor(['editions', '--check']);
  expect(versions()).toBe(before);
  now = '2014-03-03T10:00:00Z';
  await opgor(['calendar', 'add', '2014', '--edition', 'internal', '--on', '2015-03-02']);
  expect(versions()).toBe(before + 1);
  const [size, first] = [
    newest('packs'),
    join(home(), 'packs', readdirSync(join(home(), 'packs')).toSorted()[0] ?? ''),
  ];
  // What did not change is shared.
  expect(statSync(size).size).toBeLessThan(statSync(first).size / 10);
  expect((await json('backup')).answer.places).toMatchObject([{written: false}]);
});

test('a flipped bit anywhere is found and named, and the newest whole version offered', async () => {
  const rehearse = () => bare('z').json('restore', place, '--to', at('z', 'office'), '--paper', alone);
  const versions = (await json('backup', 'list')).answer.places[0].versions.map(
    (one: {version: string}) => one.version,
  );
  const [former, last] = versions.slice(-2);
  const refused = (spoil: () => void) => spoiled(spoil, async () => (await rehearse()).answer.refusal);
  for (const byte of [100, -1, -200]) {
    expect(await refused(() => flip(newest('packs'), byte))).toEqual({
      reason: 'backup-damaged',
      version: last,
      file: `packs/${last}.pack`,
      whole: former,
    });
    expect(await refused(() => flip(newest('versions'), byte === 100 ? 160 : byte))).toMatchObject({
      reason: 'backup-damaged',
      file: `versions/${last}.version`,
      whole: former,
    });
  }
  expect(await refused(() => truncateSync(newest('packs'), 50))).toMatchObject({
    reason: 'backup-damaged',
    whole: former,
  });
  expect(await refused(() => truncateSync(newest('versions'), 9))).toMatchObject({
    reason: 'backup-damaged',
    whole: former,
  });
  expect(await refused(() => rmSync(newest('packs')))).toMatchObject({reason: 'backup-damaged', whole: former});
  expect(
    await spoiled(
      () => rmSync(join(home(), 'keys.json')),
      async () => (await json('restore', place, '--to', at('z1'), '--dry-run', '--paper', alone)).code,
    ),
  ).toBe(0);
  expect(existsSync(at('z', 'office'))).toBe(false);
  // One that is offered is whole.
  const older = await bare('z').json(
    'restore',
    place,
    '--to',
    at('z', 'office'),
    '--version',
    former,
    '--paper',
    alone,
  );
  expect(older).toMatchObject({code: 0, answer: {version: former}});
});

test('a version of a newer program is not read', async () => {
  const newer = () => {
    const path = newest('versions');
    // Sealed in a way of its own.
    const [line = ''] = readFileSync(path, 'latin1').split('\n');
    writeFileSync(path, `${line.replace('"opgor-backup":1', '"opgor-backup":2')}\nof another form`, 'latin1');
  };
  const refusal = await spoiled(
    newer,
    async () => (await json('restore', place, '--to', at('w'), '--paper', alone)).answer.refusal,
  );
  expect(refusal).toMatchObject({reason: 'backup-newer', program: '0.1.0'});
});

test('a place that is away stops nothing, is told with since when, and catches up', async () => {
  renameSync(place, at('unplugged'));
  now = '2014-03-04T08:00:00Z';
  const first = await opgor(['calendar', 'add', '2015', '--edition', 'internal', '--on', '2016-03-01']);
  expect(first.code).toBe(0);
  expect(first.err).toContain('behind since 2014-03-04T08:00:00.000Z');
  expect(first.err).toContain('The work itself is done');
  now = '2014-03-05T08:00:00Z';
  expect((await opgor(['calendar'])).err).toContain('behind since 2014-03-04T08:00:00.000Z');
  expect((await json('backup', 'list')).answer.places).toMatchObject([
    {behind: '2014-03-04T08:00:00.000Z', versions: null},
  ]);
  expect(existsSync(place)).toBe(false);
  renameSync(at('unplugged'), place);
  expect((await json('backup')).answer.places).toMatchObject([{written: true}]);
  expect((await json('backup', 'list')).answer.places[0].behind).toBeNull();
  expect((await opgor(['calendar'])).err).toBe('');
});

test('an empty folder where a stick was seen is no place, until it is named anew', async () => {
  renameSync(place, at('unplugged'));
  mkdirSync(place);
  expect((await json('backup')).answer.places).toMatchObject([
    {written: false, behind: {why: {reason: 'place-not-there'}}},
  ]);
  expect(readdirSync(place)).toEqual([]);
  expect((await json('backup', 'to', place)).answer.places).toMatchObject([{written: true}]);
  rmSync(place, {recursive: true});
  renameSync(at('unplugged'), place);
});

test('what a run that was ended left there changes nothing, and is cleared', async () => {
  const [half, orphan] = [
    join(home(), 'packs', '20140101T000000000Z-0000.pack.part'),
    join(home(), 'packs', '20140101T000000000Z-0000.pack'),
  ];
  mkdirSync(join(office, '.backup-000000'));
  for (const path of [half, orphan]) writeFileSync(path, 'half');
  expect((await json('restore', place, '--to', at('u'), '--dry-run', '--paper', alone)).code).toBe(0);
  now = '2030-03-06T08:00:00Z';
  await opgor(['calendar', 'add', '2016', '--edition', 'internal', '--on', '2017-03-01']);
  expect(existsSync(join(office, '.backup-000000'))).toBe(false);
  for (const path of [half, orphan]) expect(existsSync(path)).toBe(false);
  now = '2030-03-07T08:00:00Z';
});

test('while another has the register, the backup waits for its turn and says so', async () => {
  const held = await openCasework(office, effects);
  expect((await json('backup')).answer.refusal.reason).toBe('register-in-use');
  if (held.ok) await held.value.store.close();
  expect((await json('backup')).code).toBe(0);
});

test('the drill is timed and recorded, and leaves nothing behind', async () => {
  const ran = await json('drill', '--paper', alone, '--by', 'Bo Lind');
  expect(ran).toMatchObject({code: 0, answer: {recorded: true, proof: {edition: '2013-internal-1'}}});
  expect(ran.answer.seconds).toBeGreaterThan(0);
  expect((await opgor(['key', 'list'])).out).toMatch(/last rehearsed on 2030-03-07, in [\d.]+ seconds, by Bo Lind/);
  expect(JSON.parse(readFileSync(join(office, 'recovery.json'), 'utf8')).drills).toHaveLength(1);
});

test('a revoked key opens nothing written since, a rotated one neither, and the new one does', async () => {
  const rehearse = (file: string) => json('restore', place, '--to', at('v'), '--dry-run', '--paper', file);
  const id = (await json('key', 'list')).answer.keys[0].key;
  expect((await json('key', 'revoke', 'none')).answer.refusal.reason).toBe('no-such-recovery-key');
  expect((await json('key', 'revoke', id)).code).toBe(0);
  expect((await rehearse(alone)).answer.refusal.reason).toBe('paper-of-another');
  const next = paperFile('next', wordsIn((await opgor(['key', 'rotate', 'Cy Dam'])).out)[0] ?? '');
  expect((await json('key', 'list')).answer.keys).toMatchObject([{holders: ['Cy Dam'], enough: 1}]);
  expect((await rehearse(next)).code).toBe(0);
  expect((await json('key', 'issue', 'Cy', '--any', '2')).answer.refusal.reason).toBe('impossible-split');
});

test('a key put into recovery.json by someone without the workspace’s key gets nothing', async () => {
  const path = join(office, 'recovery.json');
  const file = readFileSync(path, 'utf8');
  writeFileSync(path, file.replace('Cy Dam', 'Eve'));
  expect((await json('backup')).answer.refusal.reason).toBe('recovery-keys-altered');
  writeFileSync(path, file);
});
