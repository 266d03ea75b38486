/** A profile with a fault in it stops no backup: its bytes are written as they stand, that is said, and they come back as they were. */
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('faulty');
afterAll(folder.remove);
const at = (...names: readonly string[]) => join(folder.path, ...names);
let now = '2014-03-01T09:00:00Z';
const office = at('office');
const stick = at('stick');
const {opgor, json} = commandIn(folder.path, office, {...effectsIn(folder.path), now: () => instant(now)});
const FAULTY = Buffer.concat([Buffer.from('wheel: [unclosed\n  - \t{on: 3\n'), Buffer.from([0xff, 0xfe, 0x00, 0x0a])]);
const path = ['profile', 'office-year.yaml'];
const restored = (to: string) => json('restore', stick, '--to', at(to), '--paper', at('form'));

beforeAll(async () => {
  mkdirSync(stick);
  await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
  writeFileSync(at('form'), (await json('recovery')).answer.recovery);
  expect((await json('backup', 'to', stick)).answer).not.toHaveProperty('profile');
  writeFileSync(join(office, ...path), FAULTY);
  now = '2014-03-02T09:00:00Z';
});

test('written, said with file and line, listed, and brought back byte for byte', async () => {
  const asked = await json('backup');
  expect(asked).toMatchObject({
    code: 0,
    answer: {places: [{written: true}], profile: {reason: 'profile-faulty'}},
  });
  expect(asked.answer.profile.findings[0].facts.file).toBe('office-year.yaml');
  const said = await opgor(['backup']);
  expect(said.out).toMatch(/The profile is faulty, and was written as it stands:\n.*office-year\.yaml/);
  expect((await opgor(['backup'], {language: 'da'})).out).toContain('Profilen er fejlbehæftet');
  expect((await json('backup', 'list')).answer.places[0].versions).toMatchObject([{state: 'whole'}, {state: 'whole'}]);
  const back = await restored('again');
  expect(back).toMatchObject({
    code: 0,
    answer: {proof: {differing: [], profile: {reason: 'profile-faulty'}}},
  });
  expect(readFileSync(at('again', ...path))).toEqual(FAULTY);
});

test('a command that is refused for it has the workspace backed up all the same', async () => {
  writeFileSync(join(office, ...path), Buffer.concat([FAULTY, Buffer.from('x')]));
  now = '2014-03-03T09:00:00Z';
  const refused = await json('questions', '2013');
  expect(refused).toMatchObject({code: 1, answer: {refusal: {reason: 'profile-faulty'}}});
  expect((await json('backup', 'list')).answer.places[0].versions).toHaveLength(3);
});

test('a place can be named, and given up, and the drill goes well', async () => {
  expect((await json('drill', stick, '--paper', at('form'))).answer).toMatchObject({recorded: true});
  mkdirSync(at('share'));
  expect((await json('backup', 'to', at('share'))).answer.places).toMatchObject([{place: stick}, {written: true}]);
  expect((await json('backup', 'forget', stick, '--all')).answer.places).toEqual([at('share')]);
});

test('without its profile altogether it is written and brought back too', async () => {
  rmSync(join(office, 'profile'), {recursive: true});
  const asked = await json('backup');
  expect(asked).toMatchObject({code: 0, answer: {places: [{written: true}], profile: {reason: 'no-such-folder'}}});
  const back = await json('restore', at('share'), '--to', at('bare'), '--paper', at('form'));
  expect(back.answer.proof).toMatchObject({differing: [], profile: {reason: 'no-such-folder'}});
});
