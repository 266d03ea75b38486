/**
 * Somebody whom the register does not have, entered by hand: who they are, under seal, and what is first known of them, in one step. Who
 * may be the same is looked for before, by what a file's row is joined by and by what a search finds.
 */
import type {Code} from '#concepts/code-list';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {identifierParser} from '#intake/parse-identifier';
import type {IdentifierColumn} from '#intake/source-format';
import {done, type Outcome} from '#kit/outcome';
import {spanOf} from '#kit/partial-date';
import {type PlainDate, plainDate} from '#kit/plain-date';
import {typedPartialDate} from '#language/days';
import type {Profile} from '#profile/profile';
import type {Identifier, Identity} from '#register/identity';
import {seal, toSeal} from '#register/seal';
import {
  birthToken,
  identifierToken,
  nameToken,
  rowKey,
  type Token,
  tokensOf,
  wordsOf,
  wordToken,
} from '#register/tokens';
import {isKnownTo, type Person, personOf} from './case-person.ts';
import type {Effects} from './effects.ts';
import {checkAnswer, entrySubmission, factFrom, type Given} from './entry.ts';
import {type EntryField, type EntryKind, entryFields} from './entry-fields.ts';
import {type Naming, namingOf} from './naming.ts';
import {type EntryFault, faultFieldOf} from './record-fact.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
import {reasonAbout} from './screened-text.ts';
import {type KeyedRegister, openCasework, openWorkspace, withStore} from './workspace.ts';

/** The fields of who somebody is; a number's is its scheme after {@link NUMBER}. */
export const NAME = 'person-name';
export const ALIAS = 'person-alias';
export const BORN = 'person-born';
export const ESTIMATED = 'person-estimated';
export const PHONE = 'person-phone';
export const NUMBER = 'person-number-';

export interface NewPersonForm {
  /** Of the fact; a birth is asked once, of the person. */
  readonly fields: readonly EntryField[];
  /** Every scheme that some source has numbers of, as its column is headed. */
  readonly numbers: readonly {readonly scheme: string; readonly heading: string}[];
  readonly naming: Naming;
}

export interface Registering {
  readonly kind: EntryKind;
  readonly given: Given;
  /** Whose persons alone are open to whoever registers; undefined: everybody's. */
  readonly authority: Code | undefined;
  /** Those who were shown as likely the same; who is likely now and was not shown is shown first. */
  readonly seen: readonly string[];
  /** The form's own name: what it says of the person is told apart by it. */
  readonly form: string;
  readonly recordedBy: string;
}

export interface Likely extends Person {
  /** One of the numbers is theirs: a new person cannot have it. */
  readonly hasNumber: boolean;
}

export type Registered =
  | {readonly record: RecordNumber}
  | {readonly faults: readonly EntryFault[]}
  | {readonly likely: readonly Likely[]};

/** Of one authority one registers whom that authority has decided on: of others, it would know nobody. */
export const kindsFor = (kinds: readonly EntryKind[], authority: Code | undefined): readonly EntryKind[] =>
  authority === undefined ? kinds : kinds.filter((kind) => kind === 'assessment');

export async function newPersonForm(folder: string, kind: EntryKind): Promise<Outcome<NewPersonForm, Refusal>> {
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) return workspace;
  const {profile} = workspace.value;
  const numbers = new Map<string, string>();
  for (const {scheme, heading} of schemesOf(profile)) if (!numbers.has(scheme)) numbers.set(scheme, heading);
  return done({
    fields: fieldsOf(kind, profile),
    numbers: [...numbers].map(([scheme, heading]) => ({scheme, heading})),
    naming: namingOf(profile),
  });
}

export const registerPerson = async (
  folder: string,
  registering: Registering,
  effects: Effects,
): Promise<Outcome<Registered, Refusal>> =>
  withStore<KeyedRegister, Registered>(await openCasework(folder, effects), async (register) => {
    const {store, keys} = register;
    const moment = await momentOf(register, undefined, effects);
    if (!moment.ok) return moment;
    const today = plainDate(moment.value.slice(0, 10));
    const {identity, faults} = identityIn(registering.given, register.profile, today);
    const made = await factOf(register, registering, identity, today);
    const all = [...faults, ...('faults' in made ? made.faults : [])];
    if ('faults' in made || all.length > 0) return done({faults: all});
    const likely = await likelyOf(register, identity, registering.authority);
    if (!likely.ok) return likely;
    const isNew = likely.value.every(({hasNumber, record}) => !hasNumber && registering.seen.includes(record));
    if (!isNew) return done({likely: likely.value});
    const by = rowKey('entry', 'key', [registering.form], keys);
    const recorder = {recordedAt: moment.value, recordedBy: registering.recordedBy};
    const record = await store.append(entrySubmission(made.fact, recorder), (writer) => {
      const person = writer.person();
      writer.identity(person, seal(toSeal(person, [{by, identity}], effects.random), keys), tokensOf(identity, keys));
      writer.fact(person, made.fact);
      writer.keyCheck(keys.check);
      return person;
    });
    return done({record});
  });

const fieldsOf = (kind: EntryKind, profile: Profile): readonly EntryField[] =>
  entryFields(kind, profile).filter(({name}) => name !== 'born');

const schemesOf = ({sources}: Profile): readonly (IdentifierColumn & {readonly heading: string})[] =>
  sources.flatMap(({columns}) =>
    columns.flatMap(({heading, type}) => (type.kind === 'identifier' ? [{...type, heading}] : [])),
  );

const LONGEST = 200;
const EARLIEST = '1900';

/** Names are parted by `;`, telephones by `,` or `;`. */
function identityIn(
  given: Given,
  profile: Profile,
  today: PlainDate,
): {readonly identity: Identity; readonly faults: readonly EntryFault[]} {
  const faults: EntryFault[] = [];
  const fault = (field: string, rule: string) =>
    faults.push({field, refusal: {reason: 'impossible-value', field, rule}});
  const listed = (name: string, parted: RegExp) => {
    const text = (given[name] ?? '').normalize('NFC');
    if (text.length > LONGEST) fault(name, `≤ ${LONGEST}`);
    return text.split(parted).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  };
  const names = [
    ...listed(NAME, /;/).map((text) => ({text, kind: 'name' as const})),
    ...listed(ALIAS, /;/).map((text) => ({text, kind: 'alias' as const})),
  ];
  const phones = listed(PHONE, /[,;]/);
  const born = (given[BORN] ?? '').trim();
  const date = born === '' ? undefined : typedPartialDate(born);
  if (born !== '' && date === undefined) fault(BORN, '31-12-2013, 12-2013, 2013');
  if (date !== undefined && date < EARLIEST) fault(BORN, `≥ ${EARLIEST}`);
  if (date !== undefined && spanOf(date).earliest > today) fault(BORN, `≤ ${today}`);
  const identifiers = numbersIn(given, profile, (scheme) => fault(`${NUMBER}${scheme}`, scheme));
  if (names.every(({kind}) => kind !== 'name') && identifiers.length === 0 && faults.length === 0)
    fault(NAME, 'required');
  return {
    identity: {
      names,
      identifiers,
      ...(date === undefined ? {} : {birth: {date, assessed: given[ESTIMATED] === 'yes'}}),
      ...(phones.length === 0 ? {} : {phones}),
    },
    faults,
  };
}

/** Read as the sources that have them read them: a number is right where one of its columns takes it. */
function numbersIn(given: Given, profile: Profile, wrong: (scheme: string) => void): readonly Identifier[] {
  return [...Map.groupBy(schemesOf(profile), ({scheme}) => scheme)].flatMap(([scheme, columns]) => {
    const text = (given[`${NUMBER}${scheme}`] ?? '').trim();
    if (text === '') return [];
    for (const column of columns) {
      const {value} = identifierParser(column)(text);
      if (value?.kind === 'identifiers') return value.identifiers;
    }
    wrong(scheme);
    return [];
  });
}

async function factOf(
  register: KeyedRegister,
  {kind, given, authority}: Registering,
  identity: Identity,
  today: PlainDate,
) {
  const {profile} = register;
  const fields = fieldsOf(kind, profile);
  const faults: EntryFault[] = [];
  for (const field of fields) {
    const answer = given[field.name] ?? '';
    const read = checkAnswer(field, answer, today);
    if (!read.ok) faults.push({field: field.name, refusal: read.refusal});
    else if (field.kind === 'text' && answer !== '') {
      const told = await reasonAbout([], answer, register, [identity]);
      if (!told.ok) faults.push({field: field.name, refusal: told.refusal});
    }
  }
  if (faults.length > 0) return {faults};
  const asked = Object.fromEntries(
    fields.flatMap(({name}) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  const hasBirth = entryFields(kind, profile).some(({name}) => name === 'born') && identity.birth !== undefined;
  const said: Given = {...asked, ...(hasBirth ? {born: identity.birth?.date ?? ''} : {})};
  const fact = factFrom(kind, said, {profile, file: undefined, today});
  if (!fact.ok) {
    const field = faultFieldOf(fact.refusal);
    return {faults: [{field: field === 'born' ? BORN : field, refusal: fact.refusal}]};
  }
  const {value} = fact;
  if (authority !== undefined && !(value.kind === 'assessment' && value.by === authority))
    return {faults: [{field: 'by', refusal: {reason: 'unknown-code', concept: 'by', known: [authority]} as const}]};
  return {fact: value};
}

/** More are no answer. */
const MOST = 20;

/** Who carries one of the numbers, a name in whole, or a word of one together with the birth; of those who may be seen. */
async function likelyOf(
  register: KeyedRegister,
  identity: Identity,
  authority: Code | undefined,
): Promise<Outcome<readonly Likely[], Refusal>> {
  const {store, keys} = register;
  const carriers = async (...tokens: readonly Token[]) => store.carriersOf(...tokens);
  const found = new Map<RecordNumber, boolean>();
  for (const one of identity.identifiers)
    for (const record of await carriers(identifierToken(one, keys))) found.set(record, true);
  const others = [
    ...identity.names.map(({text}) => [nameToken(text, keys)]),
    ...identity.names.flatMap(({text}) => {
      const {date} = identity.birth ?? {};
      return date === undefined ? [] : wordsOf(text).map((word) => [wordToken(word, keys), birthToken(date, keys)]);
    }),
  ];
  for (const tokens of others)
    for (const record of await carriers(...tokens)) if (!found.has(record)) found.set(record, false);
  const now = await store.latest();
  const likely = new Map<RecordNumber, Likely>();
  for (const [record, hasNumber] of found) {
    const file = now === undefined ? undefined : await store.findPersonFile(record, now);
    if (file === undefined || (authority !== undefined && !isKnownTo(file, authority))) continue;
    const known = likely.get(file.record);
    const person = known === undefined ? await personOf(register, file) : done(known);
    if (!person.ok) return person;
    likely.set(file.record, {...person.value, hasNumber: hasNumber || (known?.hasNumber ?? false)});
    if (likely.size === MOST) break;
  }
  return done([...likely.values()]);
}
