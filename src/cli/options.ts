/** Options that several commands take, read one way. A wrong one is a misuse with what was expected. */
import {type EditionKind, parseEditionKind} from '#concepts/edition';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {type Period, yearPeriod} from '#concepts/period';
import type {Instant} from '#kit/instant';
import {DAY_EXAMPLES, MOMENT_EXAMPLES, typedDay, typedInstant} from '#language/days';
import type {Language} from '#language/language';
import {MEDIUM_IDS} from '#production/publish';
import type {Given, Misuse} from './command.ts';

export const isMisuse = (value: unknown): value is Misuse =>
  typeof value === 'object' && value !== null && 'misuse' in value;

/** A year as given, or `--from` and `--to`; undefined where neither is. */
export function periodOf(
  given: Given,
  year: string | undefined,
  {cli: {misuse}}: Language,
): Period | undefined | Misuse {
  const [from, to] = [given.option('from'), given.option('to')];
  if (from !== undefined || to !== undefined) {
    if (year !== undefined) return {misuse: misuse.yearAndPeriod};
    if (from === undefined || to === undefined)
      return {misuse: misuse.missing(from === undefined ? '--from DAY' : '--to DAY')};
    const first = typedDay(from);
    const last = typedDay(to);
    if (first === undefined) return {misuse: misuse.notAllowed('--from', from, DAY_EXAMPLES)};
    if (last === undefined || last < first)
      return {misuse: misuse.notAllowed('--to', to, last === undefined ? DAY_EXAMPLES : `≥ ${first}`)};
    return {from: first, to: last};
  }
  if (year === undefined) return undefined;
  return /^[12]\d{3}$/.test(year) ? yearPeriod(Number(year)) : {misuse: misuse.notAllowed('YEAR', year, 'YYYY')};
}

export function instantOf(
  given: Given,
  option: 'as-at' | 'recorded-at' | 'embargo',
  {cli: {misuse}}: Language,
): Instant | undefined | Misuse {
  const text = given.option(option);
  if (text === undefined) return undefined;
  return typedInstant(text) ?? {misuse: misuse.notAllowed(`--${option}`, text, MOMENT_EXAMPLES)};
}

/** `a=1` pairs, the last of a name winning. */
export function pairsOf(
  given: Given,
  option: string,
  {cli: {misuse}}: Language,
): Readonly<Record<string, string>> | Misuse {
  const pairs = given.all(option).map((text) => [text, /^([^=]+)=(.*)$/s.exec(text)] as const);
  const wrong = pairs.find(([, match]) => match === null);
  if (wrong !== undefined) return {misuse: misuse.notAllowed(`--${option}`, wrong[0], 'NAME=VALUE')};
  return Object.fromEntries(pairs.map(([, match]) => [match?.[1] ?? '', match?.[2] ?? '']));
}

export function languagesOf(given: Given, {cli: {misuse}}: Language): readonly LanguageTag[] | undefined | Misuse {
  const text = given.option('language');
  if (text === undefined) return undefined;
  const tags = text.split(',').map((tag) => tag.trim());
  const known = LANGUAGES.filter((language) => tags.includes(language));
  const strange = tags.find((tag) => !LANGUAGES.some((language) => language === tag));
  return strange === undefined && known.length > 0
    ? known
    : {misuse: misuse.notAllowed('--language', text, LANGUAGES.join(','))};
}

/** The media asked for; undefined: all. */
/** Of which kind an edition is to be; undefined where nothing is said. */
export function kindOf(given: Given, {cli: {misuse}}: Language): EditionKind | undefined | Misuse {
  const text = given.option('edition');
  if (text === undefined) return undefined;
  return parseEditionKind(text) ?? {misuse: misuse.notAllowed('--edition', text, 'internal, public')};
}

export function mediaOf(given: Given, {cli: {misuse}}: Language): readonly string[] | undefined | Misuse {
  const text = given.option('media');
  const media = text?.split(',').map((one) => one.trim());
  const isKnown = media?.every((one) => MEDIUM_IDS.includes(one)) ?? true;
  return isKnown ? media : {misuse: misuse.notAllowed('--media', text ?? '', MEDIUM_IDS.join(','))};
}
