/** `notes.yaml`: each place a note can have, and each fault, put into a profile without any. */
import {expect, test} from 'vitest';
import {LANGUAGES} from '#concepts/labels';
import {languages} from '#language/language';
import {checkProfile, readProfile} from '#profile/read-profile';
import {rule, toyWith} from './toy-profile.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const entry = (id: string, on: string, more = '', da = 'Noten', en = 'The note') =>
  `- {id: ${id}, since: 2010, ${more} on: ${on}, da: '${da}', en: '${en}', source: {title: A decision}}\n`;
const noted = (...entries: readonly string[]) => toyWith({'notes.yaml': encode(entries.join(''))});
const found = (files: ReadonlyMap<string, Uint8Array>) =>
  checkProfile(files).map(({rule, facts}) => `${rule} ${facts.file}:${facts.line}`);

const SOUND = [
  entry('all', 'statement'),
  entry('table', '{table: persons-by-form}', '', 'Tabel', 'Table'),
  entry('concept', '{concept: form}'),
  entry('everywhere', '{concept: form, code: crime}'),
  entry('here', '{table: persons-by-form, concept: form, code: crime}'),
  entry('cell', '{table: persons-by-form, cell: {form: crime}}'),
  entry('total', '{table: persons-by-form, cell: {}}'),
  entry('year', '{table: persons-by-year, concept: year, code: 2012}'),
  entry('versions', '{table: persons-by-form}', 'until: 2011,', 'Før', 'Before'),
  `- {id: versions, since: 2012, on: {table: persons-by-form}, da: Nu, en: Now, source: {title: A decision}}\n`,
];

test('each place is read', () => {
  expect(checkProfile(noted(...SOUND))).toEqual([]);
  const profile = readProfile(noted(...SOUND));
  expect(profile.ok && profile.value.notes.map(({id, on}) => [id, on])).toEqual([
    ['all', {kind: 'statement'}],
    ['table', {kind: 'table', table: 'persons-by-form'}],
    ['concept', {kind: 'concept', concept: 'form'}],
    ['everywhere', {kind: 'category', concept: 'form', code: 'crime'}],
    ['here', {kind: 'category', table: 'persons-by-form', concept: 'form', code: 'crime'}],
    ['cell', {kind: 'cell', table: 'persons-by-form', codes: {form: 'crime'}}],
    ['total', {kind: 'cell', table: 'persons-by-form', codes: {}}],
    ['year', {kind: 'category', table: 'persons-by-year', concept: 'year', code: '2012'}],
    ['versions', {kind: 'table', table: 'persons-by-form'}],
    ['versions', {kind: 'table', table: 'persons-by-form'}],
  ]);
});

test('a profile need not have notes, nor a policy on case complexes', () => {
  const profile = readProfile(toyWith({}));
  expect(profile.ok && [profile.value.notes, profile.value.concentration]).toEqual([[], []]);
});

const FAULTS: Readonly<Record<string, readonly [given: readonly string[], found: readonly string[]]>> = {
  'a table there is not': [[entry('a', '{table: persons-by-from}')], ['no-such-table-noted notes.yaml:1']],
  'a concept there is not': [[entry('a', '{concept: fromm}')], ['no-such-concept notes.yaml:1']],
  'a concept the table is not broken down by': [
    [entry('a', '{table: persons-by-form, concept: age}')],
    ['note-beside-table notes.yaml:1'],
  ],
  'a code there is not': [[entry('a', '{concept: form, code: crimes}')], ['unknown-code notes.yaml:1']],
  'a code of another level': [[entry('a', '{concept: form, code: cannabis}')], ['unknown-code notes.yaml:1']],
  'a cell there is not': [
    [entry('a', '{table: persons-by-form, cell: {form: crimes}}')],
    ['unknown-code notes.yaml:1'],
  ],
  'a cell along what the table has not': [
    [entry('a', '{table: persons-by-form, cell: {age: unknown}}')],
    ['note-beside-table notes.yaml:1'],
  ],
  'one language only': [
    [`- {id: a, since: 2010, on: statement, da: Noten, source: {title: A decision}}\n`],
    ['missing-label notes.yaml:1'],
  ],
  'no source': [[`- {id: a, since: 2010, on: statement, da: Noten, en: Note}\n`], ['without-source notes.yaml:1']],
  'two versions at once': [
    [entry('a', 'statement'), entry('a', 'statement', '', 'Anden', 'Other')],
    ['overlapping-validity notes.yaml:2'],
  ],
  'the same said twice at one place': [
    [entry('a', 'statement'), entry('b', 'statement')],
    ['overlapping-validity notes.yaml:2'],
  ],
  'ended before it began': [[entry('a', 'statement', 'until: 2009,')], ['date-order notes.yaml:1']],
  'a typed figure': [
    [entry('a', 'statement', '', 'Heraf er 11 mænd', 'Of these, men are 11')],
    ['figure-in-note notes.yaml:1', 'figure-in-note notes.yaml:1'],
  ],
  'a word that claims something of figures': [
    [entry('a', 'statement', '', 'Det gælder alle', 'The note')],
    ['figure-in-note notes.yaml:1'],
  ],
};

test.each(Object.entries(FAULTS))('%s is a fault at its line, told in both languages', (_, [given, expected]) => {
  const files = noted(...given);
  expect(found(files)).toEqual(expected);
  expect(readProfile(files).ok).toBe(false);
  for (const {rule, facts} of checkProfile(files))
    for (const tag of LANGUAGES) {
      const {what, remedy} = languages[tag].findings[rule](facts);
      expect(`${what} ${remedy}`).not.toMatch(/undefined/);
    }
});

test('a note of a table is held to the same', () => {
  const files = toyWith({
    'tables.yaml': (text) =>
      text.replace('- id: persons-by-form\n', '- id: persons-by-form\n  notes: [{da: Det er 3, en: Three}]\n'),
  });
  expect(found(files)).toEqual(['figure-in-note tables.yaml:2']);
});

test('the policy on case complexes is a share below the whole, of figures above one', () => {
  const policy = (parameters: string) =>
    toyWith({'policies.yaml': (text) => `${text}concentration:${rule('one-case', parameters)}\n`});
  const profile = readProfile(policy('{share: 0.5, at-least: 5}'));
  expect(profile.ok && profile.value.concentration[0]?.parameters).toEqual({share: 0.5, atLeast: 5});
  expect(readProfile(policy('{share: 1, at-least: 5}')).ok).toBe(false);
  expect(readProfile(policy('{share: 0.5, at-least: 1}')).ok).toBe(false);
});

test('no table is broken down by case complex', () => {
  const files = toyWith({
    'concepts.yaml': (text) => `${text}- {id: complexes, labels: {da: Sag, en: Case}, list: form, of: case-complex}\n`,
  });
  expect(found(files)).toEqual(['code-reserved concepts.yaml:6']);
});
