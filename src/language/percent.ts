/** A share as it is written: 84 pct. in Danish, 84 per cent in English; never parted at a line's end, below zero with a minus sign. */
const formats = new Map<string, Intl.NumberFormat>();

/** With at least `least` decimals and at most `most`. */
export function percentShown(share: number, least: number, locale: string, most = least): string {
  const key = `${locale} ${least} ${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {style: 'percent', minimumFractionDigits: least, maximumFractionDigits: most});
  formats.set(key, format);
  const word = locale.startsWith('da') ? 'pct.' : 'per cent';
  return format.format(share).replace(/\s?%/, `\u00a0${word}`).replace(/^-/, '−');
}

/** Before a full stop the abbreviation has none of its own. */
export const beforeFullStop = (text: string): string => text.replace(/(?<=\u00a0pct)\.$/, '');

/** What may stand after a number that is a share, however a colleague writes it; without a full stop, which may be the sentence's. */
export const PERCENT = String.raw`\s?(?:%|(?:pct|procent|per ?cent)(?!\p{L}))`;
