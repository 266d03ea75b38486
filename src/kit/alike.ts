/** Names as an eye takes them that reads in passing: without case, accents, dots and the room between words. */

/** Letters of other scripts that look as Latin ones do. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  α: 'a',
  ο: 'o',
  ν: 'v',
  ι: 'i',
  ø: 'o',
  æ: 'ae',
  ł: 'l',
  đ: 'd',
};

const seen = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/./gu, (letter) => LOOKS_LIKE[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');

export const isAlike = (one: string, other: string): boolean => seen(one) === seen(other);
