/**
 * `attack` on published tables, beside HiGHS solving the bound programs of the same withheld cells alone: for each its least and its most,
 * nothing looked for that contradicts itself, nothing proven, nothing in whole numbers. What is below the limit is printed as `<5`, as
 * UNODC prints it. `node bench/attack.ts [CELLS…] [--seconds N]`: about 2,500 (34 tables) and 100,000 (200 tables of persons without
 * number).
 */
import {attackTables} from '#disclosure/attack';
import {components, partOf} from '#disclosure/cell-system';
import {joinTables} from '#disclosure/join-tables';
import {LinearProgram, loadSolver} from '#disclosure/linear-program';
import {type PublishedTable, TOTAL} from '#disclosure/published-table';
import {type Cube, codedCells} from '#tabulation/cube';
import {makeStatement} from './disclosure-data.ts';

const LIMIT = 5;
const args = process.argv.slice(2);
const secondsAt = args.indexOf('--seconds');
const seconds = secondsAt < 0 ? 300 : Number(args[secondsAt + 1]);
const sizes = args.filter((_, i) => secondsAt < 0 || (i !== secondsAt && i !== secondsAt + 1)).map(Number);
const highs = await loadSolver();

const printed = (count: number) =>
  count > 0 && count < LIMIT
    ? {printed: `<${LIMIT}`, low: 1, high: LIMIT - 1}
    : {printed: `${count}`, low: count, high: count};

const published = (cubes: readonly Cube[]): readonly PublishedTable[] =>
  cubes.map((cube) => ({
    ...{name: cube.table.id, population: '', absent: 'unknown'},
    dimensions: cube.dimensions.map(({concept}) => ({
      name: concept,
      apart: false,
      multiple: false,
      parents: new Map(),
    })),
    cells: codedCells(cube).map(({codes, cell}, row) => ({
      ...{codes: codes.map((code) => (code === 'all' ? TOTAL : code)), row},
      ...printed(cell.kind === 'count' ? cell.value : 0),
    })),
  }));

/** Two hundred tables of two variables each, every variable in many of them: 24 variables of up to 45 codes. */
function manyTables(): readonly PublishedTable[] {
  let state = 20_131_122;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const variables = Array.from({length: 24}, (_, i) => ({name: `v${i + 1}`, size: 2 + Math.round((43 * i) / 23)}));
  const persons = Array.from({length: 10_000}, () => variables.map(({size}) => Math.floor(draw() ** 3 * size)));
  const pairs = variables.flatMap((_, i) => variables.slice(i + 1).map((__, k) => [i, i + 1 + k] as const));
  for (let i = pairs.length - 1; i > 0; i--) {
    const other = Math.floor(draw() * (i + 1));
    const [a, b] = [pairs[i], pairs[other]];
    if (a !== undefined && b !== undefined) [pairs[i], pairs[other]] = [b, a];
  }
  return pairs.slice(0, 200).map(([a, b]): PublishedTable => {
    const counts = new Map<string, number>();
    const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const person of persons)
      for (const one of [`${person[a]}`, TOTAL]) for (const two of [`${person[b]}`, TOTAL]) add(`${one} ${two}`);
    const [rows, columns] = [a, b].map((at) => [
      ...Array.from({length: variables[at]?.size ?? 0}, (_, k) => `${k}`),
      TOTAL,
    ]);
    const cells = (rows ?? []).flatMap((one) => (columns ?? []).map((two) => [one, two] as const));
    return {
      ...{name: `v${a + 1}-v${b + 1}`, population: '', absent: 'unknown'},
      dimensions: [a, b].map((at) => ({name: `v${at + 1}`, apart: false, multiple: false, parents: new Map()})),
      cells: cells.map((codes, row) => ({codes, row, ...printed(counts.get(codes.join(' ')) ?? 0)})),
    };
  });
}

for (const size of sizes.length === 0 ? [2_500, 100_000] : sizes) {
  const tables = size > 10_000 ? manyTables() : published(makeStatement(1_000).cubes);
  const cells = tables.reduce((sum, table) => sum + table.cells.length, 0);
  const start = performance.now();
  const until = start + seconds * 1_000;
  const secondsLeft = () => (until - performance.now()) / 1_000;
  const attack = attackTables(tables, highs, {secondsLeft, progress: () => {}});
  const ours = (performance.now() - start) / 1_000;

  const {system} = joinTables(tables);
  const bare = performance.now();
  let [asked, answered] = [0, 0];
  const parts = components(system).filter((part) =>
    part.some((at) => (system.equations[at]?.cells ?? []).some((cell) => system.lows[cell] !== system.highs[cell])),
  );
  for (const at of parts) {
    const part = partOf(system, at);
    asked += 2 * part.cellAt.length;
    using program = new LinearProgram(highs, part);
    for (let cell = 0; cell < part.cellAt.length; cell++)
      for (const sign of [1, -1] as const) {
        const left = seconds - (performance.now() - bare) / 1_000;
        if (left > 0 && program.least(cell, sign, left).kind !== 'out-of-time') answered++;
      }
  }
  const alone = (performance.now() - bare) / 1_000;
  const exact = attack.withheld.filter(({is}) => is.low === is.high).length;
  const open = attack.withheld.filter(({is}) => !is.reached).length;
  console.log(
    [
      `${cells} cells of ${tables.length} tables`,
      `${attack.withheld.length} withheld, ${exact} recovered, ${open} unproven`,
      `attack ${ours.toFixed(2)} s, bounds alone ${alone.toFixed(2)} s (${answered} of ${asked}), ratio ${(ours / alone).toFixed(2)}`,
      `${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`,
    ].join('; '),
  );
}
