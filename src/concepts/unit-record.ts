/**
 * One counted unit in one reference period, without identity: what the open rooms know of a person.
 * Codes are as recorded; tables roll them up on the day `on` by the code lists' dated rows.
 */
import type {PlainDate} from '#kit/plain-date';
import type {Code} from './code-list.ts';
import type {ConceptId} from './concept.ts';
import type {RecordNumber} from './record-number.ts';

/** What is counted: persons, assessments, returns, the people of a return. Mixing them in one sum is refused. */
export type Unit = string;

/** Of which units, which recorded codes are read. */
export type UnitsRead = ReadonlyMap<Unit, ReadonlySet<ConceptId>>;

export interface UnitRecord {
  readonly unit: Unit;
  /** The person behind it: for findings and, for the authorised, to open. Never printed in a statement. */
  readonly record: RecordNumber;
  /** The day its codes are read on: the decision, the return. */
  readonly on: PlainDate;
  /** None or a missing concept: unknown. Several: the first is the main one. */
  readonly codes: Readonly<Record<ConceptId, readonly Code[]>>;
}
