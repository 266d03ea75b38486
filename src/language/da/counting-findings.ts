import type {CountingRule, Facts} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';
import {movesOfIdentity} from './identity-moves.ts';

const list = (facts: unknown): string => (Array.isArray(facts) ? facts.join(', ') : String(facts));

const named = (facts: unknown, what: string): string =>
  Array.isArray(facts) && facts.length > 0 ? ` ${what}: ${facts.join('; ')}.` : '';

const NEW_PLAN =
  '`opgor protect --propose` foreslår en anden plan: den ændres ikke i denne politik, men i en ny med sin egen første dag.';

export const countingFindings: WordsFor<CountingRule> = {
  'period-not-over': ({day}) => ({
    what: 'Perioden slutter efter registrets sidste dag; tallene er foreløbige.',
    remedy: `Modtag kildernes oplysninger for hele perioden, eller vælg en periode, der slutter senest ${day}.`,
  }),
  'assessed-outside-competence': (facts) => ({
    what: `Vurderingen af ${facts.on} er truffet af ${facts['decided-by']}; den dag var ${facts.competent} kompetent.`,
    remedy: 'Den tælles med og er mærket. Spørg myndigheden, og registrér svaret med `opgor add answer`.',
  }),
  'assessments-differ': ({outcomes}) => ({
    what: `Vurderinger i perioden er forskellige: ${list(outcomes)}.`,
    remedy: 'Den positive tælles. Spørg, hvilken der står ved magt, og registrér svaret med `opgor add answer`.',
  }),
  'attributes-disagree': ({concepts}) => ({
    what: `Kilderne er uenige om ${list(concepts)}.`,
    remedy: 'Vurderingens egen kilde følges. Spørg, og registrér svaret med `opgor add answer`.',
  }),
  'deadline-over-maximum': ({days, maximum, on}) => ({
    what: `En frist på ${days} dage givet den ${on} er længere end de ${maximum}, loven tillod den dag.`,
    remedy: 'Spørg myndigheden, og registrér svaret med `opgor add answer`.',
  }),
  'disclosure-methods-differ': ({editions}) => ({
    what: `Tidligere offentlige udgaver er beskyttet med en anden metode: ${list(editions)}. Tilsammen siger de mere end hver for sig, og hvor meget er ikke regnet ud.`,
    remedy: 'Hold fast ved én metode for et opgørelsesår (docs/method/disclosure.md).',
  }),
  'no-print-here': () => ({
    what: 'Der blev ikke lavet PDF-filer: biblioteket til det er ikke udgivet til maskiner af den slags.',
    remedy: 'Udskriv HTML-siderne, eller lav opgørelsen på en maskine med Linux. Udgaver udgives dér.',
  }),
  'disclosure-periods-overlap': ({editions}) => ({
    what: `Der er offentlige udgaver af dage, som denne også tæller: ${list(editions)}. Det, der vises for nogle af dagene, kan trækkes fra det, der vises for alle, og det er ikke regnet ud.`,
    remedy: 'Offentliggør perioder, der ikke overlapper, fx hele år (docs/method/disclosure.md).',
  }),
  'disclosure-exposed': ({numbers}) => ({
    what: `${numbers === 1 ? 'Et tal' : `${numbers} tal`}, der ville blive holdt tilbage, kan kendes ud fra det, der allerede er offentligt, eller fra tabeller, der vises efter beslutning; intet, der holdes tilbage nu, kan ændre det.`,
    remedy: '`opgor protect ÅR --explain` nævner dem.',
  }),
  'disclosure-unproven': ({numbers}) => ({
    what: `For ${numbers === 1 ? 'et tal' : `${numbers} tal`}, der skal holdes tilbage, er det ikke bevist, at ingen kan kende ${numbers === 1 ? 'det' : 'dem'} nøjere, end politikken tillader.`,
    remedy:
      '`opgor protect ÅR --explain` nævner dem. Slå mere sammen i `policies.yaml` (docs/method/disclosure.md), så mindre skal beskyttes.',
  }),
  'little-shown': ({figures, of, smallest, persons, whole, together}) => ({
    what: `Der er næsten intet tilbage: ${figures} af ${of} tal. Politikken viser intet under ${smallest}, og ingen tabel har mere end ${persons}.${named(whole, 'Uanset hvordan de slås sammen, kan disse ikke opdeles')}${named(together, 'Disse må fortælles sammen')}`,
    remedy:
      'Fortæl dem sammen med `rolled-up:` i en ny politik (`opgor protect --propose` prøver planer over alle år), offentliggør flere år i én periode, eller sæt `smallest` ned.',
  }),
  'plan-rows-withheld': ({concept, into, rows, withheld}) => ({
    what: `Af ${rows} rækker af »${concept}«, som planen fortæller med »${into}«, er ${withheld} alligevel tilbageholdt i år.`,
    remedy: NEW_PLAN,
  }),
  'plan-code-unused': ({concept, code, years}) => ({
    what: `Planen lader »${code}« af »${concept}« stå alene, og ingen har haft den i ${years} år.`,
    remedy: NEW_PLAN,
  }),
  'plan-code-large': ({concept, code, into}) => ({
    what: `»${code}« af »${concept}« fortælles som »${into}« og er nu blandt de største: fortalt alene vises der mere af året.`,
    remedy: NEW_PLAN,
  }),
  'identity-questions-open': (facts) => ({
    what: `${facts.questions === 1 ? 'Et spørgsmål' : `${facts.questions} spørgsmål`} om, hvem der er samme person, er ikke besvaret. Svarene ${movesOfIdentity(range(facts, 'persons'), range(facts, 'repeats'))}.`,
    remedy:
      'Indtil da tælles de som forskellige personer. Besvar dem med `opgor review`; `opgor questions ÅR --ranges` siger hvert tal, de kan flytte.',
  }),
};

const range = (facts: Facts, of: 'persons' | 'repeats') => ({
  low: Number(facts[`${of}-low`]),
  high: Number(facts[`${of}-high`]),
});
