/** That a public edition shows next to nothing, and what would have to be told together: for the office, before it releases one. */
import type {Finding} from '#concepts/finding';
import {littleLeft} from '#disclosure/little-left';
import {isPerturbing} from '#disclosure/policy';
import type {Definitions} from '#tabulation/definitions';
import type {Draft, Request} from './produce.ts';

/** `all`: the same period, internal. */
export function littleShown(
  all: Draft,
  {cubes, protection}: Draft,
  {policy}: Request,
  {concepts}: Definitions,
): readonly Finding[] {
  if (policy.edition !== 'public' || isPerturbing(policy) || protection === undefined) return [];
  const {kept} = protection;
  const little = littleLeft(all.cubes, cubes, kept, policy);
  if (little === undefined) return [];
  // What the program itself divides by, such as questions, is in no plan.
  const collapse = little.collapse.filter(({concept}) => concepts.some(({id}) => id === concept));
  const whole = collapse.filter(({together}) => together === undefined).map(({concept}) => concept);
  const together = collapse.flatMap((one) =>
    one.together === undefined ? [] : [`${one.concept}: ${one.together.join(' + ')}`],
  );
  return [
    {
      rule: 'little-shown',
      severity: 'warning',
      facts: {figures: kept.figures, of: kept.of, smallest: policy.smallest, persons: little.persons, whole, together},
    },
  ];
}
