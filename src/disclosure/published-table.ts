/**
 * A table as somebody published it: what is printed in each cell, and nothing of how it was made. Numbers may be withheld;
 * a margin is a cell like any other.
 */

/** The code of a margin. */
export const TOTAL = 'Total';

export interface PublishedTable {
  readonly name: string;
  readonly dimensions: readonly PublishedDimension[];
  readonly cells: readonly PublishedCell[];
  /** Tables of one population count the same persons: a cell that two of them have is one number. */
  readonly population: string;
  /** What a combination that is not printed is: not known, or a zero that nobody prints. */
  readonly absent: 'unknown' | 'zero';
}

export interface PublishedDimension {
  readonly name: string;
  /** Its codes are apart from each other and never added up, unless their sum is printed: years, countries. */
  readonly apart: boolean;
  /** A person may have several of its codes: none is more than the total, and they do not add up to it. */
  readonly multiple: boolean;
  /** Codes that are sums of others. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
}

export interface PublishedCell {
  /** A code of each dimension, {@link TOTAL} for its margin. */
  readonly codes: readonly string[];
  /** As it stands there. */
  readonly printed: string;
  readonly low: number;
  /** Infinity: no more is said. */
  readonly high: number;
  /** Where it stands in its file. */
  readonly row: number;
}
