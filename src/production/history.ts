/**
 * What was released before a statement is made, by the log alone: an edition compiled again years later sees what it saw then.
 * From it come the closings that decide which decisions are late, and what `told-revisions.ts` tells.
 */
import {join} from 'node:path';
import type {Edition, EditionId} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {RollUp} from '#concepts/roll-up';
import {isPerturbing, type Policy} from '#disclosure/policy';
import {canonicalJson} from '#kit/canonical-json';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import type {CountedBy} from './count.ts';
import type {EditionEvent} from './edition-events.ts';
import {readLog} from './edition-log.ts';
import {EDITIONS, editionProfile, eventsOf} from './editions.ts';
import {planOn, policyOn} from './policy-on.ts';
import type {Vantage} from './revise.ts';
import {saidOtherwise} from './said-otherwise.ts';

/** An edition as it was counted. */
export interface Released extends Vantage {
  readonly id: EditionId;
  readonly kind: Edition['kind'];
  /** Restricted, and noted to have got out. */
  readonly gotOut: boolean;
  /** What it told together. */
  readonly plan: readonly RollUp[];
  readonly period: Period;
  readonly folder: string;
  /** Not to be told before then. */
  readonly embargo: Instant | undefined;
}

export interface Changed extends Vantage {
  readonly id: EditionId;
  readonly period: Period;
  readonly policy: Policy;
}

export interface History {
  /** When it is read; undefined: embargoes do not matter. */
  readonly at: Instant | undefined;
  /**
   * What was found when earlier editions were held against what they printed; undefined: it is to be done. Who compiles an edition
   * again needs no folder but its own.
   */
  readonly found: readonly Finding[] | undefined;
  /** In the order released: those whose figures are true. */
  readonly editions: readonly Released[];
  /** Those whose figures were changed, and how: what they said of a year is nothing to compare a true figure with. */
  readonly changed: readonly Changed[];
  /** When a period's first edition was cut off, by the period's id. */
  readonly closings: ReadonlyMap<string, Instant>;
}

/** Up to where `before` was drafted, and as at that moment; else all, as at `now`. Refused: `log-faulty`, `profile-version-missing`. */
export async function readHistory(
  workspace: string,
  before?: EditionId,
  now?: Instant,
): Promise<Outcome<History, Refusal>> {
  const log = await readLog(join(workspace, EDITIONS));
  if (!log.ok) return log;
  const {events} = log.value;
  const end = events.findIndex((event) => event.kind === 'drafted' && event.edition.id === before);
  const known = end < 0 ? events : events.slice(0, end);
  const drafted = new Map<EditionId, Drafted>();
  const editions: Released[] = [];
  const changed: Changed[] = [];
  const closings = new Map<string, Instant>();
  for (const event of known) {
    // What had been closed when it was drafted, and no more, is what it was counted by.
    if (event.kind === 'drafted') drafted.set(event.edition.id, {...event, closings: new Map(closings)});
    const released = event.kind === 'released' ? drafted.get(event.edition) : undefined;
    if (released === undefined) continue;
    const {id, kind, period, cutOff} = released.edition;
    const profile = await editionProfile({...released.edition, workspace});
    if (!profile.ok) return profile;
    const definitions = closed(profile.value, released.closings);
    const {embargo} = released;
    const policy = policyOn(profile.value, period, kind);
    if (policy !== undefined && isPerturbing(policy)) changed.push({id, period, policy, cutOff, definitions});
    else
      editions.push({
        ...{id, kind, period, cutOff, embargo, definitions, folder: join(workspace, EDITIONS, id)},
        gotOut: known.some((one) => one.kind === 'disclosed' && one.edition === id),
        plan: planOn(profile.value, period, kind),
      });
    if (!closings.has(periodId(period))) closings.set(periodId(period), cutOff);
  }
  return done({
    at: events[end]?.at ?? now,
    found: end < 0 ? undefined : foundFor(events, before),
    editions,
    changed,
    closings,
  });
}

const foundFor = (events: readonly EditionEvent[], id: EditionId | undefined): readonly Finding[] =>
  eventsOf(events, 'validated')
    .filter(({edition}) => edition === id)
    .flatMap(({overFindings}) => overFindings?.saidOtherwise ?? [])
    .map(saidOtherwise);

interface Drafted {
  readonly edition: Edition;
  readonly embargo?: Instant | undefined;
  readonly closings: ReadonlyMap<string, Instant>;
}

/** Definitions with the closings of a moment: under other closings they are other definitions. */
export function closed<D extends CountedBy>(
  definitions: D,
  closings: ReadonlyMap<string, Instant>,
): D & Pick<CountedBy, 'closings'> {
  const late = definitions.rules.lateDecisions.some(({parameters}) => parameters.policy === 'next-edition');
  if (!late || closings.size === 0) return definitions;
  const digest = `${definitions.digest} ${canonicalJson(Object.fromEntries(closings))}`;
  return {...definitions, closings, digest};
}
