/** Three tables with holes planted in them, in every format that is read: each comes back, by whichever way, and nothing else does. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {utils, write} from '@e965/xlsx';
import {afterAll, describe, expect, test} from 'vitest';
import {temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('attack-holes');
const {json} = commandIn(folder.path, folder.path);
afterAll(folder.remove);

/** What is printed of each cell: rows and columns with their totals. */
interface Table {
  readonly name: string;
  readonly dimensions: readonly [string, string];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [region: string, ...printed: string[]])[];
}

const BY_FORM: Table = {
  name: 'by-form',
  dimensions: ['region', 'form'],
  columns: ['labour', 'sexual', 'crime', 'begging', 'Total'],
  rows: [
    // Alone in its row: by subtraction 3.
    ['North', '<5', '9', '12', '7', '31'],
    // Eight in two that are four at most: 4 and 4, by their limits.
    ['South', '<5', '<5', '15', '8', '31'],
    // Four corners: none comes back.
    ['East', '6', '11', '..', '', '28'],
    ['West', '8', '5', '..', '', '27'],
    // Nobody in both together, so nobody in each.
    ['Isles', '', '<5', '0', '0', '0'],
    ['Centre', '7', '14', '10', '6', '37'],
    ['Total', '28', '43', '52', '31', '154'],
  ],
};

const BY_SEX: Table = {
  name: 'by-sex',
  dimensions: ['region', 'sex'],
  columns: ['female', 'male', 'Total'],
  rows: [
    ['North', '30', '1', '31'],
    ['South', '25', '6', '31'],
    ['East', '18', '10', '28'],
    ['West', '20', '7', '27'],
    ['Isles', '0', '0', '0'],
    // Two in their row: only their columns tell, 29 and 8.
    ['Centre', '..', '', '37'],
    ['Total', '122', '32', '154'],
  ],
};

const BY_AGE: Table = {
  name: 'by-age',
  dimensions: ['region', 'age'],
  columns: ['child', 'adult', 'Total'],
  rows: [
    ['North', '11', '20', '31'],
    ['South', '9', '22', '31'],
    // Four corners again; five children in both together.
    ['East', '<5', '..', '28'],
    ['West', '<5', '', '27'],
    ['Isles', '0', '0', '0'],
    // Alone in its row, and the total of all children then too: 8, and 33.
    ['Centre', '8', '..', '37'],
    ['Total', '33', '121', '154'],
  ],
};

const TABLES = [BY_FORM, BY_SEX, BY_AGE];

const PLANTED = {
  'by-form North labour': 3,
  'by-form South labour': 4,
  'by-form South sexual': 4,
  'by-form Isles labour': 0,
  'by-form Isles sexual': 0,
  'by-sex Centre female': 29,
  'by-sex Centre male': 8,
  'by-age Centre adult': 29,
};

/** Of the rest the limits: of corners, what their rows, columns and signs leave. */
const NO_HOLES = {
  'by-form East crime': [1, 11],
  'by-form East begging': [0, 10],
  'by-form West crime': [4, 14],
  'by-form West begging': [0, 10],
  'by-age East child': [1, 4],
  'by-age East adult': [24, 27],
  'by-age West child': [1, 4],
  'by-age West adult': [23, 26],
};

const cellsOf = ({columns, rows}: Table) =>
  rows.flatMap(([region, ...printed]) =>
    columns.map((column, i) => ({
      region,
      column,
      printed: printed[i] ?? '',
      isMargin: [region, column].includes('Total'),
    })),
  );

const file = (name: string, body: string | Uint8Array): string => {
  const path = join(folder.path, name);
  writeFileSync(path, body);
  return path;
};

const csv = (table: Table): string =>
  file(
    `${table.name}.csv`,
    [[...table.dimensions, 'victims'], ...cellsOf(table).map(({region, column, printed}) => [region, column, printed])]
      .map((cells) => `${cells.join(',')}\n`)
      .join(''),
  );

const datasetOf = ({dimensions: [rowsBy, columnsBy], columns, rows, ...table}: Table) => {
  const printed = cellsOf({...table, dimensions: [rowsBy, columnsBy], columns, rows}).map((cell) => cell.printed);
  return {
    ...{version: '2.0', class: 'dataset', id: [rowsBy, columnsBy], size: [rows.length, columns.length]},
    dimension: {
      [rowsBy]: {category: {index: rows.map(([region]) => region)}},
      [columnsBy]: {category: {index: columns}},
    },
    value: printed.map((one) => (/^\d+$/.test(one) ? Number(one) : null)),
    status: Object.fromEntries(printed.flatMap((one, i) => (/^\d+$/.test(one) ? [] : [[i, one]]))),
  };
};

const jsonStat = (table: Table): string => file(`${table.name}.json`, JSON.stringify(datasetOf(table)));

const px = (table: Table): string => {
  const {dimensions, columns, rows} = table;
  const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(',');
  return file(
    `${table.name}.px`,
    [
      'CHARSET="ANSI";',
      'AXIS-VERSION="2000";',
      `STUB="${dimensions[0]}";`,
      `HEADING="${dimensions[1]}";`,
      `VALUES("${dimensions[0]}")=${quoted(rows.map(([region]) => region))};`,
      `VALUES("${dimensions[1]}")=${quoted(columns)};`,
      'DATA=',
      ...rows.map(([, ...printed]) =>
        // Nothing is written as dots there, and a dash is none.
        printed
          .map((one) => (one === '' ? '".."' : one === '0' ? '"-"' : /^\d+$/.test(one) ? one : `"${one}"`))
          .join(' '),
      ),
      ';',
    ].join('\r\n'),
  );
};

const xlsx = (table: Table): string => {
  const rows = cellsOf(table).map(({region, column, printed}) => [
    region,
    column,
    /^\d+$/.test(printed) ? Number(printed) : printed === '' ? null : printed,
  ]);
  const sheet = utils.aoa_to_sheet([[...table.dimensions, 'victims'], ...rows]);
  return file(
    `${table.name}.xlsx`,
    write({SheetNames: ['Tabel'], Sheets: {Tabel: sheet}}, {type: 'buffer', bookType: 'xlsx'}),
  );
};

interface Answer {
  readonly table: string;
  readonly cell: Readonly<Record<string, string>>;
  readonly low: number;
  readonly high: number | null;
}

async function attacked(...args: readonly string[]) {
  const {code, answer} = await json('attack', ...args);
  expect([code, answer.contradictions, answer.finished, answer.leftOut]).toEqual([0, [], true, []]);
  const cells: readonly Answer[] = answer.cells;
  const said = cells.map(({table, cell, low, high}) => {
    const where = [table, ...Object.values(cell).filter((one, i) => i === 0 || one !== 'Total')].join(' ');
    return [where, low === high ? low : [low, high]] as const;
  });
  expect(answer.recovered).toBe(said.filter(([, is]) => typeof is === 'number').length);
  return Object.fromEntries(said);
}

describe.each([
  ['CSV', csv],
  ['JSON-stat', jsonStat],
  ['PX', px],
  ['XLSX', xlsx],
])('%s', (_, make) => {
  test('all holes, and the limits of what is none', async () =>
    expect(await attacked(...TABLES.map(make))).toEqual({...PLANTED, ...NO_HOLES}));
});

test('each table in another format: still one system', async () => {
  const found = await attacked(csv(BY_FORM), px(BY_SEX), jsonStat(BY_AGE));
  expect(found).toEqual({...PLANTED, ...NO_HOLES});
});

test('a collection of them, which a mapping says count the same persons', async () => {
  const link = {item: TABLES.map((table) => ({...datasetOf(table), extension: {table: table.name}}))};
  const collection = file('all.json', JSON.stringify({version: '2.0', class: 'collection', link}));
  const mapping = file('one.yaml', 'population: one\n');
  expect(await attacked(collection, '--mapping', mapping)).toEqual({...PLANTED, ...NO_HOLES});
});

test('without its columns’ totals what only they tell does not come back', async () => {
  const open = {...BY_SEX, rows: BY_SEX.rows.filter(([region]) => region !== 'Total')};
  expect(await attacked(csv(open))).toEqual({'by-sex Centre female': [0, 37], 'by-sex Centre male': [0, 37]});
});

test('UNODC’s layout: countries are apart, so what only the sum of countries tells does not come back', async () => {
  const rows = TABLES.flatMap((table) => {
    const [, by] = table.dimensions;
    return cellsOf(table).flatMap(({region, column, printed}) => {
      // Each total once; that of all countries nobody prints.
      if (region === 'Total' || (column === 'Total' && table !== BY_FORM)) return [];
      const form = by === 'form' && column !== 'Total';
      return [
        [
          ...[region, `Country of ${region}`, 'Detected trafficking victims'],
          ...(form ? ['by form of exploitation', column] : ['Total', 'Total']),
          ...[by === 'sex' ? column : 'Total', by === 'age' ? column : 'Total', '2013', 'Counts', printed],
        ],
      ];
    });
  });
  const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE';
  const table = file('glotip.csv', `${[header, ...rows.map((cells) => cells.join(','))].join('\n')}\n`);
  const mapping = file(
    'unodc.yaml',
    `value: txtVALUE
dimensions: {country: Iso3_code, sex: Sex, age: Age, year: Year}
pivot: {dimension: Dimension, code: Category}
where: {Indicator: Detected trafficking victims}
apart: [country]
absent: zero
`,
  );
  const found = Object.entries(await attacked(table, '--mapping', mapping)).map(([where, is]) => [
    where.replace('glotip ', '').replace(' 2013', ''),
    is,
  ]);
  const planted = Object.entries(PLANTED).flatMap(([where, is]) =>
    where.startsWith('by-sex') ? [] : [[where.replace(/^\S+ /, ''), is]],
  );
  expect(Object.fromEntries(found)).toEqual({
    ...Object.fromEntries(planted),
    ...{'Centre female': [0, 37], 'Centre male': [0, 37]},
    ...{'East crime': [0, 11], 'East begging': [0, 11], 'West crime': [0, 14], 'West begging': [0, 14]},
    ...{'East child': [0, 4], 'East adult': [24, 28], 'West child': [0, 4], 'West adult': [23, 27]},
  });
});
