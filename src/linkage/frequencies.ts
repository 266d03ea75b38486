/**
 * At which frequency a level's weight stands unmoved: the harmonic mean of what random pairs on the level share, so that
 * over all of them the likelihoods still sum to one. At exact agreement on single terms that is u itself.
 */
import type {Field} from './field.ts';
import type {Model} from './model.ts';
import {pairsOf} from './random-pairs.ts';
import {seeded} from './seeded.ts';

/** A value that was seen once may be more frequent than that. */
const RAREST = 2;
export const rarestOf = ({known}: Field): number => RAREST / Math.max(RAREST, known);

const SAMPLE = 100_000;
const ENOUGH = 20;

export function frequencyBases(
  fields: readonly Field[],
  model: Model,
  records: number,
  seed: number,
): readonly Float64Array[] {
  const draw = seeded(seed + 1);
  // Two by two.
  const sample = Int32Array.from({length: 2 * Math.min(SAMPLE, pairsOf(records))}, () => draw(records));
  return fields.map((field, f) => {
    const sums = new Float64Array(field.levels.length);
    const counts = new Float64Array(field.levels.length);
    for (let at = 0; at < sample.length; at += 2) {
      const [i, j] = [sample[at] ?? 0, sample[at + 1] ?? 0];
      const [a, b] = [field.codes[i] ?? -1, field.codes[j] ?? -1];
      if (i === j || a < 0 || b < 0) continue;
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
