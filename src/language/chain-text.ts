/** A chain of decisions, each beginning where the one before it ended: `P-000001-9 = P-000002-7 ≠ P-000005-1`. */
interface Link {
  readonly on: string;
  readonly other: string;
  readonly verdict: string;
}

export const chainText = (chain: readonly Link[]): string =>
  [chain[0]?.on ?? '', ...chain.map(({other, verdict}) => `${verdict === 'different' ? '≠' : '='} ${other}`)].join(' ');
