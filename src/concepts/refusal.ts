/**
 * Every way this system says no, on one page.
 *
 * A refusal is a value, not an exception: a reason, which is a state of affairs, and the facts behind it. Its words are in
 * `language/<tag>/refusals.ts`, its exit code in `cli/exit-code.ts`. It never holds a name, an outside identifier or a withheld figure.
 */
import type {AdoptionRefusal} from './adoption-refusal.ts';
import type {AttackRefusal} from './attack-refusal.ts';
import type {BackupRefusal} from './backup-refusal.ts';
import type {CheckRefusal} from './check-refusal.ts';
import type {DatabaseRefusal} from './database-refusal.ts';
import type {EditionRefusal} from './edition-refusal.ts';
import type {Finding} from './finding.ts';
import type {RecordNumber} from './record-number.ts';
import type {TextRefusal} from './text-refusal.ts';
import type {WorkbenchRefusal} from './workbench-refusal.ts';

export type Refusal =
  // workspace and keys
  | {readonly reason: 'no-such-folder'; readonly path: string}
  | {readonly reason: 'folder-not-empty'; readonly path: string}
  | {readonly reason: 'not-a-folder'; readonly path: string}
  | {readonly reason: 'no-workspace'; readonly path: string}
  /** `opgor.yaml` is there and does not say what it must. */
  | {readonly reason: 'settings-not-readable'; readonly path: string}
  | {readonly reason: 'no-such-profile'; readonly profile: string; readonly known: readonly string[]}
  | {readonly reason: 'no-key'; readonly looked: readonly string[]}
  | {readonly reason: 'key-does-not-fit'}
  | {readonly reason: 'register-in-use'; readonly path: string}
  | {readonly reason: 'register-not-readable'; readonly path: string; readonly why: string}
  | DatabaseRefusal
  | {readonly reason: 'file-not-writable'; readonly path: string}
  /** The user may not; the file may be quite sound. */
  | {readonly reason: 'no-permission'; readonly path: string}
  | {readonly reason: 'file-exists'; readonly path: string}
  | {readonly reason: 'inside-workspace'; readonly path: string; readonly workspace: string}
  // profile
  | {readonly reason: 'profile-faulty'; readonly findings: readonly Finding[]}
  // intake: the whole file is refused, the register is unchanged
  | {readonly reason: 'no-such-file'; readonly file: string}
  | {readonly reason: 'not-a-file'; readonly path: string}
  | {readonly reason: 'no-such-source'; readonly source: string; readonly known: readonly string[]}
  | {readonly reason: 'empty-file'; readonly file: string}
  | {
      readonly reason: 'wrong-format';
      readonly file: string;
      readonly expected: string;
      readonly found: string;
      readonly otherSource?: string;
    }
  | {
      readonly reason: 'not-a-table';
      readonly file: string;
      readonly row: number;
      readonly fault: 'quote-not-closed' | 'quote-inside-cell' | 'endless-line';
    }
  /** Its content cannot be read without the password, which nobody is asked for. */
  | {readonly reason: 'password-protected'; readonly file: string}
  | {readonly reason: 'wrong-encoding'; readonly file: string; readonly expected: string; readonly line: number}
  | {readonly reason: 'file-too-large-inside'; readonly file: string; readonly limit: number}
  | {
      readonly reason: 'columns-missing';
      readonly file: string;
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
      /** A heading that is missing and one that is there instead and much like it. */
      readonly renamed: readonly {readonly expected: string; readonly found: string}[];
      readonly otherSource?: string;
    }
  | {
      readonly reason: 'no-such-sheet';
      readonly file: string;
      readonly sheet: string;
      readonly found: readonly string[];
      readonly otherSource?: string;
    }
  /** It was answered or let go, or a later file was received. */
  | {readonly reason: 'row-not-waiting'; readonly row: number}
  | {readonly reason: 'duplicate-key'; readonly file: string; readonly rows: readonly number[]}
  | {readonly reason: 'reader-gave-up'; readonly file: string; readonly seconds: number}
  | {readonly reason: 'recorded-in-the-past'; readonly given: string; readonly latest: string}
  | {readonly reason: 'recorded-in-the-future'; readonly given: string; readonly now: string}
  /** The register was last added to at a moment the clock has not reached. */
  | {readonly reason: 'clock-behind-register'; readonly now: string; readonly latest: string}
  /** A snapshot without so many of the rows the register has: it may be cut short. `most`: the share that may go unasked. */
  | {
      readonly reason: 'too-many-gone';
      readonly file: string;
      readonly gone: number;
      readonly before: number;
      readonly most: number;
    }
  // register
  /** `record`: what was asked for, where it has a record number's form; anything else is not repeated. */
  | {readonly reason: 'no-such-person'; readonly record: RecordNumber | undefined}
  | {readonly reason: 'register-empty-then'; readonly at: string}
  | {readonly reason: 'person-erased'; readonly record: string}
  /** A question on the terminal was left without an answer. */
  | {readonly reason: 'not-answered'}
  | {readonly reason: 'not-confirmed'; readonly record: string}
  | {readonly reason: 'identity-damaged'; readonly record: string}
  | {readonly reason: 'nothing-to-withdraw'}
  /** What was typed is not repeated: it may be a name. */
  | {readonly reason: 'unknown-code'; readonly concept: string; readonly known: readonly string[]}
  | {readonly reason: 'impossible-value'; readonly field: string; readonly rule: string}
  // statement
  | {readonly reason: 'nothing-to-count'; readonly period: string}
  | {readonly reason: 'no-such-table'; readonly table: string; readonly known: readonly string[]}
  | {readonly reason: 'no-such-format'; readonly format: string; readonly known: readonly string[]}
  /** The library that makes PDF files is not made for this machine. */
  | {readonly reason: 'cannot-print-here'}
  | {readonly reason: 'findings-stand'; readonly findings: readonly Finding[]}
  | {readonly reason: 'disclosure-not-proven'}
  | {readonly reason: 'no-public-policy'; readonly on: string}
  /** A table that is asked of beside a public edition. */
  | {
      readonly reason: 'no-further-table';
      readonly table: string;
      readonly because: 'no-such-unit' | 'no-such-concept' | 'twice' | 'is-there' | 'nobody' | 'withholds-nothing';
      /** What there is instead. */
      readonly known: readonly string[];
    }
  /** No plan is proposed for figures that are changed: none of them is withheld for being small. */
  | {readonly reason: 'policy-changes-figures'; readonly on: string}
  | EditionRefusal
  // linking a table
  | {readonly reason: 'link-policy-faulty'; readonly file: string; readonly findings: readonly Finding[]}
  /** None of the columns the policy names is in the first row: what is there may be a person's, and is not repeated. */
  | {readonly reason: 'no-header'; readonly file: string; readonly wanted: readonly string[]}
  | {
      readonly reason: 'no-such-column';
      readonly file: string;
      readonly column: string;
      readonly known: readonly string[];
    }
  | {
      readonly reason: 'no-such-blocking-key';
      readonly file: string;
      readonly key: string;
      readonly known: readonly string[];
    }
  /** Of encoded values, `keys` different fingerprints: what was made with one key says nothing of what another made. */
  | {readonly reason: 'more-than-one-key'; readonly file: string; readonly column: string; readonly keys: number}
  | {
      readonly reason: 'bad-threshold';
      readonly file: string;
      readonly key: 'link' | 'review';
      readonly fault: 'no-probability' | 'review-above-link';
      readonly link: number;
      readonly review: number;
    }
  /** A file of persons that is to be linked or encoded; `row` as the file has it, the header being the first. */
  | {readonly reason: 'table-faulty'; readonly file: string; readonly fault: 'empty'}
  | {
      readonly reason: 'table-faulty';
      readonly file: string;
      readonly row: number;
      readonly fault: 'quote-not-closed' | 'quote-inside-cell' | 'endless-line' | 'unknown-encoding';
    }
  | {
      readonly reason: 'table-faulty';
      readonly file: string;
      readonly row: number;
      readonly fault: 'cells-too-few' | 'cells-too-many';
      readonly cells: number;
      readonly columns: number;
    }
  // encoding a list
  | {readonly reason: 'already-encoded'; readonly file: string; readonly field: string}
  /** The id is to be sent, and the policy names none. */
  | {readonly reason: 'no-id-column'; readonly file: string}
  /** Of a file, what is in it is not repeated. */
  | {readonly reason: 'not-a-key'; readonly path: string}
  /** Where a file was to be named there was the key; it is not repeated. */
  | {readonly reason: 'key-in-the-open'}
  // reviewing who is the same person
  | {readonly reason: 'no-identity-policy'; readonly on: string}
  | {readonly reason: 'pair-not-waiting'; readonly on: RecordNumber; readonly other: RecordNumber}
  // deciding who is the same person
  | {readonly reason: 'one-record'; readonly record: RecordNumber}
  | {readonly reason: 'nothing-decided'; readonly on: RecordNumber; readonly other: RecordNumber}
  /** `by`: who decided otherwise after whoever decides now had looked. */
  | {
      readonly reason: 'decided-meanwhile';
      readonly on: RecordNumber;
      readonly other: RecordNumber;
      readonly by: string;
    }
  /** `chain`: from the one to the other, decision by decision, as they stand. */
  | {
      readonly reason: 'identity-contradiction';
      readonly on: RecordNumber;
      readonly other: RecordNumber;
      readonly verdict: string;
      readonly chain: readonly {readonly on: RecordNumber; readonly other: RecordNumber; readonly verdict: string}[];
    }
  | AdoptionRefusal
  | AttackRefusal
  | CheckRefusal
  | TextRefusal
  | BackupRefusal
  | WorkbenchRefusal
  // comparing editions
  | {readonly reason: 'periods-differ'; readonly from: string; readonly to: string}
  | {readonly reason: 'not-the-earlier'; readonly from: string; readonly to: string}
  | {readonly reason: 'language-not-in-profile'; readonly language: string; readonly known: readonly string[]};

export type RefusalReason = Refusal['reason'];
