import type {CountingRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';
import {movedFrom} from '#language/signed';

const list = (facts: unknown): string => (Array.isArray(facts) ? facts.join(', ') : String(facts));

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
  'disclosure-unproven': ({numbers}) => ({
    what: `${numbers === 1 ? 'Et tal' : `${numbers} tal`}, der skal holdes tilbage, kan kendes for nøje ud fra det, der allerede er offentligt, eller fra tabeller, der vises efter beslutning.`,
    remedy:
      '`opgor protect ÅR --explain` nævner dem. Hold det tilbage, der røber dem, eller registrér beslutningen om at vise dem.',
  }),
  'identity-questions-open': (facts) => ({
    what: `${facts.questions === 1 ? 'Et spørgsmål' : `${facts.questions} spørgsmål`} om, hvem der er samme person, er ikke besvaret. Svarene kan flytte antallet af personer ${between(facts['persons-low'], facts['persons-high'])} og antallet af gengangere ${between(facts['repeats-low'], facts['repeats-high'])}.`,
    remedy:
      'Indtil da tælles de som forskellige personer. Besvar dem med `opgor review`; `opgor questions ÅR` viser de tal, de kan flytte.',
  }),
};

const between = (low: unknown, high: unknown): string => movedFrom(Number(low), Number(high), ['fra', 'til']);
