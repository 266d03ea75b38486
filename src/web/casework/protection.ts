/** How a public edition of a year is protected: what is left, and for each withheld figure what a reader can know of it. */
import {html} from 'hono/html';
import type {Finding} from '#concepts/finding';
import {LANGUAGES} from '#concepts/labels';
import {periodId} from '#concepts/period';
import type {Words} from '#concepts/words';
import type {Language} from '#language/language';
import {largeNumber} from '#language/large-number';
import {percentShown} from '#language/percent';
import {findingSaid} from '#language/said';
import type {Protection, ProtectionReport, WithheldFigure} from '#production/protection';
import {findingInWords} from '#production/question-words';
import {type Html, type PageContent, prose, shown} from '../page.ts';

export interface ShownProtection extends ProtectionReport {
  readonly words: Words;
}

type Place = WithheldFigure['places'][number];
interface Row extends WithheldFigure {
  readonly place: Place;
}

export function protectionPage(report: ShownProtection, language: Language): PageContent {
  const {protection: words} = language.workbench;
  const {request, protection, strains, findings} = report;
  const period = periodId(request.period);
  const told = [...strains, ...findings];
  const body = html`<p class="ways"><a href="/statement?year=${period}&amp;kind=public">${language.workbench.text.toStatement}</a></p>
<p>${words.help}</p>
<div class="case"><section><h2>${words.shares}</h2>${sharesOf(report, language)}</section>
${told.length === 0 ? '' : html`<section><h2>${language.workbench.statement.findings}</h2><ul class="findings">${told.map((one) => findingOf(one, report.words, language))}</ul></section>`}</div>
${protection === undefined ? '' : withheldOf(protection, report, language)}`;
  return {title: words.title(period), place: 'statement', body, wide: true};
}

function findingOf(finding: Finding, words: Words, language: Language): Html {
  const {what, remedy} = findingSaid(findingInWords(finding, words), language);
  return html`<li class="${finding.severity}"><strong>${prose(what, language)}</strong> ${prose(remedy, language)}</li>`;
}

function sharesOf({request, protection, perturbation, sentences, profile}: ShownProtection, language: Language): Html {
  const {protection: words, tag} = language;
  const number = (value: number) => value.toLocaleString(tag);
  const lines = LANGUAGES.map((one) => {
    const {of, asTheyStand, rewritten} = sentences[one];
    return words.sentences(one, of, asTheyStand, rewritten, of - asTheyStand - rewritten);
  });
  if (protection === undefined) {
    const {moved, apart, utility} = words.changed;
    if (perturbation === undefined) return '';
    const {changed, figures, largest, mean, utility: left} = perturbation;
    return list([
      moved(number(changed), number(figures), percentShown(figures === 0 ? 0 : changed / figures, 0, tag, 1)),
      apart(number(largest), mean.toLocaleString(tag, {maximumFractionDigits: 2})),
      utility(percentShown(left, 0, tag, 1)),
      ...lines,
    ]);
  }
  const {kept, guarded, exposed, unproven, outer, dataSets} = protection;
  const share = (part: number, of: number) => (of === 0 ? '–' : percentShown(part / of, 0, tag));
  const {policy} = request;
  const {width, shownAnyway} = policy.edition === 'public' && 'width' in policy ? policy : {width: 0, shownAnyway: []};
  const titleOf = (id: string) => profile.tables.find((table) => table.id === id)?.title[tag] ?? id;
  return list([
    words.kept(number(kept.figures), number(kept.of), share(kept.figures, kept.of)),
    words.persons(share(kept.persons, kept.ofPersons)),
    ...lines,
    words.proven(guarded.length - unproven.length - exposed.length, width),
    ...(exposed.length === 0 ? [] : [words.exposed(exposed.length)]),
    ...(unproven.length === 0 ? [] : [words.unproven(unproven.length)]),
    ...(outer ? [words.outer] : []),
    ...(dataSets === undefined
      ? []
      : [words[outer ? 'fillings' : 'dataSets'](largeNumber(dataSets.least, tag), dataSets.exact)]),
    ...shownAnyway.map(({table, by, approvedBy, on, why}) =>
      shown(words.shownAnyway(titleOf(table), by, approvedBy, on, why), language),
    ),
  ]);
}

const list = (lines: readonly string[]): Html => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

function withheldOf({withheld}: Protection, report: ShownProtection, language: Language): Html {
  const rows = withheld.flatMap((one) => one.places.map((place): Row => ({...one, place})));
  return html`<h2>${language.protection.withheld(withheld.length)}</h2>
${[...Map.groupBy(rows, ({place}) => place.table)].map(([table, own]) => tableOf(table, own, report, language))}`;
}

function tableOf(table: string, rows: readonly Row[], report: ShownProtection, language: Language): Html {
  const {protection: words} = language.workbench;
  const title = report.words.table(table);
  const most = Math.max(1, ...rows.map(({low = 0, high}) => high ?? low));
  return html`<section><h3>${title}</h3><div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${title}"><table class="table table--compact">
<thead><tr><th scope="col">${words.figure}</th><th scope="col" class="bar-cell">${words.interval}</th><th scope="col">${words.why}</th><th scope="col">${words.guards}</th></tr></thead>
<tbody>${rows.map(({place, low, high, why, guards}) => html`<tr><th scope="row">${labelOf(place, report, language)}</th><td>${intervalOf(low, high, most, language)}</td><td>${language.protection.why[why]}</td><td>${guards === undefined ? '' : guardedOf(guards, report, language)}</td></tr>`)}</tbody></table></div></section>`;
}

/** In the words of the profile; a margin is left out, and a total is called so. */
function labelOf({table, codes}: Place, {profile, words}: ShownProtection, language: Language): string {
  const dimensions = profile.tables.find(({id}) => id === table)?.dimensions ?? [];
  const labels = codes.flatMap((code, i) => (code === 'all' ? [] : [words.code(dimensions[i] ?? '', code)]));
  return labels.length === 0 ? language.revisions.total : labels.join(', ');
}

function guardedOf(
  {restOf, ...of}: NonNullable<WithheldFigure['guards']>,
  report: ShownProtection,
  language: Language,
): string {
  const named = (place: Place) => `${report.words.table(place.table)}: ${labelOf(place, report, language)}`;
  return restOf === undefined ? named(of) : language.protection.restWithout(named(restOf), named(of));
}

/** From none to the highest that any of the table can be. */
function intervalOf(low: number | undefined, high: number | undefined, most: number, language: Language): Html {
  const {protection: words, tag} = language;
  if (low === undefined) return language.workbench.protection.notTold;
  const number = (value: number) => value.toLocaleString(tag);
  const said = high === undefined ? words.orMore(number(low)) : words.between(number(low), number(high));
  const from = (low / most) * 100;
  const wide = ((high ?? most) / most) * 100 - from;
  return html`${said}<svg class="weight" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="range" x="0" y="3" width="100" height="2"></rect><rect class="span" x="${from.toFixed(1)}" y="0" width="${Math.max(1, wide).toFixed(1)}" height="8"></rect></svg>`;
}
