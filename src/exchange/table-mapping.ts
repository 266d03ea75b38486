/** How somebody's file is laid out and what its codes mean, where that is not plain. Nothing in it is needed of a tidy table. */
import {TOTAL} from '#disclosure/published-table';

export interface TableMapping {
  /** The column of the counts; else the last. */
  readonly value?: string | undefined;
  /** By name: the column of its codes; else every other column is a dimension by its own name. */
  readonly dimensions?: Readonly<Record<string, string>> | undefined;
  /** Two columns, which dimension a row is divided by and which of its codes it is. */
  readonly pivot?: {readonly dimension: string; readonly code: string} | undefined;
  readonly ignore?: readonly string[] | undefined;
  /** Only rows whose column has one of these. */
  readonly where?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Codes of a margin, besides those everybody knows. */
  readonly total?: readonly string[] | undefined;
  /** What stands for a number that is not told, besides what everybody knows. */
  readonly withheld?: readonly string[] | undefined;
  /** Dimensions whose codes are never added up. */
  readonly apart?: readonly string[] | undefined;
  /** Dimensions of which a person may have several codes. */
  readonly multiple?: readonly string[] | undefined;
  /** By dimension, by code: the codes it is the sum of. */
  readonly hierarchy?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> | undefined;
  /** What a combination is that no row has. */
  readonly absent?: 'unknown' | 'zero' | undefined;
  /** Whether all tables count the same persons, or each its own. */
  readonly population?: 'one' | 'each' | undefined;
}

const TOTALS = ['total', 'i alt', 'all', 'tot', 'alle'];
/** Years and other times follow upon each other, and measures are of the same persons: one says nothing of the next. */
const MEASURES = ['measure', 'indicator', 'statistic', 'contents', 'contentscode', 'indhold', 'unit'];
const APART = [
  ...['year', 'år', 'aar', 'time', 'tid', 'period', 'periode', 'quarter', 'kvartal', 'month', 'måned'],
  ...MEASURES,
  ...['definitions', 'edition'],
];

export const isTotal = (code: string, {total = []}: TableMapping): boolean =>
  code === TOTAL || total.includes(code) || TOTALS.includes(code.toLowerCase());

export const isApart = (dimension: string, {apart = []}: TableMapping): boolean =>
  apart.includes(dimension) || APART.includes(dimension.toLowerCase());

/** Its codes say what is told: counts, or shares of them. */
export const isMeasure = (dimension: string): boolean => MEASURES.includes(dimension.toLowerCase());

export const parentsOf = (dimension: string, {hierarchy = {}}: TableMapping): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(hierarchy[dimension] ?? {}));

export interface Overlap {
  readonly dimension: string;
  readonly code: string;
  readonly sums: readonly string[];
}

/** A code that is a part of two others, or of itself. */
export function overlapIn({hierarchy = {}}: TableMapping): Overlap | undefined {
  for (const [dimension, sums] of Object.entries(hierarchy)) {
    const parents = new Map<string, string[]>();
    for (const [sum, parts] of Object.entries(sums))
      for (const part of parts) parents.set(part, [...(parents.get(part) ?? []), sum]);
    for (const [code, above] of parents) {
      if (above.length > 1) return {dimension, code, sums: above};
      const path = [code];
      for (let next = parents.get(code)?.[0]; next !== undefined; next = parents.get(next)?.[0]) {
        if (path.includes(next)) return {dimension, code, sums: path.slice(1).concat(next)};
        path.push(next);
      }
    }
  }
  return undefined;
}
