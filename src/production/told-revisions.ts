/**
 * What a statement tells of earlier editions: the revision tables of its profile, each of its years beside the latest edition that
 * printed it; and whether those editions, counted again, still say what they printed.
 */
import type {Finding} from '#concepts/finding';
import {calendarYear, type Period, periodId} from '#concepts/period';
import type {Cube} from '#tabulation/cube';
import {measuresTable, reasonsTable} from '#tabulation/revision-tables';
import {rolledUp} from '#tabulation/roll-up';
import type {TableId} from '#tabulation/table';
import {type Counted, count} from './count.ts';
import {byCutOff} from './editions.ts';
import {differingFrom} from './frozen-figures.ts';
import type {History, Released} from './history.ts';
import {silent} from './progress.ts';
import {type ReadRegister, revise, type Vantage} from './revise.ts';
import {lastPrinted, type PrintedYear, printedYears} from './revised-years.ts';
import {saidOtherwise} from './said-otherwise.ts';
import {type Seen, trianglesOf} from './triangles.ts';

export interface Told {
  readonly cubes: readonly Cube[];
  readonly findings: readonly Finding[];
}

type Now = Vantage & {readonly period: Period; readonly id: string};

/** The revision tables a profile has; none while nothing was released. `now`: the statement being made. */
export async function tellRevisions(register: ReadRegister, {at, found, editions}: History, now: Now): Promise<Told> {
  const tables = now.definitions.tables.filter(({revisions}) => revisions !== undefined);
  const out = editions.filter(({embargo}) => at === undefined || embargo === undefined || embargo <= at);
  const earlier = out.filter(({cutOff}) => cutOff <= now.cutOff);
  const {years, findings} = await compared(register, earlier, now, {told: tables.length > 0, found});
  const triangles = new Map<TableId, Cube>();
  const cubes: Cube[] = [];
  for (const table of earlier.length === 0 ? [] : tables) {
    const {show, of = ''} = table.revisions ?? {};
    if (show === 'reasons') {
      const revised = years.flatMap((year) => year.told(of) ?? []);
      if (revised.length > 0) cubes.push(reasonsTable(table, revised, now.period));
      continue;
    }
    const triangle = triangles.get(of) ?? (await triangleOf(register, earlier, now, of));
    if (triangle === undefined) continue;
    triangles.set(of, triangle);
    cubes.push(
      show === 'triangle' ? {...triangle, table, period: now.period} : measuresTable(table, triangle, now.period),
    );
  }
  return {cubes, findings};
}

async function triangleOf(
  register: ReadRegister,
  earlier: readonly Released[],
  now: Now,
  table: TableId,
): Promise<Cube | undefined> {
  const seen = [...earlier, now].flatMap(({id, period, cutOff, definitions}): readonly Seen[] => {
    const lastYear = calendarYear(period);
    return lastYear === undefined ? [] : [{edition: id, lastYear, cutOff, definitions}];
  });
  return (await trianglesOf(register, seen.toSorted(byCutOff), [{table, codes: []}]))[0];
}

/**
 * Each edition that was the last to print a year of the statement is counted once for all those years, over its own period, so that
 * it can be held against its file; and so is the last one of the statement's own days, whatever printed their year since.
 */
async function compared(
  register: ReadRegister,
  editions: readonly Released[],
  now: Now,
  {told, found}: {readonly told: boolean; readonly found: History['found']},
): Promise<{readonly years: readonly PrintedYear[]; readonly findings: readonly Finding[]}> {
  const printed = lastPrinted(editions, now);
  const own = editions.toSorted(byCutOff).findLast(({period}) => periodId(period) === periodId(now.period));
  const years: PrintedYear[] = [];
  const findings = [...(found ?? [])];
  for (const edition of new Set([...printed.keys(), ...(own === undefined ? [] : [own])])) {
    const ofIt = told ? (printed.get(edition) ?? []) : [];
    const revised = ofIt.length === 0 ? undefined : await revise(register, edition, now, edition.period);
    if (revised !== undefined) years.push(...printedYears(ofIt, revised));
    if (found === undefined)
      findings.push(...(await heldAgainst(edition, revised?.before ?? (await again(register, edition)))));
  }
  return {years: years.toSorted((a, b) => a.year - b.year), findings};
}

const again = (register: ReadRegister, {cutOff, definitions, period}: Released): Promise<Counted> =>
  count(() => register(cutOff), definitions, period, silent);

async function heldAgainst({id, folder, plan}: Released, {cubes, restated}: Counted): Promise<readonly Finding[]> {
  const differing = await differingFrom(
    folder,
    [...cubes, ...restated].map((cube) => rolledUp(cube, plan)),
  );
  return differing.length === 0 ? [] : [saidOtherwise({edition: id, tables: differing.join(', ')})];
}
