/** The latest cut-off any edition was compiled at: nothing may be recorded as of that moment or before, or it would compile otherwise. */
import {join} from 'node:path';
import type {EditionId} from '#concepts/edition';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import {EDITIONS} from './edition-files.ts';
import {readLog} from './edition-log.ts';
import {eventsOf} from './editions.ts';

export interface CutOff {
  readonly edition: EditionId;
  readonly at: Instant;
}

/** Undefined where there is no edition. Refused: `log-faulty`. */
export async function latestCutOff(workspace: string): Promise<Outcome<CutOff | undefined, Refusal>> {
  const log = await readLog(join(workspace, EDITIONS));
  if (!log.ok) return log;
  const all = eventsOf(log.value.events, 'drafted').map(({edition}) => ({edition: edition.id, at: edition.cutOff}));
  return done(
    all.reduce<CutOff | undefined>((last, one) => (last !== undefined && last.at >= one.at ? last : one), undefined),
  );
}
