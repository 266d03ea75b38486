/** A definition in force from one day to another, both included; no `to` means still. */
import type {PlainDate} from './plain-date.ts';

export interface Dated {
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
}

export const inForce = ({from, to}: Dated, on: PlainDate): boolean => from <= on && (to === undefined || on <= to);

export const overlap = (a: Dated, b: Dated): boolean =>
  (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);

/** The row in force on a day; where the profile is checked there is at most one. */
export const findInForce = <T extends Dated>(rows: readonly T[], on: PlainDate): T | undefined =>
  rows.find((row) => inForce(row, on));
