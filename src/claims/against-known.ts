/** A sentence's counts, shares and ranks held against tables: by the label that stands by the figure, the year, and what the section is about. */
import {printedIn, says, saysShare, type Tested, written} from './claim.ts';
import {type KnownCell, type KnownTable, LabelIndex, told} from './known.ts';
import type {Mark, Marked} from './marks.ts';
import {itemsOf} from './parts.ts';
import type {Reading} from './reading.ts';

/** What a sentence stands in. */
export interface Around {
  /** Labels of the heading and of the sentence before. */
  readonly labels: readonly string[];
  /** The year the section or the text is about. */
  readonly year: string | undefined;
}

interface Cell {
  readonly table: KnownTable;
  readonly cell: KnownCell;
  readonly keys: readonly string[];
}

export class Known {
  readonly index: LabelIndex;
  private readonly cells: readonly Cell[];
  private readonly byKey: ReadonlyMap<string, readonly Cell[]>;
  private readonly totals: readonly Cell[];
  private readonly tables: readonly KnownTable[];
  private readonly reading: Reading;

  constructor(tables: readonly KnownTable[], reading: Reading) {
    this.tables = tables;
    this.reading = reading;
    this.index = new LabelIndex(tables, reading);
    this.cells = tables.flatMap((table) =>
      table.cells.map((cell) => ({table, cell, keys: cell.labels.map(({text}) => this.index.key(text))})),
    );
    const byKey = new Map<string, Cell[]>();
    for (const one of this.cells) for (const key of one.keys) byKey.set(key, [...(byKey.get(key) ?? []), one]);
    this.byKey = byKey;
    this.totals = this.cells.filter(({keys}) => keys.length === 0);
  }

  test(marked: Marked, around: Around, tested: ReadonlySet<Mark>): readonly Tested[] {
    if (this.tables.length === 0) return [];
    const years = marked.marks.flatMap(({kind, value}) => (kind === 'year' ? [String(value)] : []));
    const said = years.length > 0 ? years : around.year === undefined ? [] : [around.year];
    const fits = ({cell: {year}}: Cell) => year === undefined || said.length === 0 || said.includes(year);
    const spans = /S/.test(marked.shape) || years.length > 2;
    const inSentence = marked.marks.flatMap(({label}) => label ?? []);
    const context = new Set([...around.labels, ...inSentence]);
    const found: Tested[] = [];
    if (spans) found.push(...this.sinceThen(marked, years));
    else {
      for (const {figure, label} of itemsOf(marked))
        if (!tested.has(figure) && figure.before === undefined)
          found.push(
            ...(figure.kind === 'count'
              ? this.count(marked, figure, label, context, fits)
              : this.percent(marked, figure, label, context, fits)),
          );
      found.push(
        ...this.total(marked, said),
        ...this.ranks(marked, context, fits),
        ...this.quantified(marked, around, fits),
      );
    }
    return found.filter(({about}) => about.every((mark) => !tested.has(mark)));
  }

  /** Cells that are called so, with nothing that neither sentence nor section names. */
  private called(label: string, context: ReadonlySet<string>, fits: (cell: Cell) => boolean): readonly Cell[] {
    return (this.byKey.get(label) ?? []).filter(
      (one) => one.keys.every((key) => key === label || context.has(key)) && fits(one),
    );
  }

  private count(
    marked: Marked,
    figure: Mark,
    label: string,
    context: ReadonlySet<string>,
    fits: (cell: Cell) => boolean,
  ): readonly Tested[] {
    const cells = this.called(label, context, fits);
    if (cells.length === 0) return [];
    const right = cells.find(({cell}) => says(figure, cell.value));
    // The most that is said of it is what it was meant to be.
    const meant = right ?? cells.toSorted((a, b) => b.keys.length - a.keys.length)[0];
    return meant === undefined ? [] : [this.known(marked, figure, meant, right !== undefined)];
  }

  private known(marked: Marked, figure: Mark, {cell, table}: Cell, holds: boolean): Tested {
    return {
      sentence: marked.text,
      verdict: holds ? 'holds' : 'fails',
      printed: printedIn(marked, figure),
      right: written(cell.value, 0, this.reading.words.decimal),
      reason: {check: 'known', table: table.name, cell: told(cell), value: cell.value},
      about: [figure],
    };
  }

  /** In 2013, 76 persons were assessed: nothing else is said of them. */
  private total(marked: Marked, said: readonly string[]): readonly Tested[] {
    const found = /^[^nlp]*?(n)[w]{0,2}k[^nlpfho]{0,6}?s/.exec(marked.shape);
    const at = found === null ? -1 : found[0].indexOf('n');
    const figure = marked.marks[at];
    const [year] = said;
    if (figure === undefined || year === undefined || said.length > 1 || /[ONq]/.test(found?.[0] ?? '')) return [];
    const cells = this.totals.filter(({cell}) => cell.year === year);
    const right = cells.find(({cell}) => says(figure, cell.value));
    const [first] = cells.filter(({table}) => isSeries(table));
    const meant = right ?? first;
    return meant === undefined ? [] : [this.known(marked, figure, meant, right !== undefined)];
  }

  /** Shares of a whole that is known: 84 per cent were women. */
  private percent(
    marked: Marked,
    figure: Mark,
    label: string,
    context: ReadonlySet<string>,
    fits: (cell: Cell) => boolean,
  ): readonly Tested[] {
    const shares = this.shares(label, context, fits);
    const right = shares.find(({part, whole}) => says(figure, (part / whole) * 100));
    const [first] = shares;
    const meant = right ?? first;
    if (meant === undefined) return [];
    const {part, whole} = meant;
    return [
      {
        sentence: marked.text,
        verdict: right === undefined ? 'fails' : 'holds',
        printed: printedIn(marked, figure),
        right: `${written((part / whole) * 100, Math.max(figure.decimals ?? 0, right === undefined ? 1 : 0), this.reading.words.decimal)} %`,
        reason: {check: 'share', part, whole},
        about: [figure],
      },
    ];
  }

  /** Every part that is called so, with the whole it is of: the same cell without that label. */
  private shares(
    label: string,
    context: ReadonlySet<string>,
    fits: (cell: Cell) => boolean,
  ): readonly {readonly part: number; readonly whole: number; readonly depth: number}[] {
    return this.called(label, context, fits)
      .flatMap((one) => {
        const rest = one.keys.filter((key) => key !== label);
        const whole = one.table.cells.find(
          (cell) =>
            cell.year === one.cell.year &&
            cell.labels.length === rest.length &&
            cell.labels.every(({text}) => rest.includes(this.index.key(text))),
        );
        return whole === undefined || whole.value === 0 || one.cell.value > whole.value
          ? []
          : [{part: one.cell.value, whole: whole.value, depth: rest.length}];
      })
      .toSorted((a, b) => b.depth - a.depth);
  }

  /** More than half were women; all are women. */
  private quantified(marked: Marked, around: Around, fits: (cell: Cell) => boolean): readonly Tested[] {
    const found = /q[ow]{0,4}[k]?[wsk]{0,4}l/.exec(marked.shape);
    if (found === null || /[nN]/.test(marked.shape)) return [];
    const quantifier = marked.marks[found.index];
    const label = marked.marks[found.index + found[0].length - 1]?.label;
    if (
      quantifier === undefined ||
      label === undefined ||
      new Set(marked.marks.flatMap((mark) => mark.label ?? [])).size > 1
    )
      return [];
    const shares = this.shares(label, new Set([label, ...around.labels]), fits);
    const deepest = shares.filter(({depth}) => depth === shares[0]?.depth);
    const right = deepest.find(({part, whole}) => saysShare(quantifier, part / whole));
    const meant = right ?? deepest[0];
    if (meant === undefined) return [];
    return [
      {
        sentence: marked.text,
        verdict: right === undefined ? 'fails' : 'holds',
        printed: printedIn(marked, quantifier),
        right: `${written((meant.part / meant.whole) * 100, 0, this.reading.words.decimal)} %`,
        reason: {check: 'quantifier', part: meant.part, whole: meant.whole},
        about: [quantifier],
      },
    ];
  }

  /** The most common nationality is Nigeria. */
  private ranks(marked: Marked, context: ReadonlySet<string>, fits: (cell: Cell) => boolean): readonly Tested[] {
    const found = /F[wks,]{0,8}(l)/.exec(marked.shape);
    if (found === null || /[ONq]/.test(marked.shape)) return [];
    const mark = marked.marks[found.index + found[0].length - 1];
    if (mark?.label === undefined) return [];
    const {label} = mark;
    const among = this.called(label, context, fits).filter(({table}) => !table.incomplete);
    const ranked = among.flatMap((one) => {
      const same = this.beside(one, label);
      const [largest] = same.toSorted((a, b) => b.value - a.value);
      return largest === undefined || same.length < 2 ? [] : [{one, largest, depth: one.keys.length}];
    });
    const deepest = Math.max(...ranked.map(({depth}) => depth));
    const candidates = ranked.filter(({depth}) => depth === deepest);
    const right = candidates.find(({one, largest}) => largest.value === one.cell.value);
    const meant = right ?? candidates[0];
    if (meant === undefined) return [];
    return [
      {
        sentence: marked.text,
        verdict: right === undefined ? 'fails' : 'holds',
        printed: printedIn(marked, mark),
        right: told(meant.largest),
        reason: {check: 'largest', table: meant.one.table.name, label: told(meant.largest), value: meant.largest.value},
        about: [mark],
      },
    ];
  }

  /** The cells that differ from one in this label alone, without those of which nothing is known. */
  private beside({table, cell}: Cell, label: string): readonly KnownCell[] {
    const dimension = cell.labels.find(({text}) => this.index.key(text) === label)?.dimension;
    const rest = cell.labels.filter(({text}) => this.index.key(text) !== label).map(({text}) => text);
    return table.cells.filter(
      (other) =>
        other.year === cell.year &&
        other.labels.length === cell.labels.length &&
        other.labels.some(
          (one) => one.dimension === dimension && !this.reading.words.unknown.includes(one.text.toLowerCase()),
        ) &&
        rest.every((text) => other.labels.some((one) => one.text === text)),
    );
  }

  /** So many persons since a year, which is the years added up: whoever is in several is counted in each. */
  private sinceThen(marked: Marked, years: readonly string[]): readonly Tested[] {
    const found =
      /S[w]{0,2}y[^n]{0,12}?(n)[w]{0,3}k|(n)[w]{0,3}k[^n]{0,10}?S[w]{0,2}y|y–?y[^n]{0,10}n[w]{0,3}k|(n)[w]{0,3}k[^n]{0,10}?y[–w]?y/.exec(
        marked.shape,
      );
    const figure = found === null ? undefined : marked.marks[found.index + found[0].indexOf('n')];
    if (figure?.value === undefined || figure.before !== undefined || /[A]/.test(marked.shape)) return [];
    const [from = '', to = '9999'] = years.toSorted();
    for (const table of this.tables.filter(isSeries)) {
      const cells = table.cells.filter(
        ({labels, year = ''}) => labels.length === 0 && year >= from && year <= (years.length > 1 ? to : '9999'),
      );
      const sum = cells.reduce((all, {value}) => all + value, 0);
      if (cells.length < 2) continue;
      const {distinct} = table;
      if (distinct === figure.value && distinct !== sum)
        return [this.since(marked, figure, 'holds', {sum, distinct, table: table.name})];
      if (sum !== figure.value) continue;
      if (distinct === undefined) return [this.since(marked, figure, 'unverified', {sum, distinct, table: table.name})];
      return [this.since(marked, figure, distinct === sum ? 'holds' : 'fails', {sum, distinct, table: table.name})];
    }
    return [];
  }

  private since(
    marked: Marked,
    figure: Mark,
    verdict: Tested['verdict'],
    by: {readonly sum: number; readonly distinct: number | undefined; readonly table: string},
  ): Tested {
    return {
      sentence: marked.text,
      verdict,
      printed: printedIn(marked, figure),
      right: by.distinct === undefined ? undefined : written(by.distinct, 0, this.reading.words.decimal),
      reason: {check: 'sum-of-years', ...by},
      about: [figure],
    };
  }
}

/** Totals of years and nothing else. */
const isSeries = ({cells}: KnownTable): boolean =>
  cells.length > 1 && cells.every(({labels, year}) => labels.length === 0 && year !== undefined);
