/**
 * An attack on published tables: what a reader with patience could work out of what is withheld in them, and where they
 * contradict each other. Its answer is in the tables' own cells; every step of it can be followed by hand.
 */
import type {Highs} from 'highs';
import {type JoinedTables, joinTables} from './join-tables.ts';
import type {PublishedTable} from './published-table.ts';
import {type Effort, type Reckoned, type Reckoning, reckon} from './reckon.ts';

export interface Attack {
  readonly tables: readonly PublishedTable[];
  readonly joined: JoinedTables;
  readonly reckoning: Reckoning;
  /** Every cell that is printed as something else than a number, in the order of the tables. */
  readonly withheld: readonly Withheld[];
}

export interface Withheld {
  readonly table: number;
  /** Its place among the table's cells. */
  readonly place: number;
  /** Its place in the system. */
  readonly cell: number;
  readonly is: Reckoned;
}

export function attackTables(tables: readonly PublishedTable[], highs: Highs, effort: Effort): Attack {
  const joined = joinTables(tables);
  const {disagreeing, system} = joined;
  const lows = [...system.lows];
  const tops = [...system.highs];
  for (const cell of disagreeing) [lows[cell], tops[cell]] = [0, Number.POSITIVE_INFINITY];
  const reckoning = reckon({...system, lows, highs: tops}, highs, effort);
  const cellOf = new Map(joined.places.flatMap((places, at) => places.map(({cell}) => [cell, at] as const)));
  const withheld = tables.flatMap((table, at) =>
    table.cells.flatMap((printed, place) => {
      const cell = cellOf.get(printed);
      if (cell === undefined || printed.low === printed.high) return [];
      const value = lows[cell] ?? 0;
      const given = {kind: 'given'} as const;
      const is = reckoning.cells[cell] ?? {low: value, high: value, lowBy: given, highBy: given, reached: true};
      return [{table: at, place, cell, is}];
    }),
  );
  return {tables, joined, reckoning, withheld};
}
