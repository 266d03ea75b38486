/** What every function of the text knows while one message is told: language, words, thresholds, and where to report. */
import {UNKNOWN} from '#concepts/code-list';
import {YEAR} from '#concepts/concept';
import type {Facts, TextRule} from '#concepts/finding';
import type {Words} from '#concepts/words';
import type {DocumentWords} from '#language/document-words';
import {ALL} from '#tabulation/cube';
import type {Cell} from '../address.ts';
import type {GuardedWords} from '../guarded-words.ts';
import {listIn, numberIn} from '../intl.ts';
import type {Inline} from '../statement.ts';

export interface Telling {
  readonly locale: string;
  readonly words: Words;
  readonly document: DocumentWords;
  readonly guarded: GuardedWords;
  /** The reference period in words: `2013`. */
  readonly period: string;
  /** Records the finding and gives what marks its place. */
  fault(rule: TextRule, facts: Facts, text: string): Inline;
}

export const number = ({locale}: {readonly locale: string}, n: number): string => numberIn(locale, n);

export const and = ({locale}: {readonly locale: string}, items: readonly string[]) => listIn(locale, items);

/** What a cell is of: `Female`; of a total, the table's unit. */
export function labelOf(words: Words, {cube, codes}: Cell): string {
  const named = codes.flatMap((code, i) => {
    const concept = cube.dimensions[i]?.concept;
    if (code === ALL || concept === undefined) return [];
    return [concept === YEAR ? code : words.code(concept, code)];
  });
  return named.join(', ') || words.unit(cube.table.unit);
}

export const isKnown = (cell: Cell): boolean => cell.codes.at(-1) !== UNKNOWN;
