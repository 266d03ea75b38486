/** The print: same bytes, nothing but its own fonts, a structure a screen reader can follow, valid to others' validators. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString} from '@cantoo/pdf-lib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {inWasm, renderPdf} from '#document/render/pdf';
import {has, run} from '../readers/programs.ts';
import {prepareVeraPdf, validate} from '../readers/verapdf/verapdf.ts';
import {FONTS} from './fonts.ts';
import {SAMPLE} from './sample-statement.ts';

const folder = mkdtempSync(join(tmpdir(), 'opgor-pdf-'));
const file = join(folder, 'statement.pdf');
let bytes: Uint8Array;
let document: PDFDocument;

beforeAll(async () => {
  bytes = await renderPdf(SAMPLE, FONTS);
  writeFileSync(file, bytes);
  document = await PDFDocument.load(bytes, {updateMetadata: false});
});
afterAll(() => rmSync(folder, {recursive: true}));

test('the same statement is the same bytes, from a fresh compiler too', async () => {
  expect(Buffer.compare(await renderPdf(SAMPLE, {...FONTS}), bytes)).toBe(0);
});

test('text cannot become markup', async () => {
  const hostile = '#panic("x") \\ $ *a* _b_ <c> @d // e "f';
  const rendered = await renderPdf(
    {...SAMPLE, title: hostile, blocks: [{kind: 'paragraph', content: [{kind: 'text', text: hostile}]}]},
    FONTS,
  );
  expect((await PDFDocument.load(rendered, {updateMetadata: false})).getTitle()).toBe(hostile);
});

test.skipIf(!has('pdftotext'))('what stands open is said on the first page', () => {
  const first = run('pdftotext', '-l', '1', file, '-').replaceAll(/\s+/g, ' ');
  for (const text of SAMPLE.open) expect(first).toContain(text);
});

test('a statement without charts, notes or marks is set too', async () => {
  const bare = {...SAMPLE, marks: [], notes: [], blocks: []};
  expect((await PDFDocument.load(await renderPdf(bare, FONTS))).getPageCount()).toBeGreaterThan(0);
});

/** Every element of the structure tree, as [its kind, its dictionary]. */
function elements(node: PDFObject | undefined, found: [string, PDFDict][] = []): [string, PDFDict][] {
  if (node instanceof PDFArray) for (let i = 0; i < node.size(); i++) elements(node.lookup(i), found);
  if (node instanceof PDFDict) {
    const kind = node.lookup(PDFName.of('S'));
    if (kind instanceof PDFName) found.push([kind.decodeText(), node]);
    elements(node.lookup(PDFName.of('K')), found);
  }
  return found;
}
const structure = () => elements(document.catalog.lookup(PDFName.of('StructTreeRoot')));
const ofKind = (kind: string) => structure().filter(([name]) => name === kind);
const textAt = (dict: PDFDict, key: string) => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
};

describe('structure', () => {
  const charts = SAMPLE.blocks.filter(({kind}) => kind === 'chart');
  const tables = SAMPLE.blocks.filter(({kind}) => kind === 'table');

  test('the language, the title and its being shown', () => {
    expect(textAt(document.catalog, 'Lang')).toBe('da');
    expect(document.getTitle()).toBe(SAMPLE.title);
    expect(
      document.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).get(PDFName.of('DisplayDocTitle'))?.toString(),
    ).toBe('true');
  });

  test('each chart has its text alternative', () => {
    const alternatives = ofKind('Figure').map(([, element]) => textAt(element, 'Alt'));
    expect(alternatives).toEqual(charts.map((block) => block.kind === 'chart' && block.chart.alternative));
  });

  test('each table has a head whose cells say what they head', () => {
    expect(ofKind('Table')).toHaveLength(tables.length);
    const heads = ofKind('TH');
    expect(heads.length).toBe(
      tables.reduce((sum, block) => sum + (block.kind === 'table' ? block.table.columns.length + 1 : 0), 0),
    );
    for (const [, head] of heads) expect(head.lookup(PDFName.of('A'))?.toString()).toContain('/Scope /Column');
  });

  test('headings, captions, notes and links are what they are', () => {
    expect(ofKind('H1')).toHaveLength(6);
    expect(ofKind('Caption')).toHaveLength(charts.length + tables.length);
    expect(ofKind('Note')).toHaveLength(SAMPLE.notes.length);
    expect(ofKind('Link').length).toBeGreaterThan(0);
  });
});

test.skipIf(!has('pdffonts'))('IBM Plex Sans and no other font, all embedded', () => {
  const fonts = run('pdffonts', file).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/IBMPlexSans.*yes yes yes/);
});

test.skipIf(!has('pdftotext'))('every page bears every mark', () => {
  const pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
  expect(pages).toHaveLength(document.getPageCount());
  for (const page of pages) for (const {text} of SAMPLE.marks) expect(page).toContain(text);
});

test.skipIf(!has('pdftotext'))('a note stands on the page that mentions it', () => {
  const pages = run('pdftotext', '-layout', file, '-').split('\f');
  const page = pages.find((text) => text.includes('hyppigste form for udnyttelse'));
  expect(page).toContain('Fra 2013 regnes dyrkning af skunk');
});

test.skipIf(!has('qpdf'))('qpdf finds nothing wrong', () => {
  expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
});

const classPath = prepareVeraPdf();
test.skipIf(classPath === undefined)('veraPDF: PDF/A-2a and PDF/UA-1 hold', () => {
  const said = validate(classPath ?? '', file);
  expect(said.map((line) => line.replace(/ \d+$/, ''))).toEqual(['2a holds', 'ua1 holds']);
});

describe('where no machine code is published for the machine', () => {
  const second = join(folder, 'wasm.pdf');
  const ofIt = (name: string) => run('pdftotext', '-layout', name, '-');
  beforeAll(async () => writeFileSync(second, await renderPdf(SAMPLE, FONTS, inWasm)));

  test('the same typesetter sets the same pages, twice the same bytes', async () => {
    expect(Buffer.compare(await renderPdf(SAMPLE, FONTS, inWasm), readFileSync(second))).toBe(0);
    const other = await PDFDocument.load(readFileSync(second), {updateMetadata: false});
    const kinds = (one: PDFDocument) =>
      elements(one.catalog.lookup(PDFName.of('StructTreeRoot'))).map(([kind]) => kind);
    expect(kinds(other)).toEqual(kinds(document));
    if (has('pdftotext')) expect(ofIt(second)).toBe(ofIt(file));
  });

  test.skipIf(classPath === undefined)('veraPDF: PDF/A-2a and PDF/UA-1 hold for it too', () => {
    const said = validate(classPath ?? '', second);
    expect(said.map((line) => line.replace(/ \d+$/, ''))).toEqual(['2a holds', 'ua1 holds']);
  });
});
