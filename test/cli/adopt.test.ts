/** Ten messy years adopted by the prompts alone: every planted error is found, the next file asks nothing, and all of it is undone. */
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {dump} from 'js-yaml';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {writeMessyYears} from '../../examples/adoption/folder.ts';
import {type MessyYears, messyYears} from '../../examples/adoption/messy-years.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('adopt');
afterAll(folder.remove);
const effects = {...effectsIn(folder.path), now: () => instant('2026-11-23T09:00:00Z')};

interface Asked {
  readonly kind: string;
  readonly heading?: string;
  readonly of?: string;
  readonly word?: string;
  readonly member?: string;
  readonly proposed?: string;
}

/** As somebody who knows the office answers: each question by what it means, and nothing that is not asked. */
function answersTo(questions: readonly Asked[], {truth}: MessyYears): string {
  const columns: Record<string, string | null> = {};
  const words: Record<string, Record<string, string>> = {};
  const assume: Record<string, string> = {};
  for (const {kind, heading = '', of = '', word = '', member = '', proposed = ''} of questions) {
    if (kind === 'column') columns[heading] = truth.headings.get(heading) ?? null;
    if (kind === 'assume') assume[member] = proposed;
    if (kind === 'word') words[of] = {...words[of], [word]: truth.words.get(of)?.get(word) ?? ''};
  }
  return dump({columns, words, assume});
}

const digests = (of: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(of, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => join(parentPath, name))
      .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );

async function officeOf(name: string, seed: number, persons = 40) {
  const years = await messyYears({seed, persons});
  const place = await writeMessyYears(years, join(folder.path, name), effects.packageFolder);
  const {opgor, json} = commandIn(folder.path, place.workspace, effects);
  expect((await opgor(['init', place.workspace, '--profile', place.profile])).code).toBe(0);
  return {years, place, opgor, json};
}

describe.each([1, 2, 3])('seed %i', (seed) => {
  let office: Awaited<ReturnType<typeof officeOf>>;
  let before: ReadonlyMap<string, string>;
  const answers = join(folder.path, `answers-${seed}.yaml`);
  beforeAll(async () => {
    office = await officeOf(`seed-${seed}`, seed);
    before = digests(join(office.place.workspace, 'profile'));
  });

  test('nothing that is certain is wrong', async () => {
    const {answer} = await office.json('adopt', office.place.folder);
    const {truth} = office.years;
    const asked = new Set(answer.questions.map((one: Asked) => one.heading ?? one.word));
    for (const {columns = [], words = []} of answer.sheets) {
      for (const {heading, field} of columns)
        if (!asked.has(heading)) expect([heading, field]).toEqual([heading, truth.headings.get(heading)]);
      for (const {of, word, code} of words)
        if (!asked.has(word)) expect([of, word, code]).toEqual([of, word, truth.words.get(of)?.get(word)]);
    }
    expect(answer.questions.length).toBeGreaterThan(5);
    expect(digests(join(office.place.workspace, 'profile'))).toEqual(before);
    writeFileSync(answers, answersTo(answer.questions, office.years));
  });

  test('every planted error is found, and nothing else', async () => {
    const {place, json, years} = office;
    const {code, answer} = await json('adopt', place.folder, '--answers', answers, '--published', place.published);
    expect([code, answer.refused]).toEqual([0, []]);
    const found = Object.fromEntries(
      answer.reconciliation.differences.map((one: {cell: string; published: number; counted: number}) => [
        one.cell,
        {published: one.published, counted: one.counted},
      ]),
    );
    expect(years.wrong.size).toBeGreaterThan(30);
    expect(found).toEqual(Object.fromEntries(years.wrong));
    // The row that is held in each list is named as what could explain it.
    for (const {causes} of answer.reconciliation.differences) expect(causes.held.length).toBeGreaterThan(0);
    // A year of figures alone entered as published, and is not compared with a register that holds nobody of it.
    expect(answer.figures).toBeGreaterThan(10);
    const published = readFileSync(join(place.workspace, 'profile/published.csv'), 'utf8');
    expect(published).toMatch(/^persons-by-year,2008,,\d+,Opgørelse 2008.xlsx/m);
  });

  test('what differs names records and rows, and nobody', async () => {
    const {opgor, place} = office;
    const ran = await opgor(['adopt', place.folder]);
    const names = readFileSync(join(place.folder, 'Liste over handlede 2007.csv'), 'latin1')
      .split('\r\n')
      .slice(1, 30)
      .flatMap((line) =>
        line.split(';').filter((cell) => /^\p{Lu}\p{L}+ \p{Lu}\p{L}+ |^\d{6}-\d{4}$|^1\d{8,}$/u.test(cell)),
      );
    expect(names.length).toBeGreaterThan(30);
    const log = readFileSync(join(place.workspace, 'adoptions/adoption-1.yaml'), 'utf8');
    const sources = readdirSync(join(place.workspace, 'profile/sources')).map((file) =>
      readFileSync(join(place.workspace, 'profile/sources', file), 'utf8'),
    );
    for (const text of [ran.out, ran.err, log, ...sources]) for (const name of names) expect(text).not.toContain(name);
    expect(ran.out).toContain('was adopted before, as adoption-1');
  });

  test('next year’s list, kept like this year’s, asks nothing', async () => {
    const {place, json} = office;
    const next = join(place.folder, '..', 'next');
    mkdirSync(next, {recursive: true});
    cpSync(join(place.folder, 'sager-2010.ods'), join(next, 'sager-2017.ods'));
    // The same bytes would be told as adopted before.
    cpSync(join(place.folder, 'Liste over handlede 2007.csv'), join(next, 'Liste over handlede 2017.csv'));
    const text = readFileSync(join(next, 'Liste over handlede 2017.csv'), 'latin1').replaceAll('-2007;', '-2017;');
    writeFileSync(join(next, 'Liste over handlede 2017.csv'), text, 'latin1');
    const {answer} = await json('adopt', next);
    expect(answer.questions.filter(({kind}: Asked) => kind !== 'assume')).toEqual([]);
    expect(answer.sheets.map(({year}: {year: number}) => year)).toEqual([2017]);
    expect(answer.findings.map(({rule}: {rule: string}) => rule)).toEqual(['adopted-before']);
  });

  test('undone, the profile is as it was byte for byte and nobody is counted', async () => {
    const {place, opgor, json} = office;
    const rehearsed = await json('adopt', '--undo', 'adoption-1', '--dry-run');
    expect(rehearsed.answer).toMatchObject({ok: true, dryRun: true});
    expect(digests(join(place.workspace, 'profile'))).not.toEqual(before);
    const {answer} = await json('adopt', '--undo', 'adoption-1', '--yes');
    expect(answer.rows).toBe(rehearsed.answer.rows);
    expect(answer.rows).toBeGreaterThan(300);
    expect(digests(join(place.workspace, 'profile'))).toEqual(before);
    expect((await opgor(['statement', '2009'])).err).toContain('holds nothing to count');
    expect((await json('adopt', '--undo', 'adoption-1', '--yes')).answer.refusal.reason).toBe('no-such-adoption');
    // And the same again.
    const again = await json('adopt', place.folder, '--answers', answers, '--published', place.published);
    expect(again.answer.reconciliation.differences).toHaveLength(office.years.wrong.size);
  });
});

test('whoever knows the office and follows the prompts alone finds every planted error too', async () => {
  const {years, place, opgor} = await officeOf('prompts', 4);
  const {truth} = years;
  const asked: string[] = [];
  const answers = (screen: string): string | undefined => {
    const [about = '', question = ''] = screen.trimEnd().split('\n').slice(-2);
    asked.push(about);
    const heading = /^Column “(.+)” \(.+\) holds/.exec(about)?.[1];
    const [, word = '', of = ''] = /^“(.+)” in (\S+) \(/.exec(about) ?? [];
    if (heading !== undefined) return truth.headings.get(heading) ?? '-';
    if (word !== '') return truth.words.get(of)?.get(word) ?? '!';
    if (question.startsWith('No column gives')) return '';
    return question.startsWith('Receive ') ? 'yes' : undefined;
  };
  const ran = await opgor(['adopt', place.folder, '--published', place.published], {answers});
  expect(ran.code).toBe(0);
  expect(asked.length).toBeGreaterThan(5);
  // Each once.
  expect(new Set(asked).size).toBe(asked.length);
  const found = [...ran.out.matchAll(/^ {2}✗ (\S+): published (\d+) \(.*\), counted (\d+)$/gm)];
  expect(
    Object.fromEntries(found.map(([, cell, published, counted]) => [cell, [Number(published), Number(counted)]])),
  ).toEqual(Object.fromEntries([...years.wrong].map(([cell, {published, counted}]) => [cell, [published, counted]])));
});

describe('on the terminal', () => {
  const at = (...names: readonly string[]) => join(folder.path, 'terminal', ...names);
  const {opgor, json} = commandIn(folder.path, at('office'), effects);
  const LIST = [
    'Nr.;Navn;CPR;Kvinde/mand;Stb.land;Afgjort den;Type;Erhvervet',
    '1;Anna Prøve Figur;010190-1234;K;Nigerianer;03-05-2009;Prostitution;x',
    '2;Bo Prøve Figur;020285-1111;M;Rumænien;05-06-2009;Negle;y',
    '3;Eva Prøve Figur;030388-1112;K;Nigerianer;09-09-2009;Prostitution;z',
    'I alt;3;;;;;;',
  ].join('\r\n');
  beforeAll(async () => {
    mkdirSync(at('in'), {recursive: true});
    writeFileSync(at('in', 'liste 2009.csv'), LIST);
    await opgor(['init', at('office'), '--profile', 'denmark']);
  });
  const questions = async (...given: readonly string[]): Promise<readonly Asked[]> =>
    (await json('adopt', at('in'), ...given)).answer.questions;

  test('each question once; Enter takes what is proposed, ? lists what it may be, what is wrong is asked again', async () => {
    const columns = (await questions()).filter(({kind}) => kind === 'column');
    expect(columns.map(({heading}) => heading)).toContain('Stb.land');
    // The words of a column are asked once it is said what the column is.
    const meant = Object.fromEntries(
      columns.map(({heading = ''}) => [heading, heading === 'Stb.land' ? 'nationality' : null]),
    );
    writeFileSync(at('columns.yaml'), dump({columns: meant}));
    const more = await questions('--answers', at('columns.yaml'), '--propose', at('unused.yaml'));
    expect(more.map(({word}) => word)).toEqual(expect.arrayContaining(['Nigerianer', 'Negle']));
    const typed = [
      ...columns.flatMap(({heading}) => (heading === 'Stb.land' ? ['?', 'nationality'] : ['-'])),
      ...more.flatMap(({word}) => {
        if (word === 'Negle') return ['+', 'nail-work', 'Neglesaloner', 'Nail bars'];
        return word === 'Nigerianer' ? ['nothing of the kind', 'Nigeria'] : [''];
      }),
    ];
    const ran = await opgor(['adopt', at('in')], {answers: [...typed, 'yes']});
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('There is no “nothing of the kind”');
    expect(ran.out).toContain('3 rows, 3 taken, 0 held');
    expect(readFileSync(at('office', 'profile/codelists/exploitation.csv'), 'utf8')).toMatch(
      /^nail-work,,\d{4},,Neglesaloner,Nail bars,/m,
    );
    expect((await opgor(['profile', 'check', at('office', 'profile')])).code).toBe(0);
    expect(readFileSync(at('office', 'profile/sources/adopted-liste-2009.yaml'), 'utf8')).toContain('Nigerianer: NG');
  });

  test('a profile that was changed since is not put back over the change', async () => {
    const path = at('office', 'profile/codelists/exploitation.csv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('Nail bars', 'Nail salons'));
    const {answer} = await json('adopt', '--undo', 'adoption-1', '--yes');
    expect(answer.refusal).toEqual({
      reason: 'profile-changed-since',
      adoption: 'adoption-1',
      files: ['codelists/exploitation.csv'],
    });
    writeFileSync(path, text);
    const typed = await opgor(['adopt', '--undo', 'adoption-1'], {answers: ['adoption-2']});
    expect([typed.code, typed.err]).toEqual([1, expect.stringContaining('Type adoption-1')]);
    expect((await opgor(['adopt', '--undo', 'adoption-1'], {answers: ['adoption-1']})).code).toBe(0);
  });

  test('who goes away, or does not say yes, has changed nothing', async () => {
    const before = digests(at('office', 'profile'));
    expect((await opgor(['adopt', at('in')], {answers: []})).code).toBe(1);
    const open = (await questions()).length;
    const ran = await opgor(['adopt', at('in')], {answers: [...Array.from({length: open}, () => ''), 'no']});
    expect(ran.code).toBe(1);
    expect(digests(at('office', 'profile'))).toEqual(before);
    expect((await json('adopt')).answer.adoptions.map(({undone}: {undone?: unknown}) => undone !== undefined)).toEqual([
      true,
    ]);
  });

  test.each([
    {given: ['--answers', 'no.yaml'], reason: 'no-such-file'},
    {given: ['--answers', 'bad.yaml'], yaml: 'columns: [', reason: 'answers-faulty'},
    {given: ['--answers', 'bad.yaml'], yaml: 'columns: {Type: no-such-field}', reason: 'answers-faulty'},
    {given: ['--answers', 'bad.yaml'], yaml: 'words: {sex: {K: nobody}}', reason: 'answers-faulty'},
    {given: ['--answers', 'bad.yaml'], yaml: 'colums: {}', reason: 'answers-faulty'},
    {given: ['--answers', 'bad.yaml'], yaml: 'accept: 0.99', reason: 'answers-open'},
    {given: ['--published', 'bad.yaml'], yaml: 'year,table\n2009,x', reason: 'published-faulty'},
    {
      given: ['--published', 'bad.yaml'],
      yaml: 'year,table,code,value\n2009,persons-by-year,,many',
      reason: 'published-faulty',
    },
    {folder: 'nowhere', given: [], reason: 'no-such-folder'},
    {folder: 'empty', given: [], reason: 'folder-without-files'},
  ])('$given $yaml $folder: $reason', async ({given, yaml, reason, folder: named = 'in'}) => {
    mkdirSync(at('empty'), {recursive: true});
    if (yaml !== undefined) writeFileSync(at('bad.yaml'), yaml);
    const {code, answer} = await json(
      'adopt',
      at(named),
      ...given.map((one) => (one.startsWith('--') ? one : at(one))),
    );
    expect([code, answer.refusal?.reason]).toEqual([1, reason]);
    expect(answer.remedy).not.toBe('');
  });

  test('proposals written to a file are answers as they stand', async () => {
    const {answer} = await json('adopt', at('in'), '--propose', at('proposed.yaml'));
    expect(answer.file).toBe(at('proposed.yaml'));
    const rehearsed = await json('adopt', at('in'), '--answers', at('proposed.yaml'), '--dry-run');
    expect(rehearsed.answer).toMatchObject({ok: true, adoption: null});
    expect(rehearsed.answer.lists[0].receipt.dryRun).toBe(true);
    expect((await json('adopt', at('in'), '--propose', at('proposed.yaml'))).answer.refusal.reason).toBe('file-exists');
  });
});
