/**
 * Something a check found: a result, not a refusal. All are reported at once.
 * It names rules, tables, cells, files, rows and record numbers; never a name, an outside identifier or a withheld figure.
 */
import type {RecordNumber} from './record-number.ts';

/** An error marks the draft and makes `--strict` refuse. */
export type Severity = 'error' | 'warning' | 'note';

export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

export interface Finding {
  /** What it is; its words are in `language/<tag>/`. */
  readonly rule: FindingRule;
  readonly severity: Severity;
  readonly facts: Facts;
  readonly records?: readonly RecordNumber[];
}

/** Every rule a check may report, by the room that reports it. A rule without words in each language does not compile. */
export type FindingRule = IntakeRule | ProfileRule | CountingRule | TableRule | TextRule;

export type IntakeRule = 'required-cell-empty';
export type ProfileRule = 'profile-file-missing';
export type CountingRule =
  | 'assessed-outside-competence'
  | 'assessments-differ'
  | 'attributes-disagree'
 ;
export type TableRule =
  | 'tables-disagree'
  | 'recount-disagrees'
  | 'published-total-disagrees'
  | 'control-total-disagrees';
export type TextRule = 'typed-figure';
