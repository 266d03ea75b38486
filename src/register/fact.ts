/**
 * Facts: everything the register holds that can count. Each says one thing of one person, valid from a day.
 *
 * Facts are only ever added. What turns out wrong is withdrawn by a later fact, so the register reads as it stood at any
 * moment and an old statement can be produced again to the digit. Nothing here tells who the person is: names, numbers
 * and the exact birth date live in `identity.ts`, encrypted, and can be destroyed while these remain.
 */

import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {RecordNumber} from '#concepts/record-number';
import type {Instant} from '#kit/instant';
import type {PlainDate} from '#kit/plain-date';

export type FactId = number;
export type SubmissionId = number;

/** Codes as recorded, by concept; several where the source gave several, the main one first. */
export type Codes = Readonly<Record<ConceptId, readonly Code[]>>;

export type Fact =
  | Contact
  | Assessment
  | Exploitation
  | Characteristics
  | ResidenceStatus
  | AsylumClaim
  | Charge
  | DepartureDeadline
  | ReflectionPeriod
  | PreparedReturn
  | Children
  | CaseComplex
  | Attestation
  | Withdrawal
  | Reversal
  | Answer
  | IdentityQuestion
  | IdentityJudgement
  | IdentityDecision
  | Erasure;

export type FactKind = Fact['kind'];

interface Valid {
  /** The day the fact is about: of the decision, the contact, the return. */
  readonly on: PlainDate;
}

/** How the person came to an authority's notice (kontaktform in `codes['contact-form']`). */
export interface Contact extends Valid {
  readonly kind: 'contact';
  readonly codes: Codes;
}

/** An authority has decided the trafficking question for this person. A court's day is that of the first-instance judgment. */
export interface Assessment extends Valid {
  readonly kind: 'assessment';
  readonly by: Code;
  readonly outcome: Code;
  /** Completed years at decision; absent: unknown. A span where the birth date is partly known. */
  readonly age?: {readonly youngest: number; readonly oldest: number; readonly basis: 'full' | 'partial' | 'assessed'};
  /** The contact that led to it, the main form of exploitation and whatever else its source gave with the decision. */
  readonly codes: Codes;
}

/** Forms of exploitation, main one first, with industry and the like (codes by concept). */
export interface Exploitation extends Valid {
  readonly kind: 'exploitation';
  readonly codes: Codes;
}

/** What a source says the person is: sex, nationalities (first listed is the main one), region of origin. */
export interface Characteristics extends Valid {
  readonly kind: 'characteristics';
  readonly codes: Codes;
}

export interface ResidenceStatus extends Valid {
  readonly kind: 'residence-status';
  readonly status: Code;
}

export interface AsylumClaim extends Valid {
  readonly kind: 'asylum-claim';
  readonly ended?: PlainDate;
}

/** A criminal case against the person, pending from `on` until it ended. */
export interface Charge extends Valid {
  readonly kind: 'charge';
  readonly ended?: PlainDate;
}

export interface DepartureDeadline extends Valid {
  readonly kind: 'departure-deadline';
  readonly days: number;
}

export interface ReflectionPeriod extends Valid {
  readonly kind: 'reflection-period';
  readonly days: number;
}

/** Forberedt hjemsendelse. `on` is the day it was agreed or begun; completed on its own day. Children travel with the person. */
export interface PreparedReturn extends Valid {
  readonly kind: 'prepared-return';
  readonly completed?: PlainDate;
  readonly operator: Code;
  readonly children: number;
}

export interface Children extends Valid {
  readonly kind: 'children';
  readonly accompanying: number;
}

export interface CaseComplex extends Valid {
  readonly kind: 'case-complex';
  /** The complex's own label, never a name. */
  readonly complex: string;
}

/** What a source says of earlier assessments: that there was one (its year if known), or that it cannot be told. */
export interface Attestation extends Valid {
  readonly kind: 'attestation';
  readonly earlier: 'yes' | 'unknown';
  readonly year?: number;
}

/** An earlier fact no longer stands: recorded in error, gone from the agency's list, replaced by a correction. */
export interface Withdrawal extends Valid {
  readonly kind: 'withdrawal';
  readonly of: FactId;
  readonly why: 'recorded-in-error' | 'wrong-person' | 'gone-from-source' | 'corrected' | 'identity-reconsidered';
  /** In the office's words, where it was asked for one. */
  readonly reason?: string;
}

/** An assessment was set aside. On the merits: it counted then and is shown as later reversed. As an error: revised. */
export interface Reversal extends Valid {
  readonly kind: 'reversal';
  readonly of: FactId;
  readonly ground: 'on-the-merits' | 'registration-error';
}

/** What the office is asked about a counted person. */
export const QUESTIONS = [
  'assessed-outside-competence',
  'assessments-differ',
  'attributes-disagree',
  'deadline-over-maximum',
] as const;
export type QuestionRule = (typeof QUESTIONS)[number];

/** The office's answer to a question the register put about a fact: with a reason, and then it is asked no more. */
export interface Answer extends Valid {
  readonly kind: 'answer';
  readonly of: FactId;
  readonly question: QuestionRule;
  readonly reason: string;
}

/** Two records may be one person: found by linkage, decided by nobody. Kept, as all that is said of a pair, under the lower number. */
export interface IdentityQuestion extends Valid {
  readonly kind: 'identity-question';
  readonly other: RecordNumber;
  /** In bits. */
  readonly weight: number;
  readonly probability: number;
  readonly band: 'clerical' | 'link';
  /** Which policy and parameters the weight is of. */
  readonly model: string;
  /** Drawn from those that linkage would not have put, to learn what it misses: such a question keeps no figure open. */
  readonly sample?: Sampled;
}

/** A stratum of pairs nearly as likely: how many it holds, and how many were drawn of them. */
export interface Sampled {
  readonly stratum: string;
  readonly of: number;
  readonly drawn: number;
  /** How many are one person, as the model expects, among the pairs too unlikely for any stratum. */
  readonly beyond: number;
}

/**
 * The same person, back again · the same incident, referred again: another look at it, no repeat · the same decision, filed
 * twice: counts for nothing · different persons.
 */
export const VERDICTS = ['returning', 'same-incident', 'filed-twice', 'different'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one reviewer said of a pair. Counts for nothing. */
export interface IdentityJudgement extends Valid {
  readonly kind: 'identity-judgement';
  readonly other: RecordNumber;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly reviewer: string;
  readonly part: 'first' | 'second' | 'adjudication' | 're-review';
}

/** What stands of a pair, until it is withdrawn. */
export interface IdentityDecision extends Valid {
  readonly kind: 'identity-decision';
  readonly other: RecordNumber;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly basis: 'review' | 'identifier' | 'weight';
}

/** The identity was destroyed; the facts stand. */
export interface Erasure extends Valid {
  readonly kind: 'erasure';
  readonly why: string;
}

/** A fact as the register keeps it. */
export type Recorded<F extends Fact = Fact> = {
  readonly id: FactId;
  readonly record: RecordNumber;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly submission: SubmissionId;
  /** The source's id, or `entry` for a fact entered by hand. */
  readonly source: string;
  /** The row of the source's file. */
  readonly row?: number;
} & {readonly fact: F};
