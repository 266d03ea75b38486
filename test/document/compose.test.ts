import {describe, expect, test} from 'vitest';
import type {Finding} from '#concepts/finding';
import {compose} from '#document/compose';
import {compareRecount} from '#tabulation/compare-recount';
import type {Cube} from '#tabulation/cube';
import {reconcilePublished} from '#tabulation/reconcile';
import {composed, composition, oneWay, prose, read} from './toy.ts';

const sex = (female: number, male: number, unknown = 0) => oneWay('persons-by-sex', 'sex', {female, male, unknown});

const text = `# Statement for {$year}

## Sex [#sex]

Of {$persons-by-sex.total :count one=person other=persons}, {$persons-by-sex.female :count one=woman other=women} and
{$persons-by-sex.male :count one=man other=men}.[^base]
\`\`\`mf2
.local $women = {$persons-by-sex.female :quantifier}
.match $women
all  {{**All** are women.}}
most {{Most are women ({$persons-by-sex.female :percent}).}}
*    {{}}
\`\`\`

::chart{#persons-by-sex}

::table{#persons-by-sex}

[^base]: See [the law](https://example.org/2013/66), section 262 a.
`;

test('a sentence follows its cells', () => {
  const statement = composed(text, [sex(64, 12)]);
  expect(statement.title).toBe('Statement for 2013');
  expect(prose(statement)).toEqual([
    'Sex',
    'Of 76 persons, 64 women and 12 men.^base Most are women (84\u00a0per cent).',
  ]);
  expect(prose(composed(text, [sex(1, 0)]))[1]).toBe('Of 1 person, 1 woman and 0 men.^base All are women.');
  expect(prose(composed(text, [sex(1000, 1234)]))[1]).toBe('Of 2,234 persons, 1,000 women and 1,234 men.^base');
});

test('nothing is found wrong with it', () => {
  const statement = composed(text, [sex(64, 12)]);
  expect(statement.findings).toEqual([]);
  expect(statement.notes.map(({number, content}) => [number, read(content)])).toEqual([
    [1, 'See the law, section 262 a.'],
  ]);
});

test('a figure keeps its address, its title and its value', () => {
  const [, paragraph] = composed(text, [sex(64, 12)]).blocks;
  const figures = paragraph?.kind === 'paragraph' ? paragraph.content.filter(({kind}) => kind === 'figure') : [];
  expect(figures[1]).toMatchObject({
    kind: 'figure',
    addresses: ['persons-by-sex.female'],
    text: '64',
    title: 'female – persons-by-sex, 2013',
    value: '64',
  });
});

test('a table and a chart stand where the text says, every cell with its address', () => {
  const {blocks} = composed(text, [sex(64, 12)]);
  const shown = blocks.find(({kind}) => kind === 'table');
  const chart = blocks.find(({kind}) => kind === 'chart');
  expect(
    shown?.kind === 'table' && shown.table.rows.map(({label, cells}) => [label, cells[0]?.address, cells[0]?.text]),
  ).toEqual([
    ['female', 'persons-by-sex.female', '64'],
    ['male', 'persons-by-sex.male', '12'],
    ['unknown', 'persons-by-sex.unknown', '0'],
    ['Total', 'persons-by-sex.total', '76'],
  ]);
  expect(chart?.kind === 'chart' && chart.chart.alternative).toBe(
    'person, 2013. female: 64; male: 12; unknown: 0. Total 76.',
  );
});

describe('what the tables’ checks found stands at the table', () => {
  const shownWith = (cube: Cube, findings: readonly Finding[]) => {
    const {blocks} = compose({...composition(`# T\n\n::table{#${cube.table.id}}\n`, [cube]), findings});
    return blocks.flatMap((block) => (block.kind === 'table' ? block.table.faults : []));
  };
  const women = {table: 'persons-by-sex', codes: ['female'], units: 63};

  test('a cell that a second count finds another number in', () => {
    const {findings} = compareRecount([sex(64, 0)], [women, {...women, codes: ['all'], units: 64}]);
    expect(shownWith(sex(64, 0), findings)).toEqual([expect.stringContaining('persons-by-sex.female')]);
  });

  test('a published total that the register does not come to', () => {
    const cube = oneWay('persons-by-year', 'year', {'2013': 76});
    const totals = [{table: 'persons-by-year', year: 2013, value: 75, source: {title: 'Yearbook'}}];
    const findings = reconcilePublished([cube], totals);
    expect(shownWith(cube, findings)).toEqual([expect.stringContaining('persons-by-year.2013')]);
    expect(shownWith(sex(64, 12), findings)).toEqual([]);
  });

  test('but nothing that only happens to be called as it is', () => {
    const facts = {source: 'returns', measure: 'returns', stated: 12, counted: 11};
    expect(
      shownWith(oneWay('returns', 'person', {victim: 9}), [
        {rule: 'control-total-disagrees', severity: 'error', facts},
      ]),
    ).toEqual([]);
  });
});

test.each(['2013. *was* the year', '- *dash*', '# *hash*', '> *quote*'])(
  'a sentence is no list, heading or quotation: %s',
  (said) => {
    const message = `# T\n\n\`\`\`mf2\n{{${said}}}\n\`\`\`\n`;
    expect(prose(composed(message, [sex(1, 1)]))).toEqual([said.replaceAll('*', '')]);
  },
);

test.each([
  {shown: 'when-counted', of: 0, tables: 0},
  {shown: 'when-counted', of: 1, tables: 1},
  {shown: 'always', of: 0, tables: 1},
] as const)('a table that is shown $shown, of $of: $tables', ({shown, of, tables}) => {
  const cube = sex(of, 0);
  const {blocks} = composed('# T\n\n::table{#persons-by-sex}\n', [{...cube, table: {...cube.table, shown}}]);
  expect(blocks.filter(({kind}) => kind === 'table')).toHaveLength(tables);
});

test('a table of revisions that there are none of is left out, and said', () => {
  const told = 'No earlier edition has been issued that the figures could differ from.';
  const of = composition('# T\n\n::revisions{#changes}\n\n::chart{#changes}\n\n::table{#changes}\n', [sex(1, 1)]);
  const statement = compose({...of, revisions: new Map([['changes', 'persons-by-sex']])});
  expect(statement.findings).toEqual([]);
  expect(prose(statement)).toEqual([told]);
});

test('an erratum stands before everything else', () => {
  const corrects = {edition: '2013-internal-1', erratum: 'A file was missing.'};
  const [first] = prose(compose({...composition('# T\n\nText.\n', [sex(1, 1)]), corrects}));
  expect(first).toBe('Correction. This edition replaces the edition 2013-internal-1. A file was missing.');
});
