/** A person as a caseworker sees them: who they are, opened from under seal, and what was decided of them last. */
import type {Code} from '#concepts/code-list';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import type {PlainDate} from '#kit/plain-date';
import {byDay, type PersonFile, standing} from '#register/person-file';
import {knownOf} from './identity-table.ts';
import type {KeyedRegister} from './workspace.ts';

export interface Person {
  readonly record: RecordNumber;
  /** Every record decided to be this person's, their own first. */
  readonly records: readonly RecordNumber[];
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly born: string | undefined;
  /** The birth date is somebody's estimate. */
  readonly estimated: boolean;
  readonly phones: readonly string[];
  readonly identifiers: readonly {readonly scheme: string; readonly value: string}[];
  readonly latest: {readonly on: PlainDate; readonly by: Code; readonly outcome: Code} | undefined;
  readonly erased: boolean;
}

export async function personOf(register: KeyedRegister, file: PersonFile): Promise<Outcome<Person, Refusal>> {
  const records = [...new Set([file.record, ...file.facts.map(({record}) => record)])];
  const known = [];
  for (const record of records) {
    const identity = await knownOf(register, record);
    if (!identity.ok) return identity;
    if (identity.value !== undefined) known.push(identity.value);
  }
  const names = known.flatMap((one) => one.names);
  const named = (kind: 'name' | 'alias') => [
    ...new Set(names.filter((one) => one.kind === kind).map(({text}) => text)),
  ];
  const birth = known.map((one) => one.birth).find((one) => one !== undefined);
  const decided = standing(file, 'assessment').toSorted(byDay).at(-1)?.fact;
  return done({
    record: file.record,
    records,
    names: named('name'),
    aliases: named('alias'),
    born: birth?.date,
    estimated: birth?.assessed ?? false,
    phones: [...new Set(known.flatMap(({phones = []}) => phones))],
    identifiers: known.flatMap(({identifiers}) => identifiers),
    latest: decided && {on: decided.on, by: decided.by, outcome: decided.outcome},
    erased: standing(file, 'erasure').length > 0,
  });
}

/** An authority knows whom it decided of, and whom it told of. */
export const isKnownTo = ({facts}: PersonFile, authority: Code): boolean =>
  facts.some(({fact, source}) => source === authority || (fact.kind === 'assessment' && fact.by === authority));
