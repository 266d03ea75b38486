/**
 * How well a linkage does, by what reviewers said of its pairs: of the pairs it links, how many are one person (precision); of the pairs
 * that are one person, how many it found (recall). What lies below the threshold is known by a sample, stratum by stratum
 * (docs/method/linkage-quality.md).
 */
import {amongDrawn, clopperPearson, type Interval} from './exact-intervals.ts';

/** Pairs of one band, or of a stratum that pairs were drawn from. */
export interface LookedAt {
  readonly pairs: number;
  /** Of them, what was decided. */
  readonly decided: number;
  /** One person. */
  readonly same: number;
}

/** `pairs`: those drawn. */
export interface Stratum extends LookedAt {
  /** All that the stratum holds. */
  readonly of: number;
}

export interface Estimate extends Interval {
  readonly share: number;
}

export const CONFIDENCE = 0.95;

/** Undefined: nothing was decided. */
export const precisionOf = ({decided, same}: LookedAt): Estimate | undefined =>
  decided === 0 ? undefined : {share: same / decided, ...clopperPearson(same, decided, CONFIDENCE)};

/**
 * `found`: the bands that count as found; `missed`: those that do not, wholly put to the office. Of pairs that wait to be decided the share is that
 * of the decided ones, and the interval has room for any answer. Undefined: nobody is known to be found or missed, or of a part with pairs nothing is
 * decided.
 */
export function recallOf(
  found: readonly LookedAt[],
  missed: readonly LookedAt[],
  strata: readonly Stratum[],
): Estimate | undefined {
  const parts: readonly LookedAt[] = [...found, ...missed, ...strata];
  if (parts.some(({pairs, decided}) => pairs > 0 && decided === 0)) return undefined;
  const [f, m, s] = [sum(found.map(banded)), sum(missed.map(banded)), sum(spread(strata))];
  const share = f.likely / (f.likely + m.likely + s.likely);
  if (Number.isNaN(share)) return undefined;
  const [least, most] = [m.from + s.from, m.to + s.to];
  return {share, from: f.from === 0 ? 0 : f.from / (f.from + most), to: f.to === 0 ? 0 : f.to / (f.to + least)};
}

/** How many of them are one person. */
interface Same extends Interval {
  readonly likely: number;
}

const banded = ({pairs, decided, same}: LookedAt): Same => ({
  likely: decided === 0 ? 0 : (same / decided) * pairs,
  from: same,
  to: same + pairs - decided,
});

/** Each stratum that was not drawn whole has its part of what all together may be wrong by (Bonferroni). */
function spread(strata: readonly Stratum[]): readonly Same[] {
  const partly = Math.max(1, strata.filter(({pairs, of}) => pairs < of).length);
  const confidence = 1 - (1 - CONFIDENCE) / partly;
  return strata.map(({of, pairs, decided, same}) => {
    if (of === 0 || pairs === 0) return {likely: 0, from: 0, to: of};
    // What was drawn and not decided may be either.
    return {
      likely: decided === 0 ? 0 : (same / decided) * of,
      from: amongDrawn(same, pairs, of, confidence).from,
      to: amongDrawn(same + pairs - decided, pairs, of, confidence).to,
    };
  });
}

const sum = (all: readonly Same[]): Same => ({
  likely: all.reduce((total, {likely}) => total + likely, 0),
  from: all.reduce((total, {from}) => total + from, 0),
  to: all.reduce((total, {to}) => total + to, 0),
});

/**
 * How many to draw of each stratum: one of each, then by the square root of its size. A stratum in which none is found may still hold
 * some, in proportion to its size over what was drawn of it, and so the sum of these is least.
 */
export function shareOut(sizes: readonly number[], draws: number): readonly number[] {
  const drawn = sizes.map(() => 0);
  for (let left = Math.min(draws, total(sizes)); left > 0; left--) {
    const gains = sizes.map((size, at) => gainOf(size, drawn[at] ?? 0));
    const at = gains.indexOf(Math.max(...gains));
    drawn[at] = (drawn[at] ?? 0) + 1;
  }
  return drawn;
}

function gainOf(size: number, drawn: number): number {
  if (drawn === size) return -1;
  return drawn === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(size) / (drawn + 0.5);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
