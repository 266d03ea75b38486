import {LANGUAGE_NAMES} from '../language-names.ts';
import type {WorkbenchTextWords} from '../workbench-text-words.ts';

export const workbenchText: WorkbenchTextWords = {
  title: (language, period) => `The text for ${period}, ${LANGUAGE_NAMES.en[language]}`,
  toText: 'The text, sentence by sentence',
  toStatement: 'To the statement',
  toPage: 'See the whole page',
  otherLanguage: (language) => `The text in ${LANGUAGE_NAMES.en[language]}`,
  says: 'What it says',
  source: 'How it is written',
  head: 'Title and opening',
  note: (id) => `Note: ${id}`,
  saysNothing: 'Says nothing in this period.',
  edit: 'Edit',
  editSection: 'Edit the whole section',
  about: (passage) => `: ${passage}`,
  readOnly: 'The profile cannot be written to here; the text can be read but not changed.',
  notYours: 'The text is changed by a statistician.',
  proofs: {
    title: 'Proofs',
    allHold: 'All proofs hold.',
    broken: (count) => (count === 1 ? '1 proof broken' : `${count} proofs broken`),
    hold: (count) => (count === 1 ? '1 claim holds' : `${count} claims hold`),
    inTables: (count) => (count === 1 ? '1 proof between tables' : `${count} proofs between tables`),
    inTable: 'The tables do not agree with each other.',
    inTableHelp: 'It is not the text that needs mending: see the questions, and what was received.',
    claimFails: (printed, right, why) =>
      `“${printed}” is not so${right === undefined ? '' : `; it should be ${right}`}: ${why}`,
    claimHelp: 'Let the sentence tell what the figures say, or bind the claim to them so that it changes when they do.',
    ofSection: 'the section as a whole',
    notText: 'Found in the tables; the text cannot mend it',
  },
  behind: (language) => `Lags behind: the sentence was changed in ${LANGUAGE_NAMES.en[language]}.`,
  undo: 'Undo the last change',
  undoHelp: (passage, by, day) => `${passage}, changed by ${by} on ${day}`,
  undone: {
    undone: 'The last change is taken back.',
    nothing: 'There is no change to take back.',
    'changed-since': 'The text has been changed by other means since; nothing is taken back.',
  },
  kept: 'The text is kept.',
  editTitle: (passage) => `Edit the text: ${passage}`,
  help: 'Figures are written as the name of a cell in braces, such as {$persons-by-sex.female}. Then they follow the register and can be proven.',
  text: 'The text',
  try: 'Show what it becomes',
  keep: 'Keep',
  cancel: 'Back without keeping it',
  now: 'What it says now',
  becomes: 'What it would say',
  notKept: (faults) =>
    faults === 1
      ? 'One thing must be mended before the text can be kept.'
      : `${faults} things must be mended before the text can be kept.`,
  gone: 'The sentence would no longer be there.',
  further: 'Also found',
  meanwhile:
    'Somebody else has changed the text while you wrote. Nothing is kept. Your text stands in the field; what stands now is below. If you keep again, your text takes its place.',
  stands: 'What stands now',
  rule: 'Rule',
};
