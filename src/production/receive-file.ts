/** One agency's file, from the disk into the register: read, classified, received, its held rows written out if asked. */
import {createHash} from 'node:crypto';
import {basename, relative, resolve} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import type {HeldRow} from '#intake/delivery';
import {errorsFile} from '#intake/errors-file';
import {readDelivery} from '#intake/read-delivery';
import type {SourceFormat} from '#intake/source-format';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {plainDate} from '#kit/plain-date';
import {languages} from '#language/language';
import {canWrite, type Effects, exists, isFile, isFolder, streamBytes, writeWhole} from './effects.ts';
import type {Progress} from './progress.ts';
import {receive} from './receive.ts';
import type {Receipt} from './receive-receipt.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
import type {KeyedRegister} from './workspace.ts';

export interface ReceiveRequest {
  readonly path: string;
  /** What the file is called, where it lies under another name. */
  readonly name?: string | undefined;
  readonly source: string;
  readonly controlTotals: Readonly<Record<string, number>>;
  /** Undefined: now. */
  readonly recordedAt: Instant | undefined;
  readonly recordedBy: string;
  readonly dryRun: boolean;
  /** The rows a snapshot lacks are meant to be gone, however many. */
  readonly acceptWithdrawals?: boolean | undefined;
  /** Where the held rows go, for the agency; in its language. */
  readonly errors: string | undefined;
  /** Each row held back, whole. */
  readonly heldBack?: ((row: HeldRow) => void) | undefined;
}

export async function receiveFile(
  {store, keys, profile, folder}: KeyedRegister,
  request: ReceiveRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Receipt, Refusal>> {
  const file = request.name ?? basename(request.path);
  if (await isFolder(request.path)) return refuse({reason: 'not-a-file', path: request.path});
  if (!(await isFile(request.path))) return refuse({reason: 'no-such-file', file: request.path});
  const format = profile.sources.find(({id}) => id === request.source);
  if (format === undefined) {
    return refuse({reason: 'no-such-source', source: request.source, known: profile.sources.map(({id}) => id)});
  }
  const place = await placeFor(request.errors, folder);
  if (!place.ok) return place;
  const moment = await momentOf({store, folder}, request.recordedAt, effects);
  if (!moment.ok) return moment;
  const recordedAt = moment.value;
  const delivery = await readDelivery({
    format,
    formats: profile.sources,
    file,
    content: streamBytes(request.path),
    lists: profile.codeLists,
    receivedOn: plainDate(recordedAt.slice(0, 10)),
  });
  if (!delivery.ok) return delivery;
  const held: HeldRow[] = [];
  const receipt = await receive({
    store,
    keys,
    format,
    rows: delivery.value.rows,
    file,
    sha256: await digestOf(request.path),
    recordedAt,
    recordedBy: request.recordedBy,
    controlTotals: request.controlTotals,
    dryRun: request.dryRun,
    acceptWithdrawals: request.acceptWithdrawals,
    random: effects.random,
    progress,
    heldBack(row) {
      if (request.errors !== undefined) held.push(row);
      request.heldBack?.(row);
    },
  });
  if (!receipt.ok || request.errors === undefined || held.length === 0) return receipt;
  return (await writeErrors(request.errors, format, held))
    ? receipt
    : refuse({reason: 'file-not-writable', path: request.errors});
}

/**
 * Tried before anything is received: a receipt must not be lost for want of a place to write. Nothing is overwritten, and
 * names in the clear do not belong beside a register that keeps them sealed.
 */
async function placeFor(path: string | undefined, workspace: string): Promise<Outcome<void, Refusal>> {
  if (path === undefined) return done(undefined);
  if (await exists(path)) return refuse({reason: 'file-exists', path});
  if (!relative(resolve(workspace), resolve(path)).startsWith('..'))
    return refuse({reason: 'inside-workspace', path, workspace});
  return (await canWrite(path)) ? done(undefined) : refuse({reason: 'file-not-writable', path});
}

/** Held rows are as they came, names and all. */
const PRIVATE = 0o600;

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of streamBytes(path)) hash.update(chunk);
  return hash.digest('hex');
}

const writeErrors = (path: string, format: SourceFormat, held: readonly HeldRow[]) =>
  writeWhole(path, errorsFile(format, held, languages), PRIVATE);
