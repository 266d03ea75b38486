/**
 * JSON-stat as anybody writes it (versions 1 and 2): a dataset, a bundle or a collection of datasets; of the statement's own
 * figures also the totals that stand beside the cells. Nothing in it is believed before it is looked at.
 */
import type {Refusal} from '#concepts/refusal';
import {type PublishedDimension, type PublishedTable, TOTAL} from '#disclosure/published-table';
import {canonicalJson} from '#kit/canonical-json';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type HowPrinted, saidBy, WITHHELD} from './published-count.ts';
import {type CellAsRead, countsAmong, isAboutFigures, type LeftOut, type ReadTables} from './read-tables.ts';
import type {TidyFile} from './read-tidy.ts';
import {isApart, isMeasure, isTotal, parentsOf, type TableMapping} from './table-mapping.ts';

export function readJsonStat(how: TidyFile, text: string): Outcome<ReadTables, Refusal> {
  const {file} = how;
  const bad = (rule: 'not-json' | 'not-json-stat') => refuse({reason: 'not-published-tables', file, rule} as const);
  const value = parsed(text);
  if (value === undefined) return bad('not-json');
  const datasets = datasetsIn(value, how.name);
  if (datasets.length === 0) return bad('not-json-stat');
  const tables: PublishedTable[] = [];
  const leftOut: LeftOut[] = [];
  let refused: Outcome<never, Refusal> | undefined;
  for (const {name: own, dataset} of datasets) {
    const name = datasets.length === 1 ? how.name : own;
    if ('table' in objectIn(dataset.extension) && isAboutFigures(idsOf(dataset))) {
      leftOut.push({table: name, why: 'figures-about-figures'});
      continue;
    }
    const read = tableIn(dataset, name, how, datasets.length > 1);
    if (!read.ok) {
      if (!isShare(read.refusal)) return read;
      refused ??= read;
      leftOut.push({table: name, why: 'shares-or-differences'});
      continue;
    }
    if (read.value.table.cells.length > 0) tables.push(read.value.table);
    else leftOut.push({table: name, why: 'nothing-told'});
    leftOut.push(...read.value.leftOut);
  }
  return tables.length === 0 && refused !== undefined ? refused : done({tables, leftOut});
}

const isShare = (refusal: Refusal): boolean =>
  refusal.reason === 'not-a-count' && (refusal.rule === 'fraction' || refusal.rule === 'negative');

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isDataset = (value: unknown): value is Json => isObject(value) && isObject(value.dimension) && 'value' in value;
const objectIn = (value: unknown): Json => (isObject(value) ? value : {});
const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

function datasetsIn(value: unknown, name: string): readonly {readonly name: string; readonly dataset: Json}[] {
  if (isDataset(value)) return [{name, dataset: value}];
  if (!isObject(value)) return [];
  const linked = objectIn(value.link).item;
  const items = Array.isArray(linked) ? linked.map((one, i) => [`${i + 1}`, one] as const) : Object.entries(value);
  const named = (dataset: Json, otherwise: string) => {
    const {table} = objectIn(dataset.extension);
    return typeof table === 'string' ? table : otherwise;
  };
  return items.flatMap(([key, one]) => (isDataset(one) ? [{name: named(one, key), dataset: one}] : []));
}

interface ReadDimension extends PublishedDimension {
  readonly codes: readonly string[];
  /** Its codes say what is told. */
  readonly measure: boolean;
}

interface TableRead {
  readonly table: PublishedTable;
  readonly leftOut: readonly LeftOut[];
}

function tableIn(dataset: Json, name: string, how: TidyFile, several: boolean): Outcome<TableRead, Refusal> {
  const {file, mapping, zerosPrinted} = how;
  const dimensions = dimensionsIn(dataset, mapping);
  const size = dimensions.reduce((product, {codes}) => product * codes.length, 1);
  const values = valuesIn(dataset.value, size);
  if (values === undefined || dimensions.length === 0)
    return refuse({
      reason: 'not-published-tables',
      file,
      rule: dimensions.length === 0 ? 'not-json-stat' : 'sizes-differ',
    });
  const extension = objectIn(dataset.extension);
  const statuses = valuesIn(dataset.status, size) ?? [];
  const printing: HowPrinted = {withheld: [...WITHHELD, ...(mapping.withheld ?? [])], zerosPrinted};
  const read: CellAsRead[] = [];
  for (let at = 0; at <= size; at++) {
    // The statement's own: a total is counted, and stands beside the cells.
    if (at === size && !('total' in extension)) break;
    const value = at === size ? extension.total : values[at];
    const status = at === size ? extension['total-status'] : statuses[at];
    // Not there to be known, which is not the same as withheld.
    if (value === null && (status === 'not-collected' || status === 'not-applicable' || status === 'published-only'))
      continue;
    const printed = value === null ? withheldAs(status) : String(value);
    const said = value === null && !/\d/.test(printed) ? UNKNOWN : (notWhole(value) ?? saidBy(printed, printing));
    const codes = at === size ? dimensions.map(() => TOTAL) : codesAt(dimensions, at);
    read.push({codes, printed, row: at + 1, said});
  }
  const counted = countsAmong(
    {file, name},
    read,
    dimensions.flatMap(({measure}, at) => (measure ? [at] : [])),
  );
  if (!counted.ok) return counted;
  // Whom a table counts; where a file does not say so, tables of it are not taken to count the same persons.
  const counts = canonicalJson([extension.unit ?? '', extension.period ?? '', extension.universe ?? {}]);
  const noTotal = extension.total === null && extension['total-status'] === 'not-applicable';
  const own = 'table' in extension ? counts : `${file}/${name}`;
  const table = {
    name,
    // The statement's own say whether they add up to anything.
    dimensions: dimensions.map(({codes: _, measure, apart, ...dimension}) => ({...dimension, apart: apart || noTotal})),
    cells: counted.value.cells,
    population: mapping.population === 'one' || !several ? '' : own,
    absent: mapping.absent ?? 'unknown',
  } as const;
  return done({table, leftOut: counted.value.leftOut});
}

/** A number, and no count: no sign of thousands is taken for it, since JSON has none. */
const notWhole = (value: unknown) =>
  typeof value !== 'number' || (Number.isInteger(value) && value >= 0)
    ? undefined
    : value < 0
      ? 'negative'
      : 'fraction';

const UNKNOWN = {low: 0, high: Number.POSITIVE_INFINITY};

const withheldAs = (status: unknown): string => (typeof status === 'string' && status !== '' ? status : '..');

const idsOf = (dataset: Json): readonly string[] => textsIn(dataset.id ?? objectIn(dataset.dimension).id);

function dimensionsIn(dataset: Json, mapping: TableMapping): readonly ReadDimension[] {
  const all = objectIn(dataset.dimension);
  // Version 1 has the order and the roles among the dimensions.
  const role = objectIn(dataset.role ?? all.role);
  const [times, metrics] = [textsIn(role.time), textsIn(role.metric)];
  return idsOf(dataset).map((id) => {
    const one = objectIn(all[id]);
    const {index, label} = objectIn(one.category);
    const labels = objectIn(label);
    const placed = isObject(index)
      ? Object.entries(index)
          .sort(([, a], [, b]) => Number(a) - Number(b))
          .map(([code]) => code)
      : textsIn(index);
    const raw = placed.length > 0 ? placed : Object.keys(labels);
    return {
      name: id,
      apart: times.includes(id) || metrics.includes(id) || isApart(id, mapping),
      measure: metrics.includes(id) || isMeasure(id),
      multiple: objectIn(one.extension).multiple === true || (mapping.multiple ?? []).includes(id),
      parents: parentsOf(id, mapping),
      codes: raw.map((code) => (isTotal(code, mapping) || isTotal(String(labels[code] ?? ''), mapping) ? TOTAL : code)),
    };
  });
}

/** By place; undefined where there are not as many as there are cells. An object has those that are there. */
function valuesIn(value: unknown, size: number): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.length === size ? value : undefined;
  if (typeof value === 'string') return Array.from({length: size}, () => value);
  if (!isObject(value)) return undefined;
  return Object.keys(value).some((at) => !(Number(at) < size))
    ? undefined
    : Array.from({length: size}, (_, i) => value[`${i}`] ?? null);
}

function codesAt(dimensions: readonly ReadDimension[], at: number): readonly string[] {
  let rest = at;
  return dimensions
    .toReversed()
    .map(({codes}) => {
      const code = codes[rest % codes.length] ?? TOTAL;
      rest = Math.floor(rest / codes.length);
      return code;
    })
    .toReversed();
}
