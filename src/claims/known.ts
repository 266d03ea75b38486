/**
 * What is known of the figures: tables whose cells carry labels in words. A register's, somebody's files', or those of the text itself.
 * A figure that is not told has no cell here.
 */
import type {Reading} from './reading.ts';
import {stem} from './reading.ts';

export interface KnownTable {
  /** What the report calls it. */
  readonly name: string;
  readonly cells: readonly KnownCell[];
  /** Of a table of the text itself: the section it stands in, beyond which it only confirms. */
  readonly section?: string | undefined;
  /** Dimensions of which some labels have no number that is told: nothing can be said of ranks. */
  readonly incomplete: boolean;
  /** Of a series: how many different persons its years are, where that is known. */
  readonly distinct?: number | undefined;
}

export interface KnownCell {
  /** Of each dimension that is no year: what the part is called. Empty: the total. */
  readonly labels: readonly Label[];
  readonly year: string | undefined;
  /** Undefined: withheld. Nothing of it is told, and nothing is said in its place. */
  readonly value: number | undefined;
}

export interface Label {
  readonly dimension: string;
  readonly text: string;
}

/** What is printed of a label, without dimension: `women · forced labour`. */
export const told = ({labels, year}: KnownCell): string =>
  [...labels.map(({text}) => text), ...(year === undefined ? [] : [year])].join(' · ');

/** The labels of all tables, by their first word: where one stands in a sentence. */
export class LabelIndex {
  private readonly byFirst = new Map<string, {readonly words: readonly string[]; readonly key: string}[]>();
  private readonly seen = new Set<string>();
  private readonly reading: Reading;

  constructor(tables: readonly KnownTable[], reading: Reading) {
    this.reading = reading;
    for (const forms of reading.words.exhaustive.flat()) this.add(forms[0] ?? '');
    for (const {cells} of tables) for (const {labels} of cells) for (const {text} of labels) this.add(text);
    for (const same of this.byFirst.values()) same.sort((a, b) => b.words.length - a.words.length);
  }

  /** Two labels are one where their words are. */
  key(text: string): string {
    return this.words(text).join(' ');
  }

  /** How many words of these are a label, from the first on, and which. */
  at(words: readonly string[]): {readonly key: string; readonly length: number} | undefined {
    const [first = ''] = words;
    const found = (this.byFirst.get(stem(first, this.reading)) ?? []).find((label) =>
      label.words.every((word, i) => word === stem(words[i] ?? '', this.reading)),
    );
    return found && {key: found.key, length: found.words.length};
  }

  private words(text: string): readonly string[] {
    return (text.replaceAll(/\[[^\]]*\]/g, '').match(/\p{L}+(?:[-’']\p{L}+)*|\p{N}+/gu) ?? []).map((word) =>
      stem(word, this.reading),
    );
  }

  private add(text: string): void {
    const words = this.words(text);
    const key = words.join(' ');
    // A word of every sentence is no label by itself.
    if (words.length === 1 && this.reading.phrases.get(text.toLowerCase())?.some((one) => one.words.length === 1))
      return;
    if (key.length < 3 || this.seen.has(key) || this.reading.common.has(key)) return;
    this.seen.add(key);
    const [first = ''] = words;
    this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), {words, key}]);
  }
}

/** Totals of years and nothing else. */
export const isSeries = ({cells}: KnownTable): boolean =>
  cells.length > 1 && cells.every(({labels, year}) => labels.length === 0 && year !== undefined);
