/** Every file of a profile read by the reader of its kind. What is missing or unreadable is a fault; the rest is read all the same. */
import type {CodeList} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import {nearest} from '#kit/nearest';
import type {Definitions} from './definitions.ts';
import {fault, type Located, type Reading} from './fault.ts';
import {readAuthorities} from './read-authorities.ts';
import {type CodeRows, readCodeList} from './read-code-list.ts';
import {readConcepts} from './read-concepts.ts';
import {readIdentity} from './read-identity.ts';
import {readNotes} from './read-notes.ts';
import {readOfficeYear} from './read-office-year.ts';
import {readPolicies} from './read-policies.ts';
import {readPublished} from './read-published.ts';
import {readRules} from './read-rules.ts';
import {readSettings} from './read-settings.ts';
import {readSources} from './read-sources.ts';
import {readTables} from './read-tables.ts';
import {readTexts} from './read-texts.ts';
import type {ProfileFiles} from './text-file.ts';
import {readYamlFile} from './yaml-file.ts';

const ALWAYS = [
  'profile.yaml',
  'concepts.yaml',
  'authorities.yaml',
  'rules.yaml',
  'tables.yaml',
  'policies.yaml',
  'published.csv',
] as const;

const FOLDERS =
  /^(notes\.yaml|office-year\.yaml|linkage\.yaml|codelists\/[^/]+\.csv|(sources|adopt)\/[^/]+\.yaml|statement\/[^/]+\.(md|yaml)|commentary\/[^/]+\.md|[^/]+\.md)$/;

export function readDefinitions(files: ProfileFiles): Reading<Definitions> {
  const yaml = (file: (typeof ALWAYS)[number]) => readYamlFile(file, files.get(file) ?? new Uint8Array());
  const settings = readSettings(yaml('profile.yaml'));
  const concepts = readConcepts(yaml('concepts.yaml'));
  const lists = readCodeLists(files);
  const codeLists = named(lists.value, concepts.value);
  const competence = readAuthorities(yaml('authorities.yaml'));
  const rules = readRules(yaml('rules.yaml'));
  const tables = readTables(yaml('tables.yaml'));
  const policies = readPolicies(yaml('policies.yaml'));
  const identity = readIdentity('linkage.yaml', files.get('linkage.yaml'));
  const published = readPublished('published.csv', files.get('published.csv') ?? new Uint8Array());
  const notes = readNotes('notes.yaml', files.get('notes.yaml'));
  const officeYear = readOfficeYear('office-year.yaml', files.get('office-year.yaml'));
  const sources = readSources(files, codeLists, settings.value?.languages[0] ?? 'en');
  const adopted = readSources(files, codeLists, settings.value?.languages[0] ?? 'en', 'adopt');
  const texts = readTexts(files, settings.value?.languages ?? []);
  const later = [policies, identity, published, notes, officeYear, sources, adopted, texts];
  const readings = [settings, concepts, lists, competence, rules, tables, ...later];
  return {
    value: {
      settings: settings.value,
      codeRows: lists.value,
      codeLists,
      concepts: concepts.value,
      competence: competence.value,
      rules: rules.value,
      tables: tables.value,
      policies: policies.value,
      identity: identity.value,
      published: published.value,
      notes: notes.value,
      officeYear: officeYear.value,
      sources: sources.value,
      adopt: adopted.value,
      texts: texts.value,
      faulty: new Set([...concepts.faulty, ...tables.faulty]),
    },
    findings: [...missingFiles(files), ...strangeFiles(files), ...readings.flatMap(({findings}) => findings)],
  };
}

const missingFiles = (files: ProfileFiles): readonly Finding[] =>
  ALWAYS.filter((file) => !files.has(file)).map((file) => fault('profile-file-missing', {file, line: 0}));

/** A file with a mistyped name would be left out in silence. */
const strangeFiles = (files: ProfileFiles): readonly Finding[] =>
  [...files.keys()]
    .filter((file) => !ALWAYS.some((known) => known === file) && !FOLDERS.test(file))
    .map((file) => fault('profile-file-strange', {file, line: 0}, {nearest: nearest(file, ALWAYS) ?? ''}));

function readCodeLists(files: ProfileFiles): Reading<ReadonlyMap<string, CodeRows>> {
  const readings = [...files].flatMap(([file, bytes]) => {
    const [, id] = /^codelists\/([^/]+)\.csv$/.exec(file) ?? [];
    return id === undefined ? [] : [{id, ...readCodeList(file, bytes)}];
  });
  return {
    value: new Map(readings.map(({id, value}) => [id, value])),
    findings: readings.flatMap(({findings}) => findings),
  };
}

/** A list is called what the concept of its name is called. */
function named(
  lists: ReadonlyMap<string, CodeRows>,
  concepts: readonly Located<Concept>[],
): ReadonlyMap<string, CodeList> {
  return new Map(
    [...lists].map(([id, rows]) => {
      const labels = concepts.find(({value}) => value.id === id)?.value.labels ?? {da: id, en: id};
      return [id, {id, labels, rows: rows.map(({value}) => value)}];
    }),
  );
}
