/** A cube laid out as a table: rows by its first dimensions, columns by its last; margins as counted. */
import {YEAR} from '#concepts/concept';
import type {Words} from '#concepts/words';
import type {ProtectedCube} from '#disclosure/protect';
import type {DocumentWords} from '#language/document-words';
import {ALL, type Dimension, findCell} from '#tabulation/cube';
import {addressOf} from './address.ts';
import {cellView, legend, SYMBOLS, type SymbolName, symbolOf} from './cell-view.ts';
import type {TableRow, TableView} from './statement.ts';

export interface ViewWords {
  readonly words: Words;
  readonly document: DocumentWords;
  readonly locale: string;
}

export function tableView(
  cube: ProtectedCube,
  view: ViewWords,
  placed: {readonly number: number; readonly notes: readonly string[]; readonly faults: readonly string[]},
): TableView {
  const {words} = view;
  const {table, dimensions} = cube;
  const columns = dimensions.length > 1 ? dimensions.at(-1) : undefined;
  const rows = columns === undefined ? dimensions : dimensions.slice(0, -1);
  const unit = words.unit(table.unit);
  const shown = rowCodes(rows).map((codes) => rowOf(cube, view, rows, columns, codes));
  return {
    id: table.id,
    number: placed.number,
    caption: words.table(table.id),
    unit,
    rowHeading: rows.map(({concept}) => words.concept(concept)).join(', ') || unit,
    columns: columns === undefined ? [unit] : codesOf(columns).map((code) => labelIn(view, columns, code)),
    rows: shown,
    notes: [...notesOf(cube, view), ...placed.notes],
    faults: placed.faults,
    symbols: legend(view.document, symbolsIn(shown, cube)),
  };
}

/** Codes and the margin; a series has none, since years do not add up to persons. */
const codesOf = ({concept, codes}: Dimension): readonly string[] => (concept === YEAR ? codes : [...codes, ALL]);

const rowCodes = (rows: readonly Dimension[]): readonly (readonly string[])[] =>
  rows.reduce<readonly (readonly string[])[]>(
    (before, row) => before.flatMap((codes) => codesOf(row).map((code) => [...codes, code])),
    [[]],
  );

function rowOf(
  cube: ProtectedCube,
  view: ViewWords,
  rows: readonly Dimension[],
  columns: Dimension | undefined,
  codes: readonly string[],
): TableRow {
  const across = columns === undefined ? [[]] : codesOf(columns).map((code) => [code]);
  const cells = across.map((code) => {
    const at = [...codes, ...code];
    return cellView(view.locale, view.document, addressOf(cube.table.id, at), findCell(cube, at));
  });
  const total = codes.every((code) => code === ALL);
  const label = total ? view.document.total : rows.map((row, i) => labelIn(view, row, codes[i] ?? ALL)).join(', ');
  return {label, total, cells};
}

function labelIn({words, document}: ViewWords, {concept, breaks}: Dimension, code: string): string {
  if (code === ALL) return document.total;
  if (concept !== YEAR) return words.code(concept, code);
  return breaks?.some((broken) => broken.code === code) ? `${code} ${SYMBOLS.break}` : code;
}

/** Those of the cells that are shown: the margin of a series is not. */
function symbolsIn(rows: readonly TableRow[], {dimensions}: ProtectedCube): ReadonlySet<SymbolName> {
  const cells = rows.flatMap((row) => row.cells);
  const used = new Set(cells.flatMap(({observation}) => symbolOf(observation) ?? []));
  return dimensions.some(({breaks = []}) => breaks.length > 0) ? used.add('break') : used;
}

function notesOf(cube: ProtectedCube, {words, document}: ViewWords): readonly string[] {
  const {telling} = document;
  const breaks = cube.dimensions.flatMap(({breaks: found = []}) => found);
  const several = cube.dimensions.filter(({multiple}) => multiple);
  const sources = new Set(
    cube.cells.flatMap((cell) => (cell.kind === 'count' && cell.published !== undefined ? cell.published.title : [])),
  );
  return [
    ...cube.table.notes.map((note) => note[words.language]),
    ...breaks.map(({code, concept}) => telling.seriesBreak(words.concept(concept), code)),
    ...several.map(({concept}) => telling.multiple(words.concept(concept))),
    ...(sources.size === 0 ? [] : [telling.published([...sources].join('; '))]),
  ];
}
