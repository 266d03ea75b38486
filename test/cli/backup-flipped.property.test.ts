/** One bit of a place that is not as it was written, anywhere: refused with the file it is in, and what does not lean on it opens. */
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {backupKeys} from '#production/backup-box';
import {chunksOf, type Manifest, openVersion} from '#production/backup-place';
import {readBack} from '#production/backup-read';
import {parseRecoveryForm} from '#production/keyring';
import {silent} from '#production/progress';
import {openBackup, restore} from '#production/restore';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('flipped');
afterAll(folder.remove);
const at = (...names: readonly string[]) => join(folder.path, ...names);
let now = '2014-03-01T09:00:00Z';
const [office, stick] = [at('office'), at('stick')];
const effects = {...effectsIn(folder.path), now: () => instant(now)};
const {opgor, json} = commandIn(folder.path, office, effects);
let [home, form, paper]: string[] = [];
const manifests = new Map<string, Manifest>();

beforeAll(async () => {
  mkdirSync(stick);
  await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
  form = (await json('recovery')).answer.recovery;
  const issued = (await opgor(['key', 'issue', 'Anne Holm'])).out.split('─\n')[1] ?? '';
  paper = [...issued.matchAll(/\d+\. ([a-z]+)/g)].map(([, word]) => word).join(' ');
  await opgor(['backup', 'to', stick]);
  for (const day of ['02', '03', '04']) {
    now = `2014-03-${day}T09:00:00Z`;
    writeFileSync(join(office, 'letter.txt'), `Dear ${day}, `.repeat(30_000));
    await opgor(['calendar', 'add', `20${day}`, '--edition', 'internal', '--on', '2015-03-02']);
  }
  home = join(stick, readdirSync(stick)[0] ?? '');
  const keys = backupKeys(parseRecoveryForm(form ?? '') ?? new Uint8Array());
  for (const name of readdirSync(join(home, 'versions'))) {
    const version = name.replace('.version', '');
    const opened = await openVersion(home, version, keys);
    if (opened.state === 'whole') manifests.set(version, opened.manifest);
  }
  expect(manifests.size).toBe(4);
});

const request = (version: string) => ({place: stick, version, papers: [paper ?? '']});

/** Every version asked for, with the file that its refusal names, or undefined where every byte of it opens. */
async function askedAll(): Promise<ReadonlyMap<string, string | undefined>> {
  const told = new Map<string, string | undefined>();
  for (const version of manifests.keys()) {
    const opened = await openBackup(request(version));
    if (opened.ok) {
      const {folder: where, manifest, keys} = opened.value;
      told.set(version, await readBack(where, manifest, keys, undefined));
    } else if (opened.refusal.reason === 'backup-damaged') told.set(version, opened.refusal.file);
    else told.set(version, opened.refusal.reason);
  }
  return told;
}

/** Which versions read this byte of a file of the place. */
function readersOf(file: string, byte: number): readonly string[] {
  const [, inner, name = ''] = /^(\w+)\/(.+)\.\w+$/.exec(file) ?? [];
  if (inner === 'versions') return [name];
  const reads = (manifest: Manifest) =>
    manifest.files.some((one) =>
      chunksOf(manifest, one).some(
        ({pack, offset, length}) => pack === name && offset <= byte && byte < offset + length,
      ),
    );
  return [...manifests].filter(([, manifest]) => reads(manifest)).map(([version]) => version);
}

async function flipped<T>(file: string, byte: number, bit: number, ask: () => Promise<T>): Promise<T> {
  const path = join(home ?? '', file);
  const whole = readFileSync(path);
  const spoiled = Buffer.from(whole);
  spoiled[byte] = (whole[byte] ?? 0) ^ (1 << bit);
  writeFileSync(path, spoiled);
  try {
    return await ask();
  } finally {
    writeFileSync(path, whole);
  }
}

const sealed = () =>
  ['versions', 'packs'].flatMap((inner) => readdirSync(join(home ?? '', inner)).map((one) => `${inner}/${one}`));

test('any bit of any pack or version', async () => {
  const files = sealed();
  const anywhere = fc.tuple(fc.nat(), fc.nat(), fc.nat(7));
  const property = fc.asyncProperty(anywhere, async ([which, where, bit]) => {
    const file = files[which % files.length] ?? '';
    const byte = where % readFileSync(join(home ?? '', file)).length;
    const readers = readersOf(file, byte);
    expect(readers.length).toBeGreaterThan(0);
    await flipped(file, byte, bit, async () => {
      const told = await askedAll();
      for (const [version, named] of told)
        expect([version, named]).toEqual([version, readers.includes(version) ? file : undefined]);
      const [spoiled = ''] = readers;
      const refused = await restore({...request(spoiled), to: at('none'), dryRun: false}, effects, silent);
      const whole = [...manifests.keys()].filter((one) => !readers.includes(one)).at(-1);
      expect(refused).toEqual({ok: false, refusal: {reason: 'backup-damaged', version: spoiled, file, whole}});
    });
  });
  await fc.assert(property, {numRuns: 60});
  expect((await askedAll()).values().every((named) => named === undefined)).toBe(true);
}, 120_000);

test('every bit of the line that says what a version is', async () => {
  const [version = ''] = manifests.keys();
  const file = `versions/${version}.version`;
  const line = readFileSync(join(home ?? '', file)).indexOf('\n');
  for (let byte = 0; byte <= line; byte++)
    for (let bit = 0; bit < 8; bit++) {
      const opened = await flipped(file, byte, bit, () => openBackup(request(version)));
      expect(opened.ok ? [byte, bit] : opened.refusal).toMatchObject({reason: 'backup-damaged', version, file});
    }
}, 120_000);

test('every bit of one copy of the wrapped keys: the other opens', async () => {
  const version = [...manifests.keys()].at(-1) ?? '';
  for (const file of ['keys.json', 'keys.copy.json']) {
    const {length} = readFileSync(join(home ?? '', file));
    for (let byte = 0; byte < length; byte++) {
      const opened = await flipped(file, byte, byte % 8, () => openBackup(request(version)));
      expect([file, byte, opened.ok]).toEqual([file, byte, true]);
    }
  }
}, 120_000);
