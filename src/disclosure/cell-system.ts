/**
 * Unknown whole numbers, what each is at least and at most, and the sums they add up to: what everything in this room that
 * reckons is asked. Numbers in and out are whole; whoever reckons in between with fractions has to prove what comes out.
 */

export interface CellSystem {
  readonly lows: readonly number[];
  /** Infinity: unlimited. */
  readonly highs: readonly number[];
  readonly equations: readonly Equation[];
}

/** Σ coefficient × cell = sum. A cell is there once. */
export interface Equation {
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
  readonly sum: number;
}

/** The equations each cell is in. */
export function equationsOf({lows, equations}: CellSystem): readonly (readonly number[])[] {
  const of: number[][] = lows.map(() => []);
  equations.forEach(({cells}, at) => {
    for (const cell of cells) of[cell]?.push(at);
  });
  return of;
}

/** Whether whole numbers satisfy everything, exactly. */
export function satisfies({lows, highs, equations}: CellSystem, values: readonly number[]): boolean {
  const inside = values.every(
    (value, cell) => Number.isSafeInteger(value) && value >= (lows[cell] ?? 0) && value <= (highs[cell] ?? 0),
  );
  return inside && equations.every((equation) => leftSide(equation, values) === equation.sum);
}

export const leftSide = ({cells, coefficients}: Equation, values: readonly number[]): number =>
  cells.reduce((sum, cell, i) => sum + (coefficients[i] ?? 0) * (values[cell] ?? 0), 0);

/** Some cells and some equations of a system, with the places they had. An equation's other cells must be among the cells. */
export interface PartOfSystem extends CellSystem {
  readonly cellAt: readonly number[];
  readonly equationAt: readonly number[];
}

/** What the chosen equations say of the cells that are not known; the known ones are taken into the sums. */
export function partOf(system: CellSystem, equationAt: readonly number[]): PartOfSystem {
  const place = new Map<number, number>();
  const cellAt: number[] = [];
  const {lows, highs} = system;
  const equations = equationAt.map((at) => {
    const {cells, coefficients, sum} = system.equations[at] ?? NOTHING;
    const kept: number[] = [];
    const by: number[] = [];
    let rest = sum;
    cells.forEach((cell, i) => {
      const [low = 0, coefficient = 0] = [lows[cell], coefficients[i]];
      if (low === highs[cell]) rest -= coefficient * low;
      else {
        const known = place.get(cell);
        if (known === undefined) {
          place.set(cell, cellAt.length);
          cellAt.push(cell);
        }
        kept.push(known ?? cellAt.length - 1);
        by.push(coefficient);
      }
    });
    return {cells: kept, coefficients: by, sum: rest};
  });
  return {
    cellAt,
    equationAt,
    equations,
    lows: cellAt.map((cell) => lows[cell] ?? 0),
    highs: cellAt.map((cell) => highs[cell] ?? 0),
  };
}

const NOTHING: Equation = {cells: [], coefficients: [], sum: 0};

/** Equations that hang together by cells that are not known, apart from those they share none with; in the order they stand. */
export function components(system: CellSystem): readonly (readonly number[])[] {
  const {lows, highs, equations} = system;
  const parent = lows.map((_, cell) => cell);
  const rootOf = (cell: number): number => {
    let root = cell;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = cell; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const open = ({cells}: Equation) => cells.filter((cell) => lows[cell] !== highs[cell]);
  for (const equation of equations) {
    const [first, ...others] = open(equation);
    if (first !== undefined) for (const cell of others) parent[rootOf(cell)] = rootOf(first);
  }
  const groups = new Map<number, number[]>();
  equations.forEach((equation, at) => {
    const [first] = open(equation);
    // One without an unknown is true or false by itself.
    const key = first === undefined ? -1 - at : rootOf(first);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  });
  return [...groups.values()];
}
