/**
 * The words a statement is made of. A sentence with others says something that nothing known tells of: of a town, another country,
 * a hotline. Its figures may hold, and never fail.
 */
import type {KnownTable} from './known.ts';
import type {Marked} from './marks.ts';
import {type Reading, stem} from './reading.ts';
import type {Text} from './text.ts';

export class Vocabulary {
  private readonly words: ReadonlySet<string>;
  private readonly reading: Reading;

  constructor(reading: Reading, tables: readonly KnownTable[], statement: Text | undefined) {
    this.reading = reading;
    const said = (statement?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? block.caption : block.text));
    const texts = [...reading.words.ofAny, ...reading.common, ...tables.map(({name}) => name), ...said];
    this.words = new Set(texts.flatMap((text) => this.stems(text)));
  }

  covers({marks}: Marked): boolean {
    return marks.every(({kind, text}) => kind !== 'word' || this.stems(text).every((word) => this.words.has(word)));
  }

  /** Of one or two letters it says little. */
  private stems(text: string): readonly string[] {
    const words = text.match(/\p{L}{3,}(?:[-’']\p{L}+)*/gu) ?? [];
    return words.map((word) => stem(word, this.reading));
  }
}
