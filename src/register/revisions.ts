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
import {byNumber, type Circle, circlesOf, filesKnown} from './identities.ts';
import type {PersonFile} from './person-file.ts';
import {learnedSince, Moved, type Part, reasonOf} from './revision-reasons.ts';

/** One thing learned that made other units of one person in a period. */
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
  const changed: {readonly circle: Circle; readonly known: number}[] = [];
  for await (const circle of circlesOf(files)) {
    const known = knownAt(circle, since);
    if (known === circle.facts.length) continue;
    moved.take(circle, known);
    if (periods.some(concernsOf(circle))) changed.push({circle, known});
  }
  for (const {circle, known} of changed) yield* stepsOf(circle, known, definitions, periods, moved);
}

/** How many of the facts were recorded by a moment: the first of them. */
export function knownAt({facts}: Pick<Circle, 'facts'>, at: Instant): number {
  const later = facts.findIndex(({recordedAt}) => recordedAt > at);
  return later < 0 ? facts.length : later;
}

function* stepsOf(
  circle: Circle,
  known: number,
  definitions: CountingDefinitions,
  periods: readonly Period[],
  moved: Moved,
): Generator<Step> {
  const parts = learnedSince(circle, known);
  const concerns = concernsOf(circle);
  for (const [place, period] of periods.entries()) {
    if (!concerns(period)) continue;
    let facts: Part = circle.facts.slice(0, known);
    let before = unitsByPerson(circle, facts, definitions, period);
    for (const part of parts) {
      facts = [...facts, ...part].sort(byNumber);
      const after = unitsByPerson(circle, facts, definitions, period);
      const {recordedAt} = part[0] ?? {};
      if (recordedAt === undefined) continue;
      for (const record of new Set([...before.keys(), ...after.keys()])) {
        const [had, has] = [before.get(record) ?? [], after.get(record) ?? []];
        if (alike(had, has)) continue;
        const reason = reasonOf(circle, part, moved, period);
        yield {record, period, place, recordedAt, reason, before: had, after: has};
      }
      before = after;
    }
  }
}

/** Of those who are persons of their own when only these facts are known. */
function unitsByPerson(circle: Circle, facts: Part, definitions: CountingDefinitions, period: Period) {
  const files = filesKnown(circle, facts);
  return new Map(files.map((file) => [file.record, unitsOf(file, definitions, period).units]));
}

const alike = (a: readonly UnitRecord[], b: readonly UnitRecord[]): boolean =>
  a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
