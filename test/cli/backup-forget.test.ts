/** What a place need not keep: versions taken away by hand, places given up, and everybody who was erased. */
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {backupKeys, openBox} from '#production/backup-box';
import {replaceErased} from '#production/backup-drop';
import {chunksOf, openVersion, packPath} from '#production/backup-place';
import {parseRecoveryForm} from '#production/keyring';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('forget');
afterAll(folder.remove);
const at = (...names: readonly string[]) => join(folder.path, ...names);
let now = '2014-03-01T09:00:00Z';
const effects = {...effectsIn(folder.path), now: () => instant(now)};
const office = at('office');
const [stick, share] = [at('stick'), at('share')];
const {opgor, json} = commandIn(folder.path, office, effects);
const home = (place: string) => join(place, readdirSync(place).find((name) => name.startsWith('opgor-')) ?? '');
const versionsAt = (place: string) =>
  readdirSync(join(home(place), 'versions')).map((name) => name.replace('.version', ''));
const restorable = async (place: string, version: string) =>
  (await json('restore', place, '--to', at('none'), '--dry-run', '--paper', at('form'), '--version', version)).code;
const forget = (...args: readonly string[]) => json('backup', 'forget', ...args);
const onDay = async (day: number) => {
  now = `2014-03-${String(day).padStart(2, '0')}T09:00:00Z`;
  await opgor(['calendar', 'add', String(2014 + day), '--edition', 'internal', '--on', `${2015 + day}-03-02`]);
};

beforeAll(async () => {
  for (const place of [stick, share]) mkdirSync(place);
  await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
  const us = 'examples/denmark-2013/input/us-afgoerelser-2013.csv';
  await opgor(['receive', us, '--source', 'us', '--recorded-at', '2014-01-27T09:30:00Z']);
  writeFileSync(at('form'), (await json('recovery')).answer.recovery);
  await opgor(['backup', 'to', stick]);
  for (const day of [2, 3, 4, 5]) await onDay(day);
});

test('a dry run tells what would go and takes nothing; then it goes, and what is left opens', async () => {
  const before = versionsAt(stick);
  const dry = await forget(stick, '--before', '3. marts 2014', '--dry-run');
  expect(dry).toMatchObject({code: 0, answer: {dryRun: true, versions: before.slice(0, 2), left: before.slice(2)}});
  expect(versionsAt(stick)).toEqual(before);
  const forgot = await forget(stick, '--before', '03-03-2014');
  expect(forgot.answer).toMatchObject({bytes: dry.answer.bytes, opens: {place: stick, version: before.at(-1)}});
  expect(versionsAt(stick)).toEqual(before.slice(2));
  for (const version of versionsAt(stick)) expect(await restorable(stick, version)).toBe(0);
});

test('one by name; one that is not there; nothing, and two at once, are misuse', async () => {
  const [first = '', ...rest] = versionsAt(stick);
  expect((await forget(stick, '--version', 'none')).answer.refusal).toMatchObject({reason: 'no-such-version'});
  const said = await opgor(['backup', 'forget', stick, '--version', first]);
  expect(said.out).toMatch(
    /^Taken away: 1 version at .*\nLeft there: 2 versions, from 2014-03-04 to 2014-03-05\.\nEvery byte of /,
  );
  expect(versionsAt(stick)).toEqual(rest);
  const {code} = await opgor(['backup', 'forget', stick]);
  expect([code, (await opgor(['backup', 'forget', stick, '--all', '--before', '2014-01-01'])).code]).toEqual([2, 2]);
  expect((await opgor(['backup', 'forget', stick, '--before', '31-02-2014'])).code).toBe(2);
  expect((await forget(at('nowhere'), '--all')).answer.refusal.reason).toBe('place-not-there');
  expect((await forget(share, '--all')).answer.refusal.reason).toBe('no-backup-there');
});

test('never the last that opens, unless that is said: damaged ones beside it do not count', async () => {
  const [older = '', newest = ''] = versionsAt(stick);
  const path = join(home(stick), 'versions', `${older}.version`);
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([whole.subarray(0, -1), Buffer.from([(whole.at(-1) ?? 0) ^ 1])]));
  for (const what of [['--version', newest], ['--version', newest, '--dry-run'], ['--all']])
    expect((await forget(stick, ...what)).answer.refusal).toMatchObject({reason: 'last-version', place: stick});
  expect(versionsAt(stick)).toEqual([older, newest]);
  writeFileSync(path, whole);
  const said = await forget(stick, '--before', '2015-01-01', '--even-the-last');
  expect(said.answer).toMatchObject({versions: [older, newest], left: [], opens: null});
  // The place is still one: what is not there any more is written anew.
  expect(versionsAt(stick)).toHaveLength(1);
  expect(await restorable(stick, versionsAt(stick)[0] ?? '')).toBe(0);
});

test('a place given up is empty but for what was never ours, and is written no more', async () => {
  await opgor(['backup', 'to', share]);
  writeFileSync(join(home(share), 'note.txt'), 'mine');
  const gone = await forget(share, '--all');
  expect(gone.answer).toMatchObject({reached: true, places: [stick], opens: {place: stick}});
  expect(readdirSync(share, {recursive: true, encoding: 'utf8'}).filter((name) => !name.startsWith('opgor-'))).toEqual(
    [],
  );
  expect(readdirSync(home(share))).toEqual(['note.txt']);
  rmSync(home(share), {recursive: true});
  await onDay(6);
  expect(readdirSync(share)).toEqual([]);
  expect((await json('backup', 'list')).answer.places).toMatchObject([{place: stick}]);
});

test('a place that was lost is given up too, and nags no more', async () => {
  await opgor(['backup', 'to', share]);
  renameSync(share, at('lost'));
  await onDay(7);
  expect((await opgor(['calendar'])).err).toContain('behind');
  const gone = await opgor(['backup', 'forget', share, '--all']);
  expect(gone.out).toContain('It is not there');
  expect((await opgor(['calendar'])).err).toBe('');
  renameSync(at('lost'), share);
});

const keys = () => {
  const master = parseRecoveryForm(readFileSync(at('form'), 'utf8'));
  if (master === undefined) throw new Error('no key');
  return backupKeys(master);
};

/** Whatever can still be read at the place: every chunk of every pack that any version names, and no pack beside those. */
async function opensAt(place: string): Promise<void> {
  const named = new Set<string>();
  for (const version of versionsAt(place)) {
    const opened = await openVersion(home(place), version, keys());
    if (opened.state !== 'whole') throw new Error(`${version} is ${opened.state}`);
    for (const file of opened.manifest.files)
      for (const {name, pack, offset, length} of chunksOf(opened.manifest, file)) {
        const box = readFileSync(packPath(home(place), pack)).subarray(offset, offset + length);
        expect(openBox(keys().contents, box, name)).toBeDefined();
        named.add(`${pack}.pack`);
      }
  }
  expect(readdirSync(join(home(place), 'packs')).toSorted()).toEqual([...named].toSorted());
}

test('who was erased opens in no version that is left, once the place has been reached', async () => {
  const record = 'P-000001-9';
  const former = versionsAt(stick);
  const away = versionsAt(share);
  const packs = readdirSync(join(home(stick), 'packs'));
  writeFileSync(join(home(stick), 'packs', '20140308T000000000Z-dead.pack.part'), 'half');
  now = '2014-03-08T09:00:00Z';
  await opgor(['backup', 'to', share]);
  renameSync(share, at('unplugged'));
  const erased = await opgor(['erase', record, '--reason', 'asked', '--yes']);
  expect(erased.code).toBe(0);
  expect(erased.err).toContain(share);
  expect(erased.err).toMatch(/stick: \d+ versions taken away in which somebody still opened/);
  expect(versionsAt(stick).filter((version) => former.includes(version))).toEqual([]);
  expect(
    readdirSync(join(home(stick), 'packs')).filter((name) => packs.includes(name) || name.endsWith('.part')),
  ).toEqual([]);
  await opensAt(stick);
  for (const version of versionsAt(stick)) expect(await restorable(stick, version)).toBe(0);
  // Those of the place that was away go when it is back, and later versions stay.
  renameSync(at('unplugged'), share);
  now = '2014-03-09T09:00:00Z';
  const back = await json('backup');
  expect(back.answer.places.find((one: {place: string}) => one.place === share).erased.length).toBeGreaterThan(0);
  expect(versionsAt(share).filter((version) => away.includes(version))).toEqual([]);
  await opensAt(share);
  const kept = versionsAt(stick);
  await onDay(10);
  expect(versionsAt(stick)).toEqual([...kept, versionsAt(stick).at(-1)]);
});

test('what holds somebody erased stays until the version in its place has been read back', async () => {
  const all = versionsAt(stick);
  const [holding = [], version = ''] = [all.slice(0, -1), all.at(-1)];
  const opened = await openVersion(home(stick), version, keys());
  if (opened.state !== 'whole') throw new Error(opened.state);
  const spoiled = packPath(home(stick), opened.manifest.packs[0] ?? '');
  const whole = readFileSync(spoiled);
  writeFileSync(
    spoiled,
    whole.map((byte, i) => (i === 500 ? byte ^ 1 : byte)),
  );
  const given = {version, manifest: opened.manifest, holding, keys: keys()};
  expect(await replaceErased(home(stick), given)).toMatch(/^packs\//);
  expect(versionsAt(stick)).toEqual(holding);
  writeFileSync(spoiled, whole);
});

test('one that is damaged is taken to hold whoever was erased', async () => {
  const before = versionsAt(stick);
  const path = join(home(stick), 'versions', `${before[0]}.version`);
  writeFileSync(path, readFileSync(path).subarray(0, -1));
  now = '2014-03-12T09:00:00Z';
  expect((await opgor(['erase', 'P-000002-7', '--reason', 'asked', '--yes'])).code).toBe(0);
  expect(versionsAt(stick)).toHaveLength(1);
  expect(before).not.toContain(versionsAt(stick)[0]);
  await opensAt(stick);
});
