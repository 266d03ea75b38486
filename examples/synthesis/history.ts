/** The years one after another: who was assessed, who came back, who travelled home. */
import type {Case, Return} from './case.ts';
import type {Figures} from './figures.ts';
import {type Met, Pool} from './pool.ts';
import type {Random} from './random.ts';
import {layOut} from './slots.ts';
import {Travel} from './travel.ts';
import {type Counters, casesOf, type Happening} from './year.ts';

/** `exact`: the figures were asked for and must be met; else they are wishes, and the files say what came of them. */
export interface PlannedYear {
  readonly figures: Figures;
  readonly exact: boolean;
}

/** So many persons of a year are remembered as possible repeats: enough for any year of life, bounded at ten million. */
const REMEMBERED = 50_000;

export interface History {
  /** Year by year, in the order decided but for second decisions; may be read once. */
  readonly cases: Generator<Case>;
  /** Complete when the cases have been read. */
  returns(): readonly Return[];
}

export function historyOf(random: Random, years: readonly PlannedYear[]): History {
  const travel = new Travel(random);
  return {cases: cases(random, years, travel), returns: () => travel.returns()};
}

function* cases(random: Random, years: readonly PlannedYear[], travel: Travel): Generator<Case> {
  const pools = {assessed: new Pool(), refused: new Pool()};
  const counters: Counters = {serial: 1, us: 1, cmm: 1};
  for (const [index, {figures, exact}] of years.entries()) {
    counters.us = 1;
    const slots = layOut(random, figures, pools, exact);
    const fresh = new Fresh();
    for (const happening of casesOf(random, figures, slots, counters)) {
      fresh.remember(happening);
      yield happening.one;
    }
    travel.through(figures, exact, fresh.homegoers, pools.assessed, index === years.length - 1);
    for (const met of [...fresh.homegoers, ...fresh.others]) pools.assessed.add(met);
    for (const met of fresh.refused) pools.refused.add(met);
  }
}

/** Whom a year leaves behind. Who comes back has a full birth date, so that the age then is as sure as now. */
class Fresh {
  readonly homegoers: Met[] = [];
  readonly others: Met[] = [];
  readonly refused: Met[] = [];

  remember({one, met, plain}: Happening): void {
    if (
      met === undefined ||
      one.person.name === undefined ||
      one.person.birth?.date.length !== 10 ||
      one.residence === 'asylum-seeker'
    )
      return;
    if (plain) keep(one.decidedOn.slice(5) < '11-01' ? this.homegoers : this.others, met);
    else if (one.outcome === 'not-victim') keep(this.refused, met);
  }
}

function keep(list: Met[], met: Met): void {
  if (list.length < REMEMBERED) list.push(met);
}
