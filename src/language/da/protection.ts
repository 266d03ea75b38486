/** Hvad der siges om, hvordan en offentlig udgave er beskyttet, på dansk. */

import {LANGUAGE_NAMES} from '#language/language-names';
import type {ProtectionWords} from '#language/protection-words';

export const protection: ProtectionWords = {
  kept: (figures, of, share) => `${figures} af ${of} tal, der ikke er nul, vises (${share})`,
  persons: (share) => `${share} af personerne i dem, talt med hvert sted de står`,
  sentences: (language, of, asTheyStand, rewritten, out) =>
    `${LANGUAGE_NAMES.da[language]}: af ${of} sætninger står ${asTheyStand}, som de er, ${rewritten} er skrevet om, ${out} er udeladt`,
  withheld: (number) => (number === 1 ? '1 tal er tilbageholdt:' : `${number} tal er tilbageholdt:`),
  why: {
    few: 'få personer',
    rest: 'en rest på få personer',
    'all-alike': 'alle i en lille gruppe er ens',
    zero: 'ingen personer',
    guard: 'beskytter et andet',
  },
  proven: (numbers, width) =>
    `${numbers} tal er beskyttet: for hvert findes to hele datasæt, der passer med alt det offentliggjorte, og som er mindst ${width} fra hinanden`,
  exposed: (numbers) =>
    numbers === 1
      ? '1 tal kan kendes ud fra det, der allerede er offentligt'
      : `${numbers} tal kan kendes ud fra det, der allerede er offentligt`,
  unproven: (numbers) => (numbers === 1 ? '1 tal er ikke bevist beskyttet' : `${numbers} tal er ikke bevist beskyttet`),
  outer:
    'Tabeller slutter ringe med for mange celler tilsammen: det, der er bevist, er bevist om tabeller, ikke om personer',
  shownAnyway: (table, by, approvedBy, on, why) =>
    `»${table}« vises, uanset hvad reglerne siger, som ${by} og ${approvedBy} besluttede den ${on}: ${why}`,
  between: (low, high) => `${low} til ${high}`,
  orMore: (low) => `${low} eller flere`,
  guards: (figure) => `for ${figure}`,
  restWithout: (whole, part) => `det, der er tilbage af »${whole}« uden »${part}«`,
  all: 'alle',
  dataSets: (number, exact) =>
    number === '1'
      ? exact
        ? 'Kun 1 datasæt af personer passer med alt, hvad der er offentliggjort: den, der kan regne, kender hvert tal'
        : 'Mindst 1 datasæt af personer passer med alt, hvad der er offentliggjort: at der er flere, er ikke vist'
      : `${exact ? '' : 'Mindst '}${number} datasæt af personer passer med alt, hvad der er offentliggjort`,
  fillings: (number, exact) =>
    `${exact ? '' : 'Mindst '}${number} ${number === '1' ? 'måde' : 'måder'} at udfylde tabellerne på passer med alt, hvad der er offentliggjort; hvilke af dem der kan findes personer til, er ikke undersøgt`,
  leftOut: (numbers) => `udeladt: ${numbers} tal, som intet begrænser`,
  further: 'Af flere tabeller kunne vises, uden at andet tilbageholdes for deres skyld (hver for sig):',
  furtherKept: (figures, of) => `${figures} af ${of} tal`,
  changed: {
    round: (base) =>
      `Små antal er afrundet til 0 eller ${base}: hver tabel går op, og ingen to er uenige, men totaler er ikke de sande`,
    cellKey: 'Tal er flyttet med cellenøgler: de samme personer flyttes ens overalt, men dele går ikke op i deres sum',
    moved: (figures, of, share) => `${figures} af ${of} tal, som ikke er nul, er ændret (${share})`,
    apart: (largest, mean) => `Højst ${largest} fra det sande tal, ${mean} i gennemsnit`,
    utility: (share) => `${share} af informationen er tilbage (Hellinger)`,
    withheld: (figures) =>
      figures === 1
        ? '1 tal kan ikke vises på den måde og er tilbageholdt'
        : `${figures} tal kan ikke vises på den måde og er tilbageholdt`,
  },
  plan: {
    other: (concept) => `Andre (${concept.toLowerCase()})`,
    otherOrUnknown: (concept, unknown) => `Andre eller ${unknown.toLowerCase()} (${concept.toLowerCase()})`,
    ages: (from, to) =>
      to === undefined ? `${from} år og derover` : from === 0 ? `Under ${to + 1} år` : `${from}–${to} år`,
    proposed: (years, tried) =>
      `Den sammenlægning, der bevarer mest i ${years} (${tried === 1 ? '1 plan er prøvet' : `${tried} planer er prøvet`}), til \`rolled-up:\` i policies.yaml:`,
    none: 'Ingen sammenlægning bevarer mere, end hvis alt fortælles hver for sig.',
    unfinished: 'Der er flere planer at prøve, end der er prøvet: en anden kan være bedre.',
    unproven: (numbers) =>
      numbers === 1
        ? '1 tal er ikke bevist beskyttet med planen'
        : `${numbers} tal er ikke bevist beskyttet med planen`,
    columns: {year: 'år', without: 'uden plan', inForce: 'gældende plan', proposed: 'foreslået plan', all: 'i alt'},
    legend: 'Tal, der ikke er nul og vises, af dem der er; pct. af dem og af personerne i dem',
    lines: 'Hvad hver linje koster, og hvad den giver (alle år, mod planen uden den):',
    together: (codes, more) => `fortæller sammen: ${codes}${more === 0 ? '' : ` og ${more} til`}`,
    fewer: (figures) => `tal, der fortælles: ${figures} færre`,
    gains: (figures, persons) => `vist: tal ${figures}, personer ${persons}`,
    newPolicy:
      'En plan ændres ikke, mens dens politik gælder: en ny plan er en ny politik med sin egen første dag (`since:`), så serier ikke brydes midt i den gamle.',
  },
};
