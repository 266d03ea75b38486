/** `:count`: how many. Selects on the number itself, on its plural form, and on the kinds of nothing. A changed 0 is not none. */
import {pluralIn} from '../intl.ts';
import type {Inline} from '../statement.ts';
import {figure, withoutCount} from './figure.ts';
import {insteadOf, noun, type Options, textOption} from './options.ts';
import {type FigureValue, textInline, value} from './printed.ts';
import {areTrue, selectNothing, type Tally} from './tally.ts';
import {number, type Telling} from './telling.ts';

export const counted = (told: Telling, options: Options, tally: Tally, of: unknown): FigureValue =>
  value({of, select: (keys) => selectCount(told, keys, tally), print: () => printCount(told, options, tally)});

export function selectCount({locale}: Telling, keys: ReadonlySet<string>, tally: Tally): string | null {
  if (tally.count === undefined) return selectNothing(keys, tally.why);
  const exact = tally.count === 0 && !areTrue(tally.cells) ? undefined : String(tally.count);
  const category = pluralIn(locale, tally.count);
  return exact !== undefined && keys.has(exact) ? exact : keys.has(category) ? category : null;
}

export function printCount(told: Telling, options: Options, tally: Tally): readonly Inline[] {
  if (tally.count === undefined) return insteadOf(options, tally.why) ?? [withoutCount(told, tally, tally.why)];
  const zero = textOption(options, 'zero');
  const before = textOption(options, 'before') ?? '';
  const after = textOption(options, 'after') ?? '';
  if (tally.count === 0 && zero !== undefined && (zero === '' || areTrue(tally.cells)))
    return zero === '' ? [] : [figure(told, tally.cells, zero, '0')];
  const named = noun(options, told.locale, tally.count);
  return [
    ...textInline(before),
    figure(told, tally.cells, number(told, tally.count), String(tally.count)),
    ...textInline(named === '' ? after : ` ${named}${after}`),
  ];
}
