/** Notes that a restricted edition got out, by an access request or a leak: from then on its figures count as known. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {findEdition} from './edition-approve.ts';
import {atDesk, keep} from './edition-desk.ts';
import {logged} from './edition-log.ts';
import {findSigner} from './edition-persons.ts';
import {type EditionRecord, editionsOf} from './editions.ts';
import type {Effects} from './effects.ts';
import {personIn} from './screened-text.ts';

export interface DisclosureRequest {
  readonly edition: string;
  readonly by: string;
  readonly reason: string;
}

/** It may have got out before it was released. Refused: `no-such-edition`, `no-such-signer`, `no-signing-key`, `text-tells-of-person`. */
export const markDisclosed = (
  workspace: string,
  {edition, by, reason}: DisclosureRequest,
  effects: Effects,
): Promise<Outcome<EditionRecord, Refusal>> =>
  atDesk(workspace, effects, async (desk) => {
    const found = findEdition(desk, edition);
    if (!found.ok) return found;
    const {id} = found.value;
    const told = await personIn(desk.register, [{of: 'reason', text: reason}]);
    if (told !== undefined) return refuse(told);
    const signer = await findSigner(desk.log, by, effects);
    if (!signer.ok) return signer;
    const log = logged(desk.log, {kind: 'disclosed', edition: id, reason}, signer.value, desk.now);
    const kept = await keep(desk, log);
    if (!kept.ok) return kept;
    return done(editionsOf(log.events, workspace, desk.now).find(id) ?? found.value);
  });
