/** The Danish 2013 example from its files to its statement, as `npm run demo` makes it. */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import JSONstat from 'jsonstat-toolkit';
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {sha256} from '#kit/digest';
import {languages} from '#language/language';
import {type Demo, demo} from '#production/demo';
import {silent} from '#production/progress';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {prepareVeraPdf, validate} from '../readers/verapdf/verapdf.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

const folders = [temporaryFolder('demo'), temporaryFolder('demo-again')] as const;
const [first, second] = folders;
const request = {example: 'denmark-2013', profile: 'denmark', year: 2013};
const runs: Demo[] = [];

beforeAll(async () => {
  for (const {path} of folders) {
    const ran = await demo({...request, out: join(path, 'out')}, effectsIn(path), silent);
    if (!ran.ok) throw new Error(JSON.stringify(ran.refusal));
    runs.push(ran.value);
  }
});
afterAll(() => {
  for (const {remove} of folders) remove();
});

const statement = (folder: string) => join(folder, 'out', 'statement-2013');
const filesOf = (folder: string) =>
  readdirSync(statement(folder), {recursive: true, encoding: 'utf8'})
    .filter((name) => statSync(join(statement(folder), name)).isFile())
    .sort();

describe('what the example must give', () => {
  const dataset = (table: string) => {
    const collection = JSONstat(JSON.parse(readFileSync(join(statement(first.path), 'figures.json'), 'utf8')));
    const datasets = Array.from({length: collection.length}, (_, i) => collection.Dataset(i));
    const found = datasets.find(({extension}) => extension.table === table);
    if (found === undefined) throw new Error(`no table ${table}`);
    return found;
  };
  const value = (table: string, where: Readonly<Record<string, string>>) => dataset(table).Data(where).value;

  test.each<[string, Readonly<Record<string, string>>, number]>([
    ['persons-by-year', {year: '2007'}, 17],
    ['persons-by-year', {year: '2008'}, 28],
    ['persons-by-year', {year: '2009'}, 47],
    ['persons-by-year', {year: '2010'}, 53],
    ['persons-by-year', {year: '2011'}, 60],
    ['persons-by-year', {year: '2012'}, 66],
    ['persons-by-year', {year: '2013'}, 76],
    ['repeats', {repetition: 'first-time'}, 67],
    ['repeats', {repetition: 'linked'}, 7],
    ['repeats', {repetition: 'attested'}, 2],
    ['repeats', {repetition: 'unknown'}, 0],
    ['persons-by-authority', {authority: 'us'}, 60],
    ['persons-by-authority', {authority: 'cmm'}, 10],
    ['persons-by-authority', {authority: 'court'}, 6],
    ['persons-by-sex', {sex: 'female'}, 64],
    ['persons-by-sex', {sex: 'male'}, 12],
    ['persons-by-exploitation', {exploitation: 'prostitution'}, 58],
    ['persons-by-exploitation', {exploitation: 'forced-labour'}, 11],
    ['persons-by-exploitation', {exploitation: 'criminal-acts'}, 7],
    ['prostitution-by-sex', {sex: 'female'}, 58],
    ['forced-labour-by-sex', {sex: 'female'}, 6],
    ['forced-labour-by-sex', {sex: 'male'}, 5],
    ['criminal-acts-by-sex', {sex: 'male'}, 7],
    ['criminal-acts-by-crime', {crime: 'cannabis-production'}, 4],
    ['criminal-acts-by-crime', {crime: 'drug-sales'}, 3],
    ['persons-by-nationality', {nationality: 'NG'}, 45],
    ['persons-by-nationality', {nationality: 'RO'}, 6],
    ['returns', {person: 'victim', assessed: 'in-period'}, 3],
    ['returns', {person: 'victim', assessed: 'earlier'}, 6],
    ['returns', {person: 'child', assessed: 'not-applicable'}, 2],
    ['returns-with-child', {assessed: 'in-period', 'with-child': 'with-child'}, 1],
  ])('%s %o is %i', (table, where, expected) => {
    expect(value(table, where)).toBe(expected);
  });

  test.each([
    ['persons-by-sex', 76],
    ['returns', 11],
    ['returns-in-process', 9],
  ])('the total of %s is %i', (table, total) => {
    expect(dataset(table).extension.total).toBe(total);
  });
});

test('every identity holds, every cell is recounted, and nothing stands in the way of a release', () => {
  const draft = runs[0]?.compiled;
  expect(draft?.proofs.filter(({kind, holds}) => kind !== 'reported' && !holds)).toEqual([]);
  expect(draft?.proofs.length).toBeGreaterThan(50);
  expect(draft?.recounted).toBeGreaterThan(100);
  expect(draft?.findings.filter(({severity}) => severity === 'error')).toEqual([]);
});

test('no row is held, and every control total agrees', () => {
  for (const {rows, controlTotals} of runs[0]?.receipts ?? []) {
    expect(rows.held).toBe(0);
    expect(controlTotals.filter(({difference}) => difference !== 0)).toEqual([]);
  }
});

test('the same inputs give the same bytes, whatever the workspace key', () => {
  expect(filesOf(second.path)).toEqual(filesOf(first.path));
  const differing = filesOf(first.path).filter(
    (name) => !readFileSync(join(statement(first.path), name)).equals(readFileSync(join(statement(second.path), name))),
  );
  expect(differing).toEqual([]);
});

test('the manifest lists every file with its true hash', () => {
  const {outputs}: {outputs: readonly {name: string; sha256: string}[]} = JSON.parse(
    readFileSync(join(statement(first.path), 'manifest.json'), 'utf8'),
  );
  expect(
    outputs
      .map(({name}) => name)
      .concat('manifest.json')
      .sort(),
  ).toEqual(filesOf(first.path));
  for (const {name, sha256: stated} of outputs) {
    expect(sha256(readFileSync(join(statement(first.path), name)))).toBe(stated);
  }
});

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('the pages, in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(() => browser.close());

  test.each((['da', 'en'] as const).flatMap((language) => [320, 1280].map((width) => ({language, width}))))(
    '$language at $width px: axe finds nothing, nothing scrolls sideways, and it says it is synthetic',
    async ({language, width}) => {
      const tab = await browser.newPage({viewport: {width, height: 900}});
      await tab.goto(pathToFileURL(join(statement(first.path), `statement.${language}.html`)).href);
      expect(await axeFaults(tab)).toEqual([]);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await tab.evaluate('document.body.innerText')).toContain(languages[language].document.synthetic);
      await tab.close();
    },
  );
});

const classPath = prepareVeraPdf();
test.skipIf(classPath === undefined).each(['da', 'en'])(
  'veraPDF: statement.%s.pdf is PDF/A-2a and PDF/UA-1',
  (language) => {
    const said = validate(classPath ?? '', join(statement(first.path), `statement.${language}.pdf`));
    expect(said.map((line) => line.replace(/ \d+$/, ''))).toEqual(['2a holds', 'ua1 holds']);
  },
);
