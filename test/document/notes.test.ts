/** Notes under tables and charts: one row of numbers in reading order, the same in every view of the same cells. */

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {unzipSync} from 'fflate';
import {afterAll, expect, test} from 'vitest';
import type {Note, NotePlace} from '#concepts/note';
import {compareStatements} from '#document/compare-statements';
import {compose} from '#document/compose';
import {renderWord} from '#document/render/docx';
import {htmlPage} from '#document/render/html';
import {renderCharts} from '#document/render/index';
import {renderPdf} from '#document/render/pdf';
import type {Statement, TableView} from '#document/statement';
import {plainDate} from '#kit/plain-date';
import {has, run} from '../readers/programs.ts';
import {DRAWING, FONTS} from './fonts.ts';
import {composed, composition, oneWay, read, twoWay} from './toy.ts';

const note = (id: string, ...on: readonly NotePlace[]): Note => ({
  id,
  on,
  says: {kind: 'written', text: {da: `Om ${id}`, en: `About ${id}`}},
});
const at = (concept: string, code: string): NotePlace => ({kind: 'category', concept, code});
const cell = (codes: Readonly<Record<string, string>>): NotePlace => ({kind: 'cell', codes});
const TABLE: NotePlace = {kind: 'table'};

const noted = ({notes}: Pick<TableView, 'notes'>) => notes.map(({mark, content}) => `${mark} ${read(content)}`.trim());
function tableIn({blocks}: Statement): TableView {
  const [table] = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  if (table === undefined) throw new Error('a table was asked for');
  return table;
}

const ONE_WAY = '# T\n\n::chart{#t}\n\n::table{#t}\n';
const cube = {
  ...oneWay('t', 'sex', {female: 11, male: 5}),
  notes: [
    note('men', at('sex', 'male')),
    note('women', cell({sex: 'female'})),
    note('all', cell({})),
    note('whole', TABLE),
    note('sex', {kind: 'concept', concept: 'sex'}),
    note('nobody', at('sex', 'other')),
  ],
};
const statement = composed(ONE_WAY, [cube]);

test('what is of the whole comes first; marks are numbered where a reader meets them; what stands nowhere is not printed', () => {
  const table = tableIn(statement);
  expect(table.rowHeading).toBe('sex [1]');
  expect(table.rows.map(({label, cells}) => [label, cells[0]?.text])).toEqual([
    ['female', '11 [2]'],
    ['male [3]', '5'],
    ['Total', '16 [4]'],
  ]);
  expect(noted(table)).toEqual(['About whole', '[1] About sex', '[2] About women', '[3] About men', '[4] About all']);
});

test('a chart has the marks of its table, and its text alternative none', () => {
  const [chart] = statement.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  expect(chart?.kind !== 'dumbbell' && chart?.bars.map(({label, text}) => [label, text])).toEqual([
    ['female', '11 [2]'],
    ['male [3]', '5'],
  ]);
  expect(chart && noted(chart)).toEqual(noted(tableIn(statement)));
  expect(chart?.alternative).not.toMatch(/\[\d/);
});

test('of two dimensions: heads of columns before rows, and what the columns are is of the whole', () => {
  const crossed = twoWay('t', ['person', 'assessed'], {victim: {now: 3, earlier: 6}, child: {now: 0, earlier: 2}}, 'x');
  const notes = [
    note('children', at('person', 'child')),
    note('earlier', at('assessed', 'earlier')),
    note('columns', {kind: 'concept', concept: 'assessed'}),
    note('inner', cell({person: 'victim', assessed: 'now'})),
  ];
  const table = tableIn(composed('# T\n\n::table{#t}\n', [{...crossed, notes}]));
  expect(table.columns).toEqual(['now', 'earlier [1]', 'Total']);
  expect(table.rows.map(({label, cells}) => [label, cells[0]?.text])).toEqual([
    ['victim', '3 [2]'],
    ['child [3]', '0'],
    ['Total', '3'],
  ]);
  expect(noted(table)).toEqual(['About columns', '[1] About earlier', '[2] About inner', '[3] About children']);
});

const concentrated = (largest: number): Note => ({
  id: 'concentration',
  on: [cell({sex: 'female'})],
  says: {kind: 'concentration', table: 't', unit: 'person', units: 11, largest},
});
const rest = concentrated(6);

test.each([
  ['da', 'Af de 11 person hører 6 til én og samme sag.'],
  ['en', 'Of the 11 person, 6 belong to one and the same case.'],
] as const)('a figure in a note is bound to its cells, in %s', (language, said) => {
  const [told] = tableIn(composed(ONE_WAY, [{...cube, notes: [rest]}], language)).notes;
  expect(told && read(told.content)).toBe(said);
  expect(told?.content.flatMap((one) => (one.kind === 'figure' ? [one.addresses] : []))).toEqual([
    ['t.female'],
    ['t.female'],
  ]);
});

test('languages that say different figures in a note are found to differ', () => {
  const other = composed(ONE_WAY, [{...cube, notes: [concentrated(7)]}], 'da');
  const same = composed(ONE_WAY, [{...cube, notes: [rest]}], 'da');
  const one = composed(ONE_WAY, [{...cube, notes: [rest]}]);
  expect(compareStatements([one, same])).toEqual([]);
  expect(compareStatements([one, other]).map(({rule}) => rule)).toEqual(['statements-differ']);
});

const declared = {
  id: 'all',
  from: plainDate('2007-01-01'),
  on: {kind: 'statement'},
  text: {da: 'Om det hele', en: 'About all of it'},
  source: {title: 'Office'},
} as const;
const whole = compose({...composition(ONE_WAY, [{...cube, notes: [...cube.notes, rest]}]), notes: [declared]});

test('what is noted of the statement is its last section', () => {
  const [heading, list] = whole.blocks.slice(-2);
  expect(heading).toMatchObject({kind: 'heading', id: 'notes-on-all'});
  expect(list?.kind === 'list' && list.items.map(read)).toEqual(['About all of it']);
  expect(statement.blocks.every(({kind}) => kind !== 'heading')).toBe(true);
});

const SAID = [
  'About whole',
  '[1] About sex',
  '[2] About women',
  '[3] Of the 11 person, 6 belong to one and the same case.',
  '[4] About men',
  '[5] About all',
];
const folder = mkdtempSync(join(tmpdir(), 'opgor-notes-'));
afterAll(() => rmSync(folder, {recursive: true}));
const text = (markup: string) => markup.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
const decoded = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Without what only opens. */
const onPage = async () =>
  text(decoded(await htmlPage.render(whole, FONTS)).replaceAll(/<style>.*?<\/style>|<span popover.*?<\/span>/gs, ''));

/** Through a program of others: what a person sees on the page. */
async function inWord(): Promise<string> {
  const docx = await renderWord(whole);
  if (!has('soffice') || !has('pdftotext')) return text(decoded(unzipSync(docx)['word/document.xml']));
  writeFileSync(join(folder, 'word.docx'), docx);
  run(
    'soffice',
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    join(folder, 'word.docx'),
  );
  return run('pdftotext', '-layout', join(folder, 'word.pdf'), '-');
}

async function inPrint(): Promise<string> {
  writeFileSync(join(folder, 'print.pdf'), await renderPdf(whole, FONTS));
  return run('pdftotext', join(folder, 'print.pdf'), '-');
}

test.each([
  ['a page', onPage],
  ['a word processor', inWord],
  ['a chart alone', async () => text(decoded((await renderCharts([whole], FONTS, DRAWING))[0]?.bytes))],
  ...(has('pdftotext') ? ([['print', inPrint]] as const) : []),
] as const)('%s says them all, once where it has a table', async (_, shown) => {
  const said = (await shown()).replaceAll(/\s+/g, ' ');
  expect([...SAID, '11 [2] [3]'].filter((one) => !said.includes(one))).toEqual([]);
});

test('a chart without its table has its notes under it, in every medium', async () => {
  const lone = composed('# T\n\n::chart{#t}\n', [{...cube, notes: [...cube.notes, rest]}]);
  const page = decoded(await htmlPage.render(lone, FONTS)).replaceAll(
    /<style>.*?<\/style>|<span popover.*?<\/span>/gs,
    '',
  );
  const word = decoded(unzipSync(await renderWord(lone))['word/document.xml']);
  const outputs = [text(page), text(word)];
  if (has('pdftotext')) {
    writeFileSync(join(folder, 'lone.pdf'), await renderPdf(lone, FONTS));
    outputs.push(run('pdftotext', join(folder, 'lone.pdf'), '-').replaceAll(/\s+/g, ' '));
  }
  for (const said of outputs) expect(SAID.filter((one) => !said.includes(one))).toEqual([]);
});
