/** A language's words made ready to be looked up: phrases by their first word, and what is passed over as expressions. */
import type {ReadingWords} from '#language/reading-words';

/** One letter per kind of thing in a sentence, so that what it says can be matched as a word of these letters. */
export const LETTER = {
  count: 'n',
  percent: 'p',
  points: 't',
  year: 'y',
  signed: 'g',
  rise: 'u',
  fall: 'd',
  from: 'f',
  to: 'T',
  by: 'b',
  of: 'o',
  ofWhich: 'h',
  compared: 'c',
  and: '&',
  more: '>',
  fewer: '<',
  inAll: 'a',
  person: 'k',
  assessed: 's',
  since: 'S',
  first: 'F',
  other: 'O',
  addedUp: 'A',
  distributed: 'D',
  not: 'N',
  quantifier: 'q',
  ratio: 'r',
  hedge: '~',
  label: 'l',
  word: 'w',
} as const;
export type Kind = keyof typeof LETTER;

export interface Range {
  readonly low: number;
  readonly high: number;
  /** The limits themselves are not meant. */
  readonly open?: boolean;
}

export type Hedge = 'about' | 'nearly' | 'wellOver' | 'atLeast' | 'atMost';

export interface Meaning {
  readonly kind: Kind;
  readonly value?: number;
  readonly range?: Range;
  /** A single share, which what stands before it may widen. */
  readonly fraction?: true;
  readonly hedge?: Hedge;
  /** Of a year: how far from the one the text is about. */
  readonly relative?: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

export interface Reading {
  readonly words: ReadingWords;
  /** By first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly passedOver: RegExp;
  readonly common: ReadonlySet<string>;
  /** Each form of a word that has several, and the one it is read as. */
  readonly alike: ReadonlyMap<string, string>;
}

const HEDGES: readonly Hedge[] = ['about', 'nearly', 'wellOver', 'atLeast', 'atMost'];
const PLAIN = [
  'percent',
  'points',
  'rise',
  'fall',
  'from',
  'to',
  'by',
  'of',
  'ofWhich',
  'compared',
  'and',
  'more',
  'fewer',
  'inAll',
  'person',
  'assessed',
  'since',
  'first',
  'other',
  'addedUp',
  'distributed',
  'not',
] as const;
/** Said the same in every language: days, moments, addresses, shares of versions. */
const ALWAYS = [
  String.raw`\b\d{2} \d{2} \d{2} \d{2}\b`,
  String.raw`\[\w{1,3}\]`,
  String.raw`\b\d{4}-\d\d-\d\d(?:T[\d:.Z]+)?`,
  String.raw`(?<![\d.])\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)`,
  String.raw`\bhttps?://\S+|\bwww\.\S+|[\w.+-]{1,60}@[\w.-]{1,60}\.\w{2,10}`,
  String.raw`§+\s*\d+\p{L}?`,
  String.raw`\b\d{1,2}:\d\d\b`,
  String.raw`\bv?\d+\.\d+\.\d+\S*`,
  String.raw`\b\p{L}{1,30}\d+\p{L}*\b|\b\d+\p{Lu}\b`,
  String.raw`(?<=\p{L})[-/]\d+(?![\d.,]*\s*%)`,
];

export function readingOf(words: ReadingWords): Reading {
  const found: Phrase[] = [];
  const add = (forms: readonly string[], meaning: Meaning) => {
    for (const form of forms) found.push({words: form.toLowerCase().replaceAll('.', '').split(' '), meaning});
  };
  for (const kind of PLAIN) add(words.marks[kind], {kind});
  for (const hedge of HEDGES) add(words.marks[hedge], {kind: 'hedge', hedge});
  for (const [form, value] of Object.entries(words.numbers)) add([form], {kind: 'count', value});
  for (const [form, value] of Object.entries(words.fractions))
    add([form], {kind: 'quantifier', range: {low: value, high: value}, fraction: true});
  for (const [form, relative] of Object.entries(words.relativeYears)) add([form], {kind: 'year', relative});
  for (const {forms, ...range} of words.quantifiers) add(forms, {kind: 'quantifier', range});
  for (const {forms, ...range} of words.ratios) add(forms, {kind: 'ratio', range});
  const phrases = Map.groupBy(found, ({words: [first = '']}) => first);
  for (const same of phrases.values()) same.sort((a, b) => b.words.length - a.words.length);
  return {
    words,
    phrases,
    passedOver: new RegExp([...ALWAYS, ...words.passedOver].map((one) => `(?:${one})`).join('|'), 'giu'),
    common: new Set(words.common),
    alike: new Map(
      words.exhaustive.flat().flatMap((forms) => forms.map((form) => [form.toLowerCase(), forms[0] ?? form] as const)),
    ),
  };
}

/** A word without its ending, so that `kvinderne` is `kvinder`. */
export function stem(word: string, {words: {endings}, alike}: Reading): string {
  const lower = word.toLowerCase();
  const same = alike.get(lower);
  if (same !== undefined) return same;
  const ending = endings.find((one) => lower.endsWith(one) && lower.length - one.length >= 4);
  return ending === undefined ? lower : lower.slice(0, -ending.length);
}
