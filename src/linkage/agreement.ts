/**
 * How far two reviewers agree, beyond what chance would give (Cohen's kappa), with the interval of its large-sample error.
 * The same pairs answered twice; an answer is one of several kinds.
 */
export interface Agreement {
  readonly pairs: number;
  readonly agreed: number;
  /** Undefined where chance alone agrees always: both only ever gave one and the same answer. */
  readonly kappa: number | undefined;
  /** Undefined where κ is, where the large-sample error says nothing: of few pairs, or of answers that all agree or all differ. */
  readonly interval: readonly [from: number, to: number] | undefined;
}

/** Of fewer the large-sample error is far too small. */
const FEW = 30;

const Z95 = 1.959964;

export function agreementOf(answers: readonly (readonly [first: string, second: string])[]): Agreement {
  const pairs = answers.length;
  const agreed = answers.filter(([first, second]) => first === second).length;
  const observed = agreed / Math.max(1, pairs);
  const share = (at: 0 | 1, kind: string) => answers.filter((answer) => answer[at] === kind).length / pairs;
  const kinds = [...new Set(answers.flat())];
  const chance = kinds.reduce((sum, kind) => sum + share(0, kind) * share(1, kind), 0);
  if (pairs === 0 || chance === 1) return {pairs, agreed, kappa: undefined, interval: undefined};
  const kappa = (observed - chance) / (1 - chance);
  if (pairs < FEW || agreed === 0 || agreed === pairs) return {pairs, agreed, kappa, interval: undefined};
  const error = Math.sqrt((observed * (1 - observed)) / (pairs * (1 - chance) ** 2));
  const interval = [Math.max(-1, kappa - Z95 * error), Math.min(1, kappa + Z95 * error)] as const;
  return {pairs, agreed, kappa, interval};
}
