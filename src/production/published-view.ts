/**
 * A published table as somebody looks at it: which dimensions lie along the rows, which along the columns, and which categories of each
 * are seen. A dimension along neither is held at one category. Cells are picked, never added up: what is withheld cannot come back.
 */
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {LanguageTag} from '#concepts/labels';
import {SYMBOLS, type SymbolName} from '#document/cell-view';
import {LOCALES, numberIn} from '#document/intl';
import {languages} from '#language/language';
import {ALL} from '#tabulation/cube';
import {cellKey, type PublishedDimension, type PublishedNote, type PublishedTable} from './published-table.ts';

export type Placing = 'rows' | 'columns' | 'one';

export interface ViewAsked {
  readonly rows: readonly ConceptId[];
  readonly columns: readonly ConceptId[];
  /** By concept; none: all. */
  readonly only: ReadonlyMap<ConceptId, readonly Code[]>;
}

export interface ViewCell {
  readonly codes: readonly Code[];
  readonly value: number | undefined;
  /** The number as it is written, or its symbol. */
  readonly text: string;
  /** What a symbol means. */
  readonly meaning: string | undefined;
  readonly marks: string;
}

export interface Heading {
  readonly parts: readonly {readonly label: string; readonly marks: string}[];
  readonly isMargin: boolean;
  readonly cells: readonly ViewCell[];
}

export interface Axis {
  readonly dimension: PublishedDimension;
  readonly placing: Placing;
  /** Those that are seen, and whether they are all. */
  readonly codes: readonly Code[];
  readonly isWhole: boolean;
}

export interface View {
  readonly table: PublishedTable;
  readonly language: LanguageTag;
  readonly axes: readonly Axis[];
  readonly rowAxes: readonly Axis[];
  readonly columnAxes: readonly Axis[];
  readonly held: readonly {readonly concept: string; readonly label: string}[];
  /** The rows; each has a cell for each of the columns. */
  readonly rows: readonly Heading[];
  readonly columns: readonly Omit<Heading, 'cells'>[];
  readonly symbols: readonly {readonly symbol: string; readonly meaning: string}[];
  readonly notes: readonly {readonly mark: string; readonly text: string}[];
  /** Its one address: what stands behind the `?`, empty for the table as it is first shown. */
  readonly query: string;
}

/** `rows=sex&columns=year&only.sex=female,male`; or, as a form says it, `in.sex=rows` and `only.sex` again and again. */
export function askedView(query: URLSearchParams): ViewAsked {
  const placed = (where: string) => [
    ...query.getAll(where).flatMap((one) => one.split(',')),
    ...[...query].flatMap(([name, value]) => (name.startsWith('in.') && value === where ? [name.slice(3)] : [])),
  ];
  const only = new Map<ConceptId, readonly Code[]>();
  for (const name of new Set(query.keys()))
    if (name.startsWith('only.'))
      only.set(
        name.slice(5),
        query.getAll(name).flatMap((one) => one.split(',')),
      );
  return {rows: placed('rows'), columns: placed('columns'), only};
}

export function viewOf(table: PublishedTable, asked: ViewAsked, language: LanguageTag): View {
  const axes = axesOf(table, asked);
  const along = (concepts: readonly Axis[]) =>
    concepts.reduce<readonly (readonly Picked[])[]>(
      (rows, axis) => rows.flatMap((row) => axis.codes.map((code) => [...row, {axis, code}])),
      [[]],
    );
  const order = (placing: Placing, named: readonly ConceptId[]) =>
    axes.filter((one) => one.placing === placing).toSorted((a, b) => placeIn(named, a) - placeIn(named, b));
  const [rowAxes, columnAxes] = [order('rows', asked.rows), order('columns', asked.columns)];
  const fixed = axes.flatMap((axis) => (axis.placing === 'one' ? [{axis, code: axis.codes[0] ?? ALL}] : []));
  const notes = notesIn(table, axes);
  const columnsPicked = along(columnAxes);
  const heading = (picked: readonly Picked[]) => ({
    parts: picked.map(({axis, code}) => ({
      label: labelOf(axis.dimension, code, language),
      marks: [
        axis.dimension.breaks.includes(code) ? ` ${SYMBOLS.break}` : '',
        notes.marksAt((on) => on.kind === 'category' && on.concept === axis.dimension.concept && on.code === code),
      ].join(''),
    })),
    isMargin: picked.length > 0 && picked.some(({axis, code}) => code === ALL && axis.codes.length > 1),
  });
  const cellAt = (picked: readonly Picked[]): ViewCell => {
    const codes = table.dimensions.map(
      ({concept}) => picked.find(({axis}) => axis.dimension.concept === concept)?.code ?? ALL,
    );
    const inner = Object.fromEntries(
      table.dimensions.flatMap(({concept}, i) => (codes[i] === ALL ? [] : [[concept, codes[i]]])),
    );
    const isHere = (on: PublishedNote['on'][number]) =>
      on.kind === 'cell' &&
      Object.keys(on.codes).length === Object.keys(inner).length &&
      Object.entries(on.codes).every(([concept, code]) => inner[concept] === code);
    return {codes, ...saidOf(table, codes, language), marks: notes.marksAt(isHere)};
  };
  const rows = along(rowAxes).map((row) => ({
    ...heading(row),
    cells: columnsPicked.map((column) => cellAt([...row, ...column, ...fixed])),
  }));
  const seen = rows.flatMap(({cells}) => cells);
  const isBroken = [...rowAxes, ...columnAxes].some(({dimension, codes}) =>
    dimension.breaks.some((code) => codes.includes(code)),
  );
  return {
    table,
    language,
    axes,
    rowAxes,
    columnAxes,
    held: fixed.map(({axis, code}) => ({
      concept: axis.dimension.label[language],
      label: labelOf(axis.dimension, code, language),
    })),
    rows,
    columns: columnsPicked.map(heading),
    symbols: symbolsIn(seen, isBroken, language),
    notes: notes.all.map(({mark, note}) => ({mark, text: note.text[language]})),
    query: queryOf(table, axes, rowAxes, columnAxes),
  };
}

interface Picked {
  readonly axis: Axis;
  readonly code: Code;
}

const placeIn = (named: readonly ConceptId[], {dimension}: Axis): number => {
  const at = named.indexOf(dimension.concept);
  return at < 0 ? named.length : at;
};

export const labelOf = ({codes}: PublishedDimension, code: Code, language: LanguageTag): string =>
  codes.find((one) => one.code === code)?.label[language] ?? code;

function axesOf({dimensions}: PublishedTable, {rows, columns, only}: ViewAsked): readonly Axis[] {
  const known = dimensions.map(({concept}) => concept);
  const isAsked = [...rows, ...columns].some((one) => known.includes(one));
  const last = known.length > 1 ? known.at(-1) : undefined;
  const asked = (concept: ConceptId): Placing => {
    if (!isAsked) return concept === last ? 'columns' : 'rows';
    if (rows.includes(concept)) return 'rows';
    return columns.includes(concept) ? 'columns' : 'one';
  };
  const placed = dimensions.map((dimension) => ({dimension, placing: asked(dimension.concept)}));
  // A table has rows.
  const first = placed.some(({placing}) => placing === 'rows')
    ? undefined
    : placed.find(({placing}) => placing === 'columns')?.dimension;
  return placed.map(({dimension, placing}) => {
    const all = dimension.codes.map(({code}) => code);
    const named = all.filter((code) => only.get(dimension.concept)?.includes(code));
    // All is no choice.
    const chosen = named.length === all.length ? [] : named;
    if (placing === 'one') {
      const otherwise = all.includes(ALL) ? ALL : (all.at(-1) ?? ALL);
      return {dimension, placing, codes: [chosen[0] ?? otherwise], isWhole: (chosen[0] ?? otherwise) === otherwise};
    }
    const codes = chosen.length === 0 ? all : chosen;
    const along = dimension === first ? 'rows' : placing;
    return {dimension, placing: along, codes, isWhole: codes.length === all.length};
  });
}

function queryOf(
  {dimensions}: PublishedTable,
  axes: readonly Axis[],
  rowAxes: readonly Axis[],
  columnAxes: readonly Axis[],
): string {
  const names = (of: readonly Axis[]) => of.map(({dimension}) => dimension.concept).join(',');
  const usual = {rows: dimensions.slice(0, Math.max(1, dimensions.length - 1)), columns: dimensions.slice(1).slice(-1)};
  const said = (of: readonly PublishedDimension[]) => of.map(({concept}) => concept).join(',');
  const isUsual = names(rowAxes) === said(usual.rows) && names(columnAxes) === said(usual.columns);
  const placed = [`rows=${names(rowAxes)}`, ...(columnAxes.length === 0 ? [] : [`columns=${names(columnAxes)}`])];
  const limited = axes.flatMap(({dimension, codes, isWhole}) =>
    isWhole ? [] : [`only.${dimension.concept}=${codes.join(',')}`],
  );
  return [...(isUsual ? [] : placed), ...limited].join('&');
}

function saidOf(table: PublishedTable, codes: readonly Code[], language: LanguageTag) {
  const cell = table.cells.get(cellKey(codes));
  const status = cell === undefined ? 'not-applicable' : cell.status;
  const meaning = status === undefined ? undefined : languages[language].document.symbols[status];
  const number = cell?.value;
  const written = number === undefined ? '' : numberIn(LOCALES[language], number);
  const text = [written, status === undefined ? '' : SYMBOLS[status]].filter((one) => one !== '').join(' ');
  return {value: number, text, meaning};
}

function symbolsIn(cells: readonly ViewCell[], isBroken: boolean, language: LanguageTag): View['symbols'] {
  const {symbols} = languages[language].document;
  const used = new Set(cells.flatMap(({meaning}) => (meaning === undefined ? [] : [meaning])));
  return (['not-collected', 'published-only', 'not-applicable', 'withheld', 'published', 'break'] as const)
    .filter((name: SymbolName) => (name === 'break' ? isBroken : used.has(symbols[name])))
    .map((name) => ({symbol: SYMBOLS[name], meaning: symbols[name]}));
}

/** Those of what is seen; numbered where they stand on something, the rest are of the whole table. */
function notesIn({notes}: PublishedTable, axes: readonly Axis[]) {
  const sees = (concept: string, code: string) =>
    axes.some(({dimension, codes}) => dimension.concept === concept && codes.includes(code));
  const seen = notes.filter(({on}) =>
    on.some((place) => {
      if (place.kind === 'category') return sees(place.concept, place.code);
      return place.kind !== 'cell' || Object.entries(place.codes).every(([concept, code]) => sees(concept, code));
    }),
  );
  const isOfAll = ({on}: PublishedNote) => on.some(({kind}) => kind === 'table' || kind === 'concept');
  const placed = seen.filter((note) => !isOfAll(note)).map((note, i) => ({mark: `[${i + 1}]`, note}));
  return {
    all: [...seen.filter(isOfAll).map((note) => ({mark: '', note})), ...placed],
    marksAt: (is: (on: PublishedNote['on'][number]) => boolean): string =>
      placed.flatMap(({mark, note}) => (note.on.some(is) ? [` ${mark}`] : [])).join(''),
  };
}
