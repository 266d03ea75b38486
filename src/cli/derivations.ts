/**
 * How a withheld number was worked out, in lines that can be followed with pencil and paper: each a sum that some table says,
 * in its own codes, with its numbers.
 */
import type {AttackWords} from '#language/attack-words';
import {
  type Attack,
  type Certificate,
  type Contradiction,
  type Line,
  type Proof,
  TOTAL,
  type Withheld,
} from '#production/attack';

interface At {
  readonly table: number;
  readonly place: number;
}

export class Derivations {
  readonly #attack: Attack;
  readonly #words: AttackWords;
  readonly #foundBy: ReadonlyMap<number, number>;

  constructor(attack: Attack, words: AttackWords) {
    this.#attack = attack;
    this.#words = words;
    this.#foundBy = new Map([...attack.reckoning.found].map(([cell, {equation}]) => [equation, cell]));
  }

  of({cell, is, table, place}: Withheld): readonly string[] {
    const {lowBy, highBy} = is;
    if (lowBy === highBy && lowBy.kind !== 'given') return this.#lines(lowBy, cell, '=', is.low);
    const own = this.#given(cell, table, place);
    if (lowBy.kind === 'given' && highBy.kind === 'given') return own;
    return [
      ...new Set([
        ...(lowBy.kind === 'given' ? [] : this.#lines(lowBy, cell, '≥', is.low)),
        ...(highBy.kind === 'given' ? [] : this.#lines(highBy, cell, '≤', is.high)),
        ...(lowBy.kind === 'given' || highBy.kind === 'given' ? own : []),
      ]),
    ];
  }

  why(cells: readonly At[], contradiction?: Contradiction): string {
    const {tables} = this.#attack;
    if (contradiction === undefined)
      return cells
        .map(({table, place}) => `${tables[table]?.name}: ${tables[table]?.cells[place]?.printed}`)
        .join(' ≠ ');
    const used = contradiction.proof?.equations ?? contradiction.equations.map((at) => ({at, times: 1}));
    const among = new Set(contradiction.cells);
    const lines = used.map(({at, times}) =>
      this.#times(
        used.length === 1 ? 1 : times,
        this.#line(at, (cell) => this.#asPrinted(cell, among)),
      ),
    );
    const {proof} = contradiction;
    const end = proof === undefined ? [this.#words.noWhole] : used.length > 1 ? [this.#sum(proof)] : [];
    return [...lines, ...end].join('; ');
  }

  /** What the multiplied equations come to when put together, which cannot be. */
  #sum(proof: Certificate): string {
    const rest = proof.leftOver.filter(({value}) => value !== 0);
    const added = rest.map(({cell, times, value}) => `${signed(times)} × ${this.#name(cell)} (${value})`);
    return `${this.#words.together}: 0 ≥ ${[String(proof.sum), ...added].join(' ')}`;
  }

  #given(cell: number, table: number, place: number): readonly string[] {
    const {tables, joined} = this.#attack;
    const own = tables[table]?.cells[place];
    const places = joined.places[cell] ?? [];
    const told = places.filter((one) => one.cell !== own && Number.isFinite(one.cell.high));
    const exact = told.find((one) => one.cell.low === one.cell.high);
    const name = (one: (typeof places)[number]) => `${tables[one.table]?.name}: ${one.cell.printed}`;
    if (exact !== undefined) return [name(exact)];
    const {printed = '', low = 0, high = 0} = own ?? {};
    const said = Number.isFinite(high) ? [`${printed}: ${low}–${high}`] : ['≥ 0'];
    return [...said, ...told.map((one) => `${name(one)}: ${one.cell.low}–${one.cell.high}`)];
  }

  #lines(proof: Proof, cell: number, sign: string, value: number): readonly string[] {
    switch (proof.kind) {
      case 'given':
        return [];
      case 'subtraction':
        return proof.equations.map((at) => this.#solved(at, this.#foundBy.get(at) ?? cell));
      case 'whole':
        return [`${this.#name(cell)} ${sign} ${value}: ${this.#words.noWhole}`];
      case 'sum': {
        const {equations, scale, leftOver} = proof.certificate;
        const before = this.#before(equations.map(({at}) => at));
        const [only] = equations;
        if (equations.length === 1 && only !== undefined && scale === 1)
          return [...before, this.#solved(only.at, cell, sign, value, leftOver)];
        // Multiplied so that what is sought stands on the left by itself.
        const turn = sign === '≤' ? -1 : 1;
        const used = equations.map(({at, times}) =>
          this.#times(
            times * turn,
            this.#line(at, (other) => this.#known(other)),
          ),
        );
        const left = leftOver.map(({cell: other, times}) => `${signed(times * turn)} ${this.#name(other)}`);
        const sum = proof.certificate.sum * turn;
        const all = leftOver.reduce((total, {times, value: limit}) => total + times * limit * turn, sum);
        const limits = leftOver.map(
          ({cell: other, times, value: limit}) => `${this.#name(other)} ${times > 0 ? '≥' : '≤'} ${limit}`,
        );
        const sought = `${scale === 1 ? '' : `${scale} × `}${this.#name(cell)}`;
        const end =
          leftOver.length === 0 ? `${sought} = ${sum}` : `${sought} = ${[sum, ...left].join(' ')} ${sign} ${all}`;
        const so = scale === 1 ? [] : [`${this.#name(cell)} ${sign} ${value}`];
        return [...before, ...used, [end, ...so, ...limits].join('; ')];
      }
    }
  }

  /** How the numbers came about that equations take as known and nobody prints. */
  #before(equations: readonly number[]): readonly string[] {
    const {joined, reckoning} = this.#attack;
    const steps = new Set<number>();
    const add = (at: number) => {
      for (const cell of joined.system.equations[at]?.cells ?? []) {
        const by = reckoning.found.get(cell)?.equation;
        if (by === undefined || by === at || steps.has(by)) continue;
        add(by);
        steps.add(by);
      }
    };
    equations.forEach(add);
    return [...steps].map((at) => this.#solved(at, this.#foundBy.get(at) ?? 0));
  }

  /** An equation turned so that the cell stands alone: `Total − male = female: 12 − 9 = 3`. */
  #solved(at: number, cell: number, sign = '=', value?: number, limits: Certificate['leftOver'] = []): string {
    const line = this.#attack.joined.lines[at];
    if (line === undefined) return '';
    const limitOf = (other: number) => limits.find((one) => one.cell === other)?.value;
    const number = (other: number) => this.#value(other) ?? limitOf(other) ?? '?';
    const own = line.parts.find((part) => part.cell === cell);
    const others = line.parts.filter((part) => part.cell !== cell);
    const isTotal = own === undefined;
    const join = isTotal ? ' + ' : ' − ';
    const names = others.map(({code}) => this.#label(line, code));
    const numbers = others.map((part) => number(part.cell));
    const left = isTotal ? names : [this.#totalName(line), ...names];
    const sums = isTotal ? numbers : [number(line.total), ...numbers];
    const result = value ?? this.#value(cell) ?? '?';
    const end = own === undefined ? this.#totalName(line) : this.#label(line, own.code);
    const limit = sign === '=' ? '' : `${end} ${sign} `;
    const equals = line.atMost ? (isTotal ? '≤' : '≥') : '=';
    return `${this.#where(line)}${left.join(join)} ${equals} ${end}: ${limit}${sums.join(join)} = ${result}`;
  }

  #line(at: number, say: (cell: number) => string): string {
    const line = this.#attack.joined.lines[at];
    if (line === undefined) return '';
    const parts = line.parts.map(({code}) => this.#label(line, code)).join(' + ');
    const said = line.parts.map(({cell}) => say(cell)).join(' + ');
    const sign = line.atMost ? '≥' : '=';
    return `${this.#where(line)}${this.#totalName(line)} ${sign} ${parts}: ${say(line.total)} ${sign} ${said}`;
  }

  #times(times: number, line: string): string {
    return times === 1 ? line : `${times === -1 ? '−' : `${times < 0 ? '−' : ''}${Math.abs(times)} × `}(${line})`;
  }

  #where({table, dimension, codes}: Line): string {
    const {tables} = this.#attack;
    const beside = codes.flatMap((code, i) =>
      i === dimension || code === TOTAL ? [] : [labelOf(tables[table]?.dimensions[i]?.name ?? '', code)],
    );
    const name = tables.length > 1 ? [tables[table]?.name ?? ''] : [];
    const said = [...name, ...beside].join(', ');
    return said === '' ? '' : `${said}: `;
  }

  #totalName(line: Line): string {
    return line.dimension === undefined ? TOTAL : this.#label(line, line.codes[line.dimension] ?? TOTAL);
  }

  #label({table, dimension}: Line, code: string): string {
    const name = dimension === undefined ? '' : this.#attack.tables[table]?.dimensions[dimension]?.name;
    return labelOf(name ?? '', code);
  }

  /** What is printed or was found by subtraction; undefined: neither. */
  #value(cell: number): number | undefined {
    const {joined, reckoning} = this.#attack;
    const found = reckoning.found.get(cell)?.value;
    const aside = reckoning.contradictions.some(({cells}) => cells.includes(cell));
    if (found !== undefined || aside) return found;
    const {lows, highs} = joined.system;
    return lows[cell] === highs[cell] ? lows[cell] : undefined;
  }

  #known(cell: number): string {
    return String(this.#value(cell) ?? this.#name(cell));
  }

  #asPrinted(cell: number, among: ReadonlySet<number>): string {
    const [place] = this.#attack.joined.places[cell] ?? [];
    const {lows, highs} = this.#attack.joined.system;
    if (!among.has(cell)) return '?';
    return place?.cell.printed ?? (lows[cell] === highs[cell] ? String(lows[cell]) : '?');
  }

  /** By what is not a margin in it. */
  #name(cell: number): string {
    const {joined, tables} = this.#attack;
    const [place] = joined.places[cell] ?? [];
    const name = (table: number, codes: readonly string[]) => {
      const {dimensions = []} = tables[table] ?? {};
      const said = codes.flatMap((code, i) => (code === TOTAL ? [] : [labelOf(dimensions[i]?.name ?? '', code)]));
      return said.join('·') || TOTAL;
    };
    if (place !== undefined) return name(place.table, place.cell.codes);
    const line = joined.lines.find(({total, parts}) => total === cell || parts.some((part) => part.cell === cell));
    if (line === undefined) return this.#words.rest;
    const part = line.parts.find((one) => one.cell === cell);
    if (part === undefined) return name(line.table, line.codes);
    if (line.dimension !== undefined) return name(line.table, line.codes.with(line.dimension, part.code));
    return `${name(line.table, line.codes)}·${part.code}`;
  }
}

/** A code that is a number says nothing by itself, least of all in a sum. */
const labelOf = (dimension: string, code: string): string =>
  /^[\d\s.,–-]+$/.test(code) ? `${dimension} ${code}` : code;
const signed = (times: number): string =>
  `${times < 0 ? '−' : '+'}${Math.abs(times) === 1 ? '' : ` ${Math.abs(times)} ×`}`;
