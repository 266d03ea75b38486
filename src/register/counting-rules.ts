/** The rules by which persons are counted, as the profile gives them: dated data with a source, defaults in mission §4. */

import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Source} from '#concepts/source';
import type {Dated} from '#kit/dated';

export interface CountingRules {
  /**
   * What makes a person count in a period. `assessment`: a standing assessment with a positive outcome decided in it.
   * `contact`: a contact in it, for registers that hold no assessments.
   */
  readonly population: readonly DatedRule<{
    readonly fact: 'assessment' | 'contact';
    readonly positive: readonly Code[];
  }>[];
  /** Which of several in one period the person's authority, form and age are taken from. */
  readonly attribution: readonly DatedRule<{readonly take: 'first' | 'last'}>[];
  /** A reversal on the merits: `count-as-assessed` leaves the person counted and shows it apart; `remove` revises. */
  readonly reversal: readonly DatedRule<{readonly onTheMerits: 'count-as-assessed' | 'remove'}>[];
  /**
   * Decided in Y, known only after Y's first edition. `revise`: Y counts it from then on. `next-edition`: Y stays as it was, and the
   * person is counted in a measure of their own, late from Y; never as a person of Y + 1.
   */
  readonly lateDecisions: readonly DatedRule<{readonly policy: 'revise' | 'next-edition'}>[];
  /** Attributes that disagree between sources. */
  readonly disagreement: readonly DatedRule<{readonly take: readonly ('attributed-source' | 'latest-recorded')[]}>[];
  /** How a repeat is known. */
  readonly repetition: readonly DatedRule<{readonly attested: 'counts' | 'ignored'}>[];
  /** Days given to leave or to reflect: usual and most. A longer one is an oddity to ask about. */
  readonly deadlines?: readonly DatedRule<{
    readonly fact: 'departure-deadline' | 'reflection-period';
    readonly usual: number;
    readonly maximum: number;
  }>[];
  /** The concept that holds the person's age band. */
  readonly age: {readonly concept: ConceptId; readonly list: string} | undefined;
}

export type DatedRule<P> = Dated & {readonly id: string; readonly source: Source} & {readonly parameters: P};
