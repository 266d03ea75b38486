/** The result of something that may be refused. A refusal is a value with facts; only defects throw. */
export type Outcome<T, R> = Done<T> | Refused<R>;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R> {
  readonly ok: false;
  readonly refusal: R;
}

export const done = <T>(value: T): Done<T> => ({ok: true, value});
export const refuse = <R>(refusal: R): Refused<R> => ({ok: false, refusal});
