import type {WorkbenchDecidedWords} from '../workbench-decided-words.ts';

export const workbenchDecided: WorkbenchDecidedWords = {
  title: 'Decided pairs',
  none: 'No pair has been decided.',
  count: (count) =>
    count === 1
      ? '1 pair has been decided.'
      : `${count.toLocaleString('en-GB')} pairs have been decided, the latest first.`,
  help: 'A decision can be taken back. What that moves is shown first, and the register keeps both.',
  link: 'See decided pairs',
  of: (on, other) => `Decided: ${on} and ${other}`,
  on: 'Day',
  by: 'By',
  verdict: 'Verdict',
  byPolicy: 'by the rule of the profile',
  takeBack: 'Take the decision back',
  wouldMove: 'What taking it back moves',
  movesNothing: 'No figure moves.',
  year: 'Year',
  persons: 'Persons',
  repeats: 'Repeats',
  cells: (year, count) =>
    count === 1 ? `1 figure in the tables for ${year}` : `${count} figures in the tables for ${year}`,
  more: (count) => `… and ${count} more`,
  after:
    'Where the pair was asked about, it then waits for a new decision, and until then the two are counted as two persons.',
  reason: 'Why',
  reasonHint: 'Others read it, and it stands when names are erased: write no name and no number.',
  giveReason: 'Say why.',
  takenBack: 'Taken back: what was decided no longer stands.',
  back: 'All decided pairs',
};
