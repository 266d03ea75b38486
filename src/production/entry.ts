/**
 * A single fact entered by hand: a court's finding, a return, an attested earlier assessment, an answer to a question.
 * It is read by the rules of intake, and recorded as a submission of its own.
 */
import {rowsOn} from '#concepts/code-list';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {makeFact, type Values} from '#intake/make-facts';
import type {Value} from '#intake/value';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {spanOf} from '#kit/partial-date';
import {type PlainDate, yearOf} from '#kit/plain-date';
import {DAY_EXAMPLES, typedDay, typedPartialDate} from '#language/days';
import type {Profile} from '#profile/profile';
import {type Fact, type FactId, QUESTIONS} from '#register/fact';
import {type PersonFile, standing} from '#register/person-file';
import type {Store, Submission} from '#storage/store';
import {type EntryField, type EntryKind, entryFields, isAboutFacts} from './entry-fields.ts';

export type Given = Readonly<Record<string, string>>;

export interface EntryContext {
  readonly profile: Profile;
  /** Undefined: a new person, who is a record number only. */
  readonly file: PersonFile | undefined;
  /** Nothing is valid after it. */
  readonly today: PlainDate;
}

/** The fact the values make. Refused: `unknown-code`, `impossible-value`, `nothing-to-withdraw`; the value itself is not repeated. */
export function factFrom(kind: EntryKind, given: Given, context: EntryContext): Outcome<Fact, Refusal> {
  const fields = entryFields(kind, context.profile);
  const strange = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
  if (strange !== undefined)
    return refuse({reason: 'unknown-code', concept: kind, known: fields.map(({name}) => name)});
  const values = new Map<string, Value>();
  for (const field of fields) {
    const value = readValue(field, (given[field.name] ?? '').trim(), context.today);
    if (!value.ok) return value;
    if (value.value !== undefined) values.set(field.name, value.value);
  }
  const day = values.get('on');
  if (day?.kind !== 'day' || day.day === undefined) return impossible('on', 'required');
  if (isAboutFacts(kind)) return aboutFact(kind, day.day, given, context.file);
  const refusal = notInForce(fields, values, day.day, context.profile) ?? outOfOrder(values, day.day);
  if (refusal !== undefined) return refuse(refusal);
  const fact = makeFact(ruleOf(kind, fields), values, day.day);
  if (fact === undefined) return impossible('on', 'required');
  if (!('rule' in fact)) return done(fact);
  const {min, max} = fact.facts;
  return impossible(fact.field, min === undefined ? 'required' : `${min}–${max}`);
}

/** A code as on the day: a form of exploitation named in 2020 cannot be found in 2013. */
function notInForce(
  fields: readonly EntryField[],
  values: Values,
  on: PlainDate,
  {codeLists}: Profile,
): Refusal | undefined {
  for (const {name, list: id = ''} of fields) {
    const [value, list] = [values.get(name), codeLists.get(id)];
    if (value?.kind !== 'codes' || list === undefined) continue;
    const known = [...new Set(rowsOn(list, on).map(({code}) => code))];
    if (!value.codes.every((code) => known.includes(code))) return {reason: 'unknown-code', concept: name, known};
  }
  return undefined;
}

/** Nothing ends before it began, and nobody is decided about before birth. */
function outOfOrder(values: Values, on: PlainDate): Refusal | undefined {
  const after = (name: string, day: string): Refusal => ({reason: 'impossible-value', field: name, rule: day});
  for (const name of ['completed', 'ended']) {
    const value = values.get(name);
    if (value?.kind === 'day' && value.day !== undefined && value.day < on) return after(name, `≥ ${on}`);
  }
  const [born, year] = [values.get('born'), values.get('year')];
  if (born?.kind === 'birth' && spanOf(born.date).earliest > on) return after('born', `≤ ${on}`);
  if (year?.kind === 'number' && year.number > yearOf(on)) return after('year', `≤ ${yearOf(on)}`);
  return undefined;
}

const EARLIEST = '1900';
const LONGEST = 2000;

const impossible = (field: string, rule: string) => refuse<Refusal>({reason: 'impossible-value', field, rule});

/** One answer, read as `factFrom` will read it, so that a wrong one is told where it is given. */
export const checkAnswer = (field: EntryField, text: string, today: PlainDate): Outcome<unknown, Refusal> =>
  readValue(field, text.trim(), today);

function readValue(field: EntryField, text: string, today: PlainDate): Outcome<Value | undefined, Refusal> {
  const {name, kind, required, known} = field;
  if (text === '') return required ? impossible(name, 'required') : done(undefined);
  if (kind === 'date') {
    const day = typedDay(text);
    if (day === undefined) return impossible(name, DAY_EXAMPLES);
    if (day < EARLIEST) return impossible(name, `≥ ${EARLIEST}`);
    return day > today ? impossible(name, `≤ ${today}`) : done({kind: 'day', day});
  }
  if (kind === 'birth') {
    const date = typedPartialDate(text);
    if (date === undefined) return impossible(name, `${DAY_EXAMPLES}, 12-2013, 2013`);
    return date < EARLIEST ? impossible(name, `≥ ${EARLIEST}`) : done({kind: 'birth', date, assessed: false});
  }
  if (kind === 'number' || kind === 'fact') {
    return /^\d{1,9}$/.test(text) ? done({kind: 'number', number: Number(text)}) : impossible(name, '0, 1, 2 …');
  }
  if (known === undefined) return text.length > LONGEST ? impossible(name, `≤ ${LONGEST}`) : done({kind: 'text', text});
  const words = kind === 'codes' ? text.split(/\s*,\s*/) : [text];
  const strange = words.find((word) => !known.includes(word));
  if (strange !== undefined) return refuse({reason: 'unknown-code', concept: name, known});
  return done(kind === 'codes' ? {kind: 'codes', codes: words} : {kind: 'answer', answer: text});
}

/** Every field under its own name; `born` is only used to tell the age, and is not kept. */
function ruleOf(kind: EntryKind, fields: readonly EntryField[]) {
  const members = fields.filter((field) => !isCoded(field));
  return {
    kind,
    when: [],
    set: Object.fromEntries(members.map(({name}) => [name === 'born' ? 'age' : name, [`$${name}`]])),
    codes: Object.fromEntries(fields.filter((field) => isCoded(field)).map(({name}) => [name, [`$${name}`]])),
  };
}

const MEMBER_CODES: ReadonlySet<string> = new Set(['by', 'outcome', 'status', 'operator']);
const isCoded = ({kind, name}: EntryField) => kind === 'codes' && !MEMBER_CODES.has(name);

function aboutFact(
  kind: 'withdrawal' | 'reversal' | 'answer',
  on: PlainDate,
  given: Given,
  file: PersonFile | undefined,
): Outcome<Fact, Refusal> {
  const of: FactId = Number(given.of);
  const about = file?.facts.find(({id}) => id === of);
  const stands = about !== undefined && file !== undefined && standing(file, about.fact.kind).some(({id}) => id === of);
  if (about?.fact.kind === 'withdrawal' && about.fact.why === 'identity-reconsidered')
    return impossible('of', 'opgor decide');
  if (stands && on < about.fact.on) return impossible('on', `≥ ${about.fact.on}`);
  if (!stands || (kind === 'reversal' && about.fact.kind !== 'assessment'))
    return refuse({reason: 'nothing-to-withdraw'});
  if (kind === 'withdrawal') {
    return done({kind, on, of, why: given.why === 'wrong-person' ? 'wrong-person' : 'recorded-in-error'});
  }
  if (kind === 'reversal') {
    return done({kind, on, of, ground: given.ground === 'on-the-merits' ? 'on-the-merits' : 'registration-error'});
  }
  const question = QUESTIONS.find((one) => one === given.question) ?? QUESTIONS[0];
  return done({kind, on, of, question, reason: given.reason ?? ''});
}

export interface Recorder {
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

export const entrySubmission = (fact: unknown, {recordedAt, recordedBy}: Recorder): Submission => ({
  source: 'entry',
  file: '',
  sha256: sha256(canonicalJson(fact)),
  recordedAt,
  recordedBy,
  rows: 0,
  held: 0,
  controlTotals: [],
});

/** Records one fact as a submission of its own, of a person of the register or of a new one. */
export const recordFact = (
  store: Store,
  fact: Fact,
  to: RecordNumber | undefined,
  recorder: Recorder,
): Promise<{readonly record: RecordNumber; readonly fact: FactId}> =>
  store.append(entrySubmission(fact, recorder), (writer) => {
    const record = to ?? writer.person();
    return {record, fact: writer.fact(record, fact)};
  });
