/** A cube laid out as a table: rows by its first dimensions, columns by its last; margins as counted. */
import {YEAR} from '#concepts/concept';
import type {Words} from '#concepts/words';
import type {ProtectedCube} from '#disclosure/protect';
import type {DocumentWords} from '#language/document-words';
import {ALL, type Dimension, findCell} from '#tabulation/cube';
import {addressOf} from './address.ts';
import {cellView, legend, SYMBOLS, type SymbolName, symbolOf} from './cell-view.ts';
import type {TableRow, TableView} from './statement.ts';
import {codesShown, combined, type TableNotes, tableNotes} from './table-notes.ts';

export interface ViewWords {
  readonly words: Words;
  readonly document: DocumentWords;
  readonly locale: string;
}

export function tableView(
  cube: ProtectedCube,
  view: ViewWords,
  placed: {readonly number: number; readonly faults: readonly string[]},
): TableView {
  const {words} = view;
  const {table, dimensions} = cube;
  const columns = dimensions.length > 1 ? latest(dimensions.at(-1), table.revisions?.latest) : undefined;
  const rows = columns === undefined ? dimensions : dimensions.slice(0, -1);
  const unit = words.unit(table.unit);
  const notes = tableNotes(cube, view);
  const shown = combined(rows).map((codes) => rowOf(cube, {...view, notes}, rows, columns, codes));
  return {
    id: table.id,
    number: placed.number,
    caption: words.table(table.id),
    unit,
    rowHeading: rows.map(({concept}) => words.concept(concept) + notes.atConcept(concept)).join(', ') || unit,
    columns:
      columns === undefined ? [unit] : codesShown(columns).map((code) => labelIn({...view, notes}, columns, code)),
    rows: shown,
    notes: notes.printed,
    faults: placed.faults,
    symbols: legend(view.document, symbolsIn(shown, cube), notes.printed),
  };
}

/** A triangle that has grown wide is shown by its latest editions; the chart and the exports have them all. */
const latest = (dimension: Dimension | undefined, most = Number.POSITIVE_INFINITY): Dimension | undefined =>
  dimension && {...dimension, codes: dimension.codes.slice(-most)};

type Noted = ViewWords & {readonly notes: TableNotes};

function rowOf(
  cube: ProtectedCube,
  view: Noted,
  rows: readonly Dimension[],
  columns: Dimension | undefined,
  codes: readonly string[],
): TableRow {
  const across = columns === undefined ? [[]] : codesShown(columns).map((code) => [code]);
  const cells = across.map((code) => {
    const at = [...codes, ...code];
    return cellView(view, addressOf(cube.table.id, at), findCell(cube, at), view.notes.atCell(at));
  });
  const total = codes.every((code) => code === ALL);
  const label = total ? view.document.total : rows.map((row, i) => labelIn(view, row, codes[i] ?? ALL)).join(', ');
  return {label, total, cells};
}

function labelIn({words, document, notes}: Noted, {concept, breaks}: Dimension, code: string): string {
  if (code === ALL) return document.total;
  const label = concept === YEAR ? code : words.code(concept, code);
  const broken = breaks?.some((one) => one.code === code) ? ` ${SYMBOLS.break}` : '';
  return label + broken + notes.atCategory(concept, code);
}

/** Those of the cells that are shown: the margin of a series is not. */
function symbolsIn(rows: readonly TableRow[], {dimensions}: ProtectedCube): ReadonlySet<SymbolName> {
  const cells = rows.flatMap((row) => row.cells);
  const used = new Set(cells.flatMap(({observation}) => symbolOf(observation) ?? []));
  return dimensions.some(({breaks = []}) => breaks.length > 0) ? used.add('break') : used;
}
