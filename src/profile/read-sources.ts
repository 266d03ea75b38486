/**
 * `sources/<id>.yaml`: the layouts of the agencies' files, read by the schema of intake; `adopt/<id>.yaml`: what the columns of
 * an office's own lists may mean, as a layout nobody delivers by.
 */
import type {CodeList} from '#concepts/code-list';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import type {SourceFormat} from '#intake/source-format';
import {sourceFormatSchema} from '#intake/source-format-schema';
import {nearest} from '#kit/nearest';
import {type Located, located, type Reading} from './fault.ts';
import type {ProfileFiles} from './text-file.ts';
import {validate} from './validate.ts';
import {readYamlFile} from './yaml-file.ts';

export function readSources(
  files: ProfileFiles,
  lists: ReadonlyMap<string, CodeList>,
  first: LanguageTag,
  folder: 'sources' | 'adopt' = 'sources',
): Reading<readonly Located<SourceFormat>[]> {
  const schema = sourceFormatSchema(lists, first);
  const readings = [...files]
    .filter(([file]) => file.startsWith(`${folder}/`) && file.endsWith('.yaml'))
    .map(([file, bytes]) => ({file, ...validate(readYamlFile(file, bytes), schema)}));
  return {
    value: readings.flatMap(({file, value}) => (value === undefined ? [] : [located(value, {file, line: 1})])),
    findings: readings.flatMap(({findings}) => findings).map((finding) => withNearest(finding, lists)),
  };
}

/** Intake names the list; where it is, and which of its codes was meant, the profile knows. */
function withNearest(finding: Finding, lists: ReadonlyMap<string, CodeList>): Finding {
  const {rule, facts} = finding;
  if (rule !== 'unknown-code') return finding;
  const codes = lists.get(String(facts.list))?.rows.map(({code}) => code) ?? [];
  const suggestion = nearest(String(facts.code), codes) ?? '';
  return {...finding, facts: {...facts, list: `codelists/${facts.list}.csv`, nearest: suggestion}};
}
