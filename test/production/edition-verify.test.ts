/** What an edition's folder gives away when it is not as it was released; each kind of damage is told from the others. */
import {execFileSync, spawnSync} from 'node:child_process';
import {generateKeyPairSync, sign} from 'node:crypto';
import {appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {checkWorkspace} from '#production/edition-check';
import {contentsOf, readManifest} from '#production/edition-manifest';
import {keyId} from '#production/edition-signing';
import {verifyFolder} from '#production/edition-verify';
import {openCasework} from '#production/workspace';
import {type Office, openOffice, recordOf, releaseIn, value} from './edition-office.ts';

let office: Office;
let released: string;
beforeAll(async () => {
  office = await openOffice('verify');
  released = recordOf(value(await releaseIn(office))).folder;
});
afterAll(() => office.remove());

let copies = 0;
/** A copy to spoil. */
function copy(): string {
  const folder = join(office.folder, `copy-${++copies}`);
  cpSync(released, folder, {recursive: true});
  return folder;
}
async function rulesOf(folder: string, expected = {}): Promise<readonly string[]> {
  const outcome = await verifyFolder(folder, expected);
  if (outcome.ok) return [];
  return 'findings' in outcome.refusal
    ? outcome.refusal.findings.map(({rule, facts}) => `${rule} ${facts.file ?? ''}`.trim())
    : [outcome.refusal.reason];
}
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));

test('as released, needing nothing but the folder', async () => {
  const {key, edition} = value(await verifyFolder(copy()));
  expect(edition).toBe('2013-internal-1');
  expect(await rulesOf(copy(), {key})).toEqual([]);
});

test.each([
  ['a file altered', (f: string) => appendFileSync(join(f, 'figures.json'), ' '), ['file-altered figures.json']],
  ['a file gone', (f: string) => rmSync(join(f, 'figures.json')), ['file-missing figures.json']],
  ['a file more', (f: string) => writeFileSync(join(f, 'more.txt'), ''), ['file-extra more.txt']],
  ['a hidden file more', (f: string) => writeFileSync(join(f, '.hidden'), ''), ['file-extra .hidden']],
  [
    'a file of another name',
    (f: string) => renameSync(join(f, 'figures.json'), join(f, 'f.json')),
    ['file-missing figures.json', 'file-extra f.json'],
  ],
  ['no signature', (f: string) => rmSync(join(f, 'manifest.sig')), ['signature-missing manifest.sig']],
  ['no public key', (f: string) => rmSync(join(f, 'signing-key.pem')), ['signature-missing signing-key.pem']],
  [
    'a line beside the public key',
    (f: string) => appendFileSync(join(f, 'signing-key.pem'), 'Issued by another office\n'),
    ['signature-missing signing-key.pem'],
  ],
  [
    'a signature of something else',
    (f: string) => edit(join(f, 'manifest.sig'), (t) => t.replace(/^..../, 'AAAA')),
    ['manifest-altered'],
  ],
  ['no manifest', (f: string) => rmSync(join(f, 'manifest.json')), ['manifest-missing']],
] as const)('%s', async (_, spoil, expected) => {
  const folder = copy();
  spoil(folder);
  expect(await rulesOf(folder)).toEqual(expected);
});

test('any single byte of the manifest altered is an altered manifest', async () => {
  const folder = copy();
  const path = join(folder, 'manifest.json');
  const sound = readFileSync(path);
  const altered = fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({min: 1, max: 255}), async (at, by) => {
    const bytes = Buffer.from(sound);
    bytes[at] = ((bytes[at] ?? 0) + by) % 256;
    writeFileSync(path, bytes);
    expect(await rulesOf(folder)).toContain('manifest-altered');
  });
  await fc.assert(altered, {seed: 2013, numRuns: 60});
});

describe('signed by somebody else', () => {
  const stranger = generateKeyPairSync('ed25519');
  const pem = stranger.publicKey.export({format: 'pem', type: 'spki'}).toString();
  const resign = (folder: string) => {
    const signature = sign(undefined, readFileSync(join(folder, 'manifest.json')), stranger.privateKey).toString(
      'base64',
    );
    writeFileSync(join(folder, 'manifest.sig'), `${signature}\nkey ${keyId(stranger.publicKey)}\n`);
    writeFileSync(join(folder, 'signing-key.pem'), pem);
  };

  test('only the key put there', async () => {
    const folder = copy();
    writeFileSync(join(folder, 'signing-key.pem'), pem);
    expect(await rulesOf(folder)).toEqual(['foreign-key']);
  });

  test('signed anew: the manifest names another key', async () => {
    const folder = copy();
    resign(folder);
    expect(await rulesOf(folder)).toEqual(['foreign-key']);
  });

  test('signed anew with the key in the manifest changed: the persons’ signatures do not follow, and the known key differs', async () => {
    const folder = copy();
    const {key} = value(await verifyFolder(folder));
    edit(join(folder, 'manifest.json'), (text) => text.replace(key, keyId(stranger.publicKey)));
    resign(folder);
    expect(await rulesOf(folder)).toEqual(['approval-not-signed', 'approval-not-signed']);
    expect(await rulesOf(folder, {key})).toContain('foreign-key');
  });
});

test('signed anew with what the persons signed changed to fit: the office’s key does not sign for them', async () => {
  const folder = copy();
  const path = join(folder, 'manifest.json');
  const before = readFileSync(path, 'utf8');
  const renamed = before.replaceAll('2014-01-27T09:30:00.000Z', '2014-01-26T09:30:00.000Z');
  const contents = (text: string) => contentsOf(readManifest(text) ?? expect.fail());
  writeFileSync(path, renamed.replaceAll(contents(before), contents(renamed)));
  const opened = value(await openCasework(office.workspace, office.effects));
  const {signing} = opened.keys;
  await opened.store.close();
  writeFileSync(
    join(folder, 'manifest.sig'),
    `${sign(undefined, readFileSync(path), signing).toString('base64')}\nkey ${keyId(signing)}\n`,
  );
  expect(await rulesOf(folder)).toEqual(['approval-not-signed', 'approval-not-signed']);
});

const openssl = spawnSync('openssl', ['version'], {encoding: 'utf8'}).stdout ?? '';

test.runIf(/^OpenSSL 3/.test(openssl))('another program agrees, and disagrees with an altered manifest', () => {
  const folder = copy();
  const [signature = ''] = readFileSync(join(folder, 'manifest.sig'), 'utf8').split('\n');
  writeFileSync(join(folder, 'sig.bin'), Buffer.from(signature, 'base64'));
  const check = [
    'pkeyutl',
    '-verify',
    '-pubin',
    '-inkey',
    'signing-key.pem',
    '-rawin',
    '-in',
    'manifest.json',
    '-sigfile',
    'sig.bin',
  ];
  expect(execFileSync('openssl', check, {cwd: folder, encoding: 'utf8'})).toContain('Verified Successfully');
  appendFileSync(join(folder, 'manifest.json'), ' ');
  expect(spawnSync('openssl', check, {cwd: folder}).status).not.toBe(0);
});

describe('a whole workspace', () => {
  const rulesIn = async ({workspace, effects}: Office) => {
    const outcome = await checkWorkspace(workspace, effects.now());
    return outcome.ok || !('findings' in outcome.refusal) ? [] : outcome.refusal.findings.map(({rule}) => rule);
  };
  const editions = ({workspace}: Office) => join(workspace, 'editions');

  test('as it was written', async () => {
    expect(value(await checkWorkspace(office.workspace, office.effects.now()))).toMatchObject({editions: 1, events: 7});
  });

  test.each([
    ['an edition gone', (f: string) => rmSync(join(f, '2013-internal-1'), {recursive: true}), ['edition-missing']],
    [
      'a file altered',
      (f: string) => appendFileSync(join(f, '2013-internal-1', 'figures.json'), ' '),
      ['file-altered'],
    ],
    ['a profile gone', (f: string) => rmSync(join(f, 'profiles'), {recursive: true}), ['profile-not-kept']],
    ['a folder the log does not know', (f: string) => mkdirSync(join(f, '2013-internal-2')), ['edition-not-in-log']],
    [
      'the log cut by a line',
      (f: string) => edit(join(f, 'log.jsonl'), (t) => t.replace(/[^\n]+\n$/, '')),
      ['edition-missing', 'edition-not-in-log'],
    ],
    [
      'the log torn',
      (f: string) => edit(join(f, 'log.jsonl'), (t) => t.slice(0, -9)),
      ['log-line-torn', 'edition-missing', 'edition-not-in-log'],
    ],
  ] as const)('%s', async (name, spoil, expected) => {
    const twin = office.twin(`workspace ${name}`);
    spoil(editions(twin));
    expect(await rulesIn(twin)).toEqual(expected);
  });

  test('another edition in its place, itself sound', async () => {
    const twin = office.twin('swapped');
    const other = recordOf(value(await releaseIn(twin))).folder;
    rmSync(join(editions(twin), '2013-internal-1'), {recursive: true});
    cpSync(other, join(editions(twin), '2013-internal-1'), {recursive: true});
    expect(await rulesIn(twin)).toEqual(['manifest-altered']);
  });
});
