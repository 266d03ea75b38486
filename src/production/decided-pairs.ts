/**
 * Pairs that were decided, as a seat at the review desk sees them: what taking a decision back would move is worked out before it is
 * taken back, and what was decided anew meanwhile is not taken back by whoever has not seen it.
 */
import type {Period} from '#concepts/period';
import {yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {FactId, IdentityDecision} from '#register/fact';
import {asDecided} from '#register/identity-chain';
import type {PersonFile} from '#register/person-file';
import {isKnownTo} from './case-person.ts';
import {decide, pairIn, standingOf} from './decide.ts';
import type {Effects} from './effects.ts';
import {closed, readHistory} from './history.ts';
import {type CellMoved, cellsMoved} from './identity-cells.ts';
import {type Pair, readIdentityFacts} from './identity-facts.ts';
import {silent} from './progress.ts';
import {atReviewDesk, type DecidedView} from './review.ts';
import {amongAll, everybodyIn, type Moved, movedBy, yearsOf} from './review-moves.ts';
import type {Seat} from './review-seat.ts';
import {type OpenRegister, openRegister, withStore} from './workspace.ts';

export interface DecidedPair extends Pick<IdentityDecision, 'on' | 'verdict' | 'basis'> {
  readonly pair: Pair;
  readonly by: string;
}

export interface CellsOfYear {
  readonly period: Period;
  readonly cells: readonly CellMoved[];
}

export interface SeenDecided extends DecidedView {
  /** The decision that stands. */
  readonly seen: FactId;
  /** Everybody counted, of the years that taking it back moves. */
  readonly moves: readonly Moved[];
  /** Of every table of those years. */
  readonly cells: readonly CellsOfYear[];
}

/** What stands of pairs that are open to the seat, the latest decision first. */
export const decidedAt = ({folder, authority}: Seat): Promise<Outcome<readonly DecidedPair[], Refusal>> =>
  withOpen(folder, async ({store}) => {
    const now = await store.latest();
    if (now === undefined) return done([]);
    const {pairs} = await readIdentityFacts(store, now);
    const decided = [...pairs.values()]
      .flatMap(({pair, decision}) => (decision === undefined ? [] : [{pair, decision}]))
      .sort((a, b) => b.decision.id - a.decision.id);
    const open: DecidedPair[] = [];
    for (const {pair, decision} of decided) {
      const files = await Promise.all(pair.map((record) => store.findPersonFile(record, now)));
      if (authority !== undefined && !files.every((file) => file !== undefined && isKnownTo(file, authority))) continue;
      const {on, verdict, basis} = decision.fact;
      open.push({pair, on, verdict, basis, by: decision.recordedBy});
    }
    return done(open);
  });

/** Refused: `nothing-decided`, also of a pair that is not open to the seat: that it was decided is not told. */
export async function seenDecided(seat: Seat, pair: Pair, effects: Effects): Promise<Outcome<SeenDecided, Refusal>> {
  const effect = await effectAt(seat, pair);
  if (!effect.ok) return effect;
  const view = await atReviewDesk(seat.folder, seat.reviewer, effects, silent, (desk) => desk.viewDecided(pair));
  if (!view.ok) return view;
  return view.value === undefined ? refuse(nothingDecided(pair)) : done({...view.value, ...effect.value});
}

/** Refused besides: `decided-meanwhile`, `text-tells-of-person`. Sent twice, it is taken back once. */
export async function takenBackAt(
  seat: Seat,
  pair: Pair,
  {seen, reason}: {readonly seen: FactId; readonly reason: string},
  effects: Effects,
): Promise<Outcome<{readonly written: boolean}, Refusal>> {
  const {folder, reviewer} = seat;
  const files = await withOpen(folder, (register) => filesAt(register, seat, pair));
  if (!files.ok) return files;
  const before = files.value
    .flatMap(({facts}) => facts)
    .find(({fact}) => fact.kind === 'withdrawal' && fact.of === seen && fact.why === 'identity-reconsidered');
  if (before?.recordedBy === reviewer && before.fact.kind === 'withdrawal' && before.fact.reason === reason)
    return done({written: false});
  const taken = await decide(
    folder,
    {records: pair, verdict: undefined, seen, reason, recordedBy: reviewer, recordedAt: undefined, dryRun: false},
    effects,
  );
  return taken.ok ? done({written: taken.value.written}) : taken;
}

const effectAt = (seat: Seat, pair: Pair): Promise<Outcome<Omit<SeenDecided, keyof DecidedView>, Refusal>> =>
  withOpen(seat.folder, async (register) => {
    const files = await filesAt(register, seat, pair);
    if (!files.ok) return files;
    const stands = standingOf(files.value, pair).at(-1);
    if (stands === undefined) return refuse(nothingDecided(pair));
    const history = await readHistory(seat.folder);
    if (!history.ok) return history;
    const {store, profile} = register;
    const definitions = closed(profile, history.value.closings);
    const moved = movedBy(pair, files.value, definitions, undefined);
    const now = await store.latest();
    const all =
      now === undefined
        ? new Map()
        : await everybodyIn(
            store.personFiles(now),
            definitions,
            moved.map(({year}) => year),
          );
    const after = asDecided(files.value, pair, undefined);
    const cells: CellsOfYear[] = [];
    for (const year of yearsOf(files.value, definitions.firstYear)) {
      const period = yearPeriod(year);
      const of = await cellsMoved(files.value, after, definitions, period);
      if (of.length > 0) cells.push({period, cells: of});
    }
    return done({seen: stands.id, moves: amongAll(moved, all), cells});
  });

async function filesAt(
  {store}: OpenRegister,
  {authority}: Seat,
  pair: Pair,
): Promise<Outcome<readonly PersonFile[], Refusal>> {
  const now = await store.latest();
  if (now === undefined) return refuse(nothingDecided(pair));
  const found = await pairIn(store, pair, now);
  if (!found.ok) return refuse(nothingDecided(pair));
  const {files} = found.value;
  return authority === undefined || files.every((file) => isKnownTo(file, authority))
    ? done(files)
    : refuse(nothingDecided(pair));
}

const withOpen = async <T>(
  folder: string,
  work: (register: OpenRegister) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal>> => withStore(await openRegister(folder), work);

const nothingDecided = ([on, other]: Pair): Refusal => ({reason: 'nothing-decided', on, other});
