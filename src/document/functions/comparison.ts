/**
 * `:comparison with=$other`: equal · about-equal · more · fewer · doubled · more-than-doubled · halved.
 * Of a whole table: whether the known categories that occur are about equal, or uneven.
 */
import type {Cell} from '../address.ts';
import {type GuardedWords, reaches} from '../guarded-words.ts';
import {misused} from './figure.ts';
import {type FigureValue, value} from './printed.ts';
import {areTrue, selectNothing, tally} from './tally.ts';
import type {Telling} from './telling.ts';

/** Everything true of two counts, the most telling first; a text takes the first it has a variant for. */
export function compare({thresholds}: GuardedWords, a: number, b: number): readonly string[] {
  if (a === b) return ['equal', 'about-equal'];
  const by = b === 0 ? Number.POSITIVE_INFINITY : a / b;
  const near = (['doubled', 'more-than-doubled', 'halved', 'about-equal'] as const).filter(
    (claim) => b !== 0 && reaches(thresholds[claim], by),
  );
  return [...near, a > b ? 'more' : 'fewer'];
}

export const compared = (told: Telling, cells: readonly Cell[], of: unknown): FigureValue =>
  value({
    of,
    select: (keys) => {
      const all = tally(cells);
      if (all.count === undefined) return selectNothing(keys, all.why);
      const counts = cells.map((cell) => tally([cell]).count ?? 0);
      return claims(told.guarded, counts).find((claim) => keys.has(claim) && mayBeSaid(claim, cells)) ?? null;
    },
    print: () => [misused(told, 'comparison', '.match')],
  });

export const comparedWhole = (told: Telling, cells: readonly Cell[], of: unknown): FigureValue =>
  value({
    of,
    select: (keys) => {
      const all = tally(cells);
      if (all.count === undefined) return selectNothing(keys, all.why);
      const found = evenness(
        told.guarded,
        cells.map((cell) => tally([cell]).count ?? 0),
      );
      return found.find((claim) => keys.has(claim) && mayBeSaid(claim, cells)) ?? null;
    },
    print: () => [misused(told, 'comparison', '.match')],
  });

/** That two are the same holds of figures that are true. */
const mayBeSaid = (claim: string, cells: readonly Cell[]): boolean => claim !== 'equal' || areTrue(cells);

const claims = (guarded: GuardedWords, [a = 0, b = 0]: readonly number[]) => compare(guarded, a, b);

function evenness({thresholds}: GuardedWords, counts: readonly number[]): readonly string[] {
  const present = counts.filter((n) => n > 0);
  if (present.length < 2) return ['uneven'];
  const [least, greatest] = [Math.min(...present), Math.max(...present)];
  if (least === greatest) return ['equal', 'about-equal'];
  return reaches(thresholds['about-equal'], least / greatest) ? ['about-equal'] : ['uneven'];
}
