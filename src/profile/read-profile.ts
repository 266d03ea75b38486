/**
 * A profile's folder, bytes in, definitions out. A definition that is faulty refuses the profile whole, with every fault at
 * once: a statement is never compiled from half of one. A faulty sentence does not: it marks the draft where it stands.
 */
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {checkDisclosure} from './check-disclosure.ts';
import {checkIdentity} from './check-identity.ts';
import {checkIds} from './check-ids.ts';
import {checkNotes} from './check-notes.ts';
import {checkReferences} from './check-references.ts';
import {checkTexts} from './check-texts.ts';
import {withoutConsequences} from './consequences.ts';
import type {Definitions} from './definitions.ts';
import {digestOf} from './digest-of.ts';
import type {Profile} from './profile.ts';
import {readDefinitions} from './read-definitions.ts';
import type {ProfileFiles} from './text-file.ts';

/** Keys are paths below the profile's folder, with `/`. */
export function readProfile(files: ProfileFiles): Outcome<Profile, Refusal> {
  const {definitions, findings} = define(files);
  const profile = profileOf(definitions, files);
  return profile === undefined || findings.some(({severity}) => severity === 'error')
    ? refuse({reason: 'profile-faulty', findings: findings.toSorted(byPlace)})
    : done(profile);
}

/** Every fault of a profile, its sentences included, by file and line. */
export function checkProfile(files: ProfileFiles): readonly Finding[] {
  const {definitions, findings} = define(files);
  return withoutConsequences(findings, checkTexts(definitions), definitions.faulty).toSorted(byPlace);
}

function define(files: ProfileFiles) {
  const {value: definitions, findings} = readDefinitions(files);
  const later = [
    ...checkReferences(definitions),
    ...checkIds(definitions),
    ...checkNotes(definitions),
    ...checkIdentity(definitions),
    ...checkDisclosure(definitions),
  ];
  return {definitions, findings: withoutConsequences(findings, later, definitions.faulty)};
}

function profileOf(definitions: Definitions, files: ProfileFiles): Profile | undefined {
  const {settings, rules, policies, texts} = definitions;
  if (settings === undefined) return undefined;
  const {'first-year': firstYear, ...rest} = settings;
  return {
    ...rest,
    ...texts,
    firstYear,
    digest: digestOf(files),
    definitionsDigest: digestOf(new Map([...files].filter(([name]) => !isTextFile(name)))),
    codeLists: definitions.codeLists,
    concepts: values(definitions.concepts),
    competence: values(definitions.competence),
    sources: values(definitions.sources),
    adopt: values(definitions.adopt),
    rules: rules.rules,
    tables: values(definitions.tables),
    policies: values(policies.disclosure),
    concentration: values(policies.concentration),
    identity: values(definitions.identity),
    published: values(definitions.published),
    notes: values(definitions.notes),
    officeYear: definitions.officeYear,
  };
}

/** `statement/da.md`; the words that claim something of figures are definitions. */
const isTextFile = (name: string): boolean => /^statement\/[^/]+\.md$/.test(name);

const values = <T>(located: readonly {readonly value: T}[]): readonly T[] => located.map(({value}) => value);

function byPlace(a: Finding, b: Finding): number {
  const [one, other] = [String(a.facts.file), String(b.facts.file)];
  return one < other ? -1 : one > other ? 1 : Number(a.facts.line) - Number(b.facts.line);
}
