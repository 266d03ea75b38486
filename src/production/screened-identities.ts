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
const BETWEEN = String.raw`[^\p{L}\p{N}]{0,3}`;

function numberIn(text: string, {identifiers, phones = []}: Identity): Place {
  const values = identifiers.map(({value}) => charactersOf(value)).filter((all) => all.length >= LEAST);
  const ends = phones.map((phone) => charactersOf(phone).slice(-END_OF_PHONE)).filter((all) => all.length >= LEAST);
  return first([
    ...values.map((all) => search(text, `(?<![\\p{L}\\p{N}])0*${BETWEEN}${all.join(BETWEEN)}(?![\\p{L}\\p{N}])`)),
    ...ends.map((all) => search(text, `${all.join(BETWEEN)}(?!\\p{N})`)),
  ]);
}

/** Without the zeros that a number may begin with. */
const charactersOf = (value: string): readonly string[] => [
  ...readable(value)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=\d+$)/, ''),
];

function search(text: string, pattern: string): Place {
  const found = new RegExp(pattern, 'iu').exec(text);
  // From the first sign of the number on.
  return found === null ? undefined : found.index + Math.max(0, found[0].search(/[\p{L}\p{N}]/u));
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
  const known = names.flatMap(({text: name}) => knownWords(name, foldings));
  return first(
    [...text.matchAll(WORD)].map(({0: word, index}) =>
      [word, ...word.split(APOSTROPHE)].some((part) => isName(part, known)) ? index : undefined,
    ),
  );
}

/** A word of a name, as plain letters, and what its origin's spellings read it as. */
interface KnownWord {
  readonly plain: string;
  readonly readings: readonly {readonly folding: Folding; readonly read: string}[];
}

/** The words of one name, and those that are written as one; what every name may have beside it is left out. */
function knownWords(name: string, foldings: readonly Folding[]): readonly KnownWord[] {
  const all = [name, name.replace(APOSTROPHE, ' ')].map((one) => words(letters(one)));
  const told = foldings.filter((folding) => folding.always || all.flat().some((word) => folding.tells(word)));
  const joined = all.flatMap((each) => each.slice(1).map((word, i) => `${each[i]}${word}`));
  return [...new Set([...all.flat(), ...joined])]
    .filter((word) => word.length >= LEAST && !told.some(({ignored}) => ignored.has(word)))
    .map((plain) => ({plain, readings: told.map((folding) => ({folding, read: folding.read(plain)}))}));
}

function isName(part: string, known: readonly KnownWord[]): boolean {
  const plain = letters(part);
  const forms = [plain, plain.replace(/s$/, ''), plain.replace(/es$/, '')].filter((form) => form.length >= LEAST);
  return known.some(
    (name) =>
      (name.plain.length >= BEGINS && plain.startsWith(name.plain)) ||
      forms.some(
        (form) =>
          form === name.plain ||
          name.readings.some(({folding, read}) => read.length >= LEAST && folding.read(form) === read),
      ),
  );
}

const APOSTROPHE = /['`´‘’‛ʹʻʼʽʾʿˈ]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'`´‘’‛ʹʻʼʽʾʿˈ]*/gu;

const first = (places: readonly Place[]): Place =>
  places.reduce((least, at) => (at === undefined || (least !== undefined && least < at) ? least : at), undefined);

const foldingsOf = (own: readonly FoldingTable[]): readonly Folding[] => (own.length === 0 ? SHIPPED : made(own));
const made = (own: readonly FoldingTable[]) => withOwn(own).map(makeFolding);
const SHIPPED = made([]);
