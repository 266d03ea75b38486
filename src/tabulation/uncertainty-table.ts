/** The table of a statement that tells how far what is not known can move its figures: questions, and the figures they leave. */
import {UNCERTAINTIES, UNCERTAINTY} from '#concepts/concept';
import {count, type Observation} from '#concepts/observation';
import type {Period} from '#concepts/period';
import type {Cube} from './cube.ts';
import type {TableDefinition} from './table.ts';

/** What a figure is at least and at most, whatever is answered. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export interface Uncertainty {
  readonly questions: number;
  readonly persons: Bounds;
  readonly repeats: Bounds;
}

const NO_SUM: Observation = {kind: 'not-applicable'};

export function uncertaintyTable(
  table: TableDefinition,
  {questions, persons, repeats}: Uncertainty,
  period: Period,
): Cube {
  const values: Readonly<Record<(typeof UNCERTAINTIES)[number], number>> = {
    questions,
    'persons-low': persons.low,
    'persons-high': persons.high,
    'repeats-low': repeats.low,
    'repeats-high': repeats.high,
  };
  return {
    table,
    period,
    dimensions: [{concept: UNCERTAINTY, codes: UNCERTAINTIES, multiple: false}],
    cells: [...UNCERTAINTIES.map((code) => count(values[code])), NO_SUM],
  };
}
