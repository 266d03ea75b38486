/**
 * Who is the same person: what is compared, from when a pair is put to the office, what may be decided without it, and how
 * many look. Dated, with its source, as every rule of the office is.
 */
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
}

/** What is known of a person besides codes and identifiers. */
export const IDENTITY_COLUMNS = ['name', 'alias', 'born', 'phone'] as const;
