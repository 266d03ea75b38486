/** A number to so many decimals as a language writes it, below zero with a minus sign: 1.234,50 in Danish and 1,234.50 in English. */
import type {LanguageTag} from '#concepts/labels';

export const decimals = (number: number, digits: number, language: LanguageTag): string =>
  number.toLocaleString(language, {minimumFractionDigits: digits, maximumFractionDigits: digits}).replace(/^-/, '−');
