/** One edition as whoever answers for it looks at it: what happened to it, its files, and whether they are as they were signed. */
import {join} from 'node:path';
import type {EditionId} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {type ArchivedFile, archive} from '#exchange/archive';
import {sha256} from '#kit/digest';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {EditionEvent, EditionEventKind} from './edition-events.ts';
import {EDITIONS} from './edition-files.ts';
import {officeOf, readLog} from './edition-log.ts';
import {PUBLIC_KEY, readManifest, SIGNATURE} from './edition-manifest.ts';
import {type KeyId, keyId} from './edition-signing.ts';
import {checkFolder, differencesOf} from './edition-verify.ts';
import {byRelease, type EditionRecord, editionsOf} from './editions.ts';
import {type Effects, exists, isFolder, readBytes} from './effects.ts';
import {MANIFEST} from './manifest.ts';

export interface EditionView {
  readonly record: EditionRecord;
  readonly history: readonly Happened[];
  /** The manifest first, by name; empty where its folder is gone. */
  readonly files: readonly EditionFile[];
  /** The workspace's own key. */
  readonly key: KeyId | undefined;
  /** What differs from what was validated or signed. */
  readonly faults: readonly Finding[];
  /** In these its pages can be read. */
  readonly languages: readonly LanguageTag[];
  /** The one out before it, of the same period and kind. */
  readonly before: EditionId | undefined;
}

export interface Happened {
  readonly kind: EditionEventKind;
  readonly at: Instant;
  readonly by: string;
  readonly why: string | undefined;
}

export interface EditionFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Refused: `log-faulty`, `no-such-edition`. */
export async function editionView(
  folder: string,
  id: string,
  effects: Effects,
): Promise<Outcome<EditionView, Refusal>> {
  const log = await readLog(join(folder, EDITIONS));
  if (!log.ok) return log;
  const {events, signers} = log.value;
  const editions = editionsOf(events, folder, effects.now());
  const record = editions.find(id);
  if (record === undefined)
    return refuse({reason: 'no-such-edition', edition: id, known: editions.all().map((one) => one.id)});
  const office = officeOf(signers);
  const key = office === undefined ? undefined : keyId(office.key);
  const before = editions
    .all()
    .filter((one) => one.kind === record.kind && periodId(one.period) === periodId(record.period))
    .filter(
      (one) => one.id !== record.id && isOut(one) && (one.releasedAt ?? '') < (record.releasedAt ?? effects.now()),
    )
    .toSorted(byRelease)
    .at(-1);
  const files = await filesOf(record.folder);
  return done({
    record,
    history: events.filter((one) => isAbout(one, record.id)).map(happened),
    files,
    key,
    faults: await faultsOf(record, key),
    languages: LANGUAGES.filter((tag) => files.some(({name}) => name === pageFile(tag))),
    before: before?.id,
  });
}

/** Those that are out, whoever may know of them. */
export const isOut = ({state}: Pick<EditionRecord, 'state'>): boolean => state === 'released' || state === 'corrected';

/** Its page in a language, among its files. */
export const pageFile = (tag: LanguageTag): string => `statement.${tag}.html`;

const isAbout = (event: EditionEvent, id: EditionId): boolean =>
  'edition' in event && (event.kind === 'drafted' ? event.edition.id === id : event.edition === id);

function happened(event: EditionEvent): Happened {
  const {kind, at, by} = event;
  const why = kind === 'approved' ? event.alone?.reason : 'reason' in event ? event.reason : undefined;
  return {kind, at, by, why};
}

async function faultsOf({folder, manifest, contents = ''}: EditionRecord, key: KeyId | undefined) {
  if (!(await isFolder(folder))) return [{rule: 'manifest-missing', severity: 'error', facts: {}} as const];
  return manifest === undefined
    ? differencesOf(folder, contents)
    : (await checkFolder(folder, {key, manifest})).findings;
}

async function filesOf(folder: string): Promise<readonly EditionFile[]> {
  const manifest = await manifestIn(folder);
  if (manifest === undefined) return [];
  const signing = (await Promise.all(SIGNING.map((name) => sizeOf(folder, name)))).filter((one) => one !== undefined);
  return [...signing, ...manifest.read.outputs.map(({name, bytes}) => ({name, size: Number(bytes)}))];
}

/** What lists the others, and signs that. */
const SIGNING = [MANIFEST, SIGNATURE, PUBLIC_KEY];

async function sizeOf(folder: string, name: string): Promise<EditionFile | undefined> {
  const path = join(folder, name);
  return (await exists(path)) ? {name, size: (await readBytes(path)).length} : undefined;
}

async function manifestIn(folder: string) {
  const path = join(folder, MANIFEST);
  if (!(await exists(path))) return undefined;
  const text = Buffer.from(await readBytes(path)).toString('utf8');
  const read = readManifest(text);
  return read && {text, read};
}

/** A file as it was validated or signed, and never otherwise. Refused: `log-faulty`, `no-such-page`, `not-verified`. */
export async function editionFile(
  folder: string,
  id: string,
  name: string,
  effects: Effects,
): Promise<Outcome<{readonly bytes: Uint8Array; readonly mediaType: string; readonly record: EditionRecord}, Refusal>> {
  const log = await readLog(join(folder, EDITIONS));
  if (!log.ok) return log;
  const record = editionsOf(log.value.events, folder, effects.now()).find(id);
  const manifest = record && (await manifestIn(record.folder));
  if (record === undefined || manifest === undefined) return refuse({reason: 'no-such-page'});
  const changed = () => refuse(alteredIn(id, name));
  const {text, read} = manifest;
  if (sha256(text) !== (record.manifest ?? record.contents)) return changed();
  const output = read.outputs.find((one) => one.name === name);
  if (output === undefined && !SIGNING.includes(name)) return refuse({reason: 'no-such-page'});
  const path = join(record.folder, name);
  if (!(await exists(path))) return output === undefined ? refuse({reason: 'no-such-page'}) : changed();
  const bytes = await readBytes(path);
  if (output !== undefined && sha256(bytes) !== output.sha256) return changed();
  const mediaType = typeof output?.mediaType === 'string' ? output.mediaType : 'application/octet-stream';
  return done({bytes, mediaType, record});
}

const alteredIn = (id: string, file: string): Refusal => ({
  reason: 'not-verified',
  path: `${id}/${file}`,
  findings: [{rule: 'file-altered', severity: 'error', facts: {file}}],
});

/** All of it in a folder of its name, as ZIP: what `opgor verify` takes. Refused: as {@link editionFile}. */
export async function editionArchive(
  folder: string,
  id: string,
  effects: Effects,
): Promise<Outcome<{readonly bytes: Uint8Array; readonly record: EditionRecord}, Refusal>> {
  const view = await editionView(folder, id, effects);
  if (!view.ok) return view.refusal.reason === 'no-such-edition' ? refuse({reason: 'no-such-page'}) : view;
  const {record, files} = view.value;
  const taken: ArchivedFile[] = [];
  for (const {name} of files) {
    const file = await editionFile(folder, id, name, effects);
    if (!file.ok) return file;
    taken.push({name: `${id}/${name}`, bytes: file.value.bytes});
  }
  return done({bytes: archive(taken), record});
}
