/**
 * The match weight of a pair in bits (Fellegi and Sunter; Splink's term frequency adjustment): the prior odds of λ, then each
 * field's log2 m/u at its level, moved by how frequent the value is. A waterfall tells the same sum step by step.
 */
import type {Field} from './field.ts';
import {rarestOf} from './frequencies.ts';
import type {Model} from './model.ts';

export interface Waterfall {
  /** log2 of the odds of λ. */
  readonly start: number;
  readonly steps: readonly Step[];
  /** The sum, and what a proof makes of it. */
  readonly weight: number;
  readonly probability: number;
  readonly proven: boolean;
}

export interface Step {
  readonly field: string;
  readonly left: string;
  readonly right: string;
  /** Undefined: missing on a side, which says nothing. */
  readonly level: string | undefined;
  readonly m: number;
  readonly u: number;
  readonly weight: number;
  /** Of a frequent value below 0, of a rare one above. */
  readonly frequency: number;
}

/** What an identifier that proves makes of the weight, where the other fields do not speak against it this much. */
export const PROOF = 30;
const AGAINST_PROOF = -6;
const FLOOR = 1e-7;
/** The weight of a proof that all else speaks against. */
export const CONTRADICTED = -1;

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);
export const weightOf = (probability: number): number => Math.log2(probability / (1 - probability));

const COST: Readonly<Record<string, number>> = {code: 0, identifier: 1, phone: 2, date: 3, text: 4, name: 5};

interface Weighed {
  readonly field: Field;
  /** Its place among the fields, and that of the field it leans on; −1: none. */
  readonly at: number;
  readonly on: number;
  readonly weights: Float64Array;
  /** Weights by the level of the field it leans on, plus one. */
  readonly leaning: readonly Float64Array[];
  /** Per level the frequency at which the adjustment is nil; 0: none. */
  readonly bases: Float64Array;
  /** Per value the most it can add, and by how much its rarity can move a level whose adjustment is nil at 1. */
  readonly most: Float64Array;
  readonly rarity: Float64Array;
}

export class MatchWeights {
  readonly start: number;
  readonly #weighed: readonly Weighed[];
  readonly #model: Model;
  readonly #fields: readonly Field[];
  /** Of the pair last weighed; −1: missing on a side. */
  readonly #levels: Int8Array;

  constructor(fields: readonly Field[], model: Model, bases: readonly Float64Array[]) {
    this.start = weightOf(model.lambda);
    this.#model = model;
    this.#fields = fields;
    this.#levels = new Int8Array(fields.length);
    this.#weighed = fields
      .flatMap((field, f) => weigh(fields, model, f, bases[f] ?? new Float64Array(field.levels.length)) ?? [])
      .sort((a, b) => (COST[a.field.kind] ?? 3) - (COST[b.field.kind] ?? 3));
  }

  /** The weight, or −Infinity as soon as it cannot reach `least`. */
  weight(i: number, j: number, least = Number.NEGATIVE_INFINITY): number {
    return this.#reaches(i, j, least) ? this.#sum(i, j) : Number.NEGATIVE_INFINITY;
  }

  /** Tells levels, the quickest first, for as long as the fields that are left can lift the pair to `least`. */
  #reaches(i: number, j: number, least: number): boolean {
    const weighed = this.#weighed;
    let reach = this.start + ROUNDING;
    for (let f = 0; f < weighed.length; f++) {
      const one = weighed[f];
      if (one !== undefined) reach += mostOf(one, one.field.codes[i] ?? -1, one.field.codes[j] ?? -1);
    }
    let proven = false;
    for (let f = 0; f < weighed.length; f++) {
      if (reach < least && !proven) return false;
      const one = weighed[f];
      if (one === undefined) continue;
      const a = one.field.codes[i] ?? -1;
      const b = one.field.codes[j] ?? -1;
      const level = a < 0 || b < 0 ? -1 : one.field.level(a, b);
      this.#levels[one.at] = level;
      if (level < 0) continue;
      const most = mostOf(one, a, b);
      reach += Math.min(most, mostAt(one, a, b, level)) - most;
      if (one.field.proves && level === 0) proven = true;
    }
    return reach >= least || proven;
  }

  #sum(i: number, j: number): number {
    let sum = this.start;
    let beside = 0;
    let proven = false;
    for (let f = 0; f < this.#weighed.length; f++) {
      const one = this.#weighed[f];
      const level = one === undefined ? -1 : (this.#levels[one.at] ?? -1);
      if (one === undefined || level < 0) continue;
      const weight =
        weightAt(one, this.#levels, level) + adjustment(one, one.field.codes[i] ?? -1, one.field.codes[j] ?? -1, level);
      sum += weight;
      if (!one.field.proves) beside += weight;
      if (one.field.proves && level === 0) proven = true;
    }
    return proven ? withProof(sum, beside) : sum;
  }

  explain(i: number, j: number): Waterfall {
    const weight = this.weight(i, j);
    const steps = this.#fields.map((field) => this.#step(field, i, j));
    const proven = this.#fields.some(({proves}, f) => proves && steps[f]?.level === this.#fields[f]?.levels[0]);
    return {start: this.start, steps, weight, probability: probabilityOf(weight), proven};
  }

  #step(field: Field, i: number, j: number): Step {
    const [a, b] = [field.codes[i] ?? -1, field.codes[j] ?? -1];
    const sides = {field: field.name, left: field.text(a), right: field.text(b)};
    const one = this.#weighed.find((weighed) => weighed.field === field);
    if (a < 0 || b < 0 || one === undefined) return {...sides, level: undefined, m: 1, u: 1, weight: 0, frequency: 0};
    const level = field.level(a, b);
    const {m, u} = this.#model.fields[this.#fields.indexOf(field)] ?? {m: [], u: []};
    return {
      ...sides,
      level: field.levels[level],
      m: m[level] ?? 1,
      u: u[level] ?? 1,
      weight: weightAt(one, this.#levels, level),
      frequency: adjustment(one, a, b, level),
    };
  }
}

/** An identifier on two people who are nothing alike proves nothing: somebody looks at it. */
const withProof = (weight: number, beside: number) => (beside < AGAINST_PROOF ? CONTRADICTED : Math.max(weight, PROOF));

/** Sums in another order differ by less. */
const ROUNDING = 1e-9;

function mostOf({most}: Weighed, a: number, b: number): number {
  return a < 0 || b < 0 ? 0 : Math.min(most[a] ?? 0, most[b] ?? 0);
}

/** What a field leans on and how frequent what is shared is are not asked yet: the one takes away, the other adds no more. */
function mostAt({weights, bases, rarity}: Weighed, a: number, b: number, level: number): number {
  const weight = weights[level] ?? 0;
  const base = bases[level] ?? 0;
  return base === 0 ? weight : weight + Math.max(0, Math.log2(base) + Math.min(rarity[a] ?? 0, rarity[b] ?? 0));
}

const weightAt = ({on, leaning, weights}: Weighed, levels: Int8Array, level: number): number =>
  (on < 0 ? weights[level] : leaning[(levels[on] ?? -1) + 1]?.[level]) ?? 0;

function weigh(fields: readonly Field[], model: Model, f: number, bases: Float64Array): Weighed | undefined {
  const field = fields[f];
  if (field === undefined) return undefined;
  const {m, u} = model.fields[f] ?? {m: [], u: []};
  const ratios = (chance: readonly number[]) =>
    Float64Array.from(field.levels, (_, at) => Math.log2((m[at] ?? 1) / Math.max(chance[at] ?? 1, FLOOR)));
  const weights = ratios(u);
  const {on, u: chances} = model.leaning[f] ?? {on: -1, u: [u]};
  // What is sound of a level by itself stays so beside another field: agreement weighs no more for the company it is in.
  const leaning = chances.map((chance) => ratios(chance).map((weight, at) => Math.min(weight, weights[at] ?? 0)));
  const rarity = Float64Array.from(
    {length: field.size},
    (_, code) => -Math.log2(Math.max(field.rarest(code), rarestOf(field))),
  );
  const half = {field, at: f, weights, bases, leaning, on, rarity};
  const most = Float64Array.from({length: field.size}, (_, code) =>
    Math.max(...weights.map((weight, at) => weight + Math.max(0, adjust(half, field.rarest(code), at)))),
  );
  // A proof is found, whatever else there is.
  return {...half, most: field.proves ? most.map((value) => value + PROOF * 4) : most};
}

function adjustment(one: Omit<Weighed, 'most'>, a: number, b: number, level: number): number {
  return (one.bases[level] ?? 0) === 0 ? 0 : adjust(one, one.field.frequency(a, b, level), level);
}

function adjust({field, bases}: Omit<Weighed, 'most'>, frequency: number, level: number): number {
  const base = bases[level] ?? 0;
  if (base === 0 || frequency === 1) return 0;
  const rarest = rarestOf(field);
  // Most names of a small table are there once. None of them is thought less rare than a name is on the whole.
  // What only the two have, as most birth dates, is no commoner for it: if they are one person, one person has it.
  if (level === 0 && frequency === rarest) return Math.log2(base / Math.min(rarest, base));
  return Math.log2(base / Math.max(frequency, level === 0 ? Math.min(rarest, base) : rarest));
}
