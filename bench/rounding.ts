/**
 * Figures changed instead of withheld: small counts rounded to 5, cell keys, and a correction that starts from what was rounded before,
 * of the statement of 34 tables. `node bench/rounding.ts [PERSONS…]`. Each unit is tabulated alone, as in production, each table once for
 * those that it cannot tell apart.
 */

import type {UnitRecord} from '#concepts/unit-record';
import {chanceOf, recordKeyOf} from '#disclosure/cell-key';
import {perturbed, type Units} from '#disclosure/perturb';
import type {PerturbingPolicy} from '#disclosure/policy';
import {keyedDigest} from '#kit/keyed-digest';
import {kindsBy} from '#tabulation/alike';
import {type Cube, codedCells} from '#tabulation/cube';
import {tabulate} from '#tabulation/tabulate';
import {makeStatement} from './disclosure-data.ts';

const BASE = 5;
const CORRECTED_BY = 0.01;
const rounding: PerturbingPolicy = {edition: 'public', method: 'round', base: BASE, rolledUp: []};
const cellKeys: PerturbingPolicy = {
  ...{edition: 'public', method: 'cell-key', rolledUp: []},
  noise: {most: 2, variance: 1.05, noResultUpTo: 1},
};
const sizes = process.argv.slice(2).map(Number);

for (const persons of sizes.length === 0 ? [76, 1_000, 10_000, 100_000] : sizes) {
  const {records, tables, definitions, period} = makeStatement(persons);
  const digest = keyedDigest(new Uint8Array(32).fill(1));
  const kindIn = tables.map((table) => kindsBy([table], definitions).kindOf);
  const {kindOf} = kindsBy(tables, definitions);
  const [ofTable, ofAll] = [new Map<string, readonly Cube[]>(), new Map<string, readonly Cube[]>()];
  const once = (known: Map<string, readonly Cube[]>, name: string, make: () => readonly Cube[]) => {
    const cubes = known.get(name) ?? make();
    known.set(name, cubes);
    return cubes;
  };
  const tablesOf = (unit: UnitRecord) =>
    tables.flatMap((table, at) =>
      once(ofTable, `${table.id} ${kindIn[at]?.(unit)}`, () => tabulate([unit], [table], definitions, period)),
    );
  const alone = seconds(() =>
    records.map((unit) => ({
      population: 'all',
      key: recordKeyOf(digest, unit.record),
      cubes: once(ofAll, kindOf(unit), () => tablesOf(unit)),
    })),
  );
  const each = alone.value;
  const before = each.slice(0, Math.max(1, Math.floor(persons * (1 - CORRECTED_BY))));
  const units = (earlier: Units['earlier']): Units => ({
    ...{each, definitions, earlier},
    chanceOf: (population) => chanceOf(digest, population),
  });
  const cubes = tabulate(records, tables, definitions, period);
  const runs = [
    ['rounded', rounding, undefined],
    ['corrected', rounding, new Map([['all', [before]]])],
    ['cell keys', cellKeys, undefined],
  ] as const;
  for (const [what, policy, earlier] of runs) {
    const run = seconds(() => perturbed(cubes, policy, units(earlier)));
    const {perturbation} = run.value;
    const told = run.value.cubes.flatMap((cube) =>
      codedCells(cube).flatMap(({cell}) => (cell.kind === 'count' ? [cell.value] : [])),
    );
    const small =
      policy.method === 'round' ? told.filter((n) => n > 0 && n < BASE).length : told.filter((n) => n === 1).length;
    console.log(
      [
        `${persons} persons of ${ofAll.size} kinds, ${what}: ${run.seconds.toFixed(2)} s (alone ${alone.seconds.toFixed(2)} s)`,
        `${perturbation.changed} of ${perturbation.figures} figures, ${perturbation.mean.toFixed(2)} on average, ${perturbation.largest} at most`,
        `${small} too small, ${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`,
      ].join('; '),
    );
  }
}

function seconds<T>(run: () => T): {readonly value: T; readonly seconds: number} {
  const start = performance.now();
  const value = run();
  return {value, seconds: (performance.now() - start) / 1_000};
}
