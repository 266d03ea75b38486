/**
 * The release calendar: which day an edition is promised for, and which day it came. A day promised once is kept: what is promised anew is
 * measured against the day promised last before the release, and the first promise is told beside it.
 */
import {join} from 'node:path';
import type {EditionId, EditionKind} from '#concepts/edition';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import {daysBetween, type PlainDate, plainDate} from '#kit/plain-date';
import {atDesk, keep} from './edition-desk.ts';
import type {EventOf} from './edition-events.ts';
import {EDITIONS} from './edition-files.ts';
import {logged, readLog} from './edition-log.ts';
import {findSigner} from './edition-persons.ts';
import {byRelease, type EditionRecord, editionsOf, eventsOf} from './editions.ts';
import type {Effects} from './effects.ts';

export interface CalendarEntry {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly planned: PlainDate;
  /** The day promised first, where it was promised anew. */
  readonly firstPlanned: PlainDate | undefined;
  /** The first edition of the period and kind; a correction is not promised. */
  readonly edition: EditionId | undefined;
  readonly released: PlainDate | undefined;
  /** Days late, below zero early; of what is not out yet, undefined until the day has passed. */
  readonly punctuality: number | undefined;
}

export interface PlanRequest {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly on: PlainDate;
  /** Undefined: the office, with the workspace's own key. */
  readonly by: string | undefined;
}

export const addPlan = (
  workspace: string,
  {period, kind, on, by}: PlanRequest,
  effects: Effects,
): Promise<Outcome<CalendarEntry | undefined, Refusal>> =>
  atDesk(workspace, effects, async (desk) => {
    const signer = by === undefined ? done(desk.office) : await findSigner(desk.log, by, effects);
    if (!signer.ok) return signer;
    const log = logged(desk.log, {kind: 'planned', period, edition: kind, on}, signer.value, desk.now);
    const kept = await keep(desk, log);
    if (!kept.ok) return kept;
    const entries = calendarOf(
      eventsOf(log.events, 'planned'),
      editionsOf(log.events, workspace, desk.now).all(),
      desk.now,
    );
    return done(entries.find((one) => keyOf(one) === keyOf({period, kind})));
  });

/** In the order of the days promised. Refused: `log-faulty`. */
export async function calendar(workspace: string, now: Instant): Promise<Outcome<readonly CalendarEntry[], Refusal>> {
  const log = await readLog(join(workspace, EDITIONS));
  if (!log.ok) return log;
  const {events} = log.value;
  return done(calendarOf(eventsOf(events, 'planned'), editionsOf(events, workspace, now).all(), now));
}

export function calendarOf(
  plans: readonly EventOf<'planned'>[],
  editions: readonly EditionRecord[],
  now: Instant,
): readonly CalendarEntry[] {
  const together = Map.groupBy(plans, ({period, edition: kind}) => keyOf({period, kind}));
  return [...together.values()]
    .map((some) => entryOf(some, editions, now))
    .filter((one) => one !== undefined)
    .toSorted((a, b) => (a.planned < b.planned ? -1 : a.planned > b.planned ? 1 : 0));
}

function entryOf(
  plans: readonly EventOf<'planned'>[],
  editions: readonly EditionRecord[],
  now: Instant,
): CalendarEntry | undefined {
  const [first] = plans;
  if (first === undefined) return undefined;
  const {period, edition: kind} = first;
  const [out] = editions
    .filter((one) => keyOf(one) === keyOf({period, kind}) && one.corrects === undefined && one.releasedAt !== undefined)
    .toSorted(byRelease);
  // A day promised once the edition is out promises nothing.
  const promised = plans.filter(({at}) => out?.releasedAt === undefined || at <= out.releasedAt);
  const last = promised.at(-1);
  if (last === undefined) return undefined;
  const isOut = out?.releasedAt !== undefined && out.releasedAt <= now;
  const released = isOut ? dayOf(out.releasedAt) : undefined;
  const late = daysBetween(last.on, released ?? dayOf(now));
  return {
    period,
    kind,
    planned: last.on,
    firstPlanned: first.on === last.on ? undefined : first.on,
    edition: isOut ? out.id : undefined,
    released,
    punctuality: released !== undefined || late > 0 ? late : undefined,
  };
}

const dayOf = (at: Instant): PlainDate => plainDate(at.slice(0, 10));
const keyOf = ({period, kind}: {readonly period: Period; readonly kind: EditionKind}) => `${periodId(period)} ${kind}`;
