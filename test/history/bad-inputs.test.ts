/**
 * What an office may do wrong, or find broken, in its editions: refused clearly, in both languages, with a remedy, and nothing half
 * done: after each refusal the workspace is byte for byte what it was.
 */
import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest';
import type {LanguageTag} from '#concepts/labels';
import {languages} from '#language/language';
import {bytesIn, decision, type Row, releaseOf, type SmallOffice, smallOffice} from './small-office.ts';

let office: SmallOffice;
let sound: string;
const rows = new Map<string, Row>([
  ['B-1', decision('900001', '01-02-2012', 'Prostitution')],
  ['C-1', decision('900002', '01-02-2013', 'Prostitution')],
  // Lawfully resident: CMM should have decided.
  ['C-2', {...decision('900003', '02-02-2013', 'Prostitution'), Opholdsstatus: 'Lovligt ophold'}],
]);
const RELEASE = ['release', '2013', '--edition', 'internal', '--by', 'Anne Holm', '--approved-by', 'Bo Lind'];
const RECOMPILE = (out: string) => ['recompile', '2012-internal-1', '--out', join(office.folder, out)];

beforeAll(async () => {
  office = await smallOffice('bad');
  office.at('2014-01-10T09:00:00Z');
  await office.receive(rows);
  office.at('2014-02-01T09:00:00Z');
  await releaseOf(office, 2012);
  sound = join(office.folder, 'sound');
  cpSync(office.workspace, sound, {recursive: true});
}, 60_000);
beforeEach(() => {
  rmSync(office.workspace, {recursive: true});
  cpSync(sound, office.workspace, {recursive: true});
  office.at('2014-03-01T09:00:00Z');
});
afterAll(() => office.remove());

const withoutLocks = (files: ReadonlyMap<string, string>) =>
  new Map([...files].filter(([name]) => !/^register\.sqlite-(wal|shm)$/.test(name)));

/** Refused for that reason, in words and with a remedy in either language; what was there is there, and nothing else. */
async function expectRefused(args: readonly string[], reason: string, said: Readonly<Record<LanguageTag, RegExp>>) {
  const before = withoutLocks(bytesIn(office.workspace));
  expect(await office.refused(...args)).toBe(reason);
  for (const language of ['da', 'en'] as const) {
    const {code, err} = await office.opgor(args, {language});
    expect([code, err]).toEqual([1, expect.stringMatching(said[language])]);
    expect(err).toMatch(new RegExp(`^${languages[language].cli.remedy}: \\S.+`, 'm'));
  }
  expect(withoutLocks(bytesIn(office.workspace))).toEqual(before);
}

const hold = () =>
  office.edit('authorities.yaml', (text) =>
    text.replace('when-others-decide: count-and-flag', 'when-others-decide: hold'),
  );

test('a decision held back until an answer: refused, or released by a recorded choice with its range', async () => {
  hold();
  await expectRefused(RELEASE, 'questions-open', {da: /spørgsmål|svar/, en: /question|answer/});
  const chosen = [...RELEASE, '--with-open-questions', '--reason', 'CMM answers in May'];
  const {openQuestions} = await office.done(...chosen);
  expect(openQuestions).toMatchObject({held: 1, range: {low: 0, high: 1}, reason: 'CMM answers in May'});
});

test('answered, it is released', async () => {
  hold();
  const {questions} = await office.done('questions', '2013');
  const [{record, of}] = questions;
  const set = ['on=2014-02-20', `of=${of}`, 'question=assessed-outside-competence', 'reason=CMM agrees'];
  await office.done('add', 'answer', record, ...set.flatMap((one) => ['--set', one]));
  expect(await releaseOf(office, 2013)).toMatchObject({edition: '2013-internal-1', state: 'released'});
});

test('a row held back since it cannot be read: refused, or released over it, and told', async () => {
  const unread = {...decision('900004', '03-02-2013', 'Prostitution'), Fødselsdato: '01-01-2014'};
  expect((await office.receive(new Map([...rows, ['C-3', unread]]))).rows).toMatchObject({held: 1});
  office.at('2014-03-02T09:00:00Z');
  await expectRefused(RELEASE, 'findings-stand', {da: /række/, en: /row/});
  const released = await office.done(...RELEASE, '--over-findings', '--reason', 'the agency answers in May');
  expect(released).toMatchObject({overFindings: {errors: 1}, openQuestions: {rowsHeld: 1}});
});

test.each([
  ['is missing', (folder: string) => rmSync(folder, {recursive: true})],
  ['has a file too few', (folder: string) => rmSync(join(folder, 'rules.yaml'))],
  ['has another byte', (folder: string) => alter(join(folder, 'rules.yaml'))],
])('the profile of an edition %s', async (_, spoil) => {
  const profiles = join(office.workspace, 'editions', 'profiles');
  spoil(join(profiles, readdirSync(profiles)[0] ?? ''));
  const said = {da: /profil/, en: /profile/};
  await expectRefused(RECOMPILE('profile'), 'profile-version-missing', said);
  await expectRefused(['compare', '2012-internal-1', 'now'], 'profile-version-missing', said);
});

function alter(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

test('a manifest with another byte', async () => {
  const folder = join(office.workspace, 'editions', '2012-internal-1');
  alter(join(folder, 'manifest.json'));
  const said = {da: /manifest/, en: /manifest/};
  await expectRefused(['verify', folder], 'not-verified', said);
  await expectRefused(['verify'], 'not-verified', said);
  // What it was made from is whole: it is made again as it was signed.
  const out = join(office.folder, 'again');
  expect(await office.done('recompile', '2012-internal-1', '--out', out)).toMatchObject({identical: true});
  expect(bytesIn(out).get('manifest.json')).toBe(
    bytesIn(join(sound, 'editions', '2012-internal-1')).get('manifest.json'),
  );
});

test('a figure with another byte', async () => {
  const folder = join(office.workspace, 'editions', '2012-internal-1');
  alter(join(folder, 'statement.en.html'));
  await expectRefused(['verify', folder], 'not-verified', {da: /statement\.en\.html/, en: /statement\.en\.html/});
});

const drugs = 'drug-sales,criminal-acts,2007,,';
test.each([
  ['a hole', 'drug-sales,criminal-acts,2007,2011,', 'drug-sales,forced-labour,2013,,'],
  ['a double', 'drug-sales,criminal-acts,2007,2013,', 'drug-sales,forced-labour,2013,,'],
])('a code that moves with %s', async (name, first, second) => {
  office.edit('codelists/exploitation.csv', (text) =>
    text.replace(new RegExp(`^${drugs}(.*)$`, 'm'), (_line, rest) => `${first}${rest}\n${second}${rest}`),
  );
  await expectRefused(RELEASE, 'profile-faulty', {da: /exploitation\.csv/, en: /exploitation\.csv/});
  // The edition has its own definitions and stands.
  expect(await office.done(...RECOMPILE(name))).toMatchObject({identical: true});
});

test('a clock that went backwards: behind the log, and behind the register', async () => {
  office.at('2014-01-31T09:00:00Z');
  const said = {da: /ur/, en: /clock/};
  await expectRefused(RELEASE, 'clock-behind-log', said);
  await expectRefused(
    ['mark-disclosed', '2012-internal-1', '--by', 'Anne Holm', '--reason', 'x'],
    'clock-behind-log',
    said,
  );
  await expectRefused(['person', 'add', 'Carl Ek'], 'clock-behind-log', said);
  office.at('2014-01-09T09:00:00Z');
  const set = ['on=2013-05-05', 'by=us', 'outcome=victim'].flatMap((one) => ['--set', one]);
  await expectRefused(['add', 'assessment', ...set], 'clock-behind-register', said);
});
