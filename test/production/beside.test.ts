/** The second thread: the same cells as here, two recounts at once unmixed, what goes wrong told to whoever asked. */
import {spawnSync} from 'node:child_process';
import {appendFileSync, cpSync, symlinkSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect, onTestFinished, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {recountBeside} from '#production/beside';
import type {Fact} from '#register/fact';
import {recount} from '#storage/recount';
import {competence, rules} from '../register/files.ts';
import {denmark, tables} from '../tabulation/denmark.ts';
import {temporaryFolder} from '../workspaces.ts';
import {emptyRegister} from './receive-rows.ts';

const definitions = {...denmark, tables, rules, competence};
const request = {period: yearPeriod(2013), years: [2012, 2013], cutOff: instant('2014-12-31')};

const decided = (on: string): Fact => ({
  kind: 'assessment',
  by: 'us',
  on: plainDate(on),
  outcome: 'victim',
  codes: {exploitation: ['prostitution']},
});

async function registerOf(...days: readonly string[]) {
  const store = emptyRegister();
  const submission = {
    source: 'us',
    file: '',
    sha256: '',
    recordedAt: instant('2014-01-01'),
    recordedBy: 'test',
    rows: 0,
    held: 0,
    controlTotals: [],
  };
  await store.append(submission, (writer) => {
    for (const on of days) writer.fact(writer.person(), decided(on));
  });
  return store;
}

test('recounted beside, the cells are the same, of two registers at once too', async () => {
  const [one, other] = await Promise.all([registerOf('2013-03-01'), registerOf('2013-03-01', '2013-04-01')]);
  const here = await Promise.all([one, other].map((store) => recount(store, definitions, request)));
  expect(here[0]?.length).toBeGreaterThan(20);
  expect(here[0]).not.toEqual(here[1]);
  const there = await Promise.all([one, other].map((store) => recountBeside(store, definitions, request)));
  expect(there).toEqual(here);
  await Promise.all([one.close(), other.close()]);
});

test('a register that cannot be read is told to whoever asked, and the thread goes on', async () => {
  const closed = await registerOf('2013-03-01');
  await closed.close();
  await expect(recountBeside(closed, definitions, request)).rejects.toThrow();
  const open = await registerOf('2013-03-01');
  expect(await recountBeside(open, definitions, request)).toEqual(await recount(open, definitions, request));
  await open.close();
});

test('what it cannot do is told without what it was given', async () => {
  const store = await registerOf('2013-03-01');
  const strange = {...definitions, rules: {...rules, population: []}, codeLists: new Map([['x', 1]])};
  await expect(recountBeside(store, JSON.parse(JSON.stringify(strange)), request)).rejects.toThrow(/second thread/);
  await store.close();
});

test('a run that is refused while its threads are being made ends', () => {
  const folder = temporaryFolder('refused-early');
  onTestFinished(folder.remove);
  const profile = join(folder.path, 'profiles', 'denmark');
  cpSync('profiles/denmark', profile, {recursive: true});
  appendFileSync(join(profile, 'tables.yaml'), '- id: of-nothing\n');
  for (const name of ['examples', 'package.json']) symlinkSync(resolve(name), join(folder.path, name));
  const script = `
    import {demo} from ${JSON.stringify(moduleAt('demo.ts'))};
    import {nodeEffects} from ${JSON.stringify(moduleAt('effects.ts'))};
    const [packageFolder, out] = process.argv.slice(2);
    const request = {example: 'denmark-2013', profile: 'denmark', year: 2013, out};
    const made = await demo(request, {...nodeEffects(), packageFolder}, () => {});
    console.log(made.ok ? 'made' : made.refusal.reason);`;
  const file = join(folder.path, 'run.mjs');
  writeFileSync(file, script);
  const given = [file, folder.path, join(folder.path, 'out')];
  const ended = spawnSync(process.execPath, given, {timeout: 20_000, encoding: 'utf8'});
  expect(ended).toMatchObject({stdout: 'profile-faulty\n', signal: null, status: 0});
});

const moduleAt = (name: string) => pathToFileURL(resolve('src/production', name)).href;
