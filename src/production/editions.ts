/**
 * The editions of a workspace, as its log tells them: what each was compiled from, who answered for it, and how it stands now.
 * A state is never stored: it follows from the events and the clock.
 */
import {join} from 'node:path';
import type {Edition, EditionId, EditionState} from '#concepts/edition';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import type {EditionEvent, EditionEventKind, EventOf} from './edition-events.ts';
import {AWAITING, EDITIONS} from './edition-files.ts';
import {readLog} from './edition-log.ts';
import {frozenProfileOf} from './edition-profile.ts';

/** An edition, and what has become of it. */
export interface EditionRecord extends Edition {
  readonly state: EditionState;
  readonly workspace: string;
  /** Where its files are: apart from the others, and unsigned, until it is approved. */
  readonly folder: string;
  readonly recipients: readonly string[];
  readonly preparedBy: string;
  readonly approvedBy: string | undefined;
  /** Why it was approved by the one who prepared it. */
  readonly alone: string | undefined;
  readonly embargo: Instant | undefined;
  /** By whom it was sent back instead, and why. */
  readonly returned: Noted | undefined;
  /** When it was released, or will be when its embargo ends. */
  readonly releasedAt: Instant | undefined;
  readonly corrects: EventOf<'drafted'>['corrects'];
  readonly correctedBy: EditionId | undefined;
  readonly overFindings: EventOf<'validated'>['overFindings'];
  readonly openQuestions: EventOf<'validated'>['openQuestions'];
  /** How it got out, in the order noted: from the first on, its figures count as known. */
  readonly disclosed: readonly Noted[];
  /** SHA-256 of its manifest as validated, and as signed. */
  readonly contents: string | undefined;
  readonly manifest: string | undefined;
}

/** Who did something about an edition, when and why. */
export interface Noted {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

export interface Editions {
  /** In the order they were drafted. */
  all(): readonly EditionRecord[];
  find(id: string): EditionRecord | undefined;
}

export {EDITIONS} from './edition-files.ts';

/** A workspace that has released nothing has none. Refused: `log-faulty`. */
export async function openEditions(workspace: string, now: Instant): Promise<Outcome<Editions, Refusal>> {
  const log = await readLog(join(workspace, EDITIONS));
  return log.ok ? done(editionsOf(log.value.events, workspace, now)) : log;
}

export function editionsOf(events: readonly EditionEvent[], workspace: string, now: Instant): Editions {
  const out = eventsOf(events, 'drafted').map((drafted) => recordOf(drafted, events, workspace, now));
  const records = out.map((record) => corrected(record, out));
  return {all: () => records, find: (id) => records.find((one) => one.id === id)};
}

export const eventsOf = <K extends EditionEventKind>(events: readonly EditionEvent[], kind: K): readonly EventOf<K>[] =>
  events.filter((event): event is EventOf<K> => event.kind === kind);

function recordOf(
  {edition, recipients, embargo, corrects, by}: EventOf<'drafted'>,
  events: readonly EditionEvent[],
  workspace: string,
  now: Instant,
): EditionRecord {
  const isAbout = ({edition: id}: {readonly edition: EditionId}) => id === edition.id;
  const validated = eventsOf(events, 'validated').find(isAbout);
  const approved = eventsOf(events, 'approved').find(isAbout);
  const released = eventsOf(events, 'released').find(isAbout);
  const returned = eventsOf(events, 'returned').find(isAbout);
  const releasedAt = released && (embargo !== undefined && embargo > released.at ? embargo : released.at);
  const state = stateOf({validated, returned, approved}, releasedAt, now);
  return {
    ...edition,
    state,
    workspace,
    folder:
      released === undefined
        ? join(workspace, EDITIONS, AWAITING, edition.id)
        : releasedFolder({workspace, id: edition.id}),
    recipients,
    preparedBy: by,
    approvedBy: approved?.by,
    alone: approved?.alone?.reason,
    embargo,
    returned: returned && notedOf(returned),
    releasedAt,
    corrects,
    correctedBy: undefined,
    overFindings: validated?.overFindings,
    openQuestions: validated?.openQuestions,
    disclosed: eventsOf(events, 'disclosed').filter(isAbout).map(notedOf),
    contents: validated?.contents,
    manifest: released?.manifest,
  };
}

const notedOf = ({at, by, reason}: Noted): Noted => ({at, by, reason});

/** Where an edition is from its approval on. */
export const releasedFolder = ({workspace, id}: Pick<EditionRecord, 'workspace' | 'id'>): string =>
  join(workspace, EDITIONS, id);

function stateOf(
  {validated, returned, approved}: Readonly<Record<'validated' | 'returned' | 'approved', object | undefined>>,
  releasedAt: Instant | undefined,
  now: Instant,
): EditionState {
  if (releasedAt !== undefined && releasedAt <= now) return 'released';
  if (approved !== undefined) return 'approved';
  if (returned !== undefined) return 'returned';
  return validated === undefined ? 'draft' : 'validated';
}

/** The latest last: what was known later, and of editions cut off at one moment the one that came out later. */
export const byCutOff = (a: Ordered, b: Ordered): number => order(a.cutOff, b.cutOff) || byRelease(a, b);

/** The order given stands for those whose release is not told. */
export const byRelease = (a: Pick<Ordered, 'releasedAt'>, b: Pick<Ordered, 'releasedAt'>): number =>
  order(a.releasedAt ?? '', b.releasedAt ?? '');

type Ordered = Pick<Edition, 'cutOff'> & Partial<Pick<EditionRecord, 'releasedAt'>>;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An edition is corrected by the first released one whose erratum names it. */
function corrected(record: EditionRecord, all: readonly EditionRecord[]): EditionRecord {
  const by = all.find(({corrects, state}) => corrects?.edition === record.id && state === 'released');
  return by === undefined || record.state !== 'released' ? record : {...record, state: 'corrected', correctedBy: by.id};
}

/** The profile an edition was compiled under, as it was then. Refused: `profile-version-missing`. */
export async function editionProfile(
  record: Pick<EditionRecord, 'id' | 'profile' | 'workspace'>,
): Promise<Outcome<Profile, Refusal>> {
  const frozen = await frozenProfileOf(record);
  return frozen.ok ? done(frozen.value.profile) : frozen;
}
