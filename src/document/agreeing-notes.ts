/** Which earlier years of a series others have published alike: said under its table, once for each source. */
import type {Code} from '#concepts/code-list';
import {YEAR} from '#concepts/concept';
import type {Source} from '#concepts/source';
import type {ProtectedCube} from '#disclosure/protect';
import {yearOf} from '#kit/plain-date';
import type {DocumentWords} from '#language/document-words';
import {ALL, findCell} from '#tabulation/cube';

/** A total that others have published, or the office before it had a register. */
export interface PublishedTotal {
  readonly table: string;
  readonly year: number;
  readonly code?: Code | undefined;
  readonly value: number;
  readonly source: Source;
}

/** Of the year reported there is nobody to agree with yet; where earlier years differ, a finding says so. */
export function agreeingNotes(
  cube: ProtectedCube,
  published: readonly PublishedTotal[],
  {telling}: DocumentWords,
): readonly string[] {
  const agreeing = published.filter((total) => total.year < yearOf(cube.period.to) && agrees(cube, total));
  return [...Map.groupBy(agreeing, ({source}) => source.title)].map(([title, totals]) =>
    telling.agreeing(spans(totals.map(({year}) => year)), title),
  );
}

function agrees(cube: ProtectedCube, {table, year, code = ALL, value}: PublishedTotal): boolean {
  if (table !== cube.table.id) return false;
  const codes = cube.dimensions.map(({concept}) => (concept === YEAR ? String(year) : code));
  const cell = findCell(cube, codes);
  return cell?.kind === 'count' && cell.published === undefined && cell.value === value;
}

/** `2007–2009, 2011`. */
function spans(years: readonly number[]): string {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b);
  const starts = sorted.filter((year) => !sorted.includes(year - 1));
  const ends = sorted.filter((year) => !sorted.includes(year + 1));
  return starts.map((start, i) => (start === ends[i] ? start : `${start}–${ends[i]}`)).join(', ');
}
