/**
 * A sentence as marks in their order: figures, words of change and share, labels. Its `shape` has one letter for each, so that
 * what a sentence says can be found whatever its language.
 */
import type {LabelIndex} from './known.ts';
import {type Hedge, type Kind, LETTER, type Meaning, type Reading} from './reading.ts';

export interface Mark extends Meaning {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** As printed, of a figure. */
  readonly decimals?: number;
  readonly label?: string;
  /** What stands directly before: about, more than. */
  readonly before?: Hedge | 'more' | 'fewer' | undefined;
}

export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly shape: string;
}

const SEPARATOR = /^[-,;:()–—·=|/•+→<>[\]]$/;
const TOKEN =
  /(?:(?<!\d\s?)[+−-])?\d{1,3}(?:[\u00a0\u202f’']\d{3})+(?!\d)|(?:(?<!\d\s?)[+−-])?\d+(?:[.,]\d+)*(?:\s?%)?|\p{L}+(?:[-’'.]\p{L}+)*\.?|[^\s]/gu;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function markSentence(text: string, reading: Reading, labels: LabelIndex): Marked {
  const masked = text.replace(reading.passedOver, (found) => '\u0000'.repeat(found.length));
  const tokens = [...masked.matchAll(TOKEN)].map(({0: found, index: start}): Token => {
    const word = /^\p{L}.*\.$/u.test(found) && !/\.\p{L}/u.test(found) ? found.slice(0, -1) : found;
    return {text: word, start, end: start + word.length};
  });
  const marks: Mark[] = [];
  for (let i = 0; i < tokens.length; ) {
    const {mark, length} = markAt(tokens, i, reading, labels);
    i += length;
    if (mark !== undefined) marks.push(mark);
  }
  const joined = withUnits(marks);
  return {text, marks: joined, shape: joined.map(letterOf).join('')};
}

const letterOf = ({kind, text}: Mark): string =>
  kind === 'word' && SEPARATOR.test(text)
    ? ',:()–'.includes(text)
      ? text
      : text === '—' || text === '-'
        ? '–'
        : ';'
    : LETTER[kind];

function markAt(
  tokens: readonly Token[],
  i: number,
  reading: Reading,
  labels: LabelIndex,
): {readonly mark?: Mark; readonly length: number} {
  const token = tokens[i];
  if (token === undefined) return {length: 1};
  const {text, start, end} = token;
  if (text === '\u0000') return {length: 1};
  if (/\d/.test(text)) return {mark: figureOf(token, reading.words.decimal), length: 1};
  if (!/^\p{L}/u.test(text))
    return {...(SEPARATOR.test(text) ? {mark: {kind: 'word', text, start, end}} : {}), length: 1};
  const words = tokens.slice(i, i + 9).map((one) => one.text);
  const spans = (length: number) => ({text: '', start, end: tokens[i + length - 1]?.end ?? end});
  const lower = words.map((word) => word.toLowerCase());
  const phrase = (reading.phrases.get(lower[0] ?? '') ?? []).find((one) =>
    one.words.every((word, k) => lower[k] === word),
  );
  const label = labels.at(words);
  if (label !== undefined && label.length >= (phrase?.words.length ?? 0))
    return {mark: {...spans(label.length), kind: 'label', label: label.key}, length: label.length};
  if (phrase !== undefined)
    return {
      mark: {
        ...spans(phrase.words.length),
        ...phrase.meaning,
        ...(phrase.meaning.value === undefined ? {} : {decimals: 0}),
      },
      length: phrase.words.length,
    };
  return {mark: {kind: 'word', text: text.toLowerCase(), start, end}, length: 1};
}

function figureOf({text, start, end}: Token, decimal: ',' | '.'): Mark {
  const percent = text.endsWith('%');
  const sign = /^[+−–-]/.exec(text)?.[0];
  const digits = text
    .replace(/^[+−–-]/, '')
    .replace(/\s?%$/, '')
    .replaceAll(/[\u00a0\u202f’']/g, '');
  const {value, decimals} = numberOf(digits, decimal);
  const kind: Kind = percent
    ? 'percent'
    : sign !== undefined
      ? 'signed'
      : /^(19|20)\d\d$/.test(digits)
        ? 'year'
        : 'count';
  return {kind, text, start, end, value: sign === '+' || sign === undefined ? value : -value, decimals};
}

/** `1.121` is a thousand in Danish and one in English; what can be only one of them is that in both. */
export function numberOf(digits: string, decimal: ',' | '.'): {readonly value: number; readonly decimals: number} {
  const group = decimal === ',' ? '.' : ',';
  const grouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?$`).test(digits);
  const plain = grouped ? digits.replaceAll(group, '').replace(decimal, '.') : digits.replace(',', '.');
  const fraction = /\.(\d+)$/.exec(plain)?.[1] ?? '';
  return {value: Number(plain), decimals: fraction.length};
}

const FIGURES: readonly Kind[] = ['count', 'percent', 'points', 'year', 'signed'];
const SHARES: readonly Kind[] = ['quantifier', 'ratio'];

/** Puts a figure and its unit together, and what stands directly before it; a year that counts persons is no year. */
function withUnits(marks: readonly Mark[]): readonly Mark[] {
  const together: Mark[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i];
    if (mark === undefined) continue;
    const next = marks[i + 1];
    const unit =
      next?.kind === 'percent' && next.value === undefined
        ? 'percent'
        : next?.kind === 'points' && next.value === undefined
          ? 'points'
          : undefined;
    if (mark.value !== undefined && FIGURES.includes(mark.kind) && next !== undefined && unit !== undefined) {
      together.push(withBefore({...mark, kind: unit, end: next.end}, together));
      i++;
    } else if (mark.value === undefined && (mark.kind === 'percent' || mark.kind === 'points'))
      together.push({...mark, kind: 'word', text: mark.kind});
    else if (mark.kind === 'year' && (next?.kind === 'person' || next?.kind === 'label'))
      together.push(withBefore({...mark, kind: 'count'}, together));
    else if (FIGURES.includes(mark.kind) || SHARES.includes(mark.kind)) together.push(withBefore(mark, together));
    else together.push(mark);
  }
  return together;
}

/** Takes a hedge off the marks before and into the figure. */
function withBefore(mark: Mark, marks: Mark[]): Mark {
  const last = marks.at(-1);
  if (last?.kind === 'hedge') {
    marks.pop();
    return {...mark, start: last.start, before: last.hedge};
  }
  if ((last?.kind === 'more' || last?.kind === 'fewer') && mark.kind !== 'year' && marks.at(-2)?.value === undefined) {
    marks.pop();
    return {...mark, start: last.start, before: last.kind};
  }
  return mark;
}
