/**
 * When what is recorded now is recorded: by the clock, or at the moment given for a replay. Never before what the register
 * holds, and never ahead of the clock: a moment that has not come would shut the register until it does.
 */
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Store} from '#storage/store';
import type {Effects} from './effects.ts';

/** Refused: `recorded-in-the-future`, `recorded-in-the-past`, `clock-behind-register`. */
export async function recordedAt(
  store: Store,
  given: Instant | undefined,
  effects: Effects,
): Promise<Outcome<Instant, Refusal>> {
  const now = effects.now();
  if (given !== undefined && given > now) return refuse({reason: 'recorded-in-the-future', given, now});
  const latest = await store.latest();
  if (latest !== undefined && latest > now) return refuse({reason: 'clock-behind-register', now, latest});
  if (given !== undefined && latest !== undefined && given < latest)
    return refuse({reason: 'recorded-in-the-past', given, latest});
  return done(given ?? now);
}
