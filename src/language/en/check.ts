/** What is said of a text whose figures were tested, in English. */
import type {CheckRefusal} from '#concepts/check-refusal';
import type {CheckWords} from '#language/check-words';
import type {RefusalWords} from '#language/refusal-words';

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

export const check: CheckWords = {
  summary: (file, claims, held, failed, unverified) =>
    `${file}: ${claims} ${claims === 1 ? 'claim' : 'claims'}: ${held} hold, ${failed} fail, ${unverified} cannot be tested.`,
  against: {
    nothing: 'Tested among themselves only: give --dir or --against to hold them against figures.',
    tables: (tables) => `Held against ${tables} ${tables === 1 ? 'table' : 'tables'}.`,
    internal: (year) => `Held against the internal register of ${year}: what is said here is not for publication.`,
    public: (year) => `Held against what a public edition of ${year} shows.`,
  },
  right: (value) => `should be ${value}`,
  untested: 'Not tested',
  why: {
    change: (from, to) => `the change from ${from} to ${to}, of ${from}`,
    ratio: (from, to, times) => `${to} is ${times} times ${from}`,
    share: (part, whole, percent) => `${part} of ${whole} is ${percent}`,
    aboveWhole: (part, whole) => `a part, ${part}, is larger than its whole, ${whole}`,
    parts: (sum, total, whole, rest) =>
      rest === 0
        ? `${sum} = ${total}`
        : `${sum} = ${total}, not ${whole}: ${Math.abs(rest)} ${rest > 0 ? `${rest === 1 ? 'is' : 'are'} not named` : 'too many'}`,
    percents: (sum) => `the parts are ${sum} together, not 100 per cent`,
    tableSum: (sum, printed) =>
      sum === printed ? `the rows add up to ${sum}` : `the rows add up to ${sum}, not ${printed}`,
    known: (table, cell, value) => `“${table}” has ${value}${cell === '' ? '' : ` for ${cell}`}`,
    largest: (table, label, value) => `in “${table}” the largest is ${label} with ${value}`,
    sumOfYears: (sum, distinct, table) =>
      distinct === undefined
        ? `${sum} is exactly the years of “${table}” added up: a person counted in several years is in it several times`
        : `the years of “${table}” added up are ${sum}, which are ${distinct} different persons`,
    own: (sentence) => `the statement itself says: “${sentence}”`,
    nothing: 'nothing given says what it should be',
  },
};

export const checkRefusals: Pick<RefusalWords, CheckRefusal['reason']> = {
  'text-too-large': ({file, limit}) => ({
    what: `${file} is larger, or unpacks to more, than ${megabytes(limit)}.`,
    remedy: 'Check that it is the right file; give a long text in parts.',
  }),
  'text-not-readable': ({file, fault}) => ({
    what: fault === 'encrypted' ? `${file} is locked with a password.` : `${file} is damaged and cannot be opened.`,
    remedy: fault === 'encrypted' ? 'Save it without a password.' : 'Fetch it again, or save it anew.',
  }),
  'text-without-words': ({file, scanned}) => ({
    what: scanned
      ? `${file} has pages and no text: they are pictures, as a scanner makes them.`
      : `There is no text in ${file}.`,
    remedy: scanned
      ? 'Have the text recognised first, or get the file that was printed.'
      : 'Check that it is the right file.',
  }),
};
