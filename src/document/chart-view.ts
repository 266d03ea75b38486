/** A cube drawn, bars along its first dimension or years from first figure to latest, with a text alternative written from the same cells. */
import {YEAR} from '#concepts/concept';
import type {Observation} from '#concepts/observation';
import type {ProtectedCube} from '#disclosure/protect';
import {ALL, findCell} from '#tabulation/cube';
import {legend, SYMBOLS, symbolOf} from './cell-view.ts';
import {dumbbells} from './dumbbells.ts';
import {and, number} from './functions/telling.ts';
import type {BarChart, ChartBar, ChartView} from './statement.ts';
import {type TableNotes, tableNotes} from './table-notes.ts';
import type {ViewWords} from './table-view.ts';

export function chartView(
  cube: ProtectedCube,
  view: ViewWords,
  placed: {readonly number: number; readonly period: string; readonly source: string},
): ChartView {
  const {table} = cube;
  const notes = tableNotes(cube, view);
  const {cells, ...drawn} =
    table.chart === 'dumbbell' ? dumbbells(cube, view, notes, placed) : bars(cube, view, notes, placed);
  const used = cells.flatMap((cell) => (cell === undefined ? [] : (symbolOf(cell) ?? [])));
  return {
    id: table.id,
    number: placed.number,
    title: view.words.table(table.id),
    unit: view.words.unit(table.unit),
    ...drawn,
    symbols: legend(view.document, new Set(used), notes.printed),
    notes: notes.printed,
    source: placed.source,
  };
}

function bars(
  cube: ProtectedCube,
  view: ViewWords,
  notes: TableNotes,
  placed: Placed,
): Pick<BarChart, 'kind' | 'bars' | 'alternative'> & {readonly cells: readonly (Observation | undefined)[]} {
  const {table, dimensions} = cube;
  const drawn = barsOf(cube, view);
  const text = dimensions[0]?.concept === YEAR ? seriesText : barsText;
  return {
    kind: table.chart === 'column' ? 'column' : 'bar',
    bars: marked(cube, drawn, notes),
    alternative: text(cube, view, drawn, placed),
    cells: cellsOf(cube),
  };
}

function barsOf(cube: ProtectedCube, view: ViewWords): readonly ChartBar[] {
  const [dimension] = cube.dimensions;
  if (dimension === undefined) return [];
  const {concept, codes, breaks = []} = dimension;
  return codes.map((code) => {
    const cell = findCell(cube, [code]);
    return {
      label: concept === YEAR ? code : view.words.code(concept, code),
      ...shown(cell, view),
      muted: cell?.kind === 'count' && cell.published !== undefined,
      breakBefore: breaks.some((broken) => broken.code === code),
    };
  });
}

/** As in the table of the same cells; the text alternative goes without, since it tells them apart by name. */
function marked({dimensions}: ProtectedCube, bars: readonly ChartBar[], notes: TableNotes): readonly ChartBar[] {
  const {concept = '', codes = []} = dimensions[0] ?? {};
  return bars.map((bar, i) => {
    const code = codes[i] ?? ALL;
    return {...bar, label: bar.label + notes.atCategory(concept, code), text: bar.text + notes.atCell([code])};
  });
}

const cellsOf = (cube: ProtectedCube): readonly (Observation | undefined)[] =>
  (cube.dimensions[0]?.codes ?? []).map((code) => findCell(cube, [code]));

function shown(cell: Observation | undefined, view: ViewWords): Pick<ChartBar, 'text' | 'value'> {
  if (cell?.kind === 'count') return {text: number(view, cell.value), value: cell.value};
  const symbol = (cell && symbolOf(cell)) ?? 'not-applicable';
  return {text: SYMBOLS[symbol], value: undefined};
}

type Placed = {readonly period: string};

function barsText(cube: ProtectedCube, view: ViewWords, bars: readonly ChartBar[], {period}: Placed): string {
  const {document, words} = view;
  if (bars.every(({value}) => value === 0)) return document.telling.nothing(period);
  const total = findCell(
    cube,
    cube.dimensions.map(() => ALL),
  );
  const sum = total?.kind === 'count' ? number(view, total.value) : undefined;
  return document.telling.bars(words.unit(cube.table.unit), period, partsOf(view, bars), sum);
}

const partsOf = (view: ViewWords, bars: readonly ChartBar[]): string =>
  bars.map(({label, text, value}) => `${label}: ${value === undefined ? meaningOf(text, view) : text}`).join('; ');

function seriesText(cube: ProtectedCube, view: ViewWords, bars: readonly ChartBar[], {period}: Placed): string {
  const {document, words} = view;
  const years = bars.flatMap(({label, text, value}) =>
    value === undefined ? [] : [{year: label, count: text, value}],
  );
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return document.telling.nothing(period);
  if (first === last) return document.telling.bars(words.unit(cube.table.unit), period, partsOf(view, bars), undefined);
  const without = Map.groupBy(
    bars.filter(({value}) => value === undefined),
    ({text}) => text,
  );
  return document.telling.series({
    unit: words.unit(cube.table.unit),
    first,
    last,
    highest: years.reduce((a, b) => (b.value > a.value ? b : a)),
    lowest: years.reduce((a, b) => (b.value < a.value ? b : a)),
    change: last.value > first.value ? 'rises' : last.value < first.value ? 'falls' : 'stays',
    without: [...without].map(([symbol, missing]) => {
      const years = joined(
        view,
        missing.map(({label}) => label),
      );
      return `${years} (${meaningOf(symbol, view)})`;
    }),
  });
}

const joined = (view: ViewWords, items: readonly string[]): string =>
  and(view, items)
    .map(({value}) => value)
    .join('');

function meaningOf(symbol: string, {document}: ViewWords): string {
  const kind = (['not-collected', 'published-only', 'not-applicable', 'withheld'] as const).find(
    (name) => SYMBOLS[name] === symbol,
  );
  return kind === undefined ? symbol : document.symbols[kind];
}
