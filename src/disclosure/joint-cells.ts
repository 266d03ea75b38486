/**
 * Tables that close a circle (A by B, B by C, A by C) can each be possible and all of them together not: no persons have all
 * of them. Where so, the cells of all dimensions at once stand beneath the tables, unprinted, each table's cells their sums.
 * Where tables close no circle the tables alone say as much (Vorob'ev 1962), and nothing is added.
 */
import {type PublishedTable, TOTAL} from './published-table.ts';

/** A kind of cell that a table has: its dimensions that are no margin. */
export interface Kind {
  readonly table: number;
  /** Places of the table's dimensions. */
  readonly open: readonly number[];
  readonly names: readonly string[];
}

export interface JointCells {
  readonly names: readonly string[];
  /** By dimension, its codes. */
  readonly codes: readonly (readonly string[])[];
  /** The kinds that are the sums of the cells. */
  readonly kinds: readonly Kind[];
}

/** Of tables of one population. 'too-many': what is told of the tables is true and may be narrower of persons. */
export function jointCells(
  tables: readonly PublishedTable[],
  among: readonly number[],
  most: number,
): JointCells | 'too-many' | undefined {
  const kinds = maximal(among.flatMap((table) => kindsIn(tables[table], table)));
  if (!closesCircle(kinds.map(({names}) => names))) return undefined;
  const codes = new Map<string, ReadonlySet<string>>();
  for (const {table, open} of kinds)
    for (const place of open) {
      const {dimensions, cells} = tables[table] ?? {dimensions: [], cells: []};
      const shape = dimensions[place];
      if (shape === undefined || shape.multiple || shape.apart) return 'too-many';
      const own = new Set(
        cells.map((cell) => cell.codes[place] ?? TOTAL).filter((code) => isLeaf(code, shape.parents)),
      );
      const known = codes.get(shape.name);
      // One thing divided in two ways: nobody knows which parts of the one are in which of the other.
      if (known !== undefined && (known.size !== own.size || [...own].some((code) => !known.has(code))))
        return 'too-many';
      codes.set(shape.name, own);
    }
  const size = [...codes.values()].reduce((product, {size: count}) => product * count, 1);
  if (size > most) return 'too-many';
  return {names: [...codes.keys()], codes: [...codes.values()].map((own) => [...own]), kinds};
}

const isLeaf = (code: string, parents: ReadonlyMap<string, readonly string[]>): boolean =>
  code !== TOTAL && !parents.has(code);

function kindsIn(table: PublishedTable | undefined, at: number): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  const {dimensions = [], cells = []} = table ?? {};
  for (const {codes} of cells) {
    const mask = codes.map((code) => (code === TOTAL ? '-' : 'x')).join('');
    if (kinds.has(mask)) continue;
    const open = codes.flatMap((code, i) => (code === TOTAL ? [] : [i]));
    kinds.set(mask, {table: at, open, names: open.map((i) => dimensions[i]?.name ?? '').sort()});
  }
  return [...kinds.values()];
}

function maximal(kinds: readonly Kind[]): readonly Kind[] {
  const inside = (a: Kind, b: Kind) => a.names.every((name) => b.names.includes(name));
  return kinds.filter(
    (kind, at) =>
      kind.open.length > 0 &&
      !kinds.some((other, i) => i !== at && inside(kind, other) && (!inside(other, kind) || i < at)),
  );
}

/** Graham's reduction: what is left when no dimension is in one kind alone and no kind within another. */
function closesCircle(kinds: readonly (readonly string[])[]): boolean {
  let left = kinds.map((names) => new Set(names));
  for (;;) {
    const before = left.reduce((sum, {size}) => sum + size, left.length);
    for (const names of left)
      for (const name of names) if (left.every((other) => other === names || !other.has(name))) names.delete(name);
    left = left.filter(
      (names, at) =>
        !left.some((other, i) => i !== at && names.isSubsetOf(other) && (!other.isSubsetOf(names) || i < at)),
    );
    if (left.length <= 1) return false;
    if (left.reduce((sum, {size}) => sum + size, left.length) === before) return true;
  }
}
