/** What is said of tables that were attacked. Derivations are sums in the tables' own codes and need few words. */
export interface AttackWords {
  readonly summary: (tables: number, cells: number, withheld: number, recovered: number) => string;
  /** Of tables, and of measures of tables, that hold no counts. */
  readonly leftOut: Readonly<
    Record<'shares-or-differences' | 'figures-about-figures' | 'nothing-told', (names: readonly string[]) => string>
  >;
  /** No two tables are known to count the same persons. */
  readonly eachByItself: string;
  readonly contradictions: (number: number) => string;
  readonly contradiction: string;
  readonly setAside: string;
  readonly unproven: (cells: number) => string;
  readonly unfinished: string;
  readonly circle: string;
  readonly outer: string;
  /** After equations that whole numbers do not satisfy. */
  readonly noWhole: string;
  readonly together: string;
  /** What a line has that no cell tells. */
  readonly rest: string;
}
