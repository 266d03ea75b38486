/** `:quantifier`: how much of its base a cell is, in the words of the office: all · none · most · half · some · few. */
import type {Cell} from '../address.ts';
import {type GuardedWords, reaches} from '../guarded-words.ts';
import {misused} from './figure.ts';
import {type FigureValue, value} from './printed.ts';
import {areTrue, selectNothing, tally} from './tally.ts';
import type {Telling} from './telling.ts';

const BY_SHARE = ['half', 'most', 'some', 'few'] as const;

const EXACT: readonly string[] = ['all', 'none'];

/** `all` and `none` hold exactly, of figures that are true; the rest by the office's thresholds, the first that is reached. */
export function quantify({thresholds}: GuardedWords, part: number, base: number): string | undefined {
  if (part === 0) return 'none';
  if (part === base) return 'all';
  return BY_SHARE.find((claim) => reaches(thresholds[claim], part / base));
}

export const quantified = (told: Telling, part: Cell, base: Cell): FigureValue =>
  value({
    of: part,
    select: (keys) => {
      const both = tally([part, base]);
      if (both.count === undefined) return selectNothing(keys, both.why);
      const claim = quantify(told.guarded, tally([part]).count ?? 0, tally([base]).count ?? 0);
      if (claim === undefined || (EXACT.includes(claim) && !areTrue([part, base]))) return null;
      return keys.has(claim) ? claim : null;
    },
    print: () => [misused(told, 'quantifier', '.match')],
  });
