/** The cells of all that is known, found by a label, the year and what the sentence and its section name besides. */
import {type KnownCell, type KnownTable, LabelIndex} from './known.ts';
import type {Reading} from './reading.ts';

export interface Cell {
  readonly table: KnownTable;
  readonly cell: KnownCell;
  /** Of its labels, as the index has them. */
  readonly keys: readonly string[];
}

/** Where a claim stands. */
export interface Context {
  /** Labels that heading, sentence before and sentence itself name. */
  readonly labels: ReadonlySet<string>;
  /** Those of the sentence that stand by no figure. */
  readonly free: readonly string[];
  /** Those of the heading. */
  readonly headed: readonly string[];
  readonly heading: string;
  /** The year the section or the text is about. */
  readonly about: string | undefined;
  /** Those the sentence names, else that one. Empty: any. */
  readonly years: readonly string[];
}

export class Cells {
  readonly index: LabelIndex;
  readonly tables: readonly KnownTable[];
  private readonly all: readonly Cell[];
  private readonly byKey: ReadonlyMap<string, readonly Cell[]>;

  constructor(tables: readonly KnownTable[], reading: Reading) {
    this.tables = tables;
    this.index = new LabelIndex(tables, reading);
    this.all = tables.flatMap((table) => table.cells.map((cell) => this.cellOf(table, cell)));
    const byKey = new Map<string, Cell[]>();
    for (const one of this.all)
      for (const key of one.keys) {
        const same = byKey.get(key);
        if (same === undefined) byKey.set(key, [one]);
        else same.push(one);
      }
    this.byKey = byKey;
  }

  /** Cells that are called so, with no label that nothing names. */
  called(label: string, {labels, years}: Context): readonly Cell[] {
    return (this.byKey.get(label) ?? []).filter(
      ({keys, cell: {year}}) =>
        (year === undefined || years.length === 0 || years.includes(year)) &&
        keys.every((key) => key === label || labels.has(key)),
    );
  }

  /** Of a year, with no label at all. */
  totals(year: string): readonly Cell[] {
    return this.all.filter(({keys, cell}) => keys.length === 0 && cell.year === year);
  }

  /** The cell that one is a part of: the same without the label. */
  wholeOf({table, cell, keys}: Cell, label: string): KnownCell | undefined {
    const rest = keys.filter((key) => key !== label);
    return table.cells.find(
      ({year, labels}) =>
        year === cell.year &&
        labels.length === rest.length &&
        labels.every(({text}) => rest.includes(this.index.key(text))),
    );
  }

  /** Those that differ from it in this label alone. */
  beside({table, cell}: Cell, label: string): readonly KnownCell[] {
    const dimension = cell.labels.find(({text}) => this.index.key(text) === label)?.dimension;
    const rest = cell.labels.filter(({text}) => this.index.key(text) !== label).map(({text}) => text);
    return table.cells.filter(
      ({year, labels}) =>
        year === cell.year &&
        labels.length === cell.labels.length &&
        labels.some((one) => one.dimension === dimension) &&
        rest.every((text) => labels.some((one) => one.text === text)),
    );
  }

  private cellOf(table: KnownTable, cell: KnownCell): Cell {
    return {table, cell, keys: cell.labels.map(({text}) => this.index.key(text))};
  }
}

/**
 * The cell a claim holds of; else the one it was meant for, which is the one that most is said of. Undefined where nobody knows:
 * that one is withheld, stands in another section of the text itself, or has nothing of what the section is about.
 */
export function meantOf<T extends Cell>(
  found: readonly T[],
  holds: (one: T) => boolean,
  label: string,
  {headed, heading}: Context,
): {readonly one: T; readonly holds: boolean} | undefined {
  const right = found.find((one) => one.cell.value !== undefined && holds(one));
  if (right !== undefined) return {one: right, holds: true};
  const depth = Math.max(...found.map(({keys}) => keys.length));
  const deepest = found.filter(({keys}) => keys.length === depth);
  const [one] = deepest;
  if (one === undefined || deepest.some(({cell}) => cell.value === undefined)) return undefined;
  if (deepest.some(({table: {section}}) => section !== undefined && section !== heading)) return undefined;
  const isOfSection = headed.length === 0 || headed.includes(label) || one.keys.some((key) => headed.includes(key));
  return isOfSection ? {one, holds: false} : undefined;
}
