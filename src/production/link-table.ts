/** A CSV file linked by a policy, without a workspace and without keeping anything. */
import {basename} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type Linkage, linkRecords} from '#linkage/link';
import {columnsOf, type LinkPolicy} from '#linkage/policy';
import {RecordBuilder, type Records} from '#linkage/records';
import {keepYoungSmall} from './effects.ts';
import type {Progress} from './progress.ts';
import {inItsEncoding, readPolicy, tableRows} from './read-table.ts';

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
  keepYoungSmall();
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

function readTable(path: string, policy: LinkPolicy, progress: Progress): Promise<Outcome<Records, Refusal>> {
  return inItsEncoding(path, async (file) => {
    let builder: RecordBuilder | undefined;
    for await (const read of tableRows(file, policy)) {
      if (!read.ok) return read;
      builder ??= new RecordBuilder(read.value.columns, columnsOf(policy));
      for (const row of read.value.rows) builder.add(row);
      progress({stage: 'read', done: builder.size});
    }
    return builder === undefined
      ? refuse({reason: 'table-faulty', file: basename(path), fault: 'empty'})
      : done(builder.built());
  });
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
export {inOrder, type LinkedPair, reviewPairs} from '#linkage/linked-pairs';
export {type Waterfall, weightOf} from '#linkage/match-weight';
export type {ModelWarning} from '#linkage/model';
