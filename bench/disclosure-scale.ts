/**
 * Two hundred tables, some 10⁵ cells, protected and proven within a limit of time. `node bench/disclosure-scale.ts [PERSONS] [SECONDS]`
 */
import {loadSolver} from '#disclosure/linear-program';
import type {PublicPolicy} from '#disclosure/policy';
import {withholding} from '#disclosure/withhold';
import {makeManyTables} from './disclosure-data.ts';

const [persons = 10_000, seconds = 600] = process.argv.slice(2).map(Number);
const highs = await loadSolver();
const {cubes, definitions, period} = makeManyTables(persons);
const policy: PublicPolicy = {
  ...{edition: 'public', smallest: 3, width: 3, zeros: 'shown', knownByDesign: [], allAlike: undefined},
  ...{rolledUp: [], subPopulations: [], shownAnyway: []},
};
const start = performance.now();
const secondsLeft = () => Math.max(0, seconds - (performance.now() - start) / 1000);
let [told, largest] = [0, 0];
const progress = (done: number, of: number) => {
  largest = Math.max(largest, process.memoryUsage().rss);
  if (performance.now() - told < 10_000) return;
  told = performance.now();
  console.log(`  ${done} of ${of} numbers after ${Math.round(seconds - secondsLeft())} s`);
};
const against = {
  definitions,
  earlier: [],
  spanOf: () => period,
  highs,
  effort: {secondsLeft, progress},
  explain: false,
};
const {protection} = withholding(cubes, policy, against);
const cells = cubes.reduce((sum, one) => sum + one.cells.length, 0);
const {withheld, guarded, unproven, exposed} = protection;
console.log(
  [
    `${persons} persons, ${cubes.length} tables, ${cells} cells: ${withheld.length} withheld, ${guarded.length} guarded`,
    `${unproven.length} unproven, ${exposed.length} exposed`,
    `${((performance.now() - start) / 1000).toFixed(1)} s, ${Math.round(largest / 1e6)} MB`,
  ].join('; '),
);
