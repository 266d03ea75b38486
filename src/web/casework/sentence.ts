/** A sentence of the statement as it is worked at: what it says, each figure a link to what it is, and its proofs beside it. */
import {html} from 'hono/html';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import type {Language} from '#language/language';
import {findingSaid} from '#language/said';
import {rightSaid, whyOf} from '#production/claim-said';
import {brokenIn, type Said, type SentenceView} from '#production/sentence-view';
import {type Html, shown} from '../page.ts';

export interface Around {
  /** Of the statement. */
  readonly tag: LanguageTag;
  figure(address: string): string;
}

export const saidOf = (said: readonly Said[], around: Around): Html =>
  html`<span lang="${around.tag}">${said.map((one) => pieceOf(one, around))}</span>`;

function pieceOf(piece: Said, {figure}: Around): Html {
  switch (piece.kind) {
    case 'text':
      return html`${piece.text}`;
    case 'strong':
      return html`<strong>${piece.text}</strong>`;
    case 'fault':
      return html`<mark class="fault">${piece.text}</mark>`;
    case 'figure': {
      const [first] = piece.addresses;
      return first === undefined
        ? html`<span title="${piece.title}">${piece.text}</span>`
        : html`<a class="bound" href="${figure(first)}" title="${piece.title}">${piece.text}</a>`;
    }
  }
}

/** Those that do not hold each with its remedy; of those that do, how many and which. */
export function proofsOf(sentence: SentenceView, language: Language): Html {
  const {proofs: words} = language.workbench.text;
  const {findings, claims, identities} = sentence;
  const fails = claims.filter(({verdict}) => verdict === 'fails');
  const holds = claims.filter(({verdict}) => verdict === 'holds');
  const apart = identities.filter((one) => !one.holds);
  const agreeing = identities.filter((one) => one.holds);
  const broken =
    brokenIn(sentence) === 0
      ? ''
      : html`<ul class="findings">${findings.map((one) => findingItem(one, language))}${fails.map(
          ({printed, right, reason}) =>
            html`<li class="error"><strong>${shown(words.claimFails(printed, right === undefined ? undefined : rightSaid(right, language.tag), whyOf(reason, language.check.why, language.tag)), language)}</strong> ${words.claimHelp}</li>`,
        )}${apart.map(({written}) => html`<li class="error"><strong>${words.inTable}</strong> ${words.inTableHelp}${writtenOf(written)}</li>`)}</ul>`;
  const held = [
    ...(holds.length === 0 ? [] : [words.hold(holds.length)]),
    ...(agreeing.length === 0 ? [] : [words.inTables(agreeing.length)]),
  ];
  if (held.length === 0) return broken;
  return html`${broken}<details class="held"><summary>✓ ${held.join(', ')}</summary><ul>${holds.map(({printed, reason}) => html`<li>${printed}: ${shown(whyOf(reason, language.check.why, language.tag), language)}</li>`)}${agreeing.slice(0, MOST).map(({written}) => html`<li>${written === undefined ? words.inTables(1) : html`<code>${written}</code>`}</li>`)}</ul></details>`;
}

/** So many identities are written out; the figure's own page has all. */
const MOST = 12;

const writtenOf = (written: string | undefined): Html => (written === undefined ? '' : html` <code>${written}</code>`);

export function findingItem(finding: Finding, language: Language): Html {
  const {what, remedy} = findingSaid(finding, language);
  return html`<li class="${finding.severity}"><strong>${shown(what, language)}</strong> ${remedy} <span class="rule">${language.workbench.text.rule}: <code>${finding.rule}</code></span></li>`;
}
