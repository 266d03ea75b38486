/**
 * A profile's folder, bytes in, definitions out. A faulty profile is refused whole, with every fault at once:
 * a statement is never compiled from half a definition.
 */
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {checkIds} from './check-ids.ts';
import {checkReferences} from './check-references.ts';
import {checkTexts} from './check-texts.ts';
import {withoutConsequences} from './consequences.ts';
import {digestOf} from './digest-of.ts';
import type {Reading} from './fault.ts';
import {marksDraft} from './marks-draft.ts';
import type {Profile} from './profile.ts';
import {readDefinitions} from './read-definitions.ts';
import type {ProfileFiles} from './text-file.ts';

/** Keys are paths below the profile's folder, with `/`. */
export function readProfile(files: ProfileFiles): Outcome<Profile, Refusal> {
  const {value, findings} = read(files);
  return value === undefined || !findings.every(marksDraft)
    ? refuse({reason: 'profile-faulty', findings})
    : done(value);
}

/** Every fault of a profile, by file and line. */
export const checkProfile = (files: ProfileFiles): readonly Finding[] => read(files).findings;

function read(files: ProfileFiles): Reading<Profile | undefined> {
  const {value: definitions, findings} = readDefinitions(files);
  const later = [...checkReferences(definitions), ...checkIds(definitions), ...checkTexts(definitions)];
  const all = withoutConsequences(findings, later, definitions.faulty).toSorted(byPlace);
  const {settings, rules, policies, texts} = definitions;
  if (settings === undefined) return {value: undefined, findings: all};
  const {'first-year': firstYear, ...rest} = settings;
  const value = {
    ...rest,
    ...texts,
    firstYear,
    digest: digestOf(files),
    codeLists: definitions.codeLists,
    concepts: values(definitions.concepts),
    competence: values(definitions.competence),
    sources: values(definitions.sources),
    rules: rules.rules,
    tables: values(definitions.tables),
    policies: policies.disclosure.map((one) => one.value.parameters),
    published: values(definitions.published),
    findings: all,
  };
  return {value, findings: all};
}

const values = <T>(located: readonly {readonly value: T}[]): readonly T[] => located.map(({value}) => value);

function byPlace(a: Finding, b: Finding): number {
  const [one, other] = [String(a.facts.file), String(b.facts.file)];
  return one < other ? -1 : one > other ? 1 : Number(a.facts.line) - Number(b.facts.line);
}
