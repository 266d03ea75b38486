import type {EditionWords} from '#language/edition-words';
import {movedFrom} from '#language/signed';

const s = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const editions: EditionWords = {
  states: {
    draft: 'draft',
    validated: 'validated',
    returned: 'sent back',
    approved: 'approved',
    released: 'released',
    corrected: 'corrected',
  },
  personAdded: (name, key, path) =>
    `${name} can sign, with the key ${key}.\nIts private half is kept in ${path}: it is ${name}’s alone.`,
  noPersons: 'Nobody can sign yet: `opgor person add NAME`.',
  keyHere: 'private key here',
  keyElsewhere: 'private key elsewhere',
  dryRun: (edition) => `A dry run: ${edition} could be released. Nothing was kept.`,
  released: (edition, folder) => `Released ${edition}: ${folder}`,
  embargoed: (edition, until, folder) => `Approved ${edition}, under embargo until ${until}: ${folder}`,
  waits: (edition, folder) =>
    `Validated ${edition}: ${folder}\nIt is not released: a second person has to answer for it.`,
  toApprove: 'Next',
  cutOff: (moment, profile) => `cut-off ${moment}, profile ${profile}`,
  prepared: (by, approvedBy, alone) =>
    approvedBy === undefined
      ? `prepared by ${by}`
      : alone === undefined
        ? `prepared by ${by}, approved by ${approvedBy}`
        : `prepared and approved by ${by} alone: ${alone}`,
  recipients: (names) => `for ${names.join(', ')}`,
  corrects: (edition, erratum) => `corrects ${edition}: ${erratum}`,
  sentBack: (edition) => `${edition} has been sent back. It can no longer be approved; the next one is a new edition.`,
  returned: (day, by, reason) => `sent back ${day} by ${by}: ${reason}`,
  correctedBy: (edition) => `corrected by ${edition}`,
  overFindings: (errors, reason) => `released over ${s(errors, 'finding')}: ${reason}`,
  openQuestions: (questions, low, high) =>
    `${s(questions, 'question')} open; the answers can move the total ${movedFrom(low, high, ['by', 'to'])}`,
  embargo: (until) => `under embargo until ${until}`,
  setAside: (path) => `A folder that no released edition has was found and set aside: ${path}`,
  none: 'There are no editions yet.',
  disclosed: (day, by, reason) => `got out, noted ${day} by ${by}: ${reason}`,
  marked: (edition) => `Noted: ${edition} got out. Its figures count as known from now on.`,
  verified: (edition, files, key) =>
    `${edition} is as it was released: ${s(files, 'file')}, signed with the key ${key}.`,
  compareKey: 'Compare the key with the one the office has made known, or give that with --key.',
  signed: {
    drafted: (by, day) => `prepared by ${by}, ${day}`,
    validated: (by, day) => `validated by ${by}, ${day}`,
    approved: (by, day) => `approved by ${by}, ${day}`,
  },
  checked: (editions, events) =>
    `${s(editions, 'edition')} and ${s(events, 'event')} of the log are as they were written.`,
  ownKey: (key) => `The workspace signs with the key ${key}.`,
  recompiled: (edition, files, folder) => `${edition} compiled again, byte for byte: ${s(files, 'file')} in ${folder}`,
  otherProgram: (differing) =>
    `The figures are the same. Under another program or platform these differ: ${differing.join(', ')}.`,
  planned: (what, on) => `${what} is promised for ${on}.`,
  noPlans: 'Nothing is promised yet: `opgor calendar add YEAR --edition internal --on DAY`.',
  promised: (what, on, first) => `${what}  promised for ${on}${first === undefined ? '' : ` (first for ${first})`}`,
  punctuality: (edition, on, days) => {
    if (edition === undefined || on === undefined)
      return days === undefined ? 'not out yet' : `not out yet, ${s(days, 'day')} late`;
    if (days === undefined || days === 0) return `${edition} on ${on}, on the day`;
    return days > 0 ? `${edition} on ${on}, ${s(days, 'day')} late` : `${edition} on ${on}, ${s(-days, 'day')} early`;
  },
};
