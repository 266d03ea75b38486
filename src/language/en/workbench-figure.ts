import type {WorkbenchFigureWords} from '../workbench-figure-words.ts';

export const workbenchFigure: WorkbenchFigureWords = {
  title: 'What the figure is',
  what: 'Definition',
  table: 'Table',
  of: 'Of them',
  total: 'in all',
  base: 'Who is counted',
  unit: 'Unit',
  universe: 'Limited to',
  everybody: 'everybody who counts in the period',
  period: 'Period',
  cutOff: 'The register as known on',
  edition: 'Edition',
  now: 'Now',
  rules: 'Rules of counting',
  rule: {
    population: 'Who counts',
    attribution: 'Which decision the particulars are taken from',
    reversal: 'Decisions that are reversed',
    lateDecisions: 'Decisions that become known late',
    disagreement: 'Sources that disagree',
    repetition: 'Who was seen before',
  },
  editions: 'What it was in each edition',
  noEditions: 'No edition of the period has been released.',
  notInIt: 'not in it',
  proofs: 'Proofs it takes part in',
  noProofs: 'It takes part in no proof between tables.',
  holds: 'holds',
  broken: 'broken',
  provenOnly: 'The numbers behind the proofs are shown in the internal edition alone.',
  sentences: 'Sentences that tell it',
  behind: 'Records behind it',
  behindHelp: (shown, total) =>
    shown === total
      ? `${total} records. That they were shown is in the access log.`
      : `The first ${shown} of ${total} records. That they were shown is in the access log.`,
  nobody: 'Nobody whom you may see.',
  notYours: 'Who is behind the figure is for caseworkers to see.',
  notPublic: 'Who is behind a figure is shown in the internal edition alone.',
  nothing: {'not-collected': 'not collected', 'not-applicable': 'not applicable', withheld: 'withheld'},
};
