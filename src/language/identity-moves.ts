/** How far answers of who is the same person can move persons and repeats, of which either may not move. */
import {movedFrom} from './signed.ts';

export interface Moved {
  readonly low: number;
  readonly high: number;
}

interface MoveWords {
  readonly persons: string;
  readonly repeats: string;
  readonly and: string;
  readonly neither: string;
  readonly movesThe: string;
  readonly not: (what: string) => string;
  readonly range: readonly [from: string, to: string];
}

export function movesOf(persons: Moved, repeats: Moved, words: MoveWords): string {
  const each = [
    {what: words.persons, by: persons},
    {what: words.repeats, by: repeats},
  ];
  const moving = each.filter(({by}) => by.low !== 0 || by.high !== 0);
  const still = each.filter(({by}) => by.low === 0 && by.high === 0);
  if (moving.length === 0) return words.neither;
  const said = moving.map(({what, by}) => `${what} ${movedFrom(by.low, by.high, words.range)}`).join(words.and);
  return `${words.movesThe} ${said}${still.map(({what}) => words.not(what)).join('')}`;
}
