/** The statement's texts, guarded words and commentaries, each in the language its file name says. */
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import type {Commentary} from '#document/commentary';
import type {GuardedWords} from '#document/guarded-words';
import type {Outline} from '#document/outline';
import {readCommentary} from '#document/read-commentary';
import {readGuardedWords} from '#document/read-guarded-words';
import {readOutline} from '#document/read-outline';
import {fault, type Reading} from './fault.ts';
import {type ProfileFiles, readText} from './text-file.ts';
import {readYamlFile} from './yaml-file.ts';

export interface Texts {
  readonly outlines: readonly Outline[];
  readonly guardedWords: readonly GuardedWords[];
  readonly commentaries: readonly Commentary[];
}

/** A profile may give tables before it gives a text: none at all is worth a warning, one of two is a fault. */
export function readTexts(files: ProfileFiles, languages: readonly LanguageTag[]): Reading<Texts> {
  if (!languages.some((language) => files.has(textFile(language))))
    return {value: NONE, findings: languages.length === 0 ? [] : [textless]};
  const texts = languages.map((language) => textsIn(files, language));
  return {
    value: {
      outlines: texts.flatMap(({outline}) => outline ?? []),
      guardedWords: texts.flatMap(({guarded}) => guarded ?? []),
      commentaries: texts.flatMap(({commentaries}) => commentaries),
    },
    findings: texts.flatMap(({findings}) => findings),
  };
}

const NONE: Texts = {outlines: [], guardedWords: [], commentaries: []};
const textless: Finding = {rule: 'profile-without-text', severity: 'warning', facts: {file: 'statement/', line: 0}};

const textFile = (language: LanguageTag) => `statement/${language}.md`;
const wordsFile = (language: LanguageTag) => `statement/words.${language}.yaml`;

function textsIn(files: ProfileFiles, language: LanguageTag) {
  const outline = readSound(files, textFile(language), (bytes, file) => readOutline(bytes, file, language));
  const guarded = readSound(files, wordsFile(language), (bytes, file) => readGuardedWords(bytes, file, language));
  const commentaries = [...files.keys()]
    .filter((file) => file.startsWith('commentary/') && file.endsWith(`.${language}.md`))
    .map((name) => readSound(files, name, (bytes, file) => readCommentary(bytes, file, language)));
  return {
    outline: outline.read?.outline,
    guarded: guarded.read?.guarded,
    commentaries: commentaries.flatMap(({read}) => read?.commentary ?? []),
    findings: [outline, guarded, ...commentaries].flatMap(({findings}) => findings),
  };
}

/** The document's own reader, once the bytes are known to be UTF-8 and their YAML to unfold into nothing large. */
function readSound<R extends {readonly findings: readonly Finding[]}>(
  files: ProfileFiles,
  file: string,
  read: (bytes: Uint8Array, file: string) => R,
): {readonly read?: R; readonly findings: readonly Finding[]} {
  const bytes = files.get(file);
  if (bytes === undefined) return {findings: [fault('profile-file-missing', {file, line: 0})]};
  const unsound = soundnessOf(file, bytes);
  if (unsound.length > 0) return {findings: unsound};
  const found = read(bytes, file);
  return {read: found, findings: found.findings};
}

function soundnessOf(file: string, bytes: Uint8Array): readonly Finding[] {
  if (file.endsWith('.yaml')) return readYamlFile(file, bytes).findings;
  const {text, findings} = readText(file, bytes);
  if (findings.length > 0) return findings;
  // The opening line counts as a comment, so that lines stay as in the file.
  const [, head = ''] = /^---\r?\n([\s\S]*?\n)---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  return readYamlFile(file, new TextEncoder().encode(`#\n${head}`)).findings;
}
