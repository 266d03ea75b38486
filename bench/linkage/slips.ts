/** What happens to a word between a mouth and a register: spelling by ear, lost marks, slips of the hand, misread letters. */
import type {Random} from '../../examples/synthesis/random.ts';
import type {Origin} from './origins.ts';

const LETTERS: Readonly<Record<string, string>> = {ø: 'o', å: 'a', æ: 'ae', đ: 'd', ł: 'l'};
const marks = /\p{M}/gu;

/** The same letters without what is above and below them. */
export const withoutMarks = (word: string): string =>
  word
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[øåæđł]/gi, (letter) => {
      const plain = LETTERS[letter.toLowerCase()] ?? letter;
      return letter === letter.toLowerCase() ? plain : plain.charAt(0).toUpperCase() + plain.slice(1);
    });

const spellings = new WeakMap<Origin, readonly (readonly [string, string])[]>();
const spellingsOf = (origin: Origin) => {
  const known = spellings.get(origin);
  if (known !== undefined) return known;
  const pairs = origin.spellings.split(' ').map((pair): readonly [string, string] => {
    const [from = '', to = ''] = pair.split('>');
    return [from, to];
  });
  spellings.set(origin, pairs);
  return pairs;
};

/** Another spelling of the same sound, where the origin has one for this word. */
export function byEar(random: Random, word: string, origin: Origin): string {
  const low = word.toLowerCase();
  const fitting = spellingsOf(origin).filter(([from]) => low.includes(from));
  if (fitting.length === 0) return word;
  const [from, to] = random.pick(fitting);
  const at = low.indexOf(from);
  const other = low.slice(0, at) + to + low.slice(at + from.length);
  return other.charAt(0).toUpperCase() + other.slice(1);
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const MISREAD: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['l', 'i'],
  ['i', 'l'],
  ['u', 'v'],
  ['h', 'b'],
  ['e', 'c'],
  ['o', '0'],
];

/** One slip of the hand, or one letter misread by a scanner. */
export function slip(random: Random, word: string): string {
  if (word.length < 3) return word;
  const at = random.between(1, word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (random.below(6)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + after.charAt(0) + letter + after.slice(1);
    case 3:
      return misread(random, word);
    default:
      return before + besideOnKeyboard(random, letter) + after;
  }
}

function besideOnKeyboard(random: Random, letter: string): string {
  const row = ROWS.find((keys) => keys.includes(letter));
  if (row === undefined) return random.pick([...'aeiou']);
  const at = row.indexOf(letter);
  return row.charAt(at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + (random.chance(0.5) ? 1 : -1));
}

function misread(random: Random, word: string): string {
  const fitting = MISREAD.filter(([from]) => word.includes(from, 1));
  if (fitting.length === 0) return word;
  const [from, to] = random.pick(fitting);
  const at = word.indexOf(from, 1);
  return word.slice(0, at) + to + word.slice(at + from.length);
}

/** One digit wrong, or two changed about. */
export function digitSlip(random: Random, digits: string): string {
  const at = random.below(digits.length - 1);
  return random.chance(0.5)
    ? digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2)
    : digits.slice(0, at) + random.below(10) + digits.slice(at + 1);
}
