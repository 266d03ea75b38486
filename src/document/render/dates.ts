/** Days as a language writes them: 28. februar 2014, 28 February 2014. */
import type {LanguageTag} from '#concepts/labels';

const LOCALES: Readonly<Record<LanguageTag, string>> = {da: 'da-DK', en: 'en-GB'};

export const dayIn = (language: LanguageTag, moment: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(moment));

/** A year as it is; a span as its two days. */
export const periodIn = (language: LanguageTag, period: string): string =>
  period.includes('--')
    ? period
        .split('--')
        .map((day) => dayIn(language, day))
        .join(' – ')
    : period;
