/**
 * Rows that were held back, answered one by one where the file was received: mended, as of the same delivery and under the number the
 * row had in it, or let go for a reason. A row is received wholly or not at all.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {DeliveredRow, DeliveryEnd, HeldRow} from '#intake/delivery';
import {readRow} from '#intake/read-row';
import type {Column, SourceFormat} from '#intake/source-format';
import {done, type Outcome, refuse} from '#kit/outcome';
import {plainDate} from '#kit/plain-date';
import {rowKey} from '#register/tokens';
import type {Submission} from '#storage/store';
import type {Effects} from './effects.ts';
import {receive} from './receive.ts';
import type {Receipt} from './receive-receipt.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
import {reasonAbout} from './screened-text.ts';
import {type KeyedRegister, openCasework, openWorkspace, withStore} from './workspace.ts';

/** A delivery with rows held back: what of its receipt an answer needs. */
export type HeldDelivery = Pick<Receipt, 'source' | 'file' | 'sha256' | 'recordedAt'>;

export type HeldColumn = Pick<Column, 'heading'> & {
  readonly isKey: boolean;
  readonly isRequired: boolean;
};

export type Answered =
  | {readonly kind: 'received'; readonly records: readonly RecordNumber[]}
  /** Held still: nothing is received. */
  | {readonly kind: 'held'; readonly row: HeldRow};

/** In the order of a row's content. */
export async function heldColumns(folder: string, source: string): Promise<Outcome<readonly HeldColumn[], Refusal>> {
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) return workspace;
  const format = workspace.value.profile.sources.find(({id}) => id === source);
  if (format === undefined) return refuse({reason: 'no-such-page'});
  return done(
    format.columns.map(({heading, required}) => {
      const isKey = format.key.includes(heading);
      return {heading, isKey, isRequired: isKey || required === true};
    }),
  );
}

/** `left`: rows of the delivery that wait besides. Refused: `row-not-waiting`, `duplicate-key`, and as {@link receive} is. */
export const receiveHeld = (
  folder: string,
  {delivery, held, content, left, recordedBy}: Mending,
  effects: Effects,
): Promise<Outcome<Answered, Refusal>> =>
  atDelivery<Answered>(folder, delivery, held.row, effects, async (register, format, before, recordedAt) => {
    const {store, keys, profile} = register;
    // Nothing in it happened after the file was received.
    const receivedOn = plainDate(delivery.recordedAt.slice(0, 10));
    const row = readRow(format, {row: held.row, content}, {lists: profile.codeLists, receivedOn});
    if (row.kind === 'held') return done({kind: 'held', row});
    if (await isTaken(register, format, row, held))
      return refuse({reason: 'duplicate-key', file: delivery.file, rows: [held.row]});
    const records: RecordNumber[] = [];
    const disagreeing: HeldRow[] = [];
    const receipt = await receive({
      ...{store, keys, format, file: delivery.file, sha256: delivery.sha256, recordedAt, recordedBy},
      rows: alone(row),
      controlTotals: Object.fromEntries(
        before.controlTotals.map(({measure, meant, given}) => [meant ?? measure, given]),
      ),
      answers: {held: left, controlTotals: before.controlTotals},
      heldBack: (one) => disagreeing.push(one),
      accepted: (record) => records.push(record),
      random: effects.random,
      threads: 1,
    });
    if (!receipt.ok) return receipt;
    const [again] = disagreeing;
    if (again !== undefined) return done({kind: 'held', row: again});
    return done({kind: 'received', records});
  });

export interface Mending {
  readonly delivery: HeldDelivery;
  /** As it came. */
  readonly held: HeldRow;
  /** As it is now, in the order of the layout's columns. */
  readonly content: readonly string[];
  readonly left: number;
  readonly recordedBy: string;
}

/** It counts nowhere and stops no release. Refused: `row-not-waiting`, `text-tells-of-person`. */
export const letGoHeld = (
  folder: string,
  {delivery, row, reason, left, recordedBy}: LettingGo,
  effects: Effects,
): Promise<Outcome<undefined, Refusal>> =>
  atDelivery(folder, delivery, row, effects, async (register, _format, before, recordedAt) => {
    const told = await reasonAbout([], reason, register);
    if (!told.ok) return told;
    const {source, file, sha256} = delivery;
    const {controlTotals} = before;
    await register.store.append(
      {source, file, sha256, recordedAt, recordedBy, rows: 0, held: left, controlTotals},
      (writer) => writer.received(0, left, controlTotals),
    );
    return done(undefined);
  });

export interface LettingGo {
  readonly delivery: HeldDelivery;
  readonly row: number;
  readonly reason: string;
  readonly left: number;
  readonly recordedBy: string;
}

/** Only while nothing was received of the source since, by whatever way. */
const atDelivery = async <T>(
  folder: string,
  delivery: HeldDelivery,
  row: number,
  effects: Effects,
  work: (
    register: KeyedRegister,
    format: SourceFormat,
    before: Submission,
    at: Submission['recordedAt'],
  ) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal>> =>
  withStore(await openCasework(folder, effects), async (register) => {
    const {store, profile} = register;
    const format = profile.sources.find(({id}) => id === delivery.source);
    const before = (await store.submissions()).findLast(({source}) => source === delivery.source);
    if (format === undefined || before?.sha256 !== delivery.sha256 || before.file !== delivery.file)
      return refuse({reason: 'row-not-waiting', row});
    const moment = await momentOf(register, undefined, effects);
    return moment.ok ? work(register, format, before, moment.value) : moment;
  });

/** Mended into another row's key, it would stand in that row's place; without a key, a row is known by what it says. */
async function isTaken(
  {store, keys}: KeyedRegister,
  {id, key: columns}: SourceFormat,
  {key, content}: DeliveredRow,
  held: HeldRow,
): Promise<boolean> {
  if (columns.length > 0 && key.join('\n') === held.key.join('\n')) return false;
  const token = columns.length > 0 ? rowKey(id, 'key', key, keys) : rowKey(id, 'content', content, keys);
  return (await store.sourceRows(id)).has(token);
}

async function* alone(row: DeliveredRow): AsyncGenerator<DeliveredRow | DeliveryEnd> {
  yield row;
  yield {kind: 'end', rows: 1, findings: []};
}

export type {HeldRow};
