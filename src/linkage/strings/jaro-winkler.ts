/**
 * Jaro and Jaro–Winkler similarity (Winkler 1990): 1 is the same text, 0 nothing in common. Counted in UTF-16 units; for
 * letters, fold first. Called for tens of millions of pairs, so short texts are matched in two machine words.
 */
const WORD = 32;
export const LONGEST_PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

/** Texts are laid out here before they are compared; each call writes what it reads. */
let left = new Uint16Array(WORD);
let right = new Uint16Array(WORD);
let leftTaken = new Uint8Array(WORD);
let rightTaken = new Uint8Array(WORD);

export function jaroWinkler(a: string, b: string): number {
  return withPrefix(jaro(a, b), commonPrefix(a, b));
}

export const withPrefix = (similarity: number, prefix: number): number =>
  similarity + prefix * PREFIX_WEIGHT * (1 - similarity);

export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length, LONGEST_PREFIX);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

export function jaro(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const longest = Math.max(a.length, b.length);
  if (longest > left.length) makeRoom(longest);
  for (let i = 0; i < a.length; i++) left[i] = a.charCodeAt(i);
  for (let i = 0; i < b.length; i++) right[i] = b.charCodeAt(i);
  const reach = Math.max(0, (longest >> 1) - 1);
  return longest <= WORD ? ofWords(a.length, b.length, reach) : ofTexts(a.length, b.length, reach);
}

/** Which letters have found their like is a bit each. */
function ofWords(lengthA: number, lengthB: number, reach: number): number {
  let takenA = 0;
  let takenB = 0;
  let matches = 0;
  for (let i = 0; i < lengthA; i++) {
    const letter = left[i];
    const last = Math.min(lengthB - 1, i + reach);
    for (let j = i > reach ? i - reach : 0; j <= last; j++) {
      if (right[j] !== letter || (takenB & (1 << j)) !== 0) continue;
      takenA |= 1 << i;
      takenB |= 1 << j;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  let outOfPlace = 0;
  while (takenA !== 0) {
    // The lowest bit set in each: the next matched letter of either text.
    const i = 31 - Math.clz32(takenA & -takenA);
    const j = 31 - Math.clz32(takenB & -takenB);
    if (left[i] !== right[j]) outOfPlace++;
    takenA &= takenA - 1;
    takenB &= takenB - 1;
  }
  return mean(matches, lengthA, lengthB, outOfPlace);
}

function ofTexts(lengthA: number, lengthB: number, reach: number): number {
  leftTaken.fill(0, 0, lengthA);
  rightTaken.fill(0, 0, lengthB);
  let matches = 0;
  for (let i = 0; i < lengthA; i++) {
    const letter = left[i];
    const last = Math.min(lengthB - 1, i + reach);
    for (let j = i > reach ? i - reach : 0; j <= last; j++) {
      if (right[j] !== letter || rightTaken[j] !== 0) continue;
      leftTaken[i] = 1;
      rightTaken[j] = 1;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  let outOfPlace = 0;
  for (let i = 0, j = 0; i < lengthA; i++) {
    if (leftTaken[i] === 0) continue;
    while (rightTaken[j] === 0) j++;
    if (left[i] !== right[j]) outOfPlace++;
    j++;
  }
  return mean(matches, lengthA, lengthB, outOfPlace);
}

/** Two letters out of place are one transposition. */
const mean = (matches: number, lengthA: number, lengthB: number, outOfPlace: number): number =>
  (matches / lengthA + matches / lengthB + (matches - (outOfPlace >> 1)) / matches) / 3;

function makeRoom(length: number): void {
  left = new Uint16Array(length);
  right = new Uint16Array(length);
  leftTaken = new Uint8Array(length);
  rightTaken = new Uint8Array(length);
}
