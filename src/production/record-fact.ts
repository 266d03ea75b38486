/**
 * A fact of a person recorded or corrected by somebody at a form: everything that is wrong is told at once, each beside what it is wrong
 * in, and nothing is recorded until nothing is. A correction withdraws the old fact and records the new one in one step.
 */
import type {Code} from '#concepts/code-list';
import {parseRecordNumber, type RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type PlainDate, plainDate} from '#kit/plain-date';
import type {Fact, FactId, Recorded} from '#register/fact';
import {type PersonFile, standingFacts} from '#register/person-file';
import {isKnownTo, type Person, personOf} from './case-person.ts';
import type {Effects} from './effects.ts';
import {checkAnswer, entrySubmission, factFrom, type Given} from './entry.ts';
import {type EntryField, type EntryKind, entryFields, isAboutFacts, isEntryKind, WHY} from './entry-fields.ts';
import {type Naming, namingOf} from './naming.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
import {reasonAbout} from './screened-text.ts';
import {type KeyedRegister, openCasework, withStore} from './workspace.ts';

export interface Whose {
  readonly record: string;
  /** Whose persons alone are open to whoever asks; undefined: everybody's. */
  readonly authority: Code | undefined;
}

/** What a form asks of a person, and what stands. */
export interface FactForm {
  readonly person: Person;
  readonly naming: Naming;
  readonly fields: readonly EntryField[];
  /** Facts that others can be about, the latest first. */
  readonly about: readonly Recorded[];
  /** What stands in the fact that is corrected. */
  readonly given: Given;
  readonly corrects: Recorded | undefined;
  /** The latest fact of the person when the form was made: a form sent twice records once. */
  readonly seen: FactId;
}

export interface EntryFault {
  /** Undefined: of the whole. */
  readonly field: string | undefined;
  readonly refusal: Refusal;
}

export type Entered =
  | {readonly kind: EntryKind; readonly records: readonly RecordNumber[]; readonly fact: FactId}
  | {readonly faults: readonly EntryFault[]};

export interface Entering extends Whose {
  readonly given: Given;
  readonly seen: FactId;
  readonly recordedBy: string;
}

/** Facts that are corrected here: those that say something of a person, and not of another fact. */
export const isCorrectable = ({kind}: Fact): boolean => isEntryKind(kind) && !isAboutFacts(kind);
/** Facts that can be withdrawn here: who is one person is decided elsewhere. */
export const isWithdrawable = (fact: Fact): boolean =>
  isEntryKind(fact.kind) && !(fact.kind === 'withdrawal' && fact.why === 'identity-reconsidered');

/** Refused: `no-such-person`, also of one whom the authority does not know; `nothing-to-withdraw`. */
export const factForm = (
  folder: string,
  {what, ...whose}: Whose & {readonly what: EntryKind | FactId},
  effects: Effects,
): Promise<Outcome<FactForm, Refusal>> =>
  withPerson(folder, whose, effects, async (register, file) => {
    const person = await personOf(register, file);
    if (!person.ok) return person;
    const corrects = typeof what === 'number' ? correctedIn(file, what) : undefined;
    const kind = typeof what === 'number' ? corrects?.fact.kind : what;
    if (kind === undefined || !isEntryKind(kind)) return refuse({reason: 'nothing-to-withdraw'});
    const fields = entryFields(kind, register.profile);
    return done({
      person: person.value,
      naming: namingOf(register.profile),
      fields: corrects === undefined ? fields : [...fields, WHY],
      about: standingFacts(file)
        .filter(({fact}) => (kind === 'reversal' ? fact.kind === 'assessment' : isWithdrawable(fact)))
        .toReversed(),
      given: corrects === undefined ? {} : givenBy(corrects.fact, fields),
      corrects,
      seen: latestIn(file),
    });
  });

export const recordEntered = (
  folder: string,
  {kind, ...entering}: Entering & {readonly kind: EntryKind},
  effects: Effects,
): Promise<Outcome<Entered, Refusal>> =>
  withPerson<Entered>(folder, entering, effects, async (register, file) => {
    const moment = await momentOf(register, undefined, effects);
    if (!moment.ok) return moment;
    const today = plainDate(moment.value.slice(0, 10));
    const made = await factEntered(register, file, kind, entering.given, today);
    if ('faults' in made) return done(made);
    const {fact} = made;
    const twice = standingFacts(file).find(
      (one) => one.id > entering.seen && one.source === 'entry' && canonicalJson(one.fact) === canonicalJson(fact),
    );
    if (twice !== undefined) return done({kind, records: [twice.record], fact: twice.id});
    // What is said of a fact stands where the fact does, also where several records are one person's.
    const of = 'of' in fact ? fact.of : undefined;
    const record = file.facts.find(({id}) => id === of)?.record ?? file.record;
    const recorder = {recordedAt: moment.value, recordedBy: entering.recordedBy};
    const id = await register.store.append(entrySubmission(fact, recorder), (writer) => writer.fact(record, fact));
    return done({kind, records: [record], fact: id});
  });

/** Refused besides: `nothing-to-withdraw`, also where somebody else was first. */
export const correctEntered = (
  folder: string,
  {of, ...entering}: Entering & {readonly of: FactId},
  effects: Effects,
): Promise<Outcome<Entered, Refusal>> =>
  withPerson<Entered>(folder, entering, effects, async (register, file) => {
    const old = correctedIn(file, of);
    if (old === undefined || !isEntryKind(old.fact.kind)) return refuse({reason: 'nothing-to-withdraw'});
    const {kind} = old.fact;
    const moment = await momentOf(register, undefined, effects);
    if (!moment.ok) return moment;
    const today = plainDate(moment.value.slice(0, 10));
    const {[WHY.name]: why = '', ...given} = entering.given;
    const withdrawn = await factEntered(register, file, 'withdrawal', {on: today, of: String(of), why}, today);
    const made = await factEntered(register, file, kind, given, today);
    if ('faults' in withdrawn || 'faults' in made)
      return done({
        faults: [...('faults' in made ? made.faults : []), ...('faults' in withdrawn ? withdrawn.faults : [])],
      });
    const fact = keptOf(old.fact, made.fact, entryFields(kind, register.profile));
    const recorder = {recordedAt: moment.value, recordedBy: entering.recordedBy};
    const id = await register.store.append(entrySubmission([withdrawn.fact, fact], recorder), (writer) => {
      writer.fact(old.record, withdrawn.fact);
      return writer.fact(old.record, fact);
    });
    return done({kind, records: [old.record], fact: id});
  });

const withPerson = async <T>(
  folder: string,
  {record, authority}: Whose,
  effects: Effects,
  work: (register: KeyedRegister, file: PersonFile) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal>> => {
  const number = parseRecordNumber(record);
  return withStore(await openCasework(folder, effects), async (register) => {
    const now = await register.store.latest();
    const file = number && now && (await register.store.findPersonFile(number, now));
    if (!file || (authority !== undefined && !isKnownTo(file, authority)))
      return refuse({reason: 'no-such-person', record: number});
    return work(register, file);
  });
};

const correctedIn = (file: PersonFile, of: FactId): Recorded | undefined =>
  standingFacts(file).find(({id, fact}) => id === of && isCorrectable(fact));

const latestIn = ({facts}: PersonFile): FactId => Math.max(0, ...facts.map(({id}) => id));

/** Each answer by itself first, then what they make together. */
async function factEntered(
  register: KeyedRegister,
  file: PersonFile,
  kind: EntryKind,
  given: Given,
  today: PlainDate,
): Promise<{readonly fact: Fact} | {readonly faults: readonly EntryFault[]}> {
  const faults: EntryFault[] = [];
  for (const field of entryFields(kind, register.profile)) {
    const answer = given[field.name] ?? '';
    const read = checkAnswer(field, answer, today);
    if (!read.ok) faults.push({field: field.name, refusal: read.refusal});
    else if (field.kind === 'text' && answer !== '') {
      // A fact stands when an identity is destroyed: what is written into it names nobody.
      const told = await reasonAbout([file], answer, register);
      if (!told.ok) faults.push({field: field.name, refusal: told.refusal});
    }
  }
  if (faults.length > 0) return {faults};
  const fact = factFrom(kind, given, {profile: register.profile, file, today});
  return fact.ok ? {fact: fact.value} : {faults: [{field: faultFieldOf(fact.refusal), refusal: fact.refusal}]};
}

export const faultFieldOf = (refusal: Refusal): string | undefined =>
  refusal.reason === 'impossible-value'
    ? refusal.field
    : refusal.reason === 'unknown-code'
      ? refusal.concept
      : refusal.reason === 'nothing-to-withdraw'
        ? 'of'
        : undefined;

/** As it would be typed. What the age was told from is not kept, and so cannot be. */
function givenBy(fact: Fact, fields: readonly EntryField[]): Given {
  const values = new Map<string, unknown>([
    ...Object.entries(fact),
    ...('codes' in fact ? Object.entries(fact.codes) : []),
  ]);
  return Object.fromEntries(
    fields.flatMap(({name}) => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : String(value)]];
    }),
  );
}

/** What the form has no field for stays as it was; so does the age, where no birth is given and the day is the same. */
function keptOf(old: Fact, made: Fact, fields: readonly EntryField[]): Fact {
  const asked = new Set(fields.map(({name}) => name));
  const codes =
    'codes' in old && 'codes' in made
      ? {...Object.fromEntries(Object.entries(old.codes).filter(([name]) => !asked.has(name))), ...made.codes}
      : undefined;
  const kept = codes !== undefined && 'codes' in made ? {...made, codes} : made;
  if (old.kind !== 'assessment' || kept.kind !== 'assessment' || kept.age !== undefined || old.age === undefined)
    return kept;
  return old.on === kept.on ? {...kept, age: old.age} : kept;
}

export type {Fact, FactId, Recorded};
