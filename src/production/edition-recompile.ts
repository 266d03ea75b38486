/**
 * Compiles an edition again from the facts as they stood at its cut-off, under its own profile and policy: the same bytes under the same
 * program and platform; under another, the same figures. What was recorded, erased or redefined since makes no difference.
 */
import {join} from 'node:path';
import type {EditionId} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {defect} from '#kit/defect';
import {sha256} from '#kit/digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {layOut} from './compile.ts';
import {amongEditions, EDITIONS} from './edition-files.ts';
import {type Log, officeOf, readLog} from './edition-log.ts';
import {approvedManifest, editionBlock, PUBLIC_KEY, readManifest, SIGNATURE} from './edition-manifest.ts';
import {frozenProfileOf} from './edition-profile.ts';
import {type EditionRecord, editionsOf, eventsOf} from './editions.ts';
import {type Effects, exists, readBytes} from './effects.ts';
import {readHistory} from './history.ts';
import {MANIFEST, manifest} from './manifest.ts';
import {sameProgram, thisProgram} from './program.ts';
import type {Progress} from './progress.ts';
import {writeFolder} from './publish.ts';
import {openRegisterUnder, withStore} from './workspace.ts';

export interface Recompiled {
  readonly edition: EditionId;
  readonly folder: string;
  readonly files: number;
  readonly sameProgram: boolean;
  /** Files that are not the same bytes; none under the same program. */
  readonly differing: readonly string[];
}

const FIGURES = 'figures.json';

/** Refused: `no-such-edition`, `profile-version-missing`, as a statement is, and `recompiled-otherwise`, with the folder written. */
export async function recompile(
  workspace: string,
  {edition: id, out}: {readonly edition: string; readonly out: string},
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Recompiled, Refusal>> {
  if (amongEditions(out, workspace)) return refuse({reason: 'inside-workspace', path: out, workspace});
  const log = await readLog(join(workspace, EDITIONS));
  if (!log.ok) return log;
  const editions = editionsOf(log.value.events, workspace, effects.now());
  const record = editions.find(id);
  if (record === undefined)
    return refuse({reason: 'no-such-edition', edition: id, known: editions.all().map((one) => one.id)});
  const program = await thisProgram(effects);
  const again = await compileAgain(record, log.value, {version: program.version, effects}, progress);
  if (!again.ok) return again;
  const {files, contents} = again.value;
  const compared = contents === record.contents ? done([]) : await differences(record, files);
  if (!compared.ok) return compared;
  const differing = compared.value;
  const signed = differing.length === 0 ? await asSigned(record, log.value, files) : files;
  const written = await writeFolder(out, signed);
  if (!written.ok) return written;
  const same = sameProgram(program, record.program);
  if (differing.includes(FIGURES) || (same && differing.length > 0))
    return refuse({reason: 'recompiled-otherwise', edition: record.id, differing, sameProgram: same});
  return done({edition: record.id, folder: out, files: signed.length, sameProgram: same, differing});
}

interface Written {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Its files, with the manifest as it was when validated, and the hash of that. */
async function compileAgain(
  record: EditionRecord,
  log: Log,
  program: {readonly version: string; readonly effects: Effects},
  progress: Progress,
): Promise<Outcome<{readonly files: readonly Written[]; readonly contents: string}, Refusal>> {
  const frozen = await frozenProfileOf(record);
  if (!frozen.ok) return frozen;
  const {profile, files} = frozen.value;
  const history = await readHistory(record.workspace, record.id);
  if (!history.ok) return history;
  return withStore(await openRegisterUnder(record.workspace, profile), async (register) => {
    const layout = {
      history: history.value,
      corrects: record.corrects,
      period: record.period,
      languages: record.languages,
      asAt: record.cutOff,
      strict: false,
      ...program,
      texts: files,
      edition: record,
    };
    const laidOut = await layOut(register, layout, progress);
    if (!laidOut.ok) return laidOut;
    const {draft, request, submissions, products} = laidOut.value;
    const text = manifest(draft, request, profile, submissions, products, blockOf(record, log));
    return done({files: [...products, asManifest(text)], contents: sha256(text)});
  });
}

const asManifest = (text: string): Written => ({
  name: MANIFEST,
  mediaType: 'application/json',
  bytes: new TextEncoder().encode(text),
});

/** By the log alone, so that an edition can be made again when its folder is gone. */
function blockOf({id, overFindings, openQuestions}: EditionRecord, {events, signers}: Log): object {
  const drafted =
    eventsOf(events, 'drafted').find(({edition}) => edition.id === id) ?? defect('an edition nobody drafted');
  const office = officeOf(signers) ?? defect('a log without its first line');
  return editionBlock(drafted.edition, drafted, {overFindings, openQuestions}, office.key);
}

/** The same bytes: then with the approval, as the log has it, and the signature, as the folder has it. */
async function asSigned(record: EditionRecord, log: Log, files: readonly Written[]): Promise<readonly Written[]> {
  const validated = files.find(({name}) => name === MANIFEST);
  if (validated === undefined || record.manifest === undefined) return files;
  const text = approvedManifest(Buffer.from(validated.bytes).toString('utf8'), log, record.id);
  const beside = [SIGNATURE, PUBLIC_KEY].map(async (name): Promise<readonly Written[]> => {
    const path = join(record.folder, name);
    return (await exists(path)) ? [{name, mediaType: 'text/plain', bytes: await readBytes(path)}] : [];
  });
  const outputs = files.filter(({name}) => name !== MANIFEST);
  return [...outputs, asManifest(text), ...(await Promise.all(beside)).flat()];
}

/** By the manifest as it was released; where that is gone or altered, nothing can be said of single files. */
async function differences(
  record: EditionRecord,
  files: readonly Written[],
): Promise<Outcome<readonly string[], Refusal>> {
  const path = join(record.folder, MANIFEST);
  const text = (await exists(path)) ? Buffer.from(await readBytes(path)).toString('utf8') : '';
  const then = readManifest(text);
  if (then === undefined || sha256(text) !== (record.manifest ?? record.contents)) {
    const altered: Finding = {rule: 'manifest-altered', severity: 'error', facts: {edition: record.id}};
    return refuse({reason: 'edition-changed', edition: record.id, findings: [altered]});
  }
  const before = new Map(then.outputs.map(({name, sha256: hash}) => [name, hash]));
  const now = new Map(files.filter(({name}) => name !== MANIFEST).map(({name, bytes}) => [name, sha256(bytes)]));
  const names = [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name));
  return done([...names.sort(), MANIFEST]);
}
