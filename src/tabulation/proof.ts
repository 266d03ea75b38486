/** An identity and whether it holds: a cell, and the cells of other tables that must come to the same number. */
import type {Code} from '#concepts/code-list';
import type {Unit} from '#concepts/unit-record';
import {ALL} from './cube.ts';
import type {TableId} from './table.ts';

export type IdentityKind =
  /** The inner cells and margins of one table. */
  | 'inner'
  /** The totals of two tables. */
  | 'total'
  /** A cell that two tables share, or the total of the one and a cell of the other. */
  | 'cell'
  /** A cell, and the table that divides it further. */
  | 'collapse'
  /** A code, and the codes that the list puts under it. */
  | 'roll-up'
  /** The same units in tables that each take one part of them. */
  | 'partition'
  /** A part, which cannot be more than its whole, nor less than what is sure of it. */
  | 'bound'
  /** The reference year of a series, and the tables of that year. */
  | 'series'
  /** Multi-response: no code above the margin, and the margin not above their sum. */
  | 'multiple'
  /** The two measures of several years: their sum, and the persons in them. */
  | 'measure'
  /** Different units by the same concept: reported, never forced. */
  | 'reported';

export interface Address {
  readonly table: TableId;
  readonly codes: readonly Code[];
}

export interface Proof {
  readonly kind: IdentityKind;
  readonly unit: Unit;
  readonly period: string;
  readonly left: {readonly cells: readonly Address[]; readonly value: number};
  /** `atMost` is above `value` where further cells may or may not belong; no `atMost`: no table says how many. */
  readonly right: {readonly cells: readonly Address[]; readonly value: number; readonly atMost?: number};
  readonly holds: boolean;
}

/** `table.code.code`, with `all` for a margin and `table.total` for the total. */
export const addressText = ({table, codes}: Address): string =>
  codes.every((code) => code === ALL) ? `${table}.total` : [table, ...codes].join('.');

export const tablesOf = ({left, right}: Proof): readonly TableId[] => [
  ...new Set([...left.cells, ...right.cells].map(({table}) => table)),
];

/** In signs only, so in every language: `a.total = b.x + b.y: 76 = 70 + 6`. */
export function written({left, right, holds}: Proof): string {
  const sum = (cells: readonly Address[]) => cells.map(addressText).join(' + ') || '0';
  const closed = right.atMost === right.value;
  const sign = closed ? (holds ? '=' : '≠') : holds ? '≥' : '≱';
  const numbers = closed
    ? `${left.value} ${sign} ${right.value}`
    : `${right.value} … ${right.atMost ?? '∞'}: ${left.value}`;
  return `${sum(left.cells)} ${sign} ${sum(right.cells)}: ${numbers}`;
}
