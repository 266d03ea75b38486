/** What is said of how a public edition is protected, in English. */

import {LANGUAGE_NAMES} from '#language/language-names';
import type {ProtectionWords} from '#language/protection-words';

export const protection: ProtectionWords = {
  kept: (figures, of, share) => `${figures} of ${of} figures that are not zero are shown (${share})`,
  persons: (share) => `${share} of the persons in them, counted wherever they stand`,
  sentences: (language, of, asTheyStand, rewritten, out) =>
    `${LANGUAGE_NAMES.en[language]}: of ${of} sentences ${asTheyStand} stand as they are, ${rewritten} are written otherwise, ${out} are left out`,
  withheld: (number) => (number === 1 ? '1 figure is withheld:' : `${number} figures are withheld:`),
  why: {
    few: 'few persons',
    rest: 'a rest of few persons',
    'all-alike': 'all of a small group are alike',
    zero: 'nobody',
    guard: 'guards another',
  },
  proven: (numbers, width) =>
    `${numbers} numbers are guarded: of each, two whole data sets that fit all that is published are at least ${width} apart`,
  exposed: (numbers) =>
    numbers === 1
      ? '1 number can be known from what is public already'
      : `${numbers} numbers can be known from what is public already`,
  unproven: (numbers) =>
    numbers === 1 ? '1 number is not proven to be guarded' : `${numbers} numbers are not proven to be guarded`,
  outer: 'Tables close circles with too many cells together: what is proven is proven of tables, not of persons',
  shownAnyway: (table, by, approvedBy, on, why) =>
    `“${table}” is shown whatever the rules say, as ${by} and ${approvedBy} decided on ${on}: ${why}`,
  between: (low, high) => `${low} to ${high}`,
  orMore: (low) => `${low} or more`,
  guards: (figure) => `for ${figure}`,
  restWithout: (whole, part) => `what is left of “${whole}” without “${part}”`,
  all: 'all',
  dataSets: (number, exact) =>
    number === '1'
      ? exact
        ? 'Only 1 data set of persons fits all that is published: who can reckon knows every figure'
        : 'At least 1 data set of persons fits all that is published: that there are more was not shown'
      : `${exact ? '' : 'At least '}${number} data sets of persons fit all that is published`,
  fillings: (number, exact) =>
    `${exact ? '' : 'At least '}${number} ${number === '1' ? 'way to fill the tables fits' : 'ways to fill the tables fit'} all that is published; of which of them there can be persons was not looked at`,
  leftOut: (numbers) =>
    numbers === 1 ? 'left out: 1 number that nothing limits' : `left out: ${numbers} numbers that nothing limits`,
  further: 'Of further tables could be shown, with nothing else withheld for them (each by itself):',
  furtherKept: (figures, of) => `${figures} of ${of} figures`,
  changed: {
    round: (base) =>
      `Small counts are rounded to 0 or ${base}: every table adds up and no two differ, but totals are not the true ones`,
    cellKey: 'Figures are moved by cell keys: the same persons are moved alike everywhere, but parts do not add up',
    moved: (figures, of, share) => `${figures} of ${of} figures that are not zero are changed (${share})`,
    apart: (largest, mean) => `At most ${largest} from the true figure, ${mean} on average`,
    utility: (share) => `${share} of the information is left (Hellinger)`,
    withheld: (figures) =>
      figures === 1
        ? '1 figure cannot be told so, and is withheld'
        : `${figures} figures cannot be told so, and are withheld`,
  },
  plan: {
    other: (concept) => `Other (${concept.toLowerCase()})`,
    otherOrUnknown: (concept, unknown) => `Other or ${unknown.toLowerCase()} (${concept.toLowerCase()})`,
    ages: (from, to) =>
      to === undefined ? `${from} years and over` : from === 0 ? `Under ${to + 1} years` : `${from}–${to} years`,
    proposed: (years, tried) =>
      `The plan that keeps most of ${years} (${tried === 1 ? '1 plan tried' : `${tried} plans tried`}), for \`rolled-up:\` in policies.yaml:`,
    none: 'No plan keeps more than telling everything apart.',
    unfinished: 'There are more plans to try than were tried: another may be better.',
    unproven: (numbers) =>
      numbers === 1
        ? 'With it 1 number is not proven to be guarded'
        : `With it ${numbers} numbers are not proven to be guarded`,
    columns: {year: 'year', without: 'without', inForce: 'in force', proposed: 'proposed', all: 'all'},
    legend: 'Figures that are not zero and are shown, of those there are; per cent of them, and of the persons in them',
    lines: 'What each line costs and what it gives (all years, beside the plan without it):',
    together: (codes, more) => `told together: ${codes}${more === 0 ? '' : ` and ${more} more`}`,
    fewer: (figures) => `figures told: ${figures} fewer`,
    gains: (figures, persons) => `shown: figures ${figures}, persons ${persons}`,
    newPolicy:
      'A plan is not changed while its policy is in force: a new plan is a new policy with its own first day (`since:`), so that no series breaks in the middle of the old one.',
  },
};
