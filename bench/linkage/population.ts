/**
 * A file of synthetic persons in which some stand several times, with the truth beside it: the same seed and size give the
 * same file everywhere. Four persons in five stand once; of the rest most twice, a few up to six times; in no order.
 */
import {type Random, randomFrom, shuffle} from '../../examples/synthesis/random.ts';
import {type Names, namesOf} from './names.ts';
import {ORIGINS, type OriginId} from './origins.ts';
import {type Born, invent} from './person.ts';
import {COLUMNS, type PersonRecord, writeDown} from './record.ts';

export interface Population {
  readonly records: readonly PersonRecord[];
  /** Whose record it is. */
  readonly clusters: Uint32Array;
}

const TIMES = [
  {times: 1, weight: 80},
  {times: 2, weight: 14},
  {times: 3, weight: 4},
  {times: 4, weight: 1},
  {times: 6, weight: 1},
];
/** In a hundred persons. */
const MIX: readonly {readonly id: OriginId; readonly weight: number}[] = [
  {id: 'ng', weight: 17},
  {id: 'ro', weight: 15},
  {id: 'vn', weight: 12},
  {id: 'sy', weight: 11},
  {id: 'dk', weight: 10},
  {id: 'ua', weight: 9},
  {id: 'th', weight: 8},
  {id: 'ph', weight: 8},
  {id: 'cn', weight: 5},
  {id: 'ug', weight: 5},
];
const BORN: Born = {from: 1955, to: 2006};
const FIRST_NOISE = 0.3;

export type Stocks = ReadonlyMap<OriginId, Names>;
export const stocks = (): Stocks =>
  new Map(
    Object.keys(ORIGINS)
      .filter(isOrigin)
      .map((id) => [id, namesOf(id)]),
  );
const isOrigin = (id: string): id is OriginId => Object.hasOwn(ORIGINS, id);

export function anyNames(random: Random, known: Stocks): Names {
  const {id} = random.weighted(MIX);
  return known.get(id) ?? namesOf(id);
}

export function populate(seed: number, size: number): Population {
  const random = randomFrom(seed);
  const known = stocks();
  const records: PersonRecord[] = [];
  const clusters = new Uint32Array(size);
  for (let cluster = 0; records.length < size; cluster++) {
    const person = invent(random, anyNames(random, known), BORN);
    const {times} = random.weighted(TIMES);
    for (let time = 0; time < times && records.length < size; time++) {
      clusters[records.length] = cluster;
      records.push(writeDown(random, person, time === 0 ? FIRST_NOISE : 1));
    }
  }
  const order = Uint32Array.from({length: size}, (_, i) => i);
  shuffle(order, random);
  return {
    records: Array.from(order, (i) => records[i]).filter((record) => record !== undefined),
    clusters: order.map((i) => clusters[i] ?? 0),
  };
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** CSV with `id`, what was written, and — where it is asked for — the truth. */
export function* asCsv({records, clusters}: Population, truth: boolean): Generator<string> {
  yield `id,${COLUMNS.join()}${truth ? ',cluster' : ''}\n`;
  let lines = '';
  for (const [i, record] of records.entries()) {
    lines += `${i},${COLUMNS.map((column) => quoted(record[column])).join()}${truth ? `,${clusters[i]}` : ''}\n`;
    if (lines.length < 1 << 20) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}
