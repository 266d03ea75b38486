/** Why a claim of a text holds or fails, and what it should have said, in words. */
import type {Claim, Reason} from '#claims/claim';
import type {LanguageTag} from '#concepts/labels';
import type {CheckWords} from '#language/check-words';
import {decimals} from '#language/decimals';
import {percentShown} from '#language/percent';

/** As the text writes its decimals, the sign in words. */
export const rightSaid = (right: NonNullable<Claim['right']>, tag: LanguageTag): string =>
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
