/**
 * The editions' ledger of one person: which edition counted them, in which year, by whose decision and which rules, and which
 * decisions came too late for which.
 */
import {type Period, yearPeriod} from '#concepts/period';
import {parseRecordNumber, type RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {firstOf, type PlainDate, yearOf} from '#kit/plain-date';
import type {Assessment, FactId, Recorded} from '#register/fact';
import {type PersonFile, standing} from '#register/person-file';
import {type Explanation, explain} from '#register/why';
import type {CountedBy} from './count.ts';
import {type EditionRecord, editionProfile, openEditions} from './editions.ts';
import type {Effects} from './effects.ts';
import {closed, readHistory} from './history.ts';
import {openCasework, withStore} from './workspace.ts';

export interface PersonLedger {
  readonly record: RecordNumber;
  readonly editions: readonly PersonInEdition[];
  readonly late: readonly LateDecision[];
}

export interface PersonInEdition {
  readonly edition: string;
  readonly cutOff: Instant;
  readonly profile: EditionRecord['profile'];
  /** The register had something of the person then. */
  readonly known: boolean;
  /** The edition's own period, and every other year of its series that counts the person. */
  readonly periods: readonly Explanation[];
}

/** An assessment that stands, and the editions it would have been in, had it been known in time. */
export interface LateDecision {
  readonly fact: FactId;
  readonly on: PlainDate;
  readonly by: string;
  readonly outcome: string;
  readonly recordedAt: Instant;
  readonly editions: readonly string[];
}

/** An edition with the definitions it was counted under. */
export interface Defined {
  readonly record: EditionRecord;
  readonly definitions: CountedBy;
}

/** Asks for the key: it tells of one person. Refused: `no-such-person`, and what opening refuses. */
export const personLedger = async (
  folder: string,
  given: string,
  effects: Effects,
): Promise<Outcome<PersonLedger, Refusal>> =>
  withStore(await openCasework(folder, effects), async ({store}) => {
    const number = parseRecordNumber(given);
    const latest = await store.latest();
    const file = number && latest && (await store.findPersonFile(number, latest));
    if (!number || !file) return refuse({reason: 'no-such-person', record: number});
    const editions = await definedEditions(folder, effects);
    if (!editions.ok) return editions;
    const counted: PersonInEdition[] = [];
    for (const edition of editions.value)
      counted.push(personIn(file.record, await store.findPersonFile(number, edition.record.cutOff), edition));
    return done({
      record: file.record,
      editions: counted,
      late: standing(file, 'assessment').flatMap((one) => lateFor(one, editions.value)),
    });
  });

/** `known`: as at its cut-off, when the person may not yet have been found to be one with another. */
function personIn(
  record: RecordNumber,
  known: PersonFile | undefined,
  {record: edition, definitions}: Defined,
): PersonInEdition {
  const {id, cutOff, period} = edition;
  const file = known ?? {record, facts: []};
  const own = explain(file, definitions, period);
  const others = otherYears(file, definitions, period).map((year) => explain(file, definitions, year));
  const counted = others.filter(({reason}) => reason === 'counted');
  return {
    edition: id,
    cutOff,
    profile: edition.profile,
    known: file.facts.length > 0,
    periods: [...counted, own],
  };
}

/** Years before the edition's own that the person has a fact of. */
function otherYears({facts}: PersonFile, {firstYear}: CountedBy, {from}: Period): readonly Period[] {
  const years = facts.map(({fact}) => yearOf(fact.on));
  return [...new Set(years)]
    .filter((year) => year >= firstYear && year < yearOf(from))
    .sort((a, b) => a - b)
    .map(yearPeriod);
}

function lateFor({id, fact, recordedAt}: Recorded<Assessment>, editions: readonly Defined[]): readonly LateDecision[] {
  const missed = editions.filter(({record, definitions}) => isLate(fact.on, recordedAt, record, definitions));
  const {on, by, outcome} = fact;
  return missed.length === 0
    ? []
    : [{fact: id, on, by, outcome, recordedAt, editions: missed.map(({record}) => record.id)}];
}

/** Of a day that the edition, with its series, tells of; and recorded after its cut-off. */
const isLate = (on: PlainDate, recordedAt: Instant, {period, cutOff}: EditionRecord, {firstYear}: CountedBy): boolean =>
  on <= period.to && on >= firstOf(firstYear) && recordedAt > cutOff;

/** Every edition there is, under its profile as it was and what had been closed when it was drafted. */
export async function definedEditions(folder: string, effects: Effects): Promise<Outcome<readonly Defined[], Refusal>> {
  const editions = await openEditions(folder, effects.now());
  if (!editions.ok) return editions;
  const defined: Defined[] = [];
  for (const record of editions.value.all()) {
    const definitions = await definitionsOfEdition(record);
    if (!definitions.ok) return definitions;
    defined.push({record, definitions: definitions.value});
  }
  return done(defined);
}

export async function definitionsOfEdition(record: EditionRecord): Promise<Outcome<CountedBy, Refusal>> {
  const profile = await editionProfile(record);
  if (!profile.ok) return profile;
  const before = await readHistory(record.workspace, record.id);
  return before.ok ? done(closed(profile.value, before.value.closings)) : before;
}
