/**
 * Small offices over many simulated years, each with a register of its own from its first day: each year's records are linked to all there are, the clerical band is put to a
 * reviewer who knows the truth, and the year's repeats are counted. In how many years are they exact, to the person, and how
 * many pairs are there to look at? An office that merges nothing by itself in doubt: linked from 0.99, looked at from 0.05.
 *
 *   npm run bench:office [-- YEARS OFFICES LINK REVIEW]
 */
import {link} from '#linkage/link';
import {weightOf} from '#linkage/match-weight';
import type {LinkPolicy} from '#linkage/policy';
import type {ScoredPairs} from '#linkage/scored-pairs';
import {type OfficeRecord, office} from './linkage/office.ts';
import {COLUMNS} from './linkage/record.ts';
import {Identities, type Question, review} from './linkage/reviewer.ts';

const [years = '20', offices = '5', surely = '0.99', perhaps = '0.05'] = process.argv.slice(2);

const SHOWN = 5;
const POLICY: LinkPolicy = {
  thresholds: {link: Number(surely), review: Number(perhaps)},
  fields: {
    name: {kind: 'name', columns: ['given', 'surname'], aliases: 'alias'},
    born: {kind: 'date', columns: ['born']},
    sex: {kind: 'code', columns: ['sex']},
    citizenship: {kind: 'code', columns: ['citizenship']},
    phone: {kind: 'phone', columns: ['phone']},
    cpr: {kind: 'identifier', columns: ['cpr']},
  },
};

interface Asked {
  readonly certain: readonly Question[];
  readonly band: readonly Question[];
}

const listed = (pairs: ScoredPairs): readonly Question[] =>
  Array.from({length: pairs.size}, (_, at) => ({
    left: pairs.left(at),
    right: pairs.right(at),
    weight: pairs.chain(at),
  }));

/** Pairs with a record of this year: those in one cluster, and those of the clerical band. */
function pairsOf(rows: readonly OfficeRecord[], from: number): Asked {
  const table = {columns: COLUMNS, rows: rows.map(({record}) => COLUMNS.map((column) => record[column]))};
  const linked = link(table, POLICY);
  if (!linked.ok) throw new Error(linked.refusal.reason);
  const {pairs, clusters, thresholds} = linked.value;
  const thisYear = ({right}: Question) => right >= from;
  const isInBand = ({weight}: Question) => weight < weightOf(thresholds.link) && weight >= weightOf(thresholds.review);
  return {
    certain: listed(clusters.links).filter(thisYear),
    band: [...listed(pairs).filter(isInBand), ...listed(clusters.keptApart)].filter(thisYear),
  };
}

interface Year {
  readonly repeats: number;
  readonly found: number;
  readonly exact: boolean;
  readonly asked: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

class Register {
  readonly #rows: OfficeRecord[] = [];
  readonly #identities = new Identities();

  /** One year's files arrive. */
  receive(arriving: readonly OfficeRecord[]): Year {
    const from = this.#rows.length;
    this.#rows.push(...arriving);
    for (const _ of arriving) this.#identities.add();
    const {certain, band} = pairsOf(this.#rows, from);
    const isSame = ({left, right}: Question) => this.#rows[left]?.person === this.#rows[right]?.person;
    // Nothing makes one person of two the register already has, without being asked.
    const doubtful: Question[] = [];
    for (const pair of certain.toSorted((a, b) => b.weight - a.weight))
      if (this.#identities.isSettled(pair)) continue;
      else if (this.#identities.of(pair.left) < from && this.#identities.of(pair.right) < from) doubtful.push(pair);
      else this.#identities.same(pair.left, pair.right);
    const asked = review(this.#identities, [...doubtful, ...band], isSame);
    return {
      ...this.#repeats(from),
      asked,
      wrong: certain.filter((pair) => !isSame(pair)).map((pair) => this.#told(pair)),
    };
  }

  /** Persons of this year who were there before: as linked, and in truth. */
  #repeats(from: number) {
    const before = {linked: new Set<number>(), real: new Map<number, number>()};
    for (let at = 0; at < from; at++) {
      before.linked.add(this.#identities.of(at));
      before.real.set(this.#rows[at]?.person ?? -1, at);
    }
    const linked = new Set<number>();
    const real = new Set<number>();
    const missed: string[] = [];
    for (let at = from; at < this.#rows.length; at++) {
      const person = this.#rows[at]?.person ?? -1;
      const earlier = before.real.get(person);
      if (before.linked.has(this.#identities.of(at))) linked.add(person);
      if (earlier === undefined) continue;
      real.add(person);
      if (!before.linked.has(this.#identities.of(at))) missed.push(this.#told({left: earlier, right: at, weight: 0}));
    }
    return {repeats: real.size, found: linked.size, exact: real.symmetricDifference(linked).size === 0, missed};
  }

  #told({left, right}: Question): string {
    const row = (at: number) => COLUMNS.map((column) => this.#rows[at]?.record[column]).join('|');
    return `${row(left)}  ~  ${row(right)}`;
  }
}

function tell(when: string, {missed, wrong}: Year): void {
  for (const pair of missed) console.log(`${when}, not found: ${pair}`);
  for (const pair of wrong.slice(0, SHOWN)) console.log(`${when}, linked wrongly: ${pair}`);
  if (wrong.length > SHOWN) console.log(`${when}, linked wrongly: ${wrong.length - SHOWN} more`);
}

const all: Year[] = [];
const began = performance.now();
for (let seed = 1; seed <= Number(offices); seed++) {
  const register = new Register();
  let number = 0;
  for (const arriving of office(seed, Number(years))) {
    const year = register.receive(arriving);
    all.push(year);
    tell(`office ${seed}, year ${++number}`, year);
  }
}
const asked = all.map((year) => year.asked);
console.log(
  `${all.length} years: repeats exact in ${all.filter(({exact}) => exact).length}, the number alone in ` +
    `${all.filter(({repeats, found}) => repeats === found).length}; ${all.reduce((sum, {repeats}) => sum + repeats, 0)} repeats; ` +
    `pairs to review a year: mean ${(asked.reduce((a, b) => a + b, 0) / all.length).toFixed(1)}, most ${Math.max(...asked)}; ` +
    `${((performance.now() - began) / 1000).toFixed(0)} s`,
);
