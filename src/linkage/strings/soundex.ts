/** American Soundex (as the US National Archives code it): the first letter and three digits. Empty without a letter. */
const DIGIT: Readonly<Record<string, string>> = Object.fromEntries(
  ['BFPV', 'CGJKQSXZ', 'DT', 'L', 'MN', 'R'].flatMap((like, i) => [...like].map((letter) => [letter, String(i + 1)])),
);

export function soundex(text: string): string {
  const letters = text.toUpperCase();
  const from = letters.search(/[A-Z]/);
  if (from < 0) return '';
  let code = letters.charAt(from);
  let last = DIGIT[code];
  for (let i = from + 1; i < letters.length && code.length < 4; i++) {
    const letter = letters.charAt(i);
    // H and W do not part two letters of one digit; vowels do.
    if (letter === 'H' || letter === 'W') continue;
    const digit = DIGIT[letter];
    if (digit !== undefined && digit !== last) code += digit;
    last = digit;
  }
  return code.padEnd(4, '0');
}
