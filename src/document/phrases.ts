/** Finds whole words and phrases of whole words in a text, by looking words up: a hundred expressions would be slow to make. */
export interface Phrase {
  readonly claim: string;
  readonly start: number;
  readonly end: number;
}

interface Form {
  readonly claim: string;
  /** Words, and what stands between them, spaces as one. */
  readonly pieces: readonly string[];
}

/** By first word, the longest form first. */
export type Phrases = ReadonlyMap<string, readonly Form[]>;

const WORD = /[\p{L}\p{N}]+/gu;

export function phrasesOf(forms: readonly {readonly claim: string; readonly form: string}[]): Phrases {
  const read = forms.map(({claim, form}) => ({claim, pieces: piecesOf(form).map(({text}) => text)}));
  const byFirst = Map.groupBy(read, ({pieces: [first = '']}) => first);
  for (const same of byFirst.values()) same.sort((a, b) => b.pieces.length - a.pieces.length);
  return byFirst;
}

/** Of each claim the longest form at a place; forms of different claims may overlap. */
export function findPhrases(text: string, phrases: Phrases): readonly Phrase[] {
  const pieces = piecesOf(text);
  return pieces.flatMap(({start}, i) => {
    const here = (phrases.get(pieces[i]?.text ?? '') ?? []).filter((form) =>
      form.pieces.every((piece, k) => pieces[i + k]?.text === piece),
    );
    const longest = here.filter(({claim}, k) => here.findIndex((other) => other.claim === claim) === k);
    return longest.map(({claim, pieces: {length}}) => ({claim, start, end: pieces[i + length - 1]?.end ?? start}));
  });
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Word, gap, word, … : from the first word to the last. */
function piecesOf(text: string): readonly Piece[] {
  const words = [...text.matchAll(WORD)].map(({0: word, index: start}) => ({
    text: word,
    start,
    end: start + word.length,
  }));
  return words.flatMap((word, i) => {
    const before = words[i - 1];
    if (before === undefined) return [word];
    const gap = text.slice(before.end, word.start).replaceAll(/\s+/g, ' ');
    return [{text: gap, start: before.end, end: word.start}, word];
  });
}
