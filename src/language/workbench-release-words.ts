/** What is said where an edition is prepared, approved, sent back and compared with others. */
import type {EditionId} from '#concepts/edition';
import type {LanguageTag} from '#concepts/labels';
import type {HappenedKind} from './edition-words.ts';

export interface WorkbenchReleaseWords {
  readonly title: (edition: string) => string;
  readonly toRelease: string;
  readonly help: string;
  readonly inTheWay: string;
  readonly nothingInTheWay: string;
  readonly errors: (errors: number) => string;
  readonly further: (findings: number) => string;
  readonly open: (questions: number) => string;
  readonly moves: (low: number, high: number) => string;
  readonly toIdentities: string;
  readonly toIntake: string;
  readonly waiting: string;
  readonly asAt: string;
  readonly asAtHint: (latest: string) => string;
  readonly languages: string;
  readonly recipients: string;
  readonly recipientsHint: string;
  readonly embargo: string;
  readonly embargoHint: string;
  readonly corrects: string;
  readonly correctsNone: string;
  readonly erratum: (language: LanguageTag) => string;
  readonly erratumHint: string;
  readonly overFindings: string;
  readonly withOpenQuestions: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly signing: string;
  readonly try: string;
  readonly send: string;
  readonly couldBe: (edition: string) => string;
  readonly cannotBe: string;
  readonly sent: (edition: string) => string;
  readonly meanwhile: (edition: string) => string;
  readonly faults: (faults: number) => string;
  readonly moment: string;
  readonly neededReason: string;
  readonly neededErratum: string;
}

export interface WorkbenchEditionsWords {
  readonly title: string;
  readonly none: string;
  readonly edition: string;
  readonly period: string;
  readonly kind: string;
  readonly state: string;
  readonly by: string;
  readonly released: string;
  readonly files: string;
  readonly all: string;
  readonly page: (language: LanguageTag, edition: string) => string;
  readonly about: string;
  readonly happened: string;
  readonly events: Readonly<Record<HappenedKind, string>>;
  readonly isWhole: (files: number) => string;
  readonly key: (key: string) => string;
  readonly isNot: string;
  readonly cutOff: string;
  readonly profile: string;
  readonly program: string;
  readonly recipients: string;
  readonly embargo: string;
  readonly corrects: string;
  readonly correctedBy: string;
  readonly overFindings: string;
  readonly openQuestions: string;
  readonly gotOut: string;
  readonly approve: string;
  readonly approveHelp: string;
  readonly confirm: (edition: EditionId) => string;
  readonly notConfirmed: string;
  readonly ownWork: string;
  readonly waitsFor: string;
  readonly approved: (edition: string) => string;
  readonly sendBack: string;
  readonly sendBackHelp: string;
  readonly withdraw: string;
  readonly withdrawHelp: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly sentBack: (edition: string) => string;
  readonly correct: string;
  readonly anew: string;
  readonly compareWith: (edition: string) => string;
  readonly toNow: string;
}

/** Beside what is said of how a public edition is protected anywhere. */
export interface WorkbenchProtectionWords {
  readonly title: (period: string) => string;
  readonly to: string;
  readonly help: string;
  readonly shares: string;
  readonly figure: string;
  readonly interval: string;
  readonly why: string;
  readonly guards: string;
  readonly notTold: string;
}

export interface WorkbenchCompareWords {
  readonly title: string;
  readonly earlier: string;
  readonly later: string;
  readonly show: string;
  readonly take: string;
  readonly cell: string;
  readonly change: string;
  readonly why: string;
  readonly none: string;
}
