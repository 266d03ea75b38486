import type {WorkbenchHeldWords} from '../workbench-held-words.ts';

const n = (count: number) => count.toLocaleString('en-GB');

export const workbenchHeld: WorkbenchHeldWords = {
  title: (source) => `Held rows: ${source}`,
  of: (row) => `Row ${n(row)}`,
  answer: 'Mend them here',
  waiting: (count, file) => (count === 1 ? `1 row of ${file} waits.` : `${n(count)} rows of ${file} wait.`),
  none: 'No rows wait.',
  kept: (until) =>
    `The rows are in the program's memory alone, not on the disk: until ${until}, or until the program ends, or the next file of the same source is received. Receive the same file again, and they are back.`,
  notKept: (count) => `There are ${n(count)} more, which are not kept: send them back to the agency.`,
  row: 'Row',
  wrong: 'What is wrong',
  column: 'Column',
  help: 'Mend what is wrong as the agency has told it. The row is received as part of the same file, under its own number, with you as the one who mended it. All of the row is received, or nothing of it.',
  required: 'must be given',
  receive: 'Receive the row',
  received: (row) => `Row ${n(row)} has been received.`,
  stillHeld: (count) =>
    count === 1 ? 'The row is still held. One thing is wrong.' : `The row is still held. ${n(count)} things are wrong.`,
  letGo: 'Let the row go',
  letGoHelp:
    'The row counts nowhere and no longer stands in the way of a release. If it comes again in a file, it is held again.',
  reason: 'Why',
  reasonHint: 'It stands in the access log: write no name and no number.',
  giveReason: 'Say why.',
  gone: (row) => `Row ${n(row)} has been let go.`,
  all: 'All held rows',
  toFile: 'To the file',
};
