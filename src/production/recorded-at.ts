/**
 * When what is recorded now is recorded: by the clock, or at the moment given for a replay. Never before what the register
 * holds, and never ahead of the clock: a moment that has not come would shut the register until it does. Nor as of a moment
 * that an edition was cut off at: what is frozen stays so.
 */
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {latestCutOff} from './edition-cut-offs.ts';
import type {Effects} from './effects.ts';
import type {OpenRegister} from './workspace.ts';

/** Refused: `recorded-in-the-future`, `recorded-in-the-past`, `clock-behind-register`, `recorded-before-cut-off`, `log-faulty`. */
export async function recordedAt(
  {store, folder}: Pick<OpenRegister, 'store' | 'folder'>,
  given: Instant | undefined,
  effects: Effects,
): Promise<Outcome<Instant, Refusal>> {
  const now = effects.now();
  if (given !== undefined && given > now) return refuse({reason: 'recorded-in-the-future', given, now});
  const latest = await store.latest();
  if (latest !== undefined && latest > now) return refuse({reason: 'clock-behind-register', now, latest});
  if (given !== undefined && latest !== undefined && given < latest)
    return refuse({reason: 'recorded-in-the-past', given, latest});
  const at = given ?? now;
  const frozen = await latestCutOff(folder);
  if (!frozen.ok) return frozen;
  const last = frozen.value;
  if (last !== undefined && at <= last.at)
    return refuse({reason: 'recorded-before-cut-off', given: at, cutOff: last.at, edition: last.edition});
  return done(at);
}
