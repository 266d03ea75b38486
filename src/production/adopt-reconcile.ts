/**
 * Adopted years beside what was published then: each figure of the profile recounted from the register, and of each that differs,
 * the records behind it with the rows they came from, and the rows that could explain it. No names, no values of a person.
 */
import {type CodeListId, findRow, UNKNOWN} from '#concepts/code-list';
import {isScale, YEAR} from '#concepts/concept';
import {yearPeriod} from '#concepts/period';
import type {RecordNumber} from '#concepts/record-number';
import type {UnitRecord} from '#concepts/unit-record';
import {lastOf} from '#kit/plain-date';
import type {Profile, PublishedTotal} from '#profile/profile';
import {deidentify} from '#register/deidentify';
import {standingFacts} from '#register/person-file';
import type {Store} from '#storage/store';
import {ALL} from '#tabulation/cube';
import {readingOf} from '#tabulation/definitions';
import {codesOf} from '#tabulation/level';
import {unitsIn} from '#tabulation/reconcile';
import type {TableDefinition} from '#tabulation/table';
import {cellOf} from './adopt-published.ts';

export interface Reconciliation {
  /** Figures that were compared. */
  readonly compared: number;
  /** Of years the register holds nobody of, or of what it does not count. */
  readonly notCompared: number;
  /** Adopted years of which nothing is known to have been published. */
  readonly nothing: readonly number[];
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly cell: string;
  readonly table: string;
  readonly year: number;
  readonly code?: string | undefined;
  readonly published: number;
  readonly counted: number;
  readonly source: string;
  /** Who is counted in it, and from which rows. */
  readonly records: readonly {readonly record: RecordNumber; readonly rows: readonly Place[]}[];
  readonly causes: Causes;
}

/** Rows of the year's lists that could explain a difference. */
export interface Causes {
  readonly held: readonly Place[];
  /** Rows of one person, who counts once. */
  readonly twice: readonly (readonly Place[])[];
  /** Taken, and not counted in the year. */
  readonly elsewhere: readonly Place[];
  /** Counted, and without the attribute. */
  readonly unknown: readonly Place[];
}

export interface Place {
  readonly file: string;
  readonly row: number;
}

/** A list that was received: what it is of, its submission and the rows that were held. */
export interface ReceivedList {
  readonly year: number | undefined;
  readonly source: string;
  readonly file: string;
  readonly held: readonly number[];
}

export async function reconcileAdopted(
  store: Store,
  profile: Profile,
  published: readonly PublishedTotal[],
  lists: readonly ReceivedList[],
): Promise<Reconciliation> {
  const years = [...new Set(lists.flatMap(({year}) => year ?? []))].sort((a, b) => a - b);
  const [at, figures] = [await store.latest(), published.filter(({year}) => years.includes(year))];
  if (at === undefined) return {compared: 0, notCompared: figures.length, nothing: years, differences: []};
  const counted = await deidentify(store.personFiles(at), profile, years.map(yearPeriod));
  const unitsOf = new Map(years.map((year, i) => [year, counted[i]?.units ?? []]));
  const places = await placesOf(store, lists);
  const differences: Difference[] = [];
  let compared = 0;
  for (const one of figures) {
    const units = unitsOf.get(one.year) ?? [];
    const cell = await cellIn(one, units, profile);
    if (cell === undefined) continue;
    compared += 1;
    if (cell.units.length === one.value) continue;
    differences.push(
      differenceOf(
        one,
        cell,
        units,
        places,
        lists.filter(({year}) => year === one.year),
      ),
    );
  }
  const nothing = years.filter((year) => !figures.some((one) => one.year === year));
  return {compared, notCompared: figures.length - compared, nothing, differences};
}

interface Cell {
  readonly units: readonly UnitRecord[];
  /** Of the table, those who do not have the attribute it tells apart. */
  readonly unsaid: readonly UnitRecord[];
}

/** Undefined: the register holds none of the year's units, or the table is counted along something else. */
async function cellIn(
  {table: id, code, year}: PublishedTotal,
  units: readonly UnitRecord[],
  profile: Profile,
): Promise<Cell | undefined> {
  const defined = profile.tables.find((one) => one.id === id);
  if (defined === undefined || !units.some(({unit}) => unit === defined.unit)) return undefined;
  const dimensions = defined.dimensions.filter((concept) => concept !== YEAR);
  if (dimensions.some(isScale) || (code !== undefined && dimensions.length !== 1)) return undefined;
  const table: TableDefinition = {...defined, dimensions};
  const [concept] = dimensions;
  if (code !== undefined && concept !== undefined && !isCategory(concept, code, year, profile)) return undefined;
  const inCell = (codes: readonly string[]) => unitsIn({table: id, codes}, [table], profile, async () => units);
  return {
    units: await inCell(code === undefined ? dimensions.map(() => ALL) : [code]),
    unsaid:
      code === undefined || concept === undefined || code === UNKNOWN
        ? []
        : withoutCode(await inCell([ALL]), concept, profile),
  };
}

function isCategory(id: string, code: string, year: number, {concepts, codeLists}: Profile): boolean {
  const concept = concepts.find((one) => one.id === id);
  const list = codeLists.get(concept?.list ?? ('' satisfies CodeListId));
  const row = list && findRow(list, code, lastOf(year));
  if (concept === undefined || row === undefined) return false;
  return concept.level !== 'top' || row.parent === undefined;
}

function withoutCode(units: readonly UnitRecord[], concept: string, profile: Profile): readonly UnitRecord[] {
  const reading = readingOf(profile, concept);
  return units.filter((unit) => codesOf(unit, reading.concept, reading.list).every((code) => code === UNKNOWN));
}

interface Places {
  readonly ofRecord: ReadonlyMap<RecordNumber, readonly Place[]>;
  /** By source, the records its rows are of. */
  readonly ofSource: ReadonlyMap<string, ReadonlyMap<RecordNumber, readonly Place[]>>;
}

/** Which rows of which file each record comes from, by the facts that stand. */
async function placesOf(store: Store, lists: readonly ReceivedList[]): Promise<Places> {
  const submissions = new Map((await store.submissions()).map((one) => [one.id, one]));
  const adopted = new Map(lists.map(({source, file}) => [source, file]));
  const ofRecord = new Map<RecordNumber, Place[]>();
  const ofSource = new Map<string, Map<RecordNumber, Place[]>>();
  const at = await store.latest();
  if (at === undefined) return {ofRecord, ofSource};
  for await (const file of store.personFiles(at)) {
    for (const {submission, row} of standingFacts(file)) {
      const of = submissions.get(submission);
      if (of === undefined || row === undefined) continue;
      const place = {file: adopted.get(of.source) ?? of.file, row};
      const own = ofSource.get(of.source) ?? new Map<RecordNumber, Place[]>();
      ofSource.set(of.source, own);
      for (const places of [listIn(ofRecord, file.record), listIn(own, file.record)])
        if (!places.some((one) => one.file === place.file && one.row === row)) places.push(place);
    }
  }
  return {ofRecord, ofSource};
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function differenceOf(
  figure: PublishedTotal,
  {units, unsaid}: Cell,
  all: readonly UnitRecord[],
  {ofRecord, ofSource}: Places,
  lists: readonly ReceivedList[],
): Difference {
  const {table, year, code, value, source} = figure;
  const records = [...new Set(units.map(({record}) => record))].sort();
  const here = new Set(all.map(({record}) => record));
  const rowsOf = lists.flatMap(({source: id}) => [...(ofSource.get(id) ?? [])]);
  return {
    cell: cellOf(figure),
    table,
    year,
    ...(code === undefined ? {} : {code}),
    published: value,
    counted: units.length,
    source: source.title,
    records: records.map((record) => ({record, rows: ofRecord.get(record) ?? []})),
    causes: {
      held: lists.flatMap(({file, held}) => held.map((row) => ({file, row}))),
      twice: rowsOf
        .filter(([record, rows]) => rows.length > 1 && (code === undefined || records.includes(record)))
        .map(([, rows]) => rows),
      elsewhere: rowsOf.filter(([record]) => !here.has(record)).flatMap(([, rows]) => rows),
      unknown: [...new Set(unsaid.map(({record}) => record))].flatMap((record) => ofRecord.get(record) ?? []),
    },
  };
}
