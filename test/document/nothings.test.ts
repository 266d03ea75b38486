/**
 * Zero, not collected, not applicable, withheld, and a total published before the register: whatever a reader reads the
 * statement with, they are five different things, and those that are no number are explained.
 */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {unzipSync} from 'fflate';
import JSONstat from 'jsonstat-toolkit';
import papaparse from 'papaparse';
import {afterAll, describe, expect, test} from 'vitest';
import type {Observation} from '#concepts/observation';
import {compose} from '#document/compose';
import {renderWord} from '#document/render/docx';
import {htmlPage} from '#document/render/html';
import {renderCharts} from '#document/render/index';
import {renderPdf} from '#document/render/pdf';
import {csv} from '#exchange/csv';
import {jsonStat} from '#exchange/json-stat';
import {has, run} from '../readers/programs.ts';
import {DRAWING, FONTS} from './fonts.ts';
import {composition, oneWay, protectedOf, words} from './toy.ts';

const KINDS: Readonly<Record<string, Observation>> = {
  aaaa: {kind: 'count', value: 0},
  bbbb: {kind: 'not-collected'},
  cccc: {kind: 'not-applicable'},
  dddd: {kind: 'withheld'},
  eeee: {kind: 'count', value: 17, published: {title: 'Annual report 2006'}},
};
const CODES = Object.keys(KINDS);
const cubes = [oneWay('forms', 'form', {...KINDS, all: 17})];
const statement = compose(composition('# T\n\n## Forms [#forms]\n\n::chart{#forms}\n\n::table{#forms}\n', cubes, 'en'));
const edition = {
  words: [words('en')] as const,
  source: 'Office',
  title: 'T',
  cutOff: '2014-01-31T23:59:59.999Z',
  marks: [],
  notes: [],
  producedBy: 'opgor',
};

const folder = mkdtempSync(join(tmpdir(), 'opgor-nothings-'));
afterAll(() => rmSync(folder, {recursive: true}));
const written = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const xmlText = (xml: string) => xml.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** What is shown for each category, and everything the output says. */
interface Shown {
  readonly each: readonly (string | undefined)[];
  readonly all: string;
}

const afterLabel = (text: string): Shown => ({
  each: CODES.map((code) => new RegExp(`${code} +(\\S+(?: †)?)`).exec(text)?.[1]),
  all: text,
});

const printed = async () =>
  run('pdftotext', '-layout', written('statement.pdf', await renderPdf(statement, FONTS)), '-').replaceAll(/\s+/g, ' ');

async function drawn(): Promise<string> {
  const [svg] = await renderCharts([statement], FONTS, DRAWING);
  return new TextDecoder().decode(svg?.bytes);
}

const OUTPUTS: Readonly<Record<string, () => Promise<Shown>>> = {
  'a page': async () => {
    const page = new TextDecoder().decode(await htmlPage.render(statement, FONTS));
    const each = CODES.map((code) => {
      const cell = new RegExp(`<td data-cell="forms.${code}".*?</td>`, 's').exec(page)?.[0];
      return cell && xmlText(cell).trim();
    });
    return {each, all: xmlText(page)};
  },
  'a file for a word processor': async () => {
    const parts = unzipSync(await renderWord(statement));
    return afterLabel(xmlText(new TextDecoder().decode(parts['word/document.xml'])));
  },
  'the text alternative of a chart alone': async () => {
    const [, told = ''] = /<desc[^>]*>(.*?)<\/desc>/.exec(await drawn()) ?? [];
    return {each: CODES.map((code) => new RegExp(`${code}: ([^;.]+)`).exec(told)?.[1]), all: told};
  },
  'a chart alone, as drawn': async () => {
    const text = xmlText((await drawn()).replace(/<desc.*?<\/desc>/s, ''));
    return {each: CODES.map((code) => new RegExp(`${code} +(\\S+)`).exec(text)?.[1]), all: text};
  },
  'JSON-stat': async () => {
    const body = jsonStat.write(protectedOf(cubes), edition)[0]?.body ?? '';
    const read = JSONstat(JSON.parse(body)).Dataset(0);
    const each = CODES.map((form) => {
      const {value, status} = read.Data({form});
      return `${value} ${status}`;
    });
    return {each, all: body};
  },
  CSV: async () => {
    const body = csv.write(protectedOf(cubes), edition)[0]?.body ?? '';
    const {data} = papaparse.parse<Record<string, string>>(body.replace('\ufeff', ''), {header: true, delimiter: ';'});
    const rows = CODES.map((code) => data.find(({form}) => form === code));
    return {each: rows.map((row) => row && `${row.value} ${row.status}`), all: body};
  },
};

const MEANT = [/not.collected/i, /not.applicable/i, /withheld/i, /Annual report 2006/];

test.each(Object.entries(OUTPUTS))('%s tells the kinds of nothing apart and explains them', async (_, read) => {
  const {each, all} = await read();
  expect(each).not.toContain(undefined);
  expect(new Set(each).size).toBe(CODES.length);
  for (const meaning of MEANT) expect(all).toMatch(meaning);
});

describe.skipIf(!has('pdftotext'))('print', () => {
  test('tells the kinds of nothing apart and explains them', async () => {
    const {each, all} = afterLabel(await printed());
    expect(each).not.toContain(undefined);
    expect(new Set(each).size).toBe(CODES.length);
    for (const meaning of MEANT) expect(all).toMatch(meaning);
  });
});

test('PNG is drawn from the same', async () => {
  const products = await renderCharts([statement], FONTS, DRAWING);
  expect(products.map(({name}) => name)).toEqual(['charts/forms.en.svg', 'charts/forms.en.png']);
  expect(
    readFileSync(written('c.png', products[1]?.bytes ?? new Uint8Array()))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});
