/** Draws names as common as they are: the head by its shares, the rest from a long tail by Zipf's law. */
import {type Random, randomFrom} from '../../examples/synthesis/random.ts';
import {ORIGINS, type Origin, type OriginId, type Stock} from './origins.ts';

/** A name, drawn by its share. */
export type Draw = (random: Random) => string;

export interface Names {
  readonly origin: Origin;
  readonly female: Draw;
  readonly male: Draw;
  readonly surname: Draw;
  readonly middle?: {readonly female: Draw; readonly male: Draw};
}

const GIVEN_TAIL = 400;
const SURNAME_TAIL = 6000;
const ZIPF_FROM = 20;
const FINE = 0x4000_0000;

export const namesOf = (id: OriginId): Names => {
  const origin: Origin = ORIGINS[id];
  const {female, male, surname, middle} = origin;
  return {
    origin,
    female: drawer(female, GIVEN_TAIL),
    male: drawer(male, GIVEN_TAIL),
    surname: drawer(surname, SURNAME_TAIL),
    ...(middle && {middle: {female: drawer({head: middle.female}, 0), male: drawer({head: middle.male}, 0)}}),
  };
};

function drawer({head, tail}: Stock, tailSize: number): Draw {
  // Names of several words are separated by what follows the share.
  const common = [...head.matchAll(/(\S[^:]*):(\d+)/g)].map(([, name = '', share]) => ({name, weight: Number(share)}));
  const rest = tail === undefined ? [] : longTail(tail, tailSize, 1000 - sum(common));
  const all = [...common, ...rest];
  const upTo = Float64Array.from(all, ({weight}) => weight);
  for (let i = 1; i < upTo.length; i++) upTo[i] = (upTo[i] ?? 0) + (upTo[i - 1] ?? 0);
  const total = upTo.at(-1) ?? 0;
  return (random) => all[firstAbove(upTo, (random.below(FINE) / FINE) * total)]?.name ?? '';
}

const sum = (list: readonly {readonly weight: number}[]) => list.reduce((total, {weight}) => total + weight, 0);

function longTail(syllables: readonly [string, string, string], size: number, share: number) {
  const [beginnings = [], middles = [], endings = []] = syllables.map((list) => list.split(' '));
  const random = randomFrom(size);
  const built = new Set<string>();
  for (let tries = 0; built.size < size && tries < size * 4; tries++) {
    const middle = random.pick(middles) + (size > 1000 && random.chance(0.3) ? random.pick(middles) : '');
    built.add(random.pick(beginnings) + middle + random.pick(endings));
  }
  const ranked = [...built].map((name, rank) => ({name, weight: 1 / (rank + ZIPF_FROM)}));
  const scale = share / sum(ranked);
  return ranked.map(({name, weight}) => ({name, weight: weight * scale}));
}

function firstAbove(upTo: Float64Array, value: number): number {
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((upTo[half] ?? 0) > value) high = half;
    else low = half + 1;
  }
  return low;
}
