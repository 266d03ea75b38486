/**
 * The match weight of a pair in bits (Fellegi and Sunter; Splink's term frequency adjustment): the prior odds of λ, then each
 * field's log2 m/u at its level, moved by how frequent the value is. A waterfall tells the same sum step by step.
 */
import type {Field} from './field.ts';
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
/** A value that was seen once may be more frequent than that. */
const RAREST = 2;

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);
export const weightOf = (probability: number): number => Math.log2(probability / (1 - probability));

const COST: Readonly<Record<string, number>> = {code: 0, identifier: 1, phone: 2, date: 3, text: 4, name: 5};

interface Weighed {
  readonly field: Field;
  readonly weights: Float64Array;
  /** Codes of the field it leans on, and weights by that one's level plus one. */
  readonly on: Field | undefined;
  readonly leaning: readonly Float64Array[];
  /** Per level the frequency at which the adjustment is nil; 0: none. */
  readonly bases: Float64Array;
  /** Per value the most it can add. */
  readonly most: Float64Array;
}

export class MatchWeights {
  readonly start: number;
  readonly #weighed: readonly Weighed[];
  readonly #model: Model;
  readonly #fields: readonly Field[];

  constructor(fields: readonly Field[], model: Model, bases: readonly Float64Array[]) {
    this.start = weightOf(model.lambda);
    this.#model = model;
    this.#fields = fields;
    this.#weighed = fields
      .flatMap((field, f) => weigh(fields, model, f, bases[f] ?? new Float64Array(field.levels.length)) ?? [])
      .sort((a, b) => (COST[a.field.kind] ?? 3) - (COST[b.field.kind] ?? 3));
  }

  /** The weight, or −Infinity as soon as it cannot reach `least`. */
  weight(i: number, j: number, least = Number.NEGATIVE_INFINITY): number {
    const weighed = this.#weighed;
    let reach = this.start;
    for (let f = 0; f < weighed.length; f++) {
      const one = weighed[f];
      const a = one?.field.codes[i] ?? -1;
      if (one !== undefined && a >= 0 && (one.field.codes[j] ?? -1) >= 0) reach += one.most[a] ?? 0;
    }
    let proven = false;
    let beside = 0;
    for (let f = 0; f < weighed.length; f++) {
      if (reach < least && !proven) return Number.NEGATIVE_INFINITY;
      const one = weighed[f];
      if (one === undefined) continue;
      const a = one.field.codes[i] ?? -1;
      const b = one.field.codes[j] ?? -1;
      if (a < 0 || b < 0) continue;
      const level = one.field.level(a, b);
      const weight = weightAt(one, i, j, level) + adjustment(one, a, b, level);
      reach += weight - (one.most[a] ?? 0);
      if (!one.field.proves) beside += weight;
      if (one.field.proves && level === 0) proven = true;
    }
    return proven ? withProof(reach, beside) : reach;
  }

  explain(i: number, j: number): Waterfall {
    const steps = this.#fields.map((field) => this.#step(field, i, j));
    const weight = this.weight(i, j);
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
      weight: weightAt(one, i, j, level),
      frequency: adjustment(one, a, b, level),
    };
  }
}

/** An identifier on two people who are nothing alike proves nothing: somebody looks at it. */
const withProof = (weight: number, beside: number) => (beside < AGAINST_PROOF ? CONTRADICTED : Math.max(weight, PROOF));

function weightAt({on, leaning, weights}: Weighed, i: number, j: number, level: number): number {
  if (on === undefined) return weights[level] ?? 0;
  const [a, b] = [on.codes[i] ?? -1, on.codes[j] ?? -1];
  return leaning[a < 0 || b < 0 ? 0 : on.level(a, b) + 1]?.[level] ?? 0;
}

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
  const half = {field, weights, bases, leaning, on: fields[on]};
  const most = Float64Array.from({length: field.size}, (_, code) =>
    Math.max(...weights.map((weight, at) => weight + Math.max(0, adjust(half, field.frequency(code, code, at), at)))),
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
  return Math.log2(base / Math.max(frequency, RAREST / Math.max(RAREST, field.known)));
}
