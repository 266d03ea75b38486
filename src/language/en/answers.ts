/** Answers in English. */
import type {AnswerWords} from '#language/answer-words';

const s = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const answers: AnswerWords = {
  initialised: (folder, key) => `Made the workspace ${folder}.\nIts key is kept in ${key}, outside the workspace.`,
  recoveryTitle: 'RECOVERY FORM: print it and lock it away',
  recoveryAdvice:
    'Who has this key and the workspace can read every name; without it nobody can. Set OPGOR_KEY to it on another machine.',
  received: (file, source) => `Received ${file} (source ${source})`,
  rehearsed: 'A dry run: nothing was kept.',
  nothingNew: 'The register had all of this already; nothing changed.',
  rows: {
    read: 'rows read',
    new: 'new',
    changed: 'changed',
    unchanged: 'unchanged',
    withdrawn: 'gone from the source, withdrawn',
    held: 'held',
  },
  persons: (fresh, known) => `${s(fresh, 'new person')}, ${s(known, 'known', 'known')}`,
  controlTotal: (measure, given, counted) =>
    `control total ${measure}: ${given} in the covering letter, ${counted} counted${given === counted ? '' : `, difference ${counted - given}`}`,
  heldRow: (row) => `row ${row}`,
  errorsWritten: (path) => `The held rows are in ${path}, to send back to the agency.`,
  more: (n) => `… and ${n} more (--json has all)`,
  counted: (total, table) => `${total}  ${table}`,
  proven: (identities, tables) => `${s(identities, 'identity', 'identities')} between ${s(tables, 'table')} hold`,
  recounted: (cells) => `${s(cells, 'cell')} recounted in SQL agree`,
  broken: (n) => `${s(n, 'identity', 'identities')} broken`,
  findings: (errors, warnings, notes) =>
    errors + warnings + notes === 0
      ? 'Nothing was found against it.'
      : `Found: ${s(errors, 'error')}, ${s(warnings, 'warning')}, ${s(notes, 'note')}.`,
  wrote: (files, folder) => `Wrote ${s(files, 'file')} to ${folder}`,
  lookAt: 'Look at',
  demoData: 'Synthetic data: no person in it exists.',
  profileSound: (files) => `The profile is sound (${s(files, 'file')}).`,
  profileFaults: (n) => `The profile has ${s(n, 'fault')}:`,
  added: (kind, fact, record) => `Recorded ${kind} as fact ${fact} of ${record}.`,
  ask: (field, required, known) => `${field}${required ? '' : ' (optional)'}${known === '' ? '' : ` [${known}]`}:`,
  person: (record) => `Person ${record}`,
  reasons: {
    counted: (period) => `${period}: counted`,
    'held-back': (period) => `${period}: held back until the office has answered`,
    'no-assessment-in-period': (period) => `${period}: not counted, nothing was decided`,
    'no-positive-assessment': (period) => `${period}: not counted, no decision was positive`,
    'no-standing-assessment': (period) => `${period}: not counted, the decision was withdrawn or reversed as an error`,
  },
  byFact: (fact, on) => `by fact ${fact} of ${on}`,
  rules: 'rules',
  repetition: 'repetition',
  laterReversed: 'later reversed on the merits',
  facts: 'Facts',
  withdrawn: 'withdrawn',
  noQuestions: (period) => `No open questions about ${period}.`,
  questions: (n, period) => `${s(n, 'open question')} about ${period}:`,
  eraseSure: (record) => `Destroy the identity of ${record}? It cannot be undone. Type the record number again:`,
  erased: (record) => `The identity of ${record} is destroyed, with its key and search tokens. What counts remains.`,
  notErased: 'Nothing was erased.',
};
