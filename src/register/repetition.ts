/**
 * “Genganger”: assessed in an earlier period. Known because the register holds the earlier assessment (`linked`), because a
 * source says so (`attested`), or not known either way (`unknown`). The split is stated.
 */

import type {Code} from '#concepts/code-list';
import type {Period} from '#concepts/period';
import {yearOf} from '#kit/plain-date';
import {type Counting, countingFacts, ruleOn} from './assessments.ts';
import {type PersonFile, standing} from './person-file.ts';

export function repetitionOf(file: PersonFile, counting: Counting, period: Period): Code {
  const {rules} = counting;
  if (countingFacts(file, counting, period.to).some(({fact}) => fact.on < period.from)) return 'linked';
  if (ruleOn(rules.repetition, period.to)?.attested === 'ignored') return 'first-time';
  const said = standing(file, 'attestation').map(({fact}) => fact);
  const before = said.filter(({on, year}) => (year === undefined ? on <= period.to : year < yearOf(period.from)));
  if (before.some(({earlier}) => earlier === 'yes')) return 'attested';
  return before.some(({earlier}) => earlier === 'unknown') ? 'unknown' : 'first-time';
}
