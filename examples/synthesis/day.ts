/** Days as YYYY-MM-DD, and the ways the agencies write them. */
const MS = 86_400_000;

export const day = (year: number, month: number, of: number): string =>
  new Date(Date.UTC(year, month - 1, of)).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * MS).toISOString().slice(0, 10);

export const yearOf = (date: string): number => Number(date.slice(0, 4));

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

/** dd-mm-yyyy; a partly known day is shorter: mm-yyyy, yyyy. */
export const danish = (date: string): string => date.split('-').reverse().join('-');

/** The serial number a spreadsheet keeps for a day. */
export const serialOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MS + 25_569;
