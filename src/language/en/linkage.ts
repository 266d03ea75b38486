/** What is said of a linked table, in English. */
import type {LinkageWords} from '#language/linkage-words';
import type {RefusalWords} from '#language/refusal-words';

const n = (number: number) => number.toLocaleString('en');
const s = (number: number) => (number === 1 ? '' : 's');
const were = (number: number) => (number === 1 ? 'was' : 'were');
const some = (number: number, thing: string) => `${n(number)} ${thing}${s(number)}`;

export const linkage: LinkageWords = {
  decimal: '.',
  summary: (records, pairs, clusters) =>
    `${some(records, 'record')}: ${some(pairs, 'pair')} linked, ${some(clusters, 'cluster')}.`,
  review: (pairs) => `${some(pairs, 'pair')} to look at.`,
  compared: (pairs) => (pairs === 1 ? 'The one pair was compared.' : `All ${n(pairs)} pairs were compared.`),
  noneCompared: (identical) =>
    identical
      ? 'The linked records say the same in every field; no two that differ were compared.'
      : 'No two records were compared.',
  blocked: (pairs, recall) =>
    recall === undefined
      ? `${some(pairs, 'pair')} ${were(pairs)} compared, by rules that are usual: none of them was likely enough to tell how many matches they find.`
      : `${some(pairs, 'pair')} ${were(pairs)} compared, by these rules; they are expected to find ${recall} of the matches:`,
  rule: (name, pairs, recall) => `  ${name}: about ${some(pairs, 'pair')}${recall === undefined ? '' : `, ${recall}`}`,
  oversized: (blocks, pairs) =>
    `${some(blocks, 'block')} with ${some(pairs, 'pair')} ${were(blocks)} too large to compare and ${were(blocks)} left out.`,
  identical: (groups, records) =>
    `${some(groups, 'group')} of identical records (${n(records)} in all) ${groups === 1 ? 'is' : 'are'} told by the pairs with the first.`,
  unsaid: (groups, records) =>
    `${some(groups, 'group')} of identical records (${n(records)} in all) ${groups === 1 ? 'says' : 'say'} too little to be one person, and ${were(groups)} compared by the first.`,
  silent: (records) => `${some(records, 'record')} ${records === 1 ? 'has' : 'have'} nothing to compare.`,
  repeatedIds: (rows) => `${some(rows, 'row')} ${rows === 1 ? 'has' : 'have'} an id that an earlier row has.`,
  lambda: (share, expected) =>
    `λ ${share}: about ${expected === 1 ? '1 match' : `${n(expected)} matches`} in the file.`,
  field: (name, known) => `${name}, known in ${some(known, 'record')}:`,
  level: (name, m, u, weight) => `  ${name}  m ${m}  u ${u}  ${weight}`,
  start: 'prior odds (λ)',
  missing: 'missing',
  frequency: 'frequency',
  sum: 'weight',
  proven: 'proven by an identifier',
  encoded: {
    newKey: (path) =>
      `The key is in ${path}. Whoever has it can find whether a person is in a list: give it to the other agencies by another way than the lists, never to the office that links, and make a new one for each exchange.`,
    written: (rows, path) => `${some(rows, 'row')} encoded in ${path}.`,
    wouldWrite: (rows, path) => `${some(rows, 'row')} would be encoded in ${path}; nothing was written.`,
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
    'too-few-matches': ({matches}) =>
      `About ${matches === 1 ? '1 match' : `${n(matches)} matches`}: too few to estimate m, which leans on the prior.`,
    'nothing-to-compare': () => 'No field to compare.',
    'identical-records': ({blocks, records, largest}) =>
      `${n(records)} rows say the same as many others in every field${blocks === 1 ? '' : ` (${n(blocks)} blocks, the largest of ${n(largest)} rows)`}. The model is estimated as if there were five of each. See whether they are one person, a default value, or a file read twice over.`,
    contradiction: ({pairs}) =>
      `${some(pairs, 'pair')} ${pairs === 1 ? 'has' : 'have'} one proving identifier and nothing else alike; ${pairs === 1 ? 'it is not' : 'none of them is'} linked.`,
  },
};

/** Of a file of persons, which no register receives and no agency need have sent. */
export const tableRefusals: Pick<RefusalWords, 'bad-threshold' | 'table-faulty'> = {
  'bad-threshold': ({file, key, fault, link, review}) =>
    fault === 'no-probability'
      ? {
          what: `${file}: \`thresholds.${key}\` is ${key === 'link' ? link : review}, which is no probability.`,
          remedy: `Give \`thresholds.${key}\` a number between 0 and 1, or leave it out.`,
        }
      : {
          what: `${file}: \`thresholds.review\` is ${review} and \`thresholds.link\` ${link}, so nobody would look at a pair.`,
          remedy: 'Let `thresholds.review` be below `thresholds.link`, or leave it out.',
        },
  'table-faulty': (refusal) => {
    const {file} = refusal;
    switch (refusal.fault) {
      case 'empty':
        return {
          what: `${file} is empty.`,
          remedy: 'Name a file with a first row of column names and a row for each record.',
        };
      case 'cells-too-few':
      case 'cells-too-many': {
        const {row, cells, columns} = refusal;
        return {
          what: `${file}, row ${n(row)}: ${n(cells)} cell${s(cells)} under ${n(columns)} heading${s(columns)}.`,
          remedy: `${refusal.fault === 'cells-too-few' ? 'Give every row as many cells as there are headings, empty ones too, or export the file again' : 'Put text that holds the delimiter in quotation marks, or export the file again'}. ${NOTHING}`,
        };
      }
      case 'unknown-encoding':
        return {
          what: `${file} is neither UTF-8 nor Windows-1252 (line ${n(refusal.row)}).`,
          remedy: `Save it as CSV in UTF-8. ${NOTHING}`,
        };
      case 'quote-not-closed':
      case 'quote-inside-cell':
      case 'endless-line':
        return {
          what: `${file} cannot be read from row ${n(refusal.row)} on: ${UNREADABLE[refusal.fault]}.`,
          remedy: `Mend the quotation marks in the row, or export the file again. ${NOTHING}`,
        };
    }
  },
};

const NOTHING = 'Nothing was linked or written.';
const UNREADABLE = {
  'quote-not-closed': 'a quotation mark is never closed',
  'quote-inside-cell': 'text follows a closed quotation mark',
  'endless-line': 'a line has no end',
} as const;
