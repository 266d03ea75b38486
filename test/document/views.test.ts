/** Tables, charts, notes at breaks and periods that are no year, as they stand in a statement. */
import {expect, test} from 'vitest';
import type {CodeList, CodeRow} from '#concepts/code-list';
import {count, type Observation} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import {compose} from '#document/compose';
import {unitBeside} from '#document/render/exhibit';
import type {TableView} from '#document/statement';
import {plainDate} from '#kit/plain-date';
import {agreeingNotes} from '#tabulation/agreeing';
import {
  bytes,
  type Counts,
  composed,
  composition,
  dimension,
  oneWay,
  prose,
  read,
  table as toyTable,
  twoWay,
} from './toy.ts';

const noted = ({notes}: TableView) => notes.map(({mark, content}) => `${mark} ${read(content)}`.trim());

const shown = (counts: Counts, concept = 'sex') => {
  const {blocks} = composed('# T\n\n::table{#t}\n\n::chart{#t}\n', [oneWay('t', concept, counts)]);
  const [table, chart] = blocks;
  if (table?.kind !== 'table' || chart?.kind !== 'chart') throw new Error('a table and a chart were asked for');
  if (chart.chart.kind === 'dumbbell') throw new Error('bars were asked for');
  return {table: table.table, chart: chart.chart};
};

test('the kinds of nothing have their own symbols, each explained once', () => {
  const {table, chart} = shown({
    a: 0,
    b: {kind: 'withheld'},
    c: {kind: 'not-collected'},
    d: {kind: 'not-applicable'},
  });
  expect(table.rows.map(({cells}) => cells[0]?.text)).toEqual(['0', '[c]', '[x]', '[z]', '0']);
  expect(table.symbols.map(({symbol}) => symbol)).toEqual(['[x]', '[z]', '[c]']);
  expect(chart.bars.map(({value}) => value)).toEqual([0, undefined, undefined, undefined]);
  expect(chart.alternative).toContain('b: withheld to protect individuals');
});

test('a series has no total row, marks what was published before, and tells its course', () => {
  const published = {kind: 'count', value: 17, published: {title: 'Annual report 2008'}} as const;
  const {table, chart} = shown({'2007': published, '2012': 66, '2013': 76}, 'year');
  expect(table.rows.map(({label, total, cells}) => [label, total, cells[0]?.text])).toEqual([
    ['2007', false, '17 †'],
    ['2012', false, '66'],
    ['2013', false, '76'],
  ]);
  expect(noted(table).toSorted()).toEqual([
    'The figures for 2007 are published totals from before the register; those for 2012–2013 are counted in it.',
    '† Published earlier; it cannot be recomputed. Source: Annual report 2008.',
  ]);
  expect(table.symbols).toEqual([]);
  expect(chart.bars.map(({muted}) => muted)).toEqual([true, false, false]);
  expect(chart.alternative).toBe(
    'person per year from 2007 to 2013. The figure for 2013 (76) is higher than that for 2007 (17). Highest in 2013 (76), lowest in 2007 (17).',
  );
});

const withheld = {kind: 'withheld'} as const;
const nothing = {kind: 'not-applicable'} as const;
const triangle = (
  counts: Readonly<Record<string, Readonly<Record<string, number | Observation>>>>,
  latest?: number,
) => {
  const years = Object.keys(counts);
  const editions = Object.keys(Object.values(counts)[0] ?? {});
  const given = (year: string, edition: string) => counts[year]?.[edition] ?? nothing;
  const cells = [...years, 'all'].flatMap((year) =>
    [...editions, 'all'].map((edition): Observation => {
      const cell = given(year, edition);
      return typeof cell === 'number' ? count(cell) : cell;
    }),
  );
  return {
    table: {
      ...toyTable('t', 'person', ['year', 'edition']),
      chart: 'dumbbell',
      revisions: {show: 'triangle', of: 'y', latest},
    } as const,
    period: yearPeriod(2013),
    dimensions: [dimension('year', years), dimension('edition', editions)],
    cells,
  };
};

test.each([
  {
    language: 'en',
    says: 'person per year, as first given and as given latest. 2009: not collected; 2010: first withheld to protect individuals, latest 53; 2011: first and latest 60; 2012: first 56, latest 66; 2013: 1,076, in one edition.',
  },
  {
    language: 'da',
    says: 'person pr. år, som de først blev opgjort og senest er opgjort. 2009: ikke indsamlet; 2010: først tilbageholdt af hensyn til enkeltpersoner, senest 53; 2011: først og senest 60; 2012: først 56, senest 66; 2013: 1.076, i én udgave.',
  },
] as const)('first and latest figures are drawn, and told in words: $language', ({language, says}) => {
  const none = {kind: 'not-collected'} as const;
  const cube = triangle(
    {
      '2009': {a: none, b: none, c: none},
      '2010': {a: withheld, b: 50, c: 53},
      '2011': {a: 60, b: 58, c: 60},
      '2012': {a: nothing, b: 56, c: 66},
      '2013': {a: nothing, b: nothing, c: 1076},
    },
    2,
  );
  const {blocks} = composed('# T\n\n::chart{#t}\n\n::table{#t}\n', [cube], language);
  const [drawn, table] = blocks;
  if (drawn?.kind !== 'chart' || drawn.chart.kind !== 'dumbbell') throw new Error('a dumbbell was asked for');
  expect(drawn.chart.alternative.replaceAll('\u00A0', ' ')).toBe(says);
  expect(drawn.chart.rows.map(({label, first, latest}) => [label, first.value, latest.value])).toEqual([
    ['2009', undefined, undefined],
    ['2010', undefined, 53],
    ['2011', 60, 60],
    ['2012', 56, 66],
    ['2013', 1076, 1076],
  ]);
  expect(drawn.chart.symbols.map(({symbol}) => symbol)).toEqual(['[x]', '[c]']);
  // The table shows its two latest editions; what was said first stays first.
  expect(table?.kind === 'table' && table.table.columns).toEqual(['b', 'c']);
});

test('a symbol that no shown cell has is not explained: years have no total', () => {
  const {table} = shown({'2012': 66, '2013': 76, all: {kind: 'not-applicable'}}, 'year');
  expect(table.rows.map(({label}) => label)).toEqual(['2012', '2013']);
  expect(table.symbols).toEqual([]);
});

test('two dimensions: rows, columns, margins', () => {
  const cube = twoWay(
    't',
    ['person', 'assessed'],
    {victim: {now: 3, earlier: 6}, child: {now: 2, earlier: 0}},
    'returnee',
  );
  const [block] = composed('# T\n\n::table{#t}\n', [cube]).blocks;
  const table = block?.kind === 'table' ? block.table : undefined;
  expect(table?.columns).toEqual(['now', 'earlier', 'Total']);
  expect(table?.rows.map(({label, cells}) => [label, ...cells.map(({text}) => text)])).toEqual([
    ['victim', '3', '6', '9'],
    ['child', '2', '0', '2'],
    ['Total', '5', '6', '11'],
  ]);
  expect(table?.rows[0]?.cells.map(({address}) => address)).toEqual([
    't.victim.now',
    't.victim.earlier',
    't.victim.all',
  ]);
});

const row = (code: string, from: string, parent?: string, to?: string): CodeRow => ({
  code,
  from: plainDate(from),
  to: to === undefined ? undefined : plainDate(to),
  parent,
  labels: {da: code, en: code},
  correspondences: {},
});
const list: CodeList = {
  id: 'forms',
  labels: {da: 'Former', en: 'Forms'},
  rows: [
    row('labour', '2007-01-01'),
    row('crime', '2007-01-01'),
    row('cannabis', '2007-01-01', 'labour', '2012-12-31'),
    row('cannabis', '2013-01-01', 'crime'),
    row('theft', '2013-01-01', 'crime'),
  ],
};
const concept = {id: 'form', labels: list.labels, list: 'forms', of: 'form', level: 'top', multiple: false} as const;

test.each([
  {
    from: '2013-01-01',
    to: '2013-12-31',
    notes: ['Cannabis was counted under labour until 2012 and is counted under crime from 2013.'],
  },
  {from: '2014-01-01', to: '2014-12-31', notes: []},
  {from: '2012-01-01', to: '2012-12-31', notes: []},
])('the note at a break writes itself: $from', ({from, to, notes}) => {
  const period = {from: plainDate(from), to: plainDate(to)};
  const given = composition(
    '# T\n\n::breaks{#t}\n',
    [oneWay('t', 'form', {labour: 1, crime: 2}, 'person', period)],
    'en',
    period,
  );
  expect(prose(compose({...given, codeLists: {concepts: [concept], codeLists: new Map([['forms', list]])}}))).toEqual(
    notes,
  );
});

test('a period that is no year has no year before it', () => {
  const period = {from: plainDate('2013-04-01'), to: plainDate('2013-06-30')};
  const text = '# In {$year}\n\n{$last-year}\n';
  const statement = compose(composition(text, [oneWay('t', 'sex', {a: 1}, 'person', period)], 'en', period));
  expect(statement.title.replaceAll('\u00A0', ' ')).toBe('In the period 1 April to 30 June 2013');
  expect(statement.period).toBe('2013-04-01--2013-06-30');
  expect(statement.findings.map(({rule}) => rule)).toEqual(['no-such-cell']);
});

test.each([
  {from: '2013-01-01', to: '2013-12-31', da: 'I 2013, i 2013', en: 'In 2013, in 2013'},
  {
    from: '2013-01-01',
    to: '2013-06-30',
    da: 'Fra 1. januar til 30. juni 2013, fra 1. januar til 30. juni 2013',
    en: 'From 1 January to 30 June 2013, from 1 January to 30 June 2013',
  },
  {
    from: '2012-12-01',
    to: '2013-01-31',
    da: 'Fra 1. december 2012 til 31. januar 2013, fra 1. december 2012 til 31. januar 2013',
    en: 'From 1 December 2012 to 31 January 2013, from 1 December 2012 to 31 January 2013',
  },
  {
    from: '2013-05-12',
    to: '2013-05-12',
    da: 'Den 12. maj 2013, den 12. maj 2013',
    en: 'On 12 May 2013, on 12 May 2013',
  },
])('when something happened, $from to $to', ({from, to, da, en}) => {
  const period = {from: plainDate(from), to: plainDate(to)};
  const cubes = [oneWay('t', 'sex', {a: 1}, 'person', period)];
  const titleIn = (language: 'da' | 'en') =>
    compose(composition('# {$when :given case=upper}, {$when}\n', cubes, language, period)).title.replaceAll(
      '\u00A0',
      ' ',
    );
  expect([titleIn('da'), titleIn('en')]).toEqual([da, en]);
});

test('earlier years that others have published alike are said to agree, and no other', () => {
  const published = (year: number, value: number) => ({table: 't', year, value, source: {title: 'UNODC'}});
  const years = {'2007': 17, '2008': 28, '2009': 47, '2011': 60, '2012': 66, '2013': 76};
  const cube = oneWay('t', 'year', years);
  const notes = (...totals: ReturnType<typeof published>[]) => {
    const [block] = composed('# T\n\n::table{#t}\n', [{...cube, notes: agreeingNotes(cube, totals)}]).blocks;
    return block?.kind === 'table' ? noted(block.table) : [];
  };
  expect(
    notes(
      published(2007, 17),
      published(2008, 28),
      published(2009, 46),
      published(2010, 53),
      published(2012, 66),
      published(2013, 76),
    ),
  ).toEqual(['The figures for 2007–2008, 2012 agree with those published by UNODC.']);
  expect(notes(published(2012, 65))).toEqual([]);
});

test('the unit is said beside a caption that does not say it', () => {
  const [block] = composed('# T\n\n::table{#t}\n', [twoWay('t', ['a', 'b'], {x: {y: 1}}, 'returnee')]).blocks;
  if (block?.kind !== 'table') throw new Error('a table was asked for');
  expect(unitBeside({...block.table, caption: 'Who returned'})).toBe('returnee');
  expect(unitBeside({...block.table, caption: 'Returnee by time'})).toBe('');
  expect(unitBeside({...block.table, caption: 'Who returned', columns: ['one']})).toBe('');
});

test('what a check found of a table is marked on it', () => {
  const given = composition('# T\n\n::table{#t}\n\n::table{#u}\n', [
    oneWay('t', 'sex', {a: 1}),
    oneWay('u', 'sex', {a: 2}),
  ]);
  const finding = {rule: 'tables-disagree', severity: 'error', facts: {tables: ['t', 'other']}} as const;
  const {blocks} = compose({...given, findings: [finding]});
  expect(blocks.map((block) => block.kind === 'table' && block.table.faults?.length)).toEqual([1, 0]);
});

test('the same inputs give the same statement', () => {
  const once = () => JSON.stringify(composed('# T\n\n{$t :list}\n\n::table{#t}\n', [oneWay('t', 'sex', {a: 1, b: 2})]));
  expect(once()).toBe(once());
  expect(bytes(once()).length).toBeGreaterThan(100);
});
