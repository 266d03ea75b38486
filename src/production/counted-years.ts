/** Years as a public edition of each would have them before anything is told together, none beside another. */
import {yearPeriod} from '#concepts/period';
import type {CountedYear} from '#disclosure/kept-by-plan';
import type {Against} from '#disclosure/withhold';
import type {Profile} from '#profile/profile';
import {asApplicable} from '#tabulation/applicable';
import {spanOf} from '#tabulation/identities';
import {count} from './count.ts';
import type {Progress} from './progress.ts';
import type {ReadRegister} from './revise.ts';

/** Seconds after which the attack on one year gives up, and nothing is proven. */
const LONGEST = 600;

/** Without those the register has nobody of. */
export async function countedYears(
  files: () => ReturnType<ReadRegister>,
  profile: Profile,
  years: readonly number[],
  highs: Against['highs'],
  progress: Progress,
): Promise<readonly CountedYear[]> {
  const counted: CountedYear[] = [];
  for (const year of years) {
    const {units, cubes, restated} = await count(files, profile, yearPeriod(year), progress);
    if (units.length === 0) continue;
    counted.push({
      year,
      cubes: [...cubes, ...restated].map(asApplicable),
      against: {
        definitions: profile,
        earlier: [],
        spanOf: (unit, period) => spanOf(unit, period, units),
        highs,
        explain: false,
        effort: {secondsLeft: () => LONGEST, progress: () => undefined},
      },
    });
  }
  return counted;
}
