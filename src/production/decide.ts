/**
 * A decision of who is the same person, by hand: what it would move is worked out before it is made; what says otherwise is shown and
 * refuses it; and it is taken back like it was made, by a further fact.
 */
import {parseRecordNumber, serialOf} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type PlainDate, plainDate} from '#kit/plain-date';
import {type Fact, type FactId, type IdentityDecision, VERDICTS, type Verdict} from '#register/fact';
import {contradiction, isOf, type Pair} from '#register/identity-chain';
import {type PersonFile, standing} from '#register/person-file';
import type {Store} from '#storage/store';
import type {Effects} from './effects.ts';
import {entrySubmission} from './entry.ts';
import {closed, readHistory} from './history.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
import {amongAll, everybodyIn, type Moved, movedBy} from './review-moves.ts';
import {reasonAbout} from './screened-text.ts';
import {openCasework, withStore} from './workspace.ts';

export interface DecideRequest {
  readonly records: readonly [string, string];
  /** Undefined: what was decided is taken back. */
  readonly verdict: Verdict | undefined;
  /** The decision that whoever decides has seen stand; undefined: whichever stands. */
  readonly seen?: FactId;
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant | undefined;
  /** Only what it would move. */
  readonly dryRun: boolean;
}

export interface Decided {
  readonly pair: Pair;
  readonly verdict: Verdict | undefined;
  /** What stood of the pair before. */
  readonly before: Verdict | undefined;
  /** It was decided so, by the office, before: nothing is written. */
  readonly stands: boolean;
  /** Everybody counted, of the years it moves. */
  readonly moves: readonly Moved[];
  readonly recordedAt: Instant;
  readonly written: boolean;
}

/** Refused: `text-tells-of-person`, `no-such-person`, `one-record`, `identity-contradiction`, `nothing-decided`, `decided-meanwhile`. */
export const decide = async (
  folder: string,
  request: DecideRequest,
  effects: Effects,
): Promise<Outcome<Decided, Refusal>> =>
  withStore(await openCasework(folder, effects), async (register) => {
    const {store, profile} = register;
    const moment = await momentOf(register, request.recordedAt, effects);
    if (!moment.ok) return moment;
    const at = moment.value;
    const found = await pairIn(store, request.records, at);
    if (!found.ok) return found;
    // A fact stands when an identity is destroyed: its reason names nobody.
    const told = await reasonAbout(found.value.files, request.reason, register);
    if (!told.ok) return told;
    const history = await readHistory(folder);
    if (!history.ok) return history;
    const {pair, files} = found.value;
    const {verdict, reason, recordedBy, seen} = request;
    const last = standingOf(files, pair).at(-1);
    if (seen !== undefined && last !== undefined && last.id !== seen)
      return refuse({reason: 'decided-meanwhile', on: pair[0], other: pair[1], by: last.recordedBy});
    const facts = decisionFacts(files, pair, plainDate(at.slice(0, 10)), {verdict, reason, basis: 'review'});
    if (!facts.ok) return facts;
    const definitions = closed(profile, history.value.closings);
    const moved = movedBy(pair, files, definitions, verdict);
    const all = await everybodyIn(
      store.personFiles(at),
      definitions,
      moved.map(({year}) => year),
    );
    const moves = amongAll(moved, all);
    const before = last?.fact;
    // What the policy decided is decided anew by whoever has looked.
    const stands = verdict !== undefined && before?.verdict === verdict && before.basis === 'review';
    const written = !request.dryRun && !stands;
    if (written)
      await store.append(entrySubmission(facts.value, {recordedAt: at, recordedBy}), (writer) => {
        for (const [record, fact] of facts.value) writer.fact(record, fact);
      });
    return done({pair, verdict, before: before?.verdict, stands, moves, recordedAt: at, written});
  });

/** What one verdict appends: whatever was decided of the pair is taken back in the same breath; without a verdict, only that. */
export function decisionFacts(
  files: readonly PersonFile[],
  pair: Pair,
  day: PlainDate,
  {verdict, reason, basis}: Pick<IdentityDecision, 'reason' | 'basis'> & {readonly verdict: Verdict | undefined},
): Outcome<readonly (readonly [Pair[0], Fact])[], Refusal> {
  const [on, other] = pair;
  const before = standingOf(files, pair);
  if (verdict === undefined && before.length === 0) return refuse({reason: 'nothing-decided', on, other});
  const chain = verdict && contradiction(files, pair, verdict);
  if (verdict !== undefined && chain !== undefined)
    return refuse({reason: 'identity-contradiction', on, other, verdict, chain});
  const takenBack = before.map(
    ({id, record}) => [record, {kind: 'withdrawal', on: day, of: id, why: 'identity-reconsidered', reason}] as const,
  );
  if (verdict === undefined) return done(takenBack);
  return done([...takenBack, [on, {kind: 'identity-decision', on: day, other, verdict, reason, basis}]]);
}

export const standingOf = (files: readonly PersonFile[], pair: Pair) =>
  files.flatMap((file) => standing(file, 'identity-decision')).filter((one) => isOf(pair, one));

/** The pair, lower record first, and the files of the two, which may be one. */
export async function pairIn(
  store: Store,
  given: readonly [string, string],
  at: Instant,
): Promise<Outcome<{readonly pair: Pair; readonly files: readonly PersonFile[]}, Refusal>> {
  const [one, other] = [parseRecordNumber(given[0]), parseRecordNumber(given[1])];
  const file = one && (await store.findPersonFile(one, at));
  const otherFile = other && (await store.findPersonFile(other, at));
  if (one === undefined || file === undefined) return refuse({reason: 'no-such-person', record: one});
  if (other === undefined || otherFile === undefined) return refuse({reason: 'no-such-person', record: other});
  if (one === other) return refuse({reason: 'one-record', record: one});
  const pair: Pair = serialOf(one) < serialOf(other) ? [one, other] : [other, one];
  return done({pair, files: file.record === otherFile.record ? [file] : [file, otherFile]});
}

export {VERDICTS};
export const isVerdict = (text: string): text is Verdict => VERDICTS.some((verdict) => verdict === text);
