/** An edition compiled again when the register, the persons, the profile and the program have moved on. */
import {appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {erase} from '#production/casework';
import {recompile} from '#production/edition-recompile';
import {verifyFolder} from '#production/edition-verify';
import {silent} from '#production/progress';
import {type Office, openOffice, reason, recordOf, releaseIn, value} from './edition-office.ts';

const ID = '2013-internal-1';
let office: Office;
let released: string;
beforeAll(async () => {
  office = await openOffice('recompile');
  released = recordOf(value(await releaseIn(office))).folder;
});
afterAll(() => office.remove());

const bytesOf = (folder: string) =>
  new Map(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => join(parentPath, name))
      .map((path) => [path.slice(folder.length), readFileSync(path).toString('base64')]),
  );
const again = ({workspace, effects, folder}: Office, out = 'again') =>
  recompile(workspace, {edition: ID, out: join(folder, out)}, effects, silent);

test('later facts, an erased person and another profile make no difference to a byte', async () => {
  const twin = office.twin('later');
  twin.at('2014-04-01T09:00:00Z');
  await twin.receive('cmm-sager-2013.xlsx', 'cmm', '2014-03-31T10:00:00Z');
  value(await erase(twin.workspace, {record: 'P-000001-9', reason: 'request', recordedBy: 'test'}, twin.effects));
  const list = join(twin.workspace, 'profile', 'codelists', 'authority.csv');
  writeFileSync(list, readFileSync(list, 'utf8').replaceAll('Immigration', 'Emigration'));
  rmSync(join(twin.workspace, 'profile', 'statement', 'en.md'));

  const compiled = value(await again(twin));
  expect(compiled).toMatchObject({sameProgram: true, differing: []});
  expect(bytesOf(compiled.folder)).toEqual(bytesOf(released));
  expect(value(await verifyFolder(compiled.folder)).edition).toBe(ID);
});

test('its folder gone, it is made again from the log and the register', async () => {
  const twin = office.twin('gone');
  rmSync(join(twin.workspace, 'editions', ID), {recursive: true});
  const compiled = value(await again(twin));
  expect(bytesOf(compiled.folder).get('/manifest.json')).toBe(bytesOf(released).get('/manifest.json'));
});

test('under another version the figures are the same, and what differs is named', async () => {
  const twin = office.twin('version');
  const program = join(twin.folder, 'program');
  mkdirSync(program, {recursive: true});
  writeFileSync(join(program, 'package.json'), JSON.stringify({version: '9.9.9'}));
  const effects = {...twin.effects, packageFolder: program};
  const compiled = value(await again({...twin, effects}));
  expect(compiled.sameProgram).toBe(false);
  expect(compiled.differing).toEqual(expect.arrayContaining(['manifest.json', 'statement.en.html']));
  expect(compiled.differing).not.toContain('figures.json');
  expect(readdirSync(compiled.folder)).not.toContain('manifest.sig');
});

test('a register changed behind the program’s back: refused, with what differs', async () => {
  const twin = office.twin('tampered');
  const database = new DatabaseSync(join(twin.workspace, 'register.sqlite'));
  const [trigger] = database.prepare("SELECT name, sql FROM sqlite_schema WHERE name = 'fact_is_never_changed'").all();
  database.exec('DROP TRIGGER fact_is_never_changed');
  database.exec(`UPDATE fact SET body = replace(body, '"victim"', '"not-victim"')
    WHERE id = (SELECT min(id) FROM fact WHERE kind = 'assessment' AND valid_on >= '2013' AND body LIKE '%"victim"%')`);
  database.exec(String(trigger?.sql));
  database.close();
  const outcome = await again(twin);
  expect(outcome).toMatchObject({ok: false, refusal: {reason: 'recompiled-otherwise', sameProgram: true}});
  expect(!outcome.ok && 'differing' in outcome.refusal && outcome.refusal.differing).toContain('figures.json');
});

test.each([
  ['missing', (folder: string) => rmSync(folder, {recursive: true})],
  ['altered', (folder: string) => appendFileSync(join(folder, 'rules.yaml'), '\n# later\n')],
])('its profile %s: refused', async (name, spoil) => {
  const twin = office.twin(`profile-${name}`);
  const profiles = join(twin.workspace, 'editions', 'profiles');
  spoil(join(profiles, readdirSync(profiles)[0] ?? ''));
  expect(reason(await again(twin))).toBe('profile-version-missing');
});

test('nothing is recorded as of the moment it was cut off at', async () => {
  const twin = office.twin('cut-off');
  await expect(twin.receive('cmm-sager-2013.xlsx', 'cmm', '2014-01-27T09:30:00Z')).rejects.toThrow(
    'recorded-before-cut-off',
  );
  // A person's right does not wait; what is frozen stays so all the same.
  twin.at('2014-01-27T09:30:00Z');
  value(await erase(twin.workspace, {record: 'P-000001-9', reason: 'request', recordedBy: 'test'}, twin.effects));
  twin.at('2014-03-03T09:00:00Z');
  expect(value(await again(twin)).differing).toEqual([]);
});

test('no such edition; a folder with something else in it', async () => {
  expect(
    reason(await recompile(office.workspace, {edition: '2013-internal-7', out: 'x'}, office.effects, silent)),
  ).toBe('no-such-edition');
  cpSync('profiles/ctdc', join(office.folder, 'other'), {recursive: true});
  expect(reason(await again(office, 'other'))).toBe('folder-not-empty');
});
