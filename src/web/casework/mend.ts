/** What was found of a statement, each with the way to where it is mended. */
import {html} from 'hono/html';
import type {EditionKind} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import {LANGUAGES} from '#concepts/labels';
import {type Period, periodId} from '#concepts/period';
import type {Language} from '#language/language';
import {findingSaid} from '#language/said';
import type {Naming} from '#production/naming';
import {findingInWords, isQuestion} from '#production/question-words';
import {type Html, prose} from '../page.ts';
import {textPath} from './text.ts';

export interface Mended {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly naming: Naming;
}

export const findingsList = (findings: readonly Finding[], mended: Mended, language: Language): Html =>
  html`<ul class="findings">${findings.map((one) => findingOf(one, mended, language))}</ul>`;

function findingOf(finding: Finding, mended: Mended, language: Language): Html {
  const {period, naming} = mended;
  const words = naming.words(language.tag, period.to);
  const {what, remedy} = findingSaid(findingInWords(finding, words), language);
  const place = placeOf(finding, mended, language);
  return html`<li class="${finding.severity}"><strong>${prose(what, language)}</strong> ${place === undefined ? prose(remedy, language) : html`<a href="${place.path}">${place.name}</a>`}</li>`;
}

/** Undefined: nowhere at the workbench; the finding's own remedy stands. */
function placeOf(
  finding: Finding,
  {period, kind}: Mended,
  {tag, workbench: {release: words, statement, text, protection}}: Language,
): {readonly path: string; readonly name: string} | undefined {
  const {rule, facts} = finding;
  const year = periodId(period);
  if (isQuestion(finding)) return {path: `/questions?year=${year}`, name: statement.toQuestions};
  if (rule === 'identity-questions-open') return {path: '/review', name: words.toIdentities};
  if (rule === 'rows-held' || rule === 'control-total-disagrees') return {path: '/intake', name: words.toIntake};
  if (PROTECTION.some((one) => one === rule)) return {path: `/statement/protection/${year}`, name: protection.to};
  const written = LANGUAGES.find((one) => facts.file === `statement/${one}.md`);
  if (written === undefined && facts.section === undefined) return undefined;
  return {path: textPath({period, kind, language: written ?? tag}), name: text.toText};
}

const PROTECTION: readonly Finding['rule'][] = ['disclosure-exposed', 'disclosure-unproven', 'little-shown'];
