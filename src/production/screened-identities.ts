/**
 * A reason written about persons whose identities are open while it is written: held against every word of their names, their
 * numbers and their birthdays, however these are set. Pure; says which kind was found and where, and repeats nothing.
 */
import type {Tells} from '#concepts/edition-refusal';
import {type Folding, type FoldingTable, makeFolding} from '#linkage/folding/folding-table';
import {letters, words} from '#linkage/folding/letters';
import {withOwn} from '#linkage/folding/shipped';
import type {Identity} from '#register/identity';
import {placeOf, readable} from './text-places.ts';
import {anyDaysWritten} from './written-days.ts';

export interface Told {
  readonly tells: Tells;
  /** The number of the word it begins with. */
  readonly word: number;
}

/** Undefined: it tells of none of them. `own`: the office's spellings of names. */
export function identityIn(
  written: string,
  identities: readonly Identity[],
  own: readonly FoldingTable[] = [],
): Told | undefined {
  const text = readable(written);
  const finds = [
    ['their-number', numberIn],
    ['their-birthday', birthdayIn],
    ['their-name', (all: string, {names}: Identity) => nameIn(all, names, foldingsOf(own))],
  ] as const;
  for (const [tells, find] of finds)
    for (const identity of identities) {
      const at = find(text, identity);
      if (at !== undefined) return {tells, word: placeOf(text, at)};
    }
  return undefined;
}

type Place = number | undefined;

/** Shorter words and numbers are in every sentence. */
const LEAST = 3;
/** A telephone number is known by its end, whatever stands before it. */
const END_OF_PHONE = 6;
/** So many signs may stand between two of a number's. */
const APART = 3;

function numberIn(text: string, {identifiers, phones = []}: Identity): Place {
  const values = identifiers.map(({value}) => signsOf(value).replace(/^0+(?=\d+$)/, ''));
  const ends = phones.map((phone) => signsOf(phone).slice(-END_OF_PHONE));
  const set = setApart(text);
  return first([
    ...values.map((value) => placeOfNumber(set, value, 'whole')),
    ...ends.map((end) => placeOfNumber(set, end, 'end')),
  ]);
}

const signsOf = (value: string): string =>
  readable(value)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The letters and digits of a text, and where each stands. */
interface SetApart {
  readonly signs: string;
  readonly at: readonly number[];
}

function setApart(text: string): SetApart {
  const found = [...text.matchAll(/[\p{L}\p{N}]/gu)].map(({0: sign, index}) => ({sign: sign.toLowerCase(), index}));
  // One unit each, so that a sign's place in the run is its place among the signs.
  return {
    signs: found.map(({sign}) => (sign.length === 1 ? sign : '\ufffd')).join(''),
    at: found.map(({index}) => index),
  };
}

function placeOfNumber({signs, at}: SetApart, value: string, which: 'whole' | 'end'): Place {
  if (value.length < LEAST) return undefined;
  const between = (i: number) => (at[i + 1] ?? Number.POSITIVE_INFINITY) - (at[i] ?? Number.NEGATIVE_INFINITY) - 1;
  for (let from = signs.indexOf(value); from >= 0; from = signs.indexOf(value, from + 1)) {
    const last = from + value.length - 1;
    let begin = from;
    while (which === 'whole' && signs[begin - 1] === '0' && between(begin - 1) <= APART) begin--;
    const isOne = Array.from({length: value.length - 1}, (_, i) => between(from + i)).every((gap) => gap <= APART);
    if (isOne && between(last) > 0 && (which === 'end' || between(begin - 1) > 0)) return at[begin];
  }
  return undefined;
}

/** A known day, or a known month, in any writing; a year alone is no birthday. What a number begins with is a day as well. */
function birthdayIn(text: string, {birth, identifiers}: Identity): Place {
  const [year, month, day] = (birth?.date ?? '').split('-').map(Number);
  const begins = identifiers.flatMap(
    ({value}) => /^(\d\d)(\d\d)(\d\d)[^\p{L}\p{N}]?\d{4}$/u.exec(value)?.slice(1, 4) ?? [],
  );
  const days = anyDaysWritten(text);
  return first(
    days.map(({at, readings}) =>
      readings.some(
        (one) =>
          (one.year === year &&
            one.month === month &&
            (one.day === undefined || day === undefined || one.day === day)) ||
          (one.day === Number(begins[0]) && one.month === Number(begins[1]) && one.year % 100 === Number(begins[2])),
      )
        ? at
        : undefined,
    ),
  );
}

/** So long a name is also found where a word only begins with it. */
const BEGINS = 5;

function nameIn(text: string, names: Identity['names'], foldings: readonly Folding[]): Place {
  const known = names.map(({text: name}) => knownWords(name, foldings));
  return first(
    [...text.matchAll(WORD)].map(({0: word, index}) => {
      const parts = [...new Set([word, ...word.split(APOSTROPHE)])];
      return known.some((name) => parts.some((part) => isOf(part, name))) ? index : undefined;
    }),
  );
}

/** The words of a name in plain letters, and what its origin's spellings read them as. */
interface KnownWords {
  readonly plain: readonly string[];
  readonly read: readonly {readonly folding: Folding; readonly words: ReadonlySet<string>}[];
}

/** The words of one name, and those that are written as one; what every name may have beside it is left out. */
function knownWords(name: string, foldings: readonly Folding[]): KnownWords {
  const all = [name, name.replace(APOSTROPHE, ' ')].map((one) => words(letters(one)));
  const told = foldings.filter((folding) => folding.always || all.flat().some((word) => folding.tells(word)));
  const joined = all.flatMap((each) => each.slice(1).map((word, i) => `${each[i]}${word}`));
  const plain = [...new Set([...all.flat(), ...joined])].filter(
    (word) => word.length >= LEAST && !told.some(({ignored}) => ignored.has(word)),
  );
  const long = (word: string) => word.length >= LEAST;
  return {plain, read: told.map((folding) => ({folding, words: new Set(plain.map(folding.read).filter(long))}))};
}

function isOf(part: string, {plain, read}: KnownWords): boolean {
  const said = letters(part);
  if (plain.some((word) => said === word || (word.length >= BEGINS && said.startsWith(word)))) return true;
  const forms = [said, said.replace(/s$/, ''), said.replace(/es$/, '')].filter((form) => form.length >= LEAST);
  return [...new Set(forms)].some(
    (form) => plain.includes(form) || read.some(({folding, words: known}) => known.has(folding.read(form))),
  );
}

const APOSTROPHE = /['`´‘’‛ʹʻʼʽʾʿˈ]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'`´‘’‛ʹʻʼʽʾʿˈ]*/gu;

const first = (places: readonly Place[]): Place =>
  places.reduce((least, at) => (at === undefined || (least !== undefined && least < at) ? least : at), undefined);

const foldingsOf = (own: readonly FoldingTable[]): readonly Folding[] => (own.length === 0 ? SHIPPED : made(own));
const made = (own: readonly FoldingTable[]) => withOwn(own).map(makeFolding);
const SHIPPED = made([]);
