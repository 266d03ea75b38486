/** A paragraph that the program writes itself: its figures are bound to their cells as those of the office's text are. */
import {insertMark, textOf, withInserts} from './inline-markdown.ts';
import {numberIn, signedIn} from './intl.ts';
import type {Inline} from './statement.ts';

/** Figures of one paragraph, each bound to its cells. */
export class Figures {
  private readonly locale: string;
  private readonly inserts: (readonly Inline[])[] = [];

  constructor({locale}: {readonly locale: string}) {
    this.locale = locale;
  }

  count(value: number, addresses: readonly string[], title: string): string {
    return this.insert(numberIn(this.locale, value), value, addresses, title);
  }

  signed(value: number, addresses: readonly string[], title: string): string {
    return this.insert(signedIn(this.locale, value), value, addresses, title);
  }

  written(text: string): readonly Inline[] {
    return withInserts(textOf(text), this.inserts);
  }

  private insert(text: string, value: number, addresses: readonly string[], title: string): string {
    return insertMark(this.inserts.push([{kind: 'figure', addresses, text, title, value: String(value)}]) - 1);
  }
}
