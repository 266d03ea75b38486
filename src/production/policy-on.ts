/** What a profile lets an edition show. */
import type {Period} from '#concepts/period';
import type {RollUp} from '#concepts/roll-up';
import type {Policy} from '#disclosure/policy';
import {findInForce} from '#kit/dated';
import type {Profile} from '#profile/profile';

/** Of an edition for within the house, that all is shown; of a public one, what the profile has in force when the period ends. */
export const policyOn = ({policies}: Profile, {to}: Period, kind: Policy['edition']): Policy | undefined =>
  kind === 'internal'
    ? {edition: kind}
    : findInForce(
        policies.filter(({parameters}) => parameters.edition === kind),
        to,
      )?.parameters;

/** What it tells together. */
export function planOn(profile: Profile, period: Period, kind: Policy['edition']): readonly RollUp[] {
  const policy = policyOn(profile, period, kind);
  return policy?.edition === 'public' ? policy.rolledUp : [];
}
