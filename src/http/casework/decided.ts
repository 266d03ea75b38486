/** What was decided of two records, and how it is taken back: under the name of whoever does it, seen before it is done. */
import {decidedAt, seenDecided, takenBackAt} from '#production/decided-pairs';
import {decidedListPage, decidedPage} from '#web/casework/decided';
import {decidedPathOf} from '#web/casework/review';
import type {Answer, Asked, Route} from '../route.ts';
import {pairIn, seatOf} from './review.ts';

export const decidedRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/review/decided',
    verb: 'identity.review',
    async answer(asked) {
      const decided = await decidedAt(seatOf(asked));
      if (!decided.ok) return decided;
      return {
        page: decidedListPage(decided.value, asked.language),
        looked: {records: [...new Set(decided.value.flatMap(({pair}) => pair))]},
      };
    },
  },
  {
    method: 'GET',
    path: '/review/:on/:other/decided',
    verb: 'identity.review',
    answer: (asked) => shownDecided(asked, undefined, {}),
  },
  {
    method: 'POST',
    path: '/review/:on/:other/decided',
    verb: 'identity.review',
    async answer(asked) {
      const {bench, language, field} = asked;
      const {decided: words} = language.workbench;
      const pair = pairIn(asked);
      const [reason, seen] = [field('reason'), field('_seen')];
      if (pair === undefined || !/^\d{1,15}$/.test(seen ?? '')) return {refusal: {reason: 'no-such-page'}};
      if (reason === undefined) return shownDecided(asked, reason, {reason: words.giveReason});
      const taken = await takenBackAt(seatOf(asked), pair, {seen: Number(seen), reason}, bench.effects);
      if (taken.ok) return {goTo: `/cases/${pair[0]}`, notice: words.takenBack, looked: {records: pair}};
      const {refusal} = taken;
      return refusal.reason === 'nothing-decided' ? taken : shownDecided(asked, reason, {refusal});
    },
  },
];

async function shownDecided(
  asked: Asked,
  typed: string | undefined,
  faults: Parameters<typeof decidedPage>[0]['faults'],
): Promise<Answer> {
  const pair = pairIn(asked);
  if (pair === undefined) return {refusal: {reason: 'no-such-page'}};
  const view = await seenDecided(seatOf(asked), pair, asked.bench.effects);
  if (!view.ok) return view;
  const {formToken} = asked.session;
  const page = decidedPage({...view.value, path: decidedPathOf(pair), formToken, typed, faults}, asked.language);
  return {page, looked: {records: pair}};
}
