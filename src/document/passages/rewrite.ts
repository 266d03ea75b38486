/**
 * What came back for one sentence, written as the office writes it: bound figures by the placeholders they had, the words beside them
 * by the options those came from, everything else as typed.
 */
import type {Passage} from './base.ts';
import type {Came, Sent} from './lay.ts';
import {formsOf, type Placeholder, quoted, type Written, writePattern} from './pattern.ts';
import {readsAlike, settled} from './tokens.ts';

export interface Rewritten {
  /** The sentence's whole source, its other forms as they were. */
  readonly source: string;
  /** Figures that read otherwise: what they are, and what stands there now. */
  readonly changed: readonly {readonly placeholder: number; readonly found: string}[];
  readonly dropped: readonly number[];
  readonly words: readonly {readonly option: string; readonly before: string; readonly after: string}[];
  /** Figures that were found by their text alone. */
  readonly byText: number;
}

export interface Finder {
  /** The placeholder that printed `total.2:1`, wherever it stands. */
  find(atom: string): {readonly sentence: string; readonly placeholder: Placeholder; readonly text: string} | undefined;
  /** A note that is new is given a name. */
  note(came: Came): string;
  /** Places in a text where a figure is typed. */
  figuresIn(text: string): readonly {readonly start: number; readonly text: string}[];
}

/** Whether a sentence came back as it was sent, to the letter and the emphasis. */
export function isAsSent(sent: readonly Sent[], came: readonly Came[], plain: boolean): boolean {
  if (sent.length !== came.length) return false;
  return sent.every((token, i) => {
    const other = came[i];
    if (other === undefined || other.key !== token.key) return false;
    const isSame =
      other.atom === undefined ? settled(other.text) === settled(token.text) : readsAlike(other.text, token.text);
    if (!isSame) return false;
    if (plain || token.text.trim() === '') return true;
    return other.bold === token.bold && other.italic === token.italic && other.href === token.href;
  });
}

export function rewrite(
  passage: Passage,
  sent: readonly Sent[],
  all: readonly Sent[],
  came: readonly Came[],
  finder: Finder,
  opens: boolean,
): Rewritten {
  const at = new Map(came.flatMap(({match}, j) => (match === undefined ? [] : [[match, j] as const])));
  const place = (token: Sent): number | undefined => at.get(all.indexOf(token));
  const bound = new Map<number, readonly [number, number]>();
  const changed: {placeholder: number; found: string}[] = [];
  let byText = 0;
  for (const {placeholder, text} of passage.atoms) {
    const own = sent.filter(({from}) => from.kind === 'atom' && from.placeholder === placeholder);
    const places = own.map(place);
    if (own.length === 0 || !isRun(places)) continue;
    bound.set(placeholder, [places[0] ?? 0, places.at(-1) ?? 0]);
    const [only] = places;
    const token = only === undefined ? undefined : came[only];
    if (token?.atom === undefined) byText++;
    else if (!readsAlike(token.text, text)) changed.push({placeholder, found: token.text});
  }
  const taken = new Set<number>();
  const options: {placeholder: number; side: 'before' | 'after'; text: string}[] = [];
  for (const [placeholder, [first, last]] of bound)
    for (const side of ['before', 'after'] as const) {
      const own = sent.filter(
        ({from}) => from.kind === 'words' && from.placeholder === placeholder && from.side === side,
      );
      if (own.length === 0) continue;
      const places = own.map(place);
      const touches = side === 'after' ? places[0] === last + 1 : places.at(-1) === first - 1;
      if (isRun(places) && touches) {
        for (const j of places) if (j !== undefined) taken.add(j);
        continue;
      }
      const region = wordsBeside(own, sent, came, place, side === 'after' ? last : first, side);
      for (const j of region) taken.add(j);
      options.push({placeholder, side, text: region.map((j) => came[j]?.text ?? '').join('')});
    }
  // Words of a placeholder that printed no figure.
  for (const {placeholder, words, text} of passage.atoms) {
    if (text !== '' || words.before === '') continue;
    const own = sent.filter(({from}) => from.kind === 'words' && from.placeholder === placeholder);
    const places = own.map(place);
    if (!isRun(places)) continue;
    bound.set(placeholder, [places[0] ?? 0, places.at(-1) ?? 0]);
  }
  const written = writtenOf(passage, sent, came, {bound, taken, place}, finder);
  const mentioned = new Set(came.flatMap(({atom}) => atom ?? []));
  const gone = passage.atoms.filter(
    ({placeholder, text}) =>
      text !== '' && !bound.has(placeholder) && !mentioned.has(`${passage.sentence}:${placeholder}`),
  );
  const isLoose = (token: Came, j: number) =>
    token.atom === undefined && !isBoundAt(j, bound) && !taken.has(j) && isOfNothing(all[token.match ?? -1]);
  const loose = finder.figuresIn(came.map((token, j) => (isLoose(token, j) ? token.text : '\u0000')).join(''));
  const left = [...loose];
  const dropped: number[] = [];
  for (const {placeholder, text} of gone) {
    const found = /\p{N}/u.test(text) ? left.shift()?.text : insteadOf(placeholder, sent, came, place);
    if (found === undefined) dropped.push(placeholder);
    else changed.push({placeholder, found});
  }
  const {source, words} = withOptions(passage, writePattern(written, opens), options);
  return {source, changed, dropped, words, byText};
}

/** What is left of a figure that is not whole is of nothing either. */
const isOfNothing = (sent: Sent | undefined): boolean => sent === undefined || sent.from.kind === 'atom';

const isRun = (places: readonly (number | undefined)[]): boolean =>
  places.every((place, i) => place !== undefined && (i === 0 || place === (places[i - 1] ?? -2) + 1));

const isBoundAt = (j: number, bound: ReadonlyMap<number, readonly [number, number]>): boolean =>
  [...bound.values()].some(([first, last]) => j >= first && j <= last);

/** What stands now in the place of a label alone; undefined where more than the label is gone. */
function insteadOf(
  placeholder: number,
  sent: readonly Sent[],
  came: readonly Came[],
  place: (token: Sent) => number | undefined,
): string | undefined {
  const isOwn = ({from}: Sent) => from.kind === 'atom' && from.placeholder === placeholder;
  const first = sent.findIndex(isOwn);
  const last = sent.findLastIndex(isOwn);
  const before = sent.findLastIndex((token, i) => i < first && place(token) !== undefined);
  const after = sent.findIndex((token, i) => i > last && place(token) !== undefined);
  const beside = sent.slice(before + 1, after < 0 ? undefined : after).filter((token) => !isOwn(token));
  if (beside.some(({text}) => isWord(text))) return undefined;
  const [from, to] = [place(sent[before] ?? BEFORE_ALL), place(sent[after] ?? BEFORE_ALL)];
  const now = came
    .slice((from ?? -1) + 1, to ?? came.length)
    .map(({text}) => text)
    .join('')
    .trim();
  return isWord(now) ? now : undefined;
}

const BEFORE_ALL: Sent = {
  key: '',
  text: '',
  passage: -1,
  bold: false,
  italic: false,
  href: undefined,
  from: {kind: 'text'},
};

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Places of what stands now where the words beside a figure stood: up to what is next unchanged, and no more words than were there. */
function wordsBeside(
  own: readonly Sent[],
  sent: readonly Sent[],
  came: readonly Came[],
  place: (token: Sent) => number | undefined,
  figure: number,
  side: 'before' | 'after',
): readonly number[] {
  const isOwn = (token: Sent) => own.includes(token);
  const outside =
    side === 'after'
      ? sent.slice(sent.findLastIndex(isOwn) + 1)
      : sent.slice(0, Math.max(0, sent.findIndex(isOwn))).reverse();
  const anchor = outside.findIndex((token) => place(token) !== undefined);
  const beside = anchor < 0 ? outside : outside.slice(0, anchor);
  const [end] = outside.slice(anchor < 0 ? outside.length : anchor).map(place);
  const region = side === 'after' ? range(figure + 1, end ?? came.length) : range((end ?? -1) + 1, figure);
  const extra = beside.filter(({text}) => isWord(text)).length;
  if (extra === 0) return region;
  const most = own.filter(({text}) => isWord(text)).length;
  const inward = side === 'after' ? region : region.toReversed();
  let words = 0;
  const kept = inward.filter((j) => {
    const counts = isWord(came[j]?.text ?? '');
    if (counts) words++;
    return words <= most && (counts || words < most);
  });
  return side === 'after' ? kept : kept.toReversed();
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({length: Math.max(0, to - from)}, (_, i) => from + i);

interface Places {
  readonly bound: ReadonlyMap<number, readonly [number, number]>;
  readonly taken: ReadonlySet<number>;
  readonly place: (token: Sent) => number | undefined;
}

function writtenOf(
  passage: Passage,
  sent: readonly Sent[],
  came: readonly Came[],
  {bound, taken, place}: Places,
  finder: Finder,
): readonly Written[] {
  const quotations = new Map<number, string>();
  const quotedNow = new Set<number>();
  for (const [source, own] of Map.groupBy(
    sent.filter(({from}) => from.kind === 'quotation'),
    ({from}) => (from.kind === 'quotation' ? from.source : ''),
  )) {
    const places = own.map(place);
    if (!isRun(places)) continue;
    quotations.set(places[0] ?? 0, source);
    for (const j of places) if (j !== undefined) quotedNow.add(j);
  }
  const silent = silentPlaceholders(passage, sent, place, came.length);
  const written = came.flatMap((token, j): readonly Written[] => {
    const {bold, italic, href} = token;
    const style = {bold, italic, href};
    const source = (text: string): Written => ({...style, kind: 'source', source: text});
    const before = (silent.get(j) ?? []).map(source);
    const here = [...bound].find(([, [first, last]]) => j >= first && j <= last);
    if (here !== undefined) {
      const [placeholder, [first]] = here;
      return j === first ? [...before, source(passage.form.placeholders[placeholder]?.source ?? '')] : before;
    }
    if (taken.has(j)) return before;
    if (quotations.has(j)) return [...before, source(quotations.get(j) ?? '')];
    if (quotedNow.has(j)) return before;
    return [...before, ...writtenAlone(token, style, finder, passage.sentence)];
  });
  const end = (silent.get(came.length) ?? []).map(
    (source): Written => ({kind: 'source', source, bold: false, italic: false, href: undefined}),
  );
  return [...written, ...end];
}

/** A token that is no part of what was sent. */
export function writtenAlone(
  token: Came,
  style: Pick<Came, 'bold' | 'italic' | 'href'>,
  finder: Finder,
  sentence: string | undefined,
): readonly Written[] {
  if (token.note !== undefined) return [{...style, kind: 'source', source: `[^${finder.note(token)}]`}];
  const found = token.atom === undefined ? undefined : finder.find(token.atom);
  if (found === undefined) return [{...style, kind: 'text', text: token.breaks ? ' ' : token.text}];
  const {placeholder} = found;
  return [{...style, kind: 'source', source: found.sentence === sentence ? placeholder.source : placeholder.alone}];
}

/** What printed nothing this time keeps its place after what stood before it. */
function silentPlaceholders(
  passage: Passage,
  sent: readonly Sent[],
  place: (token: Sent) => number | undefined,
  length: number,
): ReadonlyMap<number, readonly string[]> {
  const silent = new Map<number, readonly string[]>();
  let tokens = 0;
  const own = [...sent];
  for (const part of passage.form.parts) {
    if (part.kind !== 'placeholder') {
      tokens += countOf(part, own, tokens);
      continue;
    }
    const printed = own.slice(tokens).findIndex(({from}) => !isOf(from, part.placeholder));
    const length_ = printed < 0 ? own.length - tokens : printed;
    if (length_ > 0) {
      tokens += length_;
      continue;
    }
    const after = own.slice(tokens).find((token) => place(token) !== undefined);
    const at = after === undefined ? length : (place(after) ?? length);
    silent.set(at, [...(silent.get(at) ?? []), passage.form.placeholders[part.placeholder]?.source ?? '']);
  }
  return silent;
}

const isOf = (from: Sent['from'], placeholder: number): boolean =>
  (from.kind === 'atom' || from.kind === 'words') && from.placeholder === placeholder;

/** How many tokens a part of the pattern became. */
function countOf(part: Passage['form']['parts'][number], own: readonly Sent[], from: number): number {
  if (part.kind === 'note') return 1;
  if (part.kind === 'placeholder') return 0;
  let text = '';
  let n = 0;
  const whole = part.text.replaceAll(/\s+/gu, ' ');
  while (text.length < whole.length && from + n < own.length) text += own[from + n++]?.text ?? '';
  return n;
}

/** The source with the pattern in place of the form's, and the options' values. */
function withOptions(
  passage: Passage,
  pattern: string,
  options: readonly {readonly placeholder: number; readonly side: 'before' | 'after'; readonly text: string}[],
) {
  const {message, form, number} = passage;
  const words: {option: string; before: string; after: string}[] = [];
  let {source} = message;
  let written = pattern;
  const edits: {start: number; end: number; text: string}[] = [];
  for (const {placeholder, side, text} of options) {
    const held = form.placeholders[placeholder];
    const atom = passage.atoms[placeholder];
    if (held === undefined || atom === undefined) continue;
    for (const {name, value} of optionsFor(held, atom, side, text)) {
      const option = held.options.find((one) => one.name === name);
      if (option === undefined || option.value === value) continue;
      words.push({option: name, before: option.value, after: value});
      const inPattern = option.start >= form.start && option.end <= form.end;
      if (!inPattern) edits.push({start: option.start, end: option.end, text: quoted(value)});
      else {
        const at = option.start - held.start;
        const changed = held.source.slice(0, at) + quoted(value) + held.source.slice(option.end - held.start);
        written = written.replace(held.source, () => changed);
      }
    }
  }
  edits.push({start: form.start, end: form.end, text: written});
  for (const {start, end, text} of edits.toSorted((a, b) => b.start - a.start))
    source = source.slice(0, start) + text + source.slice(end);
  return {source: formsOf(source).length > number ? source : message.source, words};
}

/** Which options print the words at a side of the figure, and what they are to say. */
function optionsFor(
  held: Placeholder,
  {noun, words}: Passage['atoms'][number],
  side: 'before' | 'after',
  text: string,
): readonly {readonly name: string; readonly value: string}[] {
  if (side === 'before') return [{name: 'before', value: text}];
  const after = held.options.find(({name}) => name === 'after')?.value ?? '';
  if (noun === undefined) return [{name: 'after', value: text}];
  const isNoun = (name: string) => !['after', 'before', 'zero', 'withheld', 'nothing'].includes(name);
  const named = held.options.find(({name, value}) => isNoun(name) && value === noun)?.name ?? 'other';
  const trimmed = text.replace(/^\s/u, '');
  if (after === '' || words.after === '') return [{name: named, value: trimmed}];
  if (trimmed.endsWith(after)) return [{name: named, value: trimmed.slice(0, trimmed.length - after.length)}];
  if (trimmed.startsWith(noun)) return [{name: 'after', value: trimmed.slice(noun.length)}];
  const [head = ''] = trimmed.split(' ');
  return [
    {name: named, value: head},
    {name: 'after', value: trimmed.slice(head.length)},
  ];
}
