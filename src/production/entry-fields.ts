/**
 * What a fact entered by hand asks: the members of its kind, and the concepts the profile's sources give with such a fact.
 * A terminal asks them now; a form may later.
 */
import type {Labels} from '#concepts/labels';
import {MEMBERS, WITH_CODES} from '#intake/fact-members';
import type {Profile} from '#profile/profile';
import {type FactKind, QUESTIONS} from '#register/fact';

/** Who is the same person is found by `review`, and decided pair by pair. */
type OfPair = 'identity-question' | 'identity-judgement' | 'identity-decision';
export type EntryKind = Exclude<FactKind, 'erasure' | OfPair>;

export interface EntryField {
  readonly name: string;
  readonly kind: 'date' | 'number' | 'text' | 'birth' | 'choice' | 'codes' | 'fact';
  readonly required: boolean;
  /** What the profile calls what is asked. */
  readonly labels?: Labels | undefined;
  /** What the profile calls each of `known`. */
  readonly words?: ReadonlyMap<string, Labels> | undefined;
  /** All it may be, where that is a closed list. */
  readonly known?: readonly string[];
  /** The code list, where it is one: a code must have been in it on the fact's day. */
  readonly list?: string;
  /** A person may have several of them at once. */
  readonly multiple?: boolean;
}

const on: EntryField = {name: 'on', kind: 'date', required: true};
const of: EntryField = {name: 'of', kind: 'fact', required: true};
const choice = (name: string, ...known: readonly string[]): EntryField => ({
  name,
  kind: 'choice',
  required: true,
  known,
});

/** Why somebody takes back what is recorded. */
export const WHY = choice('why', 'recorded-in-error', 'wrong-person');

/** Facts about other facts, which no agency's file makes. */
const ABOUT_FACTS = {
  withdrawal: [on, of, WHY],
  reversal: [on, of, choice('ground', 'on-the-merits', 'registration-error')],
  answer: [on, of, choice('question', ...QUESTIONS), {name: 'reason', kind: 'text', required: true}],
} as const satisfies Partial<Record<FactKind, readonly EntryField[]>>;

export const ENTRY_KINDS: readonly string[] = [...Object.keys(MEMBERS), ...Object.keys(ABOUT_FACTS)];
export const isEntryKind = (kind: string): kind is EntryKind => ENTRY_KINDS.includes(kind);
export const isAboutFacts = (kind: EntryKind): kind is keyof typeof ABOUT_FACTS => kind in ABOUT_FACTS;

export function entryFields(kind: EntryKind, profile: Profile): readonly EntryField[] {
  if (isAboutFacts(kind)) return ABOUT_FACTS[kind];
  const members = Object.entries(MEMBERS[kind] ?? {}).map(([name, member]): EntryField => {
    if (name === 'earlier') return choice(name, 'yes', 'unknown');
    if (member.kind === 'age') return {name: 'born', kind: 'birth', required: false};
    if (member.kind !== 'code') return {name, kind: member.kind, required: member.required};
    const list = member.list ?? name;
    return {name, kind: 'codes', required: member.required, ...listed(list, profile)};
  });
  return WITH_CODES.has(kind) ? [...members, ...codedFields(kind, profile)] : members;
}

function codedFields(kind: EntryKind, profile: Profile): readonly EntryField[] {
  const concepts = profile.sources.flatMap(({facts}) =>
    facts.filter((rule) => rule.kind === kind).flatMap(({codes}) => Object.keys(codes)),
  );
  return [...new Set(concepts)].map((name) => {
    const concept = profile.concepts.find(({id}) => id === name);
    return {
      name,
      kind: 'codes',
      required: false,
      ...listed(concept?.list ?? name, profile),
      labels: concept?.labels,
      multiple: concept?.multiple ?? false,
    };
  });
}

function listed(list: string, {codeLists, concepts}: Profile) {
  const rows = codeLists.get(list)?.rows ?? [];
  const words = new Map(rows.map(({code, labels}) => [code, labels]));
  return {list, known: [...words.keys()], words, labels: concepts.find(({id}) => id === list)?.labels};
}
