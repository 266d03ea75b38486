/**
 * Receives one delivery of one source (GSBPM 4.3): every row beside the one the register had in its place, all in one
 * transaction. The register is afterwards exactly what the receipt says, or, where refused or rehearsed, as it was before.
 *
 *   delivered rows ──▶ marked (keyed hashes) ──▶ taken, in the order of the file ──▶ facts, source rows
 *                                                        └──▶ identities ──▶ sealed ──▶ written
 */
import {availableParallelism} from 'node:os';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {Delivered, DeliveredRow, DeliveryEnd, HeldRow} from '#intake/delivery';
import type {SourceFormat} from '#intake/source-format';
import {breath} from '#kit/breath';
import {canonicalJson} from '#kit/canonical-json';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Keys} from '#register/keys';
import {pooled, type Random} from '#register/seal';
import type {Store, Submission, Writer} from '#storage/store';
import {type Progress, silent} from './progress.ts';
import {type Batch, inBatches, markedAhead} from './receive-batches.ts';
import {Persons} from './receive-persons.ts';
import type {Receipt, Reconciled} from './receive-receipt.ts';
import {Rows} from './receive-rows.ts';
import {type ControlTotals, disagreements, measuresOf, Totals, unknownMeasures} from './receive-totals.ts';
import {Workshop} from './receive-workshop.ts';

export interface Delivery {
  readonly store: Store;
  readonly keys: Keys;
  readonly format: SourceFormat;
  readonly rows: AsyncIterable<Delivered>;
  readonly file: string;
  readonly sha256: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly controlTotals?: ControlTotals | undefined;
  /** However many rows a snapshot lacks, they are withdrawn. */
  readonly acceptWithdrawals?: boolean | undefined;
  /** Nothing of the source is to stand: what it delivered is taken back whole. */
  readonly takenBack?: boolean | undefined;
  /** A rehearsal: everything is done, and undone. */
  readonly dryRun?: boolean | undefined;
  readonly random: Random;
  readonly progress?: Progress | undefined;
  /** Each row held back, whole, for the file that goes back to the agency. */
  readonly heldBack?: ((row: HeldRow) => void) | undefined;
  /** Whose each row taken is. */
  readonly accepted?: ((record: RecordNumber) => void) | undefined;
  /** Rows of a delivery received before, answered since: whatever else it said stands. */
  readonly answers?: Answers | undefined;
  /** Threads beside this one, once the delivery is large. */
  readonly threads?: number | undefined;
}

/** What is left of the delivery: the rows it still holds, and its letter's totals as counted before. */
export interface Answers {
  readonly held: number;
  readonly controlTotals: Submission['controlTotals'];
}

/**
 * Refused: `recorded-in-the-past`, `key-does-not-fit`, `unknown-code` (a control total the source does not count),
 * `duplicate-key`, `empty-file` (a snapshot without rows would withdraw everyone), `too-many-gone`, and whatever ended the reading of the file.
 */
export async function receive(delivery: Delivery): Promise<Outcome<Receipt, Refusal>> {
  const fits = await admissible(delivery);
  if (!fits.ok) return fits;
  const workshop = new Workshop(delivery.format.id, delivery.keys, delivery.threads ?? availableParallelism() - 1);
  try {
    return await delivery.store.append(submissionOf(delivery), async (writer) => {
      const outcome = await take(delivery, writer, workshop);
      if (!outcome.ok || outcome.value.submission === undefined) throw new Undone(outcome);
      return outcome;
    });
  } catch (undone) {
    if (undone instanceof Undone) return undone.outcome;
    throw undone;
  } finally {
    await workshop.close();
  }
}

/** Thrown to undo the transaction, with the answer it leaves behind. */
class Undone {
  readonly outcome: Outcome<Receipt, Refusal>;
  constructor(outcome: Outcome<Receipt, Refusal>) {
    this.outcome = outcome;
  }
}

async function admissible({store, keys, format, recordedAt, controlTotals}: Delivery): Promise<Outcome<void, Refusal>> {
  const [latest, check] = await Promise.all([store.latest(), store.keyCheck()]);
  if (latest !== undefined && recordedAt < latest) {
    return refuse({reason: 'recorded-in-the-past', given: recordedAt, latest});
  }
  if (check !== undefined && check !== keys.check) return refuse({reason: 'key-does-not-fit'});
  const [unknown] = unknownMeasures(controlTotals ?? {}, format);
  if (unknown === undefined) return done(undefined);
  return refuse({reason: 'unknown-code', concept: '--control-total', known: measuresOf(format)});
}

const submissionOf = ({format, file, sha256, recordedAt, recordedBy}: Delivery): Submission => ({
  source: format.id,
  file,
  sha256,
  recordedAt,
  recordedBy,
  rows: 0,
  held: 0,
  controlTotals: [],
});

async function take(delivery: Delivery, writer: Writer, workshop: Workshop): Promise<Outcome<Receipt, Refusal>> {
  const {store, keys, format, file, recordedAt, heldBack, accepted, answers} = delivery;
  const random = pooled(delivery.random);
  const totals = new Totals(delivery.controlTotals ?? {}, format);
  const persons = new Persons({store, writer, workshop, keys, random});
  const before = new Map(await store.sourceRows(format.id));
  const rows = new Rows({
    store,
    writer,
    workshop,
    keys,
    random,
    persons,
    totals,
    before,
    file,
    format,
    recordedAt,
    heldBack,
    accepted,
  });

  const taken = await takeAll(delivery, rows, persons, workshop);
  if (!taken.ok) return taken;
  const {read, held} = rows.counts;
  const isWhole = format.delivery === 'snapshot' && answers === undefined;
  if (read === 0 && isWhole && !delivery.takenBack) return refuse({reason: 'empty-file', file});
  const keysDiffer = rows.checkKeys();
  if (!keysDiffer.ok) return keysDiffer;
  const mostGone = delivery.acceptWithdrawals || delivery.dryRun ? 1 : format.mostWithdrawn;
  const finished = await rows.finish(isWhole, mostGone);
  if (!finished.ok) return finished;
  await persons.finish();
  writer.received(read, answers?.held ?? held, withBefore(answers, totals.reconciled()));
  writer.keyCheck(keys.check);
  return done(await receiptOf(delivery, writer, rows, totals, taken.value));
}

/** Each total of the letter, with what these rows add to it. */
const withBefore = (
  answers: Answers | undefined,
  added: readonly Reconciled[],
): readonly Submission['controlTotals'][number][] =>
  answers?.controlTotals.map((one) => {
    const more = added.find(({measure}) => measure === (one.meant ?? one.measure))?.counted ?? 0;
    return {...one, counted: one.counted + more};
  }) ?? added;

/** Every row in the order of the file; then what was found about the file, or the refusal its reading ended in. */
async function takeAll(
  delivery: Delivery,
  rows: Rows,
  persons: Persons,
  workshop: Workshop,
): Promise<Outcome<DeliveryEnd | undefined, Refusal>> {
  const ending: {end?: DeliveryEnd} = {};
  const batches = inBatches(rowsOf(delivery.rows, ending));
  for await (const batch of markedAhead(batches, workshop)) {
    const taken = await takeBatch(batch, rows, persons);
    if (!taken.ok) return taken;
    (delivery.progress ?? silent)({stage: 'receive', done: rows.counts.read});
  }
  const {end} = ending;
  return end?.refusal === undefined ? done(end) : refuse(end.refusal);
}

async function* rowsOf(delivered: AsyncIterable<Delivered>, ending: {end?: DeliveryEnd}): AsyncGenerator<DeliveredRow> {
  for await (const one of delivered) {
    if (one.kind === 'end') ending.end = one;
    else yield one;
  }
}

/** Some hundredths of a second. */
const ROWS_IN_A_BREATH = 200;

async function takeBatch({rows, marks}: Batch, taking: Rows, persons: Persons): Promise<Outcome<void, Refusal>> {
  await persons.expect(marks);
  for (const [i, row] of rows.entries()) {
    const mark = marks[i];
    if (mark === undefined) continue;
    if (i % ROWS_IN_A_BREATH === 0) await breath();
    const taken = await taking.take(row, mark);
    if (!taken.ok) return taken;
  }
  await persons.post();
  return done(undefined);
}

async function receiptOf(
  delivery: Delivery,
  writer: Writer,
  rows: Rows,
  totals: Totals,
  end: DeliveryEnd | undefined,
): Promise<Receipt> {
  const {format, file, sha256, recordedAt} = delivery;
  const {findings, ...result} = rows.result;
  const controlTotals = totals.reconciled();
  const dryRun = delivery.dryRun ?? false;
  const isHeldStill = delivery.answers !== undefined && rows.counts.held > 0;
  const kept = !dryRun && !isHeldStill && !(await isSameAgain(delivery, rows, controlTotals));
  return {
    source: format.id,
    file,
    sha256,
    recordedAt,
    ...(kept && {submission: writer.submission}),
    dryRun,
    ...result,
    controlTotals,
    findings: [...(end?.findings ?? []), ...findings, ...disagreements(file, controlTotals)],
  };
}

/** The file the source delivered last, without a covering letter or with the one it had then, and nothing to say that it did not say then. */
async function isSameAgain(
  {store, format, sha256}: Delivery,
  {counts}: Rows,
  controlTotals: readonly Reconciled[],
): Promise<boolean> {
  if (counts.new + counts.changed + counts.withdrawn > 0) return false;
  const earlier = (await store.submissions()).filter(({source}) => source === format.id);
  const before = earlier.at(-2);
  if (before?.sha256 !== sha256 || before.held !== counts.held) return false;
  return controlTotals.length === 0 || canonicalJson(before.controlTotals) === canonicalJson(controlTotals);
}
