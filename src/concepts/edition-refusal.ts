/** Every way in which an edition is not made, not approved or not believed. The names in it are those of the office's own people. */
import type {EditionState} from './edition.ts';
import type {Finding} from './finding.ts';
import type {LanguageTag} from './labels.ts';

/** What somebody writes for recipients to read. */
export type TextOfRelease = 'erratum' | 'reason' | 'shown-anyway';
/** What of a person a text holds: anybody's, or of those whom a reason is about. A day is early before the years the register tells of. */
export type Tells = 'number' | 'name' | 'early-day' | 'their-number' | 'their-name' | 'their-birthday';

export type EditionRefusal =
  | {readonly reason: 'no-such-edition'; readonly edition: string; readonly known: readonly string[]}
  /** `state`: what it is in, and so cannot be done to it. */
  | {readonly reason: 'edition-is-already'; readonly edition: string; readonly state: EditionState}
  | {readonly reason: 'edition-not-released'; readonly edition: string; readonly state: EditionState}
  | {readonly reason: 'edition-of-other-period'; readonly edition: string}
  /** `by`: what corrects it, released or under embargo. */
  | {readonly reason: 'edition-has-correction'; readonly edition: string; readonly by: string}
  /** An erratum is printed in every language of its statement, so it is written in each of them, and in no other. */
  | {
      readonly reason: 'erratum-in-other-languages';
      readonly languages: readonly LanguageTag[];
      /** None: a text of no language. */
      readonly given: readonly LanguageTag[];
    }
  /** `word`: the number of the word it begins with. What it is, nobody repeats. */
  | {
      readonly reason: 'text-tells-of-person';
      readonly text: TextOfRelease;
      readonly tells: Tells;
      readonly word: number;
    }
  | {readonly reason: 'no-such-signer'; readonly name: string; readonly known: readonly string[]}
  | {readonly reason: 'signer-exists'; readonly name: string}
  | {readonly reason: 'no-signing-key'; readonly name: string; readonly looked: readonly string[]}
  | {readonly reason: 'same-person'; readonly name: string}
  | {
      readonly reason: 'questions-open';
      readonly questions: number;
      /** So many persons wait for an answer to be counted. */
      readonly held: number;
      /** Who is the same person: questions not answered, and how far the answers can move the number of persons and of repeats. */
      readonly identity:
        | {
            readonly questions: number;
            readonly persons: {readonly low: number; readonly high: number};
            readonly repeats: {readonly low: number; readonly high: number};
          }
        | undefined;
      /** How far all answers can move the total. */
      readonly low: number;
      readonly high: number;
    }
  | {readonly reason: 'cut-off-in-future'; readonly given: string; readonly now: string}
  | {
      readonly reason: 'recorded-before-cut-off';
      readonly given: string;
      readonly cutOff: string;
      readonly edition: string;
    }
  | {readonly reason: 'clock-behind-log'; readonly now: string; readonly latest: string}
  | {readonly reason: 'embargo-passed'; readonly embargo: string; readonly now: string}
  | {readonly reason: 'log-faulty'; readonly path: string; readonly findings: readonly Finding[]}
  | {readonly reason: 'edition-changed'; readonly edition: string; readonly findings: readonly Finding[]}
  /** A public edition is compared with what earlier ones showed. */
  | {readonly reason: 'edition-table-missing'; readonly edition: string; readonly table: string}
  /** Nothing in these places may be shown to everybody. */
  | {readonly reason: 'nothing-published'; readonly path: string}
  /** Two folders say they are the same edition, and differ. */
  | {readonly reason: 'edition-twice'; readonly edition: string}
  | {readonly reason: 'not-verified'; readonly path: string; readonly findings: readonly Finding[]}
  | {
      readonly reason: 'profile-version-missing';
      readonly edition: string;
      readonly id: string;
      readonly version: string;
      readonly sha256: string;
      readonly path: string;
    }
  /** Compiled again, an edition's figures, or under the same program any of its files, are not what they were. */
  | {
      readonly reason: 'recompiled-otherwise';
      readonly edition: string;
      readonly differing: readonly string[];
      readonly sameProgram: boolean;
    };
