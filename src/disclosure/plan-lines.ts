/**
 * Lines that a plan may have for a concept: the codes with most persons stand alone and the rest is one; the smallest join what is
 * unknown; those of one parent are one; of an ordered list nothing but neighbours is. Every line leaves something told apart: at least one code that
 * somebody has stands beside what is told together.
 */
import {type Code, namingRow, rowsOn, UNKNOWN} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Labels} from '#concepts/labels';
import {isRolledUp, type RollUp} from '#concepts/roll-up';
import type {PlainDate} from '#kit/plain-date';
import {type Definitions, type Reading, readingOf} from '#tabulation/definitions';
import {codeAt} from '#tabulation/level';

/** How many persons have each code, over the years. */
export type Weights = ReadonlyMap<Code, number>;

/** What is told together is called. */
export interface Naming {
  readonly other: (concept: Labels) => Labels;
  readonly otherOrUnknown: (concept: Labels, unknown: Labels) => Labels;
  /** `to` undefined: and over. */
  readonly ages: (from: number, to: number | undefined) => Labels;
}

export interface Asked {
  readonly concept: ConceptId;
  /** Undefined: in all tables. */
  readonly tables: readonly string[] | undefined;
  readonly weights: Weights;
  readonly definitions: Definitions;
  /** Codes are those of this day. */
  readonly on: PlainDate;
  readonly naming: Naming;
}

export function linesFor(asked: Asked): readonly RollUp[] {
  const reading = readingOf(asked.definitions, asked.concept);
  const codes = codesOf(reading, asked);
  const isShort = codes.length <= SHORT;
  const lines =
    isShort && isOrdered(reading, codes, asked.on)
      ? neighbours(asked, reading, codes)
      : [
          ...keeping(asked, reading),
          ...(isShort ? [...siblings(asked, reading, codes), ...joiningUnknown(asked, reading, codes)] : []),
        ];
  return lines.filter((line) => tellsApart(line, asked.weights));
}

/** Longer lists are told by those that stand alone: nobody reads a line that names the rest. */
const SHORT = 12;
/** Codes that stand alone, at most. */
const MOST_KEPT = 10;

/** Two codes or more become one, and one that somebody has does not. */
function tellsApart(line: RollUp, weights: Weights): boolean {
  const had = [...weights].filter(([, persons]) => persons > 0).map(([code]) => code);
  const merged = had.filter((code) => isRolledUp(line, code)).length;
  const alone = had.filter((code) => code !== UNKNOWN && !isRolledUp(line, code)).length;
  return merged >= 2 && alone >= 1;
}

/** In the list's order, unknown left out. */
function codesOf({concept, list}: Reading, {on, weights}: Asked): readonly Code[] {
  const read = rowsOn(list, on).map(({code}) => codeAt(concept, list, code, on));
  return [...new Set([...read, ...weights.keys()])].filter((code) => code !== UNKNOWN);
}

const bySize = (weights: Weights): readonly Code[] =>
  [...weights]
    .filter(([code, persons]) => persons > 0 && code !== UNKNOWN)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([code]) => code);

function keeping({concept, tables, weights, naming}: Asked, reading: Reading): readonly RollUp[] {
  const large = bySize(weights);
  const names = named(reading, `other-${concept}`, naming.other(reading.concept.labels));
  return large.slice(0, MOST_KEPT).map((_, i) => ({concept, tables, ...names, keep: large.slice(0, i + 1)}));
}

function joiningUnknown(
  {concept, tables, weights, on, naming}: Asked,
  reading: Reading,
  codes: readonly Code[],
): readonly RollUp[] {
  const unknown = namingRow(reading.list, UNKNOWN, on);
  if (unknown === undefined) return [];
  const large = bySize(weights);
  const labels = naming.otherOrUnknown(reading.concept.labels, unknown.labels);
  const names = named(reading, `other-or-unknown-${concept}`, labels);
  return large.map((_, i) => {
    const alone = large.slice(0, i + 1);
    return {concept, tables, ...names, codes: [...codes.filter((code) => !alone.includes(code)), UNKNOWN]};
  });
}

const isOrdered = ({list}: Reading, codes: readonly Code[], on: PlainDate): boolean =>
  codes.every((code) => namingRow(list, code, on)?.min !== undefined);

function neighbours({concept, tables, on, naming}: Asked, reading: Reading, codes: readonly Code[]): readonly RollUp[] {
  const rows = codes.flatMap((code) => namingRow(reading.list, code, on) ?? []);
  const ordered = rows.toSorted((a, b) => (a.min ?? 0) - (b.min ?? 0));
  return ordered.flatMap((first, i) =>
    ordered.slice(i + 1).map((last, more): RollUp => {
      const names = named(reading, `${first.code}-to-${last.code}`, naming.ages(first.min ?? 0, last.max));
      return {concept, tables, ...names, codes: ordered.slice(i, i + more + 2).map(({code}) => code)};
    }),
  );
}

/** What they become is called what their parent is. */
function siblings({concept, tables, on}: Asked, reading: Reading, codes: readonly Code[]): readonly RollUp[] {
  const {list} = reading;
  const families = Map.groupBy(codes, (code) => namingRow(list, code, on)?.parent);
  return [...families].flatMap(([parent, children]) => {
    const row = parent === undefined ? undefined : namingRow(list, parent, on);
    if (row === undefined || children.length < 2) return [];
    return [{concept, tables, ...named(reading, `any-${row.code}`, row.labels), codes: children}];
  });
}

/** What they become is a code of no list. */
function named({list}: Reading, code: Code, labels: Labels): Pick<RollUp, 'into' | 'labels'> {
  const isTaken = list.rows.some((row) => row.code === code);
  return {into: isTaken ? `${code}-together` : code, labels};
}
