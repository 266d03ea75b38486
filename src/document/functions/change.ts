/**
 * `:change from=$old`: by how much, in number or as a share of the old value (or of `base=`), and whether it rises.
 * It prints the size; the words say the direction, which is what it selects.
 */
import {percentShown} from '#language/percent';
import type {Cell} from '../address.ts';
import type {Inline} from '../statement.ts';
import {figure, MINUS, misused, withoutCount} from './figure.ts';
import {cellOption, decimalsOption, noun, type Options, textOption} from './options.ts';
import {type FigureValue, textInline, value} from './printed.ts';
import {tally} from './tally.ts';
import {number, type Telling} from './telling.ts';

export type Direction = 'rises' | 'falls' | 'stays' | 'unknown';

export function directionOf(now: Cell, before: Cell): Direction {
  const [a, b] = [tally([now]).count, tally([before]).count];
  if (a === undefined || b === undefined) return 'unknown';
  return a > b ? 'rises' : a < b ? 'falls' : 'stays';
}

export const changed = (told: Telling, options: Options, now: Cell, before: Cell): FigureValue =>
  value({of: now, select: (keys) => select(keys, now, before), print: () => print(told, options, now, before)});

function select(keys: ReadonlySet<string>, now: Cell, before: Cell): string | null {
  const direction = directionOf(now, before);
  const both = tally([now, before]);
  const claims =
    both.count === undefined
      ? [both.why, 'nothing', 'unknown']
      : direction === 'rises' && tally([before]).count === 0
        ? ['rises-from-zero', 'rises']
        : [direction];
  return claims.find((claim) => keys.has(claim)) ?? null;
}

function print(told: Telling, options: Options, now: Cell, before: Cell): readonly Inline[] {
  const both = tally([now, before]);
  if (both.count === undefined) return [withoutCount(told, both, both.why)];
  const [a, b] = [tally([now]).count ?? 0, tally([before]).count ?? 0];
  const size = Math.abs(a - b);
  const cells = [now, before];
  if (textOption(options, 'show') !== 'percent') {
    const named = noun(options, told.locale, size);
    return [figure(told, cells, number(told, size), String(size), '', MINUS), ...textInline(named && ` ${named}`)];
  }
  const base = cellOption(options, 'base') ?? before;
  const whole = tally([base]);
  if (whole.count === undefined) return [withoutCount(told, whole, whole.why)];
  const of = whole.count;
  if (of === 0) return [misused(told, 'change', `${base.address} = 0`)];
  const text = percentShown(size / of, 0, told.locale, decimalsOption(options));
  return [
    figure(
      told,
      cells,
      text,
      `${size}/${of}`,
      `${text} = ${told.document.telling.outOf(number(told, size), number(told, of))}`,
      MINUS,
    ),
  ];
}
