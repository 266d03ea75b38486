/** The sums of a ledger hold of real persons, whoever they are: else an attacker would be told what is not so. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Ledger} from '#disclosure/ledger';
import {LinearProgram, loadSolver} from '#disclosure/linear-program';
import {search} from '#disclosure/search';
import {codedCells} from '#tabulation/cube';
import {anyTables, anyYears, countedOf, definitions, ledgerOfCounted, otherPlaces} from './populations.ts';

const highs = await loadSolver();

/** With every figure at what was counted. */
function contradictionIn({system, figures}: Ledger): string | undefined {
  const [lows, tops] = [[...system.lows], [...system.highs]];
  for (const [cell, {value}] of figures) {
    if (value < (lows[cell] ?? 0) || value > (tops[cell] ?? 0)) return `${value} outside its limits`;
    [lows[cell], tops[cell]] = [value, value];
  }
  if (system.equations.length === 0) return undefined;
  const fixed = {lows, highs: tops, equations: system.equations};
  using program = new LinearProgram(highs, fixed);
  const {kind} = search(fixed, program, undefined, () => 30);
  return kind === 'none' ? 'no persons have these figures' : undefined;
}

test('of any persons, lists and tables every sum holds, and a number is the same wherever it stands', () => {
  fc.assert(
    fc.property(
      definitions,
      anyTables,
      anyYears,
      fc.constantFrom([], [otherPlaces]),
      (definitions, tables, years, plan) => {
        const counted = countedOf(years, tables, definitions);
        const {cubes, ledger} = ledgerOfCounted(years, counted, definitions, plan);
        for (const cube of cubes)
          for (const {codes, cell} of codedCells(cube)) {
            if (cell.kind !== 'count') continue;
            const figure = ledger.figures.get(ledger.cellAt(cube.table.id, codes) ?? -1);
            expect([cube.table.id, codes, figure?.value]).toEqual([cube.table.id, codes, cell.value]);
          }
        expect(contradictionIn(ledger)).toBeUndefined();
      },
    ),
    {seed: 2013, numRuns: 100},
  );
});
