/**
 * What a delivery changed of one person's facts, part by part, and why: a row and what it replaces are one part, so that a
 * corrected day is one correction and not a decision lost and another found.
 */
import type {Period} from '#concepts/period';
import type {DataReason} from '#concepts/revision';
import type {FactId, FactKind, Recorded, SubmissionId, Withdrawal} from './fact.ts';
import {byNumber, type Circle} from './identities.ts';

/** Facts of one delivery that were learned together, oldest first. */
export type Part = readonly Recorded[];

/** The facts recorded after a moment, delivery by delivery, each in its parts. */
export function learnedSince({facts}: Pick<Circle, 'facts'>, known: number): readonly Part[] {
  const later = facts.slice(known);
  if (later.length === 0) return [];
  const byId = new Map(facts.map((one) => [one.id, one]));
  return [...Map.groupBy(later, ({submission}) => submission).values()].flatMap((one) => partsOf(one, byId));
}

type ById = ReadonlyMap<FactId, Recorded>;

function partsOf(delivered: readonly Recorded[], byId: ById): readonly Part[] {
  // A row has a number; facts that moved with a row of another file have none, and moved together.
  const rows = [...Map.groupBy(delivered.filter(isNoWithdrawal), ({row}) => row).values()];
  const parts = new Map<Part | string, Recorded[]>(rows.map((row) => [row, [...row]]));
  for (const one of delivered) {
    if (one.fact.kind !== 'withdrawal') continue;
    const at = rows.find((row) => replaces(row, one, byId)) ?? one.fact.why;
    parts.set(at, [...(parts.get(at) ?? []), one].sort(byNumber));
  }
  return [...parts.values()].sort(([a], [b]) => (a === undefined || b === undefined ? 0 : byNumber(a, b)));
}

const isNoWithdrawal = ({fact}: Recorded): boolean => fact.kind !== 'withdrawal';

/** A row without a key that changed is gone and new; nothing but its day then says that it is the same. */
function replaces(row: Part, {id, fact}: Recorded, byId: ById): boolean {
  const said = fact.kind === 'withdrawal' ? byId.get(fact.of)?.fact : undefined;
  if (said === undefined || fact.kind !== 'withdrawal') return false;
  if (fact.why === 'corrected') return row.some((one) => one.fact.kind === said.kind && one.id > id);
  return fact.why === 'gone-from-source' && row.some((one) => one.fact.kind === said.kind && one.fact.on === said.on);
}

/**
 * What turned out to be said of the wrong person: what the delivery recorded next is what the right one was given for it. Its content
 * does not tell, since it may be corrected at the same time, and persons found together have decisions that read alike.
 */
export class Moved {
  readonly #next = new Map<FactId, SubmissionId>();

  /** What was taken from the file after a moment. */
  take({facts}: Pick<Circle, 'facts'>, known: number): void {
    for (const {id, fact, submission} of facts.slice(known))
      if (fact.kind === 'withdrawal' && fact.why === 'wrong-person') this.#next.set(id + 1, submission);
  }

  brought({id, fact, submission}: Recorded): boolean {
    return fact.kind !== 'withdrawal' && this.#next.get(id) === submission;
  }
}

export function reasonOf({facts}: Pick<Circle, 'facts'>, part: Part, moved: Moved, period: Period): DataReason {
  const withdrawals = part.flatMap(({fact}) => (fact.kind === 'withdrawal' ? [chainOf(fact, facts)] : []));
  if (part.some((one) => one.fact.kind === 'identity-decision' || moved.brought(one))) return 'identity-decision';
  if (withdrawals.some(({whys, root}) => whys.includes('wrong-person') || root === 'identity-decision'))
    return 'identity-decision';
  if (part.some(({fact}) => fact.kind === 'reversal') || withdrawals.some(({root}) => root === 'reversal'))
    return 'overturned';
  const late = part.some(({fact}) => LATE.has(fact.kind) && fact.on <= period.to);
  return late && withdrawals.length === 0 ? 'late-decision' : 'correction';
}

/** What happens on a day and may be heard of later. */
const LATE: ReadonlySet<FactKind> = new Set<FactKind>(['assessment', 'contact', 'prepared-return']);

/** What a withdrawal is of in the end, through the withdrawals it takes back. */
function chainOf(withdrawal: Withdrawal, facts: readonly Recorded[]) {
  const whys: Withdrawal['why'][] = [withdrawal.why];
  let of = facts.find(({id}) => id === withdrawal.of)?.fact;
  while (of?.kind === 'withdrawal') {
    const {why, of: id} = of;
    whys.push(why);
    of = facts.find((one) => one.id === id)?.fact;
  }
  return {whys, root: of?.kind};
}
