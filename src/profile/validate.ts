/**
 * A YAML file held against a schema: every issue becomes a fault with its line, in words of the profile and not of the schema.
 */

import * as z from 'zod';
import type {Facts, Finding, ProfileRule} from '#concepts/finding';
import {nearest} from '#kit/nearest';
import {fault, type Located, type Reading} from './fault.ts';
import type {Path, YamlFile} from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

export function validate<T>(yaml: YamlFile, schema: z.ZodType<T>, at: Path = []): Reading<T | undefined> {
  if (yaml.value === undefined) return {value: undefined, findings: yaml.findings};
  const result = schema.safeParse(valueAt(yaml.value, at), {error: knownKeys});
  if (result.success) return {value: result.data, findings: []};
  return {value: undefined, findings: result.error.issues.flatMap((issue) => faultsOf(yaml, issue, at))};
}

export interface EntriesReading<T> extends Reading<readonly Located<T>[]> {
  /** The ids of the entries that are there and could not be read. */
  readonly faulty: readonly string[];
}

/** A list entry by entry, so that one faulty entry does not hide the faults of the others. */
export function validateEach<T>(yaml: YamlFile, schema: z.ZodType<T>, at: Path = []): EntriesReading<T> {
  const whole = validate(yaml, z.array(z.unknown()), at);
  const readings = (whole.value ?? []).map((_, i) => ({i, ...validate(yaml, schema, [...at, i])}));
  return {
    value: readings.flatMap(({i, value}) => (value === undefined ? [] : [{value, ...placesOf(yaml, [...at, i])}])),
    faulty: readings
      .filter(({value}) => value === undefined)
      .map(({i}) => String(valueAt(yaml.value, [...at, i, 'id']) ?? '')),
    findings: [...whole.findings, ...readings.flatMap(({findings}) => findings)],
  };
}

/** Where the value at a path stands, and the parts of it. */
export function placesOf(yaml: YamlFile, at: Path): Omit<Located<unknown>, 'value'> {
  const placeOf = (path: Path) => ({file: yaml.file, line: yaml.lineOf([...at, ...path])});
  return {place: placeOf([]), at: placeOf};
}

/** The only word a message carries: the keys the object knows, for the remedy. */
const knownKeys: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject
    ? Object.keys(issue.inst.shape).join(' ')
    : undefined;

function faultsOf(yaml: YamlFile, issue: Issue, at: Path): readonly Finding[] {
  const path = [...at, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(yaml, path, key, issue.message.split(' ')));
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    const inner = closest.filter(({path: below}) => below.length > 0);
    if (inner.length > 0) return inner.flatMap((one) => faultsOf(yaml, one, path));
  }
  const {rule, facts} = said(issue, valueAt(yaml.value, path));
  return [fault(rule, {file: yaml.file, line: yaml.lineOf(path)}, {key: keyOf(path), ...facts})];
}

function unknownKey(yaml: YamlFile, path: Path, key: string, known: readonly string[]): Finding {
  const suggestion = nearest(key, known);
  const facts = {key, known, ...(suggestion === undefined ? {} : {nearest: suggestion})};
  return fault('unknown-key', {file: yaml.file, line: yaml.lineOfKey(path, key)}, facts);
}

function said(issue: Issue, value: unknown): {readonly rule: ProfileRule; readonly facts: Facts} {
  const key = String(issue.path.at(-1) ?? '');
  if (issue.code === 'custom') return custom(issue.message, issue.params ?? {}, String(value ?? ''));
  if (value === undefined || value === null || value === '') return {rule: missing(key), facts: {}};
  return {rule: 'wrong-value', facts: {expected: expectation(issue)}};
}

function missing(key: string): ProfileRule {
  if (key === 'source') return 'without-source';
  return key === 'da' || key === 'en' ? 'missing-label' : 'missing-key';
}

/** A schema of ours names the broken rule in `params`; that of intake by its message, with the facts beside it. */
function custom(message: string, params: Readonly<Record<string, unknown>>, value: string) {
  const rule = RULES.get(String(params.rule ?? message));
  if (rule === undefined) return {rule: 'wrong-value' as const, facts: {expected: String(params.expected ?? '')}};
  const known = z.array(z.string()).safeParse(params.known).data ?? [];
  const facts = Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const name = facts.field ?? facts.heading ?? facts.member ?? facts.kind ?? facts.list ?? value;
  return {rule, facts: {value, name, ...facts, known, nearest: nearest(name, known) ?? ''}};
}

const RULES: ReadonlyMap<string, ProfileRule> = new Map([
  ['bad-date', 'bad-date'],
  ['bad-day', 'bad-day'],
  ['date-order', 'date-order'],
  ['decided-by-one', 'decided-by-one'],
  ['code-characters', 'code-characters'],
  ['no-such-list', 'no-such-code-list'],
  ['code-not-in-list', 'unknown-code'],
  ['no-such-field', 'layout-no-such-field'],
  ['no-such-heading', 'layout-no-such-heading'],
  ['no-such-member', 'layout-no-such-member'],
  ['named-twice', 'layout-named-twice'],
  ['member-missing', 'layout-member-missing'],
  ['fact-without-codes', 'layout-fact-without-codes'],
  ['not-a-pattern', 'layout-not-a-pattern'],
]);

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_union':
      if (issue.errors.length === 0) return discriminators(issue).join(' | ');
      return issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectation)).join(' | ');
    case 'invalid_key':
      return issue.issues.slice(0, 1).map(expectation).join('');
    case 'invalid_format':
      return issue.format === 'url' ? 'https://…' : (issue.pattern ?? issue.format);
    case 'too_small':
      return sized(issue.origin, issue.inclusive === false ? '>' : '≥', issue.minimum);
    case 'too_big':
      return sized(issue.origin, issue.inclusive === false ? '<' : '≤', issue.maximum);
    case 'not_multiple_of':
      return `${issue.divisor} × n`;
    default:
      return '';
  }
}

/** A number by itself; of a list or a text, how many it has. */
const sized = (of: string, sign: '<' | '≤' | '>' | '≥', bound: number | bigint): string =>
  of === 'number' || of === 'int' ? `${sign} ${bound}` : `${of} ${sign} ${bound}`;

/** Of a union told apart by one key: what that key may be. */
const discriminators = (issue: Issue): readonly string[] =>
  'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];

const keyOf = (path: Path): string => path.filter((part) => typeof part === 'string').join('.');

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
