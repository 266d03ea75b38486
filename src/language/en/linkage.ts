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
  encoded: {
    newKey: (path) =>
      `The key is in ${path}. Whoever has it can find whether a person is in a list: give it to the other agencies by another way than the lists, never to the office that links, and make a new one for each exchange.`,
    written: (rows, path) => `${n(rows)} rows encoded in ${path}.`,
    wouldWrite: (rows, path) => `${n(rows)} rows would be encoded in ${path}; nothing was written.`,
    columns: (names) => `Columns: ${names}.`,
    field: (name, encoded, missing, unread) =>
      `${name}: ${n(encoded)} encoded, ${n(missing)} not recorded${unread === 0 ? '' : `, ${n(unread)} that cannot be read and are left empty`}.`,
    leftOut: (part) => `Not in the list: ${part}; an encoded value has no alternatives.`,
    ids: {
      row: 'id is the list’s name and the row’s 0-based number in the file: only who has the file knows the person.',
      keyed: 'id is the id under the key: who has the key can find it by trying ids.',
      'as-is': 'id is as in the file: see to it that it does not itself identify (no CPR, no alien’s number).',
    },
    order:
      'The rows stand in the order of the file: if that is by name, it tells of names. Such a list is still personal data.',
    policy: 'To link lists of these fields, put together under one header, with `opgor link`:',
  },
  warnings: {
    'm-below-u': ({field}) =>
      `${field}: EM found agreement less frequent among matches than by chance; the prior stands in for it.`,
    'not-monotone': ({field}) =>
      `${field}: EM had a weaker agreement weigh more than a stronger; levels out of order share one weight.`,
    'lambda-far-from-deterministic': ({lambda, deterministic}) =>
      `EM finds λ ${lambda.toExponential(1)}, exact agreement on two fields ${deterministic.toExponential(1)}: look at pairs near the threshold before you rely on it.`,
    'too-few-matches': ({matches}) => `About ${n(matches)} matches: too few to estimate m, which leans on the prior.`,
    'nothing-to-compare': () => 'No field to compare.',
    'identical-records': ({blocks, records, largest}) =>
      `${n(records)} rows say the same as many others in every field${blocks === 1 ? '' : ` (${n(blocks)} blocks, the largest of ${n(largest)} rows)`}. The model is estimated as if there were five of each. See whether they are one person, a default value, or a file read twice over.`,
    contradiction: ({pairs}) =>
      `${n(pairs)} pairs have one proving identifier and nothing else alike; none of them is linked.`,
  },
};
