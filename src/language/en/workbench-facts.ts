import type {WorkbenchFactsWords} from '../workbench-facts-words.ts';

export const workbenchFacts: WorkbenchFactsWords = {
  add: 'Add a fact',
  addHelp: 'What is to be recorded?',
  addTo: (kind, name) => `${kind}: ${name}`,
  correct: 'Correct',
  correctOf: (kind, name) => `Correct: ${kind.toLowerCase()}, ${name}`,
  correctHelp: 'What stood before is withdrawn and stays in the file as withdrawn; the new fact takes its place.',
  withdraw: 'Withdraw',
  about: (kind, day) => `${kind}, ${day}`,
  save: 'Record',
  saveCorrected: 'Record the correction',
  saved: (kind) => `Recorded: ${kind.toLowerCase()}.`,
  corrected: (kind) => `Corrected: ${kind.toLowerCase()}.`,
  toPerson: 'Back to the person',
  faults: (count) =>
    count === 1
      ? 'One thing must be mended; nothing is recorded yet.'
      : `${count} things must be mended; nothing is recorded yet.`,
  mustBeGiven: 'Must be filled in.',
  notPossible: (rule) => `Not possible; it must be: ${rule}`,
  notListed: 'Was not in the list on that day. Choose another.',
  choose: 'Choose',
  notStated: 'Not stated',
  optional: 'may be left empty',
  ageStays: 'Left empty, the recorded age stays, as long as the day is the same.',
};
