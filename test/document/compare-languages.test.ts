/** Two languages of one statement: where they differ, before and after composing. */
import {expect, test} from 'vitest';
import {checkOutline, type KnownTables} from '#document/check-outline';
import {compareLanguages, compareThresholds} from '#document/compare-languages';
import {compareStatements} from '#document/compare-statements';
import {readOutline} from '#document/read-outline';
import {bytes, composed, guardedIn, oneWay} from './toy.ts';

const outline = (text: string, language: 'da' | 'en') =>
  readOutline(bytes(`# T\n\n${text}`), `${language}.md`, language).outline;
const differ = (da: string, en: string) =>
  compareLanguages(outline(da, 'da'), outline(en, 'en')).map(({facts}) => [facts.section, facts.here, facts.there]);

test.each([
  {that: 'the same cells in another order of words', da: '{$t.a} og {$t.b}', en: '{$t.b} and {$t.a}'},
  {that: 'nouns of their own', da: '{$t.a :count one=mand other=mænd}', en: '{$t.a :count one=man other=men}'},
  {
    that: 'more variants for the plural',
    da: '{$t.a}',
    en: '```mf2\n.input {$t.a :count}\n.match $t.a\none {{{$t.a} man}}\n* {{{$t.a} men}}\n```',
  },
])('equal: $that', ({da, en}) => {
  expect(differ(da, en)).toEqual([]);
});

test.each([
  {
    that: 'a cell is missing',
    da: '## A [#a]\n\n{$t.a} {$t.b}',
    en: '## A [#a]\n\n{$t.a}',
    found: [['a', ['$t.b'], []]],
  },
  {that: 'a function differs', da: '{$t.a :percent}', en: '{$t.a}', found: [['opening', ['$t.a :percent'], ['$t.a']]]},
  {
    that: 'a base differs',
    da: '{$t.a :percent base=$t.b}',
    en: '{$t.a :percent base=$t.c}',
    found: [['opening', ['$t.a :percent base=$t.b', '$t.b'], ['$t.a :percent base=$t.c', '$t.c']]],
  },
  {that: 'a table is missing', da: '::table{#t}', en: '', found: [['opening', ['::table{#t}'], []]]},
  {that: 'a section is missing', da: '## A [#a]\n\nx\n\n## B [#b]', en: '## A [#a]\n\nx', found: [['b', ['# b'], []]]},
  {that: 'a section is only there', da: '', en: '## B [#b]', found: [['b', ['# b'], []]]},
  {
    that: 'the sections are in another order',
    da: '## A [#a]\n\n## B [#b]',
    en: '## B [#b]\n\n## A [#a]',
    found: [['', ['opening', 'a', 'b'], ['opening', 'b', 'a']]],
  },
  {
    that: 'a note is mentioned in one only',
    da: 'x[^n]\n\n[^n]: y',
    en: 'x\n\n[^n]: y',
    found: [['opening', ['[^n]'], []]],
  },
])('differ: $that', ({da, en, found}) => {
  expect(differ(da, en)).toEqual(found);
});

test('thresholds are one in every language', () => {
  const [da, en] = [guardedIn('da'), guardedIn('en')];
  expect(compareThresholds(da, en)).toEqual([]);
  const other = {...en, thresholds: {...en.thresholds, most: {atLeast: 0.9}}};
  expect(compareThresholds(da, other)).toHaveLength(1);
});

test('composed statements differ where one prints another figure', () => {
  const cubes = [oneWay('t', 'sex', {female: 1, male: 2})];
  const da = composed('# T\n\n## A [#a]\n\n{$t.female} og {$t.male}\n', cubes, 'da');
  const en = composed('# T\n\n## A [#a]\n\n{$t.male} and {$t.female}\n', cubes, 'en');
  const short = composed('# T\n\n## A [#a]\n\n{$t.male}\n', cubes, 'en');
  const twice = composed('# T\n\n## A [#a]\n\n{$t.female}, {$t.male}, {$t.male}\n', cubes, 'en');
  expect(compareStatements([da, en])).toEqual([]);
  expect(compareStatements([da, twice]).map(({facts}) => facts)).toEqual([
    {section: 'a', here: [], there: ['t.male 2']},
  ]);
  expect(compareStatements([da, short]).map(({facts}) => facts)).toEqual([
    {section: 'a', here: ['t.female 1'], there: []},
  ]);
});

const known: KnownTables = {
  findDimensions: (table) =>
    table === 't'
      ? [{concept: 'sex', codes: new Set(['female', 'male'])}]
      : table === 'y'
        ? [{concept: 'year', codes: new Set()}]
        : undefined,
};

test.each([
  {text: '{$t.female} {$t.all} {$t.total} {$t :list} {$year} {$y.this-year} {$y.2012}', found: []},
  {text: 'x\n\n{$t.femal}', found: ['no-such-cell 5']},
  {text: '{$t.female.all}', found: ['no-such-cell 3']},
  {text: '{$u.female}', found: ['no-such-cell 3']},
  {text: '{$y.next-year}', found: ['no-such-cell 3']},
  {text: '::chart{#u}', found: ['no-such-cell 3']},
  {text: '{$t.female :spell}', found: ['function-misused 3']},
  {text: '{$t.female :percent base=$t.femal}', found: ['no-such-cell 3']},
  {text: '{$t.female :count other=|of 66|}', found: ['typed-figure 3']},
  {
    text: '```mf2\n.input {$t.female :count}\n.match $t.female\n0 {{None.}}\n1 {{Twelve.}}\n* {{All.}}\n```',
    found: ['typed-figure 4', 'guarded-word-typed 4'],
  },
])('held against the profile: $text', ({text, found}) => {
  expect(
    checkOutline(outline(text, 'en'), guardedIn('en'), known).map(({rule, facts}) => `${rule} ${facts.line}`),
  ).toEqual(found);
});
