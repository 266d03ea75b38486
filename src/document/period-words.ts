/** A day as a language writes it: `1. april 2013`, `1 April 2013`. */
import type {PlainDate} from '#kit/plain-date';

export const dayIn = (locale: string, day: PlainDate | string): string =>
  new Intl.DateTimeFormat(locale, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}).format(
    Date.parse(`${day.slice(0, 10)}T00:00:00Z`),
  );
