/**
 * At which frequency a level's weight stands unmoved: the harmonic mean of what random pairs on the level share, so that
 * over all of them the likelihoods still sum to one. At exact agreement on single terms that is u itself.
 */
import type {Field} from './field.ts';
import type {Model} from './model.ts';
import {drawnPairs, pairsOf} from './random-pairs.ts';

/** A value that was seen once may be more frequent than that. */
const RAREST = 2;
export const rarestOf = ({known}: Field): number => RAREST / Math.max(RAREST, known);

const SAMPLE = 100_000;
const ENOUGH = 20;

export function frequencyBases(
  fields: readonly Field[],
  model: Model,
  records: Int32Array,
  seed: number,
): readonly Float64Array[] {
  const size = records.length;
  const sample = drawnPairs(size, size < 2 ? 0 : Math.min(SAMPLE, pairsOf(size)), seed + 1);
  return fields.map((field, f) => {
    const sums = new Float64Array(field.levels.length);
    const counts = new Float64Array(field.levels.length);
    for (const pair of sample) {
      const a = field.codes[records[Math.floor(pair / size)] ?? -1] ?? -1;
      const b = field.codes[records[pair % size] ?? -1] ?? -1;
      if (a < 0 || b < 0) continue;
      const level = field.level(a, b);
      const frequency = field.frequency(a, b, level);
      if (frequency >= 1) continue;
      sums[level] = (sums[level] ?? 0) + 1 / Math.max(frequency, rarestOf(field));
      counts[level] = (counts[level] ?? 0) + 1;
    }
    return sums.map((sum, level) => baseOf(sum, counts[level] ?? 0, level, model.fields[f]?.u[0] ?? 0));
  });
}

const baseOf = (sum: number, count: number, level: number, exact: number) =>
  level === 0 ? exact : count < ENOUGH ? 0 : count / sum;
