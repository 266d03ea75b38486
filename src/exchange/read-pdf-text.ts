/** The text of a PDF: lines as they are set, paragraphs by the space between them; heads and feet of pages and marks of notes fall away. */
import {getDocumentProxy} from 'unpdf';
import type {Text, TextBlock} from '#claims/text';
import {done, type Outcome, refuse} from '#kit/outcome';
import {blocksOf} from './read-plain-text.ts';

export type PdfFault = 'damaged' | 'encrypted' | 'no-text' | 'too-large';

export interface PdfLimits {
  readonly pages: number;
  /** Looked at between pages. */
  readonly secondsLeft: () => number;
}

interface Line {
  readonly text: string;
  readonly height: number;
  readonly y: number;
}

export async function readPdfText(
  name: string,
  bytes: Uint8Array,
  limits: PdfLimits,
): Promise<Outcome<Text, PdfFault>> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
    });
    if (document.numPages > limits.pages) return refuse('too-large');
    const pages: (readonly Line[])[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      if (limits.secondsLeft() < 0) return refuse('too-large');
      const page = await document.getPage(number);
      const {items} = await page.getTextContent();
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [item] : []))));
      page.cleanup();
    }
    await document.destroy();
    if (pages.every((lines) => lines.every(({text}) => text.trim() === ''))) return refuse('no-text');
    return done({name, blocks: blocksIn(withoutRunning(pages))});
  } catch (error) {
    return refuse(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged');
  }
}

interface Item {
  readonly str: string;
  readonly height: number;
  readonly width: number;
  readonly transform: readonly number[];
}

/** Items of one height on the page, in the order they are set. A small raised figure is a mark of a note. */
function linesOf(items: readonly Item[]): readonly Line[] {
  const lines: {text: string; height: number; y: number; x: number}[] = [];
  for (const {str, height, width, transform} of items) {
    const [x = 0, y = 0] = transform.slice(4);
    const last = lines.at(-1);
    if (str.trim() === '') {
      if (last !== undefined && str !== '') last.text += ' ';
      continue;
    }
    const near =
      last !== undefined && Math.abs(last.y - y) < 0.7 * Math.max(last.height, height) && x >= last.x - height;
    if (near && height > 0 && height < 0.8 * last.height && /^\d{1,2}$/.test(str.trim())) continue;
    if (near && last !== undefined) {
      const gap = x - last.x;
      last.text += (gap > 0.15 * height && !/\s$/.test(last.text) ? ' ' : '') + str;
      last.x = x + width;
      last.height = Math.max(last.height, height);
    } else lines.push({text: str, height, y, x: x + width});
  }
  return lines;
}

/** Without lines that stand at the top or the foot of most pages, but for their numbers. */
function withoutRunning(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const bare = (text: string) => text.replaceAll(/\d+/g, '#').trim();
  const seen = new Map<string, number>();
  for (const lines of pages)
    for (const text of new Set(lines.map((line) => bare(line.text)))) seen.set(text, (seen.get(text) ?? 0) + 1);
  const isRunning = ({text}: Line) =>
    pages.length > 2 && text.trim().length > 3 && (seen.get(bare(text)) ?? 0) > pages.length * 0.6;
  return pages.map((lines) => lines.filter((line) => !isRunning(line) && !/(?:\. ){4}|\.{6}/.test(line.text)));
}

/** Larger letters than the text's are a heading; a space between lines ends a paragraph, and the page does not. */
function blocksIn(pages: readonly (readonly Line[])[]): readonly TextBlock[] {
  const heights = pages
    .flat()
    .flatMap(({height, text}) => Array.from({length: text.length}, () => Math.round(height * 2) / 2));
  const body = mostOf(heights);
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  let heading: string[] = [];
  const flush = () => {
    if (heading.length > 0) blocks.push({kind: 'heading', text: heading.join(' ').replaceAll(/\s+/g, ' ').trim()});
    blocks.push(...blocksOf(lines));
    [heading, lines] = [[], []];
  };
  let before: Line | undefined;
  for (const line of pages.flat()) {
    const isHeading = line.height > body * 1.08 && line.text.length < 100 && /\p{L}{3}/u.test(line.text);
    if (isHeading) {
      if (lines.length > 0) flush();
      heading.push(line.text);
    } else {
      const gap = before === undefined ? 0 : before.y - line.y;
      if (heading.length > 0) flush();
      if (
        before !== undefined &&
        (gap > 1.75 * line.height || gap < -0.5 * line.height || Math.abs(before.height - line.height) > 0.1 * body) &&
        !continues(lines, line)
      )
        lines.push('');
      lines.push(line.text);
    }
    before = line;
  }
  flush();
  return blocks;
}

/** A sentence that goes on over a page: the line before ends with none, and this one begins small. */
const continues = (lines: readonly string[], {text}: Line): boolean =>
  !/[.!?:]\s*$/.test(lines.at(-1) ?? '.') && /^\p{Ll}/u.test(text) && (lines.at(-1) ?? '').length > 60;

function mostOf(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
