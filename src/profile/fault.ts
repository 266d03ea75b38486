/** A fault in a profile: an error at a file and line, whose words say what would mend it. */
import type {Facts, Finding, ProfileRule} from '#concepts/finding';

export interface Place {
  readonly file: string;
  /** Counted from 1; 0: the file as a whole. */
  readonly line: number;
}

export const fault = (rule: ProfileRule, {file, line}: Place, facts: Facts = {}): Finding => ({
  rule,
  severity: 'error',
  facts: {file, line, ...facts},
});

/** What a reader makes of a file: what could be read, and every fault met on the way. */
export interface Reading<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** A definition and where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly place: Place;
  /** Where a part of it stands. */
  readonly at: (path: readonly PropertyKey[]) => Place;
}

export const located = <T>(value: T, place: Place): Located<T> => ({value, place, at: () => place});
