/** Which codes a concept can have: those that stand at its level of the list on a day. */
import {type Code, type CodeList, childrenOf, findRow} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import type {PlainDate} from '#kit/plain-date';

export function standsAtLevel({level}: Concept, list: CodeList, code: Code, on: PlainDate): boolean {
  const row = findRow(list, code, on);
  if (row === undefined) return false;
  if (level === 'top') return row.parent === undefined;
  return level === 'recorded' || childrenOf(list, code, on).length === 0;
}

/** Every code that ever stands there. */
export const codesAtLevel = (concept: Concept, list: CodeList): readonly Code[] =>
  list.rows.filter(({code, from}) => standsAtLevel(concept, list, code, from)).map(({code}) => code);
