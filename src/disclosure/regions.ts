/**
 * The persons of one population, by what tables tell apart. Everything that can be recorded of a source (nationality, sex) falls
 * into classes that no table divides further; a region is a class of each of some sources. What tables count are sums of regions,
 * and regions of few sources are sums of those of more.
 */
import type {Predicate} from '#tabulation/predicate';

/** A class of each of some sources, in the order of the sources. */
export interface Region {
  readonly sources: readonly string[];
  readonly classes: readonly number[];
}

export const regionKey = ({sources, classes}: Region): string =>
  sources.map((source, i) => `${source} ${classes[i]}`).join('\n');

export class Classes {
  /** By source: the classes each set of atoms is made of; of `forms=prostitution` there are two, that it is so and that it is not. */
  readonly #classes = new Map<string, {readonly count: number; readonly of: ReadonlyMap<string, readonly number[]>}>();

  constructor(predicates: readonly Predicate[], everything: (source: string) => ReadonlySet<number>) {
    const sets = new Map<string, Map<string, ReadonlySet<number>>>();
    for (const {within, among} of predicates) {
      for (const [source, {key, set}] of within) {
        const known = sets.get(source) ?? new Map<string, ReadonlySet<number>>();
        sets.set(source, known.set(key, set));
      }
      for (const one of among) this.#classes.set(one, {count: 2, of: new Map([[one, [0]]])});
    }
    for (const [source, known] of sets) this.#classes.set(source, classesOf(everything(source), known));
  }

  /** The sources that limit it, sorted. */
  sourcesOf({within, among}: Predicate): readonly string[] {
    return [...within.keys(), ...among].sort();
  }

  /** The regions it is the sum of; none: nobody can be in it. */
  regionsOf(predicate: Predicate): readonly Region[] {
    const sources = this.sourcesOf(predicate);
    const classes = sources.map((source) => {
      const key = predicate.within.get(source)?.key ?? source;
      return this.#classes.get(source)?.of.get(key) ?? [];
    });
    return combine(classes).map((combination) => ({sources, classes: combination}));
  }

  /** Where none of these divides a source that those do not: their classes are the same then, by the same numbers. */
  isAsFineAs(others: Classes): boolean {
    return [...this.#classes.keys()].every((source) => this.countOf(source) === others.countOf(source));
  }

  countOf(source: string): number {
    return this.#classes.get(source)?.count ?? 1;
  }

  /** Every region of these sources whose classes are those of `part` where it has them. */
  regionsIn(sources: readonly string[], part: Region): readonly Region[] {
    const classes = sources.map((source) => {
      const at = part.sources.indexOf(source);
      return at < 0 ? Array.from({length: this.countOf(source)}, (_, i) => i) : [part.classes[at] ?? 0];
    });
    return combine(classes).map((combination) => ({sources, classes: combination}));
  }
}

/** Atoms are of one class when they are in the same sets. */
function classesOf(everything: ReadonlySet<number>, sets: ReadonlyMap<string, ReadonlySet<number>>) {
  const keys = [...sets.keys()];
  const numbers = new Map<string, number>();
  const of = new Map<string, Set<number>>(keys.map((key) => [key, new Set()]));
  for (const atom of everything) {
    const inside = keys.filter((key) => sets.get(key)?.has(atom));
    const signature = inside.join();
    const number = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, number);
    for (const key of inside) of.get(key)?.add(number);
  }
  return {count: numbers.size, of: new Map([...of].map(([key, classes]) => [key, [...classes]]))};
}

function combine(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return lists.reduce<readonly (readonly number[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  );
}

/** Sets of sources that no other holds. */
export function maximal(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const distinct = [...new Map(sets.map((one) => [one.join('\n'), one])).values()];
  return distinct.filter(
    (one) => !distinct.some((other) => other !== one && one.every((part) => other.includes(part))),
  );
}

/**
 * Sets that close a circle (A with B, B with C, A with C): what is left when every set that hangs on one other is taken off, again and
 * again. Within such a circle tables can agree pairwise and yet be of no persons.
 */
export function circleOf(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let left = [...maximal(sets)];
  for (;;) {
    const ear = left.findIndex((one, at) => {
      const others = left.filter((_, other) => other !== at);
      const shared = one.filter((part) => others.some((other) => other.includes(part)));
      return others.length === 0 || others.some((other) => shared.every((part) => other.includes(part)));
    });
    if (ear < 0) return left;
    left = left.filter((_, at) => at !== ear);
  }
}
