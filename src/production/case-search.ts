/**
 * Who is found by what somebody typed: a record number, an identifier of any scheme, words of a name in any order, a birth as far as
 * it is known, or both. Whoever is found is opened from under seal, so whoever comes through here sees persons.
 */
import type {Code} from '#concepts/code-list';
import {parseRecordNumber, type RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import {typedPartialDate} from '#language/days';
import type {Profile} from '#profile/profile';
import type {Keys} from '#register/keys';
import {birthToken, identifierToken, nameToken, type Token, wordsOf, wordToken} from '#register/tokens';
import {isKnownTo, type Person, personOf} from './case-person.ts';
import type {Effects} from './effects.ts';
import {type Naming, namingOf} from './naming.ts';
import {type KeyedRegister, openCasework, withStore} from './workspace.ts';

export interface Found {
  readonly naming: Naming;
  /** Of whoever only other authorities know, nothing is told: not even that there is somebody. */
  readonly persons: readonly Person[];
}

/** More than so many are no answer: they have a name in common. */
const MOST = 200;

/** `authority`: whose persons may be seen; undefined: all. Refused: as a workspace with its key is, and `identity-damaged`. */
export const findPersons = async (
  folder: string,
  typed: string,
  authority: Code | undefined,
  effects: Effects,
): Promise<Outcome<Found, Refusal>> =>
  withStore(await openCasework(folder, effects), async (register) => {
    const naming = namingOf(register.profile);
    const at = await register.store.latest();
    if (at === undefined) return done({naming, persons: []});
    const files = new Map<RecordNumber, Person>();
    for (const record of (await recordsOf(register, typed)).slice(0, MOST)) {
      const file = await register.store.findPersonFile(record, at);
      if (file === undefined || files.has(file.record)) continue;
      if (authority !== undefined && !isKnownTo(file, authority)) continue;
      const person = await personOf(register, file);
      if (!person.ok) return person;
      files.set(file.record, person.value);
    }
    return done({naming, persons: [...files.values()]});
  });

/** By what is typed as a whole, and by all its words and days together. */
async function recordsOf(register: KeyedRegister, typed: string): Promise<readonly RecordNumber[]> {
  const {store, keys, profile} = register;
  const record = parseRecordNumber(typed.toUpperCase());
  if (record !== undefined) return [record];
  const numbers = schemesOf(profile).map((scheme) => identifierToken({scheme, value: typed}, keys));
  const carriers = await Promise.all([...numbers, nameToken(typed, keys)].map((token) => store.carriersOf(token)));
  return [...new Set([...carriers.flat(), ...(await store.carriersOf(...termsOf(typed, keys)))])];
}

/** A day, a month or a year is of a birth; all else is words of a name. A date may be of several words: `12 June 1967`. */
function termsOf(typed: string, keys: Keys): readonly Token[] {
  const whole = typedPartialDate(typed);
  if (whole !== undefined) return [birthToken(whole, keys)];
  return typed.split(/\s+/).flatMap((piece) => {
    const date = typedPartialDate(piece);
    return date === undefined ? wordsOf(piece).map((word) => wordToken(word, keys)) : [birthToken(date, keys)];
  });
}

const schemesOf = ({sources}: Profile): readonly string[] => [
  ...new Set(
    sources.flatMap(({columns}) =>
      columns.flatMap(({type}) =>
        type.kind === 'identifier' ? [type.scheme, ...(type.part === undefined ? [] : [type.part.scheme])] : [],
      ),
    ),
  ),
];
