/**
 * Two tables linked by places that belong to others, as in GaussSuppression's vignette on linked tables: 14 of 41 cells withheld, and
 * in one of its two patterns one of them comes back by taking both tables together.
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {guardLeast} from '#disclosure/guard-least';
import {loadSolver} from '#disclosure/linear-program';
import type {PublicPolicy} from '#disclosure/policy';
import {withholding} from '#disclosure/withhold';
import {asApplicable} from '#tabulation/applicable';
import {codedCells} from '#tabulation/cube';
import {tabulate} from '#tabulation/tabulate';
import {commandIn} from '../cli/command-in.ts';
import {concept, list, table, unit} from '../tabulation/denmark.ts';
import {temporaryFolder} from '../workspaces.ts';

const KINDS = [
  ['young', 'Spain', 'EU', '2014', 6],
  ['young', 'Iceland', 'nonEU', '2014', 8],
  ['old', 'Spain', 'EU', '2014', 9],
  ['old', 'Portugal', 'EU', '2014', 1],
  ['young', 'Iceland', 'nonEU', '2015', 2],
  ['old', 'Spain', 'EU', '2015', 4],
  ['old', 'Portugal', 'EU', '2015', 3],
  ['young', 'Spain', 'EU', '2016', 7],
  ['young', 'Iceland', 'nonEU', '2016', 2],
  ['young', 'Portugal', 'EU', '2016', 2],
] as const;

const folder = temporaryFolder('linked-tables');
const {json} = commandIn(folder.path, folder.path);
afterAll(folder.remove);

/** Every cell that somebody is in, by its codes, and how many. */
function cellsBy(codesOf: (kind: (typeof KINDS)[number]) => readonly string[]): ReadonlyMap<string, number> {
  const cells = new Map<string, number>();
  for (const kind of KINDS) {
    const all = codesOf(kind).reduce<readonly (readonly string[])[]>(
      (before, code) => before.flatMap((codes) => [code, 'Total'].map((one) => [...codes, one])),
      [[]],
    );
    for (const codes of all) cells.set(codes.join(), (cells.get(codes.join()) ?? 0) + kind[4]);
  }
  return cells;
}
const BY_AGE = cellsBy(([age, , area, year]) => [age, area, year]);
const BY_PLACE = cellsBy(([, place, , year]) => [place, year]);

const PRIMARY = [
  ...['young,nonEU,2015', 'young,nonEU,2016', 'young,Total,2015', 'Total,nonEU,2015', 'Total,nonEU,2016'],
  ...['Iceland,2015', 'Iceland,2016', 'Portugal,2014', 'Portugal,2016'],
];
/** The totals of two years stand in both tables. */
const SECONDARY = [
  'Total,Total,2015',
  'Total,2015',
  'Total,Total,2016',
  'Total,2016',
  'young,Total,2016',
  'Spain,2014',
];

async function attacked(...more: readonly string[]) {
  const withheld = new Set([...PRIMARY, ...SECONDARY, ...more]);
  const file = (name: string, heading: string, cells: ReadonlyMap<string, number>) => {
    const path = join(folder.path, name);
    const rows = [...cells].map(([codes, n]) => `${codes},${withheld.has(codes) ? '..' : n}`);
    writeFileSync(path, `${[heading, ...rows].join('\n')}\n`);
    return path;
  };
  const mapping = join(folder.path, 'mapping.yaml');
  writeFileSync(mapping, 'hierarchy: {place: {EU: [Spain, Portugal], nonEU: [Iceland]}}\nabsent: zero\n');
  const files = [file('by-age.csv', 'age,place,year,n', BY_AGE), file('by-place.csv', 'place,year,n', BY_PLACE)];
  const {answer} = await json('attack', ...files, '--mapping', mapping);
  expect([answer.finished, answer.contradictions]).toEqual([true, []]);
  return answer;
}

interface Cell {
  readonly cell: Readonly<Record<string, string>>;
  readonly low: number;
  readonly high: number;
}
const named = ({cell}: Cell) => Object.values(cell).join();

test('41 cells; from 2 down nine of them are small', () => {
  expect(BY_AGE.size + BY_PLACE.size - 4).toBe(41);
  const small = [...BY_AGE, ...BY_PLACE].flatMap(([codes, n]) => (n <= 2 ? [codes] : []));
  expect(small.sort()).toEqual([...PRIMARY].sort());
});

test('“consistent”: Spain in 2015 comes back from the EU and Portugal of that year, and small cells with it', async () => {
  const {cells, recovered} = await attacked('Spain,2015');
  const exact = Object.fromEntries(
    cells.filter(({low, high}: Cell) => low === high).map((one: Cell) => [named(one), one.low]),
  );
  expect(exact).toMatchObject({'Spain,2015': 4, 'Spain,2014': 15, 'Portugal,2014': 1, 'Portugal,2016': 2});
  expect(recovered).toBe(4);
});

test('“super-consistent”: as many withheld, and none comes back', async () => {
  const {cells, recovered} = await attacked('Spain,2016');
  expect(recovered).toBe(0);
  expect(cells.filter((one: Cell) => PRIMARY.includes(named(one)))).toHaveLength(PRIMARY.length);
});

test('ours withholds the same, in both tables at once, and proves that each number can be several', async () => {
  const definitions = {
    concepts: [
      ...[concept('age'), concept('when')],
      ...[concept('place', {level: 'leaf'}), concept('area', {list: 'place', of: 'place', level: 'top'})],
    ],
    codeLists: new Map([
      ['age', list('age', 'young', 'old', 'unknown')],
      ['when', list('when', '2014', '2015', '2016', 'unknown')],
      ['place', list('place', 'EU', 'nonEU', 'Spain<EU', 'Portugal<EU', 'Iceland<nonEU', 'unknown')],
    ]),
  };
  const records = KINDS.flatMap(([age, place, , when, n], kind) =>
    Array.from({length: n}, (_, i) => unit(100 * kind + i, {age, place, when})),
  );
  // Nobody can be where nobody is: the vignette takes zeros as known.
  const nobody = ['age', 'when', 'place', 'area'].map((id) => ({[id]: ['unknown']}));
  const structural = [
    {age: ['young'], area: ['EU'], when: ['2015']},
    {age: ['old'], area: ['nonEU']},
  ];
  const tables = [
    table('by-age', ['age', 'area', 'when'], {
      notApplicable: [...nobody, ...structural, {age: ['old'], when: ['2016']}],
    }),
    table('by-place', ['place', 'when'], {notApplicable: nobody}),
  ];
  const cubes = tabulate(records, tables, definitions, yearPeriod(2013)).map(asApplicable);
  const shown = cubes.flatMap((cube) => codedCells(cube).filter(({cell}) => cell.kind === 'count' && cell.value > 0));
  expect(shown).toHaveLength(45);
  const policy: PublicPolicy = {
    ...{edition: 'public', smallest: 3, width: 1, zeros: 'shown', allAlike: undefined},
    ...{knownByDesign: ['age', 'when', 'place', 'area'], rolledUp: [], subPopulations: [], shownAnyway: []},
  };
  const effort = {secondsLeft: () => 60, progress: () => {}};
  const against = {definitions, earlier: [], spanOf: () => yearPeriod(2013), highs: await loadSolver(), effort};
  const {protection} = withholding(cubes, policy, {...against, explain: false}, guardLeast);
  expect([protection.unproven, protection.exposed]).toEqual([[], []]);
  const withheld = protection.withheld.flatMap(({places}) =>
    places.map(({codes}) => codes.map((code) => (code === 'all' ? 'Total' : code)).join()),
  );
  expect(withheld.sort()).toEqual([...PRIMARY, ...SECONDARY, 'Spain,2016'].sort());
});
