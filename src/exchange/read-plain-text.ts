/** Plain text: paragraphs parted by empty lines, lists, headings as short lines without a full stop, and rows of figures as tables. */
import type {Text, TextBlock} from '#claims/text';

const ITEM = /^\s*(?:[•·▪*–-]|\d{1,2}[.)])\s+/;
/** Not a sentence: words, and then figures alone. */
const ROW =
  /^(?<label>[^\d\s].*?)\s+(?<cells>(?:\d{1,3}(?:[.,\u00a0]\d{3})*|[-–:.*]{1,3}|<\s?\d+)(?:\s+(?:\d{1,3}(?:[.,\u00a0]\d{3})*|[-–:.*]{1,3}|<\s?\d+))*)$|^(?<year>(?:19|20)\d\d(?: \[\w\])?)\s+(?<counts>\d[\d.,]*(?:\s+\d[\d.,]*)*)$/;

export const readPlainText = (name: string, text: string): Text => ({
  name,
  blocks: blocksOf(text.split(/\r\n?|\n|\f/)),
});

export function blocksOf(lines: readonly string[]): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let paragraph: string[] = [];
  const end = () => {
    const text = joined(paragraph);
    paragraph = [];
    if (text !== '') blocks.push({kind: isHeading(text) ? 'heading' : 'paragraph', text});
  };
  for (let i = 0; i < lines.length; i++) {
    const rows = isWithin(paragraph) ? [] : rowsAt(lines, i);
    if (rows.length > 1) {
      end();
      blocks.push({kind: 'table', caption: '', rows: [rows[0]?.map(() => '') ?? [], ...rows]});
      i += rows.length - 1;
      continue;
    }
    const line = lines[i]?.trim() ?? '';
    if (line === '' || (ITEM.test(line) && /[.:;!?]$|^$/.test(paragraph.at(-1) ?? ''))) end();
    if (line !== '') paragraph.push(paragraph.length === 0 ? line.replace(ITEM, '') : line);
  }
  end();
  return blocks;
}

/** A line in the middle of a sentence may well end with a figure. */
const isWithin = (paragraph: readonly string[]): boolean => /[\p{Ll},]$/u.test(paragraph.at(-1)?.slice(60) ?? '');

const isHeading = (text: string): boolean =>
  text.length <= 80 && text.split(' ').length <= 10 && !/[.!?:;,]$|\d\s*(?:%|pct)|^[\d\s.,–-]+$/.test(text);

/** Rows from this line on, all of so many cells. */
function rowsAt(lines: readonly string[], from: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const line of lines.slice(from)) {
    const row = rowOf(line.trim());
    if (row === undefined || (rows[0] !== undefined && row.length !== rows[0].length)) break;
    rows.push(row);
  }
  return rows;
}

function rowOf(line: string): readonly string[] | undefined {
  const {label, cells, year, counts} = (line.length > 200 ? null : ROW.exec(line))?.groups ?? {};
  const [first, rest] = [label ?? year, cells ?? counts];
  return first === undefined || rest === undefined || first.split(' ').length > 8
    ? undefined
    : [first, ...rest.split(/\s+/)];
}

/** A word parted at the end of a line is one. */
const joined = (lines: readonly string[]): string =>
  lines
    .reduce(
      (text, line) =>
        text === ''
          ? line
          : /\p{Ll}[-\u00ad]$/u.test(text) && /^\p{Ll}/u.test(line)
            ? text.slice(0, -1) + line
            : `${text} ${line}`,
      '',
    )
    .replaceAll('\u00ad', '')
    .replaceAll(/\s+/g, ' ')
    .trim();
