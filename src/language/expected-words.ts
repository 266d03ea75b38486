/** What a value of a YAML file may be: `a | b`, a type, or how many of it. Types have words; values are as they are written. */
export const expectedInWords = (expected: string, types: Readonly<Record<string, string>>): string =>
  expected
    .split(' | ')
    .map((one) => one.replace(/^[a-z]+(?=$| [<>≤≥] \d)/, (word) => types[word] ?? word))
    .join(' | ');
