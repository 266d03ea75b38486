/**
 * An irreducible contradiction: printed cells that no numbers fit together, and any one of which, taken away, leaves the
 * others possible. The equations are what is believed; what is printed is what is put to the test.
 */
import type {Highs} from 'highs';
import {type CellSystem, partOf} from './cell-system.ts';
import {type Certificate, proveNone} from './certificate.ts';
import {LinearProgram} from './linear-program.ts';
import {search} from './search.ts';

/** Beyond this, a contradiction is irreducible among its own equations only. */
const MOST_EQUATIONS = 5_000;

export interface Contradiction {
  readonly cells: readonly number[];
  readonly equations: readonly number[];
  /** The sum of equations that cannot be; none where only whole numbers are impossible. */
  readonly proof?: Certificate;
  /** Whether any of the cells less would leave no contradiction; no: there was no time to try. */
  readonly irreducible: boolean;
}

/** Among these equations; undefined: they do not contradict each other after all. */
export function contradictionAmong(
  system: CellSystem,
  equations: readonly number[],
  highs: Highs,
  secondsLeft: () => number,
): Contradiction | undefined {
  const lows = [...system.lows];
  const tops = [...system.highs];
  const tested = {...system, lows, highs: tops};
  const first = impossible(tested, equations, highs, secondsLeft);
  if (first === undefined) return undefined;
  let among = first.equations;
  let proof = first.proof;
  const told = new Set(among.flatMap((at) => system.equations[at]?.cells ?? []));
  let waiting = [...told].filter((cell) => (lows[cell] ?? 0) > 0 || Number.isFinite(tops[cell])).sort((a, b) => a - b);
  const kept: number[] = [];
  let irreducible = true;
  // What no equation of the proof has does not matter to it.
  for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
    const before = [lows[cell] ?? 0, tops[cell] ?? 0] as const;
    [lows[cell], tops[cell]] = [0, Number.POSITIVE_INFINITY];
    const still = secondsLeft() > 0 ? impossible(tested, among, highs, secondsLeft) : undefined;
    if (secondsLeft() <= 0) irreducible = false;
    if (still === undefined) {
      [lows[cell], tops[cell]] = before;
      kept.push(cell);
    } else {
      among = still.equations;
      proof = still.proof;
      const left = new Set(among.flatMap((at) => system.equations[at]?.cells ?? []));
      waiting = waiting.filter((other) => left.has(other));
    }
  }
  // What these equations need may be more than all equations do.
  const all = system.equations.length <= MOST_EQUATIONS ? system.equations.map((_, at) => at) : among;
  for (const cell of system.equations.length <= MOST_EQUATIONS ? [...kept] : []) {
    const before = [lows[cell] ?? 0, tops[cell] ?? 0] as const;
    for (const other of new Set(all.flatMap((at) => system.equations[at]?.cells ?? [])))
      if (!kept.includes(other)) [lows[other], tops[other]] = [0, Number.POSITIVE_INFINITY];
    [lows[cell], tops[cell]] = [0, Number.POSITIVE_INFINITY];
    const still = secondsLeft() > 0 ? impossible(tested, all, highs, secondsLeft) : undefined;
    if (still === undefined) [lows[cell], tops[cell]] = before;
    else {
      kept.splice(kept.indexOf(cell), 1);
      among = still.equations;
    }
  }
  const last = impossible(tested, among, highs, secondsLeft);
  if (last !== undefined) [among, proof] = [last.equations, last.proof];
  return {cells: kept, equations: among, ...(proof === undefined ? {} : {proof}), irreducible};
}

interface Impossible {
  readonly equations: readonly number[];
  readonly proof?: Certificate | undefined;
}

/** Proven to be; what only looks so is not told. */
function impossible(
  system: CellSystem,
  equations: readonly number[],
  highs: Highs,
  secondsLeft: () => number,
): Impossible | undefined {
  const part = partOf(system, equations);
  const wrong = part.equations.findIndex(({cells, sum}) => cells.length === 0 && sum !== 0);
  if (wrong >= 0)
    return {
      equations: [equations[wrong] ?? 0],
      proof: byItself(part.equations[wrong]?.sum ?? 0, equations[wrong] ?? 0),
    };
  const open = part.equations.flatMap(({cells}, i) => (cells.length === 0 ? [] : [equations[i] ?? 0]));
  if (open.length === 0) return undefined;
  const rest = partOf(system, open);
  using program = new LinearProgram(highs, rest);
  const answer = program.least(undefined, 1, secondsLeft());
  if (answer.kind === 'infeasible') {
    const proof = proveNone(rest, answer.multipliers());
    if (proof === undefined) return undefined;
    return {equations: proof.equations.map(({at}) => open[at] ?? 0), proof: replaced(proof, rest.cellAt, open)};
  }
  return search(rest, program, undefined, secondsLeft).kind === 'none' ? {equations: open} : undefined;
}

const byItself = (sum: number, at: number): Certificate => ({
  equations: [{at, times: Math.sign(sum)}],
  scale: 1,
  leftOver: [],
  sum: Math.abs(sum),
  least: Math.abs(sum),
});

/** A proof of a part, as one of the whole. */
export const replaced = (
  proof: Certificate,
  cellAt: readonly number[],
  equationAt: readonly number[],
): Certificate => ({
  ...proof,
  equations: proof.equations.map(({at, times}) => ({at: equationAt[at] ?? 0, times})),
  leftOver: proof.leftOver.map((left) => ({...left, cell: cellAt[left.cell] ?? 0})),
});
