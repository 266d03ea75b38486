/**
 * `:percent`: a share and its base, which the figure always exposes and `show=base` prints.
 * A share that is not all is never rounded to 100, one that is not none never to 0.
 */
import {percentShown} from '#language/percent';
import type {Cell} from '../address.ts';
import type {Inline} from '../statement.ts';
import {figure, misused, withoutCount} from './figure.ts';
import {decimalsOption, insteadOf, type Options, textOption} from './options.ts';
import {type FigureValue, value} from './printed.ts';
import {selectNothing, tally} from './tally.ts';
import {number, type Telling} from './telling.ts';

export const percentOf = (told: Telling, options: Options, part: Cell, base: Cell): FigureValue =>
  value({
    of: part,
    select: (keys) => {
      const both = tally([part, base]);
      if (both.count === undefined) return selectNothing(keys, both.why);
      return tally([base]).count === 0 ? selectNothing(keys, 'not-applicable') : null;
    },
    print: () => printPercent(told, options, part, base),
  });

function printPercent(told: Telling, options: Options, part: Cell, base: Cell): readonly Inline[] {
  const both = tally([part, base]);
  if (both.count === undefined) return insteadOf(options, both.why) ?? [withoutCount(told, both, both.why)];
  const [of, n] = [tally([base]).count ?? 0, tally([part]).count ?? 0];
  if (of === 0) return [withoutCount(told, tally([base]), 'not-applicable')];
  if (n > of) return [misused(told, 'percent', `${part.address} > ${base.address}`)];

  const text = share(told.locale, n, of, decimalsOption(options));
  const fraction = told.document.telling.outOf(number(told, n), number(told, of));
  const shown = textOption(options, 'show') === 'base' ? `${text} (${fraction})` : text;
  return [figure(told, [part], shown, `${n}/${of}`, `${text} = ${fraction}`)];
}

export function share(locale: string, part: number, base: number, decimals: number): string {
  const ratio = part / base;
  const digits = [decimals, 1, 2, 3].find(
    (d) => d >= decimals && (exact(ratio) || !exact(Number(ratio.toFixed(d + 2)))),
  );
  return percentShown(ratio, digits ?? 3, locale);
}

const exact = (ratio: number) => ratio === 0 || ratio === 1;
