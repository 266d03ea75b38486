/** How much may be shown. An internal edition shows everything and is marked on every page. */
import type {ConceptId} from '#concepts/concept';
import type {RollUp} from '#concepts/roll-up';
import type {PlainDate} from '#kit/plain-date';
import type {AtLeastOne, SubPopulation} from './faces.ts';
import {type Noise, type NoiseTable, noiseTable} from './noise-table.ts';

export type Policy = {readonly edition: 'internal'} | PublicPolicy | PerturbingPolicy;

/** Figures are changed instead of withheld, so every edition says so on every page. */
export type PerturbingPolicy = RoundingPolicy | CellKeyPolicy;

export interface RoundingPolicy {
  readonly edition: 'public';
  readonly method: 'round';
  /** No figure is below it, but none. */
  readonly base: number;
  readonly rolledUp: readonly RollUp[];
}

export interface CellKeyPolicy {
  readonly edition: 'public';
  readonly method: 'cell-key';
  readonly noise: Noise;
  readonly rolledUp: readonly RollUp[];
}

/** What is told is true, and some of it is withheld. */
export interface PublicPolicy {
  readonly edition: 'public';
  readonly method?: 'withhold' | undefined;
  /** The smallest number of persons that is shown; 1 and up to it are withheld. */
  readonly smallest: number;
  /** A withheld number can be any of at least so many more than its least. */
  readonly width: number;
  readonly zeros: 'shown' | 'withheld';
  /** What everybody knows of a person without the statement: that a row of it is of one kind alone tells nothing. */
  readonly knownByDesign: readonly ConceptId[];
  /** Rows of fewer persons, all of one code of these concepts, tell it of each of them. */
  readonly allAlike: {readonly below: number; readonly of: readonly ConceptId[]} | undefined;
  /** What is not divided as far as it is recorded, for as long as the policy is in force. */
  readonly rolledUp: readonly RollUp[];
  /** Units that are others of which something holds: what tables of both say is of the same persons. */
  readonly subPopulations: readonly SubPopulation[];
  /** Units of which everybody has at least one: figures of both limit each other. */
  readonly atLeastOne?: readonly AtLeastOne[] | undefined;
  /** Tables shown whole by a recorded decision, whatever the rules say. */
  readonly shownAnyway: readonly ShownAnyway[];
}

/** Of a policy that changes figures, and of an internal edition, none: there is nothing to make an exception from. */
export const shownAnywayBy = (policy: Policy | undefined): readonly ShownAnyway[] =>
  policy?.edition === 'public' && !isPerturbing(policy) ? policy.shownAnyway : [];

/** Decided by two, on a day, for a reason. */
export interface ShownAnyway {
  readonly table: string;
  readonly by: string;
  readonly approvedBy: string;
  readonly on: PlainDate;
  readonly why: string;
}

/** Whether every count can be moved as it asks. */
export const canBeMoved = ({noise}: CellKeyPolicy): boolean => noiseTable(noise) !== undefined;

/** How figures are moved under it, where they are moved by cell keys. */
export const noiseOf = (policy: Policy): NoiseTable | undefined =>
  policy.edition === 'public' && policy.method === 'cell-key' ? noiseTable(policy.noise) : undefined;

export const isPerturbing = (policy: Policy): policy is PerturbingPolicy =>
  policy.edition === 'public' && policy.method !== undefined && policy.method !== 'withhold';
