/**
 * The series of a table under the definitions asked for (GSBPM 5.7): each year's units counted as published then and as other years
 * define them, every change at a break split into real and definitional, and the years together in two named measures.
 */
import type {CodeChange} from '#concepts/code-change';
import {YEAR} from '#concepts/concept';
import {type Period, yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {type ProtectedCube, protect} from '#disclosure/protect';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {firstOf, lastOf} from '#kit/plain-date';
import type {Profile} from '#profile/profile';
import {deidentifyEach} from '#register/deidentify';
import {readBy, UnitsOfYears} from '#tabulation/alike';
import {changesIn} from '#tabulation/breaks';
import {isMeasured, measured} from '#tabulation/measures';
import {totalsFor} from '#tabulation/published-totals';
import {AS_PUBLISHED, type DefinitionsOf} from '#tabulation/reading-day';
import {isSeries} from '#tabulation/series';
import {restatement, tabulateOver, tabulateUnder} from '#tabulation/series-under';
import {isCounted, type TableDefinition} from '#tabulation/table';
import {closed, readHistory} from './history.ts';
import {withSeriesNotes} from './series-notes.ts';
import {openRegister, withStore} from './workspace.ts';

export interface SeriesRequest {
  /** Undefined: every table that is taken apart by a concept whose list breaks in these years. */
  readonly table: string | undefined;
  /** Every stretch between breaks has its own: `all` is each of them, beside what was published. */
  readonly definitions: DefinitionsOf | 'current' | 'all';
  readonly fromYear: number | undefined;
  readonly toYear: number | undefined;
  readonly asAt: Instant | undefined;
}

export interface Series {
  readonly cutOff: Instant;
  readonly profile: Profile;
  readonly synthetic: boolean;
  readonly years: readonly number[];
  readonly tables: readonly SeriesTable[];
}

export interface SeriesTable {
  readonly table: TableDefinition;
  /** Those asked for; the cubes have what a split needs as well. */
  readonly under: readonly DefinitionsOf[];
  /** By definitions, year and the table's own dimensions. */
  readonly cube: ProtectedCube;
  /** The same by measure in place of year. */
  readonly measures: ProtectedCube;
  readonly changes: readonly SeriesChange[];
}

/** A change of a list and the year it is felt in. */
export interface SeriesChange {
  readonly year: number;
  readonly concept: string;
  readonly change: CodeChange;
  readonly breaks: boolean;
}

/** Refused: `nothing-to-count`, `no-such-table`, and what opening the workspace refuses. */
export const series = async (folder: string, request: SeriesRequest): Promise<Outcome<Series, Refusal>> =>
  withStore(await openRegister(folder), async ({store, profile, settings}) => {
    const cutOff = request.asAt ?? (await store.latest());
    const years = yearsOf(request, profile, cutOff);
    const [first, last] = [years.at(0), years.at(-1)];
    if (cutOff === undefined || first === undefined || last === undefined)
      return refuse({reason: 'nothing-to-count', period: `${request.fromYear ?? ''}–${request.toYear ?? ''}`});
    const tables = tablesOf(request, profile, years);
    if (!tables.ok) return tables;

    const span = {from: firstOf(first), to: lastOf(last)};
    const history = await readHistory(folder);
    if (!history.ok) return history;
    const defined = closed(profile, history.value.closings);
    const gathered = tables.value.map((table) => ({table, units: new UnitsOfYears(years, [table], profile)}));
    const read = readBy(tables.value, profile);
    const asked = years.map((year) => ({period: yearPeriod(year), read}));
    await deidentifyEach(store.personFiles(cutOff), defined, asked, (person) => {
      const byYear = person.map(({place, units}) => ({year: years[place], units}));
      for (const {units} of gathered) units.take(byYear);
    });
    const counted = gathered.map(({table, units}) => countTable(table, request.definitions, units, profile, span));

    const released = protect(
      counted.flatMap(({cubes}) => cubes),
      {edition: 'internal'},
    );
    if (!released.ok) return released;
    const shown = counted.flatMap(({table, asked, changes}, i): readonly SeriesTable[] => {
      const [cube, measures] = released.value.cubes.slice(2 * i, 2 * i + 2);
      const told = changes.map(({code, ...change}) => ({year: Number(code), ...change}));
      return cube === undefined || measures === undefined ? [] : [{table, under: asked, cube, measures, changes: told}];
    });
    return done({cutOff, profile, synthetic: settings.synthetic, years, tables: shown});
  });

function countTable(
  table: TableDefinition,
  definitions: SeriesRequest['definitions'],
  {byYear, distinct}: UnitsOfYears,
  profile: Profile,
  span: Period,
) {
  const shown = byYear.map(({year}) => year);
  const changes = changesIn(table, shown.map(String), profile);
  const broken = changes.filter(({breaks}) => breaks).map(({code}) => Number(code));
  const asked = definitionsAsked(definitions, broken, Math.max(...shown));
  const needed = [AS_PUBLISHED, ...new Set([...broken, ...asked.filter((one) => one !== AS_PUBLISHED)])] as const;
  const plan = restatement(seriesOf(table), needed);
  const cube = tabulateUnder(plan, byYear, totalsFor(table, profile.published, profile.tables), profile, span);
  const all = tabulateOver(plan, distinct, profile, span);
  const measures = {...measured(cube, all), table: {...cube.table, id: `${cube.table.id}-measures`}};
  const cubes = [cube, measures].map((one) => withSeriesNotes(one, table.id, changes, profile));
  return {table, asked, changes, cubes};
}

/** To the last year that was over at the cut-off, where no other is asked for. */
function yearsOf({fromYear, toYear}: SeriesRequest, {firstYear}: Profile, cutOff: Instant | undefined) {
  const first = fromYear ?? firstYear;
  const last = toYear ?? Number(cutOff?.slice(0, 4) ?? first) - 1;
  return Array.from({length: Math.max(0, last - first + 1)}, (_, i) => first + i);
}

function tablesOf(
  {table: id}: SeriesRequest,
  profile: Profile,
  years: readonly number[],
): Outcome<readonly TableDefinition[], Refusal> {
  const known = profile.tables.filter((table) => isCounted(table) && !isMeasured(table));
  const breaking = (table: TableDefinition) =>
    changesIn(table, years.map(String), profile).some(
      ({breaks, concept}) => breaks && table.dimensions.includes(concept),
    );
  const found = known.filter((table) => (id === undefined ? !isSeries(table) && breaking(table) : table.id === id));
  return found.length === 0
    ? refuse({reason: 'no-such-table', table: id ?? '', known: known.map((table) => table.id)})
    : done(found);
}

const seriesOf = (table: TableDefinition): TableDefinition =>
  isSeries(table) ? table : {...table, dimensions: [YEAR, ...table.dimensions]};

function definitionsAsked(
  asked: SeriesRequest['definitions'],
  broken: readonly number[],
  last: number,
): readonly DefinitionsOf[] {
  if (asked === 'current') return [last];
  if (asked !== 'all') return [asked];
  return [AS_PUBLISHED, ...new Set([...broken.map((year) => year - 1), last])];
}
