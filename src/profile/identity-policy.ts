/**
 * Who is the same person: what is compared, from when a pair is put to the office, what may be decided without it, and how
 * many look. Dated, with its source, as every rule of the office is.
 */
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Labels} from '#concepts/labels';
import type {Source} from '#concepts/source';
import type {Dated} from '#kit/dated';
import type {LinkPolicy} from '#linkage/policy';

/** What is decided without the office: nothing; what an identifier proves; all that is above the upper threshold. */
export const AUTOMATIC = ['none', 'identifiers', 'above-link'] as const;
/** Which answers need a second reviewer, who has not seen the first. */
export const SECOND = ['none', 'same-person', 'all'] as const;

export interface IdentityPolicy extends Dated {
  readonly id: string;
  readonly source: Source;
  /** Its columns are those of `IDENTITY_COLUMNS`, the concepts and the schemes of identifiers. */
  readonly link: LinkPolicy;
  readonly automatic: (typeof AUTOMATIC)[number];
  readonly second: (typeof SECOND)[number];
  /** The share of decided pairs that is put again, to somebody else, who does not see what was decided. */
  readonly again: number;
  /** Undefined: how well the linkage does is told of all together. */
  readonly origins?: Origins | undefined;
}

/** Groups of origin that names are alike within: how well the linkage does is told of each. */
export interface Origins {
  /** The concept whose codes tell the origin. */
  readonly concept: ConceptId;
  /** With fewer decided pairs than this a group is told to have too few. */
  readonly atLeast: number;
  readonly groups: readonly Origin[];
}

export interface Origin {
  readonly id: string;
  readonly labels: Labels;
  /** Undefined: all that are in no other group. */
  readonly codes: readonly Code[] | undefined;
}

/** What is known of a person besides codes and identifiers. */
export const IDENTITY_COLUMNS = ['name', 'alias', 'born', 'phone'] as const;
