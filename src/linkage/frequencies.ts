/**
 * At which frequency a level's weight stands unmoved: the harmonic mean of what random pairs on the level share, so that
 * over all of them the likelihoods still sum to one. At exact agreement on single terms that is u itself.
 */
import type {Field} from './field.ts';
import type {Model} from './model.ts';
import {pairsOf} from './random-pairs.ts';
import {seeded} from './seeded.ts';

const SAMPLE = 100_000;
const ENOUGH = 20;

export function frequencyBases(
  fields: readonly Field[],
  model: Model,
  records: number,
  seed: number,
): readonly Float64Array[] {
  const draw = seeded(seed + 1);
  const sample = Array.from(
    {length: Math.min(SAMPLE, pairsOf(records))},
    () => [draw(records), draw(records)] as const,
  );
  return fields.map((field, f) => {
    const sums = new Float64Array(field.levels.length);
    const counts = new Float64Array(field.levels.length);
    for (const [i, j] of sample) {
      const [a, b] = [field.codes[i] ?? -1, field.codes[j] ?? -1];
      if (i === j || a < 0 || b < 0) continue;
      const level = field.level(a, b);
      const frequency = field.frequency(a, b, level);
      if (frequency >= 1) continue;
      sums[level] = (sums[level] ?? 0) + 1 / frequency;
      counts[level] = (counts[level] ?? 0) + 1;
    }
    return sums.map((sum, level) => baseOf(sum, counts[level] ?? 0, level, model.fields[f]?.u[0] ?? 0));
  });
}

const baseOf = (sum: number, count: number, level: number, exact: number) =>
  level === 0 ? exact : count < ENOUGH ? 0 : count / sum;
