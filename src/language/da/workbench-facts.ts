import type {WorkbenchFactsWords} from '../workbench-facts-words.ts';

export const workbenchFacts: WorkbenchFactsWords = {
  add: 'Tilføj en oplysning',
  addHelp: 'Hvad skal registreres?',
  addTo: (kind, name) => `${kind}: ${name}`,
  correct: 'Ret',
  correctOf: (kind, name) => `Ret: ${kind.toLowerCase()}, ${name}`,
  correctHelp:
    'Det, der stod før, trækkes tilbage og bliver i sagen som tilbagetrukket; den nye oplysning træder i stedet.',
  withdraw: 'Træk tilbage',
  about: (kind, day) => `${kind}, ${day}`,
  save: 'Registrér',
  saveCorrected: 'Registrér rettelsen',
  saved: (kind) => `Registreret: ${kind.toLowerCase()}.`,
  corrected: (kind) => `Rettet: ${kind.toLowerCase()}.`,
  toPerson: 'Tilbage til personen',
  faults: (count) =>
    count === 1
      ? 'Én ting skal rettes; intet er registreret endnu.'
      : `${count} ting skal rettes; intet er registreret endnu.`,
  mustBeGiven: 'Skal udfyldes.',
  notPossible: (rule) => `Ikke muligt; det skal være: ${rule}`,
  notListed: 'Stod ikke på listen den dag. Vælg en anden.',
  choose: 'Vælg',
  notStated: 'Ikke oplyst',
  optional: 'kan stå tomt',
  ageStays: 'Står det tomt, bliver den registrerede alder stående, så længe dagen er den samme.',
};
