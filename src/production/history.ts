/**
 * What was released before a statement is made, by the log alone: an edition compiled again years later sees what it saw then.
 * From it come the tables that tell of revisions, and the closings that decide which decisions are late.
 */
import {join} from 'node:path';
import type {Edition, EditionId} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import {calendarYear, type Period, periodId, yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import {type Cube, findCell} from '#tabulation/cube';
import {differencesOf} from '#tabulation/differences';
import {measuresTable, type RevisedYear, reasonsTable} from '#tabulation/revision-tables';
import type {TableId} from '#tabulation/table';
import type {CountedBy} from './count.ts';
import {readLog} from './edition-log.ts';
import {EDITIONS, editionProfile} from './editions.ts';
import {exists, readBytes} from './effects.ts';
import {differingTables, readFigures} from './frozen-figures.ts';
import {type ReadRegister, revise, type Vantage} from './revise.ts';
import {type Seen, trianglesOf} from './triangles.ts';

/** An edition as it was counted. */
export interface Released extends Vantage {
  readonly id: EditionId;
  readonly period: Period;
  readonly folder: string;
  /** Not to be told before then. */
  readonly embargo: Instant | undefined;
}

export interface History {
  /** When it is read; undefined: embargoes do not matter. */
  readonly at: Instant | undefined;
  /** Earlier editions are held against what they printed; not where one is compiled again, which needs no folder but its own. */
  readonly checked: boolean;
  /** In the order released. */
  readonly editions: readonly Released[];
  /** When a period's first edition was cut off, by the period's id. */
  readonly closings: ReadonlyMap<string, Instant>;
}

/** Up to where `before` was drafted, and as at that moment; else all, as at `now`. Refused: `log-faulty`, `profile-version-missing`. */
export async function readHistory(
  workspace: string,
  before?: EditionId,
  now?: Instant,
): Promise<Outcome<History, Refusal>> {
  const log = await readLog(join(workspace, EDITIONS));
  if (!log.ok) return log;
  const {events} = log.value;
  const end = events.findIndex((event) => event.kind === 'drafted' && event.edition.id === before);
  const known = end < 0 ? events : events.slice(0, end);
  const drafted = new Map<EditionId, Drafted>();
  const editions: Released[] = [];
  const closings = new Map<string, Instant>();
  for (const event of known) {
    // What had been closed when it was drafted, and no more, is what it was counted by.
    if (event.kind === 'drafted') drafted.set(event.edition.id, {...event, closings: new Map(closings)});
    const released = event.kind === 'released' ? drafted.get(event.edition) : undefined;
    if (released === undefined) continue;
    const {id, period, cutOff} = released.edition;
    const profile = await editionProfile({...released.edition, workspace});
    if (!profile.ok) return profile;
    const definitions = closed(profile.value, released.closings);
    const {embargo} = released;
    editions.push({id, period, cutOff, embargo, folder: join(workspace, EDITIONS, id), definitions});
    if (!closings.has(periodId(period))) closings.set(periodId(period), cutOff);
  }
  return done({at: events[end]?.at ?? now, checked: end < 0, editions, closings});
}

interface Drafted {
  readonly edition: Edition;
  readonly embargo?: Instant | undefined;
  readonly closings: ReadonlyMap<string, Instant>;
}

/** Definitions with the closings of a moment: under other closings they are other definitions. */
export function closed<D extends CountedBy>(
  definitions: D,
  closings: ReadonlyMap<string, Instant>,
): D & Pick<CountedBy, 'closings'> {
  const late = definitions.rules.lateDecisions.some(({parameters}) => parameters.policy === 'next-edition');
  if (!late || closings.size === 0) return definitions;
  const digest = `${definitions.digest} ${canonicalJson(Object.fromEntries(closings))}`;
  return {...definitions, closings, digest};
}

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
    const differing = checked ? await differingFrom(edition, [...before.cubes, ...before.restated]) : [];
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

/** Tables of an edition that are not, counted again, what it printed: a difference that no revision explains. */
async function differingFrom({folder}: Released, cubes: readonly Cube[]): Promise<readonly string[]> {
  const path = join(folder, 'figures.json');
  const figures = (await exists(path)) ? readFigures(await readBytes(path)) : undefined;
  return figures === undefined ? ['figures.json'] : differingTables(figures, cubes);
}
