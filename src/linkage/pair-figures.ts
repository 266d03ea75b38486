/** Pairs that were put to reviewers, added up: of each band and each stratum how many there are, are decided, and are one person. */
import {type Estimate, type LookedAt, precisionOf, recallOf, type Stratum} from './quality.ts';

export interface PutPair {
  /** Above the upper threshold, between the two, or a stratum of what is below both; or decided by the policy, without a reviewer. */
  readonly part: 'link' | 'clerical' | 'identifier' | 'weight' | {readonly stratum: string};
  /** Undefined: not decided. */
  readonly same: boolean | undefined;
}

export interface StratumSize {
  readonly stratum: string;
  readonly of: number;
}

export interface Band extends LookedAt {
  readonly precision: Estimate | undefined;
}

export interface PairFigures {
  readonly link: Band;
  readonly clerical: Band;
  /** What an identifier proves, and what was decided by its weight: nobody looked. */
  readonly identifier: number;
  readonly weight: number;
  readonly strata: readonly (Stratum & {readonly stratum: string})[];
  /** Of the pairs that are one person: those linked, and those put to the office or linked. Undefined: not known. */
  readonly recall: {readonly linked: Estimate | undefined; readonly put: Estimate | undefined};
}

/** `isOf`: of a part of the pairs only; those drawn of a stratum stand for all of it still. `strata` undefined: no recall. */
export function figuresOf<P extends PutPair>(
  pairs: readonly P[],
  strata: readonly StratumSize[] | undefined,
  isOf: (pair: P) => boolean = () => true,
): PairFigures {
  const among = (all: readonly P[]): LookedAt => ({
    pairs: all.length,
    decided: all.filter(({same}) => same !== undefined).length,
    same: all.filter(({same}) => same === true).length,
  });
  const ours = (part: PutPair['part']) => among(pairs.filter((one) => one.part === part && isOf(one)));
  const [link, clerical, identifier, weight] = [ours('link'), ours('clerical'), ours('identifier'), ours('weight')];
  const sampled = (strata ?? []).map(({stratum, of}) => {
    const drawn = pairs.filter(({part}) => typeof part !== 'string' && part.stratum === stratum);
    const {pairs: all, decided, same} = among(drawn.filter(isOf));
    // Pairs of others, whatever they are, are none of these.
    return {stratum, of, pairs: drawn.length, decided: drawn.length - (all - decided), same};
  });
  // Nobody looked at what was decided by its weight: it may be as the linked pairs that somebody looked at, or not.
  const linked = [{...link, pairs: link.pairs + weight.pairs}, identifier];
  const isKnown = strata !== undefined;
  return {
    link: {...link, precision: precisionOf(link)},
    clerical: {...clerical, precision: precisionOf(clerical)},
    identifier: identifier.pairs,
    weight: weight.pairs,
    strata: sampled,
    recall: {
      linked: isKnown ? recallOf(linked, [clerical], sampled) : undefined,
      put: isKnown ? recallOf([...linked, clerical], [], sampled) : undefined,
    },
  };
}
