/** What a cell says once it is understood, or what is wrong with it. */
import type {Code} from '#concepts/code-list';
import type {Facts, IntakeRule} from '#concepts/finding';
import type {PartialDate} from '#kit/partial-date';
import type {PlainDate} from '#kit/plain-date';
import type {Identifier, Name} from '#register/identity';

export type Value =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'number'; readonly number: number}
  | {readonly kind: 'answer'; readonly answer: string}
  /** Without `day`: it happened, on a day not given. */
  | {readonly kind: 'day'; readonly day?: PlainDate}
  | {readonly kind: 'birth'; readonly date: PartialDate; readonly assessed: boolean}
  | {readonly kind: 'codes'; readonly codes: readonly Code[]}
  | {readonly kind: 'names'; readonly names: readonly Name[]}
  /** Half of a name that stands in two columns. */
  | {readonly kind: 'name-part'; readonly part: 'given' | 'family'; readonly text: string}
  | {readonly kind: 'phones'; readonly phones: readonly string[]}
  | {readonly kind: 'identifiers'; readonly identifiers: readonly Identifier[]};

/** A fault never holds the cell's own words. */
export interface Fault {
  readonly rule: IntakeRule;
  readonly facts: Facts;
  /** The row is taken all the same. */
  readonly noted?: true;
}

/** Neither value nor fault: the source does not say. */
export interface Parsed {
  readonly value?: Value;
  readonly faults?: readonly Fault[];
}

export const UNSAID: Parsed = {};
export const says = (value: Value): Parsed => ({value});
export const fault = (rule: IntakeRule, facts: Facts = {}): Parsed => ({faults: [{rule, facts}]});
