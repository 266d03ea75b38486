/** What the program counts along (years, definitions) as one more concept with a list of its own, for the length of the count. */
import type {Code, CodeList} from '#concepts/code-list';
import type {Concept, ConceptId} from '#concepts/concept';
import {firstOf} from '#kit/plain-date';
import type {Alike} from './alike.ts';
import type {Definitions} from './definitions.ts';

export function withScale(id: ConceptId, codes: readonly Code[], {concepts, codeLists}: Definitions): Definitions {
  const labels = {da: '', en: ''};
  const concept: Concept = {id, labels, list: id, of: id, level: 'recorded', multiple: false};
  const rows = codes.map((code) => ({code, labels, correspondences: {}, from: firstOf(1000)}));
  const list: CodeList = {id, labels, rows};
  return {concepts: [...concepts, concept], codeLists: new Map([...codeLists, [id, list]])};
}

export const withCode = (units: readonly Alike[], id: ConceptId, code: Code): readonly Alike[] =>
  units.map((unit) => ({...unit, codes: {...unit.codes, [id]: [code]}}));
