/**
 * The held rows as a CSV to send back to the agency: its own headings, delimiter and encoding, and for each row what is wrong
 * and what would mend it. A cell that a spreadsheet would take for a formula is made text.
 */
import type {Facts, FindingRule} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import type {HeldRow} from './delivery.ts';
import type {SourceFormat} from './source-format.ts';

/** The words of one language. */
export interface ErrorsFileWords {
  readonly errorsFile: {readonly row: string; readonly rule: string; readonly remedy: string};
  readonly findings: Readonly<Record<FindingRule, (facts: Facts) => {readonly what: string; readonly remedy: string}>>;
}

/** In the agency's language, whatever is spoken at the office. */
export function errorsFile(
  format: SourceFormat,
  held: readonly HeldRow[],
  languages: Readonly<Record<LanguageTag, ErrorsFileWords>>,
): Uint8Array {
  const {file} = format;
  const words = languages[format.language];
  // A spreadsheet goes back as a CSV that the agency's spreadsheet program opens.
  const delimiter = file.type === 'csv' ? file.delimiter : ';';
  const {row, rule, remedy} = words.errorsFile;
  const lines = [
    [...format.columns.map(({heading}) => heading), row, rule, remedy],
    ...held.map((one) => [...one.content.map(withoutFormula), ...faultsOf(one, words)]),
  ];
  const text = lines.map((cells) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`).join('');
  return file.type === 'csv' && file.encoding === 'windows-1252'
    ? windows1252(text)
    : new TextEncoder().encode(`\ufeff${text}`);
}

function faultsOf({row, findings}: HeldRow, words: ErrorsFileWords): readonly string[] {
  const said = findings
    .filter(({severity}) => severity === 'error')
    .map(({rule, facts}) => words.findings[rule](facts));
  return [String(row), said.map(({what}) => what).join(' '), said.map(({remedy}) => remedy).join(' ')];
}

/** Plain numbers and days are left as they are: `-5`, `+45 33 44 55 66`, `-1.234,5`, `-`. */
export const withoutFormula = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !/^[-+]?[\d .,/:-]*$/.test(cell) ? `'${cell}` : cell;

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** What Windows-1252 has above Latin-1, by code point. */
const UPPER = new Map(
  Array.from({length: 32}, (_, i) => 0x80 + i)
    .map((byte): readonly [string, number] => [new TextDecoder('windows-1252').decode(new Uint8Array([byte])), byte])
    .filter(([letter, byte]) => letter.codePointAt(0) !== byte),
);

/** A letter the encoding lacks can only be in our own words: it becomes a question mark. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => {
    const code = letter.codePointAt(0) ?? 0x3f;
    return UPPER.get(letter) ?? (code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : 0x3f);
  });
}
