/** Pairs that were put to reviewers, added up: of each band and each stratum how many there are, are decided, and are one person. */
import {type Estimate, type LookedAt, precisionOf, recallOf, type Stratum} from './quality.ts';

export interface PutPair {
  /**
   * Above the upper threshold, between the two, or of a stratum of what is below both; decided by the policy, without a reviewer; or not put, where
   * others join the two.
   */
  readonly part: 'link' | 'clerical' | 'identifier' | 'weight' | 'through' | {readonly stratum: string};
  /** Undefined: not decided. */
  readonly same: boolean | undefined;
  /** Joined through others, by linked pairs alone, by all that were put, or by what nobody looked at: then the pair was not missed. */
  readonly through?: Through | undefined;
}

export type Through = 'linked' | 'put' | 'weight';

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
  /** Not put, and one person by the pairs that were. */
  readonly through: number;
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
  const ours = (part: PutPair['part']) => pairs.filter((one) => one.part === part && isOf(one));
  const [link, clerical, through] = [ours('link'), ours('clerical'), ours('through')];
  const [identifier, weight] = [among(ours('identifier')), among(ours('weight'))];
  const drawn = strata?.map(({stratum, of}) => {
    const all = pairs.filter(({part}) => typeof part !== 'string' && part.stratum === stratum);
    const missable = among(all.filter((pair) => isOf(pair) && pair.through === undefined));
    // Pairs of others, and what was found through others, are no missed pairs of these.
    return {
      stratum,
      of,
      pairs: all.length,
      decided: all.length - (missable.pairs - missable.decided),
      same: missable.same,
    };
  });
  const isLinked = (one: P) => one.through === 'linked';
  const [byLinks, byClerical] = [among(through.filter(isLinked)), among(through.filter((one) => !isLinked(one)))];
  // Nobody looked at what was decided by its weight: it may be as the linked pairs that somebody looked at, or not.
  const linked = [plus(among(link), weight), identifier, byLinks];
  const unlinked = [among(clerical.filter((one) => !isLinked(one))), byClerical];
  return {
    link: banded(among(link)),
    clerical: banded(among(clerical)),
    identifier: identifier.pairs,
    weight: weight.pairs,
    through: through.length,
    strata: drawn ?? [],
    recall: {
      linked: drawn && recallOf([...linked, among(clerical.filter(isLinked))], unlinked, drawn),
      put: drawn && recallOf([...linked, among(clerical), byClerical], [], drawn),
    },
  };
}

const banded = (band: LookedAt): Band => ({...band, precision: precisionOf(band)});

const plus = (a: LookedAt, b: LookedAt): LookedAt => ({
  pairs: a.pairs + b.pairs,
  decided: a.decided + b.decided,
  same: a.same + b.same,
});

const among = (pairs: readonly PutPair[]): LookedAt => ({
  pairs: pairs.length,
  decided: pairs.filter(({same}) => same !== undefined).length,
  same: pairs.filter(({same}) => same === true).length,
});
