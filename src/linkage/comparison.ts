/**
 * One field compared (Fellegi and Sunter 1969). Values are prepared once per distinct value; two prepared values fall on
 * one of the ordered levels, so that level 0 is the strongest agreement and the last is “else”. A value that is missing
 * has no level: it says nothing for or against.
 */
export interface Comparison<P> {
  /** Ordered: the first is exact agreement, the last is everything else. Kebab-case, words are in `language/`. */
  readonly levels: readonly LevelName[];
  /** Starting m per level, as the literature has it: the prior of EM. Sums to 1. */
  readonly priorM: readonly number[];
  /** `undefined` when nothing is recorded. Several columns of one field come as one text, parted by `PART`. */
  prepare(raw: string): P | undefined;
  /** It takes so long to tell two values' level that the latest are kept. */
  readonly slow?: boolean;
  /** 0 … levels.length − 1. Symmetric. */
  level(a: P, b: P): number;
  /** The terms whose frequency is counted: the folded value, or a name's tokens. None: frequency does not matter. */
  terms?(value: P): readonly string[];
  /** Terms of further values of the same record: other names, a second number. Counted, and shared, as terms are. */
  others?(value: P): readonly string[];
  /** The terms two values share: a family name in common, an alias. Without other values, at level 0 all are shared. */
  shared?(a: P, b: P): readonly string[];
  /** Named blocking keys: pairs with a string in common under one name are candidates. `exact` is the engine's own. */
  keys?(value: P): Readonly<Record<KeyName, readonly string[]>>;
}

export type LevelName = string;
export type KeyName = string;

/** Parts the columns of a field that has several: 'Jane␟Doe'. */
export const PART = '\u001f';
/** Parts a value from its alternatives where these are a column of their own. */
export const ALTERNATIVE = ';';
