/** What is said of how well the linkage does, in English. */
import type {QualityWords} from '#language/quality-words';

const STRATA: ReadonlyMap<string, string> = new Map([
  ['over-1-in-10', 'over 10 %, not put'],
  ['over-1-in-100', 'over 1 %, not put'],
  ['over-1-in-1000', 'over 0.1 %, not put'],
]);

export const quality: QualityWords = {
  head: (day, link, review) =>
    `How well persons who are the same are found, as at ${day} (linked from p ${link}, put from p ${review}; 95 per cent intervals).`,
  columns: ['pairs', 'all', 'decided', 'one person', 'share', 'interval'],
  parts: {
    link: 'as likely as linked ones',
    clerical: 'between the thresholds',
    identifier: 'by an identifier, unreviewed',
    weight: 'by weight, unreviewed',
    through: 'one person through others',
  },
  stratum: (stratum, of) => `drawn of ${of}: ${STRATA.get(stratum) ?? stratum}`,
  precision: 'Precision: of linked pairs, those that are one person',
  recall: {
    linked: 'Recall: of pairs that are one person, those linked',
    put: 'Recall: of pairs that are one person, those linked or put to the office',
  },
  beyond: (expected) =>
    `Not in these figures: pairs less likely than 0.1 per cent, of which none was looked at; by the model ${expected} of them are one person.`,
  origins: 'By origin (citizenship of the two):',
  originColumns: ['origin', 'decided', 'precision', 'recall, linked or put'],
  tooFew: (least) => `too few: under ${least}`,
  differing: 'of two origins',
  unknown: 'not known',
  none: 'not known',
  interval: (from, to) => `${from} to ${to}`,
  missing: {
    'nothing-decided': 'No pair has been decided by a reviewer: decide some with opgor review.',
    'no-sample':
      'What is missed is not known: opgor review --sample 100 draws pairs that are too unlikely to be put, to be answered with opgor review.',
    'sample-older':
      'The sample is older than the latest comparison: draw again with opgor review --sample N; what was answered is kept.',
    undecided: (pairs) => `${pairs} pairs wait for a decision: the intervals of recall have room for any answer.`,
    'sample-undecided': (pairs) =>
      `${pairs} pairs of the sample wait for a decision: the intervals of recall have room for any answer.`,
    'decided-by-weight': (pairs) =>
      `${pairs} pairs were decided by their weight, and nobody looked: precision says nothing of them, and the intervals of recall have room for any answer.`,
  },
  forStatement: 'For the quality section:',
  statement: (precision, recall) =>
    [
      precision === undefined
        ? 'How many of the linked pairs of records are one person has not been estimated.'
        : `Of the pairs of records that the linkage joins and reviewers have decided, ${precision} are of one person.`,
      recall === undefined
        ? 'How many pairs of one person were not found has not been estimated.'
        : `Of all pairs of records of one person an estimated ${recall} were found.`,
    ].join(' '),
  estimate: (share, from, to) => `${share} (95 per cent interval: ${from} to ${to})`,
};
