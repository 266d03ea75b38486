/** Every refusal in words: what is so, and what would mend it. */
import type {Refusal} from '#concepts/refusal';

export type RefusalWords = {readonly [R in Refusal as R['reason']]: (refusal: R) => Said};

export interface Said {
  readonly what: string;
  /** What to do about it. */
  readonly remedy: string;
}
