import type {WorkbenchDecidedWords} from '../workbench-decided-words.ts';

export const workbenchDecided: WorkbenchDecidedWords = {
  title: 'Afgjorte par',
  none: 'Intet par er afgjort.',
  count: (count) =>
    count === 1 ? '1 par er afgjort.' : `${count.toLocaleString('da')} par er afgjort, de seneste først.`,
  help: 'En afgørelse kan tages tilbage. Hvad det flytter, vises først, og registret beholder begge dele.',
  link: 'Se afgjorte par',
  of: (on, other) => `Afgjort: ${on} og ${other}`,
  on: 'Dag',
  by: 'Af',
  verdict: 'Afgørelse',
  byPolicy: 'efter profilens regel',
  takeBack: 'Tag afgørelsen tilbage',
  wouldMove: 'Hvad det flytter at tage den tilbage',
  movesNothing: 'Intet tal flyttes.',
  year: 'År',
  persons: 'Personer',
  repeats: 'Gengangere',
  cells: (year, count) => (count === 1 ? `1 tal i tabellerne for ${year}` : `${count} tal i tabellerne for ${year}`),
  more: (count) => `… og ${count} til`,
  after: 'Er der spurgt om parret, venter det derefter på en ny afgørelse, og de to tælles så længe som to personer.',
  reason: 'Hvorfor',
  reasonHint: 'Andre læser det, og det står, når navne slettes: skriv hverken navn eller nummer.',
  giveReason: 'Skriv hvorfor.',
  takenBack: 'Taget tilbage: det, der var afgjort, gælder ikke længere.',
  back: 'Alle afgjorte par',
};
