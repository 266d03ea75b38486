import type {EditionWords} from '#language/edition-words';
import {movedFrom} from '#language/signed';

const s = (n: number, one: string, many: string) => `${n.toLocaleString('da')} ${n === 1 ? one : many}`;

export const editions: EditionWords = {
  states: {
    draft: 'udkast',
    validated: 'valideret',
    returned: 'sendt tilbage',
    approved: 'godkendt',
    released: 'frigivet',
    corrected: 'rettet',
  },
  personAdded: (name, key, path) =>
    `${name} kan underskrive, med nøglen ${key}.\nDen private halvdel ligger i ${path}: den er kun ${name}s.`,
  noPersons: 'Ingen kan underskrive endnu: `opgor person add NAVN`.',
  keyHere: 'privat nøgle her',
  keyElsewhere: 'privat nøgle et andet sted',
  dryRun: (edition) => `En prøve: ${edition} kunne frigives. Intet er gemt.`,
  released: (edition, folder) => `Frigivet ${edition}: ${folder}`,
  embargoed: (edition, until, folder) => `Godkendt ${edition}, klausuleret til ${until}: ${folder}`,
  waits: (edition, folder) =>
    `Valideret ${edition}: ${folder}\nDen er ikke frigivet: en anden person skal stå inde for den.`,
  toApprove: 'Næste',
  cutOff: (moment, profile) => `skæringstidspunkt ${moment}, profil ${profile}`,
  prepared: (by, approvedBy, alone) =>
    approvedBy === undefined
      ? `lavet af ${by}`
      : alone === undefined
        ? `lavet af ${by}, godkendt af ${approvedBy}`
        : `lavet og godkendt af ${by} alene: ${alone}`,
  recipients: (names) => `til ${names.join(', ')}`,
  corrects: (edition, erratum) => `retter ${edition}: ${erratum}`,
  sentBack: (edition) => `${edition} er sendt tilbage. Den kan ikke længere godkendes; den næste er en ny udgave.`,
  returned: (day, by, reason) => `sendt tilbage ${day} af ${by}: ${reason}`,
  correctedBy: (edition) => `rettet af ${edition}`,
  overFindings: (errors, reason) => `frigivet trods ${s(errors, 'fund', 'fund')}: ${reason}`,
  openQuestions: (questions, low, high) =>
    `${s(questions, 'åbent spørgsmål', 'åbne spørgsmål')}; svarene kan flytte totalen ${movedFrom(low, high, ['fra', 'til'])}`,
  embargo: (until) => `klausuleret til ${until}`,
  setAside: (path) => `En mappe, som ingen frigivet udgave har, er fundet og lagt til side: ${path}`,
  none: 'Der er ingen udgaver endnu.',
  disclosed: (day, by, reason) => `kom ud, noteret ${day} af ${by}: ${reason}`,
  marked: (edition) => `Noteret: ${edition} kom ud. Dens tal regnes for kendte fra nu af.`,
  verified: (edition, files, key) =>
    `${edition} er, som den blev frigivet: ${s(files, 'fil', 'filer')}, underskrevet med nøglen ${key}.`,
  compareKey: 'Sammenlign nøglen med den, kontoret har oplyst, eller angiv den med --key.',
  signed: {
    drafted: (by, day) => `lavet af ${by}, ${day}`,
    validated: (by, day) => `valideret af ${by}, ${day}`,
    approved: (by, day) => `godkendt af ${by}, ${day}`,
  },
  checked: (editions, events) =>
    `${s(editions, 'udgave', 'udgaver')} og ${s(events, 'hændelse', 'hændelser')} i loggen er, som de blev skrevet.`,
  ownKey: (key) => `Arbejdsområdet underskriver med nøglen ${key}.`,
  recompiled: (edition, files, folder) =>
    `${edition} er lavet igen, byte for byte: ${s(files, 'fil', 'filer')} i ${folder}`,
  otherProgram: (differing) =>
    `Tallene er de samme. Under et andet program eller en anden platform afviger: ${differing.join(', ')}.`,
  planned: (what, on) => `${what} er lovet til ${on}.`,
  noPlans: 'Intet er lovet endnu: `opgor calendar add ÅR --edition internal --on DAG`.',
  promised: (what, on, first) => `${what}  lovet til ${on}${first === undefined ? '' : ` (først til ${first})`}`,
  punctuality: (edition, on, days) => {
    if (edition === undefined || on === undefined)
      return days === undefined ? 'ikke ude endnu' : `ikke ude endnu, ${s(days, 'dag', 'dage')} forsinket`;
    if (days === undefined || days === 0) return `${edition} den ${on}, på dagen`;
    return days > 0
      ? `${edition} den ${on}, ${s(days, 'dag', 'dage')} forsinket`
      : `${edition} den ${on}, ${s(-days, 'dag', 'dage')} for tidligt`;
  },
};
