/**
 * How the names of one origin are spelled in more than one way. A table is data: lists of plain texts, in folded letters,
 * where `^` is the beginning of a word and `$` its end. An office adds its own, or replaces one of ours by its id.
 */
export interface FoldingTable {
  readonly id: string;
  /**
   * Pieces of names by which the origin is told. The table holds for two names when either has one; without this list
   * it holds for all names.
   */
  readonly told?: readonly string[] | undefined;
  /** Words that tell nobody apart: sex markers, titles. Left out of every name, */
  readonly ignored?: readonly string[] | undefined;
  /** or only of a name the table is told by. */
  readonly ignoredWhenTold?: readonly string[] | undefined;
  /** Spellings and the one they are read as, the longest first where several begin at one letter. */
  readonly read?: readonly (readonly [from: string, to: string])[] | undefined;
  /** Whole words that are one name. */
  readonly same?: readonly (readonly string[])[] | undefined;
  /** Names of one syllable: a letter's difference makes another name, not a misspelling. */
  readonly syllables?: boolean | undefined;
}

/** A table made ready: what one word is read as. */
export interface Folding {
  readonly id: string;
  readonly always: boolean;
  readonly syllables: boolean;
  readonly ignored: ReadonlySet<string>;
  readonly ignoredWhenTold: ReadonlySet<string>;
  tells(word: string): boolean;
  read(word: string): string;
}

export function makeFolding(table: FoldingTable): Folding {
  const told = table.told === undefined ? undefined : anyOf(table.told, '');
  const readAs = new Map(table.read ?? []);
  const pieces = anyOf([...readAs.keys()], 'g');
  const same = new Map((table.same ?? []).flatMap(([first = '', ...others]) => others.map((word) => [word, first])));
  // A piece is found as it is written in the table, so its anchors are put back before it is looked up.
  const respell = (piece: string, at: number, word: string) =>
    respelling(readAs, piece, at === 0, at + piece.length === word.length);
  return {
    id: table.id,
    always: told === undefined,
    syllables: table.syllables ?? false,
    ignored: new Set(table.ignored),
    ignoredWhenTold: new Set(table.ignoredWhenTold),
    tells: (word) => told?.test(word) ?? true,
    read: (word) => (same.get(word) ?? word).replace(pieces, respell).replace(DOUBLED, '$1'),
  };
}

/** A doubled letter is one, in every table. */
const DOUBLED = /(.)\1+/gu;

function respelling(readAs: ReadonlyMap<string, string>, piece: string, first: boolean, last: boolean): string {
  return (
    (first && last ? readAs.get(`^${piece}$`) : undefined) ??
    (first ? readAs.get(`^${piece}`) : undefined) ??
    (last ? readAs.get(`${piece}$`) : undefined) ??
    readAs.get(piece) ??
    piece
  );
}

/** Longest first, so that `sh` is read before `s`. No piece can be more than letters and its anchors. */
function anyOf(pieces: readonly string[], flags: string): RegExp {
  const longestFirst = [...pieces].sort((a, b) => bare(b).length - bare(a).length || (a < b ? -1 : 1));
  const sources = longestFirst.map(
    (piece) => `${piece.startsWith('^') ? '^' : ''}${escaped(bare(piece))}${piece.endsWith('$') ? '$' : ''}`,
  );
  return new RegExp(sources.length === 0 ? '(?!)' : sources.join('|'), `u${flags}`);
}

const bare = (piece: string): string => piece.replace(/^\^|\$$/g, '');
const escaped = (piece: string): string => piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
