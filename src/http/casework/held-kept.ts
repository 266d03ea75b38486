/**
 * Rows held back of the file that was received last of each source, for whoever may receive that source's files. They name persons, so
 * they are in memory alone, for a working day (docs/decisions/0167).
 */
import type {HeldDelivery, HeldRow} from '#production/held-desk';
import type {Intake} from '#production/intake-desk';
import type {Bench} from '../bench.ts';

export interface KeptRows {
  readonly delivery: HeldDelivery;
  /** By their number in the file, in its order. */
  readonly rows: ReadonlyMap<number, HeldRow>;
  /** Held besides, and not kept: too many to be answered one by one. */
  readonly others: number;
  /** What was answered, by whom: a form sent twice is answered once. */
  readonly answered: ReadonlyMap<number, string>;
  readonly until: string;
}

const KEPT_MS = 8 * 60 * 60_000;
const kept = new WeakMap<Bench, Map<string, KeptRows & {readonly timer: NodeJS.Timeout}>>();

export const keptRows = (bench: Bench, source: string): KeptRows | undefined => kept.get(bench)?.get(source);

/** In place of what waited of the source before. */
export function keepRows(bench: Bench, {receipt, held}: Pick<Intake, 'receipt' | 'held'>): void {
  const {source, file, sha256, recordedAt, rows} = receipt;
  forget(bench, source);
  if (held.length === 0) return;
  const until = new Date(Date.parse(bench.effects.now()) + KEPT_MS).toISOString();
  const timer = setTimeout(() => forget(bench, source), KEPT_MS).unref();
  const all = kept.get(bench) ?? new Map();
  kept.set(bench, all);
  all.set(source, {
    delivery: {source, file, sha256, recordedAt},
    rows: new Map(held.map((one) => [one.row, one])),
    others: rows.held - held.length,
    answered: new Map(),
    until,
    timer,
  });
}

/** The row waits no longer; `how`: by whom, and as what. */
export function rowAnswered(bench: Bench, source: string, row: number, how: string): void {
  const all = kept.get(bench);
  const one = all?.get(source);
  if (all === undefined || one === undefined) return;
  const rows = new Map([...one.rows].filter(([number]) => number !== row));
  all.set(source, {...one, rows, answered: new Map([...one.answered, [row, how]])});
}

function forget(bench: Bench, source: string): void {
  clearTimeout(kept.get(bench)?.get(source)?.timer);
  kept.get(bench)?.delete(source);
}
