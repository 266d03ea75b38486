/** What is said to whoever reviews pairs: what was found, the pair side by side, the keys, what a verdict would move. */
import type {QualityWords} from './quality-words.ts';

export interface ReviewWords {
  readonly found: (facts: {
    readonly records: number;
    readonly asked: number;
    readonly decided: number;
    readonly dropped: number;
  }) => string;
  /** A sample of what is not put. */
  readonly sampled: (facts: {readonly drawn: number; readonly of: number; readonly undecided: number}) => string;
  readonly quality: QualityWords;
  readonly notWritten: string;
  readonly waiting: (pairs: number) => string;
  readonly none: string;
  readonly head: (at: number, of: number) => string;
  readonly parts: Readonly<Record<'first' | 'second' | 'adjudication' | 're-review', string>>;
  readonly again: string;
  readonly weight: (bits: string, probability: string) => string;
  readonly rows: Readonly<Record<'name' | 'alias' | 'born' | 'phone' | 'decided', string>>;
  readonly assessed: string;
  /** How a level of agreement is called, by its name in the model. */
  readonly levels: ReadonlyMap<string, string>;
  readonly forAndAgainst: string;
  readonly nothing: string;
  /** What fields that lean on one another move besides. */
  readonly rest: string;
  readonly hidden: string;
  /** One of the queue, without a name. */
  readonly line: (on: string, other: string, bits: string, part: string, moves: string) => string;
  readonly verdicts: Readonly<Record<'returning' | 'same-incident' | 'filed-twice' | 'different', string>>;
  readonly moves: (year: number, persons: readonly [number, number], repeats: readonly [number, number]) => string;
  readonly movesNothing: string;
  readonly openRule: string;
  readonly settlesNothing: string;
  readonly keys: string;
  readonly help: readonly string[];
  readonly reason: (verdict: string) => string;
  readonly noReason: string;
  readonly anyKey: string;
  readonly recorded: (verdict: string) => string;
  /** Of a pair that was decided. */
  readonly decidedBefore: (decision: {
    readonly on: string;
    readonly by: string;
    readonly verdict: string;
    readonly reason: string;
  }) => string;
  readonly notYet: string;
  readonly undone: (pair: string) => string;
  readonly nothingToUndo: string;
  readonly finished: (answered: number, left: number) => string;
  readonly agreement: (facts: {
    readonly pairs: number;
    readonly agreed: number;
    readonly kappa: string | undefined;
    /** Undefined: there is none, of few pairs or where all agree or all differ. */
    readonly interval: readonly [from: string, to: string] | undefined;
  }) => string;
}
