/**
 * The office's text read and changed in the browser: a passage tried without anything being written, kept, and put back. Whoever
 * changes it does so alone (`http/turns.ts`); a change by other means is noticed by what the passage was when its form was made.
 */
import {join} from 'node:path';
import type {EditionKind} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import type {Period} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {fingerprint, sentenceIds} from '#document/sentence-ids';
import {defect} from '#kit/defect';
import {sha256} from '#kit/digest';
import {nearest} from '#kit/nearest';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {type ComposedStatement, type CountedStatement, composedFor, countedStatement} from './counted-statement.ts';
import {type Effects, mayWrite, writeWhole} from './effects.ts';
import {newFaults, outlineOf, profileFiles, type TextFile, textFile} from './open-text.ts';
import {brokenIn, type SectionView, sectionsIn} from './sentence-view.ts';
import {deskPath, type Lag, lagging, readDesk, standing, withAllLags, writeDesk} from './text-desk.ts';
import {type Passage, passageIn} from './text-passage.ts';
import {readChanges, type TextChange, undoable, writeChanges} from './text-undo.ts';
import {type OpenRegister, openRegister, PROFILE, withStore} from './workspace.ts';

export interface TextOf {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly language: LanguageTag;
}

export interface TextView extends TextOf {
  readonly languages: readonly LanguageTag[];
  readonly sections: readonly SectionView[];
  /** The source of each sentence as the office wrote it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Found of the tables, which no text mends. */
  readonly beforeText: readonly Finding[];
  /** Whether the profile can be written to here. */
  readonly writable: boolean;
  readonly undo: Pick<TextChange, 'passage' | 'by' | 'at'> | undefined;
}

export type {SectionView, TextChange};

/** Refused as a statement is, and: `language-not-in-profile`. */
export const textView = async (folder: string, of: TextOf, effects: Effects): Promise<Outcome<TextView, Refusal>> =>
  withStore(await openRegister(folder), async (register) => {
    const open = await openText(register, of, effects);
    if (!open.ok) return open;
    const {counted, file, behind} = open.value;
    const {profile} = register;
    const changes = await readChanges(folder);
    const sources = [...sentenceIds(outlineOf(file.text, of.language))].map(([{source}, id]) => [id, source] as const);
    return done({
      ...of,
      languages: profile.languages,
      sections: sectionsOf(counted, composedFor(counted, profile), profile, of.language, behind),
      sources: new Map(sources),
      beforeText: counted.draft.beforeText,
      writable: await mayWrite(join(folder, PROFILE, file.name)),
      undo: undoable(changes, of.language, file.text),
    });
  });

export interface EditForm extends TextOf {
  readonly passage: Pick<Passage, 'id' | 'whole' | 'section'>;
  /** As it stands. */
  readonly source: string;
  /** What it was when the form was made. */
  readonly seen: string;
  readonly writable: boolean;
  /** What it says; of a try, what it would. Undefined where it cannot be read. */
  readonly becomes: SectionView | undefined;
  /** What stands in the way of keeping it. */
  readonly faults: readonly Finding[];
  /** What is found of the text beside what its sentences show: of a variant that another year tells, say. */
  readonly further: readonly Finding[];
  /** Somebody has changed it since the form was made. */
  readonly meanwhile: boolean;
}

/** Refused as a statement is, and: `language-not-in-profile`, `no-such-sentence`. */
export const editForm = async (
  folder: string,
  of: TextOf,
  passage: string,
  effects: Effects,
): Promise<Outcome<EditForm, Refusal>> => tried(folder, of, passage, undefined, effects);

export interface Typed {
  readonly source: string;
  /** Undefined: whatever it was. */
  readonly seen: string | undefined;
}

/** What a passage would become. Nothing is written. Refused as {@link editForm} is. */
export const tryText = async (
  folder: string,
  of: TextOf,
  passage: string,
  typed: Typed,
  effects: Effects,
): Promise<Outcome<EditForm, Refusal>> => tried(folder, of, passage, typed, effects);

async function tried(
  folder: string,
  of: TextOf,
  id: string,
  typed: Typed | undefined,
  effects: Effects,
): Promise<Outcome<EditForm, Refusal>> {
  return withStore(await openRegister(folder), async (register) => {
    const open = await openPassage(register, of, id, effects);
    return open.ok ? done(await formOf(register, of, open.value, typed)) : open;
  });
}

async function formOf(
  {folder, profile}: OpenRegister,
  of: TextOf,
  {counted, file, behind, passage}: OpenPassage,
  typed: Typed | undefined,
): Promise<EditForm> {
  const {id, whole, section, source} = passage;
  const changed = typed !== undefined && typed.source.trim() !== source.trim();
  const text = changed ? passage.with(typed.source) : file.text;
  const faults = changed ? newFaults(await profileFiles(folder), file, text) : [];
  const stopping = faults.filter(({rule}) => STOPPING.includes(rule));
  const sections =
    stopping.length === 0
      ? sectionsOf(counted, ...composedOf(counted, profile, of.language, text), of.language, behind)
      : [];
  const becomes =
    whole === 'section' && changed
      ? sectionAt(sections, text, of.language, file.text, section)
      : sections.find((one) => one.id === section);
  const shown =
    becomes &&
    (whole === 'sentence' ? {...becomes, sentences: becomes.sentences.filter((one) => one.id === id)} : becomes);
  const told = new Set(
    shown?.sentences.flatMap(({findings}) => findings.map(({rule, facts}) => `${rule} ${facts.line}`)),
  );
  return {
    ...of,
    ...{passage: {id, whole, section}, source, seen: fingerprint(source)},
    writable: await mayWrite(join(folder, PROFILE, file.name)),
    becomes: shown,
    faults: stopping,
    further: faults.filter((one) => !stopping.includes(one) && !told.has(`${one.rule} ${one.facts.line}`)),
    meanwhile: typed?.seen !== undefined && typed.seen !== fingerprint(source) && changed,
  };
}

/** A section may be given another name while it is edited: then it is the one in its place. */
function sectionAt(
  sections: readonly SectionView[],
  text: string,
  language: LanguageTag,
  before: string,
  id: string,
): SectionView | undefined {
  const named = sections.find((one) => one.id === id);
  if (named !== undefined) return named;
  const old = new Set([...sentenceIds(outlineOf(before, language)).values()].map(sectionOfSentence));
  const fresh = [...sentenceIds(outlineOf(text, language)).values()].map(sectionOfSentence);
  const renamed = fresh.find((one) => !old.has(one));
  return sections.find((one) => one.id === renamed);
}

const sectionOfSentence = (sentence: string): string => sentence.replace(/\.\d+$/, '');

/** What nobody can read, or leads nowhere. All else is kept, marks the draft where it stands, and stops a release. */
const STOPPING: readonly Finding['rule'][] = [
  'message-not-readable',
  'no-such-cell',
  'function-misused',
  'block-not-known',
  'note-not-defined',
  'id-repeated',
];

export type Kept = {readonly kept: true} | {readonly kept: false; readonly form: EditForm};

/**
 * Keeps a passage, unless what was typed cannot be read or somebody was there first: then the form comes back. What is as it stands
 * already is kept. Refused as {@link editForm} is, and: `file-not-writable`, `settings-not-readable`.
 */
export const keepText = async (
  folder: string,
  of: TextOf,
  id: string,
  {by, ...typed}: Typed & {readonly by: string},
  effects: Effects,
): Promise<Outcome<Kept, Refusal>> =>
  withStore(await openRegister(folder), async (register) => {
    const open = await openPassage(register, of, id, effects);
    if (!open.ok) return open;
    const {file, passage} = open.value;
    if (typed.source.trim() === passage.source.trim()) return done<Kept>({kept: true});
    const form = await formOf(register, of, open.value, typed);
    if (form.faults.length > 0 || form.meanwhile) return done<Kept>({kept: false, form});
    const text = passage.with(typed.source);
    const refused = await write(register, of.language, file, text, {passage: id, by, at: effects.now()});
    return refused === undefined ? done<Kept>({kept: true}) : refuse(refused);
  });

/** The way back first, then what lags, then the text: what a power cut leaves of it undoes nothing and stands in nobody's way. */
async function write(
  {folder, profile}: OpenRegister,
  language: LanguageTag,
  file: TextFile,
  text: string,
  change: Pick<TextChange, 'passage' | 'by' | 'at'>,
): Promise<Refusal | undefined> {
  const path = join(folder, PROFILE, file.name);
  if (!(await mayWrite(path))) return {reason: 'file-not-writable', path};
  const desk = await readDesk(folder);
  if (desk === undefined) return {reason: 'settings-not-readable', path: deskPath(folder)};
  const ahead = changedSentences(file.text, text, language).map((sentence) => ({
    ...{sentence, why: 'reworded' as const},
    says: sourcesIn(text, language).get(sentence) ?? '',
  }));
  const behind = lagging(profile.outlines, language, ahead);
  const undo = {
    ...change,
    language,
    before: file.text,
    after: sha256(text),
    behind: behind.map(({sentence}) => sentence),
  };
  const written =
    (await writeChanges(folder, [...(await readChanges(folder)), undo])) &&
    (behind.length === 0 || (await writeDesk(folder, withAllLags(desk, behind)))) &&
    (await writeWhole(path, file.bytes(text)));
  return written ? undefined : {reason: 'file-not-writable', path};
}

const sourcesIn = (text: string, language: LanguageTag): ReadonlyMap<string, string> =>
  new Map([...sentenceIds(outlineOf(text, language))].map(([{source}, id]) => [id, source]));

/** Sentences that are in both, and otherwise; one that is new or gone moves the numbers behind it, and the languages' check tells of it. */
function changedSentences(before: string, after: string, language: LanguageTag): readonly string[] {
  const [old, fresh] = [sourcesIn(before, language), sourcesIn(after, language)];
  return old.size === fresh.size ? [...fresh].flatMap(([id, source]) => (old.get(id) === source ? [] : [id])) : [];
}

export type Undone = 'undone' | 'nothing' | 'changed-since';

/** The last change in the browser taken back, where the text still is what it made. Refused: `language-not-in-profile`, `file-not-writable`. */
export async function undoText(folder: string, language: LanguageTag): Promise<Outcome<Undone, Refusal>> {
  return withStore(await openRegister(folder), async ({profile}) => {
    if (!profile.languages.includes(language))
      return refuse({reason: 'language-not-in-profile', language, known: profile.languages});
    const file = textFile(await profileFiles(folder), language);
    const changes = await readChanges(folder);
    const last = undoable(changes, language, file.text);
    if (last === undefined) return done(changes.some((one) => one.language === language) ? 'changed-since' : 'nothing');
    const path = join(folder, PROFILE, file.name);
    if (!(await writeWhole(path, file.bytes(last.before)))) return refuse({reason: 'file-not-writable', path});
    await catchUp(folder, last);
    await writeChanges(
      folder,
      changes.filter((one) => one !== last),
    );
    return done('undone');
  });
}

/** What lagged behind the change that was taken back lags no more. */
async function catchUp(folder: string, {language, behind}: TextChange): Promise<void> {
  const desk = await readDesk(folder);
  if (desk === undefined || behind.length === 0) return;
  const left = Object.entries(desk.behind).map(([tag, lags]) => [
    tag,
    lags?.filter(({sentence, other}) => other !== language || !behind.includes(sentence)),
  ]);
  await writeDesk(folder, {...desk, behind: Object.fromEntries(left)});
}

interface OpenedText {
  readonly counted: CountedStatement;
  readonly file: TextFile;
  readonly behind: readonly Lag[];
}
interface OpenPassage extends OpenedText {
  readonly passage: Passage;
}

async function openText(register: OpenRegister, of: TextOf, effects: Effects): Promise<Outcome<OpenedText, Refusal>> {
  const {profile, folder} = register;
  const {language} = of;
  if (!profile.languages.includes(language))
    return refuse({reason: 'language-not-in-profile', language, known: profile.languages});
  const counted = await countedStatement(register, of, effects);
  if (!counted.ok) return counted;
  const desk = await readDesk(folder);
  const outline = profile.outlines.find((one) => one.language === language) ?? defect(`no text in ${language}`);
  const behind = desk === undefined ? [] : standing(desk, outline);
  return done({counted: counted.value, file: textFile(await profileFiles(folder), language), behind});
}

async function openPassage(
  register: OpenRegister,
  of: TextOf,
  id: string,
  effects: Effects,
): Promise<Outcome<OpenPassage, Refusal>> {
  const open = await openText(register, of, effects);
  if (!open.ok) return open;
  const {text} = open.value.file;
  const passage = passageIn(text, of.language, id);
  if (passage !== undefined) return done({...open.value, passage});
  const known = [...sentenceIds(outlineOf(text, of.language)).values()];
  return refuse({reason: 'no-such-sentence', sentence: id, near: nearest(id, known)});
}

/** The statement with this text in one language. */
function composedOf(
  counted: CountedStatement,
  profile: Profile,
  language: LanguageTag,
  text: string,
): readonly [ComposedStatement, Profile] {
  const outlines = profile.outlines.map((one) => (one.language === language ? outlineOf(text, language) : one));
  const changed = {...profile, outlines};
  return [composedFor(counted, changed), changed];
}

function sectionsOf(
  counted: CountedStatement,
  {statements, findings}: ComposedStatement,
  profile: Profile,
  language: LanguageTag,
  behind: readonly Lag[],
): readonly SectionView[] {
  const statement = statements.find((one) => one.language === language) ?? defect(`no statement in ${language}`);
  const outline = profile.outlines.find((one) => one.language === language) ?? defect(`no text in ${language}`);
  const differing = findings.filter(({rule}) => rule === 'statements-differ');
  return sectionsIn({counted, statement, outline, profile, behind, differing});
}

/** Every proof of the text that does not hold, where it stands. */
export const brokenProofs = (sections: readonly SectionView[]): number =>
  sections.reduce(
    (all, {sentences, findings}) => all + findings.length + sentences.reduce((sum, one) => sum + brokenIn(one), 0),
    0,
  );
