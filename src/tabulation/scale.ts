/** What the program counts along (years, definitions) as one more concept with a list of its own, for the length of the count. */
import type {Code, CodeList} from '#concepts/code-list';
import {type Concept, type ConceptId, isScale} from '#concepts/concept';
import type {UnitRecord} from '#concepts/unit-record';
import {firstOf} from '#kit/plain-date';
import {type Definitions, readingOf} from './definitions.ts';
import type {TableDefinition} from './table.ts';

export function withScale(id: ConceptId, codes: readonly Code[], {concepts, codeLists}: Definitions): Definitions {
  const labels = {da: '', en: ''};
  const concept: Concept = {id, labels, list: id, of: id, level: 'recorded', multiple: false};
  const rows = codes.map((code) => ({code, labels, correspondences: {}, from: firstOf(1000)}));
  const list: CodeList = {id, labels, rows};
  return {concepts: [...concepts, concept], codeLists: new Map([...codeLists, [id, list]])};
}

/** The units that the tables count, with the codes that they read and no others: there are copies to come of each. */
export function asRead(
  tables: readonly TableDefinition[],
  definitions: Definitions,
): (units: readonly UnitRecord[]) => readonly UnitRecord[] {
  const kinds = new Set(tables.map(({unit}) => unit));
  const named = tables.flatMap(({dimensions, universe}) => [...dimensions, ...Object.keys(universe)]);
  const read = [...new Set(named.filter((id) => !isScale(id)).map((id) => readingOf(definitions, id).concept.of))];
  const only = (codes: UnitRecord['codes']) => {
    const kept: Record<ConceptId, readonly Code[]> = {};
    for (const id of read) if (codes[id] !== undefined) kept[id] = codes[id];
    return kept;
  };
  return (units) =>
    units.flatMap(({unit, record, on, codes}) => (kinds.has(unit) ? [{unit, record, on, codes: only(codes)}] : []));
}

export const withCode = (units: readonly UnitRecord[], id: ConceptId, code: Code): readonly UnitRecord[] =>
  units.map((unit) => ({...unit, codes: {...unit.codes, [id]: [code]}}));
