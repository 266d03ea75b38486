/**
 * The agencies' files as an outsider opens them: a CSV decoded and parsed, spreadsheets as they show their cells.
 * Shares nothing with the product but the files.
 */
import {read, utils} from '@e965/xlsx';
import Papa from 'papaparse';

export interface Listed {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface AgencyFiles {
  readonly us: Listed;
  readonly cmm: Listed;
  readonly returns: Listed;
}

/** By file name, whatever the year in it; a file that is not there is an empty list. */
export function readFiles(files: ReadonlyMap<string, Uint8Array>): AgencyFiles {
  const named = (extension: string) => [...files].find(([name]) => name.endsWith(extension))?.[1];
  const [csv, xlsx, ods] = [named('.csv'), named('.xlsx'), named('.ods')];
  return {
    us: csv ? listFrom(linesOf(csv), 'Sagsnr.') : NOTHING,
    cmm: xlsx ? listFrom(sheetOf(xlsx, 'Sager'), 'CMM-nr.') : NOTHING,
    returns: ods ? listFrom(sheetOf(ods, 'Hjemsendelser'), 'CMM-nr.') : NOTHING,
  };
}

const NOTHING: Listed = {header: [], rows: []};

function linesOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return Papa.parse<string[]>(text, {delimiter: ';', skipEmptyLines: true}).data;
}

function sheetOf(bytes: Uint8Array, name: string): readonly (readonly string[])[] {
  const sheet = read(bytes, {type: 'array', cellText: true}).Sheets[name];
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return utils.sheet_to_json<string[]>(sheet, {header: 1, raw: false, defval: ''});
}

/** From below the header to before the line of totals. */
function listFrom(lines: readonly (readonly string[])[], first: string): Listed {
  const at = lines.findIndex(([cell]) => cell?.trim() === first);
  const header = lines[at];
  if (header === undefined) throw new Error(`no header that begins with ${first}`);
  const below = lines.slice(at + 1);
  const end = below.findIndex(([cell]) => cell?.trim() === 'I alt');
  return {header, rows: end === -1 ? below : below.slice(0, end)};
}
