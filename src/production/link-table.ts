/**
 * A CSV file linked by a policy, without a workspace and without keeping anything. The delimiter is the one its first row
 * has most of; the encoding UTF-8, or else Windows-1252.
 */
import {basename} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {CsvRecords} from '#intake/csv-records';
import {readCsv} from '#intake/read-csv';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type Linkage, linkRecords} from '#linkage/link';
import {columnsOf, type LinkPolicy} from '#linkage/policy';
import {RecordBuilder, type Records} from '#linkage/records';
import {exists, isFolder, permitted, readBytes, streamBytes} from './effects.ts';
import {readLinkPolicy} from './link-policy.ts';
import type {Progress} from './progress.ts';

export interface LinkedTable {
  readonly policy: LinkPolicy;
  readonly linkage: Linkage;
  /** A record's name: its `id` as in the file, else its 0-based row. */
  name(record: number): string | number;
  /** The record of a name. */
  record(name: string): number | undefined;
  /** Ids that are on more than one row. */
  readonly repeatedIds: number;
}

export async function linkTable(
  file: string,
  policyFile: string,
  progress: Progress,
): Promise<Outcome<LinkedTable, Refusal>> {
  const policy = await readPolicy(policyFile);
  if (!policy.ok) return policy;
  const records = await readTable(file, policy.value, progress);
  if (!records.ok) return records;
  const linked = linkRecords(records.value, policy.value, (compared, of) =>
    progress({stage: 'link', done: compared, of}),
  );
  return linked.ok
    ? done(named(linked.value, policy.value, records.value))
    : refuse({...linked.refusal, file: linked.refusal.reason === 'more-than-one-key' ? basename(file) : policyFile});
}

async function readable(path: string): Promise<Outcome<string, Refusal>> {
  if (!(await exists(path))) return refuse({reason: 'no-such-file', file: path});
  return (await isFolder(path)) ? refuse({reason: 'not-a-file', path}) : done(path);
}

async function readPolicy(path: string): Promise<Outcome<LinkPolicy, Refusal>> {
  const there = await readable(path);
  if (!there.ok) return there;
  const bytes = await permitted(() => readBytes(path));
  return bytes === undefined ? refuse({reason: 'no-permission', path}) : readLinkPolicy(path, bytes);
}

async function readTable(path: string, policy: LinkPolicy, progress: Progress): Promise<Outcome<Records, Refusal>> {
  const there = await readable(path);
  if (!there.ok) return there;
  const delimiter = await permitted(() => delimiterOf(path));
  if (delimiter === undefined) return refuse({reason: 'no-permission', path});
  const asUtf8 = await readAs(path, delimiter, 'utf-8', policy, progress);
  if (asUtf8.ok || asUtf8.refusal.reason !== 'wrong-encoding') return asUtf8;
  return readAs(path, delimiter, 'windows-1252', policy, progress);
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

async function delimiterOf(path: string): Promise<string> {
  for await (const piece of streamBytes(path)) {
    const [first = ''] = Buffer.from(piece).toString('latin1').split(/\r?\n/, 1);
    const cells = (delimiter: string) => new CsvRecords(delimiter).add(first, true).records[0]?.length ?? 0;
    return [...DELIMITERS].sort((a, b) => cells(b) - cells(a))[0] ?? ',';
  }
  return ',';
}

const TOLD_EVERY = 10_000;

async function readAs(
  path: string,
  delimiter: string,
  encoding: 'utf-8' | 'windows-1252',
  policy: LinkPolicy,
  progress: Progress,
): Promise<Outcome<Records, Refusal>> {
  const file = basename(path);
  let builder: RecordBuilder | undefined;
  for await (const rows of readCsv({file, delimiter, encoding}, streamBytes(path))) {
    if (!rows.ok) return rows;
    for (const {cells: read} of rows.value) {
      const cells = read.map((cell) => (typeof cell === 'string' ? cell : ''));
      if (builder === undefined) {
        const columns = cells.map((cell) => cell.trim());
        const fault = columnFault(file, columns, columnsOf(policy));
        if (fault !== undefined) return refuse(fault);
        builder = new RecordBuilder(columns, columnsOf(policy));
      } else if (cells.length > 1 || cells[0] !== '') builder.add(cells);
      if (builder.size % TOLD_EVERY === 0) progress({stage: 'read', done: builder.size});
    }
  }
  return builder === undefined ? refuse({reason: 'empty-file', file}) : done(builder.built());
}

function columnFault(file: string, known: readonly string[], wanted: readonly string[]): Refusal | undefined {
  const missing = wanted.filter((column) => !known.includes(column));
  const [column] = missing;
  if (column === undefined) return undefined;
  return missing.length === wanted.length
    ? {reason: 'no-header', file, wanted}
    : {reason: 'no-such-column', file, column, known};
}

function named(linkage: Linkage, {id}: LinkPolicy, records: Records): LinkedTable {
  if (id === undefined) {
    const record = (name: string) => (/^\d+$/.test(name) && Number(name) < records.size ? Number(name) : undefined);
    return {policy: linkage.policy, linkage, name: (row) => row, record, repeatedIds: 0};
  }
  const {codes, texts} = records.column(id);
  const first = new Map<string, number>();
  codes.forEach((code, row) => {
    const text = texts[code] ?? '';
    if (!first.has(text)) first.set(text, row);
  });
  return {
    policy: linkage.policy,
    linkage,
    name: (row) => texts[codes[row] ?? -1] ?? row,
    record: (name) => first.get(name),
    repeatedIds: records.size - first.size,
  };
}

/** What the edge prints of a linkage. */
export {type LinkedPair, linkedPairs, reviewPairs} from '#linkage/linked-pairs';
export {type Waterfall, weightOf} from '#linkage/match-weight';
export type {ModelWarning} from '#linkage/model';
