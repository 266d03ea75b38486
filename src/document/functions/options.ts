/** Options of a function: literal words, or cells by their variable. */
import {Cell} from '../address.ts';
import {pluralIn} from '../intl.ts';
import type {Inline} from '../statement.ts';
import {operandOf, textInline} from './printed.ts';
import type {Nothing} from './tally.ts';

export type Options = Readonly<Record<string, unknown>>;

export const textOption = (options: Options, name: string): string | undefined => {
  const given = options[name];
  return typeof given === 'string' ? given : undefined;
};

/** What is said in place of a figure that there is none of: `withheld=||` leaves its clause out. */
export function insteadOf(options: Options, why: Nothing): readonly Inline[] | undefined {
  const given = textOption(options, why) ?? textOption(options, 'nothing');
  return given === undefined ? undefined : textInline(given);
}

export const cellOption = (options: Options, name: string): Cell | undefined => {
  const given = operandOf(options[name]);
  return given instanceof Cell ? given : undefined;
};

export function decimalsOption(options: Options): number {
  const decimals = Number(textOption(options, 'decimals') ?? 0);
  return Number.isInteger(decimals) && decimals >= 0 && decimals <= 3 ? decimals : 0;
}

/** The noun beside a number, by its plural form: `one=kvinde other=kvinder`. */
export function noun(options: Options, locale: string, n: number): string {
  const category = pluralIn(locale, n);
  return textOption(options, category) ?? textOption(options, 'other') ?? '';
}

/** Labels stand with a capital in tables; inside a sentence common nouns do not, but abbreviations stay. What begins one does. */
export function cased(options: Options, text: string): string {
  const wanted = textOption(options, 'case');
  if (wanted === 'upper') return text.slice(0, 1).toUpperCase() + text.slice(1);
  return wanted === 'lower' && !/^\p{Lu}{2}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
