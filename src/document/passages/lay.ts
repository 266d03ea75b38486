/**
 * A paragraph as it was sent laid beside what came back for it: which words are whose. What is unlike is given to the sentence it
 * stands in; whole sentences that are new stand by themselves.
 */
import type {BaseParagraph, Passage, Source} from './base.ts';
import {common} from './diff.ts';
import type {Style} from './pattern.ts';
import type {Token} from './tokens.ts';

/** A token as it was sent. */
export interface Sent extends Style {
  readonly key: string;
  readonly text: string;
  /** Which passage of the paragraphs; -1 between them. */
  readonly passage: number;
  readonly from: Source;
}

export interface Came extends Token {
  readonly key: string;
  /** Its place among what was sent. */
  readonly match: number | undefined;
}

export interface Laid {
  readonly sent: readonly Sent[];
  readonly passages: readonly Passage[];
  /** For each passage what came back for it; undefined: nothing did. */
  readonly came: readonly (readonly Came[] | undefined)[];
  /** Whole new sentences, by the passage they come after; -1: before the first. */
  readonly added: readonly {readonly after: number; readonly tokens: readonly Came[]}[];
}

export interface Keys {
  /** Figures that still say what they are bound to, in the document that came back. */
  readonly live: ReadonlySet<string>;
  /** What the profile calls a note, by its number in the document. */
  readonly notes: ReadonlyMap<string, string>;
}

export function lay(paragraphs: readonly BaseParagraph[], tokens: readonly Token[], keys: Keys): Laid {
  const passages = paragraphs.flatMap((paragraph) => paragraph.passages);
  const sent = sentTokens(paragraphs, keys.live);
  const pairs = common(
    sent.map(({key}) => key),
    tokens.map((token) => keyOf(token, keys)),
  );
  const matches = new Map(pairs.map(([i, j]) => [j, i]));
  const came = tokens.map((token, j): Came => ({...token, key: keyOf(token, keys), match: matches.get(j)}));
  return {sent, passages, ...shared(came, sent, passages.length)};
}

const keyOf = ({breaks, note, atom, text}: Token, {notes}: Keys): string =>
  breaks ? '¶' : note !== undefined ? `[^${notes.get(note) ?? `? ${note}`}]` : atom !== undefined ? `⟦${atom}⟧` : text;

const BETWEEN = {bold: false, italic: false, href: undefined, from: {kind: 'text'}, passage: -1} as const;

function sentTokens(paragraphs: readonly BaseParagraph[], live: ReadonlySet<string>): readonly Sent[] {
  let number = -1;
  return paragraphs.flatMap(({passages}, p) =>
    passages.flatMap((passage, i): readonly Sent[] => {
      number++;
      const between: readonly Sent[] =
        i > 0 ? [{...BETWEEN, key: ' ', text: ' '}] : p > 0 ? [{...BETWEEN, key: '¶', text: ' '}] : [];
      return [...between, ...passageTokens(passage, number, live)];
    }),
  );
}

function passageTokens(passage: Passage, number: number, live: ReadonlySet<string>): readonly Sent[] {
  const tokens: Sent[] = [];
  for (const {from, ...token} of passage.tokens) {
    const atom = from.kind === 'atom' ? `${passage.sentence}:${from.placeholder}` : undefined;
    const last = tokens.at(-1);
    if (atom === undefined || !live.has(atom)) {
      const key = from.kind === 'note' ? `[^${from.note}]` : token.text;
      tokens.push({...token, from, key, passage: number});
    } else if (last?.key === `⟦${atom}⟧`) tokens.splice(-1, 1, {...last, text: last.text + token.text});
    else tokens.push({...token, from, key: `⟦${atom}⟧`, passage: number});
  }
  return tokens;
}

const ENDS = /^[.!?…]$/;
const CLOSES = /^[)\]»”"’]$/;

/** After which tokens a sentence ends: a full stop with what it closes; none where small letters go on, as after an abbreviation. */
function endsIn(run: readonly Came[]): readonly number[] {
  let ended = false;
  return run.flatMap(({text, atom}, i) => {
    ended = atom === undefined && (ENDS.test(text) || (ended && CLOSES.test(text)));
    const [next, afterNext] = [run[i + 1]?.text ?? '', run[i + 2]?.text ?? ''];
    const goesOn = ENDS.test(next) || CLOSES.test(next) || (next === ' ' && /^\p{Ll}/u.test(afterNext));
    return ended && !goesOn ? [i + 1] : [];
  });
}

const isStrong = ({atom, note, text, breaks}: Token): boolean =>
  !breaks && (atom !== undefined || note !== undefined || /[\p{L}\p{N}]/u.test(text));

function shared(came: readonly Came[], sent: readonly Sent[], passages: number): Pick<Laid, 'came' | 'added'> {
  const owners = came.map((token) => {
    const passage = token.match === undefined || !isStrong(token) ? -1 : (sent[token.match]?.passage ?? -1);
    return passage < 0 ? undefined : passage;
  });
  const given: Came[][] = Array.from({length: passages}, () => []);
  const added: {after: number; tokens: readonly Came[]}[] = [];
  let from = 0;
  let before: number | undefined;
  for (let j = 0; j <= came.length; j++) {
    const owner = owners[j];
    if (j < came.length && owner === undefined) continue;
    const run = came.slice(from, j);
    const next = j < came.length ? owner : undefined;
    if (before !== undefined && before === next) given[before]?.push(...run);
    else parted(run, before, next, {given, added, passages, owned: new Set(owners)});
    const token = came[j];
    if (token !== undefined && owner !== undefined) given[owner]?.push(token);
    before = owner;
    from = j + 1;
  }
  return {
    came: given.map((tokens) => {
      const kept = withoutOuterBreaks(tokens);
      return kept.length === 0 ? undefined : kept;
    }),
    added: added.flatMap(({after, tokens}) => {
      const kept = withoutOuterBreaks(tokens);
      return kept.some(isStrong) ? [{after, tokens: kept}] : [];
    }),
  };
}

interface Share {
  readonly given: readonly Came[][];
  readonly added: {after: number; tokens: readonly Came[]}[];
  readonly passages: number;
  readonly owned: ReadonlySet<number | undefined>;
}

/** What stands between two sentences: the end of the one, whole sentences, the beginning of the other. */
function parted(run: readonly Came[], before: number | undefined, next: number | undefined, share: Share): void {
  const {given, added, passages, owned} = share;
  const ends = endsIn(run);
  const first = before === undefined ? 0 : (ends[0] ?? (next === undefined ? run.length : 0));
  const last = next === undefined ? run.length : Math.max(first, ends.at(-1) ?? 0);
  if (before !== undefined) given[before]?.push(...run.slice(0, first));
  if (next !== undefined) given[next]?.push(...run.slice(last));
  const whole = run.slice(first, last);
  const missing = Array.from({length: passages}, (_, i) => i).filter(
    (i) => i > (before ?? -1) && i < (next ?? passages) && !owned.has(i),
  );
  if (!whole.some(isStrong)) return;
  const sentences = sentencesIn(whole);
  for (const [i, tokens] of sentences.entries()) {
    const passage = missing[Math.min(i, missing.length - 1)];
    if (passage === undefined) added.push({after: before ?? -1, tokens});
    else given[passage]?.push(...tokens);
  }
}

function sentencesIn(tokens: readonly Came[]): readonly (readonly Came[])[] {
  const sentences: Came[][] = [[]];
  for (const token of tokens) {
    const last = sentences.at(-1);
    last?.push(token);
    if (ENDS.test(token.text)) sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.some(isStrong));
}

function withoutOuterBreaks(tokens: readonly Came[]): readonly Came[] {
  const isOuter = (token: Came) => token.breaks || (token.text === ' ' && token.atom === undefined);
  const first = tokens.findIndex((token) => !isOuter(token));
  const last = tokens.findLastIndex((token) => !isOuter(token));
  return first < 0 ? [] : tokens.slice(first, last + 1);
}
