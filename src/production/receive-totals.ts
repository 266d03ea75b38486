/** The covering letter's control totals beside what the accepted rows come to. */

import type {Finding} from '#concepts/finding';
import {type RecordNumber, serialOf} from '#concepts/record-number';
import type {ControlTotal, SourceFormat} from '#intake/source-format';
import type {Reconciled} from './receive-receipt.ts';

export type ControlTotals = Readonly<Record<string, number>>;

/** The measures given that the source's layout does not count. */
export const unknownMeasures = (given: ControlTotals, format: SourceFormat): readonly string[] =>
  Object.keys(given).filter((measure) => findTotal(measure, format) === undefined);

/** Every form a measure may be given in. */
export const measuresOf = ({controlTotals}: SourceFormat): readonly string[] =>
  controlTotals.flatMap(({measure, year}) => (year === undefined ? [measure] : [measure, `${measure}-YYYY`]));

const findTotal = (measure: string, {controlTotals}: SourceFormat): ControlTotal | undefined =>
  controlTotals.find((total) => total.measure === measure) ??
  controlTotals.find((total) => total.year !== undefined && measure.replace(YEAR, '') === total.measure);

export class Totals {
  readonly #given: ControlTotals;
  readonly #sums = new Map<string, number>();
  readonly #persons = new Map<string, Set<number>>();

  readonly #formats: ReadonlyMap<string, ControlTotal>;

  constructor(given: ControlTotals, format: SourceFormat) {
    this.#given = given;
    const known = Object.keys(given).flatMap((measure) => {
      const total = findTotal(measure, format);
      return total === undefined ? [] : [[measure, total] as const];
    });
    this.#formats = new Map(known);
  }

  add(totals: ControlTotals, record: RecordNumber): void {
    for (const {measure, counts} of new Set(this.#formats.values()))
      for (const [said, adds] of Object.entries(totals)) {
        if (said !== measure && said.replace(YEAR, '') !== measure) continue;
        if (counts !== 'persons') this.#sums.set(said, (this.#sums.get(said) ?? 0) + adds);
        else if (adds > 0) this.#persons.set(said, (this.#persons.get(said) ?? new Set()).add(serialOf(record)));
      }
  }

  reconciled(): readonly Reconciled[] {
    return Object.entries(this.#given).map(([asked, given]) => {
      const measure = this.#meant(asked);
      const counted = this.#persons.get(measure)?.size ?? this.#sums.get(measure) ?? 0;
      return {
        measure: asked,
        ...(measure !== asked && {meant: measure}),
        given,
        counted,
        difference: counted - given,
      };
    });
  }

  /** A measure kept per year and given without one is about the latest year in the file: what a covering letter is about. */
  #meant(asked: string): string {
    const total = this.#formats.get(asked);
    if (total?.year === undefined || YEAR.test(asked)) return asked;
    const perYear = [...this.#persons.keys(), ...this.#sums.keys()].filter(
      (said) => YEAR.test(said) && said.replace(YEAR, '') === asked,
    );
    return perYear.sort().at(-1) ?? asked;
  }
}

const YEAR = /-\d{4}$/;

export const disagreements = (file: string, totals: readonly Reconciled[]): readonly Finding[] =>
  totals
    .filter(({difference}) => difference !== 0)
    .map(({meant, ...total}) => ({
      rule: 'control-total-disagrees',
      severity: 'error',
      facts: {file, ...total, measure: meant ?? total.measure},
    }));
