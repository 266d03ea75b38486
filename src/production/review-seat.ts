/**
 * A seat at the review desk for one look or one answer: what waits for whoever sits there, of persons that are open to them alone.
 * Whoever is of one authority sees a pair where that authority knows both.
 */
import type {Code} from '#concepts/code-list';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Verdict} from '#register/fact';
import {isKnownTo} from './case-person.ts';
import type {Effects} from './effects.ts';
import type {Pair} from './identity-facts.ts';
import {silent} from './progress.ts';
import {atReviewDesk, type DeskView, type ReviewDesk, type Waiting} from './review.ts';
import {openRegister, withStore} from './workspace.ts';

export interface Seat {
  readonly folder: string;
  /** By name: what they answer is asked of nobody of that name again. */
  readonly reviewer: string;
  /** Whose persons alone are open to them; undefined: everybody's. */
  readonly authority: Code | undefined;
}

export interface SeatedView extends DeskView {
  /** In the order of the queue. */
  readonly at: number;
  readonly of: number;
  /** Undefined: it is the last. */
  readonly next: Pair | undefined;
}

/** What moves the figures most first. */
export const waitingAt = (seat: Seat, effects: Effects): Promise<Outcome<readonly Waiting[], Refusal>> =>
  atReviewDesk(seat.folder, seat.reviewer, effects, silent, (desk) => openTo(seat, desk));

/** Refused: `pair-not-waiting`, also of one that is not open to the seat: that it waits is not told. */
export const seenAt = (seat: Seat, pair: Pair, effects: Effects): Promise<Outcome<SeatedView, Refusal>> =>
  atReviewDesk(seat.folder, seat.reviewer, effects, silent, async (desk) => {
    const found = await foundIn(seat, desk, pair);
    if (!found.ok) return found;
    const {waiting, at} = found.value;
    const [one] = waiting.slice(at);
    if (one === undefined) return refuse(notWaiting(pair));
    const view = await desk.view(one);
    return view.ok ? done({...view.value, at: at + 1, of: waiting.length, next: waiting[at + 1]?.pair}) : view;
  });

/** Refused besides: as {@link ReviewDesk.answer}. */
export const answeredAt = (
  seat: Seat,
  pair: Pair,
  {verdict, reason}: {readonly verdict: Verdict; readonly reason: string},
  effects: Effects,
): Promise<Outcome<{readonly decided: boolean; readonly next: Pair | undefined}, Refusal>> =>
  atReviewDesk(seat.folder, seat.reviewer, effects, silent, async (desk) => {
    const found = await foundIn(seat, desk, pair);
    if (!found.ok) return found;
    const [one] = found.value.waiting.slice(found.value.at);
    if (one === undefined) return refuse(notWaiting(pair));
    const answered = await desk.answer(one, verdict, reason);
    if (!answered.ok) return answered;
    const left = await openTo(seat, desk);
    return left.ok ? done({decided: answered.value.decided, next: left.value[0]?.pair}) : left;
  });

const notWaiting = ([on, other]: Pair): Refusal => ({reason: 'pair-not-waiting', on, other});

async function foundIn(seat: Seat, desk: ReviewDesk, [on, other]: Pair) {
  const waiting = await openTo(seat, desk);
  if (!waiting.ok) return waiting;
  const at = waiting.value.findIndex(({pair}) => pair[0] === on && pair[1] === other);
  return at < 0 ? refuse(notWaiting([on, other])) : done({waiting: waiting.value, at});
}

async function openTo({folder, authority}: Seat, desk: ReviewDesk): Promise<Outcome<readonly Waiting[], Refusal>> {
  const waiting = await desk.waiting();
  if (authority === undefined) return done(waiting);
  return withStore(await openRegister(folder), async ({store}) => {
    const now = await store.latest();
    const open: Waiting[] = [];
    for (const one of waiting) {
      const files =
        now === undefined ? [] : await Promise.all(one.pair.map((record) => store.findPersonFile(record, now)));
      if (files.every((file) => file !== undefined && isKnownTo(file, authority))) open.push(one);
    }
    return done(open);
  });
}

export type {Pair, Verdict};
