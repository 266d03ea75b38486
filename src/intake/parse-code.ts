/**
 * Words of a file to codes of a list: the layout's own words first, then the list's labels and codes.
 * A word nobody has heard of is a fault, never `unknown`: that would be a figure about the reader, not about persons.
 */
import {type Code, type CodeList, UNKNOWN} from '#concepts/code-list';
import {nearest} from '#kit/nearest';
import {folded} from './cell.ts';
import type {ColumnType} from './source-format.ts';
import {type Fault, fault, type Parsed, says, UNSAID} from './value.ts';

type CodeColumn = Extract<ColumnType, {kind: 'code'}>;

export function codeParser(column: CodeColumn, list: CodeList, isUnknown: (word: string) => boolean) {
  const words = wordsOf(column, list);
  const labels = [...new Set(list.rows.map((row) => row.labels.da))];
  const cut = column.separators.length === 0 ? undefined : new RegExp(column.separators.map(escaped).join('|'), 'u');

  const unheard = (word: string): Fault => {
    const near = nearest(word, labels);
    return {rule: 'unknown-word', facts: {known: labels, ...(near === undefined ? {} : {nearest: near})}};
  };

  return (text: string): Parsed => {
    const whole = folded(text);
    // As a whole first: “Trinidad og Tobago” is one country.
    const parts = words.has(whole) || cut === undefined ? [whole] : whole.split(cut).map((part) => part.trim());
    const said = parts.filter((part) => part !== '' && (words.has(part) || !isUnknown(part)));
    const strange = said.filter((part) => !words.has(part));
    if (strange.length > 0) return {faults: [unheard(strange[0] ?? '')]};
    const codes = [...new Set(said.flatMap((part) => words.get(part) ?? []))].filter((code) => code !== UNKNOWN);
    return codes.length === 0 ? UNSAID : says({kind: 'codes', codes});
  };
}

/** By folded word; `null`: says that none applies. The first to claim a word keeps it. */
function wordsOf({words}: CodeColumn, list: CodeList): ReadonlyMap<string, Code | null> {
  const known = new Map<string, Code | null>();
  const claim = (word: string, code: Code | null) => {
    const key = folded(word);
    if (key !== '' && !known.has(key)) known.set(key, code);
  };
  for (const [word, code] of Object.entries(words)) claim(word, code);
  for (const row of list.rows) for (const label of Object.values(row.labels)) claim(label, row.code);
  for (const row of list.rows) claim(row.code, row.code);
  return known;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** An answer to a closed question. */
export function answerParser(words: Readonly<Record<string, string>>) {
  const answers = new Map(Object.entries(words).map(([word, answer]) => [folded(word), answer]));
  return {
    has: (word: string) => answers.has(word),
    parse: (text: string): Parsed => {
      const answer = answers.get(folded(text));
      return answer === undefined ? fault('unknown-word', {known: Object.keys(words)}) : says({kind: 'answer', answer});
    },
  };
}
