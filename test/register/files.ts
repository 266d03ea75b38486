/** Person files made by hand, for tests: facts in the order recorded. */
import {recordNumber} from '#concepts/record-number';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import type {CompetenceTable} from '#register/competence';
import type {CountingRules} from '#register/counting-rules';
import type {Assessment, Fact, Recorded} from '#register/fact';
import type {PersonFile} from '#register/person-file';

const source = {title: 'Test'};
const from = plainDate('2007-01-01');
const rule = <P>(parameters: P) => [{id: 'r', from, source, parameters}];

export const rules: CountingRules = {
  population: rule({fact: 'assessment', positive: ['victim']} as const),
  attribution: rule({take: 'first'} as const),
  reversal: rule({onTheMerits: 'count-as-assessed'} as const),
  lateDecisions: rule({policy: 'revise'} as const),
  disagreement: rule({take: ['attributed-source', 'latest-recorded']} as const),
  repetition: rule({attested: 'counts'} as const),
  age: {concept: 'age', list: 'age'},
};

export const competence: readonly CompetenceTable[] = [
  {
    from,
    source,
    decidedBy: [
      {when: {charged: true}, authority: 'court'},
      {when: {residence: ['unlawful', 'asylum-seeker']}, authority: 'us'},
      {when: {residence: ['lawful']}, authority: 'cmm'},
    ],
    whenOthersDecide: 'count-and-flag',
  },
];

export interface Said {
  readonly fact: Fact;
  readonly source?: string;
  readonly recorded?: string;
}

export function fileOf(...said: readonly (Fact | Said)[]): PersonFile {
  const record = recordNumber(1);
  return {
    record,
    facts: said.map((one, i): Recorded => {
      const {fact, source: by, recorded}: Said = 'fact' in one ? one : {fact: one};
      return {
        id: i + 1,
        record,
        recordedAt: instant(recorded ?? '2014-01-01'),
        recordedBy: 'test',
        submission: 1,
        source: by ?? 'us',
        fact,
      };
    }),
  };
}

export const assessed = (on: string, more: Partial<Omit<Assessment, 'kind' | 'on'>> = {}): Assessment => ({
  kind: 'assessment',
  on: plainDate(on),
  by: 'us',
  outcome: 'victim',
  codes: {},
  ...more,
});
