/** What is said to whoever decides who is the same person: what it moves, what stands against it, what was recorded. */
export interface IdentityWords {
  readonly head: (on: string, other: string, verdict: string) => string;
  readonly takeBack: string;
  readonly before: (verdict: string) => string;
  readonly moves: (year: number, persons: readonly [number, number], repeats: readonly [number, number]) => string;
  readonly movesNothing: string;
  readonly sure: string;
  readonly recorded: string;
  readonly takenBack: string;
  /** It was decided so before. */
  readonly stands: string;
  readonly notRecorded: string;
}
