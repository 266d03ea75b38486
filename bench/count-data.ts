/**
 * The counting bench's units: ten million rows of twelve columns of codes, skewed as registers are, and the 25 tables over them.
 * Seeded: every run and every side counts the same.
 */
import type {CodeList, CodeRow} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import {defect} from '#kit/defect';
import {plainDate} from '#kit/plain-date';
import type {Column, UnitColumns} from '#tabulation/columns';
import type {Definitions, Reading} from '#tabulation/definitions';
import type {TableDefinition} from '#tabulation/table';

/** Columns by size. Code `c7` is value 7; the last is `unknown`. */
export const SIZES: Readonly<Record<string, number>> = {
  authority: 5,
  'contact-form': 9,
  nationality: 120,
  exploitation: 10,
  industry: 14,
  sex: 4,
  age: 7,
  repetition: 4,
  residence: 6,
  outcome: 5,
  region: 98,
  month: 12,
};
export const NAMES = Object.keys(SIZES);

const labels = {da: '', en: ''};
const from = plainDate('2000-01-01');
export const codeOf = (column: string, value: number): string =>
  value === (SIZES[column] ?? 0) - 1 ? 'unknown' : `c${value}`;

const listOf = (id: string): CodeList => ({
  id,
  labels,
  rows: Array.from(
    {length: SIZES[id] ?? 0},
    (_, value): CodeRow => ({code: codeOf(id, value), from, labels, correspondences: {}}),
  ),
});

export const definitions: Definitions = {
  codeLists: new Map(NAMES.map((id) => [id, listOf(id)])),
  concepts: NAMES.map((id): Concept => ({id, labels, list: id, of: id, level: 'recorded', multiple: false})),
};

const table = (dimensions: readonly string[], universe: TableDefinition['universe'] = {}): TableDefinition => ({
  id: [...Object.values(universe).flat(), ...dimensions].join('-by-'),
  title: labels,
  unit: 'person',
  universe,
  dimensions,
  categories: 'all',
  order: 'list',
  chart: 'none',
  notes: [],
});

/** As the statement has them: one-way tables of everybody, tables of one form, and two-way tables. */
export const tables: readonly TableDefinition[] = [
  ...NAMES.map((id) => table([id])),
  ...['c0', 'c1', 'c2'].flatMap((form) => ['sex', 'nationality'].map((id) => table([id], {exploitation: [form]}))),
  table(['industry'], {exploitation: ['c1']}),
  table(['nationality', 'sex']),
  table(['nationality', 'age']),
  table(['authority', 'contact-form']),
  table(['region', 'month']),
  table(['age', 'sex']),
  table(['residence', 'outcome']),
];

/** mulberry32. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Squared, so that the first codes are common and the last rare. */
export function fill(values: Uint8Array, size: number, seed: number): Uint8Array {
  const next = random(seed);
  for (let row = 0; row < values.length; row++) values[row] = Math.floor(next() ** 2 * size);
  return values;
}

export function columnsOver(rows: number, valuesOf: (name: string) => Uint8Array): UnitColumns {
  const columns = new Map(
    NAMES.map((name): readonly [string, Column] => {
      const size = SIZES[name] ?? 0;
      const recorded = Array.from({length: size}, (_, value) => ({code: codeOf(name, value), on: from}));
      return [name, {values: valuesOf(name), size, recorded}];
    }),
  );
  return {
    rows,
    units: undefined,
    column: ({concept}: Reading) => columns.get(concept.of) ?? defect(`no column ${concept.of}`),
  };
}

/** For distinct persons: rows sorted by person, one to three of each. */
export function fillOwners(owners: Uint32Array, seed: number): Uint32Array {
  const next = random(seed);
  let person = 0;
  for (let row = 0; row < owners.length; row++) {
    if (next() < 0.6) person += 1;
    owners[row] = person;
  }
  return owners;
}

/** Distinct persons by these columns, with every margin. */
export const DISTINCT: readonly (readonly string[])[] = [
  ['exploitation', 'sex'],
  ['exploitation', 'nationality'],
  ['exploitation', 'age'],
];

/** Every subset of a table's dimensions: the cells and the margins. */
export const marginsOf = (columns: readonly string[]): readonly (readonly string[])[] =>
  Array.from({length: 2 ** columns.length}, (_, bits) => columns.filter((_, i) => (bits >> i) & 1));
