/** The product and an outsider with the same files come to the same figures. */
import {describe, expect, test} from 'vitest';
import {innerCells} from '#tabulation/cube';
import {EXAMPLES} from '../../examples/synthesis/examples.ts';
import {synthesise, type Wanted} from '../../examples/synthesis/synthesise.ts';
import {cellsOf, compileFiles} from './compile-files.ts';
import {independentCount} from './count.ts';

describe.each([
  ...Object.entries(EXAMPLES).map(([name, wanted]) => ({name, ...wanted})),
  {name: 'seed 7', seed: 7, year: 2016, persons: 300},
  {name: 'seed 12, prostitution under sexual exploitation', seed: 12, year: 2018, persons: 150},
  {name: 'seed 31', seed: 31, year: 2011, persons: 120},
] satisfies (Wanted & {name: string})[])('$name, $year', (wanted: Wanted) => {
  const {files} = synthesise(wanted);

  test('every table agrees, every row is received and every control total holds', async () => {
    const {receipts, counted} = await compileFiles(files, wanted.year);
    expect(receipts.flatMap(({held, findings}) => [...held, ...findings])).toEqual([]);
    expect(receipts.flatMap(({controlTotals}) => controlTotals).filter(({difference}) => difference !== 0)).toEqual([]);
    const cells = cellsOf(counted);
    for (const [table, expected] of Object.entries(await independentCount(files, wanted.year)))
      expect({[table]: withoutPublished(table, cells[table], wanted)}).toEqual({[table]: expected});
  });
});

/** Years before the files exist as published totals only: no count of the files can give them. */
function withoutPublished(table: string, cells: Record<string, number> | undefined, {firstYear = 2007}: Wanted) {
  if (table !== 'persons-by-year') return cells;
  return Object.fromEntries(Object.entries(cells ?? {}).filter(([year]) => Number(year) >= firstYear));
}

test('the example puts three questions to the office', async () => {
  const {files} = synthesise(EXAMPLES['denmark-2013']!);
  const {counted} = await compileFiles(files, 2013);
  expect(counted.findings.map(({rule}) => rule).sort()).toEqual([
    'assessed-outside-competence',
    'assessed-outside-competence',
    'assessments-differ',
  ]);
});

test('regions and industries nobody is of have no row; unknown always has', async () => {
  const {files} = synthesise(EXAMPLES['denmark-2013']!);
  const {cubes} = (await compileFiles(files, 2013)).counted;
  for (const id of ['persons-by-region-of-origin', 'forced-labour-by-industry']) {
    const cube = cubes.find(({table}) => table.id === id)!;
    const empty = innerCells(cube).filter(({cell}) => cell.kind === 'count' && cell.value === 0);
    expect(empty.filter(({codes}) => codes[0] !== 'unknown')).toEqual([]);
    expect(cube.dimensions[0]?.codes.at(-1)).toBe('unknown');
  }
});
