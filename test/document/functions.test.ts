/** Every function of the text: what it prints, what it selects, and what it refuses to say. */
import {describe, expect, test} from 'vitest';
import type {Observation} from '#concepts/observation';
import {compare} from '#document/functions/comparison';
import {share} from '#document/functions/percent';
import {quantify} from '#document/functions/quantifier';
import {type Counts, composed, guardedIn, oneWay, prose, twoWay} from './toy.ts';

const withheld: Observation = {kind: 'withheld'};
const sex = (counts: Counts) => oneWay('t', 'sex', counts);
const say = (message: string, counts: Counts, language: 'da' | 'en' = 'en') => {
  const statement = composed(`# T\n\n\`\`\`mf2\n${message}\n\`\`\`\n`, [sex(counts)], language);
  return {said: prose(statement)[0]?.replaceAll('\u00A0', ' ') ?? '', found: statement.findings.map(({rule}) => rule)};
};
/** No digit stands typed in a variant. */
const NAMES: Readonly<Record<string, string>> = {'0': 'zero', '7': 'exact'};
const select = (declaration: string, keys: readonly string[], counts: Counts) =>
  say(
    `.local $x = {${declaration}}\n.match $x\n${keys.map((key) => `${key} {{<${NAMES[key] ?? key}>}}`).join('\n')}\n* {{<other>}}`,
    counts,
  ).said;

describe(':count', () => {
  test.each([
    {n: 0, da: '0 kvinder', en: '0 women'},
    {n: 1, da: '1 kvinde', en: '1 woman'},
    {n: 2, da: '2 kvinder', en: '2 women'},
    {n: 1234, da: '1.234 kvinder', en: '1,234 women'},
  ])('$n', ({n, da, en}) => {
    expect(say('{{{$t.female :count one=kvinde other=kvinder}}}', {female: n, male: 0}, 'da').said).toBe(da);
    expect(say('{{{$t.female :count one=woman other=women}}}', {female: n, male: 0}).said).toBe(en);
  });

  test.each([
    {counts: {female: 0, male: 1}, selected: '<zero>'},
    {counts: {female: 1, male: 1}, selected: '<one>'},
    {counts: {female: 7, male: 1}, selected: '<exact>'},
    {counts: {female: 8, male: 1}, selected: '<other>'},
    {counts: {female: withheld, male: 1}, selected: '<withheld>'},
    {counts: {female: {kind: 'not-collected'} as const, male: 1}, selected: '<nothing>'},
  ])('selects $selected', ({counts, selected}) => {
    expect(select('$t.female :count', ['0', 'one', '7', 'withheld', 'nothing'], counts)).toBe(selected);
  });

  test('what has no count is marked, never printed as one', () => {
    expect(say('{{{$t.female} women}}', {female: withheld, male: 1})).toEqual({
      said: '[[withheld to protect individuals]] women',
      found: ['cell-without-count'],
    });
  });

  test('no such cell, no such table, no such function', () => {
    expect(say('{{{$t.child} children}}', {female: 1, male: 1})).toEqual({
      said: '[[{$t.child}]] children',
      found: ['no-such-cell'],
    });
    expect(say('{{{$u.child}}}', {female: 1}).found).toEqual(['no-such-cell']);
    expect(say('{{{$t}}}', {female: 1}).found).toEqual(['function-misused']);
    expect(say('{{{$t.female :spell}}}', {female: 1}).found).toEqual(['function-misused']);
  });

  test('an address faulty only where it selects still marks its sentence', () => {
    const {said, found} = say('.input {$t.child :count}\n.match $t.child\n0 {{a}}\n* {{b}}', {female: 1});
    expect({said, found}).toEqual({said: 'b[[ […]]]', found: ['no-such-cell']});
  });
});

describe(':percent', () => {
  test.each([
    {counts: {female: 64, male: 12}, said: '84 per cent'},
    {counts: {female: 999, male: 1}, said: '99.9 per cent'},
    {counts: {female: 1, male: 9999}, said: '0.01 per cent'},
    {counts: {female: 5, male: 0}, said: '100 per cent'},
    {counts: {female: 0, male: 5}, said: '0 per cent'},
  ])('$counts: $said', ({counts, said}) => {
    expect(say('{{{$t.female :percent}}}', counts).said).toBe(said);
  });

  test('of another base, with the base printed', () => {
    expect(say('{{{$t.female :percent base=$t.male decimals=1 show=base}}}', {female: 1, male: 3}).said).toBe(
      '33.3 per cent (1 of 3)',
    );
  });

  test('of nothing is no percentage, and a part larger than its base is refused', () => {
    expect(say('{{{$t.female :percent}}}', {female: 0, male: 0})).toEqual({
      said: '[[not applicable]]',
      found: ['cell-without-count'],
    });
    expect(say('{{{$t.female :percent base=$t.male}}}', {female: 5, male: 3}).found).toEqual(['function-misused']);
    expect(select('$t.female :percent', ['nothing'], {female: 0, male: 0})).toBe('<nothing>');
  });

  test('always exposes its base', () => {
    const {blocks} = composed('# T\n\n{$t.female :percent}\n', [sex({female: 64, male: 12})]);
    const [paragraph] = blocks;
    expect(paragraph?.kind === 'paragraph' && paragraph.content[0]).toMatchObject({
      addresses: ['t.female'],
      value: '64/76',
      title: 'female – t, 2013 – 84\u00a0per cent = 64 of 76',
    });
  });

  test.each([
    [547, 632, '86.6\u00a0per cent'],
    [37, 80, '46.3\u00a0per cent'],
    [39, 73, '53.4\u00a0per cent'],
  ])('%i of %i is %s', (part, base, said) => {
    expect(share('en-GB', part, base, 1)).toBe(said);
  });
});

describe(':change', () => {
  const change = '$t.new :change from=$t.old';
  test.each([
    {counts: {old: 73, new: 112}, selected: '<rises>', by: '39', share: '53 per cent'},
    {counts: {old: 112, new: 73}, selected: '<falls>', by: '39', share: '35 per cent'},
    {counts: {old: 5, new: 5}, selected: '<stays>', by: '0', share: '0 per cent'},
  ])('$counts', ({counts, selected, by, share: of}) => {
    expect(select(change, ['rises', 'falls', 'stays', 'unknown'], counts)).toBe(selected);
    expect(say(`{{{${change}}}}`, counts).said).toBe(by);
    expect(say(`{{{${change} show=percent}}}`, counts).said).toBe(of);
  });

  test('opened, it says what was taken from what', () => {
    const {blocks} = composed(`# T\n\n{${change} show=percent}\n`, [oneWay('t', 'sex', {old: 66, new: 76})]);
    const [paragraph] = blocks;
    expect(paragraph?.kind === 'paragraph' && paragraph.content[0]).toMatchObject({
      title: 'new − old – t, 2013 – 15\u00a0per cent = 10 of 66',
    });
  });

  test('from nothing: its own variant, and no percentage', () => {
    expect(select(change, ['rises-from-zero', 'rises'], {old: 0, new: 5})).toBe('<rises-from-zero>');
    expect(select(change, ['rises'], {old: 0, new: 5})).toBe('<rises>');
    expect(say(`{{{${change} show=percent}}}`, {old: 0, new: 5}).found).toEqual(['function-misused']);
  });

  test('of what is not known: unknown', () => {
    expect(select(change, ['rises', 'unknown'], {old: withheld, new: 5})).toBe('<unknown>');
    expect(select(change, ['withheld', 'unknown'], {old: withheld, new: 5})).toBe('<withheld>');
  });
});

describe(':quantifier and :comparison, at the thresholds of the profile', () => {
  const guarded = guardedIn('en');
  test.each([
    [0, 0, 'none'],
    [0, 9, 'none'],
    [9, 9, 'all'],
    [37, 80, 'half'],
    [44, 80, 'most'],
    [99, 100, 'most'],
    [35, 80, 'some'],
    [7, 80, 'few'],
  ])('%i of %i: %s', (part, base, claim) => {
    expect(quantify(guarded, part, base)).toBe(claim);
  });

  test.each([
    [5, 5, ['equal', 'about-equal']],
    [6, 5, ['about-equal', 'more']],
    [4, 5, ['about-equal', 'fewer']],
    [10, 5, ['doubled', 'more']],
    [11, 5, ['more-than-doubled', 'more']],
    [5, 10, ['halved', 'fewer']],
    [5, 0, ['more']],
    [0, 0, ['equal', 'about-equal']],
  ])('%i beside %i: %j', (a, b, claims) => {
    expect(compare(guarded, a, b)).toEqual(claims);
  });

  test('a whole table: even or uneven among those that occur', () => {
    const keys = ['equal', 'about-equal', 'uneven'];
    expect(select('$t :comparison', keys, {female: 6, male: 5, unknown: 0})).toBe('<about-equal>');
    expect(select('$t :comparison', keys, {female: 6, male: 1, unknown: 0})).toBe('<uneven>');
    expect(select('$t :comparison', keys, {female: 6, male: 0, unknown: 0})).toBe('<uneven>');
    expect(select('$t :comparison', ['withheld', ...keys], {female: withheld, male: 1})).toBe('<withheld>');
  });

  test('they choose words and print nothing themselves', () => {
    expect(say('{{{$t.female :quantifier}}}', {female: 1}).found).toEqual(['function-misused']);
    expect(say('{{{$t :comparison}}}', {female: 1}).found).toEqual(['function-misused']);
  });
});

describe('of a whole table', () => {
  const counts = {a: 2, b: 5, c: 5, unknown: 9, d: 0};
  test.each([
    ['$t :list', 'b (5), c (5), a (2) and unknown (9)'],
    ['$t :rest except=|b c|', '11'],
    ['$t :categories', '3'],
    ['$t :largest', 'b and c'],
    ['$t :largest show=count', '5'],
    ['$t :largest show=percent', '24 per cent'],
  ])('%s', (expression, said) => {
    expect(say(`{{{${expression}}}}`, counts)).toEqual({said, found: []});
  });

  test.each([
    {counts: {a: 0, unknown: 4}, selected: '<none>'},
    {counts: {a: 4, b: 0, unknown: 0}, selected: '<only>'},
    {counts: {a: 4, b: 4}, selected: '<tie>'},
    {counts: {a: 4, unknown: 1}, selected: '<other>'},
    {counts: {a: withheld, b: 1, all: 4}, selected: '<withheld>'},
    {counts: {a: withheld, b: 2, all: 4}, selected: '<withheld>'},
    {counts: {a: withheld, b: 3, all: 5}, selected: '<other>'},
    {counts: {a: withheld, b: 3, all: withheld}, selected: '<withheld>'},
  ])(':largest selects $selected', ({counts: given, selected}) => {
    expect(select('$t :largest', ['none', 'only', 'tie', 'withheld'], given)).toBe(selected);
  });

  test('a list says what is withheld, and a rest over it is withheld', () => {
    const given = {a: 3, b: withheld, c: withheld, unknown: 1, all: 9};
    expect(say('{{{$t :list}}}', given).said).toBe('a (3), unknown (1) and others (5)');
    expect(say('{{{$t :list}}}', {...given, all: withheld}).said).toBe(
      'a (3), unknown (1) and others (withheld to protect individuals)',
    );
    expect(say('{{{$t :list}}}', {...given, all: 4}).said).toBe('a (3) and unknown (1)');
    expect(say('{{{$t :rest except=a}}}', given).found).toEqual(['cell-without-count']);
    expect(say('{{<{$t :rest except=a before=|, | withheld=||}>}}', given)).toEqual({said: '<>', found: []});
  });

  test.each([
    {counts: {a: 0, b: 0}, selected: '<none>'},
    {counts: {a: 0, b: withheld, all: 3}, selected: '<withheld>'},
    {counts: {a: 2, b: withheld, all: 5}, selected: '<partly>'},
    {counts: {a: 2, b: 1}, selected: '<other>'},
  ])(':list selects $selected', ({counts: given, selected}) => {
    expect(select('$t :list', ['none', 'withheld', 'partly'], given)).toBe(selected);
  });

  test('of what is told as one, nobody says how many it is of or whether it is the largest', () => {
    const rolledUp = {concept: 'sex', into: 'others', labels: {da: 'Andre', en: 'Others'}, keep: ['a', 'b']};
    const said = (message: string, counts: Counts) => {
      const cube = oneWay('t', 'sex', counts);
      const dimensions = cube.dimensions.map((one) => ({...one, rolledUp}));
      return prose(composed(`# T\n\n\`\`\`mf2\n${message}\n\`\`\`\n`, [{...cube, dimensions}]))[0];
    };
    const choose = (by: string) => `.local $x = {${by}}\n.match $x\nwithheld {{<withheld>}}\n* {{<other>}}`;
    expect(said('{{{$t :list}}}', {a: 3, others: 4, b: 2})).toBe('a (3), b (2) and others (4)');
    expect(said(choose('$t :categories'), {a: 3, b: 2, others: 1})).toBe('<withheld>');
    expect(said(choose('$t :categories'), {a: 3, b: 2, others: 0})).toBe('<other>');
    expect(said(choose('$t :largest'), {a: 3, b: 2, others: 3})).toBe('<withheld>');
    expect(said(choose('$t :largest'), {a: 4, b: 2, others: 3})).toBe('<other>');
    expect(said(choose('$t :quantifier'), {a: 4, b: 2, others: 5})).toBe('<withheld>');
    expect(said(choose('$t :comparison'), {a: 4, b: 4, others: 1})).toBe('<withheld>');
  });
});

test('a margin and an inner cell of two dimensions', () => {
  const cube = twoWay(
    'r',
    ['person', 'assessed'],
    {victim: {now: 3, earlier: 6}, child: {now: 2, earlier: 0}},
    'returnee',
  );
  const statement = composed('# T\n\n{$r.victim} {$r.victim.now} {$r.all.now} {$r.total}\n', [cube]);
  expect(prose(statement)).toEqual(['9 3 5 11']);
  expect(statement.findings).toEqual([]);
});
