/** Hvad der siges om, hvor godt personer findes, på dansk. */
import type {QualityWords} from '#language/quality-words';

const STRATA: ReadonlyMap<string, string> = new Map([
  ['over-1-in-10', 'over 10 %, ikke fremlagt'],
  ['over-1-in-100', 'over 1 %, ikke fremlagt'],
  ['over-1-in-1000', 'over 0,1 %, ikke fremlagt'],
]);

export const quality: QualityWords = {
  head: (day, link, review) =>
    `Hvor godt personer, der er de samme, findes, pr. ${day} (samlet fra p ${link}, fremlagt fra p ${review}; 95 pct.-intervaller).`,
  columns: ['par', 'alle', 'afgjort', 'én person', 'andel', 'interval'],
  parts: {
    link: 'så sandsynlige som samlede',
    clerical: 'mellem tærsklerne',
    identifier: 'ved et nummer, ikke set efter',
    weight: 'ved vægten, ikke set efter',
    through: 'én person gennem andre',
  },
  stratum: (stratum, of) => `udtrukket af ${of}: ${STRATA.get(stratum) ?? stratum}`,
  precision: 'Præcision: af samlede par de, der er én person',
  recall: {
    linked: 'Dækning: af par, der er én person, de samlede',
    put: 'Dækning: af par, der er én person, de samlede eller fremlagte',
  },
  beyond: (expected) =>
    `Ikke i disse tal: par, der er mindre sandsynlige end 0,1 pct., og som ingen har set på; efter modellen er ${expected} af dem én person.`,
  origins: 'Efter oprindelse (de tos statsborgerskab):',
  originColumns: ['oprindelse', 'afgjort', 'præcision', 'dækning, samlet eller fremlagt'],
  tooFew: (least) => `for få: under ${least}`,
  differing: 'af to oprindelser',
  unknown: 'uoplyst',
  none: 'kendes ikke',
  interval: (from, to) => `${from} til ${to}`,
  missing: {
    'nothing-decided': 'Intet par er afgjort af en sagsbehandler: afgør nogle med opgor review.',
    'no-sample':
      'Hvad der overses, kendes ikke: opgor review --sample 100 udtrækker par, der er for usandsynlige til at blive fremlagt; de besvares med opgor review.',
    'sample-older':
      'Stikprøven er ældre end den seneste sammenligning: udtræk igen med opgor review --sample N; det, der er svaret, beholdes.',
    undecided: (pairs) => `${pairs} par venter på en afgørelse: dækningens intervaller har plads til ethvert svar.`,
    'sample-undecided': (pairs) =>
      `${pairs} par af stikprøven venter på en afgørelse: dækningens intervaller har plads til ethvert svar.`,
    'decided-by-weight': (pairs) =>
      `${pairs} par er afgjort ved deres vægt, uden at nogen har set efter: præcisionen siger intet om dem, og dækningens intervaller har plads til ethvert svar.`,
  },
  forStatement: 'Til kvalitetsafsnittet:',
  statement: (precision, recall) =>
    [
      precision === undefined
        ? 'Hvor mange af de samlede par af journalnumre der er én person, er ikke anslået.'
        : `Af de par af journalnumre, som sammenligningen samler, og som sagsbehandlere har afgjort, er ${precision} én person.`,
      recall === undefined
        ? 'Hvor mange par af én person der ikke er fundet, er ikke anslået.'
        : `Af alle par af journalnumre, der er én person, er anslået ${recall} fundet.`,
    ].join(' '),
  estimate: (share, from, to) => `${share} (95 pct.-interval: ${from} til ${to})`,
};
