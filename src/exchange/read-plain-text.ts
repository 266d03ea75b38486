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
  let rows: string[][] = [];
  const endRows = () => {
    const cells = rows[0]?.length ?? 0;
    if (rows.length > 1 && rows.every((row) => row.length === cells))
      blocks.push({kind: 'table', caption: '', rows: [Array.from({length: cells}, () => ''), ...rows]});
    rows = [];
  };
  const end = () => {
    const text = joined(paragraph);
    paragraph = [];
    if (text === '') return;
    const isHeading =
      text.length <= 80 &&
      !/[.!?:;,]$/.test(text) &&
      !/\d\s*(?:%|pct)/.test(text) &&
      text.split(' ').length <= 10 &&
      !/^[\d\s.,–-]+$/.test(text);
    blocks.push({kind: isHeading ? 'heading' : 'paragraph', text});
  };
  for (const line of lines) {
    const trimmed = line.trim();
    const row = isRow(trimmed, paragraph);
    if (row !== undefined) {
      end();
      rows.push(row);
      continue;
    }
    endRows();
    if (trimmed === '' || (ITEM.test(line) && /[.:;!?]$|^$/.test(paragraph.at(-1) ?? ''))) end();
    if (trimmed !== '') paragraph.push(paragraph.length === 0 ? trimmed.replace(ITEM, '') : trimmed);
  }
  endRows();
  end();
  return blocks;
}

/** A line in the middle of a sentence may well end with a figure. */
function isRow(line: string, before: readonly string[]): string[] | undefined {
  const groups = ROW.exec(line)?.groups;
  const last = before.at(-1);
  if (groups === undefined || (last !== undefined && /[\p{Ll},]$/u.test(last) && last.length > 60)) return undefined;
  const {label = groups.year, cells = groups.counts} = groups;
  return label === undefined || cells === undefined || label.split(' ').length > 8
    ? undefined
    : [label, ...cells.split(/\s+/)];
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
