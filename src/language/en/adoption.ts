/** What is said of adopting an office's own spreadsheets, in English. */
import type {AdoptionRefusal} from '#concepts/adoption-refusal';
import type {AdoptionWords} from '#language/adoption-words';
import type {RefusalWords} from '#language/refusal-words';

const n = (number: number) => number.toLocaleString('en');
const s = (number: number, one: string) => `${n(number)} ${one}${number === 1 ? '' : 's'}`;

export const adoption: AdoptionWords = {
  list: (name, what, year, rows) => `${name}: ${what}${year === undefined ? '' : `, ${year}`}, ${s(rows, 'row')}`,
  figures: (name, figures) => `${name}: ${s(figures, 'figure')} that were published`,
  notTaken: (name) => `${name}: not taken`,
  leftOut: 'left out',
  nothing: 'nothing proposed',
  grounds: {
    heading: 'heading',
    content: 'content',
    remembered: 'as before',
    answered: 'answered',
    label: 'label',
    near: 'alike',
  },
  readable: (share, filled) => `${Math.round(share * 100)} per cent of ${s(filled, 'cell')} readable`,
  certainty: (of) => of.toFixed(2),
  examples: (all) => `holds ${all.join(', ')}`,
  words: 'Words',
  cells: (number) => s(number, 'cell'),
  assumption: (member, code) => `no column gives ${member}: ${code} for every row`,
  open: (questions) => `${s(questions, 'question')} to answer before anything is adopted.`,
  howToAnswer:
    'On a terminal they are asked one by one. Otherwise write the proposals to a file with --propose FILE, correct it, and give it back with --answers FILE.',
  written: (path) => `The proposals are written to ${path}. What begins with “# ?” is not certain: correct it there.`,
  answersHead: 'Answers to opgor adopt. Empty words hold their rows; null leaves a column out.',
  ask: {
    newCode: {
      code: (list) => `The new code of ${list} (lower-case letters, numbers, hyphens):`,
      label: (language, word) => `What it is called (${language}; Enter: ${word}):`,
    },
    column: (heading, sheets, examples) => `Column “${heading}” (${sheets}) holds ${examples.join(', ') || 'nothing'}`,
    columnAnswers: (proposed, certainty, others) =>
      `${proposed === undefined ? 'Enter leaves it out' : `Enter: ${proposed} (${certainty.toFixed(2)})`}${others === '' ? '' : `, next ${others}`}; or a field’s name, - to leave it out, ? for all fields:`,
    word: (word, of, cells, sheets) => `“${word}” in ${of} (${s(cells, 'cell')}: ${sheets})`,
    wordAnswers: (proposed, certainty) =>
      `${proposed === undefined ? 'Enter holds its rows' : `Enter: ${proposed} (${certainty.toFixed(2)})`}; or a code or its label, unknown, - for “none applies”, + for a new code, ! to hold its rows, ? for all codes:`,
    assume: (member, code, sheets) =>
      `No column gives ${member} (${sheets}). Is it ${code} for every row? Enter: yes; or another code, or no:`,
    table: (title, sheets, examples) => `Figures under “${title}” (${sheets}): ${examples.join(', ')}`,
    tableAnswers: (proposed, certainty) =>
      `${proposed === undefined ? 'Enter leaves them out' : `Enter: ${proposed} (${certainty.toFixed(2)})`}; or a table’s name, - to leave them out, ? for all tables:`,
    unknownAnswer: (given) => `There is no “${given}”.`,
    sure: (lists, rows, figures) =>
      `Receive ${s(rows, 'row')} of ${s(lists, 'list')} and enter ${s(figures, 'published figure')}? Type yes:`,
    undo: (id) => `Undo ${id}: what it received is withdrawn and the profile put back. Type ${id} to do so:`,
  },
  yes: ['yes', 'y'],
  adopted: (id) => `Adopted as ${id}. \`opgor adopt --undo ${id}\` takes all of it back.`,
  rehearsed: 'A dry run: nothing was written.',
  received: (name, source, rows, taken, held) =>
    `${name} → source ${source}: ${s(rows, 'row')}, ${n(taken)} taken, ${n(held)} held`,
  heldRow: (row) => `row ${n(row)} is held:`,
  more: (number) => `… and ${n(number)} more (--json lists all)`,
  published: (figures) => `${s(figures, 'figure')} entered as published, in published.csv.`,
  agrees: (cells) => `All ${s(cells, 'published figure')} agree with the register.`,
  differs: (differences, cells) => `${n(differences)} of ${s(cells, 'published figure')} differ from the register:`,
  notCompared: (figures) =>
    `${s(figures, 'published figure')} cannot be compared: the register holds nobody of the year.`,
  nothingPublished: (years) => `Nothing is known to have been published of ${years}: give it with --published FILE.`,
  difference: (cell, published, counted, source) =>
    `${cell}: published ${n(published)} (${source}), counted ${n(counted)}`,
  behind: (records) => `counted: ${records}`,
  placeRow: (file, row) => `${file} row ${row}`,
  causes: {
    held: (rows) => `held, so not counted: ${rows}`,
    twice: (rows) => `one person on several rows: ${rows}`,
    elsewhere: (rows) => `of another year by their day: ${rows}`,
    unknown: (rows) => `does not say: ${rows}`,
  },
  profileFiles: (files) => `Written in the profile: ${files}`,
  undone: (id, sources, rows, files) =>
    `${id} is undone: ${s(rows, 'row')} of ${s(sources, 'source')} withdrawn, ${s(files, 'file')} of the profile as before, byte for byte.`,
  couldUndo: (id, sources, rows, files) =>
    `A dry run of undoing ${id}: ${s(rows, 'row')} of ${s(sources, 'source')} would be withdrawn and ${s(files, 'file')} of the profile put back. Nothing was written.`,
  listed: (id, at, by, files, undoneAt, unfinished) =>
    `${id}  ${at}  ${s(files, 'file')}, by ${by}${undoneAt === undefined ? (unfinished ? '; cut short' : '') : `; undone ${undoneAt}`}`,
  none: 'Nothing has been adopted: `opgor adopt FOLDER`.',
};

export const adoptionRefusals: Pick<RefusalWords, AdoptionRefusal['reason']> = {
  'folder-without-files': ({path}) => ({
    what: `There is no file in ${path}.`,
    remedy: 'Name the folder that holds the spreadsheets.',
  }),
  'profile-cannot-adopt': ({profile}) => ({
    what: `The profile ${profile} does not say what the columns of an office’s own lists may mean.`,
    remedy: 'Write it as adopt/persons.yaml in the workspace’s profile; that of profiles/denmark shows how.',
  }),
  'nothing-to-adopt': ({path}) => ({
    what: `Nothing in ${path} can be adopted.`,
    remedy: 'What is said of each file tells why; `opgor adopt FOLDER` without --answers shows it again.',
  }),
  'answers-faulty': ({file, at, expected}) => ({
    what: `${file} is wrong at ${at}.`,
    remedy: `Expected there: ${expected}. \`--propose FILE\` writes one that is right.`,
  }),
  'answers-open': ({open}) => ({
    what: `${open.length === 1 ? 'A question is' : `${open.length} questions are`} still open: ${open.join('; ')}.`,
    remedy: 'Answer them in the file, or say from which certainty on proposals are taken: accept: 0.5.',
  }),
  'published-faulty': ({file, row, why}) => ({
    what: `Row ${row} of ${file} is wrong: ${why}.`,
    remedy: 'It needs the columns year, table, code and value; code is blank for a total. `source` may be added.',
  }),
  'no-such-adoption': ({adoption: id, known}) => ({
    what: `There is no adoption ${id}${known.length === 0 ? '' : `: there is ${known.join(', ')}`}.`,
    remedy: '`opgor adopt` alone lists them.',
  }),
  'profile-changed-since': ({adoption: id, files}) => ({
    what: `The profile was changed after ${id}: ${files.join(', ')}.`,
    remedy: 'Undo what came later first, or put those files back as the adoption left them; nothing was undone.',
  }),
  'adoption-interrupted': ({adoption: id}) => ({
    what: `${id} was cut short: the profile may be written in part, and some of its lists may not have been received.`,
    remedy: `Take it back with \`opgor adopt --undo ${id}\`, and adopt the folder again.`,
  }),
  'adoption-log-faulty': ({path}) => ({
    what: `${path} is not what an adoption wrote.`,
    remedy: 'Restore it from a backup; nothing was changed.',
  }),
};
