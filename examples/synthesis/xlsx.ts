/** Writes an Office Open XML workbook: enough of the format for a list with merged title rows and real dates. */
import {serialOf} from './day.ts';
import {archive, type Cell, DECLARATION, escaped, type Sheet} from './sheet.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function xlsx(title: string, sheets: readonly Sheet[]): Uint8Array {
  return archive([
    ['[Content_Types].xml', contentTypes(sheets)],
    [
      '_rels/.rels',
      relations([
        ['officeDocument', 'xl/workbook.xml'],
        ['core', 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', core(title)],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet)] as const),
  ]);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    part('xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`),
    part('xl/styles.xml', `${SHEET_TYPE}.styles+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...sheets.map((_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, `${SHEET_TYPE}.worksheet+xml`)),
  ].join('')}</Types>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const type = (kind: string) =>
    kind === 'core'
      ? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
      : `${OFFICE}/${kind}`;
  return `${DECLARATION}<Relationships xmlns="${RELATIONS}">${targets
    .map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${type(kind)}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}

const core = (title: string) =>
  `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`;

const workbook = (sheets: readonly Sheet[]) =>
  `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(({name}, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`;

/** Styles by number: 0 plain, 1 a day as dd-mm-yyyy, 2 bold. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

function worksheet({titles, header, rows}: Sheet): string {
  const width = columnName(Math.max(header.length, 1) - 1);
  const lines: readonly (readonly Cell[])[] = [
    ...titles.map((title) => [title]),
    ...(header.length > 0 ? [header] : []),
    ...rows,
  ];
  const bold = titles.length + (header.length > 0 ? 1 : 0);
  const data = lines.map((line, i) => row(line, i + 1, i < bold)).join('');
  const merged = header.length > 1 ? titles.map((_, i) => `<mergeCell ref="A${i + 1}:${width}${i + 1}"/>`) : [];
  const merges = merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '';
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><cols><col min="1" max="${Math.max(header.length, 1)}" width="16" customWidth="1"/></cols><sheetData>${data}</sheetData>${merges}</worksheet>`;
}

function row(cells: readonly Cell[], number: number, bold: boolean): string {
  const written = cells.map((cell, i) => {
    const at = `r="${columnName(i)}${number}"`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c ${at} s="1"><v>${serialOf(cell.day)}</v></c>`;
    if (cell === '') return '';
    return `<c ${at} s="${bold ? 2 : 0}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;
