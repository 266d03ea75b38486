/** What `add` asks, in the user's words: what is meant, how it is written, and what it may be. */
import type {Refusal} from '#concepts/refusal';
import type {EntryWord} from '#language/answer-words';
import type {Language} from '#language/language';
import {saidOf} from '#language/said';
import type {EntryField} from '#production/entry-fields';

/** `Day it holds from (YYYY-MM-DD) [on]:` */
export function promptOf(field: EntryField, {answers, tag}: Language): string {
  const label = field.labels?.[tag] ?? wordOf(answers.entry, field.name);
  const meant = label === undefined ? field.name : `${label} [${field.name}]`;
  return answers.ask(meant, field.required, answers.forms[field.kind]);
}

/** What it may be, one a line, with its word; empty where anything may be said. */
export const choicesText = ({known, words}: EntryField, {answers, tag}: Language): string =>
  (known ?? [])
    .map((code) => [code, words?.get(code)?.[tag] ?? wordOf(answers.entry, code)] as const)
    .map(([code, word]) => (word === undefined ? `  ${code}` : `  ${code.padEnd(24)} ${word}`))
    .join('\n');

export function wrongText(refusal: Refusal, language: Language): string {
  // All it may be stands above the question already.
  const {what, remedy} = saidOf(refusal, language);
  return refusal.reason === 'unknown-code' ? what : `${what} ${remedy}`;
}

const isWord = (words: Readonly<Record<EntryWord, string>>, name: string): name is EntryWord => name in words;
const wordOf = (words: Readonly<Record<EntryWord, string>>, name: string) =>
  isWord(words, name) ? words[name] : undefined;
