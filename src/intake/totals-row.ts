/**
 * The row of totals some files end with. It is no person: it is left out, and each of its numbers must be what the rows
 * above add up to, or how many of them are filled in, in that column.
 */
import type {Finding} from '#concepts/finding';
import {type Cell, type FileRow, folded, isFormula, textOf} from './cell.ts';
import {readNumber} from './parse-number.ts';
import type {FileLayout} from './source-format.ts';

export class TotalsRow {
  readonly #layout: FileLayout;
  readonly #headings: readonly string[];
  readonly #sums: number[] = [];
  readonly #filled: number[] = [];
  #rows = 0;

  constructor(layout: FileLayout, headings: readonly string[]) {
    this.#layout = layout;
    this.#headings = headings;
  }

  isTotals({cells}: FileRow): boolean {
    const {totals} = this.#layout;
    if (totals === undefined) return false;
    return folded(textOf(cells.find((cell) => textOf(cell) !== ''))) === folded(totals);
  }

  add({cells}: FileRow): void {
    if (this.#layout.totals === undefined) return;
    this.#rows += 1;
    for (const [i, cell] of cells.entries()) {
      const text = textOf(cell);
      if (text === '') continue;
      this.#filled[i] = (this.#filled[i] ?? 0) + 1;
      this.#sums[i] = (this.#sums[i] ?? 0) + (this.#numberIn(cell) ?? 0);
    }
  }

  compare({row, cells}: FileRow): readonly Finding[] {
    return cells.flatMap((cell, i): Finding[] => {
      const says = this.#numberIn(cell);
      const [sum, filled] = [this.#sums[i] ?? 0, this.#filled[i] ?? 0];
      if (says === undefined || says === sum || says === filled || says === this.#rows) return [];
      const column = this.#headings[i] ?? '';
      return [
        {
          rule: 'totals-row-disagrees',
          severity: 'warning',
          facts: {row, column, says, counted: this.#likely(sum, filled)},
        },
      ];
    });
  }

  #likely = (sum: number, filled: number) => (sum === 0 ? filled : sum);

  #numberIn(cell: Cell): number | undefined {
    if (typeof cell === 'number') return cell;
    if (isFormula(cell))
      return typeof cell.shows === 'number' ? cell.shows : readNumber(textOf(cell), this.#layout.decimal);
    return readNumber(textOf(cell), this.#layout.decimal);
  }
}
