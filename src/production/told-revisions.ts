/** What a statement tells of earlier editions: the revision tables of its profile, and whether each edition still says what it printed. */
import type {Finding} from '#concepts/finding';
import {calendarYear, type Period, yearPeriod} from '#concepts/period';
import {type Cube, findCell} from '#tabulation/cube';
import {differencesOf} from '#tabulation/differences';
import {measuresTable, type RevisedYear, reasonsTable} from '#tabulation/revision-tables';
import type {TableId} from '#tabulation/table';
import {differingFrom} from './frozen-figures.ts';
import type {History, Released} from './history.ts';
import {type ReadRegister, revise, type Vantage} from './revise.ts';
import {type Seen, trianglesOf} from './triangles.ts';

export interface Told {
  readonly cubes: readonly Cube[];
  readonly findings: readonly Finding[];
}

/** The revision tables a profile has; none while nothing was released. `now`: the statement being made. */
export async function tellRevisions(
  register: ReadRegister,
  {at, checked, editions}: History,
  now: Vantage & {readonly period: Period; readonly id: string},
): Promise<Told> {
  const tables = now.definitions.tables.filter(({revisions}) => revisions !== undefined);
  const out = editions.filter(({embargo}) => at === undefined || embargo === undefined || embargo <= at);
  const earlier = out.filter(({cutOff}) => cutOff <= now.cutOff);
  if (tables.length === 0 || earlier.length === 0) return {cubes: [], findings: []};
  const revised = await revisedYears(register, earlier, now, checked);
  const triangles = new Map<TableId, Cube>();
  const cubes: Cube[] = [];
  for (const table of tables) {
    const {show, of = ''} = table.revisions ?? {};
    if (show === 'reasons') {
      const years = revised.years.flatMap((year) => year.told(of) ?? []);
      if (years.length > 0) cubes.push(reasonsTable(table, years, now.period));
      continue;
    }
    const triangle = triangles.get(of) ?? (await triangleOf(register, earlier, now, of));
    if (triangle === undefined) continue;
    triangles.set(of, triangle);
    cubes.push(
      show === 'triangle' ? {...triangle, table, period: now.period} : measuresTable(table, triangle, now.period),
    );
  }
  return {cubes, findings: revised.findings};
}

async function triangleOf(
  register: ReadRegister,
  earlier: readonly Released[],
  now: Vantage & {readonly period: Period; readonly id: string},
  table: TableId,
): Promise<Cube | undefined> {
  const seen = [...earlier, now].flatMap(({id, period, cutOff, definitions}): readonly Seen[] => {
    const lastYear = calendarYear(period);
    return lastYear === undefined ? [] : [{edition: id, lastYear, cutOff, definitions}];
  });
  const inOrder = seen.toSorted((a, b) => (a.cutOff < b.cutOff ? -1 : a.cutOff > b.cutOff ? 1 : 0));
  return (await trianglesOf(register, inOrder, [{table, codes: []}]))[0];
}

interface OneYear {
  /** Of a table's total; undefined where the table has no such year. */
  told(table: TableId): RevisedYear | undefined;
}

/** Every year up to the statement's own that has an edition: its latest against what is counted now. */
async function revisedYears(
  register: ReadRegister,
  editions: readonly Released[],
  now: Vantage & {readonly period: Period},
  checked: boolean,
): Promise<{readonly years: readonly OneYear[]; readonly findings: readonly Finding[]}> {
  const latest = new Map(
    editions.flatMap((edition) => {
      const year = calendarYear(edition.period);
      return year === undefined || edition.period.to > now.period.to ? [] : [[year, edition] as const];
    }),
  );
  const years: OneYear[] = [];
  const findings: Finding[] = [];
  for (const [year, edition] of [...latest].sort(([a], [b]) => a - b)) {
    const {before, after, changes} = await revise(register, edition, now, yearPeriod(year));
    const differing = checked ? await differingFrom(edition.folder, [...before.cubes, ...before.restated]) : [];
    if (differing.length > 0)
      findings.push({
        rule: 'said-otherwise',
        severity: 'error',
        facts: {edition: edition.id, tables: differing.join(', ')},
      });
    const {cells} = differencesOf(before.cubes, after.cubes, changes);
    years.push({
      told(table) {
        const cube = after.cubes.find((one) => one.table.id === table);
        const cell = cube && findCell(cube, [String(year)]);
        if (cell === undefined) return undefined;
        const found = cells.find((one) => one.table === table && one.codes.join() === String(year));
        return {year, before: found?.before ?? cell, after: found?.after ?? cell, reasons: found?.reasons ?? []};
      },
    });
  }
  return {years, findings};
}
