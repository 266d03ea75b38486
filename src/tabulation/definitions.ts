/** What a table's words mean: the concepts and their lists, looked up by id. */
import type {CodeList, CodeListId} from '#concepts/code-list';
import type {Concept, ConceptId} from '#concepts/concept';
import {defect} from '#kit/defect';

/** A profile is one; so is anything that has these two. */
export interface Definitions {
  readonly concepts: readonly Concept[];
  readonly codeLists: ReadonlyMap<CodeListId, CodeList>;
}

/** A concept with its list. That a table names only concepts there are, the profile check has seen to. */
export interface Reading {
  readonly concept: Concept;
  readonly list: CodeList;
}

export function readingOf({concepts, codeLists}: Definitions, id: ConceptId): Reading {
  const concept = concepts.find((one) => one.id === id) ?? defect(`no concept ${id}`);
  return {concept, list: codeLists.get(concept.list) ?? defect(`no code list ${concept.list}`)};
}
