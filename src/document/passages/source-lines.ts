/** The lines a sentence stands on in the office's file, and what is done to them: replaced, taken away, put elsewhere. */
import type {Message} from '../outline.ts';

export interface Region {
  /** From this line, counted from 0, up to that one. */
  readonly from: number;
  readonly to: number;
  /** What stands before the sentence on its first line: `- `, `## `, `[^note]: `. */
  readonly prefix: string;
  readonly indent: string;
  /** After it on its last: ` [#total]`. */
  readonly suffix: string;
  /** Of its longest line. */
  readonly width: number;
  /** Written in a block of its own. */
  readonly fenced: boolean;
}

const WIDTH = 120;

/** Undefined where the sentence does not stand there: in the front matter, say. */
export function regionOf(lines: readonly string[], {line, source}: Message): Region | undefined {
  const own = source.split('\n');
  const first = line - 1;
  const fenced = /^ {0,3}(```|~~~)/.test(lines[first - 1] ?? '');
  const [head = ''] = own;
  const at = (lines[first] ?? '').indexOf(head.trim());
  if (at < 0) return undefined;
  const last = first + own.length - 1;
  const tail = (own.at(-1) ?? '').trim();
  const end = (lines[last] ?? '').lastIndexOf(tail);
  if (end < 0) return undefined;
  const prefix = (lines[first] ?? '').slice(0, at);
  const second = own.length > 1 ? /^\s*/.exec(lines[first + 1] ?? '')?.[0] : undefined;
  return {
    from: fenced ? first - 1 : first,
    to: fenced ? last + 2 : last + 1,
    prefix,
    indent: second ?? ' '.repeat(prefix.length),
    width: Math.max(...lines.slice(first, last + 1).map(({length}) => length)),
    suffix: (lines[last] ?? '').slice(end + tail.length),
    fenced,
  };
}

/** The lines of a sentence with another source. */
export function linesFor({prefix, indent, suffix, fenced, width}: Region, source: string): readonly string[] {
  if (fenced) {
    const body = source.split('\n').map((line) => (line === '' ? line : `${prefix}${line}`));
    return [`${prefix}\`\`\`mf2`, ...body, `${prefix}\`\`\``];
  }
  return wrapped(source.replaceAll(/\s*\n\s*/g, ' '), prefix, indent, suffix, Math.max(WIDTH, width));
}

/** Broken between words, never where the next would begin a block of its own. */
export function wrapped(text: string, prefix = '', indent = '', suffix = '', width = WIDTH): readonly string[] {
  const lines: string[] = [];
  let line = prefix;
  let empty = true;
  for (const word of unbroken(text)) {
    const fits = line.length + 1 + word.length <= width || /^(?:[-+*#>=~`:|]|\[\^|\d+[.)])/.test(word);
    if (empty || fits) line += empty ? word : ` ${word}`;
    else {
      lines.push(line);
      line = indent + word;
    }
    empty = false;
  }
  return [...lines, line + suffix];
}

/** Words, placeholders whole. */
const unbroken = (text: string): readonly string[] => text.match(/(?:\{[^{}]*\}|\[[^\]]*\]\([^)]*\)|\S)+/g) ?? [];

export interface LineEdit {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** From the last to the first, so that lines keep their numbers; of two at one place the one given first stands first. */
export function edited(lines: readonly string[], edits: readonly LineEdit[]): readonly string[] {
  const result = [...lines];
  const order = edits.map((edit, i) => ({...edit, i})).toSorted((a, b) => b.from - a.from || b.to - a.to || b.i - a.i);
  for (const {from, to, lines: put} of order) result.splice(from, to - from, ...put);
  return result;
}
