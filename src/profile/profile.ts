/**
 * A profile: everything an office decides, read from its folder and checked. Definitions are data: an office in another
 * country writes a folder and edits no TypeScript.
 */
import type {CodeList, CodeListId} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import type {Labels, LanguageTag} from '#concepts/labels';
import type {Concentration, DeclaredNote} from '#concepts/note';
import type {Source} from '#concepts/source';
import type {Unit} from '#concepts/unit-record';
import type {Policy} from '#disclosure/policy';
import type {Commentary} from '#document/commentary';
import type {GuardedWords} from '#document/guarded-words';
import type {Outline} from '#document/outline';
import type {SourceFormat} from '#intake/source-format';
import type {Dated} from '#kit/dated';
import type {CompetenceTable} from '#register/competence';
import type {CountingRules} from '#register/counting-rules';
import type {TableDefinition} from '#tabulation/table';
import type {IdentityPolicy} from './identity-policy.ts';
import type {OfficeYear} from './office-year.ts';

export interface Profile {
  readonly id: string;
  readonly version: string;
  /** SHA-256 over its files, for the manifest. */
  readonly digest: string;
  /** The same over all but the statement's text: what is counted is the same while this is. */
  readonly definitionsDigest: string;
  readonly office: Labels;
  readonly country: Labels;
  readonly languages: readonly LanguageTag[];
  readonly firstYear: number;
  readonly units: Readonly<Record<Unit, Labels>>;
  /** What the margin of a dimension and the years of a series are called. */
  readonly terms: {readonly total: Labels; readonly year: Labels};
  readonly codeLists: ReadonlyMap<CodeListId, CodeList>;
  readonly concepts: readonly Concept[];
  readonly competence: readonly CompetenceTable[];
  readonly sources: readonly SourceFormat[];
  /** What the columns of an office's own lists may mean: layouts nobody delivers by, which `opgor adopt` makes others of. */
  readonly adopt: readonly SourceFormat[];
  readonly rules: CountingRules;
  readonly tables: readonly TableDefinition[];
  readonly policies: readonly (Dated & {readonly parameters: Policy})[];
  /** When figures that rest on one case complex are noted. */
  readonly concentration: readonly (Dated & {readonly parameters: Concentration})[];
  /** How it is found out, and decided, who is the same person; an office without one is not asked. */
  readonly identity: readonly IdentityPolicy[];
  readonly notes: readonly DeclaredNote[];
  /** For whoever takes over. */
  readonly officeYear: OfficeYear;
  readonly published: readonly PublishedTotal[];
  readonly outlines: readonly Outline[];
  readonly guardedWords: readonly GuardedWords[];
  readonly commentaries: readonly Commentary[];
}

/** A total from before the register, or beside it: used where the register holds no persons, reconciled where it does. */
export interface PublishedTotal {
  readonly table: string;
  readonly year: number;
  readonly code?: string | undefined;
  readonly value: number;
  readonly source: Source;
}
