/** An edition that waits is sent back instead of approved: by whoever should approve it, or by its preparer, who has seen something. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {findEdition} from './edition-approve.ts';
import {atDesk, keep} from './edition-desk.ts';
import {logged} from './edition-log.ts';
import {findSigner} from './edition-persons.ts';
import {type EditionRecord, editionsOf} from './editions.ts';
import type {Effects} from './effects.ts';
import {personIn} from './screened-text.ts';

export interface SendBackRequest {
  readonly edition: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * Its files stay as they were validated, and its number is its own: the next is prepared as a new edition. Refused: `no-such-edition`,
 * `edition-is-already`, `text-tells-of-person`, `no-such-signer`, `no-signing-key`.
 */
export const sendBack = (
  workspace: string,
  {edition, by, reason}: SendBackRequest,
  effects: Effects,
): Promise<Outcome<EditionRecord, Refusal>> =>
  atDesk(workspace, effects, async (desk) => {
    const found = findEdition(desk, edition);
    if (!found.ok) return found;
    const {id, state, contents} = found.value;
    if (state !== 'validated' || contents === undefined)
      return refuse({reason: 'edition-is-already', edition: id, state});
    const told = await personIn(desk.register, [{of: 'reason', text: reason}]);
    if (told !== undefined) return refuse(told);
    const signer = await findSigner(desk.log, by, effects);
    if (!signer.ok) return signer;
    const log = logged(desk.log, {kind: 'returned', edition: id, contents, reason}, signer.value, desk.now);
    const kept = await keep(desk, log);
    if (!kept.ok) return kept;
    const record = editionsOf(log.events, desk.register.folder, desk.now).find(id);
    return done(record ?? found.value);
  });
