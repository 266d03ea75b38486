/** Parts that must close: the sentence of 48 women and 24 men out of 73. */
import {expect, test} from 'vitest';
import {type Counts, composed, oneWay, prose, twoWay} from './toy.ts';

const found = (message: string, counts: Counts, multiple = false) => {
  const cube = oneWay('t', 'sex', counts);
  const given = {...cube, dimensions: cube.dimensions.map((dimension) => ({...dimension, multiple}))};
  return composed(`# T\n\n${message}\n`, [given]).findings.map(({rule, facts}) => `${rule} ${facts.missing}`);
};
const SEXES = '{$t.female} women and {$t.male} men';

test('one person unnamed', () => {
  const statement = composed(`# T\n\nOf {$t.total}, ${SEXES}.\n`, [
    oneWay('t', 'sex', {female: 48, male: 24, unknown: 1}),
  ]);
  expect(statement.findings.map(({rule}) => rule)).toEqual(['parts-do-not-close']);
  expect(prose(statement)).toEqual(['Of 73, 48 women and 24 men.[[ [unknown]]]']);
});

test.each([
  {when: 'every part that occurs is named', message: SEXES, counts: {female: 48, male: 24, unknown: 0}},
  {
    when: 'the rest is named',
    message: `${SEXES}, {$t :rest except=|female male|} others`,
    counts: {female: 48, male: 24, unknown: 1},
  },
  {
    when: 'the parts are of-which',
    message: '{$t.female :count @of-which} women, {$t.male :count @of-which} men',
    counts: {female: 48, male: 24, unknown: 1},
  },
  {
    when: 'only one part is named',
    message: 'Of {$t.total}, {$t.female} are women',
    counts: {female: 48, male: 24, unknown: 1},
  },
  {when: 'the list names them', message: '{$t :list}', counts: {female: 48, male: 24, unknown: 1}},
])('closed when $when', ({message, counts}) => {
  expect(found(message, counts)).toEqual([]);
});

test('open when the unnamed part is withheld: nobody can tell that it is none', () => {
  const counts = {female: 48, male: 24, unknown: {kind: 'withheld'} as const};
  expect(found(SEXES, counts)).toEqual(['parts-do-not-close unknown']);
});

test('closed where the sentence has words for the rest that is withheld', () => {
  const counts = {female: 48, male: 24, unknown: {kind: 'withheld'} as const};
  const rest = (withheld: string) => `{$t :rest except=|female male| before=|, and others: | ${withheld}}`;
  expect(found(SEXES + rest('withheld=|; others are not shown|'), counts)).toEqual([]);
  expect(found(`${SEXES}{$t.unknown :count withheld=||}`, counts)).toEqual([]);
  expect(found('{$t :list}', {...counts, all: 80})).toEqual([]);
  const variants = `.input {$t.unknown :count}\n.match $t.unknown\nwithheld {{${SEXES}}}\n* {{${SEXES}}}`;
  expect(found(`\`\`\`mf2\n${variants}\n\`\`\``, counts)).toEqual([]);
  expect(found(`\`\`\`mf2\n${variants}\n\`\`\``, {...counts, unknown: 1})).toEqual(['parts-do-not-close unknown']);
});

test('several answers need not close', () => {
  expect(found(SEXES, {female: 48, male: 24, unknown: 1}, true)).toEqual([]);
});

test('years are no parts', () => {
  const series = oneWay('t', 'year', {'2011': 1, '2012': 2, '2013': 3});
  expect(composed('# T\n\n{$t.last-year} and {$t.this-year}\n', [series]).findings).toEqual([]);
});

test('along each dimension by itself', () => {
  const cube = twoWay(
    'r',
    ['person', 'assessed'],
    {victim: {now: 3, earlier: 6, unknown: 0}, child: {now: 0, earlier: 0, unknown: 2}},
    'returnee',
  );
  expect(composed('# T\n\n{$r.victim.now} and {$r.victim.earlier}\n', [cube]).findings).toEqual([]);
  expect(
    composed('# T\n\n{$r.all.now} and {$r.all.earlier}\n', [cube]).findings.map(({facts}) => facts.missing),
  ).toEqual([['unknown']]);
});
