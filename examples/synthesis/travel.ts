/**
 * Prepared returns, year by year. Only persons assessed once travel, so that "assessed in the year or before" has one answer.
 * A return begun one year may be completed the next, and then was in process when the year ended.
 */
import type {Person, Return} from './case.ts';
import {addDays, day, daysBetween, later} from './day.ts';
import type {Figures, Split} from './figures.ts';
import {type Met, type Pool, takeAny} from './pool.ts';
import type {Random} from './random.ts';

interface Open {
  readonly person: Person;
  readonly begunOn: string;
}

export class Travel {
  readonly #random: Random;
  readonly #closed: Return[] = [];
  #open: Open[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** Those returned, then those still in process when the last year ended. */
  returns(): readonly Return[] {
    return this.#closed;
  }

  /** Takes whom it sends home out of `fresh` and `before`: they are not met again. */
  through(figures: Figures, exact: boolean, fresh: Met[], before: Pool, last: boolean): void {
    const {year, returns} = figures;
    const {completed, inProcess} = returns;
    const goesOn = inProcess.earlier.returns;
    const waiting = this.#open;
    const leaving = waiting.splice(0, Math.max(completed.earlier.returns, waiting.length - goesOn));
    if (exact && leaving.length > completed.earlier.returns)
      throw new RangeError(`${year}: more returns are in process from the year before than the figures have room for`);
    const wanted = <T>(found: (T | undefined)[]) => found.filter((one) => one !== undefined);
    const begin = (count: number, take: () => Met | undefined, from: string) =>
      wanted(Array.from({length: Math.max(0, count)}, take)).map((met) => this.#begin(met, from));
    const older = (count: number) => begin(count, () => before.take(this.#random), day(year, 1, 10));
    const newer = (count: number) => begin(count, () => takeAny(this.#random, fresh), day(year, 1, 10));

    this.#depart([...leaving, ...older(completed.earlier.returns - leaving.length)], completed.earlier, year);
    this.#depart(newer(completed.inPeriod.returns), completed.inPeriod, year);
    const stillOlder = [...waiting, ...older(goesOn - waiting.length)];
    const stillNewer = newer(inProcess.inPeriod.returns);
    this.#open = [...stillOlder, ...stillNewer];
    if (last) this.#leaveOpen(stillOlder, stillNewer, returns.inProcess, year);
  }

  #begin({person, decidedOn}: Met, from: string): Open {
    return {person, begunOn: addDays(later(decidedOn, from), this.#random.between(5, 25))};
  }

  #depart(going: readonly Open[], {withChild}: Split, year: number): void {
    going.forEach(({person, begunOn}, index) => {
      const first = later(addDays(begunOn, 10), day(year, 1, 15));
      const room = daysBetween(first, day(year, 12, 28));
      const departedOn = addDays(first, this.#random.between(0, Math.min(room, 60)));
      this.#closed.push({person, begunOn, departedOn, children: index < withChild ? 1 : 0});
    });
  }

  #leaveOpen(older: readonly Open[], newer: readonly Open[], figures: Figures['returns']['inProcess'], year: number) {
    const stay = (open: readonly Open[], {withChild}: Split): Return[] =>
      open.map((one, index) => ({...one, children: index < withChild ? 1 : 0}));
    const all = [...stay(older, figures.earlier), ...stay(newer, figures.inPeriod)];
    this.#closed.push(
      ...all.map((one, index) =>
        index < figures.leftSoonAfter ? {...one, departedOn: day(year + 1, 1, 6 + (index % 12))} : one,
      ),
    );
  }
}
