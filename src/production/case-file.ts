/** A person's file as a caseworker reads it: who they are, whether and why they count, and everything that is recorded, as at a moment. */
import type {Code} from '#concepts/code-list';
import {parseRecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {isKnownTo, type Person, personOf} from './case-person.ts';
import {type Explained, why} from './casework.ts';
import type {Effects} from './effects.ts';
import {openCasework, withStore} from './workspace.ts';

export interface CaseFile {
  readonly person: Person;
  readonly explained: Explained;
  /** Every moment at which something of the person was recorded, the earliest first. */
  readonly moments: readonly Instant[];
}

/** Refused: `no-such-person`, also of one whom the authority does not know: that there is one is not told. */
export async function caseFile(
  folder: string,
  record: string,
  authority: Code | undefined,
  asAt: Instant | undefined,
  effects: Effects,
): Promise<Outcome<CaseFile, Refusal>> {
  const number = parseRecordNumber(record);
  const person = await withStore(await openCasework(folder, effects), async (register) => {
    const now = await register.store.latest();
    const file = number && now && (await register.store.findPersonFile(number, now));
    if (!file || (authority !== undefined && !isKnownTo(file, authority)))
      return refuse({reason: 'no-such-person', record: number});
    const found = await personOf(register, file);
    const moments = [...new Set(file.facts.map(({recordedAt}) => recordedAt))].sort();
    return found.ok ? done({person: found.value, moments}) : found;
  });
  if (!person.ok) return person;
  const explained = await why(folder, record, undefined, asAt);
  return explained.ok ? done({...person.value, explained: explained.value}) : explained;
}
