/**
 * What the program itself says, typed per language: a missing word does not compile.
 * What the *statement* says is the profile's text.
 */
import type {LanguageTag} from '#concepts/labels';
import type {AdoptionWords} from './adoption-words.ts';
import type {AnswerWords} from './answer-words.ts';
import type {AttackWords} from './attack-words.ts';
import type {BackupWords} from './backup-words.ts';
import type {CheckWords} from './check-words.ts';
import type {CliWords} from './cli-words.ts';
import {da} from './da.ts';
import type {DatabaseWords} from './database-words.ts';
import type {DocumentWords} from './document-words.ts';
import type {EditionWords} from './edition-words.ts';
import {en} from './en.ts';
import type {ErrorsFileWords} from './errors-file-words.ts';
import type {ExploreWords} from './explore-words.ts';
import type {FindingWords} from './finding-words.ts';
import type {HandOverWords} from './hand-over-words.ts';
import type {IdentityWords} from './identity-words.ts';
import type {LinkageWords} from './linkage-words.ts';
import type {ProtectionWords} from './protection-words.ts';
import type {ReadingWords} from './reading-words.ts';
import type {RefusalWords} from './refusal-words.ts';
import type {ReviewWords} from './review-words.ts';
import type {RevisionWords} from './revision-words.ts';
import type {TextWords} from './text-words.ts';
import type {WorkbenchWords} from './workbench-words.ts';

export interface Language {
  readonly tag: LanguageTag;
  readonly refusals: RefusalWords;
  readonly findings: FindingWords;
  readonly document: DocumentWords;
  readonly cli: CliWords;
  readonly answers: AnswerWords;
  readonly adoption: AdoptionWords;
  readonly errorsFile: ErrorsFileWords;
  readonly explore: ExploreWords;
  readonly editions: EditionWords;
  readonly review: ReviewWords;
  readonly identities: IdentityWords;
  readonly revisions: RevisionWords;
  readonly linkage: LinkageWords;
  readonly attack: AttackWords;
  readonly check: CheckWords;
  readonly text: TextWords;
  readonly backup: BackupWords;
  readonly database: DatabaseWords;
  readonly handOver: HandOverWords;
  readonly protection: ProtectionWords;
  readonly reading: ReadingWords;
  readonly workbench: WorkbenchWords;
}

export const languages: Readonly<Record<LanguageTag, Language>> = {da, en};
