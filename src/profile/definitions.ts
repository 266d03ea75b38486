/** A profile's files read, before they are held against each other: every definition with the place it stands at. */
import type {CodeList, CodeRow} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import type {DeclaredNote} from '#concepts/note';
import type {SourceFormat} from '#intake/source-format';
import type {CompetenceTable} from '#register/competence';
import type {TableDefinition} from '#tabulation/table';
import type {Located} from './fault.ts';
import type {IdentityPolicy} from './identity-policy.ts';
import type {OfficeYear} from './office-year.ts';
import type {PublishedTotal} from './profile.ts';
import type {PoliciesReading} from './read-policies.ts';
import type {RulesReading} from './read-rules.ts';
import type {Settings} from './read-settings.ts';
import type {Texts} from './read-texts.ts';

export interface Definitions {
  /** Undefined where `profile.yaml` is missing or faulty. */
  readonly settings: Settings | undefined;
  readonly codeRows: ReadonlyMap<string, readonly Located<CodeRow>[]>;
  readonly codeLists: ReadonlyMap<string, CodeList>;
  readonly concepts: readonly Located<Concept>[];
  readonly competence: readonly Located<CompetenceTable>[];
  readonly rules: RulesReading;
  readonly tables: readonly Located<TableDefinition>[];
  readonly policies: PoliciesReading;
  readonly identity: readonly Located<IdentityPolicy>[];
  readonly published: readonly Located<PublishedTotal>[];
  readonly notes: readonly Located<DeclaredNote>[];
  readonly officeYear: OfficeYear;
  readonly sources: readonly Located<SourceFormat>[];
  readonly adopt: readonly Located<SourceFormat>[];
  readonly texts: Texts;
  /** Concepts and tables that are there and could not be read. */
  readonly faulty: ReadonlySet<string>;
}
