/**
 * Proves the tables (GSBPM 6.2): every identity the engine finds between them, and published totals of years that the register
 * counts too. Beside it every table is recounted in SQL over the facts. What does not hold is a finding, never an adjustment.
 */
import type {Finding} from '#concepts/finding';
import {calendarYear} from '#concepts/period';
import type {Profile} from '#profile/profile';
import {prove as proveIdentities} from '#tabulation/identities';
import type {Proof} from '#tabulation/proof';
import {disagreements, type RecordsOf, reconcilePublished} from '#tabulation/reconcile';
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
  readonly findings: readonly Finding[];
}

export async function prove(counted: Counted, profile: Profile, progress: Progress): Promise<Proven> {
  const {cubes, units} = counted;
  const proofs = proveIdentities(cubes, profile, units);
  progress({stage: 'prove', done: proofs.length});
  return {
    proofs,
    findings: [
      ...(await disagreements(proofs, profile.tables, profile, unitsBehind(counted))),
      ...reconcilePublished(cubes, profile.published),
    ],
  };
}

/** Those of the period are at hand; of another year they are worked out again, once. */
function unitsBehind({units, period, unitsIn}: Counted): RecordsOf {
  const found = new Map<number, ReturnType<RecordsOf>>();
  return async (_, year) => {
    if (year === undefined || year === calendarYear(period)) return units;
    const ofYear = found.get(year) ?? unitsIn(year);
    found.set(year, ofYear);
    return ofYear;
  };
}
