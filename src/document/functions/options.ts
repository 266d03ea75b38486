/** Options of a function: literal words, or cells by their variable. */
import {Cell} from '../address.ts';
import {pluralIn} from '../intl.ts';
import {operandOf} from './printed.ts';

export type Options = Readonly<Record<string, unknown>>;

export const textOption = (options: Options, name: string): string | undefined => {
  const given = options[name];
  return typeof given === 'string' ? given : undefined;
};

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
