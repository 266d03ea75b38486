/**
 * The persons of one unit and period, as one or several editions counted them. Each edition's numbers are sums of regions of its own;
 * where an edition counted others, what came and what went between them are numbers of persons too.
 */
import type {ConceptId} from '#concepts/concept';
import {type Predicate, predicateKey} from '#tabulation/predicate';
import {Classes, circleOf, maximal, type Region, regionKey} from './regions.ts';
import type {Sums} from './sums.ts';

/** Who was counted: the same for editions between which nobody came or went. */
export type Version = string;
export const NOW: Version = '';

export interface Part {
  readonly whole: number;
  readonly part: number;
  readonly source: ConceptId;
}

/** Kinds of persons in a circle of tables beyond which they are not looked at. */
const MOST_JOINT = 20_000;

export class Population {
  readonly #asked: {readonly predicate: Predicate; readonly cell: number; readonly version: Version}[] = [];
  readonly #byKey = new Map<string, number>();
  /** Of editions that counted others, how many came and went in all. */
  readonly #moved = new Map<Version, number>();
  #joined: Joined | undefined;
  /** Of those asked, how many are joined. */
  #counted = 0;

  /** `sums`: a copy of those it is joined in. */
  copy(sums: Sums): Population {
    const copy = new Population();
    copy.#asked.push(...this.#asked);
    copy.#counted = this.#counted;
    for (const [key, cell] of this.#byKey) copy.#byKey.set(key, cell);
    for (const [version, persons] of this.#moved) copy.#moved.set(version, persons);
    copy.#joined = this.#joined?.copy(sums);
    return copy;
  }

  cell(version: Version, predicate: Predicate, sums: Sums): number {
    const key = `${version}\n${predicate.key}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const cell = sums.make();
    this.#byKey.set(key, cell);
    this.#asked.push({predicate, cell, version});
    return cell;
  }

  /** Between then and now so many came or went. */
  movedSince(version: Version, persons: number): void {
    this.#moved.set(version, persons);
  }

  /** Every number beside those of which it is a part by one source more. */
  parts(): readonly Part[] {
    return this.#asked.flatMap(({predicate: {within, among}, cell, version}) =>
      [...within.keys()].flatMap((source) => {
        const others = new Map([...within].filter(([other]) => other !== source));
        const whole = this.#byKey.get(`${version}\n${predicateKey({within: others, among})}`);
        const [of = ''] = source.split(' ');
        return whole === undefined ? [] : [{whole, part: cell, source: of}];
      }),
    );
  }

  /** Whether what was asked since {@link join} divides persons no finer than before: what was joined then still says it all. */
  isAsFine(everything: (source: string) => ReadonlySet<number>): boolean {
    return this.#joined?.classes.isAsFineAs(this.#classes(everything)) !== false;
  }

  /** What its numbers are sums of; again, what those asked since are. Answers whether tables close a circle that is too large to look at persons. */
  join(sums: Sums, everything: (source: string) => ReadonlySet<number>): boolean {
    const classes = this.#classes(everything);
    const sets = this.#asked.map(({predicate}) => classes.sourcesOf(predicate));
    const cliques = [...maximal(sets)];
    const circle = [...new Set(circleOf(cliques).flat())].sort();
    const joint = circle.reduce((product, source) => product * classes.countOf(source), 1);
    const isOuter = circle.length > 0 && joint > MOST_JOINT;
    const top = maximal(circle.length > 0 && !isOuter ? [...cliques, circle] : cliques);
    const shared = top.flatMap((one, at) =>
      top.slice(at + 1).map((other) => one.filter((source) => other.includes(source))),
    );
    this.#joined ??= new Joined(sums);
    this.#joined.within(classes, top, [...sets, ...shared]);
    const asked = this.#asked.slice(this.#counted);
    this.#counted = this.#asked.length;
    for (const version of new Set(this.#asked.map((one) => one.version)))
      this.#joined.count(
        version,
        asked.filter((one) => one.version === version),
      );
    for (const [version, persons] of this.#moved) this.#joined.moved(version, persons);
    return isOuter;
  }

  #classes(everything: (source: string) => ReadonlySet<number>): Classes {
    return new Classes(
      this.#asked.map(({predicate}) => predicate),
      everything,
    );
  }
}

/** One population's regions, in every version of it. What was said once is not said again. */
class Joined {
  classes = new Classes([], () => new Set());
  #top: readonly (readonly string[])[] = [];
  #sets: readonly (readonly string[])[] = [];
  readonly #sums: Sums;
  readonly #numbers = new Map<string, number>();
  readonly #said = new Set<string>();

  constructor(sums: Sums) {
    this.#sums = sums;
  }

  copy(sums: Sums): Joined {
    const copy = new Joined(sums);
    copy.within(this.classes, this.#top, this.#sets);
    for (const [key, number] of this.#numbers) copy.#numbers.set(key, number);
    for (const said of this.#said) copy.#said.add(said);
    return copy;
  }

  within(classes: Classes, top: readonly (readonly string[])[], sets: readonly (readonly string[])[]): void {
    this.classes = classes;
    this.#top = top;
    this.#sets = [...new Map(sets.map((one) => [one.join('\n'), one])).values()];
  }

  #isNews(...said: readonly string[]): boolean {
    const size = this.#said.size;
    return this.#said.add(said.join('\n\n')).size > size;
  }

  readonly #numberOf =
    (version: Version) =>
    (region: Region): number => {
      const key = `${version}\n${regionKey(region)}`;
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      const made = this.#sums.make();
      this.#numbers.set(key, made);
      return made;
    };

  count(version: Version, asked: readonly {readonly predicate: Predicate; readonly cell: number}[]): void {
    const all = asked.map(({predicate, cell}) => ({cell, of: this.classes.regionsOf(predicate)}));
    const apart = all.filter(({cell, of: [only, ...others]}) => {
      const key = only && `${version}\n${regionKey(only)}`;
      if (key === undefined || others.length > 0 || this.#numbers.has(key)) return true;
      this.#numbers.set(key, cell);
      return false;
    });
    for (const {cell, of} of apart) this.#sums.add(cell, of.map(this.#numberOf(version)));
    this.#together(version);
  }

  /** Regions of few sources are sums of those of more. */
  #together(version: Version): void {
    for (const sources of this.#sets)
      for (const clique of this.#top) {
        if (clique.length === sources.length || !sources.every((source) => clique.includes(source))) continue;
        if (!this.#isNews(version, sources.join(), clique.join())) continue;
        for (const region of this.classes.regionsIn(sources, NOBODY))
          this.#sums.add(
            this.#numberOf(version)(region),
            this.classes.regionsIn(clique, region).map(this.#numberOf(version)),
          );
      }
  }

  /** Now = then + who came − who went, in every region. */
  moved(version: Version, persons: number): void {
    const [came, went] = [`${version} came`, `${version} went`];
    for (const one of [came, went]) this.#together(one);
    for (const clique of this.#top) {
      if (!this.#isNews(version, 'moved', clique.join())) continue;
      for (const region of this.classes.regionsIn(clique, NOBODY)) {
        const [now, then, plus, minus] = [NOW, version, came, went].map((one) => this.#numberOf(one)(region));
        this.#sums.difference(now ?? 0, then ?? 0, plus ?? 0, minus ?? 0);
      }
    }
    if (!this.#isNews(version, 'moved at most')) return;
    const all = [came, went].map((one) => this.#numberOf(one)(NOBODY));
    this.#sums.add(this.#sums.make(persons), all, 1);
  }
}

/** Of no source: everybody. */
const NOBODY: Region = {sources: [], classes: []};
