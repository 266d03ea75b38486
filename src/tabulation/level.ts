/**
 * Recorded codes read at a concept's level, by the code list as it stood on the day.
 * What is absent, or not in the list that day, is unknown; nothing is lost.
 */
import {type Code, type CodeList, childrenOf, findRow, topOf, UNKNOWN} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import type {Period} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {addDays, lastOf, type PlainDate} from '#kit/plain-date';

export function codeAt({level}: Pick<Concept, 'level'>, list: CodeList, recorded: Code | undefined, on: PlainDate) {
  if (recorded === undefined || findRow(list, recorded, on) === undefined) return UNKNOWN;
  if (level === 'recorded') return recorded;
  if (level === 'leaf') return childrenOf(list, recorded, on).length === 0 ? recorded : UNKNOWN;
  const top = topOf(list, recorded, on);
  return findRow(list, top, on) === undefined ? UNKNOWN : top;
}

/** What a unit is under a concept: its main code; of a multi-response concept every distinct one. */
export function codesOf(
  {codes, on}: Pick<UnitRecord, 'codes' | 'on'>,
  concept: Concept,
  list: CodeList,
): readonly Code[] {
  const recorded = codes[concept.of] ?? [];
  if (!concept.multiple || recorded.length === 0) return [codeAt(concept, list, recorded[0], on)];
  return [...new Set(recorded.map((code) => codeAt(concept, list, code, on)))];
}

const END = lastOf(9999);

/** The first days of the stretches in which no row of the list begins or ends. */
export function stretchesOf({rows}: CodeList): readonly PlainDate[] {
  const starts = rows.flatMap(({from, to}) => (to === undefined || to === END ? [from] : [from, addDays(to, 1)]));
  return [...new Set(starts)].sort();
}

/** Which stretch a day is in; −1 before the first. */
export const stretchAt = (starts: readonly PlainDate[], on: PlainDate): number =>
  starts.findLastIndex((start) => start <= on);

/** One day of every stretch that a period touches. */
export const daysOf = (list: CodeList, {from, to}: Period): readonly PlainDate[] => [
  from,
  ...stretchesOf(list).filter((start) => from < start && start <= to),
];
