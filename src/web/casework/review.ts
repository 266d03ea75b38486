/** Two who may be one person side by side, what speaks for and against, and what each verdict would move before one is given. */
import {html, raw} from 'hono/html';
import type {Refusal} from '#concepts/refusal';
import type {Words} from '#concepts/words';
import {decimals} from '#language/decimals';
import type {Language} from '#language/language';
import {numberShown} from '#language/person-numbers';
import {saidOf} from '#language/said';
import type {Moved, SeenPair, Side, Verdict, Waiting, Waterfall} from '#production/review';
import type {SeatedView} from '#production/review-seat';
import {type Html, ours, type PageContent, shown} from '../page.ts';

/** Of the queue; the rest comes when these are decided. */
const SHOWN = 50;

/** In the order of the desk, each by its key. */
export const VERDICTS: readonly (readonly [key: string, verdict: Verdict])[] = [
  ['r', 'returning'],
  ['i', 'same-incident'],
  ['f', 'filed-twice'],
  ['d', 'different'],
];

export function queuePage(
  {waiting, formToken}: {readonly waiting: readonly Waiting[]; readonly formToken: string},
  language: Language,
): PageContent {
  const {workbench, review, tag} = language;
  const {review: words} = workbench;
  const [first] = waiting;
  const body = html`<p role="status"><strong>${first === undefined ? review.none : review.waiting(waiting.length)}</strong></p>
${first === undefined ? '' : html`<p><a class="button button-primary" href="${pathOf(first.pair)}">${words.begin}</a></p>`}
${
  first === undefined
    ? ''
    : html`<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.title}"><table class="table table--compact"><thead><tr><th scope="col">${words.pair}</th><th scope="col">${words.weight}</th><th scope="col">${words.look}</th></tr></thead><tbody>${waiting
        .slice(0, SHOWN)
        .map(
          ({pair, weight, probability, part, again}) =>
            html`<tr><td class="keep"><a href="${pathOf(pair)}">${pair.join(' – ')}</a></td><td class="keep">${review.weight(signed(weight, language), decimals(probability, 3, tag))}</td><td>${review.parts[part]}${again ? ` · ${review.again}` : ''}</td></tr>`,
        )}</tbody></table></div>${waiting.length > SHOWN ? html`<p>${words.more(waiting.length - SHOWN)}</p>` : ''}`
}
<p><a href="/review/decided">${workbench.decided.link}</a></p>
<section><p>${words.findHelp}</p><form method="post" action="/review">${ours(formToken)}<button class="button button-secondary">${words.find}</button></form></section>`;
  return {title: words.title, place: 'review', body};
}

export interface ShownPair extends SeatedView {
  readonly formToken: string;
  readonly typed: {readonly verdict: string | undefined; readonly reason: string | undefined};
  readonly faults: {
    readonly verdict?: string;
    readonly reason?: string;
    /** What the desk says no to. */
    readonly refusal?: Refusal;
  };
}

export function pairPage(pair: ShownPair, language: Language): PageContent {
  const {workbench, review, tag} = language;
  const {review: words} = workbench;
  const {waiting, at, of, next, faults} = pair;
  const body = html`<p>${review.weight(signed(waiting.weight, language), decimals(waiting.probability, 3, tag))} · ${review.parts[waiting.part]}${waiting.again ? ` · ${review.again}` : ''}</p>
<div class="side-by-side"><div>${sidesOf(pair, language)}${waterfallOf(pair, language)}</div>${verdictForm(pair, language)}</div>
<p class="beside"><a href="${next === undefined ? '/review' : pathOf(next)}" data-key="s">${words.skip}</a><a href="/review">${words.queue}</a></p>`;
  return {
    title: review.head(at, of),
    place: 'review',
    body,
    wide: true,
    ...(Object.keys(faults).length === 0 ? {} : {status: 422}),
  };
}

export const decidedPathOf = (pair: readonly [string, string]): string => `${pathOf(pair)}/decided`;
export const pathOf = ([on, other]: readonly [string, string]): string => `/review/${on}/${other}`;

const signed = (weight: number, {tag}: Language): string => `${weight < 0 ? '' : '+'}${decimals(weight, 1, tag)}`;

export function sidesOf({sides: [left, right], naming}: SeenPair, language: Language): Html {
  const words = naming.words(language.tag);
  const [one, other] = [rowsOf(left, words, language), rowsOf(right, words, language)];
  const labels = [...new Set([...one.keys(), ...other.keys()])];
  const cell = (values: readonly string[] = []) => html`<td>${values.map((value) => html`<bdi>${value}</bdi>`)}</td>`;
  const named = (record: string) => html`<th scope="col"><a href="/cases/${record}">${record}</a></th>`;
  const {about} = language.workbench.review;
  return html`<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${about}"><table class="table table--compact sides"><thead><tr><td></td>${named(left.record)}${named(right.record)}</tr></thead><tbody>${labels.map(
    (label) => html`<tr><th scope="row">${label}</th>${cell(one.get(label))}${cell(other.get(label))}</tr>`,
  )}</tbody></table></div>`;
}

function rowsOf(side: Side, words: Words, language: Language): ReadonlyMap<string, readonly string[]> {
  const {rows, assessed} = language.review;
  const born = side.born === undefined ? [] : [`${shown(side.born, language)}${side.assessed ? ` (${assessed})` : ''}`];
  const numbers = Map.groupBy(side.identifiers, ({scheme}) => words.scheme(scheme));
  return new Map([
    [rows.name, side.names],
    ...(side.aliases.length === 0 ? [] : [[rows.alias, side.aliases] as const]),
    [rows.born, born],
    ...side.codes.map(
      ([concept, codes]) => [words.concept(concept), codes.map((code) => words.code(concept, code))] as const,
    ),
    ...(side.phones.length === 0 ? [] : [[rows.phone, side.phones] as const]),
    ...[...numbers].map(
      ([name, values]) => [name, values.map(({scheme, value}) => numberShown(scheme, value))] as const,
    ),
    [
      rows.decided,
      side.assessments.map(
        ({on, by, outcome}) =>
          `${shown(on, language)} ${words.code('authority', by)}: ${words.code('outcome', outcome)}`,
      ),
    ],
  ]);
}

interface Bar {
  readonly label: string;
  readonly weight: number;
}

export function waterfallOf({waterfall, naming}: SeenPair, language: Language): Html {
  const {review, linkage, workbench} = language;
  const {review: words} = workbench;
  if (waterfall === undefined) return html`<p>${review.nothing}</p>`;
  const rows: ReadonlyMap<string, string> = new Map(Object.entries(review.rows));
  const bars = barsOf(waterfall, (field) => rows.get(field) ?? naming.words(language.tag).concept(field), language);
  const all = [...bars, {label: linkage.sum, weight: waterfall.weight}];
  const drawn = drawnOf(bars);
  return html`<h2>${words.forAndAgainst}</h2><div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.forAndAgainst}"><table class="table table--compact"><thead><tr><th scope="col">${words.compared}</th><th scope="col">${words.bits}</th><td></td></tr></thead><tbody>${all.map(
    ({label, weight}, i) =>
      html`<tr><th scope="row">${label}</th><td class="keep">${signed(weight, language)}</td><td class="bar-cell">${drawn[i] ?? ''}</td></tr>`,
  )}</tbody></table></div>`;
}

function barsOf(
  {start, steps, weight, proven}: Waterfall,
  named: (field: string) => string,
  {linkage, review, workbench}: Language,
): readonly Bar[] {
  const bars = [
    {label: workbench.review.start, weight: start},
    ...steps.flatMap(({field, level, weight: own, frequency}) => [
      {
        label: `${named(field)}: ${level === undefined ? linkage.missing : (review.levels.get(level) ?? level)}`,
        weight: own,
      },
      ...(frequency === 0 ? [] : [{label: linkage.frequency, weight: frequency}]),
    ]),
  ];
  // What leans on what, or proves, moves the sum besides.
  const rest = weight - bars.reduce((sum, bar) => sum + bar.weight, 0);
  return Math.abs(rest) < 0.05 ? bars : [...bars, {label: proven ? linkage.proven : review.rest, weight: rest}];
}

/** Each begins where the one before ended, and the last is their sum; the figures beside them say the same. */
function drawnOf(bars: readonly Bar[]): readonly Html[] {
  let reached = 0;
  const spans = bars.map(({weight}) => {
    const from = reached;
    reached += weight;
    return [from, reached] as const;
  });
  const all = [...spans, [0, reached] as const];
  const least = Math.min(0, ...all.flat());
  const width = Math.max(1e-9, Math.max(0, ...all.flat()) - least);
  const place = (bits: number) => (((bits - least) / width) * 100).toFixed(1);
  return all.map(([from, to]) => {
    const long = ((Math.abs(to - from) / width) * 100).toFixed(1);
    return html`<svg class="weight" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="${to >= from ? 'for' : 'against'}" x="${place(Math.min(from, to))}" y="0" width="${long}" height="8"></rect><rect class="zero" x="${place(0)}" y="0" width=".3" height="8"></rect></svg>`;
  });
}

function verdictForm({sides, waiting, moves, formToken, typed, faults}: ShownPair, language: Language): Html {
  const {review, workbench} = language;
  const {review: words} = workbench;
  const refused = faults.refusal === undefined ? '' : saidOf(faults.refusal, language);
  const reasonFault = faults.reason ?? (refused === '' ? undefined : `${refused.what} ${refused.remedy}`);
  const fault = (id: string, text: string | undefined) =>
    text === undefined
      ? ''
      : html`<span class="form-error-message" id="${id}" role="alert">${shown(text, language)}</span>`;
  const [left, right] = sides;
  return html`<form method="post" action="${pathOf([left.record, right.record])}" class="form" novalidate>${ours(formToken)}
<fieldset class="form-group${faults.verdict === undefined ? '' : ' form-error'}"><legend class="form-label">${words.verdict}</legend>${fault('fault-verdict', faults.verdict)}${VERDICTS.map(
    ([key, verdict]) =>
      html`<div class="form-group-radio"><input class="form-radio" type="radio" id="verdict-${verdict}" name="verdict" value="${verdict}" data-key="${key}" aria-describedby="moves-${verdict}" ${typed.verdict === verdict ? raw('checked') : ''}><label class="form-label" for="verdict-${verdict}">${review.verdicts[verdict]} <kbd>${key}</kbd></label><span class="form-hint" id="moves-${verdict}">${movesOf(moves?.[verdict], language)}</span></div>`,
  )}</fieldset>
<p>${waiting.part === 're-review' ? review.settlesNothing : review.openRule}</p>
<div class="form-group${reasonFault === undefined ? '' : ' form-error'}"><label class="form-label" for="reason">${words.reason}</label><span class="form-hint" id="reason-hint">${words.reasonHint}</span>${fault('fault-reason', reasonFault)}<textarea class="form-input" id="reason" name="reason" rows="3" aria-describedby="reason-hint${reasonFault === undefined ? '' : ' fault-reason'}" ${reasonFault === undefined ? '' : raw('aria-invalid="true"')}>${typed.reason ?? ''}</textarea></div>
<button class="button button-primary">${words.decide}</button><p class="keys">${words.keys}</p></form>`;
}

function movesOf(moved: readonly Moved[] | undefined, {review}: Language): string {
  if (moved === undefined) return '';
  if (moved.length === 0) return review.movesNothing;
  return moved.map(({year, persons, repeats}) => review.moves(year, persons, repeats)).join('; ');
}
