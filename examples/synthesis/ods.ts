/** Writes an OpenDocument spreadsheet as offices' own programs do: the header in `table-header-rows`, days as days. */
import {danish} from './day.ts';
import {archive, type Cell, DECLARATION, escaped, type Sheet} from './sheet.ts';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const NS = ['office', 'table', 'text', 'style', 'meta', 'number', 'manifest']
  .map((name) => [name, `urn:oasis:names:tc:opendocument:xmlns:${name === 'number' ? 'datastyle' : name}:1.0`] as const)
  .map(([name, uri]) => `xmlns:${name}="${uri}"`)
  .join(' ');

export function ods(title: string, sheets: readonly Sheet[]): Uint8Array {
  const parts = [
    ['content.xml', content(sheets)],
    ['styles.xml', NO_STYLES],
    ['meta.xml', meta(title)],
    ['META-INF/manifest.xml', manifest(['content.xml', 'styles.xml', 'meta.xml'])],
  ] as const;
  return archive(parts, ['mimetype', TYPE]);
}

const manifest = (files: readonly string[]) =>
  `${DECLARATION}<manifest:manifest ${NS} manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/>${files
    .map((file) => `<manifest:file-entry manifest:full-path="${file}" manifest:media-type="text/xml"/>`)
    .join('')}</manifest:manifest>`;

const meta = (title: string) =>
  `${DECLARATION}<office:document-meta ${NS} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>da-DK</dc:language></office:meta></office:document-meta>`;

const STYLES =
  '<office:automatic-styles><number:date-style style:name="D1"><number:day number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="D1"/></office:automatic-styles>';

const NO_STYLES = `${DECLARATION}<office:document-styles ${NS} office:version="1.2"/>`;

const content = (sheets: readonly Sheet[]) =>
  `${DECLARATION}<office:document-content ${NS} office:version="1.2">${STYLES}<office:body><office:spreadsheet>${sheets
    .map(table)
    .join('')}</office:spreadsheet></office:body></office:document-content>`;

function table({name, titles, header, rows}: Sheet): string {
  const width = Math.max(header.length, 1);
  const above = titles.map((title) => `<table:table-row>${spanned(title, width)}</table:table-row>`).join('');
  const head = header.length > 0 ? `<table:table-header-rows>${row(header)}</table:table-header-rows>` : '';
  return `<table:table table:name="${escaped(name)}"><table:table-column table:number-columns-repeated="${width}"/>${above}${head}${rows.map(row).join('')}</table:table>`;
}

const paragraph = (text: string) => `<text:p>${escaped(text)}</text:p>`;

function spanned(text: string, width: number): string {
  const rest = width > 1 ? `<table:covered-table-cell table:number-columns-repeated="${width - 1}"/>` : '';
  return `<table:table-cell office:value-type="string" table:number-columns-spanned="${width}" table:number-rows-spanned="1">${paragraph(text)}</table:table-cell>${rest}`;
}

const row = (cells: readonly Cell[]) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;

function cell(value: Cell): string {
  if (value === '') return '<table:table-cell/>';
  if (typeof value === 'number')
    return `<table:table-cell office:value-type="float" office:value="${value}">${paragraph(String(value))}</table:table-cell>`;
  if (typeof value === 'object')
    return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${value.day}">${paragraph(danish(value.day))}</table:table-cell>`;
  return `<table:table-cell office:value-type="string">${paragraph(value)}</table:table-cell>`;
}
