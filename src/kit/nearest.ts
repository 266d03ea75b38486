/** The known word a mistyped one was meant to be: fewest letters to change, and no more than a third of them. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: {readonly word: string; readonly distance: number} | undefined;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= Math.max(1, candidate.length / 3) && (best === undefined || distance < best.distance))
      best = {word: candidate, distance};
  }
  return best?.word;
}

/** The known words no more than so many letters from the word. */
export const within = (letters: number, word: string, known: readonly string[]): readonly string[] =>
  known.filter((candidate) => editDistance(word, candidate) <= letters);

/** Optimal string alignment: letters put in, left out, changed, or two neighbours swapped. */
export function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : changed;
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, changed, swapped));
    }
    before = row;
    row = next;
  }
  return at(row, b.length);
}

const at = (row: readonly number[], i: number): number => row[i] ?? Number.POSITIVE_INFINITY;
