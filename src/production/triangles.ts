/** Revision triangles of any cells, all editions in one pass over the persons' files: each edition counted under its own definitions. */
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import {type Period, yearPeriod} from '#concepts/period';
import {firstOf, lastOf} from '#kit/plain-date';
import {circlesOf} from '#register/identities';
import {type Span, spansOf} from '#register/revision-spans';
import type {Cube} from '#tabulation/cube';
import {type Column, readFor, SpanCounts, triangleOf} from '#tabulation/revision-triangle';
import type {TableDefinition, TableId} from '#tabulation/table';
import type {CountedBy} from './count.ts';
import {definitionsOf, type ReadRegister, type Vantage} from './revise.ts';

/** An edition as a column of a triangle. */
export interface Seen extends Vantage {
  readonly edition: Code;
  /** Its own reference year, the last it tells of. */
  readonly lastYear: number;
}

/** A table's total, or with codes one of its cells; of a series, codes of its other dimensions. */
export interface AskedCell {
  readonly table: TableId;
  readonly codes: readonly Code[];
}

/** One cube for each cell, by year and edition, the editions in the order given: that of their cut-offs. */
export async function trianglesOf(
  register: ReadRegister,
  editions: readonly Seen[],
  cells: readonly AskedCell[],
): Promise<readonly Cube[]> {
  const latest = editions.at(-1);
  const years = yearsOf(editions);
  if (latest === undefined || years.length === 0) return [];
  const periods = years.map(yearPeriod);
  const groups = [...Map.groupBy(editions, definitionsOf).values()].flatMap((members) =>
    members[0] === undefined ? [] : [groupOf(members[0].definitions, members, cells, periods)],
  );
  for await (const circle of circlesOf(register(latest.cutOff))) {
    for (const group of groups) {
      const spans = spansOf(circle, group.definitions, periods, group.cutOffs, group.onlyPersons);
      for (const span of spans) group.add(span);
    }
  }
  return cells.flatMap((cell, i) => {
    const table = tableOf(latest.definitions, cell);
    const columns = editions.map((seen) => columnOf(seen, groups, i, years));
    return table === undefined ? [] : [triangleOf({table, codes: cell.codes}, years, columns, wholeOf(years))];
  });
}

interface Group {
  readonly definitions: CountedBy;
  readonly members: readonly Seen[];
  readonly cutOffs: readonly Seen['cutOff'][];
  /** Where every cell counts persons: the codes that decide who is in one. */
  readonly onlyPersons: ReadonlySet<ConceptId> | undefined;
  /** By cell; none where the definitions have no such table. */
  readonly counts: readonly (SpanCounts | undefined)[];
  readonly add: (span: Span) => void;
}

function groupOf(
  definitions: CountedBy,
  members: readonly Seen[],
  cells: readonly AskedCell[],
  periods: readonly Period[],
): Group {
  const asked = cells.map((cell) => {
    const table = tableOf(definitions, cell);
    return table && {table, codes: cell.codes};
  });
  const counts = asked.map((cell) => cell && new SpanCounts(cell, definitions, periods.length, members.length));
  const read = asked.flatMap((cell) => (cell === undefined ? [] : readFor(cell, definitions)));
  const onlyPersons = asked.every((cell) => cell?.table.unit === 'person') ? new Set(read) : undefined;
  const row = new Map(periods.map((period, i) => [period, i]));
  const add = ({period, units, from, to}: Span) => {
    for (const one of counts) one?.add(row.get(period) ?? 0, units, from, to);
  };
  return {definitions, members, cutOffs: members.map(({cutOff}) => cutOff), onlyPersons, counts, add};
}

function columnOf(seen: Seen, groups: readonly Group[], cell: number, years: readonly number[]): Column {
  const group = groups.find(({members}) => members.includes(seen));
  const place = group?.members.indexOf(seen) ?? 0;
  const counts = group?.counts[cell];
  return {
    edition: seen.edition,
    lastYear: seen.lastYear,
    published: seen.definitions.published,
    counted: (year) => counts?.at(years.indexOf(year), place),
  };
}

const tableOf = ({tables}: CountedBy, {table}: AskedCell): TableDefinition | undefined =>
  tables.find(({id}) => id === table);

function yearsOf(editions: readonly Seen[]): readonly number[] {
  const first = Math.min(...editions.map(({definitions}) => definitions.firstYear));
  const last = Math.max(...editions.map(({lastYear}) => lastYear));
  return Array.from({length: Math.max(0, last - first + 1)}, (_, i) => first + i);
}

const wholeOf = (years: readonly number[]): Period => ({
  from: firstOf(years[0] ?? 0),
  to: lastOf(years.at(-1) ?? 0),
});
