/**
 * A row of a file becomes facts of a person, or is held with every fault it has (GSBPM 5.2, 5.3).
 * Nothing is guessed: what a cell does not say is left out, what it says wrongly holds the row.
 */
import type {Finding} from '#concepts/finding';
import {spanOf} from '#kit/partial-date';
import {lastOf, type PlainDate} from '#kit/plain-date';
import type {Fact} from '#register/fact';
import type {Identifier, Identity, Name} from '#register/identity';
import {type FileRow, ownCopy, textOf} from './cell.ts';
import {codesInForce} from './codes-in-force.ts';
import {type CellParser, type Circumstances, columnParser} from './column-parser.ts';
import type {ClassifiedRow, DeliveredRow} from './delivery.ts';
import type {ColumnPlaces} from './header.ts';
import {factMaker, holds, type Values} from './make-facts.ts';
import type {Column, SourceFormat} from './source-format.ts';
import type {Fault, Value} from './value.ts';

interface PlacedColumn extends Column {
  readonly place: number;
  readonly parse: CellParser;
  readonly isKey: boolean;
}

const NONE: readonly Fault[] = [];

type Placed = Fault & {readonly column?: Column | undefined};

/** For one file: where its columns stand, and what was known the day it was received. */
export function classifier(format: SourceFormat, places: ColumnPlaces, circumstances: Circumstances) {
  const columns = format.columns.map(
    (column): PlacedColumn => ({
      ...column,
      place: places.of(column),
      parse: columnParser(column, format, circumstances),
      isKey: format.key.includes(column.heading),
    }),
  );
  const byField = new Map(columns.map((column) => [column.field, column]));
  const keyAt = format.key.map((heading) => columns.findIndex((column) => column.heading === heading));
  const makers = format.facts.map(factMaker);
  const inForce = codesInForce(format, circumstances.lists);

  return (row: FileRow): DeliveredRow => {
    const content = columns.map(({place}) => textOf(row.cells[place]));
    const key = keyAt.map((place) => content[place] ?? '');
    const {values, faults} = readCells(row, content, columns, places.width);
    markAssessed(format, values);
    const day = dayOf(format, values);
    const facts: Fact[] = [];

    if (day === undefined) faults.push(withoutDay(format, byField, faults));
    else {
      faults.push(...inForce(values, day).map(({field, ...one}) => ({...one, column: byField.get(field)})));
      for (const make of makers) {
        const made = make(values, day);
        if (made === undefined) continue;
        if ('kind' in made) facts.push(made);
        else faults.push({rule: made.rule, facts: made.facts, column: byField.get(made.field)});
      }
    }
    faults.push(...outOfOrder(format, byField, values));

    const findings = findingsOf(row.row, faults);
    if (findings.some(({severity}) => severity === 'error'))
      return {kind: 'held', row: row.row, key: key.map(ownCopy), content: content.map(ownCopy), findings};
    return {
      kind: 'classified',
      row: row.row,
      key,
      content,
      ...identityOf(values),
      facts,
      findings,
      totals: totalsOf(format, values),
    };
  };
}

function readCells({cells}: FileRow, content: readonly string[], columns: readonly PlacedColumn[], width: number) {
  const values = new Map<string, Value>();
  const faults: Placed[] = [];
  const empty: PlacedColumn[] = [];
  if (cells.length > width && cells.slice(width).some((cell) => textOf(cell) !== ''))
    faults.push({rule: 'row-too-long', facts: {cells: cells.length, headings: width}});
  for (const [i, column] of columns.entries()) {
    const {value, faults: found = NONE} = column.parse(cells[column.place], content[i] ?? '');
    if (value !== undefined) values.set(column.field, value);
    for (const one of found) faults.push({...one, column});
    if (value === undefined && found.length === 0) empty.push(column);
  }
  for (const column of empty)
    if (isRequired(column, values)) faults.push({rule: 'required-cell-empty', facts: {}, column});
  return {values, faults};
}

const isRequired = ({required, isKey}: PlacedColumn, values: Values): boolean =>
  isKey || (typeof required === 'object' ? holds([required], values) : required);

/** A birth date may be marked as assessed by a column of its own. */
function markAssessed({columns}: SourceFormat, values: Map<string, Value>): void {
  for (const {field, type} of columns) {
    const value = values.get(field);
    if (
      value?.kind === 'birth' &&
      type.kind === 'birth-date' &&
      type.assessedIf !== undefined &&
      holds([type.assessedIf], values)
    )
      values.set(field, {...value, assessed: true});
  }
}

function dayOf({day, year}: SourceFormat, values: Values): PlainDate | undefined {
  if (year !== undefined) return lastOf(year);
  for (const field of day) {
    const value = values.get(field);
    if (value?.kind === 'day' && value.day !== undefined) return value.day;
  }
  return undefined;
}

/** A day that is there but wrong has been reported already; the row without one is reported as such. */
function withoutDay({day}: SourceFormat, byField: ReadonlyMap<string, Column>, faults: readonly Placed[]): Placed {
  const reported = faults.find(({column}) => column !== undefined && day.includes(column.field));
  return (
    reported ?? {rule: 'row-without-day', facts: {columns: day.flatMap((field) => byField.get(field)?.heading ?? [])}}
  );
}

function outOfOrder({order}: SourceFormat, byField: ReadonlyMap<string, Column>, values: Values): readonly Placed[] {
  return order.flatMap(({earlier, later, otherwise}): Placed[] => {
    const [from, to] = [firstDay(values.get(earlier)), lastDay(values.get(later))];
    if (from === undefined || to === undefined || from <= to) return [];
    const headings = {earlier: byField.get(earlier)?.heading ?? earlier, later: byField.get(later)?.heading ?? later};
    return [{rule: 'dates-out-of-order', facts: headings, ...(otherwise === 'note' ? {noted: true} : {})}];
  });
}

const firstDay = (value: Value | undefined): PlainDate | undefined =>
  value?.kind === 'birth' ? spanOf(value.date).earliest : value?.kind === 'day' ? value.day : undefined;
const lastDay = (value: Value | undefined): PlainDate | undefined =>
  value?.kind === 'birth' ? spanOf(value.date).latest : value?.kind === 'day' ? value.day : undefined;

function findingsOf(row: number, faults: readonly Placed[]): readonly Finding[] {
  const seen = new Set<string>();
  return faults.flatMap(({rule, facts, column, noted}): Finding[] => {
    const name = `${rule} ${column?.heading ?? Object.values(facts).join()}`;
    if (seen.has(name)) return [];
    seen.add(name);
    const where = column === undefined ? {row} : {row, column: column.heading};
    return [{rule, severity: noted === true ? 'warning' : 'error', facts: {...facts, ...where}}];
  });
}

/** All that names the person, and nothing else: it goes under the person's own key. */
function identityOf(values: Values): {readonly identity?: Identity} {
  const names: Name[] = [];
  const identifiers: Identifier[] = [];
  const phones: string[] = [];
  const parts = new Map<'given' | 'family', string>();
  let birth: Identity['birth'];
  for (const value of values.values()) {
    if (value.kind === 'names') names.push(...value.names);
    else if (value.kind === 'name-part') parts.set(value.part, value.text);
    else if (value.kind === 'identifiers') identifiers.push(...value.identifiers);
    else if (value.kind === 'phones') phones.push(...value.phones);
    else if (value.kind === 'birth') birth ??= {date: value.date, assessed: value.assessed};
  }
  const text = [parts.get('given') ?? '', parts.get('family') ?? ''].join(' ').trim();
  if (text !== '') names.unshift({text, kind: 'name'});
  if (names.length + identifiers.length + phones.length === 0 && birth === undefined) return {};
  return {
    identity: {names, identifiers, ...(birth === undefined ? {} : {birth}), ...(phones.length === 0 ? {} : {phones})},
  };
}

function totalsOf({controlTotals}: SourceFormat, values: Values): ClassifiedRow['totals'] {
  const totals: Record<string, number> = {};
  for (const {measure, counts, when, year} of controlTotals) {
    if (!holds(when, values)) continue;
    const field = typeof counts === 'object' ? values.get(counts.sum) : undefined;
    const adds = typeof counts === 'string' ? 1 : field?.kind === 'number' ? field.number : 0;
    totals[measure] = adds;
    const day = year === undefined ? undefined : firstDay(values.get(year));
    if (day !== undefined) totals[`${measure}-${day.slice(0, 4)}`] = adds;
  }
  return totals;
}
