/** What a person's facts are called, for whoever reads them: codes by the profile's words, rules by their source. */
import type {LanguageTag} from '#concepts/labels';
import type {Source} from '#concepts/source';
import type {Words} from '#concepts/words';
import type {PlainDate} from '#kit/plain-date';
import type {EntryWord} from '#language/answer-words';
import type {Language} from '#language/language';
import type {Profile} from '#profile/profile';
import type {Fact} from '#register/fact';
import {wordsOf} from './words-of.ts';

export interface Naming {
  words(language: LanguageTag, on?: PlainDate): Words;
  /** Where a counting rule comes from. */
  sourceOf(rule: string): Source | undefined;
}

export const namingOf = (profile: Profile): Naming => ({
  words: (language, on) => wordsOf(profile, language, on),
  sourceOf: (rule) => {
    const {population, attribution, reversal, lateDecisions, disagreement, repetition, deadlines = []} = profile.rules;
    const all = [...population, ...attribution, ...reversal, ...lateDecisions, ...disagreement, ...repetition];
    return [...all, ...deadlines].find(({id}) => id === rule)?.source;
  },
});

/** A member of a fact by the concept it is of, or by its own name where it is of none, with its codes or its value. */
export type ToldValue = readonly [name: string, values: readonly string[]];

/** What a fact says, but for the text somebody wrote into it. */
export function valuesOf(fact: Fact): readonly ToldValue[] {
  const {kind: _kind, on: _on, ...members} = fact;
  return Object.entries(members).flatMap(([name, value]): readonly ToldValue[] => {
    if (FREE_TEXT.has(name) || (fact.kind === 'erasure' && name === 'why')) return [];
    if (name === 'codes' && 'codes' in fact) return Object.entries(fact.codes);
    if (name === 'age' && 'age' in fact && fact.age !== undefined) return [['age', [spanOf(fact.age)]]];
    return [[CONCEPTS.get(name) ?? name, [String(value)]]];
  });
}

const FREE_TEXT: ReadonlySet<string> = new Set(['reason', 'complex']);
const CONCEPTS: ReadonlyMap<string, string> = new Map([
  ['by', 'authority'],
  ['status', 'residence'],
]);

const spanOf = ({youngest, oldest}: {readonly youngest: number; readonly oldest: number}) =>
  youngest === oldest ? String(youngest) : `${youngest}–${oldest}`;

/** A value by the profile's word for its concept; where it has none, by ours for the member. */
export function inWords(
  [name, values]: ToldValue,
  words: Words,
  {answers: {entry}}: Language,
): readonly [label: string, text: string] {
  const concept = words.concept(name);
  const label = concept === name && isWord(entry, name) ? entry[name] : concept;
  const said = values.map((value) => {
    const word = words.code(name, value);
    return word === value && isWord(entry, value) ? entry[value] : word;
  });
  return [label, said.join(', ')];
}

const isWord = (words: Readonly<Record<EntryWord, string>>, name: string): name is EntryWord => name in words;
