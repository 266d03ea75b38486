/** The word processor's file: same bytes, real headings, header rows, footnotes, editable charts; LibreOffice opens it. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {unzipSync} from 'fflate';
import {afterAll, describe, expect, test} from 'vitest';
import {renderWord} from '#document/render/docx';
import {has, run} from '../readers/programs.ts';
import {danishStatement} from './denmark.ts';
import {SAMPLE} from './sample-statement.ts';

const bytes = await renderWord(SAMPLE);
const parts = unzipSync(bytes);
const part = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
const body = part('word/document.xml');
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

const charts = SAMPLE.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
const tables = SAMPLE.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

test('the same statement is the same bytes', async () => {
  expect(Buffer.compare(await renderWord({...SAMPLE}), bytes)).toBe(0);
});

test('its entries carry no time of their own', () => {
  // The date field of the first local header (APPNOTE 4.4.6): 1 January 1980.
  expect(Buffer.from(bytes).readUInt16LE(12)).toBe(0x21);
});

test('its properties say what it is and when its register was read', () => {
  expect(part('docProps/core.xml')).toContain(`<dc:title>${SAMPLE.title}</dc:title>`);
  expect(part('docProps/core.xml')).toContain('2014-02-28T23:59:59Z</dcterms:created>');
  expect(part('word/styles.xml')).toContain('w:lang w:val="da-DK"');
});

test('headings are headings and each table has a header row', () => {
  expect(count(body, /<w:pStyle w:val="Heading1"\/>/g)).toBe(6);
  expect(count(body, /<w:pStyle w:val="Heading2"\/>/g)).toBe(1);
  expect(count(body, /<w:tbl>/g)).toBe(tables.length);
  expect(count(body, /<w:tblHeader/g)).toBe(tables.length);
});

test('captions are counted by fields', () => {
  expect(count(body, /SEQ Tabel/g)).toBe(tables.length);
  expect(count(body, /SEQ Figur/g)).toBe(charts.length);
});

test('a note is a footnote where it is first mentioned', () => {
  expect(count(body, /<w:footnoteReference /g)).toBe(SAMPLE.notes.length);
  expect(part('word/footnotes.xml')).toContain('tæller i hvert af årene');
});

test('each figure is in a control that nobody types into, with its cell and its sentence', async () => {
  const written = unzipSync(await renderWord(danishStatement('da')));
  const text = new TextDecoder().decode(written['word/document.xml']);
  const controls = [...text.matchAll(/<w:tag w:val="([^"]*)"\/><w:lock w:val="sdtContentLocked"\/><\/w:sdtPr>/g)];
  const tags = controls.map(([, tag]) => tag ?? '');
  expect(tags).toContain('total.2:1 persons-by-repeat.total');
  expect(tags).toContain('sex.2:3 persons-by-sex.male');
  expect(tags).toContain('= persons-by-sex.female');
  expect(tags.filter((tag) => tag.length > 64)).toEqual([]);
  // The words the text gives to a figure can be worked on.
  expect(text).toMatch(/>64<\/w:t><\/w:r><\/w:sdtContent><\/w:sdt><w:r><w:t xml:space="preserve"> kvinder</);
  const origin = new TextDecoder().decode(written['docProps/custom.xml']);
  expect(origin).toContain('opgor.period');
  expect(Math.max(...[...origin.matchAll(/<vt:lpwstr>([^<]*)/g)].map(([, value = '']) => value.length))).toBeLessThan(
    256,
  );
});

test('each chart can be edited, says its alternative and speaks Danish', () => {
  for (const [i, chart] of charts.entries()) {
    expect(body).toContain(`descr="${chart.alternative.replaceAll('"', '&quot;')}"`);
    expect(part(`word/charts/chart${i + 1}.xml`)).toContain('da-DK');
    expect(parts[`word/embeddings/Microsoft_Excel_Worksheet${i + 1}.xlsx`]).toBeDefined();
  }
  expect(part('word/charts/chart1.xml')).toContain('offentliggjort');
});

test('the marks are in the header of every page', () => {
  for (const {text} of SAMPLE.marks) expect(part('word/header1.xml')).toContain(text);
});

test('what stands open is said at the head, before the contents', () => {
  for (const text of SAMPLE.open) expect(body.indexOf(text)).toBeGreaterThan(0);
  expect(body.indexOf(SAMPLE.open.at(-1) ?? '')).toBeLessThan(body.indexOf('TOC '));
  expect(SAMPLE.open).not.toEqual([]);
});

test('text cannot become markup', async () => {
  const hostile = '</w:t><w:p/> & "x"';
  const written = unzipSync(await renderWord({...SAMPLE, title: hostile, blocks: []}));
  expect(new TextDecoder().decode(written['word/document.xml'])).not.toContain('</w:t><w:p/>');
});

describe.skipIf(!has('soffice') || !has('pdftotext'))('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opgor-docx-'));
  afterAll(() => rmSync(folder, {recursive: true}));

  test('opens it and shows headings, tables, figures, notes and chart labels', () => {
    writeFileSync(join(folder, 'statement.docx'), bytes);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    run(
      'soffice',
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'statement.docx'),
    );
    expect(readFileSync(join(folder, 'statement.pdf')).length).toBeGreaterThan(10_000);
    const shown = run('pdftotext', '-layout', join(folder, 'statement.pdf'), '-').replace(/\s+/g, ' ');
    for (const {label} of charts.flatMap((chart) => (chart.kind === 'dumbbell' ? [] : chart.bars)))
      expect(shown).toContain(label.slice(0, 12));
    for (const {number} of tables) expect(shown).toContain(`Tabel ${number}.`);
    expect(shown).toContain('tæller i hvert af årene');
    for (const {text} of SAMPLE.marks) expect(shown).toContain(text);
  });
});
