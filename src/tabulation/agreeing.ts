/** Which earlier years of a series others have published alike: said of its table, once for each source. */
import {YEAR} from '#concepts/concept';
import type {Note} from '#concepts/note';
import {yearOf} from '#kit/plain-date';
import {ALL, type Cube, findCell} from './cube.ts';
import type {Published} from './series.ts';

/** Of the year reported there is nobody to agree with yet; where earlier years differ, a finding says so. */
export function agreeingNotes(cube: Cube, published: readonly Published[]): readonly Note[] {
  const agreeing = published.filter((total) => total.year < yearOf(cube.period.to) && agrees(cube, total));
  return [...Map.groupBy(agreeing, ({source}) => source.title)].map(([source, totals], i) => ({
    id: `agreeing-${i + 1}`,
    on: [{kind: 'table'}],
    says: {kind: 'agreeing', years: totals.map(({year}) => year), source},
  }));
}

function agrees(cube: Cube, {table, year, code = ALL, value}: Published): boolean {
  if (table !== cube.table.id) return false;
  const codes = cube.dimensions.map(({concept}) => (concept === YEAR ? String(year) : code));
  const cell = findCell(cube, codes);
  return cell?.kind === 'count' && cell.published === undefined && cell.value === value;
}
