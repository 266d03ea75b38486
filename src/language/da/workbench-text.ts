import {LANGUAGE_NAMES} from '../language-names.ts';
import type {WorkbenchTextWords} from '../workbench-text-words.ts';

export const workbenchText: WorkbenchTextWords = {
  title: (language, period) => `Teksten til ${period}, ${LANGUAGE_NAMES.da[language]}`,
  toText: 'Teksten, sætning for sætning',
  toStatement: 'Til opgørelsen',
  toPage: 'Se hele siden',
  otherLanguage: (language) => `Teksten på ${LANGUAGE_NAMES.da[language]}`,
  says: 'Det siger den',
  source: 'Sådan er den skrevet',
  head: 'Titel og indledning',
  note: (id) => `Note: ${id}`,
  saysNothing: 'Siger intet i denne periode.',
  edit: 'Ret',
  editSection: 'Ret hele afsnittet',
  about: (passage) => `: ${passage}`,
  readOnly: 'Profilen kan ikke skrives her; teksten kan læses, men ikke rettes.',
  notYours: 'Teksten rettes af en statistiker.',
  proofs: {
    title: 'Beviser',
    allHold: 'Alle beviser holder.',
    broken: (count) => (count === 1 ? '1 bevis holder ikke' : `${count} beviser holder ikke`),
    hold: (count) => (count === 1 ? '1 påstand holder' : `${count} påstande holder`),
    inTables: (count) => (count === 1 ? '1 bevis mellem tabeller' : `${count} beviser mellem tabeller`),
    inTable: 'Tabellerne stemmer ikke med hinanden.',
    inTableHelp: 'Det er ikke teksten, der skal rettes: se spørgsmålene og det, der er modtaget.',
    claimFails: (printed, right, why) =>
      `»${printed}« passer ikke${right === undefined ? '' : `; det skulle være ${right}`}: ${why}`,
    claimHelp: 'Lad sætningen nævne det, tallene siger, eller bind påstanden til tallene, så den skifter med dem.',
    ofSection: 'afsnittet som helhed',
    notText: 'Fundet i tabellerne; teksten kan ikke rette det',
  },
  behind: (language) => `Halter efter: sætningen er ændret på ${LANGUAGE_NAMES.da[language]}.`,
  undo: 'Fortryd den seneste rettelse',
  undoHelp: (passage, by, day) => `${passage}, rettet af ${by} den ${day}`,
  undone: {
    undone: 'Den seneste rettelse er taget tilbage.',
    nothing: 'Der er ingen rettelse at tage tilbage.',
    'changed-since': 'Teksten er ændret på anden vis siden; intet er taget tilbage.',
  },
  kept: 'Teksten er gemt.',
  editTitle: (passage) => `Ret teksten: ${passage}`,
  help: 'Tal skrives som navnet på en celle i krøllede parenteser, fx {$persons-by-sex.female}. Så følger de registret, og de kan bevises.',
  text: 'Teksten',
  try: 'Vis, hvad det bliver til',
  keep: 'Gem',
  cancel: 'Tilbage uden at gemme',
  now: 'Det siger den nu',
  becomes: 'Det vil den sige',
  notKept: (faults) =>
    faults === 1
      ? 'Én ting skal rettes, før teksten kan gemmes.'
      : `${faults} ting skal rettes, før teksten kan gemmes.`,
  gone: 'Sætningen ville ikke længere være der.',
  further: 'Også fundet',
  meanwhile:
    'En anden har ændret teksten, mens du skrev. Intet er gemt. Din tekst står i feltet, og det, der står nu, ses nedenfor. Gemmer du igen, træder din tekst i stedet.',
  stands: 'Det, der står nu',
  rule: 'Regel',
};
