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
export type FindingRule =
  | IntakeRule
  | ReceivingRule
  | ProfileRule
  | CountingRule
  | TableRule
  | TextRule
  | EditionRule
  | AdoptionRule;

export type IntakeRule =
  // the row is held
  | 'required-cell-empty'
  | 'row-without-day'
  | 'row-too-long'
  | 'cell-too-long'
  | 'formula-cell'
  | 'unknown-word'
  | 'code-not-in-force'
  | 'impossible-date'
  | 'date-in-future'
  | 'date-too-early'
  | 'dates-out-of-order'
  | 'number-not-readable'
  | 'number-not-whole'
  | 'number-out-of-range'
  | 'identifier-malformed'
  // the row is taken
  | 'birth-date-in-identifier-impossible'
  // the file as a whole
  | 'column-not-in-layout'
  | 'totals-row-disagrees';
export type ReceivingRule =
  // the row is held: its identifiers are carried by different persons
  | 'identifiers-disagree'
  // the file is taken
  | 'row-twice'
  | 'many-rows-gone'
  | 'withdrawals-put-off'
  // the statement is made without them
  | 'rows-held';
export type ProfileRule =
  | 'profile-file-missing'
  | 'profile-file-strange'
  | 'file-too-large'
  | 'not-utf-8'
  | 'yaml-unreadable'
  | 'yaml-alias'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-value'
  | 'missing-label'
  | 'without-source'
  | 'column-missing'
  | 'column-strange'
  | 'row-uneven'
  | 'bad-date'
  | 'bad-day'
  | 'date-order'
  | 'decided-by-one'
  | 'code-characters'
  | 'code-reserved'
  | 'unknown-code'
  | 'unknown-row-missing'
  | 'code-at-other-level'
  | 'overlapping-validity'
  | 'validity-gap'
  | 'parent-not-in-force'
  | 'code-cycle'
  | 'age-bands-overlap'
  | 'duplicate-id'
  | 'list-without-concept'
  | 'no-such-code-list'
  | 'no-such-concept'
  | 'no-such-unit'
  | 'no-such-table-published'
  | 'no-such-table-noted'
  | 'no-such-table-revised'
  | 'chart-without-editions'
  | 'note-beside-table'
  | 'figure-in-note'
  | 'text-in-one-language'
  | 'profile-without-text'
  | 'rolled-up-multiple'
  | 'rolled-up-into-code'
  | 'noise-without-table'
  | 'no-such-column-linked'
  | 'thresholds-out-of-order'
  | 'layout-no-such-field'
  | 'layout-no-such-heading'
  | 'layout-no-such-member'
  | 'layout-named-twice'
  | 'layout-member-missing'
  | 'layout-fact-without-codes'
  | 'layout-not-a-pattern';
export type CountingRule =
  | 'period-not-over'
  | 'assessed-outside-competence'
  | 'assessments-differ'
  | 'attributes-disagree'
  | 'deadline-over-maximum'
  // pairs that may be one person, and nobody has answered whether
  | 'identity-questions-open'
  // a public edition
  | 'disclosure-methods-differ'
  | 'disclosure-periods-overlap'
  | 'no-print-here'
  | 'disclosure-exposed'
  | 'disclosure-unproven'
  | 'little-shown'
  // its roll-up plan
  | 'plan-rows-withheld'
  | 'plan-code-unused'
  | 'plan-code-large';
export type TableRule =
  | 'tables-disagree'
  | 'recount-disagrees'
  | 'said-otherwise'
  | 'published-total-disagrees'
  | 'control-total-disagrees';
export type TextRule =
  | 'typed-figure'
  | 'guarded-word-typed'
  | 'parts-do-not-close'
  | 'no-such-cell'
  | 'cell-without-count'
  | 'message-not-readable'
  | 'function-misused'
  | 'block-not-known'
  | 'note-not-defined'
  | 'id-repeated'
  | 'languages-differ'
  | 'statements-differ'
  | 'guarded-words-faulty'
  | 'commentary-not-signed'
  | 'commentary-outdated';
export type EditionRule =
  // a folder that was released
  | 'manifest-missing'
  | 'manifest-altered'
  | 'signature-missing'
  | 'foreign-key'
  | 'approval-not-signed'
  | 'file-missing'
  | 'file-extra'
  | 'file-altered'
  // the log of a workspace
  | 'log-line-torn'
  | 'log-line-altered'
  | 'log-line-missing'
  | 'log-line-out-of-time'
  | 'log-signer-unknown'
  | 'edition-missing'
  | 'edition-not-in-log'
  | 'profile-not-kept';

/** Of a sheet of an office's own folder (`opgor adopt`). An error keeps the sheet out. */
export type AdoptionRule =
  | 'adopted-before'
  | 'adopted-otherwise'
  | 'cells-merged'
  | 'column-without-heading'
  | 'days-mixed'
  | 'days-outside-year'
  | 'days-shifted'
  | 'days-since-1904'
  | 'figure-not-read'
  | 'figures-by-formula'
  | 'figures-do-not-add'
  | 'figures-side-by-side'
  | 'figures-without-year'
  | 'figure-published-otherwise'
  | 'file-changed'
  | 'file-not-a-table'
  | 'file-open'
  | 'formulas'
  | 'heading-twice'
  | 'list-of-year'
  | 'list-without-day'
  | 'member-without-column'
  | 'rows-below'
  | 'rows-coloured'
  | 'rows-hidden'
  | 'columns-hidden'
  | 'rows-remarked'
  | 'rows-sparse'
  | 'rows-struck'
  | 'same-person-twice'
  | 'second-table'
  | 'several-totals'
  | 'sheet-empty'
  | 'sheet-hidden'
  | 'sheet-not-understood'
  | 'sheet-skipped'
  | 'strikes-unseen'
  | 'table-again'
  | 'table-beside'
  | 'totals-left-out';
