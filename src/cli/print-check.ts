/** What came of the claims of somebody's texts, as a person reads it and as `--json` says it. */
import type {LanguageTag} from '#concepts/labels';
import type {CheckWords} from '#language/check-words';
import {decimals} from '#language/decimals';
import type {Language} from '#language/language';
import {percentShown} from '#language/percent';
import type {Checked, Claim, Reason} from '#production/check-text';

export const checkJson = ({texts}: Checked, {check, tag}: Language): Readonly<Record<string, unknown>> => ({
  claims: texts.flatMap(({claims}) =>
    claims.map(({sentence, verdict, printed, right, reason}) => ({
      ...{sentence, verdict, printed, right: right ?? null, why: whyOf(reason, check.why, tag)},
    })),
  ),
});

export function checkText({texts, register, tables}: Checked, {check, tag}: Language): string {
  const held = [
    ...(register === undefined ? [] : [check.against[register.kind](register.year)]),
    ...(tables === 0 ? [] : [check.against.tables(tables)]),
  ];
  return [
    ...(held.length === 0 ? [check.against.nothing] : held),
    ...texts.map((text) => textOf(text, check, tag)),
  ].join('\n');
}

function textOf({file, claims}: Checked['texts'][number], words: CheckWords, tag: LanguageTag): string {
  const of = (verdict: Claim['verdict']) => claims.filter((claim) => claim.verdict === verdict);
  const [held, failed, open] = [of('holds'), of('fails'), of('unverified')];
  const failures = [...Map.groupBy(failed, ({sentence}) => sentence)].flatMap(([sentence, same]) => [
    '',
    `  ${sentence}`,
    ...same.map(
      ({printed, right, reason}) =>
        `  ✗ ${printed}${right === undefined ? '' : ` – ${words.right(inWords(right, tag))}`}: ${whyOf(reason, words.why, tag)}`,
    ),
  ]);
  const untested = [...Map.groupBy(open, ({sentence}) => sentence)].map(
    ([sentence, same]) => `  · ${same.map(({printed}) => printed).join(', ')}: ${shortened(sentence)}`,
  );
  return [
    words.summary(file, claims.length, held.length, failed.length, open.length),
    ...failures,
    ...(untested.length === 0 ? [] : ['', `  ${words.untested}`, ...untested]),
  ].join('\n');
}

const shortened = (sentence: string): string => (sentence.length > 100 ? `${sentence.slice(0, 99)}…` : sentence);

/** As the text writes its decimals, the sign in words. */
const inWords = (right: string, tag: LanguageTag): string =>
  right.replace(/\s?%$/, percentShown(0, 0, tag).replace('0', ''));

export function whyOf(reason: Reason, why: CheckWords['why'], tag: LanguageTag): string {
  const n = (value: number): string => value.toLocaleString(tag).replace('-', '−');
  switch (reason.check) {
    case 'change-percent':
    case 'change-number':
    case 'change-direction':
      return why.change(n(reason.from), n(reason.to));
    case 'change-ratio':
      return why.ratio(n(reason.from), n(reason.to), decimals(reason.to / reason.from, 2, tag));
    case 'share':
    case 'quantifier':
      return why.share(n(reason.part), n(reason.whole), percentShown(reason.part / reason.whole, 1, tag));
    case 'part-above-whole':
      return why.aboveWhole(n(reason.part), n(reason.whole));
    case 'parts': {
      const total = reason.parts.reduce((a, b) => a + b, 0);
      return why.parts(reason.parts.map(n).join(' + '), n(total), n(reason.whole), reason.whole - total);
    }
    case 'percent-parts':
      return why.percents(percentShown(reason.parts.reduce((a, b) => a + b, 0) / 100, 0, tag, 2));
    case 'table-sum':
      return why.tableSum(n(reason.sum), n(reason.printed));
    case 'known':
      return why.known(reason.table, reason.cell, n(reason.value));
    case 'largest':
      return why.largest(reason.table, reason.label, n(reason.value));
    case 'sum-of-years':
      return why.sumOfYears(
        n(reason.sum),
        reason.distinct === undefined ? undefined : n(reason.distinct),
        reason.table,
      );
    case 'own-sentence':
      return why.own(reason.sentence);
    case 'nothing-known':
      return why.nothing;
  }
}
