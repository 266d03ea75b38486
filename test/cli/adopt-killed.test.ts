/** A machine that goes off between the profile's writing and the register's: it is told, taken back, and the folder adopted again. */
import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {load} from 'js-yaml';
import {afterAll, beforeEach, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('adopt-killed');
afterAll(folder.remove);
const effects = {...effectsIn(folder.path), now: () => instant('2026-11-23T09:00:00Z')};
const sheets = join(folder.path, 'in');
const answers = join(folder.path, 'answers.yaml');
mkdirSync(sheets);
writeFileSync(
  join(sheets, 'liste 2009.csv'),
  [
    'Nr.;Navn;CPR;Køn;Nationalitet;Dato for afgørelse;Udnyttelse',
    '1;Anna Prøve Figur;010190-1234;Kvinde;Nigeria;03-05-2009;Prostitution',
    '2;Bo Prøve Figur;020285-1111;Mand;Rumænien;05-06-2009;Tvangsarbejde',
    '3;Eva Prøve Figur;030388-1112;Kvinde;Nigeria;09-09-2009;Neglesaloner',
  ].join('\r\n'),
);
writeFileSync(
  answers,
  `codes: [{list: exploitation, code: nail-work, labels: {da: Neglesaloner, en: Nail bars}}]
words: {exploitation: {Neglesaloner: nail-work}}
accept: 0
`,
);

let offices = 0;
let office: string;
let opgor: ReturnType<typeof commandIn>['opgor'];
let json: ReturnType<typeof commandIn>['json'];
let before: Readonly<Record<string, string>>;

const profile = () =>
  Object.fromEntries(
    readdirSync(join(office, 'profile'), {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')]),
  );

beforeEach(async () => {
  office = join(folder.path, `office-${++offices}`);
  ({opgor, json} = commandIn(folder.path, office, effects));
  await opgor(['init', office, '--profile', 'denmark']);
  before = profile();
  const child = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'test/cli/adopt-and-die.ts', office, folder.path, sheets, answers],
    {encoding: 'utf8', timeout: 60_000},
  );
  expect([child.signal, child.stderr]).toEqual(['SIGKILL', '']);
}, 90_000);

interface Kept {
  readonly profile: readonly {readonly file: string; readonly before: string | null}[];
}
const kept = () => load(readFileSync(join(office, 'adoptions', 'adoption-1.yaml'), 'utf8')) as Kept;

async function takenBackAndAdopted() {
  const again = await json('adopt', sheets, '--answers', answers);
  expect(again.answer.refusal).toEqual({reason: 'adoption-interrupted', adoption: 'adoption-1'});
  expect(again.answer.remedy).toContain('opgor adopt --undo adoption-1');
  expect((await opgor(['adopt'], {language: 'da'})).out).toContain('; afbrudt');
  const undone = await json('adopt', '--undo', 'adoption-1', '--yes');
  expect(undone.answer).toMatchObject({ok: true, rows: 0});
  expect(profile()).toEqual(before);
  const {answer} = await json('adopt', sheets, '--answers', answers);
  expect(answer).toMatchObject({ok: true, adoption: 'adoption-2'});
  expect((await opgor(['adopt'])).out.split('\n')[1]).not.toContain('cut short');
}

test('the profile is written, nothing is received: nothing is counted before it is taken back', async () => {
  await opgor(['person', 'add', 'Anne Holm']);
  const commands = [
    ['statement', '2009'],
    ['release', '2009', '--edition', 'internal', '--by', 'Anne Holm', '--alone', '--reason', 'x'],
  ];
  for (const line of commands) expect((await json(...line)).answer.refusal?.reason).toBe('adoption-interrupted');
  await takenBackAndAdopted();
  expect((await json('statement', '2009', '--out', join(folder.path, 'counted'))).answer.ok).toBe(true);
}, 60_000);

test('the profile is written in part, cannot be read, and half a file lies in it', async () => {
  const [list] = kept().profile.filter(({file}) => file.startsWith('codelists/'));
  const path = join(office, 'profile', list?.file ?? '');
  writeFileSync(path, Buffer.from(list?.before ?? '', 'base64'));
  const [source] = kept().profile.filter(({file}) => file.startsWith('sources/'));
  writeFileSync(join(office, 'profile', `${source?.file}.part`), 'id: adop');
  expect((await json('editions')).answer.refusal?.reason).toBe('profile-faulty');
  await takenBackAndAdopted();
}, 60_000);
