/** The editions' ledger in sum: what each counted in its period, which decisions it missed, and who came and went since, by reason. */
import {type Period, periodId, within} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {REVISION_REASONS, type RevisionReason} from '#concepts/revision';
import type {UnitRecord} from '#concepts/unit-record';
import {defect} from '#kit/defect';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import {findAttributed} from '#register/assessments';
import {concernsOf} from '#register/deidentify';
import {type Circle, circlesOf, filesKnown} from '#register/identities';
import {standing} from '#register/person-file';
import {knownAt, revisionsOf} from '#register/revisions';
import type {CountedBy} from './count.ts';
import type {EditionRecord} from './editions.ts';
import type {Effects} from './effects.ts';
import {closed, readHistory} from './history.ts';
import {type Defined, definedEditions} from './ledger.ts';
import {type OpenRegister, openRegister, withStore} from './workspace.ts';

export interface EditionSum {
  readonly edition: string;
  readonly period: Period;
  readonly cutOff: Instant;
  readonly profile: EditionRecord['profile'];
  /** Persons the edition counts in its period. */
  readonly counted: number;
  /** Assessments of the period that stand and were recorded after its cut-off. */
  readonly late: number;
  /** Persons who came to be counted and who no longer are. One may be both, by turns. */
  readonly since: readonly {readonly reason: RevisionReason; readonly joined: number; readonly left: number}[];
  /** What it counted, and all who joined and left since. */
  readonly countedNow: number;
}

/** Of nobody in particular, and without the key. In two passes over the register, however many editions there are. */
export const ledger = async (folder: string, effects: Effects): Promise<Outcome<readonly EditionSum[], Refusal>> =>
  withStore(await openRegister(folder), async (register) => {
    const editions = await definedEditions(folder, effects);
    if (!editions.ok) return editions;
    const now = await register.store.latest();
    if (now === undefined) return done([]);
    const history = await readHistory(folder);
    if (!history.ok) return history;
    const present = closed(register.profile, history.value.closings);
    const tallies = editions.value.map((edition) => new Since(edition, present));
    for await (const circle of circlesOf(register.store.personFiles(now))) for (const one of tallies) one.take(circle);
    await follow(register, present, tallies, now);
    return done(tallies.map((one) => one.sum()));
  });

async function follow(
  {store}: OpenRegister,
  present: CountedBy,
  tallies: readonly Since[],
  now: Instant,
): Promise<void> {
  const since = tallies.map(({cutOff}) => cutOff).sort()[0];
  if (since === undefined) return;
  const periods = new Map(tallies.map(({period}) => [periodId(period), period]));
  for await (const {period, recordedAt, reason, before, after} of revisionsOf(store.personFiles(now), present, since, [
    ...periods.values(),
  ])) {
    const [had, has] = [before.some(isPerson), after.some(isPerson)];
    if (had === has) continue;
    for (const one of tallies)
      if (one.cutOff < recordedAt && periodId(one.period) === periodId(period)) one.move(reason, has);
  }
}

const isPerson = ({unit}: UnitRecord): boolean => unit === 'person';

/** One edition, and what became of its persons. */
class Since {
  readonly cutOff: Instant;
  readonly period: Period;
  readonly #edition: Defined;
  readonly #present: CountedBy;
  readonly #moves = new Map<RevisionReason, {joined: number; left: number}>();
  #counted = 0;
  #countedNow = 0;
  #late = 0;

  constructor(edition: Defined, present: CountedBy) {
    this.#edition = edition;
    this.#present = present;
    this.cutOff = edition.record.cutOff;
    this.period = edition.record.period;
  }

  /** Whole, as it stands now. */
  take(circle: Circle): void {
    const {period, cutOff} = this;
    if (!concernsOf(circle)(period)) return;
    for (const then of filesKnown(circle, circle.facts.slice(0, knownAt(circle, cutOff)))) {
      const own = findAttributed(then, this.#edition.definitions, period) !== undefined;
      const present = findAttributed(then, this.#present, period) !== undefined;
      if (own) this.#counted += 1;
      if (own !== present) this.move('rule-change', present);
    }
    for (const file of circle.files) {
      if (findAttributed(file, this.#present, period) !== undefined) this.#countedNow += 1;
      const late = standing(file, 'assessment').filter(
        ({fact, recordedAt}) => within(period, fact.on) && recordedAt > cutOff,
      );
      this.#late += late.length;
    }
  }

  move(reason: RevisionReason, joins: boolean): void {
    const moves = this.#moves.get(reason) ?? {joined: 0, left: 0};
    if (joins) moves.joined += 1;
    else moves.left += 1;
    this.#moves.set(reason, moves);
  }

  sum(): EditionSum {
    const {id, period, cutOff, profile} = this.#edition.record;
    const since = REVISION_REASONS.flatMap((reason) => {
      const moves = this.#moves.get(reason);
      return moves === undefined ? [] : [{reason, ...moves}];
    });
    const net = since.reduce((total, {joined, left}) => total + joined - left, 0);
    if (this.#counted + net !== this.#countedNow) defect(`${id}: those who came and went do not add up`);
    return {
      edition: id,
      period,
      cutOff,
      profile,
      counted: this.#counted,
      late: this.#late,
      since,
      countedNow: this.#countedNow,
    };
  }
}
