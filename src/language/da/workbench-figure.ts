import type {WorkbenchFigureWords} from '../workbench-figure-words.ts';

export const workbenchFigure: WorkbenchFigureWords = {
  title: 'Hvad tallet er',
  what: 'Definition',
  table: 'Tabel',
  of: 'Heraf',
  total: 'i alt',
  base: 'Hvem der er talt',
  unit: 'Enhed',
  universe: 'Afgrænset til',
  everybody: 'alle, der tæller med i perioden',
  period: 'Periode',
  cutOff: 'Registret som kendt den',
  edition: 'Udgave',
  now: 'Nu',
  rules: 'Regler, der tæller',
  rule: {
    population: 'Hvem der tæller med',
    attribution: 'Hvilken afgørelse oplysningerne tages fra',
    reversal: 'Afgørelser, der omgøres',
    lateDecisions: 'Afgørelser, der bliver kendt sent',
    disagreement: 'Kilder, der ikke er enige',
    repetition: 'Hvem der er set før',
  },
  editions: 'Hvad det var i hver udgave',
  noEditions: 'Ingen udgave er udsendt for perioden.',
  notInIt: 'står ikke i den',
  proofs: 'Beviser, det indgår i',
  noProofs: 'Det indgår i intet bevis mellem tabeller.',
  holds: 'holder',
  broken: 'holder ikke',
  provenOnly: 'Tallene bag beviserne vises kun i den interne udgave.',
  sentences: 'Sætninger, der nævner det',
  behind: 'Posterne bag tallet',
  behindHelp: (shown, total) =>
    shown === total
      ? `${total} poster. At de er vist, står i adgangsloggen.`
      : `De første ${shown} af ${total} poster. At de er vist, står i adgangsloggen.`,
  nobody: 'Ingen, som du må se.',
  notYours: 'Hvem der står bag tallet, ses af sagsbehandlere.',
  notPublic: 'Hvem der står bag et tal, vises kun i den interne udgave.',
  nothing: {'not-collected': 'ikke indsamlet', 'not-applicable': 'ikke relevant', withheld: 'tilbageholdt'},
};
