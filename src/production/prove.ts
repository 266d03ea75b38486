/**
 * Proves the tables (GSBPM 6.2): every identity the engine finds between them, every table recounted in SQL over the facts,
 * and published totals of years that the register counts too. What does not hold is a finding, never an adjustment.
 */
import type {Finding} from '#concepts/finding';
import type {Profile} from '#profile/profile';
import {prove as proveIdentities} from '#tabulation/identities';
import type {Proof} from '#tabulation/proof';
import {disagreements, reconcilePublished} from '#tabulation/reconcile';
import type {Counted} from './count.ts';
import type {Progress} from './progress.ts';

/** A second count of the same tables by other means: the findings where it differs. */
export type Recount = (counted: Counted) => Promise<Recounted>;

export interface Recounted {
  readonly findings: readonly Finding[];
  /** Cells counted both ways. */
  readonly cells: number;
}

export interface Proven {
  readonly proofs: readonly Proof[];
  readonly recounted: number;
  readonly findings: readonly Finding[];
}

export async function prove(counted: Counted, profile: Profile, recount: Recount, progress: Progress): Promise<Proven> {
  const {cubes, units, byYear} = counted;
  const proofs = proveIdentities(cubes, profile, units);
  progress({stage: 'prove', done: proofs.length});
  const recordsOf = (_: unknown, year: number | undefined) =>
    year === undefined ? units : (byYear.find((one) => one.year === year)?.records ?? []);
  const again = await recount(counted);
  return {
    proofs,
    recounted: again.cells,
    findings: [
      ...disagreements(proofs, profile.tables, profile, recordsOf),
      ...again.findings,
      ...reconcilePublished(cubes, profile.published),
    ],
  };
}
