/** What a successor must know of a workspace as it is now: what is open, what is promised, what is backed up. In numbers and dates; nobody is in it. */

import type {Finding} from '#concepts/finding';
import {type Period, yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import {yearOf} from '#kit/plain-date';
import type {Profile} from '#profile/profile';
import type {Store} from '#storage/store';
import {readStates} from './backup.ts';
import {questions} from './casework.ts';
import {openControlTotals} from './control-totals.ts';
import {type CalendarEntry, calendar} from './edition-calendar.ts';
import {listPersons} from './edition-persons.ts';
import {type EditionRecord, openEditions} from './editions.ts';
import type {Effects} from './effects.ts';
import {withoutFileNames} from './file-names.ts';
import {openHeldRows} from './held-rows.ts';
import {identityFindings} from './identity-ranges.ts';
import {type Drill, type RecoveryKey, readRecovery} from './recovery-keys.ts';
import {type OpenRegister, openRegister, type Settings, withStore} from './workspace.ts';

export interface HandOver {
  readonly made: Instant;
  readonly folder: string;
  readonly settings: Settings;
  readonly profile: Profile;
  /** The last year of which anything was decided; undefined for an empty register. */
  readonly period: Period | undefined;
  /** Questions about persons of that year. */
  readonly questions: number;
  readonly findings: readonly Finding[];
  /** Made, and not out. */
  readonly unreleased: readonly EditionRecord[];
  readonly released: readonly EditionRecord[];
  readonly promised: readonly CalendarEntry[];
  readonly signers: readonly string[];
  readonly places: readonly PlaceState[];
  readonly keys: readonly RecoveryKey[];
  readonly lastDrill: Drill | undefined;
}

export interface PlaceState {
  readonly place: string;
  readonly version: string | undefined;
  readonly behind: string | undefined;
}

/** Refused: as a workspace is, and `log-faulty`. */
export async function handOver(folder: string, effects: Effects): Promise<Outcome<HandOver, Refusal>> {
  const open = await withStore(await openRegister(folder), openIn);
  if (!open.ok) return open;
  const {period, findings, profile, settings} = open.value;
  const asked = period === undefined ? undefined : await questions(folder, period, {ranges: false});
  if (asked?.ok === false) return asked;
  const now = effects.now();
  const editions = await openEditions(folder, now);
  if (!editions.ok) return editions;
  const promised = await calendar(folder, now);
  if (!promised.ok) return promised;
  const persons = await listPersons(folder, effects);
  if (!persons.ok) return persons;
  const recovery = await readRecovery(folder);
  const states = await readStates(folder);
  const isOut = ({state}: EditionRecord) => state === 'released' || state === 'corrected';
  const all = editions.value.all();
  return done({
    made: now,
    folder,
    settings,
    profile,
    period,
    questions: asked?.value.questions.length ?? 0,
    findings: [...findings, ...(asked === undefined ? [] : identityFindings(asked.value.identity))],
    unreleased: all.filter((one) => !isOut(one) && one.state !== 'returned'),
    released: all.filter(isOut),
    promised: promised.value.filter(({edition}) => edition === undefined),
    signers: persons.value.map(({name}) => name),
    places: (settings.backup?.to ?? []).map((place) => ({
      place,
      version: states[place]?.version,
      behind: states[place]?.behind,
    })),
    keys: recovery?.keys ?? [],
    lastDrill: recovery?.drills.at(-1),
  });
}

/** The last year of which anything was decided; undefined for an empty register. Nobody is counted. Refused: as a workspace is. */
export const lastPeriod = async (folder: string): Promise<Outcome<Period | undefined, Refusal>> =>
  withStore(await openRegister(folder), async ({store}) => done(await lastPeriodIn(store)));

async function lastPeriodIn(store: Store): Promise<Period | undefined> {
  const last = await store.latestDay('assessment');
  return last && yearPeriod(yearOf(last));
}

/** What the register itself has open. An agency's name of a file may tell of a person. */
async function openIn({store, profile, settings}: OpenRegister) {
  const submissions = withoutFileNames(await store.submissions());
  const findings = [...openHeldRows(submissions, profile.sources), ...openControlTotals(submissions)];
  return done({profile, settings, findings, period: await lastPeriodIn(store)});
}
