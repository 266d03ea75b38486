import type {WorkbenchHeldWords} from '../workbench-held-words.ts';

const n = (count: number) => count.toLocaleString('da');

export const workbenchHeld: WorkbenchHeldWords = {
  title: (source) => `Tilbageholdte rækker: ${source}`,
  of: (row) => `Række ${n(row)}`,
  answer: 'Ret dem her',
  waiting: (count, file) => (count === 1 ? `1 række i ${file} venter.` : `${n(count)} rækker i ${file} venter.`),
  none: 'Ingen rækker venter.',
  kept: (until) =>
    `Rækkerne er kun i programmets hukommelse, ikke på disken: til ${until}, eller til programmet lukkes, eller den næste fil fra samme kilde modtages. Modtag samme fil igen, så er de her igen.`,
  notKept: (count) => `Der er ${n(count)} til, som ikke er gemt: send dem tilbage til myndigheden.`,
  row: 'Række',
  wrong: 'Hvad der er galt',
  column: 'Kolonne',
  help: 'Ret det, der er galt, som myndigheden har oplyst det. Rækken modtages som en del af samme fil, under sit eget nummer, med dig som den, der rettede den. Hele rækken modtages, eller intet af den.',
  required: 'skal udfyldes',
  receive: 'Modtag rækken',
  received: (row) => `Række ${n(row)} er modtaget.`,
  stillHeld: (count) =>
    count === 1
      ? 'Rækken holdes stadig tilbage. Ét sted er galt.'
      : `Rækken holdes stadig tilbage. ${n(count)} steder er galt.`,
  letGo: 'Læg rækken væk',
  letGoHelp:
    'Rækken tæller ingen steder og står ikke længere i vejen for en udgivelse. Kommer den igen i en fil, holdes den tilbage igen.',
  reason: 'Hvorfor',
  reasonHint: 'Det står i adgangsloggen: skriv hverken navn eller nummer.',
  giveReason: 'Skriv hvorfor.',
  gone: (row) => `Række ${n(row)} er lagt væk.`,
  all: 'Alle tilbageholdte rækker',
  toFile: 'Til filen',
};
