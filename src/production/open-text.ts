/** The office's text as it stands and what it says of a period: read, changed and tried without anything being written. */
import {join} from 'node:path';
import type {EditionKind} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import type {Period} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Outline} from '#document/outline';
import {readOutline} from '#document/read-outline';
import type {Statement} from '#document/statement';
import {defect} from '#kit/defect';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {checkProfile} from '#profile/read-profile';
import type {ProfileFiles} from '#profile/text-file';
import {draw} from './compile.ts';
import {composeAll} from './compose-all.ts';
import {type Effects, readFolder} from './effects.ts';
import {readHistory} from './history.ts';
import type {Draft, Request} from './produce.ts';
import type {Progress} from './progress.ts';
import {programVersion} from './version.ts';
import {type OpenRegister, PROFILE} from './workspace.ts';

export interface TextOf {
  readonly period: Period;
  readonly kind?: EditionKind | undefined;
  readonly asAt?: Instant | undefined;
  readonly languages?: readonly LanguageTag[] | undefined;
}

/** A statement composed, and what it takes to compose it again from another text. */
export interface DrawnText {
  readonly draft: Draft;
  readonly request: Request;
  readonly statement: (language: LanguageTag) => Statement;
}

/** Refused as a statement is. */
export async function drawText(
  register: OpenRegister,
  {period, kind, asAt, languages}: TextOf,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<DrawnText, Refusal>> {
  const history = await readHistory(register.folder, undefined, effects.now());
  if (!history.ok) return history;
  const version = await programVersion(effects);
  const drawn = await draw(
    register,
    {
      period,
      languages,
      asAt,
      kind,
      strict: false,
      version,
      effects,
      media: [],
      texts: undefined,
      history: history.value,
    },
    progress,
  );
  if (!drawn.ok) return drawn;
  const {draft, request} = drawn.value;
  return done({draft, request, statement: (language) => inLanguage(draft.statements, language)});
}

/** The statement from another text, of the same figures. */
export function composedFrom(
  {draft, request}: DrawnText,
  profile: Profile,
  outline: Outline,
  progress: Progress,
): Statement {
  const outlines = profile.outlines.map((one) => (one.language === outline.language ? outline : one));
  const again = {...request, languages: [outline.language], composed: undefined};
  const composed = composeAll(draft.cubes, {...profile, outlines}, again, [], progress, draft.perturbation);
  return inLanguage(composed, outline.language);
}

const inLanguage = (statements: readonly Statement[], language: LanguageTag): Statement =>
  statements.find((one) => one.language === language) ?? defect(`no statement in ${language}`);

/** A text file of the profile, with the habits of its editor: kept when it is written again. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly bytes: (text: string) => Uint8Array;
}

export const textName = (language: LanguageTag): string => `statement/${language}.md`;

export function textFile(files: ProfileFiles, language: LanguageTag): TextFile {
  const name = textName(language);
  const raw = new TextDecoder('utf-8', {ignoreBOM: true}).decode(files.get(name) ?? new Uint8Array());
  const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
  const ends = raw.includes('\r\n') ? '\r\n' : '\n';
  const text = raw.slice(mark.length).replaceAll('\r\n', '\n');
  return {name, text, bytes: (changed) => new TextEncoder().encode(mark + changed.replaceAll('\n', ends))};
}

export const outlineOf = (text: string, language: LanguageTag): Outline =>
  readOutline(new TextEncoder().encode(text), textName(language), language).outline;

export const profileFiles = (folder: string): Promise<ProfileFiles> => readFolder(join(folder, PROFILE));

/** What is wrong with the profile with another text that is not wrong with it now, wherever it stands. */
export function newFaults(files: ProfileFiles, {name, bytes}: TextFile, text: string): readonly Finding[] {
  const place = ({rule, facts: {line: _, ...facts}}: Finding) => JSON.stringify([rule, facts]);
  const before = new Set(checkProfile(files).map(place));
  const after = checkProfile(new Map([...files, [name, bytes(text)]]));
  return after.filter((finding) => !before.has(place(finding)));
}
