/**
 * A revision triangle drawn: of each year the figure of the first edition that gave it and of the latest, whatever was said in
 * between. An edition that withheld its figure gave one; where none gave any, the latest says why.
 */
import type {Code} from '#concepts/code-list';
import type {Observation} from '#concepts/observation';
import type {ProtectedCube} from '#disclosure/protect';
import {findCell} from '#tabulation/cube';
import {addressOf} from './address.ts';
import {cellView, SYMBOLS, symbolOf} from './cell-view.ts';
import {number} from './functions/telling.ts';
import type {DumbbellChart, DumbbellFigure, DumbbellRow} from './statement.ts';
import type {TableNotes} from './table-notes.ts';
import type {ViewWords} from './table-view.ts';

interface Year {
  readonly year: Code;
  readonly first: Given;
  readonly latest: Given;
}

interface Given {
  readonly codes: readonly Code[];
  readonly cell: Observation;
}

export function dumbbells(
  cube: ProtectedCube,
  view: ViewWords,
  notes: TableNotes,
  {period}: {readonly period: string},
): Pick<DumbbellChart, 'kind' | 'marks' | 'rows' | 'alternative'> & {readonly cells: readonly Observation[]} {
  const years = yearsOf(cube);
  return {
    kind: 'dumbbell',
    marks: view.document.revising.marks,
    rows: years.map((year) => rowOf(cube, year, view, notes)),
    alternative: years.some(({latest}) => isGiven(latest.cell))
      ? view.document.revising.firstAndLatest(
          view.words.unit(cube.table.unit),
          years.map((year) => told(year, view)).join('; '),
        )
      : view.document.telling.nothing(period),
    cells: years.flatMap(({first, latest}) => [first.cell, latest.cell]),
  };
}

function yearsOf(cube: ProtectedCube): readonly Year[] {
  const [years, editions] = cube.dimensions;
  return (years?.codes ?? []).flatMap((year): readonly Year[] => {
    const all = (editions?.codes ?? []).flatMap((edition): readonly Given[] => {
      const codes = [year, edition];
      const cell = findCell(cube, codes);
      return cell === undefined ? [] : [{codes, cell}];
    });
    const given = all.filter(({cell}) => isGiven(cell));
    const latest = given.at(-1) ?? all.at(-1);
    return latest === undefined ? [] : [{year, first: given[0] ?? latest, latest}];
  });
}

const isGiven = ({kind}: Observation): boolean => kind === 'count' || kind === 'withheld';

function rowOf({table}: ProtectedCube, {year, first, latest}: Year, view: ViewWords, notes: TableNotes): DumbbellRow {
  const figure = ({codes, cell}: Given): DumbbellFigure => {
    const symbol = symbolOf(cell);
    return {
      text: cellView(view, addressOf(table.id, codes), cell, notes.atCell(codes)).text,
      value: cell.kind === 'count' ? cell.value : undefined,
      symbol: symbol && SYMBOLS[symbol],
    };
  };
  const [concept = ''] = table.dimensions;
  const label = year + notes.atCategory(concept, year);
  return {label, first: figure(first), latest: figure(latest)};
}

function told({year, first, latest}: Year, view: ViewWords): string {
  const {revising, symbols} = view.document;
  const said = ({cell}: Given): string => {
    if (cell.kind === 'count') return number(view, cell.value);
    return symbols[symbolOf(cell) ?? cell.kind];
  };
  if (!isGiven(latest.cell)) return `${year}: ${said(latest)}`;
  if (first === latest) return revising.once(year, said(latest));
  return said(first) === said(latest)
    ? revising.same(year, said(latest))
    : revising.differs(year, said(first), said(latest));
}
