/** A public edition says what it withholds and by which number, and nothing that is for the office alone. */
import {describe, expect, test} from 'vitest';
import {DEFINITIONS, REVISION} from '#concepts/concept';
import type {Note} from '#concepts/note';
import {count, type Observation} from '#concepts/observation';
import {type ProtectedCube, protect} from '#disclosure/protect';
import {SYMBOLS} from '#document/cell-view';
import {type Composition, compose} from '#document/compose';
import type {Statement} from '#document/statement';
import type {Cube} from '#tabulation/cube';
import {danishStatement, denmark, FIGURES_2013} from './denmark.ts';
import {type Counts, composition, dimension, oneWay, prose, read, twoWay} from './toy.ts';

const withheld: Observation = {kind: 'withheld'};

/** Sealed as public: rounded to a base that no figure of these tests is below. */
function publicOf(cubes: readonly Cube[]): readonly ProtectedCube[] {
  const made = protect(cubes, {edition: 'public', method: 'round', base: 2, rolledUp: []}, undefined, {
    each: [],
    definitions: {concepts: [], codeLists: new Map()},
    chanceOf: () => () => 0,
  });
  if (!made.ok) throw new Error(made.refusal.reason);
  return made.value.cubes;
}

const everything = (statement: Statement): string => JSON.stringify({...statement, findings: []});

describe('what is found', () => {
  const cubes = [oneWay('t', 'sex', {female: 4, male: 4})];
  const text = '# T\n\nThere are 17 of them.\n\n::table{#t}\n';
  const findings: Composition['findings'] = [
    {rule: 'tables-disagree', severity: 'error', facts: {tables: ['t'], left: 't.a', right: 't.b'}},
  ];
  const base = {...composition(text, cubes), findings};
  test('stands in an internal draft where it is', () => {
    const said = everything(compose(base));
    expect(said).toContain('disagree');
    expect(said).toContain('is typed into the text');
  });
  test('and nowhere in a public one, which is a draft all the same', () => {
    const statement = compose({...base, cubes: publicOf(cubes)});
    expect(everything(statement)).not.toMatch(/disagree|is typed into the text|en\.md/);
    expect(statement.findings.map(({rule}) => rule)).toEqual(['typed-figure']);
    expect(statement.open).toEqual([]);
  });
});

describe('the smallest number that is shown', () => {
  const text =
    '# T\n\n```mf2\n.input {$smallest-shown :given}\n.match $smallest-shown\nzeros-shown {{From {$smallest-shown}, and zero.}}\nzeros-withheld {{From {$smallest-shown}.}}\n* {{Everything.}}\n```\n';
  test.each([
    {threshold: undefined, said: 'Everything.'},
    {threshold: {smallest: 3, zeros: 'shown'} as const, said: 'From 3, and zero.'},
    {threshold: {smallest: 1000, zeros: 'withheld'} as const, said: 'From 1,000.'},
  ])('$said', ({threshold, said}) => {
    const base = composition(text, [oneWay('t', 'sex', {female: 1})]);
    expect(prose(compose({...base, threshold}))).toEqual([said]);
  });
});

test('which tables are shown whole by decision is said where the text asks', () => {
  const text =
    '# T\n\n```mf2\n.input {$shown-anyway :given}\n.match $shown-anyway\nsome {{Save {$shown-anyway}.}}\n* {{Everywhere.}}\n```\n';
  const base = composition(text, [oneWay('t', 'sex', {female: 1}), oneWay('u', 'sex', {female: 1})]);
  const {title} = oneWay('u', 'sex', {female: 1}).table;
  const threshold = (...tables: readonly string[]) => ({
    ...{smallest: 3, zeros: 'shown' as const},
    shownAnyway: tables.map((table) => ({table})),
  });
  expect(prose(compose({...base, threshold: threshold('u', 'gone')}))).toEqual([`Save ${title.en}.`]);
  expect(prose(compose({...base, threshold: threshold()}))).toEqual(['Everywhere.']);
  expect(prose(compose(base))).toEqual(['Everywhere.']);
});

const chartOf = (cube: Cube): string => {
  const [block] = compose(composition('# T\n\n::chart{#t}\n', [cube])).blocks;
  if (block?.kind !== 'chart') throw new Error('a chart was asked for');
  return block.chart.alternative;
};

test('of a series with years withheld, highest and lowest are among those shown', () => {
  const years = {'2010': 5, '2011': withheld, '2012': 4, '2013': 9};
  expect(chartOf(oneWay('t', 'year', years))).toBe(
    'person per year from 2010 to 2013. The figure for 2013 (9) is higher than that for 2010 (5). ' +
      'Among the figures shown, highest in 2013 (9), lowest in 2012 (4). No figure for 2011 (withheld to protect individuals).',
  );
  expect(chartOf(oneWay('t', 'year', {...years, '2011': 3}))).toContain('. Highest in 2013 (9), lowest in 2011 (3).');
});

test('a series of which one year is shown has no course', () => {
  expect(chartOf(oneWay('t', 'year', {'2012': withheld, '2013': 9}))).toBe(
    'person, 2013. 2012: withheld to protect individuals; 2013: 9.',
  );
});

test('a commentary on a change that is withheld is not told', () => {
  const told = (year: string | undefined) =>
    danishStatement('en', FIGURES_2013, 2013, (cube) => ({
      ...cube,
      cells: cube.cells.map((cell, i) =>
        cube.table.id === 'persons-by-year' && cube.dimensions[0]?.codes[i] === year ? withheld : cell,
      ),
    }));
  const commentaries = ({blocks}: Statement) => blocks.filter(({kind}) => kind === 'commentary').length;
  expect([undefined, '2012', '2013'].map((year) => commentaries(told(year)))).toEqual([1, 0, 0]);
  expect(told('2012').findings).toEqual([]);
});

test.each([
  ['en', /Which nationality is the most common[^.]*\./g],
  ['da', /Hvilken nationalitet der er den hyppigste[^.]*\./g],
] as const)(
  '%s: where the most common nationality is withheld, each form says of itself that it is, once',
  (language, said) => {
    const statement = danishStatement(language, FIGURES_2013, 2013, (cube) =>
      /-by-nationality$/.test(cube.table.id) ? {...cube, cells: cube.cells.map(() => withheld)} : cube,
    );
    const forms = ['prostitution', 'forced-labour', 'criminal-acts'].map((code) => {
      const row = denmark.codeLists.get('exploitation')?.rows.find((one) => one.code === code);
      return row?.labels[language].toLowerCase() ?? code;
    });
    const sentences = prose(statement).flatMap((one) => one.match(said) ?? []);
    expect(forms.map((form) => sentences.filter((sentence) => sentence.includes(` ${form}`)).length)).toEqual([
      1, 1, 1,
    ]);
    expect(sentences).toHaveLength(3);
  },
);

test('no note tells of what is withheld: whose figures agree, how many are of one case', () => {
  const notes: readonly Note[] = [
    {id: 'a', on: [{kind: 'table'}], says: {kind: 'agreeing', years: [2011, 2012], source: 'UNODC'}},
    {
      id: 'c',
      on: [{kind: 'cell', codes: {year: '2012'}}],
      says: {kind: 'concentration', table: 't', unit: 'person', units: 8, largest: 7},
    },
  ];
  const notesOf = (counts: Counts) => {
    const cube = {...oneWay('t', 'year', counts), notes};
    const [block] = compose(composition('# T\n\n::table{#t}\n', [cube])).blocks;
    return block?.kind === 'table' ? block.table.notes.map(({content}) => read(content)) : [];
  };
  expect(notesOf({'2011': 5, '2012': 8, '2013': 9})).toEqual([
    'The figures for 2011–2012 agree with those published by UNODC.',
    'Of the 8 person, 7 belong to one and the same case.',
  ]);
  expect(notesOf({'2011': 5, '2012': withheld, '2013': 9})).toEqual([
    'The figures for 2011 agree with those published by UNODC.',
  ]);
  expect(notesOf({'2011': withheld, '2012': withheld, '2013': 9})).toEqual([]);
});

describe('revisions', () => {
  const row = {before: 5, after: 7, 'late-decision': 2, correction: 0};
  const said = (rows: Readonly<Record<string, Counts>>) => {
    const text = '# T\n\n::revisions{#changes}\n';
    const base = composition(text, [shaped(rows)]);
    return prose(compose({...base, outline: base.outline, revisions: new Map([['changes', 'years']])}));
  };
  /** Two dimensions whose cells are as given. */
  const shaped = (rows: Readonly<Record<string, Counts>>): Cube => {
    const cube = twoWay('changes', ['year', REVISION], rows, 'person');
    const codes = Object.keys(row);
    const cells = Object.values(rows).flatMap((counts) => [
      ...codes.map((code): Observation => {
        const cell = counts[code];
        return typeof cell === 'object' ? cell : {kind: 'count', value: cell ?? 0};
      }),
      withheld,
    ]);
    return {...cube, cells: [...cells, ...Array.from({length: codes.length + 1}, () => withheld)]};
  };
  const moved = 'years: for 2012, the latest edition with that year had 5 and this edition has 7.';
  test('with their reasons where these are shown', () => {
    expect(said({'2012': row})).toEqual([`${moved} The difference is due to late decisions\u00A0(+2).`]);
  });
  test('without them where one is withheld', () => {
    const why = 'The reasons for the difference are withheld to protect individuals.';
    expect(said({'2012': {...row, 'late-decision': withheld, correction: withheld}})).toEqual([`${moved} ${why}`]);
    expect(said({'2012': {...row, correction: withheld}})).toEqual([`${moved} ${why}`]);
  });
  test('nothing of a year whose figure is withheld: not that it stands either', () => {
    expect(said({'2012': {...row, before: withheld, after: withheld}})).toEqual([]);
    expect(said({'2012': {...row, after: withheld}, '2013': {...row, before: 7}})).toEqual([
      'years: for 2013, the figure is the same as in the latest edition with that year.',
    ]);
  });
});

test('a series without its break is left out where those that moved are told as one with where they moved', () => {
  const rolledUp = {concept: 'form', into: 'others', labels: {da: 'Andre', en: 'Others'}, keep: ['a']};
  const plain = twoWay('t', ['year', 'form'], {'2012': {a: 3, others: 4}, '2013': {a: 5, others: 2}}, 'person');
  const [years, forms] = plain.dimensions;
  if (years === undefined || forms === undefined) throw new Error('two dimensions were asked for');
  const tablesOf = (others: Observation, isRolledUp: boolean) => {
    const dimensions = [years, isRolledUp ? {...forms, rolledUp} : forms];
    const restated: Cube = {
      ...plain,
      table: {...plain.table, id: 'restated', dimensions: [DEFINITIONS, 'year', 'form']},
      dimensions: [dimension(DEFINITIONS, ['as-published', '2013']), ...dimensions],
      cells: [...plain.cells, ...plain.cells.with(1, others), ...plain.cells],
    };
    const base = composition('# T\n\n::table{#t}\n', [{...plain, dimensions}, restated]);
    return compose(base).blocks.filter(({kind}) => kind === 'table').length;
  };
  expect(tablesOf(count(4), true)).toBe(1);
  expect(tablesOf(count(4), false)).toBe(2);
  expect(tablesOf(count(3), true)).toBe(2);
});

test.each(denmark.outlines)('$language: the symbol that the text explains is the one in the tables', ({notes}) => {
  const sources = notes.filter(({id}) => id === 'withheld').flatMap(({messages}) => messages.map(({source}) => source));
  expect(sources.join('\n')).toContain(SYMBOLS.withheld);
});
