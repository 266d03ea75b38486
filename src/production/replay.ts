/**
 * What the register learned between two moments, as the units of each reason before and after: those of the period, of each year, and
 * of all the years together, in which a person is one. The later definitions hold throughout.
 */
import {type Period, yearPeriod} from '#concepts/period';
import type {DataReason} from '#concepts/revision';
import type {UnitRecord} from '#concepts/unit-record';
import type {Instant} from '#kit/instant';
import {unitsOf} from '#register/deidentify';
import type {PersonFile} from '#register/person-file';
import {revisionsOf, type Step} from '#register/revisions';
import type {EditionUnits} from '#tabulation/cell-counts';
import {isMeasured} from '#tabulation/measures';
import {referenceYears} from './count.ts';
import type {ReadRegister, Vantage} from './revise.ts';

export type Replayed = Pick<EditionUnits, 'units' | 'byYear' | 'distinct'>;

export interface BeforeAndAfter {
  readonly before: Replayed;
  readonly after: Replayed;
}

type Units = readonly UnitRecord[];

export async function replay(
  register: ReadRegister,
  since: Instant,
  {cutOff, definitions}: Vantage,
  period: Period,
): Promise<ReadonlyMap<DataReason, BeforeAndAfter>> {
  const years = referenceYears(definitions, period);
  const periods = [period, ...years.map(yearPeriod)];
  const steps = await collected(revisionsOf(register(cutOff), definitions, since, periods));
  const gathered = new Map<DataReason, Gathered>();
  const under = (reason: DataReason): Gathered => {
    const found = gathered.get(reason) ?? new Gathered();
    gathered.set(reason, found);
    return found;
  };
  // The period asked stands first, the reference years after it.
  for (const {reason, place, before, after} of steps) under(reason).add(years[place - 1], before, after);

  const yearly = steps.filter(({place}) => place > 0);
  if (yearly.length === 0 || !definitions.tables.some(isMeasured)) return sidesOf(gathered);
  const changed = Map.groupBy(yearly, ({record}) => record);
  const replayed = (file: PersonFile, of: readonly Step[]) => {
    const had = years.map((year) => unitsOf(file, definitions, yearPeriod(year)).units);
    for (const {reason, before, after} of distinctIn(had, of)) under(reason).addDistinct(before, after);
  };
  for await (const file of register(since)) {
    const own = changed.get(file.record);
    if (own !== undefined) replayed(file, own);
    changed.delete(file.record);
  }
  // Whom nobody knew of then.
  for (const [record, own] of changed) replayed({record, facts: []}, own);
  return sidesOf(gathered);
}

const sidesOf = (gathered: ReadonlyMap<DataReason, Gathered>): ReadonlyMap<DataReason, BeforeAndAfter> =>
  new Map([...gathered].map(([reason, {before, after}]) => [reason, {before: toldBy(before), after: toldBy(after)}]));

const toldBy = ({units, byYear, distinct}: Side): Replayed => ({
  units,
  byYear: [...byYear].map(([year, records]) => ({year, records})),
  distinct,
});

/** What each step makes of the person over all the years, each taken from where the one before it left them. */
function* distinctIn(had: readonly Units[], steps: readonly Step[]) {
  let years = had;
  let before = firstOfEach(years);
  for (const {reason, place, after: units} of steps.toSorted(byMoment)) {
    years = years.with(place - 1, units);
    const after = firstOfEach(years);
    yield {reason, before, after};
    before = after;
  }
}

/** The first of each unit that one person has in the years, the oldest first. */
const firstOfEach = (years: readonly Units[]): Units =>
  [...Map.groupBy(years.flat(), ({unit}) => unit).values()].flatMap((units) => units.slice(0, 1));

async function collected(steps: AsyncIterable<Step>): Promise<readonly Step[]> {
  const all: Step[] = [];
  for await (const step of steps) all.push(step);
  return all;
}

const byMoment = ({recordedAt: a}: Step, {recordedAt: b}: Step): number => (a < b ? -1 : a > b ? 1 : 0);

class Gathered {
  readonly before = nobody();
  readonly after = nobody();

  add(year: number | undefined, before: Units, after: Units): void {
    for (const [side, records] of [
      [this.before, before],
      [this.after, after],
    ] as const) {
      const into = year === undefined ? side.units : (side.byYear.get(year) ?? []);
      into.push(...records);
      if (year !== undefined) side.byYear.set(year, into);
    }
  }

  addDistinct(before: Units, after: Units): void {
    this.before.distinct.push(...before);
    this.after.distinct.push(...after);
  }
}

interface Side {
  readonly units: UnitRecord[];
  readonly byYear: Map<number, UnitRecord[]>;
  readonly distinct: UnitRecord[];
}

const nobody = (): Side => ({units: [], byYear: new Map(), distinct: []});
