/** Which codes to tell together in public editions, proposed from the years the register has. Nothing is written: a plan is the office's. */
import {dump} from 'js-yaml';
import type {Labels} from '#concepts/labels';
import {yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {RollUp} from '#concepts/roll-up';
import {loadSolver} from '#disclosure/linear-program';
import type {Naming} from '#disclosure/plan-lines';
import {isPerturbing, type PublicPolicy} from '#disclosure/policy';
import {type Proposal, proposePlan} from '#disclosure/propose-plan';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {languages} from '#language/language';
import type {PlanWords} from '#language/protection-words';
import {countedYears} from './counted-years.ts';
import type {Effects} from './effects.ts';
import {closed, readHistory} from './history.ts';
import {policyOn} from './policy-on.ts';
import type {Progress} from './progress.ts';
import {openRegister, withStore} from './workspace.ts';

export type {LineOfPlan, Proposal, YearOfPlans} from '#disclosure/propose-plan';

export interface PlanRequest {
  /** The last; undefined: the last that was over when the register was last added to. */
  readonly year: number | undefined;
  readonly fromYear: number | undefined;
  readonly asAt: Instant | undefined;
}

export interface ProposedPlan extends Proposal {
  readonly policy: PublicPolicy;
  /** As it stands under `rolled-up`. */
  readonly yaml: string;
}

/** Refused: `nothing-to-count`, `no-public-policy`, `policy-changes-figures`. */
export async function planFor(
  folder: string,
  {year, fromYear, asAt}: PlanRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<ProposedPlan, Refusal>> {
  return withStore(await openRegister(folder), async ({store, profile, folder}) => {
    const cutOff = asAt ?? (await store.latest());
    const last = year ?? (cutOff === undefined ? profile.firstYear : Number(cutOff.slice(0, 4)) - 1);
    const period = yearPeriod(last);
    const policy = policyOn(profile, period, 'public');
    if (policy?.edition !== 'public') return refuse({reason: 'no-public-policy', on: period.to});
    if (isPerturbing(policy)) return refuse({reason: 'policy-changes-figures', on: period.to});
    const history = await readHistory(folder, undefined, effects.now());
    if (!history.ok) return history;
    const first = Math.max(profile.firstYear, fromYear ?? profile.firstYear);
    const asked = Array.from({length: Math.max(0, last - first + 1)}, (_, i) => first + i);
    if (cutOff === undefined) return refuse({reason: 'nothing-to-count', period: String(last)});
    const defined = closed(profile, history.value.closings);
    const years = await countedYears(() => store.personFiles(cutOff), defined, asked, await loadSolver(), progress);
    if (years.length === 0) return refuse({reason: 'nothing-to-count', period: asked.join()});
    const proposal = proposePlan(years, policy, NAMING, (plans) => progress({stage: 'solve', done: plans}));
    return done({...proposal, policy, yaml: planYaml(proposal.plan)});
  });
}

export const planYaml = (plan: readonly RollUp[]): string =>
  plan.length === 0
    ? '[]'
    : dump(
        plan.map(({concept, tables, into, labels, keep, codes}) => ({
          ...{concept, ...(tables === undefined ? {} : {tables}), into, labels},
          ...(keep === undefined ? {} : {keep}),
          ...(codes === undefined ? {} : {codes}),
        })),
        {flowLevel: 2, lineWidth: -1},
      ).trimEnd();

const inBoth = (say: (words: PlanWords, tag: keyof Labels) => string): Labels => ({
  da: say(languages.da.protection.plan, 'da'),
  en: say(languages.en.protection.plan, 'en'),
});

export const NAMING: Naming = {
  other: (concept) => inBoth(({other}, tag) => other(concept[tag])),
  otherOrUnknown: (concept, unknown) => inBoth((words, tag) => words.otherOrUnknown(concept[tag], unknown[tag])),
  ages: (from, to) => inBoth(({ages}) => ages(from, to)),
};
