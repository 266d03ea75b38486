/** What is said of editions: released, approved, verified, compiled again, promised. */
import type {EditionState} from '#concepts/edition';

/** What happens to an edition, as its log tells it. */
export type HappenedKind = 'drafted' | 'validated' | 'returned' | 'approved' | 'released' | 'disclosed';

export interface EditionWords {
  readonly states: Readonly<Record<EditionState, string>>;
  readonly personAdded: (name: string, key: string, path: string) => string;
  readonly noPersons: string;
  readonly keyHere: string;
  readonly keyElsewhere: string;
  readonly dryRun: (edition: string) => string;
  readonly released: (edition: string, folder: string) => string;
  readonly embargoed: (edition: string, until: string, folder: string) => string;
  readonly waits: (edition: string, folder: string) => string;
  readonly toApprove: string;
  readonly cutOff: (moment: string, profile: string) => string;
  readonly prepared: (by: string, approvedBy: string | undefined, alone: string | undefined) => string;
  readonly recipients: (names: readonly string[]) => string;
  readonly corrects: (edition: string, erratum: string) => string;
  readonly sentBack: (edition: string) => string;
  readonly returned: (day: string, by: string, reason: string) => string;
  readonly correctedBy: (edition: string) => string;
  readonly overFindings: (errors: number, reason: string) => string;
  readonly openQuestions: (questions: number, low: number, high: number) => string;
  readonly embargo: (until: string) => string;
  readonly setAside: (path: string) => string;
  readonly none: string;
  readonly disclosed: (day: string, by: string, reason: string) => string;
  readonly marked: (edition: string) => string;
  readonly verified: (edition: string, files: number, key: string) => string;
  readonly compareKey: string;
  readonly signed: Readonly<Record<'drafted' | 'validated' | 'approved', (by: string, day: string) => string>>;
  readonly checked: (editions: number, events: number) => string;
  readonly ownKey: (key: string) => string;
  readonly recompiled: (edition: string, files: number, folder: string) => string;
  readonly otherProgram: (differing: readonly string[]) => string;
  readonly planned: (what: string, on: string) => string;
  readonly noPlans: string;
  readonly promised: (what: string, on: string, first: string | undefined) => string;
  /** Days late, below zero early; undefined: the day has not come. */
  readonly punctuality: (edition: string | undefined, on: string | undefined, days: number | undefined) => string;
}
