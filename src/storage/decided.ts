/** Which records are read as one file at a moment, and which were ever decided to be one: from the decisions, which are few. */
import type {Recorded} from '#register/fact';
import {everEdges, lowestOf, standingEdges} from '#register/identities';

export interface Decided {
  /** The record whose file holds this one's facts, where that may be another. */
  readonly lowest: ReadonlyMap<number, number>;
  /** The records of one file, by the one it is under: lowest first. */
  readonly members: ReadonlyMap<number, readonly number[]>;
  /** The lowest of all that a record was ever decided to be one with. */
  readonly circle: ReadonlyMap<number, number>;
}

/** From the decisions and what took them back. */
export function decidedBy(facts: readonly Recorded[]): Decided {
  const lowest = lowestOf(standingEdges(facts));
  const members = Map.groupBy([...lowest.keys()].sort(byNumber), (serial) => lowest.get(serial) ?? serial);
  return {lowest, members, circle: lowestOf(everEdges(facts))};
}

const byNumber = (a: number, b: number) => a - b;
