/** How much an agency's file may cost. Real ones are a hundredth of this; what is beyond is damaged or made to do harm. */
export interface Limits {
  /** What a spreadsheet's parts may inflate to, all together. */
  readonly inflatedBytes: number;
  /** The largest spreadsheet as sent. A CSV has no limit: it is read as it arrives. */
  readonly fileBytes: number;
  /** Filled cells, repeated ones counted as often as they are repeated. */
  readonly cells: number;
  /** The reader's time and memory. */
  readonly seconds: number;
  readonly megabytes: number;
}

export const LIMITS: Limits = {
  inflatedBytes: 256_000_000,
  fileBytes: 128_000_000,
  cells: 5_000_000,
  seconds: 60,
  megabytes: 2_048,
};
