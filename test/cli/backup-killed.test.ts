/** A machine that goes off in the middle of a backup, at any moment: what is listed opens, and the next backup is whole. */
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {backupKeys} from '#production/backup-box';
import {openVersion, versionsIn} from '#production/backup-place';
import {readBack} from '#production/backup-read';
import {parseRecoveryForm} from '#production/keyring';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('killed');
afterAll(folder.remove);
const at = (...names: readonly string[]) => join(folder.path, ...names);
const [office, stick] = [at('office'), at('stick')];
const {opgor, json} = commandIn(folder.path, office, {
  ...effectsIn(folder.path),
  now: () => instant(new Date().toISOString()),
});
const home = () => join(stick, readdirSync(stick)[0] ?? '');
let form = '';

beforeAll(async () => {
  mkdirSync(stick);
  await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
  form = (await json('recovery')).answer.recovery;
  await opgor(['backup', 'to', stick]);
});

/** Ended by force so long after it has begun to work; answers with how many backups it had finished. */
const endedAfter = (milliseconds: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const options = [
      '--disable-warning=ExperimentalWarning',
      'test/cli/backup-again-and-again.ts',
      office,
      folder.path,
    ];
    const child = spawn(process.execPath, options, {stdio: ['ignore', 'pipe', 'pipe']});
    let [finished, said] = [0, ''];
    child.stdout.on('data', (dots: Buffer) => {
      if (finished === 0) setTimeout(() => child.kill('SIGKILL'), milliseconds);
      finished += dots.length;
    });
    child.stderr.on('data', (text: Buffer) => {
      said += text;
    });
    child.on('exit', (_, signal) => (signal === 'SIGKILL' ? resolve(finished) : reject(new Error(said))));
  });

const halves = () => [
  ...readdirSync(office).filter((name) => name.startsWith('.backup-')),
  ...['packs', 'versions'].flatMap((inner) =>
    readdirSync(join(home(), inner)).filter((name) => name.endsWith('.part')),
  ),
  ...readdirSync(join(home(), 'packs')).filter(
    (name) => !existsSync(join(home(), 'versions', name.replace('.pack', '.version'))),
  ),
];

async function readAll(): Promise<readonly string[]> {
  const keys = backupKeys(parseRecoveryForm(form) ?? new Uint8Array());
  const versions = await versionsIn(home());
  for (const version of versions) {
    const opened = await openVersion(home(), version, keys);
    expect([version, opened.state]).toEqual([version, 'whole']);
    if (opened.state === 'whole') expect(await readBack(home(), opened.manifest, keys, undefined)).toBeUndefined();
  }
  return versions;
}

test('ended at every step it takes on the disk, half-way into what it writes', async () => {
  const step = (number: number) => {
    writeFileSync(join(office, 'letter.bin'), `step ${number}, ${Math.random()}`);
    const options = ['--disable-warning=ExperimentalWarning', 'test/cli/backup-ended-at.ts', office, folder.path];
    return spawnSync(process.execPath, [...options, String(number)], {encoding: 'utf8'});
  };
  const whole = step(0);
  expect([whole.stderr, whole.signal]).toEqual(['', null]);
  const steps = Number(whole.stdout);
  expect(steps).toBeGreaterThan(8);
  for (let number = 1; number <= steps; number++) {
    const before = await versionsIn(home());
    expect(step(number)).toMatchObject({signal: 'SIGKILL', stdout: String(number)});
    // All there was, and the new one whole or not at all.
    expect((await readAll()).slice(0, before.length)).toEqual(before);
    expect((await json('backup')).answer.places[0]).not.toHaveProperty('behind');
    await readAll();
  }
}, 120_000);

test('ended at eight moments of the clock, some of them in the middle', async () => {
  let inTheMiddle = 0;
  for (let round = 0; round < 8; round++) {
    await endedAfter(round * 19);
    inTheMiddle += halves().length > 0 ? 1 : 0;
    const before = await readAll();
    writeFileSync(join(office, 'letter.bin'), `round ${round}`);
    const next = await json('backup');
    expect(next.answer.places).toMatchObject([{written: true}]);
    expect(next.answer.places[0]).not.toHaveProperty('behind');
    const after = await readAll();
    expect(after.filter((version) => !before.includes(version))).toEqual([next.answer.places[0].version]);
    expect(readdirSync(office).filter((name) => name.startsWith('.backup-'))).toEqual([]);
  }
  expect(inTheMiddle).toBeGreaterThan(2);
  writeFileSync(at('form'), form);
  const last = await json('restore', stick, '--to', at('again'), '--paper', at('form'));
  expect(last.answer.proof.differing).toEqual([]);
  expect(readFileSync(at('again', 'letter.bin'), 'utf8')).toBe('round 7');
}, 120_000);
