/** A second person answers for a validated edition, or its preparer alone with a reason: then it is signed and takes its place. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {correctable} from './edition-corrections.ts';
import {atDesk, type Desk, keep} from './edition-desk.ts';
import {placeFolder, tidy} from './edition-folders.ts';
import {findSigner} from './edition-persons.ts';
import {type Approval, seal} from './edition-seal.ts';
import {differencesOf} from './edition-verify.ts';
import {type EditionRecord, type Editions, editionsOf, releasedFolder} from './editions.ts';
import {type Effects, readFolder} from './effects.ts';
import {MANIFEST} from './manifest.ts';
import {personIn} from './screened-text.ts';

export interface ApproveRequest {
  readonly edition: string;
  readonly by: string;
  /** Why the one who prepared it approves it too. */
  readonly alone: string | undefined;
}

export interface Approved {
  readonly record: EditionRecord;
  readonly setAside: readonly string[];
}

/**
 * Refused: `no-such-edition`, `edition-is-already`, `edition-has-correction`, `no-such-signer`, `no-signing-key`, `same-person`,
 * `text-tells-of-person`, `edition-changed`.
 */
export const approve = (
  workspace: string,
  request: ApproveRequest,
  effects: Effects,
): Promise<Outcome<Approved, Refusal>> =>
  atDesk(workspace, effects, async (desk) => {
    const found = findEdition(desk, request.edition);
    if (!found.ok) return found;
    const record = found.value;
    if (record.state !== 'validated')
      return refuse({reason: 'edition-is-already', edition: record.id, state: record.state});
    // Since it was prepared, another may have corrected the same.
    const stands = record.corrects && correctable(editionsAt(desk), record.corrects.edition);
    if (stands?.ok === false) return stands;
    const told = await personIn(desk.register, [{of: 'reason', text: request.alone ?? ''}]);
    if (told !== undefined) return refuse(told);
    const approval = await approvalOf(desk, record, request);
    return approval.ok ? approveAt(desk, record, approval.value) : approval;
  });

const editionsAt = ({register, log, now}: Desk): Editions => editionsOf(log.events, register.folder, now);

export function findEdition(desk: Desk, id: string): Outcome<EditionRecord, Refusal> {
  const editions = editionsAt(desk);
  const found = editions.find(id);
  return found === undefined
    ? refuse({reason: 'no-such-edition', edition: id, known: editions.all().map((one) => one.id)})
    : done(found);
}

async function approvalOf(
  {log, effects}: Desk,
  {preparedBy}: EditionRecord,
  {by, alone}: ApproveRequest,
): Promise<Outcome<Approval, Refusal>> {
  const signer = await findSigner(log, by, effects);
  if (!signer.ok) return signer;
  if (signer.value.name !== preparedBy) return done({by: signer.value});
  return alone === undefined
    ? refuse({reason: 'same-person', name: preparedBy})
    : done({by: signer.value, alone: {reason: alone}});
}

async function approveAt(desk: Desk, record: EditionRecord, approval: Approval): Promise<Outcome<Approved, Refusal>> {
  const {id, contents = ''} = record;
  const findings = await differencesOf(record.folder, contents);
  if (findings.length > 0) return refuse({reason: 'edition-changed', edition: id, findings});
  const files = await readFolder(record.folder);
  const validated = Buffer.from(files.get(MANIFEST) ?? []).toString('utf8');
  const sealed = seal(desk, desk.log, {id, validated, contents}, approval);

  const setAside = await tidy(desk.folder, desk.log.events);
  const outputs = [...files].filter(([name]) => name !== MANIFEST).map(([name, bytes]) => ({name, bytes}));
  const placed = await placeFolder(releasedFolder(record), [...outputs, ...sealed.files]);
  if (!placed.ok) return placed;
  const kept = await keep(desk, sealed.log);
  if (!kept.ok) return kept;
  await tidy(desk.folder, kept.value.events);
  const approved = editionsOf(kept.value.events, desk.register.folder, desk.now).find(id) ?? record;
  return done({record: approved, setAside});
}
