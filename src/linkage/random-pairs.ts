/** Random pairs of records, from which u is estimated: all of them where they are few, else a seeded sample. */
import type {Field} from './field.ts';
import {PatternCounter, type Patterns} from './patterns.ts';
import {seeded} from './seeded.ts';

export const ALL_UP_TO = 3_000_000;
const SAMPLE = 300_000;

export const pairsOf = (records: number): number => (records * Math.max(0, records - 1)) / 2;

export function randomPatterns(fields: readonly Field[], records: Int32Array, seed: number): Patterns {
  const counter = new PatternCounter(fields);
  const size = records.length;
  const add = (i: number, j: number) => counter.add(records[i] ?? 0, records[j] ?? 0);
  if (pairsOf(size) <= ALL_UP_TO) {
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) add(i, j);
    return counter.counted();
  }
  for (const pair of drawnPairs(size, SAMPLE, seed)) add(Math.floor(pair / size), pair % size);
  return counter.counted();
}

/**
 * Pairs of different records, as many as are drawn, each as first × records + second. In order: records that lie together in
 * memory are looked at together, which is several times as fast.
 */
export function drawnPairs(records: number, size: number, seed: number): Float64Array {
  const draw = seeded(seed);
  const drawn = new Float64Array(size);
  for (let at = 0; at < size; ) {
    const i = draw(records);
    const j = draw(records);
    if (i !== j) drawn[at++] = i * records + j;
  }
  return drawn.sort();
}
