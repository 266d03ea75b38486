/**
 * Published tables as one system: a cell that two tables have is one unknown, and a margin is the sum of its parts.
 *
 * A cell is what is not a margin in it: `sex=female, age=Total` of one table is `sex=female` of another. What adds up is told
 * by each table's own codes, since two tables may divide the same thing differently.
 */
import type {CellSystem, Equation} from './cell-system.ts';
import {jointCells} from './joint-cells.ts';
import {type PublishedCell, type PublishedTable, TOTAL} from './published-table.ts';

export interface JoinedTables {
  readonly system: CellSystem;
  /** By cell: where it is printed, and as what. Empty: nobody prints it. */
  readonly places: readonly (readonly Place[])[];
  /** Beside the system's equations. */
  readonly lines: readonly Line[];
  /** Printed differently by two tables, or twice by one: nothing that is worked out stands on them. */
  readonly disagreeing: readonly number[];
  /** Tables close a circle and have too many cells together: limits are those of tables, and of persons may be narrower. */
  readonly outer: boolean;
}

export interface Place {
  readonly table: number;
  readonly cell: PublishedCell;
}

/** total = the sum of the parts; `atMost`: is no less than the one part. */
export interface Line {
  readonly table: number;
  readonly dimension: number | undefined;
  /** The codes beside it; of `dimension` the code of what they add up to. Without a dimension, the parts are of several. */
  readonly codes: readonly string[];
  readonly total: number;
  readonly parts: readonly {readonly cell: number; readonly code: string}[];
  readonly atMost: boolean;
}

export function joinTables(tables: readonly PublishedTable[]): JoinedTables {
  const cells = new Cells();
  tables.forEach((table, at) => {
    for (const cell of table.cells) cells.print(keyOf(table, cell.codes), {table: at, cell});
  });
  const kinds = kindsOf(tables);
  const lines: Line[] = tables.flatMap((table, at) => linesOf(table, at, kinds.get(table.population) ?? [], cells));
  const beneath = jointLines(tables, cells);
  lines.push(...beneath.lines);
  const equations = lines.map(({total, parts, atMost}): Equation => {
    const slack = atMost ? [cells.slack()] : [];
    const added = [...parts.map(({cell}) => cell), ...slack];
    return {cells: [total, ...added], coefficients: [-1, ...added.map(() => 1)], sum: 0};
  });
  const {lows, highs, places, disagreeing} = cells;
  return {system: {lows, highs, equations}, places, lines, disagreeing, outer: beneath.outer};
}

/** Beyond this, the cells of all dimensions at once are too many to ask the solver about. */
const MOST_JOINT = 6_000;

function jointLines(
  tables: readonly PublishedTable[],
  cells: Cells,
): {readonly lines: readonly Line[]; readonly outer: boolean} {
  const lines: Line[] = [];
  let outer = false;
  for (const population of new Set(tables.map((table) => table.population))) {
    const among = tables.flatMap((table, at) => (table.population === population ? [at] : []));
    const joint = jointCells(tables, among, MOST_JOINT);
    if (joint === 'too-many') outer = true;
    if (joint === undefined || joint === 'too-many') continue;
    const sums = joint.kinds.map(
      () => new Map<string, {readonly codes: readonly string[]; readonly parts: {cell: number; code: string}[]}>(),
    );
    for (const codes of combinations(joint.codes)) {
      const key = [population, ...joint.names.map((name, i) => `${name}=${codes[i]}`).sort()].join(SEPARATOR);
      const above = joint.kinds.map(({table, open}) => {
        const {dimensions = []} = tables[table] ?? {};
        const codeOf = (place: number) => codes[joint.names.indexOf(dimensions[place]?.name ?? '')] ?? TOTAL;
        return dimensions.map((_, place) => (open.includes(place) ? codeOf(place) : TOTAL));
      });
      // Nobody is in a cell that is a part of nobody.
      const none = above.some((own, i) => {
        const table = tables[joint.kinds[i]?.table ?? 0];
        const found = table === undefined ? undefined : cells.find(keyOf(table, own));
        return found === undefined ? table?.absent === 'zero' : cells.highs[found] === 0;
      });
      const cell = none ? undefined : cells.make(key);
      above.forEach((own, i) => {
        const sum = sums[i]?.get(own.join(SEPARATOR)) ?? {codes: own, parts: []};
        sums[i]?.set(own.join(SEPARATOR), sum);
        const names = joint.kinds[i]?.names ?? [];
        const code = codes.filter((_, at) => !names.includes(joint.names[at] ?? '')).join('·');
        if (cell !== undefined) sum.parts.push({cell, code});
      });
    }
    joint.kinds.forEach(({table}, i) => {
      const own = tables[table];
      if (own === undefined) return;
      for (const {codes, parts} of sums[i]?.values() ?? []) {
        if (parts.length === 0 && cells.find(keyOf(own, codes)) === undefined) continue;
        lines.push({table, dimension: undefined, codes, total: cells.make(keyOf(own, codes)), parts, atMost: false});
      }
    });
  }
  return {lines, outer};
}

/** One of each list, in every way. */
const combinations = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  );

class Cells {
  readonly #at = new Map<string, number>();
  readonly lows: number[] = [];
  readonly highs: number[] = [];
  readonly places: Place[][] = [];
  readonly disagreeing: number[] = [];

  find(key: string): number | undefined {
    return this.#at.get(key);
  }

  make(key: string, high = Number.POSITIVE_INFINITY): number {
    const known = this.#at.get(key);
    if (known !== undefined) return known;
    const at = this.slack(high);
    this.#at.set(key, at);
    return at;
  }

  slack(high = Number.POSITIVE_INFINITY): number {
    this.places.push([]);
    this.highs.push(high);
    return this.lows.push(0) - 1;
  }

  print(key: string, place: Place): void {
    const at = this.make(key);
    this.places[at]?.push(place);
    const low = Math.max(this.lows[at] ?? 0, place.cell.low);
    const high = Math.min(this.highs[at] ?? 0, place.cell.high);
    if (low <= high) [this.lows[at], this.highs[at]] = [low, high];
    else if (!this.disagreeing.includes(at)) this.disagreeing.push(at);
  }
}

const SEPARATOR = '\u001f';

/** What is not a margin in it, dimensions by name. */
function keyOf({population, dimensions}: PublishedTable, codes: readonly string[]): string {
  const said = dimensions.flatMap(({name}, i) => (codes[i] === TOTAL ? [] : [`${name}=${codes[i]}`]));
  return [population, ...said.sort()].join(SEPARATOR);
}

/** The dimensions that each kind of cell of a population is no margin of: what margins somebody prints. */
function kindsOf(tables: readonly PublishedTable[]): ReadonlyMap<string, readonly ReadonlySet<string>[]> {
  const kinds = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const {population, dimensions, cells} of tables) {
    const own = kinds.get(population) ?? new Map<string, ReadonlySet<string>>();
    kinds.set(population, own);
    const masks = new Set<string>();
    for (const {codes} of cells) {
      const mask = codes.map((code) => (code === TOTAL ? '-' : 'x')).join('');
      if (masks.has(mask)) continue;
      masks.add(mask);
      const names = dimensions.flatMap(({name}, i) => (codes[i] === TOTAL ? [] : [name])).sort();
      own.set(names.join(SEPARATOR), new Set(names));
    }
  }
  return new Map([...kinds].map(([population, own]) => [population, [...own.values()]]));
}

/** Cells with the same codes but one: what a margin is over. */
interface Group {
  /** With the margin's code in the dimension's place. */
  readonly codes: readonly string[];
  readonly present: Map<string, number>;
}

/** More absent cells than this for each that is there are not made one by one: what a line misses of them is one unknown. */
const MOST_ABSENT = 4;

function linesOf(
  table: PublishedTable,
  at: number,
  kinds: readonly ReadonlySet<string>[],
  cells: Cells,
): readonly Line[] {
  const {dimensions} = table;
  const lines: Line[] = [];
  const masks = new Map<string, (readonly string[])[]>();
  const maskOf = (codes: readonly string[]) => codes.map((code) => (code === TOTAL ? '-' : 'x')).join('');
  const put = (codes: readonly string[]) => {
    const mask = maskOf(codes);
    const among = masks.get(mask);
    if (among === undefined) masks.set(mask, [codes]);
    else among.push(codes);
  };
  const printed = new Set<string>();
  for (const {codes} of table.cells) {
    const key = codes.join(SEPARATOR);
    if (printed.has(key)) continue;
    printed.add(key);
    put(codes);
  }
  const open = (mask: string) => mask.split('').flatMap((one, i) => (one === 'x' ? [i] : []));
  const blockOf = (codes: readonly string[]) => codes.filter((_, i) => dimensions[i]?.apart === true).join(SEPARATOR);
  const known = codesInBlocks(table, blockOf);
  const done = new Set<string>();
  for (;;) {
    // The finest first: margins that nobody prints are made on the way to one that somebody does.
    const [mask] = [...masks.keys()].filter((one) => !done.has(one)).sort((a, b) => open(b).length - open(a).length);
    if (mask === undefined) return lines;
    done.add(mask);
    for (const dimension of open(mask)) {
      const shape = dimensions[dimension];
      if (shape === undefined) continue;
      const left = open(mask).filter((other) => other !== dimension);
      const names = new Set(left.map((i) => dimensions[i]?.name ?? ''));
      const onTheWay =
        !shape.apart && kinds.some((kind) => kind.size < names.size && [...kind].every((one) => names.has(one)));
      const groups = groupsOf(masks.get(mask) ?? [], dimension, (codes) => cells.make(keyOf(table, codes)));
      const listOf = (group: Group) => known[dimension]?.get(blockOf(group.codes)) ?? new Set<string>();
      const present = groups.reduce((sum, group) => sum + group.present.size, 0);
      const absent = groups.reduce((sum, group) => sum + listOf(group).size, 0) - present;
      const add = (group: Group, code: string, parts: readonly string[], make: boolean) => {
        const codes = group.codes.with(dimension, code);
        const key = keyOf(table, codes);
        const isPrinted = printed.has(codes.join(SEPARATOR));
        if (!isPrinted && !make && (shape.apart || cells.find(key) === undefined)) return;
        if (!isPrinted && code === TOTAL && cells.find(key) === undefined) put(codes);
        const found: {cell: number; code: string}[] = [];
        let missing = false;
        for (const part of parts) {
          const its = keyOf(table, group.codes.with(dimension, part));
          const one = group.present.get(part) ?? cells.find(its);
          if (one !== undefined) found.push({cell: one, code: part});
          else if (table.absent === 'unknown') {
            if (absent > MOST_ABSENT * present) missing = true;
            else found.push({cell: cells.make(its), code: part});
          }
        }
        const line = {table: at, dimension, codes, total: cells.make(key)};
        if (shape.multiple && code === TOTAL)
          lines.push(...found.map((part) => ({...line, parts: [part], atMost: true})));
        else lines.push({...line, parts: found, atMost: missing});
      };
      for (const group of groups) {
        const list = [...listOf(group)];
        for (const [parent, parts] of shape.parents)
          if (parts.some((part) => group.present.has(part))) add(group, parent, parts, true);
        const children = new Set([...shape.parents.values()].flat());
        const tops = new Set(list.map((code) => topOf(code, shape.parents)));
        add(
          group,
          TOTAL,
          [...tops].filter((code) => !children.has(code)),
          onTheWay,
        );
      }
    }
  }
}

function topOf(code: string, parents: ReadonlyMap<string, readonly string[]>): string {
  for (const [parent, parts] of parents) if (parts.includes(code)) return topOf(parent, parents);
  return code;
}

/** By dimension: its codes where the codes of dimensions whose codes are apart are these. */
function codesInBlocks({dimensions, cells}: PublishedTable, blockOf: (codes: readonly string[]) => string) {
  const known = dimensions.map(() => new Map<string, Set<string>>());
  for (const {codes} of cells)
    codes.forEach((code, i) => {
      if (code === TOTAL) return;
      const block = blockOf(dimensions[i]?.apart === true ? codes.with(i, TOTAL) : codes);
      const list = known[i]?.get(block) ?? new Set<string>();
      known[i]?.set(block, list.add(code));
    });
  return known;
}

function groupsOf(
  coded: readonly (readonly string[])[],
  dimension: number,
  cellOf: (codes: readonly string[]) => number,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const codes of coded) {
    const margin = codes.with(dimension, TOTAL);
    const key = margin.join(SEPARATOR);
    const group = groups.get(key) ?? {codes: margin, present: new Map<string, number>()};
    groups.set(key, group);
    group.present.set(codes[dimension] ?? '', cellOf(codes));
  }
  return [...groups.values()];
}
