/**
 * How the figures of two editions differ, cell by cell, and why. Counting adds up over persons, so each reason has its own change in
 * each cell, and the changes sum to the difference: where they do not, it is a defect here.
 */
import type {Code} from '#concepts/code-list';
import {DEFINITIONS, isScale, YEAR} from '#concepts/concept';
import {count, type Observation} from '#concepts/observation';
import {REVISION_REASONS, type RevisionReason} from '#concepts/revision';
import {defect} from '#kit/defect';
import {ALL, type Cube, codedCells, findCell} from './cube.ts';
import {isMeasured} from './measures.ts';
import {type Address, addressText} from './proof.ts';
import {isCounted, type TableId} from './table.ts';

/** A change of counts, by address; a cell left out did not change. */
export type Change = ReadonlyMap<string, number>;
export type Changes = ReadonlyMap<RevisionReason, Change>;

export interface CellDifference extends Address {
  readonly before: Observation;
  readonly after: Observation;
  /** Absent: a change without a number, as from not collected to five. */
  readonly difference?: number;
  /** In the order of `REVISION_REASONS`; their differences, where there are numbers, sum to the cell's. */
  readonly reasons: readonly {readonly reason: RevisionReason; readonly difference?: number}[];
}

export interface Differences {
  readonly cells: readonly CellDifference[];
  /** Cells with the number they had, for reasons that make up for each other. */
  readonly balanced: readonly CellDifference[];
  /** Cells of both that were held against each other. */
  readonly compared: number;
  /** Tables that only the later has, only the earlier had, and that are by other concepts now: not compared. */
  readonly added: readonly TableId[];
  readonly removed: readonly TableId[];
  readonly redefined: readonly TableId[];
}

export function differencesOf(before: readonly Cube[], after: readonly Cube[], changes: Changes): Differences {
  const byId = (cubes: readonly Cube[]) =>
    new Map(cubes.flatMap((cube) => (isCounted(cube.table) ? [[cube.table.id, cube] as const] : [])));
  const [earlier, later] = [byId(before), byId(after)];
  const both = [...later.values()].flatMap((cube) => {
    const was = earlier.get(cube.table.id);
    return was === undefined ? [] : [{was, is: cube, sameShape: shapeOf(was) === shapeOf(cube)}];
  });
  const pairs = both.filter(({sameShape}) => sameShape).flatMap(({was, is}) => pairsOf(was, is));
  const measured = new Set(after.filter(({table}) => isMeasured(table)).map(({table}) => table.id));
  const moved = pairs.flatMap((pair) => differenceOf(pair, changes, measured.has(pair.table)) ?? []);
  return {
    cells: moved.filter(({difference}) => difference !== 0),
    balanced: moved.filter(({difference}) => difference === 0),
    compared: pairs.length,
    added: [...later.keys()].filter((id) => !earlier.has(id)),
    removed: [...earlier.keys()].filter((id) => !later.has(id)),
    redefined: both.filter(({sameShape}) => !sameShape).map(({is}) => is.table.id),
  };
}

/** A series under the definitions of other years is another one. */
const shapeOf = ({table, dimensions}: Cube): string =>
  JSON.stringify([table.unit, table.dimensions, dimensions.find(({concept}) => concept === DEFINITIONS)?.codes]);

type Pair = Pick<CellDifference, 'table' | 'codes' | 'before' | 'after'>;

/** Every cell that either shows, in the later one's order and then the earlier one's. */
function pairsOf(was: Cube, is: Cube): readonly Pair[] {
  const shown = new Map([...codedCells(is), ...codedCells(was)].map(({codes}) => [codes.join('\n'), codes]));
  return [...shown.values()].map((codes) => ({
    table: is.table.id,
    codes,
    before: cellOf(was, codes),
    after: cellOf(is, codes),
  }));
}

/** A code that a table does not show is nobody's; a year that it does not show, nobody counted. */
function cellOf(cube: Cube, codes: readonly Code[]): Observation {
  const found = findCell(cube, codes);
  if (found !== undefined) return found;
  const year = cube.table.dimensions.indexOf(YEAR);
  if (year < 0) return count(0);
  const whole = findCell(
    cube,
    codes.map((code, i) => (isScale(cube.table.dimensions[i] ?? '') ? code : ALL)),
  );
  if (whole === undefined) return {kind: 'not-collected'};
  if (whole.kind !== 'count') return whole;
  return whole.published === undefined ? count(0) : {kind: 'not-collected'};
}

function differenceOf(pair: Pair, changes: Changes, measured: boolean): CellDifference | undefined {
  const {before, after} = pair;
  const address = addressText(pair);
  const moved = [...changes].flatMap(([reason, change]) => {
    const difference = change.get(address) ?? 0;
    return difference === 0 ? [] : [{reason, difference}];
  });
  if (before.kind !== 'count' || after.kind !== 'count') {
    if (before.kind === after.kind) return undefined;
    const reasons = moved.map(({reason}) => ({reason}));
    return {...pair, reasons: reasons.length === 0 ? [{reason: 'correction'}] : reasons};
  }
  const difference = after.value - before.value;
  // What was published elsewhere is no count of these facts: that it reads otherwise now is a correction of it.
  const published = before.published !== undefined || after.published !== undefined;
  if (published && !measured)
    return difference === 0 ? undefined : {...pair, difference, reasons: [{reason: 'correction', difference}]};
  const sum = moved.reduce((total, one) => total + one.difference, 0);
  if (sum !== difference && !published) defect(`${address}: reasons for ${sum} of a difference of ${difference}`);
  const reasons = corrected(moved, difference - sum);
  return reasons.length === 0 ? undefined : {...pair, difference, reasons};
}

type Part = {readonly reason: RevisionReason; readonly difference: number};

/** What the counted years of a sum do not account for was corrected in those published elsewhere. */
function corrected(parts: readonly Part[], rest: number): readonly Part[] {
  if (rest === 0) return parts;
  const all = new Map(parts.map(({reason, difference}) => [reason, difference]));
  all.set('correction', (all.get('correction') ?? 0) + rest);
  return REVISION_REASONS.flatMap((reason) => {
    const difference = all.get(reason) ?? 0;
    return difference === 0 ? [] : [{reason, difference}];
  });
}
