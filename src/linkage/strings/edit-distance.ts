/**
 * How many letters must be put in, left out or changed (Levenshtein), or also two neighbours swapped (optimal string
 * alignment, the restricted Damerau distance) to make one text of another. Counted in UTF-16 units.
 */
const START = 64;
let rows: readonly [Int32Array, Int32Array, Int32Array] = threeRows(START);

export const levenshtein = (a: string, b: string): number => distance(a, b, false);
export const damerauLevenshtein = (a: string, b: string): number => distance(a, b, true);

/** 1 is the same text, 0 that every letter differs. */
export function levenshteinSimilarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - levenshtein(a, b) / longest;
}

/** At most one letter put in, left out, changed or swapped with its neighbour; in one pass. */
export function withinOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const {from, endA, endB} = trimmed(a, b);
  const restA = endA - from;
  const restB = endB - from;
  if (restA <= 1 && restB <= 1) return true;
  const swapped = a.charCodeAt(from) === b.charCodeAt(from + 1) && a.charCodeAt(from + 1) === b.charCodeAt(from);
  return restA === 2 && restB === 2 && swapped;
}

/** What begins and ends alike costs nothing. */
function trimmed(a: string, b: string): {readonly from: number; readonly endA: number; readonly endB: number} {
  let from = 0;
  const shortest = Math.min(a.length, b.length);
  while (from < shortest && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  return {from, endA, endB};
}

function distance(a: string, b: string, swaps: boolean): number {
  const {from, endA, endB} = trimmed(a, b);
  const width = endB - from;
  if (width === 0) return endA - from;
  if (rows[0].length <= width) rows = threeRows(width + 1);
  let [earlier, before, row] = rows;
  for (let j = 0; j <= width; j++) before[j] = j;
  for (let i = from; i < endA; i++) {
    const letter = a.charCodeAt(i);
    const previous = i > from ? a.charCodeAt(i - 1) : -1;
    row[0] = i - from + 1;
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(from + j - 1);
      let least = (before[j - 1] ?? 0) + (letter === other ? 0 : 1);
      least = Math.min(least, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (swaps && j > 1 && previous === other && letter === b.charCodeAt(from + j - 2)) {
        least = Math.min(least, (earlier[j - 2] ?? 0) + 1);
      }
      row[j] = least;
    }
    [earlier, before, row] = [before, row, earlier];
  }
  return before[width] ?? 0;
}

function threeRows(length: number): readonly [Int32Array, Int32Array, Int32Array] {
  return [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
}
