/** The identities of the statement are found, hold, and are seen to break. */
import {describe, expect, test} from 'vitest';
import {count} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import {plainDate} from '#kit/plain-date';
import type {Cube} from '#tabulation/cube';
import {prove} from '#tabulation/identities';
import {type Proof, written} from '#tabulation/proof';
import {disagreements, reconcilePublished} from '#tabulation/reconcile';
import {tabulateSeries} from '#tabulation/series';
import {tabulate} from '#tabulation/tabulate';
import {denmark, formsByYear, people, records2013, series, table, tables, unit} from './denmark.ts';

const period = yearPeriod(2013);
const years = [
  {year: 2012, records: []},
  {year: 2013, records: people},
];
const compiled = (records = records2013, listed = tables): readonly Cube[] => [
  ...tabulate(records, listed, denmark, period),
  ...tabulateSeries([series, formsByYear], years, [], denmark, period),
];
const proofs = prove(compiled(), denmark);
const broken = (cubes: readonly Cube[]) =>
  prove(cubes, denmark).filter(({holds, kind}) => !holds && kind !== 'reported');

describe('the identities of 2013', () => {
  test.each([
    [
      'inner',
      'persons-by-authority.total = persons-by-authority.us + persons-by-authority.cmm + persons-by-authority.court + persons-by-authority.unknown: 76 = 76',
    ],
    ['inner', 'persons-by-sex.total = persons-by-sex.female + persons-by-sex.male + persons-by-sex.unknown: 76 = 76'],
    [
      'inner',
      'persons-by-repeat.total = persons-by-repeat.first-time + persons-by-repeat.repeat + persons-by-repeat.unknown: 76 = 76',
    ],
    [
      'partition',
      'repeats.total = prostitution-by-sex.total + forced-labour-by-sex.total + criminal-acts-by-sex.total: 76 = 76',
    ],
    [
      'partition',
      'persons-by-sex.female = prostitution-by-sex.female + forced-labour-by-sex.female + criminal-acts-by-sex.female: 64 = 64',
    ],
    [
      'partition',
      'persons-by-sex.male = prostitution-by-sex.male + forced-labour-by-sex.male + criminal-acts-by-sex.male: 12 = 12',
    ],
    [
      'partition',
      'persons-by-nationality.ghana = prostitution-by-nationality.ghana + forced-labour-by-nationality.ghana + criminal-acts-by-nationality.ghana: 20 = 20',
    ],
    [
      'roll-up',
      'persons-by-region-of-origin.africa = persons-by-nationality.nigeria + persons-by-nationality.ghana: 65 = 65',
    ],
    ['roll-up', 'persons-by-repeat.repeat = repeats.linked + repeats.attested: 9 = 9'],
    ['roll-up', 'persons-by-exploitation.criminal-acts = criminal-acts-by-crime.total: 7 = 7'],
    ['cell', 'persons-by-exploitation.forced-labour = forced-labour-by-industry.total: 11 = 11'],
    ['total', 'repeats.total = persons-by-age.total: 76 = 76'],
    ['series', 'repeats.total = persons-by-year.2013: 76 = 76'],
    ['inner', 'returns.total = returns.victim.all + returns.child.all + returns.unknown.all: 11 = 11'],
    [
      'multiple',
      'persons-by-form.total ≥ persons-by-form.prostitution + persons-by-form.forced-labour + persons-by-form.criminal-acts + persons-by-form.unknown: 58 … 79: 76',
    ],
    ['reported', 'persons-by-authority.us = assessments-by-authority.us: 60 = 60'],
  ])('%s: %s', (kind, text) =>
    expect(proofs.map((one) => `${one.kind}: ${written(one)}`)).toContain(`${kind}: ${text}`),
  );

  test('all hold', () => expect(proofs.filter(({holds}) => !holds).map(written)).toEqual([]));

  test('every exhaustive table is shown to come to its own total', () => {
    const shown = new Set(
      proofs.filter(({kind}) => kind === 'inner').flatMap(({left}) => left.cells.map((cell) => cell.table)),
    );
    expect(tables.filter(({id}) => !shown.has(id)).map(({id}) => id)).toEqual(['persons-by-form']);
  });
});

test('a universe that names two codes, of which one is in force, is a part like any other', () => {
  const both = tables.map((one) =>
    one.id === 'prostitution-by-sex'
      ? {...one, universe: {exploitation: ['prostitution', 'sexual-exploitation']}}
      : one,
  );
  const told = prove(compiled(records2013, both), denmark).map((one) => `${one.kind}: ${written(one)}`);
  expect(told).toContain(
    'partition: persons-by-sex.female = prostitution-by-sex.female + forced-labour-by-sex.female + criminal-acts-by-sex.female: 64 = 64',
  );
});

/** One cell of one table, made to say something else. */
const forged = (id: string, at: number, value: number): readonly Cube[] =>
  compiled().map((cube) => (cube.table.id === id ? {...cube, cells: cube.cells.with(at, count(value))} : cube));

describe('what breaks is found', () => {
  test.each([
    ['an inner cell', 'persons-by-sex', 0],
    ['a total', 'persons-by-age', 3],
    ['a cell shared with another table', 'prostitution-by-sex', 0],
    ['a region', 'persons-by-region-of-origin', 0],
    ['the year of the series', 'persons-by-year', 1],
    ['a margin of the returns', 'returns', 4],
    ['a part larger than its whole', 'forced-labour-by-industry', 0],
  ])('%s', (_, id, at) => {
    const cells = compiled().find((cube) => cube.table.id === id)!.cells;
    const was = cells[at]?.kind === 'count' ? cells[at].value : 0;
    const found = broken(forged(id, at, was + 1));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((one) => [...one.left.cells, ...one.right.cells].some((cell) => cell.table === id))).toBe(true);
  });

  test.each([
    ['a code above its margin', 0, 77],
    ['a margin above the sum of its codes', 4, 80],
  ])('of several forms a person, %s', (_, at, value) => {
    const found = broken(forged('persons-by-form', at, value)).filter(({kind}) => kind === 'multiple');
    expect(found.map(({left}) => left.cells[0]?.table)).toEqual(['persons-by-form']);
  });

  test('the odd one out is named, not the tables that agree', () => {
    const found = broken(forged('repeats', 4, 75));
    expect(found.filter(({kind}) => kind === 'total').map(written)).toEqual([
      'persons-by-repeat.total ≠ repeats.total: 76 ≠ 75',
    ]);
  });

  test('a table that lost a person: who it is', async () => {
    const lost = recordNumber(62);
    const without = records2013.filter(({record}) => record !== lost);
    const id = 'forced-labour-by-industry';
    const cubes = compiled().map((cube) =>
      cube.table.id === id ? tabulate(without, [cube.table], denmark, period)[0]! : cube,
    );
    const findings = await disagreements(prove(cubes, denmark), tables, denmark, async ({id: of}) =>
      of === id ? without : records2013,
    );
    expect(findings).toContainEqual({
      rule: 'tables-disagree',
      severity: 'error',
      facts: {
        kind: 'cell',
        period: '2013',
        tables: ['persons-by-exploitation', id],
        left: ['persons-by-exploitation.forced-labour'],
        right: [`${id}.total`],
        'left-value': 11,
        'right-value': 10,
        difference: 1,
      },
      records: [lost],
    });
  });

  test('a table that does not show a code: everybody who has it', async () => {
    const cubes = compiled().map((cube) =>
      cube.table.id !== 'persons-by-nationality'
        ? cube
        : {
            ...cube,
            dimensions: [{...cube.dimensions[0]!, codes: cube.dimensions[0]!.codes.filter((code) => code !== 'ghana')}],
            cells: cube.cells.toSpliced(1, 1),
          },
    );
    const [first] = await disagreements(
      prove(cubes, denmark).filter(({kind}) => kind === 'inner'),
      tables,
      denmark,
      async () => records2013,
    );
    expect(first?.facts.difference).toBe(20);
    expect(first?.records).toEqual(
      people
        .filter(({codes}) => codes.nationality?.[0] === 'ghana')
        .map(({record}) => record)
        .sort(),
    );
  });
});

test('a form without its crime leaves bounds, not a broken sum', () => {
  const bare = unit(99, {exploitation: 'criminal-acts'});
  const listed = [table('forms', ['exploitation']), table('crimes', ['crime'])];
  const found = prove(tabulate([...people, bare], listed, denmark, period), denmark);
  const sum = found.find(
    ({right}) => right.cells.some(({codes}) => codes[0] === 'drug-sales') && right.cells.length === 2,
  );
  expect([sum?.kind, sum?.holds, sum?.right]).toEqual(['bound', true, expect.objectContaining({value: 7, atMost: 8})]);
});

test('before the move, cannabis production is summed into forced labour', () => {
  const grower = unit(1, {exploitation: 'cannabis-production'}, {on: plainDate('2012-06-01')});
  const listed = [table('forms', ['exploitation']), table('crimes', ['crime'])];
  const found = prove(tabulate([grower], listed, denmark, yearPeriod(2012)), denmark).map(written);
  expect(found).toContain('forms.forced-labour = crimes.cannabis-production: 1 = 1');
});

test('assessments that differ from persons are reported and break nothing', async () => {
  const twice = {...records2013.find((one) => one.unit === 'assessment')!};
  const found = prove(compiled([...records2013, twice]), denmark);
  const differing = found.filter(({holds}) => !holds);
  expect(differing.map(written)).toEqual([
    'persons-by-authority.us ≠ assessments-by-authority.us: 60 ≠ 61',
    'persons-by-authority.total ≠ assessments-by-authority.total: 76 ≠ 77',
  ]);
  expect(await disagreements(differing, tables, denmark, async () => records2013)).toEqual([]);
});

test('children by the same authorities are another population, and compared with nobody', () => {
  const child = {...records2013[0]!, unit: 'accompanying-child' as const};
  const listed = [
    {...table('persons', ['authority']), universe: {}},
    {...table('children', ['authority']), unit: 'accompanying-child' as const, universe: {}},
  ];
  const found = prove(tabulate([...records2013, child], listed, denmark, period), denmark);
  expect(found.filter(({kind}) => kind === 'reported')).toEqual([]);
});

test('what was published for a year that the register counts too', () => {
  const source = {title: 'Statement 2013'};
  const totals = [
    {table: 'persons-by-year', year: 2013, value: 75, source},
    {table: 'persons-by-year', year: 2012, value: 66, source},
  ];
  const cubes = tabulateSeries([series], years, totals, denmark, period);
  expect(reconcilePublished(cubes, totals).map(({facts}) => facts)).toEqual([
    {tables: ['persons-by-year'], cell: 'persons-by-year.2013', published: 75, counted: 76, source: 'Statement 2013'},
  ]);
  expect(prove(cubes, denmark).map((one: Proof) => written(one))).toEqual([]);
});
