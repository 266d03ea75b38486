/** Days as YYYY-MM-DD, and the ways the agencies write them. Each day is worked out once: a file of millions has few of them. */
const MS = 86_400_000;
const texts = new Map<number, string>();
const numbers = new Map<string, number>();

function textOf(number: number): string {
  const known = texts.get(number) ?? new Date(number * MS).toISOString().slice(0, 10);
  texts.set(number, known);
  return known;
}

function numberOf(date: string): number {
  const known = numbers.get(date) ?? Date.parse(`${date}T00:00:00Z`) / MS;
  numbers.set(date, known);
  return known;
}

export const day = (year: number, month: number, of: number): string => textOf(Date.UTC(year, month - 1, of) / MS);
export const addDays = (date: string, days: number): string => textOf(numberOf(date) + days);
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

export const yearOf = (date: string): number => Number(date.slice(0, 4));

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

/** dd-mm-yyyy; a partly known day is shorter: mm-yyyy, yyyy. */
export const danish = (date: string): string =>
  date.length === 10 ? `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}` : date.split('-').reverse().join('-');

/** The serial number a spreadsheet keeps for a day. */
export const serialOf = (date: string): number => numberOf(date) + 25_569;
