/**
 * Text that somebody writes and recipients read, an erratum or a reason: refused where it holds what could be a person's number, or
 * a name somebody in the register has. What was found is told by its place and never repeated.
 */
import type {TextOfRelease} from '#concepts/edition-refusal';
import type {Refusal} from '#concepts/refusal';
import {identifierParser} from '#intake/parse-identifier';
import type {IdentifierColumn, SourceFormat} from '#intake/source-format';
import {parsePlainDate} from '#kit/plain-date';
import {identifierToken, nameToken, rowKey} from '#register/tokens';
import type {KeyedRegister} from './workspace.ts';

export interface ReleaseText {
  readonly of: TextOfRelease;
  readonly text: string;
}

type Register = Pick<KeyedRegister, 'store' | 'keys' | 'profile'>;
/** The number of the word it begins with, from 1. */
type Place = number | undefined;

/** Undefined: all may be printed. */
export async function personIn(register: Register, texts: readonly ReleaseText[]): Promise<Refusal | undefined> {
  for (const {of, text} of texts) {
    const number = await numberIn(text, register);
    if (number !== undefined) return {reason: 'text-tells-of-person', text: of, tells: 'number', word: number};
    const name = await nameIn(text, register);
    if (name !== undefined) return {reason: 'text-tells-of-person', text: of, tells: 'name', word: name};
  }
  return undefined;
}

/** A CPR number and a record number, wherever and however they are written. */
const ALWAYS = /(?<!\d)\d{6}[\s\p{Dash_Punctuation}.]?\d{4}(?!\d)|(?<![\p{L}\d])P-\d{6,}-[\dX](?![\p{L}\d])/iu;

async function numberIn(text: string, {store, keys, profile}: Register): Promise<Place> {
  const always = ALWAYS.exec(text);
  if (always !== null) return wordsIn(text.slice(0, always.index)).length + 1;
  const schemes = profile.sources.flatMap(({columns}) =>
    columns.flatMap(({type}) => (isIdentifier(type) ? [type] : [])),
  );
  const parsers = schemes.map(identifierParser);
  const rows = profile.sources.filter(({key}) => key.length === 1);
  for (const [i, word] of wordsIn(text).entries()) {
    if (isOrdinary(word)) continue;
    const said = parsers.flatMap((parse) => {
      const {value} = parse(word);
      return value?.kind === 'identifiers' ? value.identifiers : [];
    });
    if (said.length > 0 && digitsIn(word) >= LONG) return i + 1;
    const tokens = said.map((one) => identifierToken(one, keys));
    if ((await store.personsByToken(tokens)).size > 0 || (await store.recognise(tokens)).size > 0) return i + 1;
    for (const source of rows) if (await isRowOf(source, word, {store, keys})) return i + 1;
  }
  return undefined;
}

const isIdentifier = (type: SourceFormat['columns'][number]['type']): type is IdentifierColumn =>
  type.kind === 'identifier';

const isRowOf = async ({id}: SourceFormat, word: string, {store, keys}: Pick<Register, 'store' | 'keys'>) =>
  (await store.sourceRows(id)).has(rowKey(id, 'key', [word], keys));

/** So many digits that fit a scheme are somebody's number, whether or not the register knows whose. */
const LONG = 6;
/** Fewer than these are a count. */
const SHORT = 4;

/** Counts, years, spans of years and days: what errata speak of. */
const isOrdinary = (word: string): boolean =>
  digitsIn(word) < SHORT ||
  /^[12]\d{3}(-[12]\d{3})?$/.test(word) ||
  parsePlainDate(word) !== undefined ||
  /^[0-3]?\d[-./][01]?\d[-./][12]\d{3}$/.test(word);

const digitsIn = (word: string): number => word.replace(/\D/g, '').length;

/** Runs of words as somebody's name: several in any order; one alone only with a capital, since names are words as well. */
async function nameIn(text: string, {store, keys}: Register): Promise<Place> {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const runs = words.flatMap(({index}, i) =>
    Array.from({length: Math.min(LONGEST, words.length - i)}, (_, more) => {
      const run = words.slice(i, i + more + 1).map(([word]) => word);
      return {at: index, run};
    }),
  );
  const named = runs
    .filter(({run: [first = '', ...others]}) => others.length > 0 || /^\p{Lu}/u.test(first))
    .map(({at, run}) => ({at, tokens: spellings(run.join(' ')).map((name) => nameToken(name, keys))}));
  const found = await store.personsByToken(named.flatMap(({tokens}) => tokens));
  const hit = named.find(({tokens}) => tokens.some((token) => found.has(token)));
  return hit && wordsIn(text.slice(0, hit.at)).length + 1;
}

/** A name is also in its genitive, which Danish writes without an apostrophe. */
const spellings = (name: string): readonly string[] => (/..s$/.test(name) ? [name, name.slice(0, -1)] : [name]);

/** Words in the longest name that is looked for. */
const LONGEST = 6;

/** As they stand between spaces, without the punctuation around them. */
const wordsIn = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
