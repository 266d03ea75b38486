/** What a command answers: receipts, proofs, reasons. Numbers and ids are put in by whoever prints. */
export interface AnswerWords {
  readonly initialised: (folder: string, key: string) => string;
  readonly recoveryTitle: string;
  readonly recoveryAdvice: string;
  readonly received: (file: string, source: string) => string;
  readonly rehearsed: string;
  readonly nothingNew: string;
  readonly rows: Readonly<Record<'read' | 'new' | 'changed' | 'unchanged' | 'withdrawn' | 'held', string>>;
  readonly persons: (fresh: number, known: number) => string;
  readonly controlTotal: (measure: string, given: number, counted: number) => string;
  readonly heldRow: (row: number) => string;
  readonly errorsWritten: (path: string) => string;
  readonly more: (n: number) => string;
  readonly counted: (total: string, table: string) => string;
  readonly proven: (identities: number, tables: number) => string;
  readonly recounted: (cells: number) => string;
  readonly broken: (n: number) => string;
  readonly findings: (errors: number, warnings: number, notes: number) => string;
  readonly wrote: (files: number, folder: string) => string;
  readonly lookAt: string;
  readonly demoData: string;
  /** With what is in the folder, in the browser. */
  readonly openIt: (folder: string) => string;
  readonly profileSound: (files: number) => string;
  readonly profileFaults: (n: number) => string;
  readonly added: (kind: string, fact: number, record: string) => string;
  readonly ask: (field: string, required: boolean, form: string) => string;
  /** How an answer of each kind is written. */
  readonly forms: Readonly<Record<'date' | 'number' | 'text' | 'birth' | 'choice' | 'codes' | 'fact', string>>;
  /** What is asked of a fact entered by hand, and what may be chosen, where the profile has no word for it. */
  readonly entry: Readonly<Record<EntryWord, string>>;
  readonly kinds: Readonly<Record<FactWord, string>>;
  readonly person: (record: string) => string;
  readonly reasons: Readonly<
    Record<
      | 'counted'
      | 'held-back'
      | 'no-assessment-in-period'
      | 'no-positive-assessment'
      | 'no-standing-assessment'
      | 'same-incident'
      | 'filed-twice',
      (period: string) => string
    >
  >;
  readonly byFact: (fact: number, on: string) => string;
  readonly rules: string;
  readonly repetition: string;
  readonly laterReversed: string;
  readonly facts: string;
  readonly withdrawn: string;
  readonly noQuestions: (period: string) => string;
  readonly questions: (n: number, period: string) => string;
  readonly eraseSure: (record: string) => string;
  readonly erased: (record: string) => string;
}

/** The kinds of facts, as `register/fact.ts` has them. */
export type FactWord =
  | 'contact'
  | 'assessment'
  | 'exploitation'
  | 'characteristics'
  | 'residence-status'
  | 'asylum-claim'
  | 'charge'
  | 'departure-deadline'
  | 'reflection-period'
  | 'prepared-return'
  | 'children'
  | 'case-complex'
  | 'attestation'
  | 'withdrawal'
  | 'reversal'
  | 'answer'
  | 'identity-question'
  | 'identity-judgement'
  | 'identity-decision'
  | 'erasure';

export type EntryWord =
  | 'on'
  | 'of'
  | 'why'
  | 'ground'
  | 'question'
  | 'reason'
  | 'by'
  | 'outcome'
  | 'born'
  | 'status'
  | 'ended'
  | 'days'
  | 'completed'
  | 'operator'
  | 'children'
  | 'accompanying'
  | 'complex'
  | 'earlier'
  | 'year'
  | 'recorded-in-error'
  | 'wrong-person'
  | 'on-the-merits'
  | 'registration-error'
  | 'gone-from-source'
  | 'corrected'
  | 'identity-reconsidered'
  | 'other'
  | 'verdict'
  | 'basis'
  | 'weight'
  | 'probability'
  | 'band'
  | 'model'
  | 'reviewer'
  | 'part'
  | 'returning'
  | 'same-incident'
  | 'filed-twice'
  | 'different'
  | 'review'
  | 'identifier'
  | 'clerical'
  | 'link'
  | 'first'
  | 'second'
  | 'adjudication'
  | 're-review'
  | 'assessed-outside-competence'
  | 'assessments-differ'
  | 'attributes-disagree'
  | 'deadline-over-maximum'
  | 'yes'
  | 'unknown';
