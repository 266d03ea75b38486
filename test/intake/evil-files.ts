/** Files no honest program writes, and some that dishonest ones do; made of real bytes. */

import {utils, write} from '@e965/xlsx';
import {strToU8, type Zippable, zipSync} from 'fflate';
import {writeXlsx} from 'hucre/xlsx';

const NAMESPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const MANIFEST = `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/></manifest:manifest>`;

/** An ODS around the XML of its table. */
export const odsOf = (table: string, sheet = 'Sager'): Uint8Array =>
  zipSync({
    mimetype: strToU8(MIME),
    'META-INF/manifest.xml': strToU8(MANIFEST),
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="${sheet}">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  });

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
export const odsCell = (text: string, attributes = ''): string =>
  text === ''
    ? '<table:table-cell/>'
    : `<table:table-cell office:value-type="string" ${attributes}><text:p>${escaped(text)}</text:p></table:table-cell>`;
export const odsRow = (cells: readonly string[], attributes = ''): string =>
  `<table:table-row ${attributes}>${cells.map((cell) => odsCell(cell)).join('')}</table:table-row>`;

type Value = string | number | Date | null;

/** Formulas by `row,column`, from 0, with what each last showed. */
export const xlsxOf = (
  rows: readonly (readonly Value[])[],
  formulas: Readonly<Record<string, number>> = {},
  sheet = 'Sager',
) =>
  writeXlsx({
    sheets: [
      {
        name: sheet,
        rows: rows.map((row) => [...row]),
        cells: new Map(
          Object.entries(formulas).map(([place, value]) => [
            place,
            {type: 'formula', formula: '1+1', formulaResult: value, value},
          ]),
        ),
        merges: [{startRow: 0, startCol: 0, endRow: 0, endCol: 5}],
      },
    ],
  });

/** As another spreadsheet program writes it. */
export const asSheetJs = (rows: readonly (readonly Value[])[], bookType: 'xlsx' | 'ods' | 'biff8'): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      {cellDates: true, UTC: true},
    ),
    'Sager',
  );
  return new Uint8Array(write(book, {type: 'array', bookType, cellDates: true}));
};

/** A few hundred kB that inflate to `megabytes`; the header may claim less. */
export function bomb(megabytes: number, claims?: number): Uint8Array {
  const parts: Zippable = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': [new Uint8Array(megabytes * 1_000_000).fill(0x20), {level: 9}],
  };
  const zip = Buffer.from(zipSync(parts));
  if (claims !== undefined)
    for (let at = zip.indexOf('PK\x01\x02'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 4))
      zip.writeUInt32LE(claims, at + 24);
  return new Uint8Array(zip);
}

/** One small deflated part, named `times` over by the directory: every name inflates the same bytes again. */
export function overlapping(megabytes: number, times: number): Uint8Array {
  const once = Buffer.from(zipSync({'xl/workbook.xml': [new Uint8Array(megabytes * 1_000_000), {level: 9}]}));
  const directory = once.indexOf('PK\x01\x02');
  const end = once.indexOf('PK\x05\x06');
  const entry = once.subarray(directory, end);
  const entries = Buffer.concat(
    Array.from({length: times}, (_, i) => {
      const named = Buffer.from(entry);
      named.write(`xl/workboo${String.fromCharCode(97 + i)}.xml`, 46, 'latin1');
      return named;
    }),
  );
  const tail = Buffer.from(once.subarray(end));
  tail.writeUInt16LE(times, 8);
  tail.writeUInt16LE(times, 10);
  tail.writeUInt32LE(entries.length, 12);
  return new Uint8Array(Buffer.concat([once.subarray(0, directory), entries, tail]));
}
