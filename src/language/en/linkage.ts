/** What is said of a linked table, in English. */
import type {LinkageWords} from '#language/linkage-words';

const n = (number: number) => number.toLocaleString('en');

export const linkage: LinkageWords = {
  summary: (records, pairs, clusters) => `${n(records)} records: ${n(pairs)} pairs linked, ${n(clusters)} clusters.`,
  review: (pairs) => `${n(pairs)} pairs to look at.`,
  compared: (pairs) => `All ${n(pairs)} pairs were compared.`,
  blocked: (pairs, recall) =>
    `${n(pairs)} pairs were compared, by these rules; they are expected to find ${recall} of the matches:`,
  rule: (name, pairs, recall) => `  ${name}: about ${n(pairs)} pairs, ${recall}`,
  oversized: (blocks, pairs) =>
    `${n(blocks)} blocks with ${n(pairs)} pairs were too large to compare and were left out.`,
  identical: (groups, records) =>
    `${n(groups)} groups of ${n(records)} identical records are told by the pairs with their first.`,
  unsaid: (groups, records) =>
    `${n(groups)} groups of ${n(records)} identical records say too little to be one person; they were compared by their first.`,
  silent: (records) => `${n(records)} records have nothing to compare.`,
  repeatedIds: (rows) => `${n(rows)} rows have an id that an earlier row has.`,
  lambda: (share, expected) => `λ ${share}: about ${n(expected)} matches in the table.`,
  field: (name, known) => `${name}, known in ${n(known)} records:`,
  level: (name, m, u, weight) => `  ${name}  m ${m}  u ${u}  ${weight}`,
  start: 'prior odds (λ)',
  missing: 'missing',
  frequency: 'frequency',
  sum: 'weight',
  proven: 'proven by an identifier',
  warnings: {
    'm-below-u': ({field}) =>
      `${field}: EM found agreement less frequent among matches than by chance; the prior stands in for it.`,
    'not-monotone': ({field}) =>
      `${field}: EM had a weaker agreement weigh more than a stronger; levels out of order share one weight.`,
    'lambda-far-from-deterministic': ({lambda, deterministic}) =>
      `EM finds λ ${lambda.toExponential(1)}, exact agreement on two fields ${deterministic.toExponential(1)}: look at pairs near the threshold before you rely on it.`,
    'too-few-matches': ({matches}) => `About ${n(matches)} matches: too few to estimate m, which leans on the prior.`,
    'nothing-to-compare': () => 'No field to compare.',
    contradiction: ({pairs}) =>
      `${n(pairs)} pairs have one proving identifier and nothing else alike; none of them is linked.`,
  },
};
