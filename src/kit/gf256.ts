/** The field of 256 elements, as in AES (polynomial x⁸+x⁴+x³+x+1, generator 3): a byte is an element, `^` adds. */
import {defect} from './defect.ts';

const POWERS = powers();
const LOGARITHMS = new Map(POWERS.map((element, exponent) => [element, exponent]));

function powers(): readonly number[] {
  const all = [1];
  while (all.length < 255) {
    const last = all.at(-1) ?? 1;
    const doubled = last << 1;
    all.push((doubled & 0x100 ? doubled ^ 0x11b : doubled) ^ last);
  }
  return all;
}

/** The generator to the power of `exponent`: as many different elements as there are but 0. */
export const power = (exponent: number): number => POWERS[exponent % 255] ?? defect('no such power');

const logarithm = (element: number): number => LOGARITHMS.get(element) ?? defect('0 has no logarithm');

export const multiply = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : power(logarithm(a) + logarithm(b)));

export const divide = (a: number, b: number): number => (a === 0 ? 0 : power(255 + logarithm(a) - logarithm(b)));

/** Solves as many equations as there are unknowns, or more that agree; undefined where none or many values fit. */
export function solve(equations: readonly (readonly number[])[]): readonly number[] | undefined {
  const rows = equations.map((row) => [...row]);
  const unknowns = (rows[0]?.length ?? 1) - 1;
  for (let column = 0; column < unknowns; column++) {
    const found = rows.findIndex((row, i) => i >= column && row[column] !== 0);
    const [pivot, other] = [rows[found], rows[column]];
    if (pivot === undefined || other === undefined) return undefined;
    rows[found] = other;
    const unit = pivot.map((value) => divide(value, pivot[column] ?? 0));
    rows[column] = unit;
    rows.forEach((row, i) => {
      const factor = row[column] ?? 0;
      if (i !== column && factor !== 0) rows[i] = row.map((value, j) => value ^ multiply(factor, unit[j] ?? 0));
    });
  }
  return rows.slice(unknowns).every((row) => row[unknowns] === 0)
    ? rows.slice(0, unknowns).map((row) => row[unknowns] ?? 0)
    : undefined;
}
