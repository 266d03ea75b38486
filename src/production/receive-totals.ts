/** The covering letter's control totals beside what the accepted rows come to. */

import type {Finding} from '#concepts/finding';
import {type RecordNumber, serialOf} from '#concepts/record-number';
import type {ControlTotal, SourceFormat} from '#intake/source-format';
import type {Reconciled} from './receive-receipt.ts';

export type ControlTotals = Readonly<Record<string, number>>;

/** The measures given that the source's layout does not count. */
export const unknownMeasures = (given: ControlTotals, format: SourceFormat): readonly string[] =>
  Object.keys(given).filter((measure) => findTotal(measure, format) === undefined);

const findTotal = (measure: string, {controlTotals}: SourceFormat): ControlTotal | undefined =>
  controlTotals.find((total) => total.measure === measure) ??
  controlTotals.find((total) => total.year !== undefined && measure.replace(/-\d{4}$/, '') === total.measure);

export class Totals {
  readonly #given: ControlTotals;
  readonly #sums = new Map<string, number>();
  readonly #persons = new Map<string, Set<number>>();

  constructor(given: ControlTotals, format: SourceFormat) {
    this.#given = given;
    for (const measure of Object.keys(given)) {
      if (findTotal(measure, format)?.counts === 'persons') this.#persons.set(measure, new Set());
      else this.#sums.set(measure, 0);
    }
  }

  add(totals: ControlTotals, record: RecordNumber): void {
    for (const [measure, sum] of this.#sums) this.#sums.set(measure, sum + (totals[measure] ?? 0));
    for (const [measure, persons] of this.#persons) if ((totals[measure] ?? 0) > 0) persons.add(serialOf(record));
  }

  reconciled(): readonly Reconciled[] {
    return Object.entries(this.#given).map(([measure, given]) => {
      const counted = this.#persons.get(measure)?.size ?? this.#sums.get(measure) ?? 0;
      return {measure, given, counted, difference: counted - given};
    });
  }
}

export const disagreements = (file: string, totals: readonly Reconciled[]): readonly Finding[] =>
  totals
    .filter(({difference}) => difference !== 0)
    .map((total) => ({rule: 'control-total-disagrees', severity: 'error', facts: {file, ...total}}));
