/** Who is the same person: pairs seen side by side and decided one by one, under the name of whoever does it. */
import {parseRecordNumber} from '#concepts/record-number';
import {decidedAt} from '#production/decided-pairs';
import {silent} from '#production/progress';
import {findInto, pairOf} from '#production/review';
import {answeredAt, type Pair, type Seat, seenAt, waitingAt} from '#production/review-seat';
import {decidedPathOf, pairPage, pathOf, queuePage, VERDICTS} from '#web/casework/review';
import type {Answer, Asked, Route} from '../route.ts';

export const reviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/review',
    verb: 'identity.review',
    async answer(asked) {
      const waiting = await waitingAt(seatOf(asked), asked.bench.effects);
      if (!waiting.ok) return waiting;
      return {
        page: queuePage({waiting: waiting.value, formToken: asked.session.formToken}, asked.language),
        looked: {records: [...new Set(waiting.value.flatMap(({pair}) => pair))]},
      };
    },
  },
  {
    method: 'POST',
    path: '/review',
    verb: 'identity.review',
    async answer({bench: {folder, effects}, who, language}) {
      const found = await findInto(folder, {recordedBy: who.name, dryRun: false}, effects, silent);
      return found.ok ? {goTo: '/review', notice: language.review.found(found.value)} : found;
    },
  },
  {
    method: 'GET',
    path: '/review/:on/:other',
    verb: 'identity.review',
    answer: async (asked) => shownPair(asked, {verdict: undefined, reason: undefined}, {}),
  },
  {
    method: 'POST',
    path: '/review/:on/:other',
    verb: 'identity.review',
    async answer(asked) {
      const {bench, language, field} = asked;
      const {review: words} = language.workbench;
      const typed = {verdict: field('verdict'), reason: field('reason')};
      const [, verdict] = VERDICTS.find(([, one]) => one === typed.verdict) ?? [];
      const pair = pairIn(asked);
      if (pair === undefined) return {refusal: {reason: 'no-such-page'}};
      if (verdict === undefined || typed.reason === undefined)
        return shownPair(asked, typed, {
          ...(verdict === undefined ? {verdict: words.chooseVerdict} : {}),
          ...(typed.reason === undefined ? {reason: words.giveReason} : {}),
        });
      const answered = await answeredAt(seatOf(asked), pair, {verdict, reason: typed.reason}, bench.effects);
      if (!answered.ok)
        return answered.refusal.reason === 'pair-not-waiting'
          ? answered
          : shownPair(asked, typed, {refusal: answered.refusal});
      const {decided, next} = answered.value;
      return {
        goTo: next === undefined ? '/review' : pathOf(next),
        notice: decided ? language.review.recorded(language.review.verdicts[verdict]) : language.review.notYet,
        looked: {records: pair},
      };
    },
  },
];

export const seatOf = ({bench, who, authority}: Asked): Seat => ({folder: bench.folder, reviewer: who.name, authority});

export function pairIn({param}: Asked): Pair | undefined {
  const [on, other] = [parseRecordNumber(param('on')), parseRecordNumber(param('other'))];
  return on === undefined || other === undefined ? undefined : pairOf(on, other);
}

async function shownPair(
  asked: Asked,
  typed: Parameters<typeof pairPage>[0]['typed'],
  faults: Parameters<typeof pairPage>[0]['faults'],
): Promise<Answer> {
  const pair = pairIn(asked);
  if (pair === undefined) return {refusal: {reason: 'no-such-page'}};
  const view = await seenAt(seatOf(asked), pair, asked.bench.effects);
  if (!view.ok) return (await isDecided(asked, pair)) ? {goTo: decidedPathOf(pair)} : view;
  const {formToken} = asked.session;
  return {page: pairPage({...view.value, formToken, typed, faults}, asked.language), looked: {records: pair}};
}

async function isDecided(asked: Asked, [on, other]: Pair): Promise<boolean> {
  const decided = await decidedAt(seatOf(asked));
  return decided.ok && decided.value.some(({pair}) => pair[0] === on && pair[1] === other);
}
