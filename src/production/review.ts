/**
 * The review of pairs that may be the same person, as whoever sits at it has it: on a terminal, in a workbench. Whoever comes
 * through here sees persons. Answers are facts; what is taken back stays in the register as taken back.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {plainDate} from '#kit/plain-date';
import {type Agreement, agreementOf} from '#linkage/agreement';
import type {Waterfall} from '#linkage/match-weight';
import type {IdentityPolicy} from '#profile/identity-policy';
import type {Fact, FactId, IdentityDecision, Verdict} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import type {CountedBy} from './count.ts';
import {decisionFacts} from './decide.ts';
import type {Effects} from './effects.ts';
import {entrySubmission} from './entry.ts';
import {
  type FindRequest,
  type Found,
  findPairs,
  identityPolicy,
  type LinkedRegister,
  linkRegister,
} from './find-pairs.ts';
import {closed, readHistory} from './history.ts';
import {type Pair, pairKey, readIdentityFacts} from './identity-facts.ts';
import {type Naming, namingOf} from './naming.ts';
import type {Progress} from './progress.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
import {amongAll, type Everybody, everybodyIn, type Moves, mostMoved, movesOf} from './review-moves.ts';
import {type PairView, viewPair} from './review-pair.ts';
import {byEffect, type Waiting, waitingFor} from './review-queue.ts';
import {answeredTwice, decidedBy} from './review-stages.ts';
import {reasonAbout} from './screened-text.ts';
import {type KeyedRegister, openCasework, withStore} from './workspace.ts';

/** A pair as it is seen. */
export interface SeenPair extends PairView {
  readonly naming: Naming;
}

export interface DeskView extends SeenPair {
  readonly waiting: Waiting;
  /** Undefined where the answer settles nothing: what it would move tells what was decided. */
  readonly moves: Moves | undefined;
}

export interface DecidedView extends SeenPair {
  readonly pair: Pair;
  readonly decision: Pick<IdentityDecision, 'on' | 'verdict' | 'basis' | 'reason'> & {readonly by: string};
}

export interface ReviewDesk {
  /** What waits for this reviewer, what moves the figures most first. */
  waiting(): Promise<readonly Waiting[]>;
  view(waiting: Waiting): Promise<Outcome<DeskView, Refusal>>;
  /** Undefined: it was not decided, by itself. Of one that waits for this reviewer, {@link view} is blind. */
  viewDecided(pair: Pair): Promise<Outcome<DecidedView | undefined, Refusal>>;
  moves(pair: Pair): Promise<Moves>;
  /** Refused: `pair-not-waiting`, `text-tells-of-person`, `identity-contradiction`, and when nothing can be recorded now. */
  answer(waiting: Waiting, verdict: Verdict, reason: string): Promise<Outcome<{readonly decided: boolean}, Refusal>>;
  /** The latest answer of this sitting is taken back; undefined: there is none. */
  undo(): Promise<Outcome<Pair | undefined, Refusal>>;
  agreement(): Promise<Agreement>;
}

/** Sits somebody at the desk, and clears it when they leave. */
export const atReviewDesk = async <T>(
  folder: string,
  reviewer: string,
  effects: Effects,
  progress: Progress,
  work: (desk: ReviewDesk) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal>> =>
  withStore(await openCasework(folder, effects), async (register) => {
    const at = (await register.store.latest()) ?? effects.now();
    const policy = identityPolicy(register.profile, at);
    if (!policy.ok) return policy;
    const history = await readHistory(folder);
    if (!history.ok) return history;
    const definitions = closed(register.profile, history.value.closings);
    return work(new Desk(register, definitions, policy.value, reviewer, effects, progress));
  });

/** Compares everyone, and puts what nobody has decided. */
export const findInto = async (
  folder: string,
  request: FindRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Found, Refusal>> =>
  withStore(await openCasework(folder, effects), (register) => findPairs(register, request, effects, progress));

const NOTHING_MOVED = {latest: 0, all: 0} as const;

type Written = readonly (readonly [RecordNumber, FactId])[];

class Desk implements ReviewDesk {
  readonly #register: KeyedRegister;
  readonly #policy: IdentityPolicy;
  /** Worked out when the first pair is looked at. */
  #linked: LinkedRegister | undefined;
  readonly #reviewer: string;
  readonly #effects: Effects;
  readonly #progress: Progress;
  readonly #definitions: CountedBy;
  readonly #everybody = new Map<number, Everybody>();
  readonly #answered: {readonly pair: Pair; readonly written: Written}[] = [];

  constructor(
    register: KeyedRegister,
    definitions: CountedBy,
    policy: IdentityPolicy,
    reviewer: string,
    effects: Effects,
    progress: Progress,
  ) {
    this.#register = register;
    this.#definitions = definitions;
    this.#policy = policy;
    this.#reviewer = reviewer;
    this.#effects = effects;
    this.#progress = progress;
  }

  async waiting(): Promise<readonly Waiting[]> {
    const waiting = waitingFor(await this.#facts(), this.#reviewer, this.#policy);
    const moves = new Map<Waiting, Moves>();
    for (const one of waiting) moves.set(one, movesOf(one.pair, await this.#filesOf(one.pair), this.#definitions));
    const years = [...moves.values()].flatMap((each) =>
      Object.values(each)
        .flat()
        .map(({year}) => year),
    );
    const latest = Math.max(0, ...years);
    return byEffect((one) => {
      const moved = moves.get(one);
      return moved === undefined ? NOTHING_MOVED : mostMoved(moved, latest);
    })(waiting);
  }

  async view(waiting: Waiting): Promise<Outcome<DeskView, Refusal>> {
    const seen = await this.#seen(waiting.pair);
    if (!seen.ok) return seen;
    const moves = waiting.part === 're-review' ? undefined : await this.moves(waiting.pair);
    return done({...seen.value, waiting, moves});
  }

  async viewDecided(pair: Pair): Promise<Outcome<DecidedView | undefined, Refusal>> {
    const {decision} = (await this.#facts()).pairs.get(pairKey(pair)) ?? {};
    if (decision === undefined) return done(undefined);
    const seen = await this.#seen(pair);
    if (!seen.ok) return seen;
    const {on, verdict, basis, reason} = decision.fact;
    return done({...seen.value, pair, decision: {on, verdict, basis, reason, by: decision.recordedBy}});
  }

  async #seen(pair: Pair): Promise<Outcome<SeenPair, Refusal>> {
    const at = await this.#now();
    const linked =
      this.#linked === undefined ? await linkRegister(this.#register, at, this.#progress) : done(this.#linked);
    if (!linked.ok) return linked;
    this.#linked = linked.value;
    const seen = await viewPair(this.#register, pair, linked.value, at);
    return seen.ok ? done({...seen.value, naming: namingOf(this.#register.profile)}) : seen;
  }

  async moves(pair: Pair): Promise<Moves> {
    const moves = movesOf(pair, await this.#filesOf(pair), this.#definitions);
    const all = await this.#everybodyIn(Object.values(moves).flatMap((moved) => moved.map(({year}) => year)));
    return {
      returning: amongAll(moves.returning, all),
      'same-incident': amongAll(moves['same-incident'], all),
      'filed-twice': amongAll(moves['filed-twice'], all),
      different: amongAll(moves.different, all),
    };
  }

  /** Counted once, until something is written. */
  async #everybodyIn(years: readonly number[]): Promise<ReadonlyMap<number, Everybody>> {
    const missing = [...new Set(years)].filter((year) => !this.#everybody.has(year));
    const files = this.#register.store.personFiles(await this.#now());
    for (const [year, all] of await everybodyIn(files, this.#definitions, missing)) this.#everybody.set(year, all);
    return this.#everybody;
  }

  async #filesOf([on, other]: Pair): Promise<readonly PersonFile[]> {
    const {store} = this.#register;
    const at = await this.#now();
    const found = [await store.findPersonFile(on, at), await store.findPersonFile(other, at)];
    const files = new Map(found.flatMap((file): [RecordNumber, PersonFile][] => (file ? [[file.record, file]] : [])));
    return [...files.values()];
  }

  async answer(
    {pair}: Waiting,
    verdict: Verdict,
    reason: string,
  ): Promise<Outcome<{readonly decided: boolean}, Refusal>> {
    const [record, other] = pair;
    // A fact stands when an identity is destroyed: its reason names nobody.
    const told = await reasonAbout(await this.#filesOf(pair), reason, this.#register);
    if (!told.ok) return told;
    const known = await this.#facts();
    // As it waits now: another sitting may have answered since.
    const now = waitingFor(known, this.#reviewer, this.#policy).find(
      (one) => one.pair[0] === record && one.pair[1] === other,
    );
    if (now === undefined) return refuse({reason: 'pair-not-waiting', on: record, other});
    const moment = await momentOf(this.#register, undefined, this.#effects);
    if (!moment.ok) return moment;
    const on = plainDate(moment.value.slice(0, 10));
    const {part, answers} = now;
    const decided = decidedBy(part, verdict, answers, this.#policy);
    const decision =
      decided && decisionFacts(await this.#filesOf(pair), pair, on, {verdict: decided, reason, basis: 'review'});
    if (decision !== undefined && !decision.ok) return decision;
    const judgement: Fact = {kind: 'identity-judgement', on, other, verdict, reason, reviewer: this.#reviewer, part};
    const written = await this.#write([[record, judgement], ...(decision?.value ?? [])], moment.value);
    this.#answered.push({pair, written});
    return done({decided: decided !== undefined});
  }

  async undo(): Promise<Outcome<Pair | undefined, Refusal>> {
    const last = this.#answered.at(-1);
    if (last === undefined) return done(undefined);
    const moment = await momentOf(this.#register, undefined, this.#effects);
    if (!moment.ok) return moment;
    const on = plainDate(moment.value.slice(0, 10));
    await this.#write(
      last.written.toReversed().map(([record, id]) => [record, withdrawalOf(id, on)] as const),
      moment.value,
    );
    this.#answered.pop();
    return done(last.pair);
  }

  async agreement(): Promise<Agreement> {
    const {pairs} = await this.#facts();
    return agreementOf([...pairs.values()].flatMap(({judgements}) => answeredTwice(judgements.map(({fact}) => fact))));
  }

  #write(facts: readonly (readonly [RecordNumber, Fact])[], at: Parameters<typeof entrySubmission>[1]['recordedAt']) {
    this.#everybody.clear();
    return this.#register.store.append(
      entrySubmission(facts, {recordedAt: at, recordedBy: this.#reviewer}),
      (writer): Written => facts.map(([record, fact]) => [record, writer.fact(record, fact)] as const),
    );
  }

  async #now() {
    return (await this.#register.store.latest()) ?? this.#effects.now();
  }

  async #facts() {
    return readIdentityFacts(this.#register.store, await this.#now());
  }
}

const withdrawalOf = (of: FactId, on: Fact['on']): Fact => ({
  kind: 'withdrawal',
  on,
  of,
  why: 'identity-reconsidered',
});

export {pairOf} from './identity-facts.ts';
export type {Moved, Moves} from './review-moves.ts';
export type {Side} from './review-pair.ts';
export type {Agreement, Found, Verdict, Waiting, Waterfall};
