/** The hand-over document: what is open stands in it in either language, and nobody does. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {PDFDocument} from '@cantoo/pdf-lib';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {typedDay} from '#language/days';
import {checkProfile} from '#profile/read-profile';
import {has, run} from '../readers/programs.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('hand-over');
afterAll(folder.remove);
const office = join(folder.path, 'office');
let now = '2014-03-03T09:00:00Z';
const {opgor, json} = commandIn(folder.path, office, {...effectsIn(folder.path), now: () => instant(now)});
let written = 0;
async function handOver(language: 'da' | 'en', form = 'md'): Promise<string> {
  written += 1;
  const out = join(folder.path, `hand-over-${written}.${form}`);
  expect((await json('hand-over', '--out', out, '--language', language)).code).toBe(0);
  return readFileSync(out, 'utf8');
}

beforeAll(async () => {
  await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
});

test('of a workspace where nothing was done yet', async () => {
  const text = await handOver('en');
  for (const open of ['Nothing is backed up', 'No recovery key', 'never been rehearsed', 'Nobody can sign'])
    expect(text).toContain(open);
});

test('what was sent with a mistake, promised, prepared or put off is open, until it is done', async () => {
  const us = 'examples/denmark-2013/input/us-afgoerelser-2013.csv';
  await opgor([
    'receive',
    us,
    '--source',
    'us',
    '--control-total',
    'persons-2013=61',
    '--recorded-at',
    '2014-01-27T09:30:00Z',
  ]);
  for (const name of ['Anne Holm', 'Bo Lind']) await opgor(['person', 'add', name]);
  await opgor(['calendar', 'add', '2013', '--edition', 'internal', '--on', '2014-02-28']);
  const choices = ['--over-findings', '--with-open-questions', '--reason', 'test', '--language', 'en'];
  await opgor(['release', '2013', '--edition', 'internal', '--by', 'Anne Holm', ...choices]);
  await opgor(['key', 'issue', 'Anne Holm']);
  mkdirSync(join(folder.path, 'stick'));
  await opgor(['backup', 'to', join(folder.path, 'stick')]);
  const english = await handOver('en');
  for (const open of [
    '61',
    '2 questions about persons of 2013',
    '2013-internal-1 is validated',
    'Late: the internal edition of 2013',
    'One paper alone',
  ])
    expect(english).toContain(open);
  expect(english).not.toContain('Nothing is backed up');
  const danish = await handOver('da');
  for (const open of ['2013-internal-1 er', 'Forsinket: den interne udgave af 2013', 'Ét ark', 'Udlændingestyrelsen'])
    expect(danish).toContain(open);
  await opgor(['approve', '2013-internal-1', '--by', 'Bo Lind']);
  const later = await handOver('en');
  expect(later).not.toContain('is validated');
  expect(later).not.toContain('Late:');
  expect(later).toContain('2013-internal-1, released 3 Mar 2014');
});

/** The words of the print, in a row. */
function printed(language: 'da' | 'en'): string {
  return run('pdftotext', join(folder.path, `${language}.pdf`), '-').replaceAll(/\s+/g, ' ');
}

test('on paper in either language: A4, everything in it, the year as a picture with its words', async () => {
  for (const language of ['da', 'en'] as const) {
    const out = join(folder.path, `${language}.pdf`);
    expect((await json('hand-over', '--out', out, '--language', language)).code).toBe(0);
    const document = await PDFDocument.load(readFileSync(out), {updateMetadata: false});
    const sizes = document.getPages().map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())]);
    expect(new Set(sizes.map(String))).toEqual(new Set(['595,842']));
    expect(document.getTitle()).toContain({da: 'Overdragelse: ', en: 'Hand-over: '}[language]);
  }
  const pictures = (language: string) => {
    const text = readFileSync(join(folder.path, `${language}.pdf`), 'latin1');
    return {
      archival: text.includes('<pdfaid:part>2</pdfaid:part>'),
      universal: text.includes('<pdfuaid:part>1</pdfuaid:part>'),
    };
  };
  for (const language of ['da', 'en']) expect(pictures(language)).toEqual({archival: true, universal: true});
  if (!has('pdftotext')) return;
  for (const said of [
    'Hvad der er åbent',
    'Året',
    'Hvem man spørger',
    'Hvordan hvert skridt gøres',
    '01-06-2014',
    'opgor drill',
    'i dag, 03-03-2014',
  ])
    expect(printed('da')).toContain(said);
  for (const said of [
    'What is open',
    '1 Jun 2014',
    'opgor review --find',
    'Danish Immigration Service',
    'today, 3 Mar 2014',
  ])
    expect(printed('en')).toContain(said);
});

test('nobody is in it: no name, number or birthday of the agency’s file', async () => {
  const page = await handOver('en', 'html');
  const rows = readFileSync('examples/denmark-2013/input/us-afgoerelser-2013.csv', 'latin1').split('\r\n').slice(1);
  const telling = rows.flatMap((row) => row.split(';').slice(0, 5)).filter((cell) => cell.trim().length > 5);
  expect(telling.length).toBeGreaterThan(500);
  expect(telling.filter((cell) => page.includes(cell))).toEqual([]);
  if (has('pdftotext')) expect(telling.filter((cell) => printed('en').includes(cell))).toEqual([]);
});

test('the year begins with what comes next', async () => {
  now = '2014-05-20T09:00:00Z';
  const text = await handOver('en');
  const days = [...text.matchAll(/^\| (\d{1,2} \w{3} \d{4}) /gm)].map(([, day = '']) => typedDay(day));
  expect(days).toEqual(days.toSorted());
  expect(days[0]).toBe('2014-06-01');
  expect(days.at(-1)).toBe('2015-03-15');
});

test('a page is escaped, written once, and of a form that is known', async () => {
  const path = join(office, 'profile', 'office-year.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('the Danish Immigration Service', "'<b>A & B</b>'"));
  const page = await handOver('en', 'html');
  expect(page).toContain('&lt;b&gt;A &amp; B&lt;/b&gt;');
  expect(page).not.toContain('<b>A');
  const out = join(folder.path, 'hand-over-1.md');
  expect((await json('hand-over', '--out', out)).answer.refusal.reason).toBe('file-exists');
  expect((await opgor(['hand-over', '--out', 'x.docx'])).code).toBe(2);
});

test('a faulty year is told by file and line', () => {
  const bytes = (text: string) => new Map([['office-year.yaml', new TextEncoder().encode(text)]]);
  const faults = (text: string) =>
    checkProfile(bytes(text))
      .filter(({facts}) => facts.file === 'office-year.yaml')
      .map(({rule, facts}) => `${rule} ${facts.line}`);
  const labels = '{da: a, en: b}';
  expect(faults(`wheel:\n  - {on: '02-30', what: ${labels}}\ncontacts: []\n`)).toEqual(['bad-date 2']);
  expect(faults(`wheel: []\ncontacts:\n  - {who: ${labels}, abuot: ${labels}}\n`)).toContain('unknown-key 3');
  expect(faults(`wheel:\n  - {on: '03-01', what: ${labels}}\ncontacts: []\n`)).toEqual([]);
});

test('a promise within the year is on the wheel; a later one is open only', async () => {
  await opgor(['calendar', 'add', '2014', '--edition', 'public', '--on', '2015-05-19']);
  await opgor(['calendar', 'add', '2015', '--edition', 'public', '--on', '2016-05-20']);
  const text = await handOver('da');
  expect(text).toContain('| 19-05-2015 | Frigivelse af den offentlige udgave af 2014, som lovet |');
  expect(text).toContain('- [ ] Lovet: den offentlige udgave af 2015, til 20-05-2016.');
  expect(text).not.toContain('| 20-05-2016');
  // Written on a day that the next year has not.
  now = '2016-02-29T09:00:00Z';
  expect(await handOver('da')).toContain('| 20-05-2016 | Frigivelse af');
});

test('an office that has written nothing of its year is told so, on paper too', async () => {
  writeFileSync(join(office, 'profile', 'office-year.yaml'), 'wheel: []\ncontacts: []\n');
  expect(await handOver('en')).toContain('The profile names nobody to ask yet');
  const out = join(folder.path, 'bare.pdf');
  expect((await json('hand-over', '--out', out)).code).toBe(0);
});
