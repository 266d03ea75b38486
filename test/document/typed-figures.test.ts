/** What is typed and should be bound, and what is not: with the guarded words of the Danish profile. */
import {expect, test} from 'vitest';
import {findTyped} from '#document/typed-figures';
import {composed, guardedIn, oneWay, prose} from './toy.ts';

const typed = (language: 'da' | 'en', text: string, claims: readonly string[] = []) =>
  findTyped(text, guardedIn(language), new Set(claims)).map((found) => found.text);

test.each([
  {text: 'Der blev vurderet 76 personer.', typed: ['76']},
  {text: 'Der blev vurderet 1.234,5 og −3 personer.', typed: ['1.234,5', '−3']},
  {text: 'Det er 84 % af dem.', typed: ['84 %']},
  {text: 'Det er 84 pct. af dem, eller 84 procent.', typed: ['84 pct', '84 procent']},
  {text: 'Tre kvinder og to mænd', typed: ['Tre', 'to']},
  {text: 'En kvinde og et barn', typed: []},
  {text: 'Én kvinde og ét barn', typed: ['Én', 'ét']},
  {text: 'Straffelovens § 262 a og udlændingelovens § 33, stk. 14', typed: []},
  {text: 'lov nr. 432 af 1. maj 2013', typed: []},
  {text: 'I 2013 og fra 2007–2012', typed: []},
  {text: 'I alt 2000 personer', typed: ['2000']},
  {text: 'Alle er mænd, de fleste fra Afrika', typed: ['Alle', 'de fleste']},
  {text: 'Antallet er fordoblet', typed: ['fordoblet']},
  {text: 'Alles ansvar; tilfælde; aftale', typed: []},
  {text: 'Ⅳ og ٣', typed: ['Ⅳ', '٣']},
])('da: $text', ({text, typed: expected}) => {
  expect(typed('da', text)).toEqual(expected);
});

test.each([
  {text: 'There were 76 persons and twelve men', typed: ['76', 'twelve']},
  {text: 'One person; one of them; the one who', typed: ['One']},
  {text: 'Section 262 a; Act No. 432; section 33(14); Directive 2011/36/EU', typed: []},
  {text: 'on 1 May 2013', typed: []},
  {text: 'in 2013; 2013 persons', typed: ['2013']},
  {text: 'Most are women; the number doubled', typed: ['Most', 'doubled']},
  {text: 'more than doubled', typed: ['more than doubled']},
  {text: 'It fell although they recalled almost everything', typed: ['fell']},
  {text: 'on behalf of the office', typed: []},
])('en: $text', ({text, typed: expected}) => {
  expect(typed('en', text)).toEqual(expected);
});

test('a claim lets its own words through and no others', () => {
  expect(typed('en', 'All are men, none are women, most are adults.', ['all'])).toEqual(['none', 'most']);
});

const sex = [oneWay('persons-by-sex', 'sex', {female: 2, male: 0, unknown: 0})];

test('a typed figure is marked where it stands and reported with its line', () => {
  const statement = composed('# T\n\nFirst.\n\nThere were **66 persons**, and {$persons-by-sex.female} women.\n', sex);
  expect(prose(statement)).toEqual(['First.', 'There were [[66]] persons, and 2 women.']);
  expect(statement.findings).toEqual([
    {rule: 'typed-figure', severity: 'error', facts: {file: 'en.md', line: 5, text: '66', claim: ''}},
  ]);
});

test('a quoted figure with its source stands', () => {
  const {blocks, findings} = composed(
    '# T\n\nUNODC has {#quoted source=|UNODC 2014, p. 3|}66{/quoted} persons.\n',
    sex,
  );
  const [paragraph] = blocks;
  expect(findings).toEqual([]);
  expect(paragraph?.kind === 'paragraph' && paragraph.content[1]).toMatchObject({
    kind: 'figure',
    addresses: [],
    text: '66',
    title: 'UNODC 2014, p. 3',
  });
});

test('a guarded word stands only in the variant selected for it', () => {
  const message = (key: string) =>
    `# T\n\n\`\`\`mf2\n.local $w = {$persons-by-sex.female :quantifier}\n.match $w\n${key} {{All are women.}}\n* {{All sorts.}}\n\`\`\`\n`;
  expect(composed(message('all'), sex).findings).toEqual([]);
  expect(composed(message('none'), sex).findings.map(({facts}) => facts.text)).toEqual(['All']);
});

test('a link or a label cannot smuggle a figure in or out', () => {
  const cube = oneWay('persons-by-sex', 'sex', {'*2 [men](x)*': 3, male: 1});
  const {findings, ...statement} = composed('# T\n\n[See](https://example.org/66) {$persons-by-sex :list}.\n', [cube]);
  expect(findings).toEqual([]);
  expect(prose({findings, ...statement})).toEqual(['See *2 [men](x)* (3) and male (1).']);
});
