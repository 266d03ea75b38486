/** How a public edition is protected, as a person reads it and as `--json` says it. No withheld number is in it. */

import {LANGUAGES} from '#concepts/labels';
import type {Language} from '#language/language';
import {largeNumber} from '#language/large-number';
import {percentShown} from '#language/percent';
import type {ProtectionWords} from '#language/protection-words';
import {findingSaid, findingWhat} from '#language/said';
import type {ProtectionReport, WithheldFigure} from '#production/protection';
import {furtherJson, furtherText} from './print-further.ts';

type Address = WithheldFigure['places'][number];
type Guarded = NonNullable<WithheldFigure['guards']>;

export function protectionJson(report: ProtectionReport): Readonly<Record<string, unknown>> {
  const {request, protection, perturbation, sentences, strains, further} = report;
  const findings = [...strains, ...report.findings];
  const {period, cutOff, policy} = request;
  if (protection === undefined) return {period, cutOff, policy, changed: perturbation, sentences, findings};
  const {withheld, guarded, exposed, unproven, kept, outer, dataSets} = protection;
  return {
    ...{period, cutOff, policy},
    kept,
    sentences,
    withheld: withheld.map(({places, why, guards, low, high}) => ({
      places,
      why,
      ...(guards === undefined ? {} : {guards}),
      ...(low === undefined ? {} : {low, high: high ?? null}),
    })),
    guarded: guarded.length,
    exposed,
    unproven,
    outer,
    ...(dataSets === undefined ? {} : {dataSets: {...dataSets, least: String(dataSets.least)}}),
    findings,
    ...furtherJson(further),
  };
}

export function protectionText(report: ProtectionReport, language: Language, explain: boolean): string {
  const {protection: words, tag} = language;
  const {request, protection, sentences, strains, profile} = report;
  if (protection === undefined) return perturbationText(report, language);
  const {withheld, guarded, exposed, unproven, kept, outer, dataSets} = protection;
  const number = (value: number) => value.toLocaleString(tag);
  const share = (part: number, of: number) => (of === 0 ? '–' : percentShown(part / of, 0, tag));
  const {width, shownAnyway} =
    request.policy.edition === 'public' && 'width' in request.policy ? request.policy : {width: 0, shownAnyway: []};
  const reasons = Map.groupBy(withheld, ({why}) => why);
  const titleOf = (id: string) => profile.tables.find((table) => table.id === id)?.title[tag] ?? id;
  const figure = ({table, codes}: Address) =>
    `${table}: ${codes.map((code) => (code === 'all' ? words.all : code)).join(' · ') || words.all}`;
  const guardedFigure = ({restOf, ...of}: Guarded) =>
    restOf === undefined ? figure(of) : words.restWithout(figure(restOf), figure(of));
  const limits = ({low, high}: WithheldFigure) =>
    low === undefined ? '' : high === undefined ? words.orMore(number(low)) : words.between(number(low), number(high));
  const explained = Map.groupBy(
    withheld.flatMap((one) => one.places.map((place) => ({...one, place}))),
    ({place}) => place.table,
  );
  return [
    `  ${words.kept(number(kept.figures), number(kept.of), share(kept.figures, kept.of))}`,
    `  ${words.persons(share(kept.persons, kept.ofPersons))}`,
    ...sentencesText(sentences, words),
    `  ${words.withheld(withheld.length)} ${[...reasons].map(([why, all]) => `${all.length} ${words.why[why]}`).join(', ')}`,
    `  ✓ ${words.proven(guarded.length - unproven.length - exposed.length, width)}`,
    ...(exposed.length === 0 ? [] : [`  ! ${words.exposed(exposed.length)}`]),
    ...exposed.map(({rule, of}) => `    ${words.why[rule]}: ${of === undefined ? '' : guardedFigure(of)}`),
    ...(unproven.length === 0 ? [] : [`  ✗ ${words.unproven(unproven.length)}`]),
    ...unproven.map(({rule, of}) => `    ${words.why[rule]}: ${of === undefined ? '' : guardedFigure(of)}`),
    ...(outer ? [`  ! ${words.outer}`] : []),
    ...shownAnyway.map(
      ({table, by, approvedBy, on, why}) => `  · ${words.shownAnyway(titleOf(table), by, approvedBy, on, why)}`,
    ),
    ...(dataSets === undefined ? [] : [`  ${dataSetsText(dataSets, outer, language)}`]),
    ...strainText(strains, language),
    ...furtherText(report.further, language, explain),
    ...(explain
      ? [...explained].flatMap(([table, cells]) => [
          '',
          titleOf(table),
          ...cells.map(
            (one) =>
              `  ${figure(one.place).padEnd(52)} ${limits(one).padEnd(14)} ${words.why[one.why]}${one.guards === undefined ? '' : ` (${words.guards(guardedFigure(one.guards))})`}`,
          ),
        ])
      : []),
  ].join('\n');
}

/** `outer`: persons were not looked at, so a way to fill the tables may be nobody's. */
export const dataSetsText = (
  {least, exact, unlimited}: NonNullable<NonNullable<ProtectionReport['protection']>['dataSets']>,
  outer: boolean,
  {protection: words, tag}: Language,
): string =>
  words[outer ? 'fillings' : 'dataSets'](largeNumber(least, tag), exact) +
  (unlimited === 0 ? '' : ` (${words.leftOut(unlimited)})`);

/** What mends one mends them all. */
const strainText = (strains: ProtectionReport['strains'], language: Language): readonly string[] => [
  ...strains.map((finding) => `  ${findingWhat(finding, language)}`),
  ...strains.slice(0, 1).map((finding) => `    → ${findingSaid(finding, language).remedy}`),
];

const sentencesText = (sentences: ProtectionReport['sentences'], words: ProtectionWords): readonly string[] =>
  LANGUAGES.map((one) => {
    const {of, asTheyStand, rewritten} = sentences[one];
    return `  ${words.sentences(one, of, asTheyStand, rewritten, of - asTheyStand - rewritten)}`;
  });

/** What changing figures costs. */
function perturbationText({perturbation, sentences, request}: ProtectionReport, {protection, tag}: Language): string {
  if (perturbation === undefined) return '';
  const {changed: words} = protection;
  const {method, figures, changed, largest, mean, utility, withheld} = perturbation;
  const number = (value: number, digits = 0) => value.toLocaleString(tag, {maximumFractionDigits: digits});
  const share = (value: number) => percentShown(value, 0, tag, 1);
  const {policy} = request;
  return [
    ...(policy.edition === 'public' && policy.method === 'round' ? [`  ${words.round(policy.base)}`] : []),
    ...(method === 'cell-key' ? [`  ${words.cellKey}`] : []),
    `  ${words.moved(number(changed), number(figures), share(figures === 0 ? 0 : changed / figures))}`,
    `  ${words.apart(number(largest), number(mean, 2))}`,
    `  ${words.utility(share(utility))}`,
    ...(withheld === 0 ? [] : [`  ${words.withheld(withheld)}`]),
    ...sentencesText(sentences, protection),
  ].join('\n');
}
