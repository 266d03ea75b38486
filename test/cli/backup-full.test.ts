/** A stick that is full: told, nothing half is left, what was there opens, and it catches up when there is room. */
import {execFileSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('full');
const at = (...names: readonly string[]) => join(folder.path, ...names);
let now = '2014-03-01T09:00:00Z';
const office = at('office');
const {opgor, json} = commandIn(folder.path, office, {...effectsIn(folder.path), now: () => instant(now)});
const mounted: string[] = [];

/** A small file system of its own, in memory; or why there is none here. */
function stick(name: string, size: string): string | undefined {
  mkdirSync(at(name));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at(name)], {stdio: 'pipe'});
    mounted.push(at(name));
    return undefined;
  } catch (thrown) {
    return `no small file system can be mounted here: ${thrown instanceof Error ? thrown.message.split('\n')[0] : ''}`;
  }
}

beforeAll(async () => {
  await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
  writeFileSync(at('form'), (await json('recovery')).answer.recovery);
});
afterAll(() => {
  for (const path of mounted) execFileSync('umount', [path]);
  folder.remove();
});

const files = (place: string) => readdirSync(place, {recursive: true, encoding: 'utf8'});
const FULL = {written: false, behind: {why: {reason: 'place-full'}}};

test('full in the middle of a version', async ({skip}) => {
  const why = stick('stick', '1m');
  if (why !== undefined) {
    console.log(`skipped: ${why}`);
    skip(why);
  }
  const place = at('stick');
  expect((await json('backup', 'to', place)).answer.places).toMatchObject([{written: true}]);
  const [before, free] = [files(place), statfsSync(place).bavail];
  writeFileSync(join(office, 'letter.bin'), randomBytes(3_000_000));
  now = '2014-03-02T09:00:00Z';
  expect((await json('backup')).answer.places).toMatchObject([FULL]);
  expect([files(place), statfsSync(place).bavail]).toEqual([before, free]);
  // A command that does its work is told so.
  const work = await opgor(['calendar', 'add', '2014', '--edition', 'internal', '--on', '2015-03-02']);
  expect(work.code).toBe(0);
  expect(work.err).toMatch(/is full\. What was there before is whole\.[\s\S]*The work itself is done/);
  const rehearse = () => json('restore', place, '--to', at('none'), '--dry-run', '--paper', at('form'));
  expect((await rehearse()).answer.proof).toMatchObject({differing: []});
  rmSync(join(office, 'letter.bin'));
  now = '2014-03-03T09:00:00Z';
  const caught = (await json('backup')).answer.places;
  expect(caught).toMatchObject([{written: true}]);
  expect(caught[0]).not.toHaveProperty('behind');
  expect((await rehearse()).answer).toMatchObject({version: caught[0].version, proof: {differing: []}});
});

test('full from the first: no version is listed, and none is half', async ({skip}) => {
  const why = stick('tiny', '40k');
  if (why !== undefined) {
    console.log(`skipped: ${why}`);
    skip(why);
  }
  const named = await json('backup', 'to', at('tiny'));
  expect(named.answer.places.find((one: {place: string}) => one.place === at('tiny'))).toMatchObject(FULL);
  expect(files(at('tiny')).filter((name) => /\.(part|pack|version)$/.test(name))).toEqual([]);
  const none = await json('restore', at('tiny'), '--to', at('none'), '--dry-run', '--paper', at('form'));
  expect(none.answer.refusal).toMatchObject({reason: 'no-such-version'});
});
