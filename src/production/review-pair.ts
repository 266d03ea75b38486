/** The two of a pair side by side, opened from under seal, with what speaks for and against: for the reviewer's eyes only. */
import type {Code} from '#concepts/code-list';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import type {PlainDate} from '#kit/plain-date';
import type {Waterfall} from '#linkage/match-weight';
import type {Recorded} from '#register/fact';
import {byDay, standingFacts} from '#register/person-file';
import type {LinkedRegister} from './find-pairs.ts';
import type {Pair} from './identity-facts.ts';
import {codesOf, knownOf} from './identity-table.ts';
import type {KeyedRegister} from './workspace.ts';

export interface Side {
  readonly record: RecordNumber;
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly born: string | undefined;
  readonly assessed: boolean;
  readonly phones: readonly string[];
  readonly identifiers: readonly {readonly scheme: string; readonly value: string}[];
  /** By concept, those that the policy compares. */
  readonly codes: readonly (readonly [concept: string, codes: readonly Code[]])[];
  readonly assessments: readonly {readonly on: PlainDate; readonly by: Code; readonly outcome: Code}[];
}

export interface PairView {
  readonly sides: readonly [Side, Side];
  /** Undefined where one of the two has nothing to compare. */
  readonly waterfall: Waterfall | undefined;
}

export async function viewPair(
  register: KeyedRegister,
  [on, other]: Pair,
  {policy, table, linkage}: LinkedRegister,
  asAt: Instant,
): Promise<Outcome<PairView, Refusal>> {
  const columns = Object.values(policy.link.fields).flatMap((field) => field.columns);
  const concepts = register.profile.concepts.map(({id}) => id).filter((id) => columns.includes(id));
  const left = await sideOf(register, on, concepts, asAt);
  if (!left.ok) return left;
  const right = await sideOf(register, other, concepts, asAt);
  if (!right.ok) return right;
  const [row, otherRow] = [table.rowOf.get(on), table.rowOf.get(other)];
  const waterfall = row === undefined || otherRow === undefined ? undefined : linkage.explain(row, otherRow);
  return done({sides: [left.value, right.value], waterfall});
}

async function sideOf(
  register: KeyedRegister,
  record: RecordNumber,
  concepts: readonly string[],
  asAt: Instant,
): Promise<Outcome<Side, Refusal>> {
  const identity = await knownOf(register, record);
  if (!identity.ok) return identity;
  const {names = [], birth, phones = [], identifiers = []} = identity.value ?? {};
  const file = await register.store.findPersonFile(record, asAt);
  const facts = file === undefined ? [] : standingFacts(file).filter((one) => one.record === record);
  const named = (kind: 'name' | 'alias') => names.filter((name) => name.kind === kind).map(({text}) => text);
  return done({
    record,
    names: named('name'),
    aliases: named('alias'),
    born: birth?.date,
    assessed: birth?.assessed ?? false,
    phones,
    identifiers,
    codes: concepts.map((concept) => [concept, codesOf(concept, facts)] as const),
    assessments: facts.toSorted(byDay).flatMap(assessmentOf),
  });
}

const assessmentOf = ({fact}: Recorded) =>
  fact.kind === 'assessment' ? [{on: fact.on, by: fact.by, outcome: fact.outcome}] : [];
