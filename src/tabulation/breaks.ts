/**
 * Where a series breaks: a code of a list it uses begins to be read differently, at the level and within the universe of the
 * table. Cannabis production that moves from forced labour to criminal acts breaks both, and leaves prostitution alone.
 */
import {type CodeChange, changesOf} from '#concepts/code-change';
import {type Code, lineage, rowsOn} from '#concepts/code-list';
import {type ConceptId, isScale} from '#concepts/concept';
import {firstOf, type PlainDate, yearOf} from '#kit/plain-date';
import {ALL} from './cube.ts';
import {type Definitions, type Reading, readingOf} from './definitions.ts';
import {codeAt} from './level.ts';
import type {TableDefinition} from './table.ts';

export interface Break {
  readonly code: Code;
  readonly concept: ConceptId;
}

/** A change of a list that a series uses, in the year `code` from which it is felt. */
export interface Changed extends Break {
  readonly change: CodeChange;
  /** Units of the year before are read differently from then on; else a code only begins, or gets another name. */
  readonly breaks: boolean;
  /** Of a break: the categories that units have before and after; undefined: none of the table's. */
  readonly rows: readonly (readonly [before: Code | undefined, after: Code | undefined])[];
}

/** By year, of the years shown; what changed before the first of them is no break. */
export const breaksIn = (table: TableDefinition, years: readonly Code[], definitions: Definitions): readonly Break[] =>
  breaksOf(changesIn(table, years, definitions));

export const breaksOf = (changes: readonly Changed[]): readonly Break[] => [
  ...new Map(
    changes.filter(({breaks}) => breaks).map(({code, concept}) => [`${code} ${concept}`, {code, concept}] as const),
  ).values(),
];

/** What changes in the course of a year is felt in that year and, whole, in the next. */
export function changesIn(
  table: TableDefinition,
  years: readonly Code[],
  definitions: Definitions,
): readonly Changed[] {
  const shown = new Set(years);
  const concepts = [...new Set([...table.dimensions, ...Object.keys(table.universe)])].filter((id) => !isScale(id));
  const changes = concepts.flatMap((concept) => {
    const reading = readingOf(definitions, concept);
    const read = readerOf(concept, table, definitions);
    return changesOf(reading.list).flatMap((change) => {
      const year = yearOf(change.on);
      if (!shown.has(String(year)) && !shown.has(String(year + 1))) return [];
      const rows = change.kind === 'renamed' ? [] : readAnew(change, reading, read);
      const breaks = rows.length > 0;
      if (!breaks && !(change.kind !== 'moved' && isShown(change, read))) return [];
      const felt = breaks && change.on !== firstOf(year) ? [year, year + 1] : [year];
      return felt.map((one) => ({code: String(one), concept, change, breaks, rows}));
    });
  });
  return years.slice(1).flatMap((year) => changes.filter(({code}) => code === year));
}

/** The category a table has for a recorded code on a day; undefined: the table's universe leaves it out. */
type Reader = (code: Code, on: PlainDate) => Code | undefined;

/** Of what only limits the table, any code inside is one. */
function readerOf(id: ConceptId, {dimensions, universe}: TableDefinition, definitions: Definitions): Reader {
  const {concept, list} = readingOf(definitions, id);
  const limits = Object.entries(universe)
    .map(([limit, codes]) => ({...readingOf(definitions, limit), codes}))
    .filter((limit) => limit.concept.of === concept.of && limit.list === list);
  return (code, on) => {
    const inside = limits.every((limit) => limit.codes.includes(codeAt(limit.concept, list, code, on)));
    if (!inside) return undefined;
    return dimensions.includes(id) ? codeAt(concept, list, code, on) : ALL;
  };
}

/** Of the code itself, or of its kin: a parent that moves takes its children along, one that gets children is no leaf. */
function readAnew({code, on, before}: CodeChange, {list}: Reading, read: Reader): Changed['rows'] {
  const held = rowsOn(list, before).map((row) => row.code);
  const kin = new Set([
    ...lineage(list, code, before),
    ...lineage(list, code, on),
    ...held.filter((one) => lineage(list, one, before).includes(code)),
  ]);
  return held
    .filter((one) => kin.has(one))
    .map((one) => [read(one, before), read(one, on)] as const)
    .filter(([was, is]) => was !== is);
}

/** A code the table has a place for on one of the days. */
const isShown = ({code, on, before}: CodeChange, read: Reader): boolean =>
  [on, before].some((day) => [code, ALL].includes(read(code, day) ?? ''));
