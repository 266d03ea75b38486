/** Every refusal in words: what is so, and what would mend it. */
import type {Refusal, RefusalReason} from '#concepts/refusal';

type ByReason = {readonly [R in Refusal as R['reason']]: R};
/** A refusal of one reason, in the form that lets its words be looked up without a cast. */
export type RefusalOf<K extends RefusalReason = RefusalReason> = {
  [P in K]: {readonly reason: P} & ByReason[P];
}[K];

export type RefusalWords = {readonly [K in RefusalReason]: (refusal: RefusalOf<K>) => Said};

export interface Said {
  readonly what: string;
  /** What to do about it. */
  readonly remedy: string;
}

export const sayRefusal = <K extends RefusalReason>(words: RefusalWords, refusal: RefusalOf<K>): Said =>
  words[refusal.reason](refusal);
