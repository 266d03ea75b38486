/**
 * Reed–Solomon over bytes: check bytes by which what was written wrong is found, and mended where only one reading is near.
 * With `n` check bytes, any `n` changed bytes are noticed as long as nothing is mended; see {@link mend} for what is.
 */
import {defect} from './defect.ts';
import {multiply, power, solve} from './gf256.ts';

export function withChecks(bytes: readonly number[], checks: number): readonly number[] {
  const open = [...bytes, ...Array.from({length: checks}, () => 0)];
  const places = open.keys().filter((i) => i >= bytes.length);
  return filled(open, [...places], checks) ?? defect('check bytes that do not exist');
}

export interface Mended {
  readonly bytes: readonly number[];
  /** What was not as written there, or not to be read. */
  readonly places: readonly number[];
}

/**
 * `undefined` among the bytes: not to be read. Mends while unread bytes, and wrong ones counted double, are fewer than the check bytes, so that
 * one check at least is left over to tell a wrong reading; undefined where nothing is so near.
 */
export function mend(written: readonly (number | undefined)[], checks: number): Mended | undefined {
  const unread = written.flatMap((byte, i) => (byte === undefined ? [i] : []));
  const bytes = written.map((byte) => byte ?? 0);
  for (let wrong = 0; unread.length + 2 * wrong < checks; wrong++) {
    for (const others of subsets(written.length, wrong, new Set(unread))) {
      const places = [...unread, ...others].sort((a, b) => a - b);
      const mended = filled(bytes, places, checks);
      if (mended !== undefined) return {bytes: mended, places};
    }
  }
  return undefined;
}

/** The bytes with those places filled so that every check holds. */
function filled(bytes: readonly number[], places: readonly number[], checks: number): readonly number[] | undefined {
  const blank = new Set(places);
  const equations = Array.from({length: checks}, (_, check) => [
    ...places.map((i) => power(i * check)),
    bytes.reduce((sum, byte, i) => (blank.has(i) ? sum : sum ^ multiply(byte, power(i * check))), 0),
  ]);
  const values = solve(equations);
  return values && bytes.map((byte, i) => (blank.has(i) ? (values[places.indexOf(i)] ?? 0) : byte));
}

function* subsets(of: number, size: number, but: ReadonlySet<number>, from = 0): Generator<readonly number[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i < of; i++) {
      if (!but.has(i)) for (const rest of subsets(of, size - 1, but, i + 1)) yield [i, ...rest];
    }
}
