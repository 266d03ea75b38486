/** Marks typed figures and words where they stand in a content, splitting its texts. */
import {plainText} from './inline-markdown.ts';
import type {Inline} from './statement.ts';
import type {Typed} from './typed-figures.ts';

export function markTyped(
  content: readonly Inline[],
  found: readonly Typed[],
  message: (typed: Typed) => string,
): readonly Inline[] {
  let at = 0;
  const mark = (inline: Inline): readonly Inline[] => {
    if ('content' in inline) return [{...inline, content: inline.content.flatMap(mark)}];
    const length = plainText([inline]).length;
    const start = at;
    at += length;
    return inline.kind === 'text' ? split(inline.text, start, found, message) : [inline];
  };
  return content.flatMap(mark);
}

function split(
  text: string,
  start: number,
  found: readonly Typed[],
  message: (typed: Typed) => string,
): readonly Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  for (const typed of found) {
    const [first, last] = [Math.max(0, typed.start - start), Math.min(text.length, typed.end - start)];
    if (first >= last) continue;
    if (first > from) pieces.push({kind: 'text', text: text.slice(from, first)});
    pieces.push({kind: 'fault', text: text.slice(first, last), message: message(typed)});
    from = last;
  }
  return from < text.length ? [...pieces, {kind: 'text', text: text.slice(from)}] : pieces;
}
