/** The synthetic truth: persons, and what each authority did about them. The files are written from these. */
import type {Country} from './countries.ts';

export type Authority = 'us' | 'cmm' | 'court';
export type Sex = 'female' | 'male' | 'unknown';
export type Outcome = 'victim' | 'not-victim' | 'presumed' | 'withdrawn-by-person' | 'not-completed';
export type Residence = 'unlawful' | 'asylum-seeker' | 'lawful';
export type Exploitation = 'prostitution' | 'forced-labour' | 'cannabis-production' | 'drug-sales' | 'unknown';
export type Industry = 'cleaning' | 'restaurant' | 'construction' | 'agriculture' | 'domestic-work';
export type ContactForm =
  | 'police'
  | 'outreach'
  | 'asylum-system'
  | 'prison'
  | 'hotline'
  | 'ngo'
  | 'labour-inspection'
  | 'other';

export interface Person {
  /** The order of appearance; numbers in every scheme are made from it. */
  readonly serial: number;
  readonly sex: Sex;
  /** The main one first. */
  readonly nationalities: readonly Country[];
  /** Absent: a person who gave no name; such a person has no numbers either. */
  readonly name?: {readonly given: string; readonly surname: string; readonly aliases: readonly string[]};
  readonly birth?: Birth;
}

export interface Birth {
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly date: string;
  readonly assessed: boolean;
}

/** One assessment, and what its file says with it. */
export interface Case {
  readonly person: Person;
  /** The case's number among those of its year. */
  readonly number: number;
  /** Which of the person's cases at CMM it is. */
  readonly round: number;
  readonly authority: Authority;
  /** The person has the Immigration Service's number, and CMM's file says it. */
  readonly knownToUs: boolean;
  readonly contactOn: string;
  readonly decidedOn: string;
  readonly outcome: Outcome;
  readonly exploitation: Exploitation;
  readonly otherForms: readonly Exploitation[];
  readonly industry?: Industry;
  readonly contactForm?: ContactForm;
  readonly residence: Residence;
  readonly asylumOn?: string;
  readonly chargedOn?: string;
  readonly deadlineDays?: number;
  readonly reflectionDays?: number;
  /** What the source says of earlier assessments. */
  readonly earlier?: 'yes' | 'no' | 'unknown';
  readonly earlierYear?: number;
  readonly children?: number;
  readonly complex?: string;
}

/** A prepared return, of the person and the children who travel along. */
export interface Return {
  readonly person: Person;
  readonly begunOn: string;
  readonly departedOn?: string;
  readonly children: number;
}
