/** The agencies' files of 2013 with one thing wrong in each: a cell, a row, a heading, the file itself or what its letter says of it. */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {type Random, randomFrom} from '../../examples/synthesis/random.ts';
import type {Answer, Defect, Json} from './defect.ts';

const INPUT = 'examples/denmark-2013/input';
export const FILES = {us: 'us-afgoerelser-2013.csv', cmm: 'cmm-sager-2013.xlsx', returns: 'hjemsendelser-2013.ods'};
type Source = keyof typeof FILES;

const original = (source: Source): Uint8Array => readFileSync(join(INPUT, FILES[source]));
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const US_LINES = Buffer.from(original('us')).toString('latin1').split('\r\n');
const HEADINGS = US_LINES[0]?.split(';') ?? [];
const usFile = (lines: readonly string[]): Uint8Array => latin1(lines.join('\r\n'));

/** A part of a zipped file, rewritten; a change that finds nothing to change is a fault of the test. */
function rezipped(source: Source, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(original(source));
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  const changed = change(xml);
  if (changed === xml) throw new Error(`nothing changed in ${part}`);
  return zipSync({...parts, [part]: strToU8(changed)});
}
const sheet = (change: (xml: string) => string) => rezipped('cmm', 'xl/worksheets/sheet1.xml', change);
const content = (change: (xml: string) => string) => rezipped('returns', 'content.xml', change);

/** In rows where the cell says something, one drawn. */
function usCell(random: Random, heading: string, put: string): {readonly bytes: Uint8Array; readonly row: number} {
  const at = HEADINGS.indexOf(heading);
  const decided = HEADINGS.indexOf('Afgørelse');
  const rows = US_LINES.flatMap((line, i) => {
    const cells = line.split(';');
    const fits = i > 0 && !line.includes('"') && cells[at] !== '' && /^(Posi|Nega)tiv$/.test(cells[decided] ?? '');
    return fits && cells.length === HEADINGS.length ? [i] : [];
  });
  const row = random.pick(rows);
  const lines = US_LINES.map((line, i) =>
    i === row
      ? line
          .split(';')
          .map((cell, j) => (j === at ? put : cell))
          .join(';')
      : line,
  );
  return {bytes: usFile(lines), row: row + 1};
}

const text = (at: string, words: string) =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
const cmmCell = (at: string, put: string): Uint8Array =>
  sheet((xml) => xml.replace(new RegExp(`<c r="${at}"[^>]*>.*?</c>`), () => put));

const RETURN_ROWS = 3;
/** Rows are as a person counts them. */
const returnsRow = (row: number, change: (xml: string) => string): Uint8Array =>
  content((xml) => {
    let seen = 1;
    return xml.replaceAll(/<table:table-row>.*?<\/table:table-row>/g, (one) => (seen++ === row ? change(one) : one));
  });

interface Planted {
  readonly planted: string;
  readonly source: Source;
  readonly bytes: Uint8Array;
  readonly row?: number | undefined;
  /** A rule of the row or of the file, a refusal, or what the receipt counts. */
  readonly tells: string | ((answer: Answer) => string | undefined);
  readonly totals?: string;
}

const US_CELLS: readonly (readonly [heading: string, put: string, rule: string])[] = [
  ['Udnyttelse', 'Prostitusion', 'unknown-word'],
  ['Køn', 'Kvind', 'unknown-word'],
  ['Statsborgerskab', 'Nigerianien', 'unknown-word'],
  ['Afgørelse', 'Posetiv', 'unknown-word'],
  ['Branche', 'Restavrang', 'unknown-word'],
  ['Afgørelsesdato', '31-02-2013', 'impossible-date'],
  ['Afgørelsesdato', '12-31-2013', 'impossible-date'],
  ['Afgørelsesdato', '41500', 'impossible-date'],
  ['Afgørelsesdato', '03-05-2015', 'date-in-future'],
  ['Afgørelsesdato', '03-05-1913', 'date-too-early'],
  ['Kontaktdato', '30-12-2013', 'dates-out-of-order'],
  ['Fødselsdato', '30-12-2013', 'dates-out-of-order'],
  ['Fødselsdato', '31-04-1990', 'impossible-date'],
  ['Afgørelsesdato', '', 'required-cell-empty'],
  ['Afgørelse', '', 'required-cell-empty'],
  ['Sagsnr.', '', 'required-cell-empty'],
  ['Udl.nr.', '90000', 'identifier-malformed'],
  ['Udl.nr.', '9000O0O01', 'identifier-malformed'],
  ['Udrejsefrist (dage)', '-30', 'number-out-of-range'],
  ['Udrejsefrist (dage)', 'tredive', 'number-not-readable'],
  ['Medfølgende børn', '1,5', 'number-not-whole'],
  ['Tidligere år', '3012', 'number-out-of-range'],
];

const withdrawn =
  (rows: number) =>
  ({receipt}: Answer): string | undefined =>
    receipt?.rows.withdrawn === rows ? `receipt: ${rows} withdrawn` : undefined;
const heldCount =
  (least: number, rule: string) =>
  ({receipt}: Answer): string | undefined =>
    (receipt?.held ?? []).filter(({findings}: Answer) => findings.some((one: Answer) => one.rule === rule)).length >=
    least
      ? `${receipt.rows.held} rows held: ${rule}`
      : undefined;

function usPlanted(random: Random): readonly Planted[] {
  const cells = US_CELLS.map(([heading, put, tells]): Planted => {
    const {bytes, row} = usCell(random, heading, put);
    return {planted: `${heading}: “${put}”`, source: 'us', bytes, row, tells};
  });
  const at = random.between(200, 300);
  const spoilt = (planted: string, bytes: Uint8Array, tells: Planted['tells'], more: object = {}): Planted => ({
    planted,
    source: 'us',
    bytes,
    tells,
    ...more,
  });
  const heading = (from: string, to: string) => usFile([(US_LINES[0] ?? '').replace(from, to), ...US_LINES.slice(1)]);
  return [
    ...cells,
    spoilt('a row twice', usFile(US_LINES.toSpliced(at, 0, US_LINES[at] ?? '')), 'duplicate-key', {row: at + 1}),
    spoilt('a semicolon too many', usFile(US_LINES.with(at, `${US_LINES[at]};x`)), 'row-too-long', {row: at + 1}),
    spoilt('a row gone', usFile(US_LINES.toSpliced(at, 1)), withdrawn(1)),
    spoilt('a third of the rows gone', usFile(US_LINES.toSpliced(at, 150)), 'many-rows-gone'),
    spoilt('a column renamed', heading('Udnyttelse', 'Udnyttelsesmåde'), 'columns-missing'),
    spoilt(
      'two headings changed about',
      heading('Kontaktdato;Afgørelsesdato', 'Afgørelsesdato;Kontaktdato'),
      heldCount(10, 'dates-out-of-order'),
    ),
    spoilt('a column without heading', heading(';Køn;', ';;'), 'columns-missing'),
    spoilt('the letter says another number of persons', original('us'), 'control-total-disagrees', {
      totals: 'persons-2013=61',
    }),
    spoilt('UTF-8 for Windows-1252', strToU8(US_LINES.join('\r\n')), (answer) => answer.refusal?.reason),
    spoilt('commas between cells', usFile(US_LINES.map((line) => line.replaceAll(';', ','))), 'wrong-format'),
    spoilt('another agency’s file', original('cmm'), (answer) =>
      answer.refusal?.otherSource === 'cmm' ? 'refused: the file of cmm' : undefined,
    ),
  ];
}

function cmmPlanted(): readonly Planted[] {
  const cell = (at: string, put: string, tells: Planted['tells']): Planted => ({
    planted: `${at}: ${put.replaceAll(/<[^>]*>/g, '') || 'blank'}`,
    source: 'cmm',
    bytes: cmmCell(at, put),
    row: Number(/\d+/.exec(at)?.[0]),
    tells,
  });
  return [
    cell('P21', text('P21', 'Prostitusion'), 'unknown-word'),
    cell('L22', '<c r="L22" s="1"><v>42800</v></c>', 'date-in-future'),
    cell('L110', text('L110', '14-13-2013'), 'impossible-date'),
    cell('D110', text('D110', '310275-5493'), 'birth-date-in-identifier-impossible'),
    cell('D110', text('D110', '190475-549'), 'identifier-malformed'),
    cell('V109', '<c r="V109"><v>-2</v></c>', 'number-out-of-range'),
    cell('A25', '', 'required-cell-empty'),
    cell('A24', '<c r="A24"><v>1105</v></c>', 'duplicate-key'),
    cell('E25', text('E25', '900000105'), 'identifiers-disagree'),
    cell('D25', text('D25', '190475-5493'), 'identifiers-disagree'),
    cell('B112', '<c r="B112"><v>108</v></c>', 'totals-row-disagrees'),
    cell(
      'A112',
      text('A112', 'Sum'),
      (answer) => heldCount(1, 'identifier-malformed')(answer) ?? heldCount(1, 'required-cell-empty')(answer),
    ),
    {
      planted: 'days counted from 1904',
      source: 'cmm',
      bytes: rezipped('cmm', 'xl/workbook.xml', (xml) => xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>')),
      tells: heldCount(10, 'date-in-future'),
    },
  ];
}

function returnsPlanted(): readonly Planted[] {
  const row = (at: number, planted: string, change: (xml: string) => string, tells: string): Planted => ({
    planted,
    source: 'returns',
    bytes: returnsRow(at + RETURN_ROWS, change),
    row: at + RETURN_ROWS,
    tells,
  });
  return [
    row(3, 'an operator that is none', (xml) => xml.replace('>IOM<', '>OIM<'), 'unknown-word'),
    row(4, 'home before it began', (xml) => xml.replace('"2008-03-06"', '"2008-01-06"'), 'dates-out-of-order'),
    {...row(5, 'a return twice', (xml) => xml + xml, 'row-twice'), row: 6 + RETURN_ROWS},
    row(
      6,
      'fewer than no children',
      (xml) => xml.replace('office:value="0"><text:p>0<', 'office:value="-2"><text:p>-2<'),
      'number-out-of-range',
    ),
  ];
}

const rulesOf = (findings: readonly Answer[], row: number | undefined): readonly string[] =>
  findings.flatMap(({rule, facts}) => (row === undefined || facts.row === row ? [rule] : []));

/** What is said of the row; of a file, what is said of it. */
function heard({tells, row}: Planted, answer: Answer): string | undefined {
  if (typeof tells === 'function') return tells(answer);
  const {refusal, receipt} = answer;
  if (refusal !== undefined)
    return refusal.reason === tells && (row === undefined || refusal.rows?.includes(row))
      ? `refused: ${tells}`
      : undefined;
  const held = receipt.held.find((one: Answer) => one.row === row);
  const rules = held === undefined ? rulesOf(receipt.findings, row) : rulesOf(held.findings, undefined);
  if (!rules.includes(tells)) return undefined;
  return held === undefined ? `told: ${tells}` : `row ${row} held: ${tells}`;
}

export function fileDefects(seed: number, folder: string, json: Json): readonly Defect[] {
  const all = [...usPlanted(randomFrom(seed)), ...cmmPlanted(), ...returnsPlanted()];
  return all.map((one, i) => ({
    kind: 'files',
    planted: one.planted,
    where: one.row === undefined ? FILES[one.source] : `${FILES[one.source]}, row ${one.row}`,
    told: async () => {
      const path = join(folder, `${i}-${FILES[one.source]}`);
      writeFileSync(path, one.bytes);
      const totals = one.totals === undefined ? [] : ['--control-total', one.totals];
      const {answer} = await json('receive', path, '--source', one.source, '--dry-run', ...totals);
      const told = heard(one, answer);
      if (told === undefined && process.env.OPGOR_SHOW) console.log(one.planted, JSON.stringify(answer).slice(0, 900));
      return told;
    },
  }));
}
