/** Which delimiter and encoding a CSV of nobody's layout is written with: told by its bytes, for a person to confirm by what is shown. */
import {isUtf8} from 'node:buffer';
import type {FileLayout} from './source-format.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** The delimiter that cuts most of the first lines alike, and into most pieces. */
export function guessCsv(bytes: Uint8Array): Extract<FileLayout, {readonly type: 'csv'}> {
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  const lines = new TextDecoder(encoding)
    .decode(bytes.subarray(0, 65_536))
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  const scored = DELIMITERS.map((delimiter) => ({delimiter, score: scoreOf(lines, delimiter)}));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return {type: 'csv', delimiter: best !== undefined && best.score > 0 ? best.delimiter : ';', encoding, decimal: ','};
}

function scoreOf(lines: readonly string[], delimiter: string): number {
  const counts = lines.map((line) => unquoted(line).split(delimiter).length - 1).filter((count) => count > 0);
  const most = Math.max(0, ...counts);
  const alike = counts.filter((count) => count === most).length;
  return counts.length === 0 ? 0 : (alike / lines.length) * Math.min(most, 40) + counts.length / lines.length;
}

const unquoted = (line: string): string => line.replaceAll(/"[^"]*"/g, '');
