/** How much may be shown. An internal edition shows everything and is marked on every page. */
import type {ConceptId} from '#concepts/concept';
import type {RollUp} from '#concepts/roll-up';

export type Policy = {readonly edition: 'internal'} | PublicPolicy;

export interface PublicPolicy {
  readonly edition: 'public';
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
  /** Tables shown whole by a recorded decision, whatever the rules say. */
  readonly shownAnyway: readonly ShownAnyway[];
}

export interface ShownAnyway {
  readonly table: string;
  readonly by: string;
  readonly why: string;
}
