/** Whether an edition may be corrected: it is out, and nothing that somebody approved corrects it, though that be under embargo yet. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {EditionRecord, Editions} from './editions.ts';

/** Asked when a correction is prepared and again when it is approved. Refused: `no-such-edition`, `edition-has-correction`, `edition-not-released`. */
export function correctable(editions: Editions, id: string): Outcome<EditionRecord, Refusal> {
  const all = editions.all();
  const found = editions.find(id);
  if (found === undefined) return refuse({reason: 'no-such-edition', edition: id, known: all.map((one) => one.id)});
  const by = all.find(({corrects, approvedBy}) => corrects?.edition === found.id && approvedBy !== undefined);
  if (by !== undefined) return refuse({reason: 'edition-has-correction', edition: found.id, by: by.id});
  if (found.state !== 'released')
    return refuse({reason: 'edition-not-released', edition: found.id, state: found.state});
  return done(found);
}
