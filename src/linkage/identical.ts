/**
 * Records that say the same in every field. The first of them is compared and the others follow it, where so much agreement
 * makes them one person; where it does not, each is compared for itself, as long as they are not too many.
 */
import type {Field} from './field.ts';
import type {MatchWeights} from './match-weight.ts';

export interface Identical {
  /** The records to compare: the first of each group, in order. Those that say nothing at all are not among them. */
  readonly representatives: Int32Array;
  /** The records the model is estimated from, in order: the first few of each group, and none that say nothing at all. */
  readonly evidence: Int32Array;
  /** Groups of more than one. */
  readonly groups: readonly (readonly number[])[];
}

/**
 * How many of one group are evidence. Somebody who comes back word for word tells that records of one person agree; a block
 * of a thousand, a default or a file read twice over, tells no more than that, and would be most of the pairs.
 */
const EVIDENCE = 5;

export function identicalRecords(fields: readonly Field[], records: number): Identical {
  const first = new Map<string, number>();
  const groups = new Map<number, number[]>();
  const representatives = new Int32Array(records);
  const evidence = new Int32Array(records);
  let [compared, counted] = [0, 0];
  for (let r = 0; r < records; r++) {
    const codes = fields.map((field) => field.codes[r] ?? -1);
    if (codes.every((code) => code < 0)) continue;
    const said = codes.join(' ');
    const before = first.get(said);
    if (before === undefined) {
      first.set(said, r);
      representatives[compared++] = r;
      evidence[counted++] = r;
      continue;
    }
    const group = groups.get(before) ?? [before];
    if (group.length < EVIDENCE) evidence[counted++] = r;
    if (group.push(r) === 2) groups.set(before, group);
  }
  return {
    representatives: representatives.slice(0, compared),
    evidence: evidence.slice(0, counted),
    groups: [...groups.values()],
  };
}

export interface Followed {
  readonly compared: Int32Array;
  /** Follow their first as linked pairs, all of them. */
  readonly small: readonly (readonly number[])[];
  /** So many that only the pairs with the first are told. */
  readonly large: readonly (readonly number[])[];
  /** So many and so little said that they are left as they are. */
  readonly unsaid: readonly (readonly number[])[];
}

export const MANY = 200;
/** A block that somebody is told of: more than a hundredth of a table, or more than would be told pair by pair. */
const LEAST_TOLD = 20;

export const toldBlocks = ({groups}: Identical, records: number): readonly number[] => {
  const most = Math.min(MANY, Math.max(LEAST_TOLD, records / 100));
  return groups.map(({length}) => length).filter((length) => length > most);
};

export function follow({representatives, groups}: Identical, weights: MatchWeights, least: number): Followed {
  const isOne = ([a, b]: readonly number[]) => weights.weight(a ?? 0, b ?? 0) >= least;
  const same = groups.filter(isOne);
  const rest = groups.filter((group) => !isOne(group));
  const apart = rest.filter(({length}) => length <= MANY).flatMap((group) => group.slice(1));
  return {
    compared: apart.length === 0 ? representatives : Int32Array.from([...representatives, ...apart]).sort(),
    small: same.filter(({length}) => length <= MANY),
    large: same.filter(({length}) => length > MANY),
    unsaid: rest.filter(({length}) => length > MANY),
  };
}
