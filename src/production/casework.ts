/**
 * The internal door: the register at work. Whoever comes through it may see persons; the public edge never imports it.
 * Each verb opens the workspace, does one thing and closes it.
 */
import {randomUUID} from 'node:crypto';
import {type Period, periodId, yearPeriod} from '#concepts/period';
import {parseRecordNumber, type RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {type Instant, instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {plainDate} from '#kit/plain-date';
import {deidentify} from '#register/deidentify';
import type {Fact, FactId} from '#register/fact';
import {type PersonFile, standing} from '#register/person-file';
import type {Question} from '#register/questions';
import {type Explanation, explain} from '#register/why';
import {latestCutOff} from './edition-cut-offs.ts';
import type {Effects} from './effects.ts';
import {checkAnswer, entrySubmission, factFrom, type Given, recordFact} from './entry.ts';
import {type EntryField, type EntryKind, entryFields} from './entry-fields.ts';
import {heldStore} from './held.ts';
import {closed, readHistory} from './history.ts';
import {type CellRange, identityCells} from './identity-cells.ts';
import {openGroups} from './identity-groups.ts';
import {type IdentityRange, identityRange, NOTHING_OPEN} from './identity-ranges.ts';
import {KeptOf} from './kept-of.ts';
import {dropKey, findKey, keepKey, newKey, recoveryForm} from './keyring.ts';
import {type Naming, namingOf} from './naming.ts';
import type {Progress} from './progress.ts';
import {type ReceiveRequest, receiveFile} from './receive-file.ts';
import type {Receipt} from './receive-receipt.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
import {programVersion} from './version.ts';
import {makeWorkspace, openCasework, openRegister, openWorkspace, type Workspace, withStore} from './workspace.ts';

export interface Initialised {
  readonly workspace: Workspace;
  /** Where the key is kept. */
  readonly key: string;
  readonly recovery: string;
}

export interface InitRequest {
  /** One that ships, or a folder. */
  readonly profile: string;
  readonly profilePath?: string;
  readonly synthetic: boolean;
}

export async function initWorkspace(
  folder: string,
  {profile, profilePath = profile, synthetic}: InitRequest,
  effects: Effects,
): Promise<Outcome<Initialised, Refusal>> {
  const given = effects.environment('OPGOR_KEY');
  const id = randomUUID();
  const own = given === undefined ? done(newKey(effects)) : await findKey(effects, id);
  if (!own.ok) return own;
  const version = await programVersion(effects);
  // The key first: a workspace whose key nobody has is worse than a key without a workspace.
  const kept = given === undefined ? await keepKey(effects, id, own.value) : done('OPGOR_KEY');
  if (!kept.ok) return kept;
  const made = await makeWorkspace(folder, {profile, profilePath, id, key: own.value, synthetic, version}, effects);
  if (!made.ok && given === undefined) await dropKey(effects, id);
  return made.ok ? done({workspace: made.value, key: kept.value, recovery: recoveryForm(own.value)}) : made;
}

export async function recovery(folder: string, effects: Effects): Promise<Outcome<string, Refusal>> {
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) return workspace;
  const key = await findKey(effects, workspace.value.settings.workspace);
  return key.ok ? done(recoveryForm(key.value)) : key;
}

export const receiveInto = async (
  folder: string,
  request: ReceiveRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Receipt, Refusal>> =>
  withStore(await openCasework(folder, effects), (register) => receiveFile(register, request, effects, progress));

/** Whether and why a person is counted in a period. Needs no key: facts hold no identity. */
export const why = async (
  folder: string,
  record: string,
  period: Period | undefined,
  asAt: Instant | undefined,
): Promise<Outcome<Explained, Refusal>> =>
  withStore(await openRegister(folder), async ({store, profile}) => {
    const number = parseRecordNumber(record);
    const at = asAt ?? (await store.latest());
    if (asAt !== undefined && (await store.submissions(asAt)).length === 0)
      return refuse({reason: 'register-empty-then', at: asAt});
    const file = number && at && (await store.findPersonFile(number, at));
    if (!file) return refuse({reason: 'no-such-person', record: number});
    const periods = period === undefined ? yearsOf(file, profile.firstYear) : [period];
    const gone = file.facts.filter(({id, fact}) => !standing(file, fact.kind).some((one) => one.id === id));
    return done({
      file,
      naming: namingOf(profile),
      explanations: periods.map((one) => explain(file, profile, one)),
      gone: gone.map(({id}) => id),
    });
  });

export interface Explained {
  readonly naming: Naming;
  readonly file: PersonFile;
  readonly explanations: readonly Explanation[];
  /** Facts that no longer stand. */
  readonly gone: readonly FactId[];
}

/** Every year the file has a fact in. */
const yearsOf = ({facts}: PersonFile, firstYear: number): readonly Period[] =>
  [...new Set(facts.map(({fact}) => Number(fact.on.slice(0, 4))))]
    .filter((year) => year >= firstYear)
    .sort((a, b) => a - b)
    .map(yearPeriod);

export interface Added {
  readonly record: RecordNumber;
  readonly fact: FactId;
  readonly kind: EntryKind;
}

/** What a kind of fact asks, for whoever asks it, and whether an answer can be one, as on the day of the entry. */
export const askingFor = async (
  folder: string,
  kind: EntryKind,
  recordedAt: Instant | undefined,
  effects: Effects,
): Promise<Outcome<Asking, Refusal>> => {
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) return workspace;
  const today = plainDate((recordedAt ?? effects.now()).slice(0, 10));
  return done({
    fields: entryFields(kind, workspace.value.profile),
    check: (field, answer) => checkAnswer(field, answer, today),
  });
};

export interface Asking {
  readonly fields: readonly EntryField[];
  check(field: EntryField, answer: string): Outcome<unknown, Refusal>;
}

/** Records one fact of a person; of a new one, a record number only, where none is named. */
export const add = async (
  folder: string,
  {record, kind, given, recordedAt, recordedBy}: AddRequest,
  effects: Effects,
): Promise<Outcome<Added, Refusal>> =>
  withStore(await openRegister(folder), async (register) => {
    const {store, profile} = register;
    const moment = await momentOf(register, recordedAt, effects);
    if (!moment.ok) return moment;
    const at = moment.value;
    const number = record === undefined ? undefined : parseRecordNumber(record);
    const file = number && (await store.findPersonFile(number, at));
    if (record !== undefined && !file) return refuse({reason: 'no-such-person', record: number});
    const fact = factFrom(kind, given, {profile, file, today: plainDate(at.slice(0, 10))});
    if (!fact.ok) return fact;
    // What is said of a fact stands where the fact does, also where several records are one person's.
    const of = 'of' in fact.value ? fact.value.of : undefined;
    const owner = file?.facts.find(({id}) => id === of)?.record ?? number;
    return done({...(await recordFact(store, fact.value, owner, {recordedAt: at, recordedBy})), kind});
  });

export interface AddRequest {
  readonly record: string | undefined;
  readonly kind: EntryKind;
  readonly given: Given;
  readonly recordedAt: Instant | undefined;
  readonly recordedBy: string;
}

/** Destroys a person's identity, key and tokens, of every record decided to be theirs. What counts remains, and an earlier figure stands. */
export const erase = async (
  folder: string,
  {record, reason, recordedBy}: {readonly record: string; readonly reason: string; readonly recordedBy: string},
  effects: Effects,
): Promise<Outcome<RecordNumber, Refusal>> =>
  withStore(await openRegister(folder), async ({store}) => {
    const [number, now, latest] = [parseRecordNumber(record), effects.now(), await store.latest()];
    // A person's right does not wait for a clock that has fallen behind the register.
    const at = await erasedAt(folder, latest !== undefined && latest > now ? latest : now);
    const file = number && (await store.findPersonFile(number, at));
    if (!number || !file) return refuse({reason: 'no-such-person', record: number});
    const gone = new Set(standing(file, 'erasure').map((one) => one.record));
    const records = [...new Set(file.facts.map((one) => one.record))].filter((one) => !gone.has(one)).sort();
    if (records.length === 0) return refuse({reason: 'person-erased', record: number});
    const erasure: Fact = {kind: 'erasure', on: plainDate(at.slice(0, 10)), why: reason};
    for (const one of records) await store.erase(one, entrySubmission(erasure, {recordedAt: at, recordedBy}), erasure);
    return done(file.record);
  });

export interface Asked {
  readonly naming: Naming;
  readonly questions: readonly Question[];
  /** Of who is the same person. */
  readonly identity: IdentityRange;
  /** Every cell that those can move; undefined where nobody asked. */
  readonly ranges: readonly CellRange[] | undefined;
}

/** After whatever is frozen, so that no edition compiles otherwise. */
async function erasedAt(folder: string, at: Instant): Promise<Instant> {
  const frozen = await latestCutOff(folder);
  const last = frozen.ok ? frozen.value : undefined;
  return last === undefined || last.at < at ? at : instant(new Date(Date.parse(last.at) + 1).toISOString());
}

/** `ranges`: every way to answer the questions of identity is counted. */
export const questions = async (
  folder: string,
  period: Period,
  {ranges}: {readonly ranges: boolean},
): Promise<Outcome<Asked, Refusal>> =>
  withStore(await openRegister(folder), async ({store, profile}) => {
    const at = await store.latest();
    const naming = namingOf(profile);
    if (at === undefined) return done({naming, questions: [], identity: NOTHING_OPEN, ranges: ranges ? [] : undefined});
    const history = await readHistory(folder);
    if (!history.ok) return history;
    const definitions = closed(profile, history.value.closings);
    const ask = async () => {
      const [found] = await deidentify(store.personFiles(at), definitions, [period]);
      return done({questions: found?.questions ?? [], identity: await identityRange(store, definitions, period, at)});
    };
    const last = (await store.submissions()).at(-1)?.id ?? 0;
    const key = canonicalJson([periodId(period), last, definitions.digest, profile.definitionsDigest]);
    const held = heldStore(folder);
    const open = held === undefined ? await ask() : await asked.of(held, key, ask);
    if (!open.ok) return open;
    const read = () => store.personFiles(at);
    const cells = ranges ? await identityCells(await openGroups(store, at), read, definitions, period) : undefined;
    return done({...open.value, naming, ranges: cells});
  });

/** Of registers that this process holds, for as long as nothing is recorded or defined otherwise. */
const asked = new KeptOf<Pick<Asked, 'questions' | 'identity'>>(6);
