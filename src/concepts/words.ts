/** What things are called in one language, from the profile: the only words open rooms take from outside themselves. */
import type {Code} from './code-list.ts';
import type {ConceptId} from './concept.ts';
import type {LanguageTag} from './labels.ts';

export interface Words {
  readonly language: LanguageTag;
  /** A code of a concept's list; `unknown` and `all` included. */
  code(concept: ConceptId, code: Code): string;
  concept(concept: ConceptId): string;
  /** A number of a scheme, as files have it at the head of its column. */
  scheme(id: string): string;
  table(id: string): string;
  /** What a table is limited to, as it is called on the day of these words; empty where it is not limited. */
  universe(table: string): string;
  /** What a unit is called, for table heads: `Persons`. */
  unit(unit: string): string;
}
