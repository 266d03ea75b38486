/** The year a sheet is of: by its name, its file's, or what stands above the table; else by most of its days. */
import type {SheetSeen} from './sheet-seen.ts';

const YEAR = /(?<!\d)(19[89]\d|20\d\d)(?!\d)/g;

const yearsIn = (text: string): readonly number[] => [...text.matchAll(YEAR)].map(([year]) => Number(year));

export function yearByName(seen: SheetSeen, above: readonly string[]): number | undefined {
  for (const text of [seen.sheet ?? '', seen.file, above.join(' ')]) {
    const years = new Set(yearsIn(text));
    const [only] = years;
    if (years.size === 1) return only;
  }
  return undefined;
}
