/** A period that ends after the register's last day: more may still be recorded of it, and the draft says so. */
import type {Finding} from '#concepts/finding';
import type {Period} from '#concepts/period';
import type {Instant} from '#kit/instant';

/** `last`: when the register as read was last added to. */
export const unfinishedPeriod = ({to}: Period, last: Instant): readonly Finding[] => {
  const day = last.slice(0, 10);
  return to > day ? [{rule: 'period-not-over', severity: 'error', facts: {to, day}}] : [];
};
