/**
 * Which units a cell counts, as a set: of every recorded concept, the codes (each on a day of its own life) that put a unit in.
 * Two cells with the same predicate count the same units whatever their tables are called, and must agree.
 */
import {type Code, rowsOn} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Period} from '#concepts/period';
import type {PlainDate} from '#kit/plain-date';
import type {Recorded} from './columns.ts';
import {ALL} from './cube.ts';
import {type Definitions, type Reading, readingOf} from './definitions.ts';
import {codeAt, daysOf} from './level.ts';

export interface Predicate {
  readonly key: string;
  /** By source of recorded codes, where not every atom will do: those that do. */
  readonly within: ReadonlyMap<string, Atoms>;
  /** Of multi-response concepts: `forms=prostitution` says that it is among the person's. */
  readonly among: ReadonlySet<string>;
}

/** Equal sets are the same object with the same key, within one {@link Meanings}. */
export interface Atoms {
  readonly key: string;
  readonly set: ReadonlySet<number>;
}

export const predicateKey = ({within, among}: Pick<Predicate, 'within' | 'among'>): string =>
  [...[...within].map(([source, {key}]) => `${source}: ${key}`), ...among].sort().join('; ');

export type Universe = Readonly<Record<ConceptId, readonly Code[]>>;

/** Several definitions of the same units: all of them, in one order, and the sets that any of them has made. */
export interface Beside {
  readonly definitions: readonly Definitions[];
  readonly interned: Map<string, Atoms>;
}

/** What codes mean in one span of days. */
export class Meanings {
  readonly #definitions: Definitions;
  readonly #span: Period;
  readonly #atoms = new Map<string, readonly Recorded[]>();
  readonly #codes = new Map<string, readonly Code[]>();
  readonly #having = new Map<string, Atoms>();
  readonly #everything = new Map<string, Atoms>();
  readonly #both = new Map<Atoms, Map<Atoms, Atoms>>();
  readonly #universes = new Map<Universe, Predicate>();
  readonly #interned: Map<string, Atoms>;
  readonly #together: readonly Definitions[];

  /** `beside`: of the same units under other definitions, whose predicates are then the same where they count the same. */
  constructor(definitions: Definitions, span: Period, beside?: Beside) {
    this.#definitions = definitions;
    this.#span = span;
    this.#together = beside?.definitions ?? [definitions];
    this.#interned = beside?.interned ?? new Map<string, Atoms>();
  }

  readingOf(id: ConceptId): Reading {
    return readingOf(this.#definitions, id);
  }

  /** Where a concept's codes are recorded: concepts over one source limit each other. */
  sourceOf(id: ConceptId): string {
    const {concept, list} = this.readingOf(id);
    return `${concept.of} ${list.id}`;
  }

  /** Everything that can be recorded there: a code of the list on a day it stands still, or nothing the list knows. */
  #atomsOf(id: ConceptId): readonly Recorded[] {
    const {list} = this.readingOf(id);
    return computed(this.#atoms, this.sourceOf(id), () => {
      const lists = this.#together.flatMap(({codeLists}) => codeLists.get(list.id) ?? []);
      const days = [...new Set(lists.flatMap((one) => daysOf(one, this.#span)))].sort();
      const codesOn = (on: PlainDate) => [...new Set(lists.flatMap((one) => rowsOn(one, on).map(({code}) => code)))];
      return [{code: undefined, on: this.#span.from}, ...days.flatMap((on) => codesOn(on).map((code) => ({code, on})))];
    });
  }

  everything(id: ConceptId): Atoms {
    return computed(this.#everything, this.sourceOf(id), () => this.#intern([...this.#atomsOf(id).keys()]));
  }

  /** The same of a source that some predicate limits. */
  findEverything(source: string): Atoms | undefined {
    return this.#everything.get(source);
  }

  /** What a concept reads each atom as: on the atom's own day, or all on one. */
  #readAs(id: ConceptId, day?: PlainDate): readonly Code[] {
    const {concept, list} = this.readingOf(id);
    return computed(this.#codes, `${id} ${day}`, () =>
      this.#atomsOf(id).map(({code, on}) => codeAt(concept, list, code, day ?? on)),
    );
  }

  /** What a concept reads as one of these codes. */
  having(id: ConceptId, codes: readonly Code[], day?: PlainDate): Atoms {
    return computed(this.#having, `${id} ${codes.join()} ${day}`, () =>
      this.#intern(this.#readAs(id, day).flatMap((code, atom) => (codes.includes(code) ? [atom] : []))),
    );
  }

  both(a: Atoms, b: Atoms): Atoms {
    if (a === b) return a;
    const withA = computed(this.#both, a, () => new Map<Atoms, Atoms>());
    return computed(withA, b, () => this.#intern([...a.set.intersection(b.set)]));
  }

  /** Every code a concept can have. */
  codesOf(id: ConceptId, day?: PlainDate): readonly Code[] {
    return [...new Set(this.#readAs(id, day))];
  }

  /** The predicate of all the units of a table. */
  universe(universe: Universe): Predicate {
    return computed(this.#universes, universe, () => this.predicate(universe, [], []));
  }

  /** The predicate of a cell of a table; `day`: every code is read on it, as under the definitions of another year. */
  predicate(universe: Universe, dimensions: readonly ConceptId[], codes: readonly Code[], day?: PlainDate): Predicate {
    const within = new Map<string, Atoms>();
    const among = new Set<string>();
    const limits = dimensions.flatMap((id, i) => {
      const code = codes[i] ?? ALL;
      return code === ALL ? [] : [[id, [code]] as const];
    });
    for (const [id, allowed] of [...Object.entries(universe), ...limits]) {
      const source = this.sourceOf(id);
      const {concept} = this.readingOf(id);
      if (concept.multiple) among.add(`${id}=${allowed.join('|')}${day === undefined ? '' : ` ${day}`}`);
      else within.set(source, this.both(within.get(source) ?? this.everything(id), this.having(id, allowed, day)));
    }
    for (const id of [...Object.keys(universe), ...dimensions])
      if (within.get(this.sourceOf(id)) === this.everything(id)) within.delete(this.sourceOf(id));
    return {key: predicateKey({within, among}), within, among};
  }

  #intern(atoms: readonly number[]): Atoms {
    const sorted = atoms.toSorted((a, b) => a - b);
    return computed(this.#interned, sorted.join(), () => ({key: String(this.#interned.size), set: new Set(sorted)}));
  }
}

function computed<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
