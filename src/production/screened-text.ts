/**
 * Text that somebody writes and others read, an erratum or a reason: refused where it holds what could be a person's number or
 * birthday, or a name somebody in the register has; and a reason about persons whose identities are open, where it tells of
 * these. What was found is told by its place and never repeated.
 */
import type {TextOfRelease} from '#concepts/edition-refusal';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {identifierParser} from '#intake/parse-identifier';
import type {IdentifierColumn, SourceFormat} from '#intake/source-format';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Identity} from '#register/identity';
import type {PersonFile} from '#register/person-file';
import {identifierToken, nameToken, rowKey} from '#register/tokens';
import {knownOf} from './identity-table.ts';
import {identityIn} from './screened-identities.ts';
import {placeOf, readable, wordsIn} from './text-places.ts';
import type {KeyedRegister} from './workspace.ts';
import {daysWritten, isDaysOrYears} from './written-days.ts';

export interface ReleaseText {
  readonly of: TextOfRelease;
  readonly text: string;
}

type Register = Pick<KeyedRegister, 'store' | 'keys' | 'profile'>;
/** The number of the word it begins with, from 1. */
type Place = number | undefined;

/** Undefined: all may be printed. */
export async function personIn(register: Register, texts: readonly ReleaseText[]): Promise<Refusal | undefined> {
  for (const {of, text: written} of texts) {
    const text = readable(written);
    const day = earlyDayIn(text, register.profile.firstYear);
    if (day !== undefined) return {reason: 'text-tells-of-person', text: of, tells: 'early-day', word: day};
    const number = await numberIn(text, register);
    if (number !== undefined) return {reason: 'text-tells-of-person', text: of, tells: 'number', word: number};
    const name = await nameIn(text, register);
    if (name !== undefined) return {reason: 'text-tells-of-person', text: of, tells: 'name', word: name};
  }
  return undefined;
}

/**
 * A reason written about persons: it tells of nobody in the register, and in no way of these, all of whose records are opened for it;
 * nor of those of `besides`, whom the register does not have yet.
 */
export async function reasonAbout(
  files: readonly PersonFile[],
  reason: string,
  register: KeyedRegister,
  besides: readonly Identity[] = [],
): Promise<Outcome<undefined, Refusal>> {
  const told = await personIn(register, [{of: 'reason', text: reason}]);
  if (told !== undefined) return refuse(told);
  const identities = [...besides];
  const records = files.flatMap(({record, facts}): readonly RecordNumber[] => [
    record,
    ...facts.map((one) => one.record),
  ]);
  for (const record of new Set(records)) {
    const identity = await knownOf(register, record);
    if (!identity.ok) return identity;
    if (identity.value !== undefined) identities.push(identity.value);
  }
  const own = register.profile.identity.flatMap(({link}) => link.folding ?? []);
  const found = identityIn(reason, identities, own);
  return found === undefined ? done(undefined) : refuse({reason: 'text-tells-of-person', text: 'reason', ...found});
}

/** A day before the years the register tells of is more likely a birthday than an event. */
function earlyDayIn(text: string, firstYear: number): Place {
  const early = daysWritten(text).filter(({readings}) => readings.every(({year}) => year < firstYear));
  const at = Math.min(...early.map((one) => one.at));
  return Number.isFinite(at) ? placeOf(text, at) : undefined;
}

/** A CPR number and a record number, wherever and however they are written. */
const ALWAYS = /(?<!\d)\d{6}[\s\p{Dash_Punctuation}.]?\d{4}(?!\d)|(?<![\p{L}\d])P-\d{6,}-[\dX](?![\p{L}\d])/iu;

async function numberIn(text: string, {store, keys, profile}: Register): Promise<Place> {
  const always = ALWAYS.exec(text)?.index ?? longIn(text, profile.firstYear);
  if (always !== undefined) return placeOf(text, always);
  const schemes = profile.sources.flatMap(({columns}) =>
    columns.flatMap(({type}) => (isIdentifier(type) ? [type] : [])),
  );
  const parsers = schemes.map(identifierParser);
  const rows = profile.sources.filter(({key}) => key.length === 1);
  for (const [i, word] of wordsIn(text).entries()) {
    if (isOrdinary(word, profile.firstYear)) continue;
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
const isOrdinary = (word: string, firstYear: number): boolean =>
  digitsIn(word) < SHORT || isDaysOrYears(word, firstYear);

const digitsIn = (word: string): number => word.replace(/\D/g, '').length;

/** As many digits as a telephone number has are one, however they are set. */
const WHOLE = 8;
const JOINED = /\d(?:[\s./\p{Dash_Punctuation}−]{0,3}\d)*/gu;

const longIn = (text: string, firstYear: number): Place =>
  text
    .matchAll(JOINED)
    .filter(([run]) => digitsIn(run) >= WHOLE && !isOfDays(run, firstYear))
    .map(({index}) => index)
    .next().value;

/** Days, one span of years and a small count stand side by side; more than that is a number. */
function isOfDays(run: string, firstYear: number): boolean {
  const parts = wordsIn(run.replace(/\s*([/\p{Dash_Punctuation}−])\s*/gu, '$1'));
  const others = parts.filter((part) => !isDaysOrYears(part, firstYear));
  const years = parts.filter((part) => /^\d{4}(?:\D\d{4})*$/.test(part));
  return years.length <= 1 && others.length < parts.length && digitsIn(others.join('')) < SHORT;
}

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
  return hit && placeOf(text, hit.at);
}

/** A name is also in its genitive, which Danish writes without an apostrophe. */
const spellings = (name: string): readonly string[] => (/..s$/i.test(name) ? [name, name.slice(0, -1)] : [name]);

/** Words in the longest name that is looked for. */
const LONGEST = 6;
