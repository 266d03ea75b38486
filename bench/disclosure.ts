/**
 * A synthetic statement of 34 tables protected and proven, beside HiGHS solving the bound programs of the same numbers alone: for each
 * guarded number its least and its most, on the same system with the same figures published. Then every further table of two variables, asked
 * of beside the statement as it stands. `node bench/disclosure.ts [PERSONS…]`
 */

import {guard} from '#disclosure/guard';
import {ledgerOf} from '#disclosure/ledger';
import {LinearProgram, loadSolver} from '#disclosure/linear-program';
import {StatementAsItStands} from '#disclosure/one-more-table';
import type {PublicPolicy} from '#disclosure/policy';
import {primaryOf} from '#disclosure/primary';
import {withholding} from '#disclosure/withhold';
import {makeStatement} from './disclosure-data.ts';

const given = process.argv.slice(2).map(Number);
const sizes = given.length === 0 ? [76, 1_000, 10_000] : given;
const highs = await loadSolver();
const effort = {secondsLeft: () => 600, progress: () => {}};
const timed = <T>(work: () => T): readonly [T, number] => {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
};

for (const persons of sizes)
  for (const smallest of [2, 3, 5]) {
    const {cubes, further, definitions, period} = makeStatement(persons);
    const policy: PublicPolicy = {
      ...{edition: 'public', smallest, width: smallest, zeros: 'shown', knownByDesign: [], allAlike: undefined},
      ...{rolledUp: [], subPopulations: [], shownAnyway: []},
    };
    const against = {definitions, earlier: [], spanOf: () => period, highs, effort, explain: false};
    const [{protection}, ours] = timed(() => withholding(cubes, policy, against));

    const ledger = ledgerOf({cubes, definitions, plan: []}, [], () => period);
    const primary = primaryOf(ledger, policy);
    const forced = new Set(
      [...ledger.figures].flatMap(([cell, {total}]) => (total && !primary.figures.has(cell) ? [cell] : [])),
    );
    const {withheld, guarded, system} = guard(ledger, primary, forced, policy, highs, effort, false);
    const lows = [...system.lows];
    const tops = [...system.highs];
    for (const [cell, {value}] of ledger.figures) if (!withheld.has(cell)) [lows[cell], tops[cell]] = [value, value];
    const [, bare] = timed(() => {
      using program = new LinearProgram(highs, {...system, lows, highs: tops});
      for (const {cell} of guarded) for (const sign of [1, -1] as const) program.least(cell, sign, 600);
    });
    const cells = cubes.reduce((sum, one) => sum + one.cells.length, 0);
    console.log(
      [
        `${persons} persons, smallest ${smallest}: ${cells} cells`,
        `${primary.figures.size} few and ${primary.rests.length} rests, ${withheld.size} withheld`,
        `${protection.unproven.length} unproven, ${protection.exposed.length} exposed`,
        `protect and prove ${(ours / 1000).toFixed(2)} s, bounds alone ${(bare / 1000).toFixed(2)} s, ratio ${(ours / bare).toFixed(2)}`,
        `${Math.round(process.memoryUsage().rss / 1e6)} MB`,
      ].join('; '),
    );
    const hidden = protection.withheld.flatMap(({places}) => places);
    const standing = new StatementAsItStands(cubes, policy, against, hidden);
    const [first, ...others] = further.map((cube) => timed(() => standing.with(cube)));
    const times = others.map(([, time]) => time).sort((a, b) => a - b);
    const [shown, of, unproven] = others.reduce(
      ([a, b, c], [one]) => [a + one.kept.figures, b + one.kept.of, c + one.unproven],
      [0, 0, 0],
    );
    console.log(
      [
        `  ${further.length} further tables: ${shown} of ${of} figures shown, ${unproven} unproven`,
        `the first ${first?.[1].toFixed(0)} ms, then median ${times[times.length >> 1]?.toFixed(0)}, most ${times.at(-1)?.toFixed(0)} ms`,
      ].join('; '),
    );
  }
