/**
 * What changed about a period between two moments, person by person and step by step (GSBPM 8). Counting adds up over persons, so the
 * differences of the steps, summed by reason, are the difference of the figures: to the cell, and always.
 */
import type {Period} from '#concepts/period';
import type {RecordNumber} from '#concepts/record-number';
import type {DataReason} from '#concepts/revision';
import type {UnitRecord} from '#concepts/unit-record';
import type {Instant} from '#kit/instant';
import {type CountingDefinitions, concernsOf, unitsOf} from './deidentify.ts';
import type {PersonFile} from './person-file.ts';
import {byNumber, learnedSince, Moved, type Part, reasonOf} from './revision-reasons.ts';

/** One thing learned about one person that made other units of them in a period. */
export interface Step {
  readonly record: RecordNumber;
  readonly period: Period;
  /** Its place among the periods asked for. */
  readonly place: number;
  readonly recordedAt: Instant;
  readonly reason: DataReason;
  readonly before: readonly UnitRecord[];
  readonly after: readonly UnitRecord[];
}

/** The files as at the later moment; `since`: the earlier one. In one pass, after which those that changed are replayed. */
export async function* revisionsOf(
  files: AsyncIterable<PersonFile>,
  definitions: CountingDefinitions,
  since: Instant,
  periods: readonly Period[],
): AsyncGenerator<Step> {
  const moved = new Moved();
  const changed: {readonly file: PersonFile; readonly known: number}[] = [];
  for await (const file of files) {
    const known = knownAt(file, since);
    if (known === file.facts.length) continue;
    moved.take(file, known);
    if (periods.some(concernsOf(file))) changed.push({file, known});
  }
  for (const {file, known} of changed) yield* stepsOf(file, known, definitions, periods, moved);
}

/** How many of a file's facts were recorded by a moment: the first of them. */
export function knownAt({facts}: PersonFile, at: Instant): number {
  const later = facts.findIndex(({recordedAt}) => recordedAt > at);
  return later < 0 ? facts.length : later;
}

function* stepsOf(
  file: PersonFile,
  known: number,
  definitions: CountingDefinitions,
  periods: readonly Period[],
  moved: Moved,
): Generator<Step> {
  const {record} = file;
  const parts = learnedSince(file, known);
  const concerns = concernsOf(file);
  for (const [place, period] of periods.entries()) {
    if (!concerns(period)) continue;
    let facts: Part = file.facts.slice(0, known);
    let before = unitsOf({record, facts}, definitions, period).units;
    for (const part of parts) {
      facts = [...facts, ...part].sort(byNumber);
      const after = unitsOf({record, facts}, definitions, period).units;
      const {recordedAt} = part[0] ?? {};
      if (recordedAt !== undefined && !alike(before, after))
        yield {record, period, place, recordedAt, reason: reasonOf(file, part, moved, period), before, after};
      before = after;
    }
  }
}

const alike = (a: readonly UnitRecord[], b: readonly UnitRecord[]): boolean =>
  a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
