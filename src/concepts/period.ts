/** A reference period: a calendar year, or any days asked for. */
import {firstOf, lastOf, type PlainDate, parsePlainDate, yearOf} from '#kit/plain-date';

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export const yearPeriod = (year: number): Period => ({from: firstOf(year), to: lastOf(year)});

export const within = ({from, to}: Period, date: PlainDate): boolean => from <= date && date <= to;

/** The calendar year it is, or undefined for any other span. */
export const calendarYear = ({from, to}: Period): number | undefined =>
  from === firstOf(yearOf(from)) && to === lastOf(yearOf(from)) ? yearOf(from) : undefined;

/** `2013`, or `2013-04-01--2013-06-30`: fit for a file name. */
export const periodId = (period: Period): string => String(calendarYear(period) ?? `${period.from}--${period.to}`);

/** What {@link periodId} gives. */
export function parsePeriod(id: string): Period | undefined {
  if (/^[12]\d{3}$/.test(id)) return yearPeriod(Number(id));
  const [from, to] = id.split('--').map(parsePlainDate);
  return from === undefined || to === undefined || to < from ? undefined : {from, to};
}
