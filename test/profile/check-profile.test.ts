/** Each fault a profile can have, put into a profile without any: what is found, and where. */
import {expect, test} from 'vitest';
import {LANGUAGES} from '#concepts/labels';
import {languages} from '#language/language';
import {checkProfile, readProfile} from '#profile/read-profile';
import {type Edit, rule, toyWith} from './toy-profile.ts';

const replace =
  (from: string, to: string): Edit =>
  (text) =>
    text.replace(from, to);
const append =
  (line: string): Edit =>
  (text) =>
    `${text}${line}\n`;
const found = (files: ReadonlyMap<string, Uint8Array>) =>
  checkProfile(files).map(({rule, facts}) => `${rule} ${facts.file}:${facts.line}`);

test('the toy has no fault', () => {
  expect(checkProfile(toyWith({}))).toEqual([]);
  expect(readProfile(toyWith({})).ok).toBe(true);
});

const COMMENTARY = `---
id: interpretation
period: '2012'
signed: {by: A. Head, on: 2013-02-01}
explains: [{address: persons-by-year.this-year, from: persons-by-year.last-year, change: rises}]
---

Kontoret antager det.
`;
const IDENTITY = `- id: identity
  since: 2010
  source: {title: A decision of the office}
  fields:
    name: {kind: name, column: name, aliases: alias}
    born: {kind: date, column: born}
  thresholds: {link: 0.9, review: 0.1}
  automatic: none
  second-reviewer: none
  asked-again: 0.1
`;
const ORIGINS = `${IDENTITY}  origins:
    concept: residence
    at-least: 10
    groups:
      here: {labels: {da: Her, en: Here}, codes: [lawful]}
      other: {labels: {da: Andre, en: Others}}
`;
const FORM = 'codelists/form.csv';
const SOURCE_LINE = '    source: {title: A decision of the office, at: p. 1}\n';

const CASES: readonly {
  readonly fault: string;
  readonly in: string;
  readonly edit: Edit | Uint8Array | undefined;
  readonly found: readonly string[];
}[] = [
  // files
  {fault: 'a file is missing', in: 'tables.yaml', edit: undefined, found: ['profile-file-missing tables.yaml:0']},
  {
    fault: 'a file has a name of its own',
    in: 'tabels.yaml',
    edit: append('[]'),
    found: ['profile-file-strange tabels.yaml:0'],
  },
  {
    fault: 'a file is far too large',
    in: 'published.csv',
    edit: new Uint8Array(4_000_001),
    found: ['file-too-large published.csv:0'],
  },
  {
    fault: 'a file is in another encoding',
    in: FORM,
    edit: new Uint8Array([0x61, 0x0a, 0xe6, 0x0a]),
    found: ['not-utf-8 codelists/form.csv:2'],
  },
  {
    fault: 'a text is in another encoding',
    in: 'statement/da.md',
    edit: new Uint8Array([0xe6]),
    found: ['not-utf-8 statement/da.md:1'],
  },
  {
    fault: 'a text is missing in one language',
    in: 'statement/en.md',
    edit: undefined,
    found: ['profile-file-missing statement/en.md:0'],
  },

  // tables
  {
    fault: 'a chart of first and latest figures over a table without editions',
    in: 'tables.yaml',
    edit: replace('chart: column', 'chart: dumbbell'),
    found: ['chart-without-editions tables.yaml:16'],
  },
  {
    fault: 'a table over a code that its concept reads as others',
    in: 'tables.yaml',
    edit: replace('universe: {form: crime}', 'universe: {form: cannabis}'),
    found: ['code-at-other-level tables.yaml:9', 'code-at-other-level tables.yaml:9'],
  },
  {
    fault: 'a table over a code that moves away from the other it names',
    in: 'tables.yaml',
    edit: replace('universe: {form: crime}', 'universe: {form: [cannabis, labour]}'),
    found: ['code-at-other-level tables.yaml:9'],
  },

  // A public edition
  {
    fault: 'a public policy that names what is not there',
    in: 'policies.yaml',
    edit: replace(
      '{edition: internal}',
      `{edition: public, smallest: 3, known-by-design: [frm], shown-anyway: [{table: perso, by: A, approved-by: B, on: 2014-03-03, why: C}], sub-populations: [{unit: a, of: b, where: {frm: [x]}}]}`,
    ),
    found: [
      'no-such-concept policies.yaml:5',
      'no-such-concept policies.yaml:5',
      'no-such-table-noted policies.yaml:5',
    ],
  },
  {
    fault: 'a table shown anyway that nobody else has approved, nor decided on any day',
    in: 'policies.yaml',
    edit: replace(
      '{edition: internal}',
      `{edition: public, smallest: 3, shown-anyway: [{table: by-form, by: A, why: C}]}`,
    ),
    found: ['missing-key policies.yaml:5', 'missing-key policies.yaml:5'],
  },
  {
    fault: 'a table shown anyway that one and the same has decided and approved',
    in: 'policies.yaml',
    edit: replace(
      '{edition: internal}',
      `{edition: public, smallest: 3, shown-anyway: [{table: by-form, by: Anne Holm, approved-by: anne  holm , on: 2014-03-03, why: C}]}`,
    ),
    found: ['decided-by-one policies.yaml:5'],
  },
  ...['2014', '2014-02-30', 'in March'].map((on) => ({
    fault: `a table shown anyway that was decided on no day: ${on}`,
    in: 'policies.yaml',
    edit: replace(
      '{edition: internal}',
      `{edition: public, smallest: 3, shown-anyway: [{table: by-form, by: A, approved-by: B, on: ${on}, why: C}]}`,
    ),
    found: ['bad-day policies.yaml:5'],
  })),
  {
    fault: 'codes rolled up that are on no list, or into one that is',
    in: 'policies.yaml',
    edit: replace(
      '{edition: internal}',
      `{edition: public, smallest: 3, rolled-up: [{concept: form, into: crime, labels: {da: X, en: X}, keep: [crme]}]}`,
    ),
    found: ['rolled-up-into-code policies.yaml:5', 'unknown-code policies.yaml:5'],
  },
  {
    fault: 'both what stays and what becomes one',
    in: 'policies.yaml',
    edit: replace(
      '{edition: internal}',
      `{edition: public, smallest: 3, rolled-up: [{concept: form, into: rest, labels: {da: X, en: X}, keep: [crime], codes: [labour]}]}`,
    ),
    found: ['wrong-value policies.yaml:5'],
  },

  // YAML
  {
    fault: 'YAML that cannot be read',
    in: 'authorities.yaml',
    edit: replace('competence:', 'competence: ]'),
    found: ['yaml-unreadable authorities.yaml:1'],
  },
  {fault: 'a key twice', in: 'profile.yaml', edit: append("id: 'again'"), found: ['yaml-unreadable profile.yaml:12']},
  {
    fault: 'an anchor',
    in: 'policies.yaml',
    edit: replace('{edition: internal}', '&a {edition: internal}'),
    found: ['yaml-alias policies.yaml:5'],
  },
  {
    fault: 'aliases that unfold without end',
    in: 'rules.yaml',
    edit: () => 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n',
    found: ['yaml-alias rules.yaml:1'],
  },
  {
    fault: 'an alias to what is around it',
    in: 'concepts.yaml',
    edit: () => '&all [*all]\n',
    found: ['yaml-alias concepts.yaml:1'],
  },
  {
    fault: 'an alias in guarded words',
    in: 'statement/words.da.yaml',
    edit: replace('[alle]', '&w [alle]'),
    found: ['yaml-alias statement/words.da.yaml:13'],
  },
  {
    fault: 'lists in lists without end',
    in: 'policies.yaml',
    edit: () => '['.repeat(200_000),
    found: ['yaml-unreadable policies.yaml:1'],
  },
  {
    fault: 'a key with a slip of the pen',
    in: 'tables.yaml',
    edit: replace('dimensions: [form]', 'dimension: [form]'),
    found: ['missing-key tables.yaml:1', 'unknown-key tables.yaml:4'],
  },
  {
    fault: 'a key at the top with a slip of the pen',
    in: 'rules.yaml',
    edit: replace('attribution:', 'atribution:'),
    found: ['missing-key rules.yaml:1', 'unknown-key rules.yaml:6'],
  },
  {
    fault: 'a value of another kind',
    in: 'profile.yaml',
    edit: replace('first-year: 2010', 'first-year: early'),
    found: ['wrong-value profile.yaml:6'],
  },
  {
    fault: 'a choice there is not',
    in: 'tables.yaml',
    edit: replace('chart: bar', 'chart: pie'),
    found: ['wrong-value tables.yaml:5'],
  },
  {
    fault: 'a label in one language',
    in: 'tables.yaml',
    edit: replace(', en: Crime by age', ''),
    found: ['missing-label tables.yaml:7'],
  },
  {
    fault: 'an empty label',
    in: 'concepts.yaml',
    edit: replace('en: Outcome', "en: ''"),
    found: ['missing-label concepts.yaml:4'],
  },
  {
    fault: 'a table by an impossible code',
    in: 'tables.yaml',
    edit: replace('id: crime-by-age', 'id: crime/age'),
    found: ['code-characters tables.yaml:6'],
  },

  // who is the same person
  {
    fault: 'comparing what is not known of a person',
    in: 'linkage.yaml',
    edit: () => IDENTITY.replace('column: born', 'column: birth'),
    found: ['no-such-column-linked linkage.yaml:6'],
  },
  {
    fault: 'thresholds between which there is nothing',
    in: 'linkage.yaml',
    edit: () => IDENTITY.replace('review: 0.1', 'review: 0.95'),
    found: ['thresholds-out-of-order linkage.yaml:7'],
  },
  {
    fault: 'a kind of comparison there is not',
    in: 'linkage.yaml',
    edit: () => IDENTITY.replace('kind: date', 'kind: dat'),
    found: ['wrong-value linkage.yaml:6'],
  },
  {
    fault: 'two ways of finding the same person at once',
    in: 'linkage.yaml',
    edit: () => IDENTITY + IDENTITY.replace('id: identity', 'id: other'),
    found: ['overlapping-validity linkage.yaml:11'],
  },
  {
    fault: 'a way of finding the same person without a source',
    in: 'linkage.yaml',
    edit: () => IDENTITY.replace(/ {2}source.*\n/, ''),
    found: ['without-source linkage.yaml:1'],
  },
  {
    fault: 'origins told by a concept there is not',
    in: 'linkage.yaml',
    edit: () => ORIGINS.replace('concept: residence', 'concept: residense'),
    found: ['no-such-concept linkage.yaml:12'],
  },
  {
    fault: 'an origin of a code there is not',
    in: 'linkage.yaml',
    edit: () => ORIGINS.replace('codes: [lawful]', 'codes: [lawfull]'),
    found: ['unknown-code linkage.yaml:15'],
  },
  {
    fault: 'two origins of all the others',
    in: 'linkage.yaml',
    edit: () => ORIGINS.replace(', codes: [lawful]', ''),
    found: ['wrong-value linkage.yaml:15'],
  },

  // sources and dates
  {
    fault: 'a rule without a source',
    in: 'rules.yaml',
    edit: replace(SOURCE_LINE, ''),
    found: ['without-source rules.yaml:2'],
  },
  {
    fault: 'competence without a source',
    in: 'authorities.yaml',
    edit: replace(SOURCE_LINE, ''),
    found: ['without-source authorities.yaml:2'],
  },
  {
    fault: 'a layout without a source',
    in: 'sources/list.yaml',
    edit: replace('source: {title: A decision of the office, at: p. 1}\n', ''),
    found: ['without-source sources/list.yaml:1'],
  },
  {
    fault: 'a published total without a source',
    in: 'published.csv',
    edit: replace('Yearbook', ''),
    found: ['without-source published.csv:2'],
  },
  {
    fault: 'a day there is not',
    in: 'rules.yaml',
    edit: replace('since: 2010', 'since: 2010-02-30'),
    found: ['bad-date rules.yaml:3'],
  },
  {
    fault: 'a rule that ends before it begins',
    in: 'rules.yaml',
    edit: replace('since: 2010', 'since: 2010\n    until: 2009'),
    found: ['date-order rules.yaml:4'],
  },
  {
    fault: 'competence that ends before it begins',
    in: 'authorities.yaml',
    edit: replace('from: 2010', 'from: 2010\n    to: 2009'),
    found: ['date-order authorities.yaml:3'],
  },
  {
    fault: 'two rules of a kind on one day',
    in: 'rules.yaml',
    edit: replace('attribution:', `attribution:${rule('late-too', '{take: last}')}`),
    found: ['overlapping-validity rules.yaml:11'],
  },
  {
    fault: 'two deadlines for one thing on one day',
    in: 'rules.yaml',
    edit: replace('deadlines:', `deadlines:${rule('again', '{fact: reflection-period, usual: 1, maximum: 2}')}`),
    found: ['overlapping-validity rules.yaml:36'],
  },
  {
    fault: 'two competences on one day',
    in: 'authorities.yaml',
    edit: append(`  - {from: 2012, source: {title: Act}, decided-by: [], when-others-decide: hold}`),
    found: ['overlapping-validity authorities.yaml:8'],
  },
  {
    fault: 'a kind of rule without any',
    in: 'rules.yaml',
    edit: (text) => text.replace(/reversal:[\s\S]*?late/, 'reversal: []\nlate'),
    found: ['missing-key rules.yaml:11'],
  },

  // code lists
  {
    fault: 'a column is missing',
    in: FORM,
    edit: replace(',source', ''),
    found: ['column-missing codelists/form.csv:1'],
  },
  {fault: 'a column twice', in: FORM, edit: replace('iccs', 'da'), found: ['column-strange codelists/form.csv:1']},
  {
    fault: 'a strange column in a closed file',
    in: 'published.csv',
    edit: replace('url', 'link'),
    found: ['column-strange published.csv:1'],
  },
  {
    fault: 'a comma too many',
    in: FORM,
    edit: replace('Skunk', 'Skunk, hash'),
    found: ['row-uneven codelists/form.csv:4'],
  },
  {
    fault: 'a label of a code is missing',
    in: FORM,
    edit: replace('Crime', ''),
    found: ['missing-label codelists/form.csv:3'],
  },
  {
    fault: 'a parent there is not',
    in: FORM,
    edit: replace('cannabis,crime', 'cannabis,crimes'),
    found: ['unknown-code codelists/form.csv:5'],
  },
  {
    fault: 'a parent no longer in force',
    in: FORM,
    edit: replace('crime,,2010,', 'crime,,2010,2015'),
    found: ['parent-not-in-force codelists/form.csv:5'],
  },
  {
    fault: 'two rows of a code on one day',
    in: FORM,
    edit: replace('2010,2012', '2010,2013'),
    found: ['overlapping-validity codelists/form.csv:5'],
  },
  {
    fault: 'days on which a code is nowhere',
    in: FORM,
    edit: replace('2010,2012', '2010,2011'),
    found: ['validity-gap codelists/form.csv:5'],
  },
  {
    fault: 'a note at a break written by hand',
    in: FORM,
    edit: replace('iccs,source', 'note-da,source'),
    found: ['column-strange codelists/form.csv:1'],
  },
  {
    fault: 'a row that ends before it begins',
    in: FORM,
    edit: replace('2010,2012', '2012,2010'),
    found: ['date-order codelists/form.csv:4'],
  },
  {
    fault: 'a day in a row there is not',
    in: FORM,
    edit: replace('2010,2012', '2010,2012-13-01'),
    found: ['bad-date codelists/form.csv:4', 'overlapping-validity codelists/form.csv:5'],
  },
  {
    fault: 'codes that are each other’s parents',
    in: FORM,
    edit: (text) => text.replace('labour,,2010', 'labour,crime,2010').replace('crime,,2010', 'crime,labour,2010'),
    found: ['code-cycle codelists/form.csv:2', 'code-cycle codelists/form.csv:3'],
  },
  {
    fault: 'a code its own parent',
    in: FORM,
    edit: replace('crime,,2010', 'crime,crime,2010'),
    found: ['code-cycle codelists/form.csv:3'],
  },
  {
    fault: 'no row for the unknown',
    in: 'codelists/age.csv',
    edit: (text) => text.replace(/^unknown.*\n/m, ''),
    found: ['unknown-row-missing codelists/age.csv:0'],
  },
  {
    fault: 'a row for the unknown that ends',
    in: 'codelists/age.csv',
    edit: replace('unknown,,2010,', 'unknown,,2010,2020'),
    found: ['unknown-row-missing codelists/age.csv:0'],
  },
  {
    fault: 'a reserved code',
    in: 'codelists/outcome.csv',
    edit: append('total,,2010,,I alt,Total,'),
    found: ['code-reserved codelists/outcome.csv:4'],
  },
  {
    fault: 'a code with a colon',
    in: 'codelists/outcome.csv',
    edit: append('a:b,,2010,,A,A,'),
    found: ['code-characters codelists/outcome.csv:4'],
  },
  {
    fault: 'ages in two bands',
    in: 'codelists/age.csv',
    edit: replace('25,', '24,'),
    found: ['age-bands-overlap codelists/age.csv:3'],
  },
  {
    fault: 'a list nobody uses',
    in: 'codelists/sex.csv',
    edit: () => 'code,parent,from,to,da,en,source\nunknown,,2010,,Uoplyst,Unknown,\n',
    found: ['list-without-concept codelists/sex.csv:0'],
  },

  // what one file names and another must have
  {
    fault: 'a concept over a list there is not',
    in: 'concepts.yaml',
    edit: replace('list: age,', 'list: ages,'),
    found: ['no-such-code-list concepts.yaml:5'],
  },
  {
    fault: 'a table over a concept there is not',
    in: 'tables.yaml',
    edit: replace('[age]', '[aeg]'),
    found: ['no-such-concept tables.yaml:10'],
  },
  {
    fault: 'a universe of a concept there is not',
    in: 'tables.yaml',
    edit: replace('{form: crime}', '{from: crime}'),
    found: ['no-such-concept tables.yaml:9'],
  },
  {
    fault: 'a universe of a code there is not',
    in: 'tables.yaml',
    edit: replace('{form: crime}', '{form: [labour, crimes]}'),
    found: ['unknown-code tables.yaml:9'],
  },
  {
    fault: 'a table of a unit there is not',
    in: 'tables.yaml',
    edit: replace('unit: person', 'unit: persons'),
    found: ['no-such-unit tables.yaml:3'],
  },
  {
    fault: 'a table twice',
    in: 'tables.yaml',
    edit: replace('crime-by-age', 'persons-by-form'),
    found: ['duplicate-id tables.yaml:6'],
  },
  {
    fault: 'a concept twice',
    in: 'concepts.yaml',
    edit: append('- {id: age, labels: {da: A, en: A}, list: age}'),
    found: ['duplicate-id concepts.yaml:6'],
  },
  {
    fault: 'a rule twice',
    in: 'rules.yaml',
    edit: replace('id: late', 'id: reversal'),
    found: ['duplicate-id rules.yaml:17'],
  },
  {
    fault: 'an authority there is not',
    in: 'authorities.yaml',
    edit: replace('authority: court', 'authority: courts'),
    found: ['unknown-code authorities.yaml:5'],
  },
  {
    fault: 'a residence status there is not',
    in: 'authorities.yaml',
    edit: replace('residence: lawful', 'residence: lawfull'),
    found: ['unknown-code authorities.yaml:6'],
  },
  {
    fault: 'an outcome there is not',
    in: 'rules.yaml',
    edit: replace('[victim]', '[victims]'),
    found: ['unknown-code rules.yaml:5'],
  },
  {
    fault: 'ages of a list there is not',
    in: 'rules.yaml',
    edit: replace('list: age', 'list: ages'),
    found: ['no-such-code-list rules.yaml:36'],
  },
  {
    fault: 'a total of one table and year published twice',
    in: 'published.csv',
    edit: append('persons-by-year,2009,,18,Yearbook,p. 4,'),
    found: ['duplicate-id published.csv:3'],
  },
  {
    fault: 'a published total of a table there is not',
    in: 'published.csv',
    edit: replace('persons-by-year', 'persons-by-years'),
    found: ['no-such-table-published published.csv:2'],
  },
  {
    fault: 'a published total of a code there is not',
    in: 'published.csv',
    edit: append('persons-by-form,2009,labor,3,Yearbook,,'),
    found: ['unknown-code published.csv:3'],
  },
  {
    fault: 'a published total that is no number',
    in: 'published.csv',
    edit: replace(',17,', ',<5,'),
    found: ['wrong-value published.csv:2'],
  },

  // layouts
  {
    fault: 'a word for a code there is not',
    in: 'sources/list.yaml',
    edit: replace('work: labour', 'work: labor'),
    found: ['unknown-code sources/list.yaml:16'],
  },
  {
    fault: 'a column of a list there is not',
    in: 'sources/list.yaml',
    edit: replace('list: form', 'list: forms'),
    found: ['no-such-code-list sources/list.yaml:14'],
  },
  {
    fault: 'a field there is not',
    in: 'sources/list.yaml',
    edit: replace('$form', '$forms'),
    found: ['layout-no-such-field sources/list.yaml:21'],
  },
  {
    fault: 'a key of a heading there is not',
    in: 'sources/list.yaml',
    edit: replace('[No.]', '[Number]'),
    found: ['layout-no-such-heading sources/list.yaml:6'],
  },
  {
    fault: 'two columns in one field',
    in: 'sources/list.yaml',
    edit: replace('field: form', 'field: number'),
    found: ['layout-named-twice sources/list.yaml:12', 'layout-no-such-field sources/list.yaml:21'],
  },
  {
    fault: 'a member the fact has not',
    in: 'sources/list.yaml',
    edit: replace('outcome: victim', 'outcome: victim, weight: 3'),
    found: ['layout-no-such-member sources/list.yaml:20'],
  },
  {
    fault: 'a member the fact needs',
    in: 'sources/list.yaml',
    edit: replace('by: office, ', ''),
    found: ['layout-member-missing sources/list.yaml:20'],
  },
  {
    fault: 'a slip of the pen in a column',
    in: 'sources/list.yaml',
    edit: replace('required', 'requierd'),
    found: ['unknown-key sources/list.yaml:10'],
  },

  // texts
  {
    fault: 'a sentence in one language',
    in: 'statement/da.md',
    edit: replace('kontoret.', 'kontoret. De er voksne.'),
    found: ['text-in-one-language statement/da.md:3'],
  },
  {
    fault: 'a section in one language',
    in: 'statement/en.md',
    edit: append('\n## More [#more]\n\nThat is so.'),
    found: ['languages-differ statement/en.md:9'],
  },
  {
    fault: 'another cell in one language',
    in: 'statement/en.md',
    edit: replace('form.total', 'form.crime'),
    found: ['languages-differ statement/da.md:3'],
  },
  {
    fault: 'a typed figure',
    in: 'statement/da.md',
    edit: replace('De er talt', 'De 76 er talt'),
    found: ['typed-figure statement/da.md:5'],
  },
  {
    fault: 'a cell of a table there is not',
    in: 'statement/da.md',
    edit: replace('{#persons-by-form}', '{#persons-by-forms}'),
    found: ['languages-differ statement/da.md:3', 'no-such-cell statement/da.md:7'],
  },
  {
    fault: 'a cell of a code there is not',
    in: 'statement/en.md',
    edit: replace('form.total', 'form.cirme'),
    found: ['languages-differ statement/da.md:3', 'no-such-cell statement/en.md:5'],
  },
  {
    fault: 'a commentary in one language',
    in: 'commentary/2012.da.md',
    edit: () => COMMENTARY,
    found: ['text-in-one-language commentary/2012.da.md:0'],
  },
  {
    fault: 'a commentary nobody signed',
    in: 'commentary/2012.da.md',
    edit: () => COMMENTARY.replace(/signed.*\n/, ''),
    found: ['commentary-not-signed commentary/2012.da.md:1'],
  },
];

test.each(CASES)('$fault', ({in: file, edit, found: expected}) => {
  expect(found(toyWith({[file]: edit}))).toEqual(expected);
});

test.each(CASES)('$fault: said in both languages, with a remedy', ({in: file, edit}) => {
  for (const {rule, facts} of checkProfile(toyWith({[file]: edit})))
    for (const tag of LANGUAGES) {
      const {what, remedy} = languages[tag].findings[rule](facts);
      expect(what).toContain(String(facts.file));
      expect(remedy).not.toBe('');
      expect(`${what} ${remedy}`).not.toMatch(/“undefined”|object Object/);
    }
});

test('all faults are found at once', () => {
  const faulty = toyWith({
    'tables.yaml': (text) => text.replace('chart: bar', 'chart: pie').replace('{form: crime}', '{form: crimes}'),
    'authorities.yaml': replace('authority: court', 'authority: courts'),
    [FORM]: replace('Crime', ''),
  });
  expect(found(faulty)).toEqual([
    'unknown-code authorities.yaml:5',
    'missing-label codelists/form.csv:3',
    'wrong-value tables.yaml:5',
    'unknown-code tables.yaml:9',
  ]);
});

test.each([
  {file: 'tables.yaml', edit: replace('dimensions: [form]', 'dimension: [form]'), meant: 'dimensions'},
  {file: 'rules.yaml', edit: replace('attribution:', 'atribution:'), meant: 'attribution'},
  {file: 'sources/list.yaml', edit: replace('required', 'requierd'), meant: 'required'},
  {file: 'sources/list.yaml', edit: replace('work: labour', 'work: labor'), meant: 'labour'},
  {file: 'authorities.yaml', edit: replace('authority: court', 'authority: cuort'), meant: 'court'},
  {file: 'tables.yaml', edit: replace('[age]', '[aeg]'), meant: 'age'},
  {file: 'published.csv', edit: replace('persons-by-year', 'person-by-year'), meant: 'persons-by-year'},
])('$meant is suggested', ({file, edit, meant}) => {
  const suggestions = checkProfile(toyWith({[file]: edit})).map(({facts}) => facts.nearest);
  expect(suggestions).toContain(meant);
});

test('codes rolled up of which a person may have several', () => {
  const policy =
    '{edition: public, smallest: 3, rolled-up: [{concept: forms, into: rest, labels: {da: X, en: X}, keep: [crime]}]}';
  const forms = '- {id: forms, labels: {da: Former, en: Forms}, list: form, of: form, level: top, multiple: true}\n';
  const files = toyWith({
    'concepts.yaml': (text) => text + forms,
    'policies.yaml': (text) => text.replace('{edition: internal}', policy),
  });
  expect(found(files)).toEqual(['rolled-up-multiple policies.yaml:5']);
});
