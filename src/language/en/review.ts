/** What is said to whoever reviews pairs, in English. */
import type {ReviewWords} from '#language/review-words';
import {quality} from './quality.ts';

const n = (number: number) => number.toLocaleString('en');
const counted = (what: string, [before, after]: readonly [number, number]) =>
  before === after ? `${what} ${n(before)}` : `${what} ${n(before)} → ${n(after)}`;

export const review: ReviewWords = {
  found: ({records, asked, decided, dropped}) =>
    `${n(records)} records compared: ${n(asked)} pairs to be put, ${n(decided)} decided by the policy, ${n(dropped)} no longer alike.`,
  sampled: ({drawn, of, undecided}) =>
    `${n(drawn)} of ${n(of)} pairs too unlikely to be put were drawn; ${n(undecided)} of them wait to be decided.`,
  quality,
  notWritten: 'Nothing was written.',
  waiting: (pairs) => `${n(pairs)} pairs wait, the one that moves the figures most first.`,
  none: 'No pair waits.',
  head: (at, of) => `Pair ${n(at)} of ${n(of)}`,
  parts: {
    first: 'first look',
    second: 'second reviewer',
    adjudication: 'two reviewers differ',
    're-review': 'asked again',
  },
  again: 'told apart before; more is known now',
  weight: (bits, probability) => `${bits} bits, p ${probability}`,
  rows: {name: 'name', alias: 'other names', born: 'born', phone: 'telephone', decided: 'decided'},
  levels: new Map([
    ['exact', 'the same'],
    ['variant', 'spelt otherwise'],
    ['contained', 'one within the other'],
    ['close', 'close'],
    ['resembling', 'resembling'],
    ['part', 'one word of it'],
    ['one-word', 'one word in common'],
    ['first-of-january', 'the same 1 January'],
    ['swapped', 'day and month swapped'],
    ['one-digit', 'one digit differs'],
    ['near', 'near'],
    ['month-only', 'same month, no day'],
    ['year-only', 'same year, no more'],
    ['two-digits', 'two digits differ'],
    ['assessed', 'within an assessment'],
    ['within-a-year', 'within a year'],
    ['within-ten-years', 'within ten years'],
    ['one-character', 'one letter differs'],
    ['same-start', 'same beginning'],
    ['nearly', 'nearly the same'],
    ['most-words', 'most words the same'],
    ['similar', 'similar'],
    ['else', 'different'],
  ]),
  assessed: 'assessed',
  forAndAgainst: 'For █ and against ▒ (bits)',
  rest: 'fields that go together',
  nothing: 'One of the two has nothing to compare.',
  hidden: 'Names and numbers are shown on a terminal only.',
  line: (on, other, bits, part, moves) => `  ${on}  ${other}  ${bits}  ${part}; ${moves}`,
  verdicts: {
    returning: 'same person, returning',
    'same-incident': 'same incident, referred again',
    'filed-twice': 'filed twice',
    different: 'different persons',
  },
  moves: (year, persons, repeats) => `${year}: ${counted('persons', persons)}, ${counted('repeats', repeats)}`,
  movesNothing: 'moves no figure',
  openRule: 'Until it is decided they are counted as two persons.',
  settlesNothing: 'It was decided before; the answer tells how far reviewers agree, and settles nothing.',
  keys: 'r i f d  decide    s  skip    u  undo    ?  help    q  quit',
  help: [
    'r  same person, returning: one person; a decision in a later period is a repeat',
    'i  same incident: the later decision is another look at the same events: no new person, no repeat',
    'f  filed twice: the later record is the same decision, filed again: it counts for nothing',
    'd  different persons: they are kept apart, also where linkage would join them',
    's  skip: the pair waits until the next time',
    'u  undo: takes the latest answer of this sitting back; the register keeps both',
    'q  quit: what is answered is kept',
    'Each answer asks for a reason. An empty one goes back to the pair.',
  ],
  reason: (verdict) => `Why “${verdict}”?`,
  noReason: 'Nothing was decided.',
  anyKey: 'Any key goes on.',
  decidedBefore: ({on, by, verdict, reason}) => `Decided on ${on} by ${by}: ${verdict} (${reason}).`,
  recorded: (verdict) => `Decided: ${verdict}.`,
  notYet: 'Kept. The pair now waits for another reviewer.',
  undone: (pair) => `Taken back: ${pair}.`,
  nothingToUndo: 'Nothing of this sitting to take back.',
  finished: (answered, left) => `${n(answered)} answered, ${n(left)} left.`,
  agreement: ({pairs, agreed, kappa, interval}) => {
    const how =
      interval === undefined
        ? 'no interval: too few pairs, or all alike'
        : `95 per cent: ${interval[0]} to ${interval[1]}`;
    const said =
      kappa === undefined
        ? '; Cohen’s κ is undefined, since chance alone would agree'
        : `; Cohen’s κ ${kappa} (${how})`;
    return `${n(pairs)} ${pairs === 1 ? 'pair was' : 'pairs were'} answered twice, ${n(agreed)} alike${said}.`;
  },
};
