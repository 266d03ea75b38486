/**
 * A CSV file of persons made into one that an agency may send: encoded under the agencies' key, row by row, whatever its size.
 * The new file is there whole or not at all, and nothing plain is written on the way.
 */
import {parse} from 'node:path';
import {dump} from 'js-yaml';
import type {Refusal} from '#concepts/refusal';
import {keyedDigest} from '#kit/keyed-digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {
  type EncodedField,
  encodedPolicy,
  encodingRefusal,
  type HowEncoded,
  leftOut,
  type RowEncoder,
  rowEncoder,
} from '#linkage/encoding/encode-rows';
import type {LinkPolicy} from '#linkage/policy';
import {exists, writeNew} from './effects.ts';
import {readExchangeKey} from './exchange-key.ts';
import type {Progress} from './progress.ts';
import {inItsEncoding, readPolicy, type TableFile, tableRows} from './read-table.ts';

export interface EncodeRequest extends Omit<HowEncoded, 'list'> {
  readonly file: string;
  readonly policyFile: string;
  readonly keyFile: string;
  readonly out: string;
  readonly dryRun: boolean;
}

export interface EncodedTable {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly fields: readonly EncodedField[];
  /** Parts of the policy that are not in the list. */
  readonly leftOut: readonly string[];
  /** To link such lists by. */
  readonly policy: LinkPolicy;
}

export async function encodeTable(request: EncodeRequest, progress: Progress): Promise<Outcome<EncodedTable, Refusal>> {
  const {file, policyFile, keyFile, out} = request;
  const read = await readPolicy(policyFile);
  if (!read.ok) return read;
  const policy = read.value;
  const how = {as: request.as, id: request.id, list: parse(out).name};
  const fault = encodingRefusal(policy, how);
  if (fault !== undefined) return refuse({...fault, file: policyFile});
  const key = await readExchangeKey(keyFile);
  if (!key.ok) return key;
  if (await exists(out)) return refuse({reason: 'file-exists', path: out});
  const keyed = keyedDigest(key.value);
  const encoded = await inItsEncoding(file, (table) => {
    const encode = (append: Append) =>
      encodeRows(table, policy, (columns) => rowEncoder(columns, policy, how, keyed), append, progress);
    return request.dryRun ? encode(async () => {}) : toNewFile(out, encode);
  });
  return encoded.ok ? done({...encoded.value, leftOut: leftOut(policy), policy: encodedPolicy(policy, how)}) : encoded;
}

type Append = (text: string) => Promise<void>;
type Written = Pick<EncodedTable, 'rows' | 'columns' | 'fields'>;

async function toNewFile(
  path: string,
  write: (append: Append) => Promise<Outcome<Written, Refusal>>,
): Promise<Outcome<Written, Refusal>> {
  let outcome: Outcome<Written, Refusal> = refuse({reason: 'file-not-writable', path});
  const placed = await writeNew(path, async (append) => {
    outcome = await write(append);
    return outcome.ok;
  });
  if (placed === 'taken') return refuse({reason: 'file-exists', path});
  return placed === 'failed' ? refuse({reason: 'file-not-writable', path}) : outcome;
}

async function encodeRows(
  file: TableFile,
  policy: LinkPolicy,
  encoderOf: (columns: readonly string[]) => RowEncoder,
  append: Append,
  progress: Progress,
): Promise<Outcome<Written, Refusal>> {
  let encoder: RowEncoder | undefined;
  let size = 0;
  for await (const read of tableRows(file, policy)) {
    if (!read.ok) return read;
    const lines: string[] = [];
    if (encoder === undefined) {
      encoder = encoderOf(read.value.columns);
      lines.push(line(encoder.columns));
    }
    for (const row of read.value.rows) lines.push(line(encoder.encode(row, size++)));
    await append(lines.join(''));
    progress({stage: 'read', done: size});
  }
  return done({rows: size, columns: encoder?.columns ?? [], fields: encoder?.fields() ?? []});
}

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const policyYaml = (policy: LinkPolicy): string => dump(policy, {flowLevel: 2, lineWidth: -1}).trimEnd();

/** What the edge asks with, and answers. */
export {ENCODED_AS, type EncodedAs, NAMED_BY, type NamedBy} from '#linkage/encoding/encode-rows';
export {makeExchangeKey} from './exchange-key.ts';
