/**
 * Under which definitions codes are read: as each unit's own day had them, or as the last day of one year has them for every unit.
 * A unit read on another day is the same unit with another day; nothing else in the count knows.
 */
import {type Code, rowsOn} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import {yearPeriod} from '#concepts/period';
import {lastOf, type PlainDate} from '#kit/plain-date';
import type {Alike} from './alike.ts';
import {type Definitions, readingOf} from './definitions.ts';
import {codeAt, daysOf} from './level.ts';

/** As the code of a dimension: `as-published`, or the year whose definitions they are. */
export type DefinitionsOf = 'as-published' | number;

export const AS_PUBLISHED = 'as-published';

export const codeFor = (definitions: DefinitionsOf): Code => String(definitions);

/** Undefined for a margin: definitions do not add up. */
export function definitionsOf(code: Code): DefinitionsOf | undefined {
  if (code === AS_PUBLISHED) return AS_PUBLISHED;
  return Number.isNaN(Number(code)) ? undefined : Number(code);
}

export const readUnder = (records: readonly Alike[], definitions: DefinitionsOf): readonly Alike[] =>
  definitions === AS_PUBLISHED ? records : records.map((record) => ({...record, on: lastOf(definitions)}));

/** Whether limits put the same units of a year in a cell under both, whoever they are: then a total once published still stands. */
export const countsTheSame = (
  limits: readonly (readonly [ConceptId, readonly Code[]])[],
  year: number,
  under: DefinitionsOf,
  definitions: Definitions,
): boolean =>
  under === AS_PUBLISHED ||
  limits.every(([id, codes]) => {
    const {concept, list} = readingOf(definitions, id);
    const inside = (code: Code, on: PlainDate) => codes.includes(codeAt(concept, list, code, on));
    return daysOf(list, yearPeriod(year)).every((day) =>
      rowsOn(list, day).every(({code}) => inside(code, day) === inside(code, lastOf(under))),
    );
  });
