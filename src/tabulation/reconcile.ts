/**
 * Identities that do not hold, as findings (GSBPM 6.2): both sides, their difference, and the record numbers of who is on one side
 * and not on the other.
 */
import {isScale, YEAR} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import type {RecordNumber} from '#concepts/record-number';
import type {UnitRecord} from '#concepts/unit-record';
import {ALL, type Cube, findCell} from './cube.ts';
import {type Definitions, readingOf} from './definitions.ts';
import {codesOf} from './level.ts';
import {type Address, addressText, type Proof, tablesOf} from './proof.ts';
import type {Published} from './series.ts';
import type {TableDefinition} from './table.ts';

/** The units a table was counted from; of a series, those of one year. Asked for only where an identity does not hold. */
export type RecordsOf = (table: TableDefinition, year: number | undefined) => Promise<readonly UnitRecord[]>;

/** Nothing for a reported comparison: it is no claim. */
export async function disagreements(
  proofs: readonly Proof[],
  tables: readonly TableDefinition[],
  definitions: Definitions,
  recordsOf: RecordsOf,
): Promise<readonly Finding[]> {
  const members = async (cells: readonly Address[]): Promise<ReadonlySet<RecordNumber>> => {
    const units = await Promise.all(cells.map((cell) => unitsIn(cell, tables, definitions, recordsOf)));
    return new Set(units.flat().map(({record}) => record));
  };
  const broken = proofs
    .filter(({holds, kind}) => !holds && kind !== 'reported')
    .map(async (proof): Promise<Finding> => {
      const {kind, period, left, right} = proof;
      const closed = right.atMost === right.value;
      const facts = {
        kind,
        period,
        tables: tablesOf(proof),
        left: left.cells.map(addressText),
        right: right.cells.map(addressText),
        'left-value': left.value,
        'right-value': closed ? right.value : `${right.value}–${right.atMost ?? '∞'}`,
        difference: left.value - (left.value > right.value ? (right.atMost ?? right.value) : right.value),
      };
      const apart = (await members(left.cells)).symmetricDifference(await members(right.cells));
      return {
        rule: 'tables-disagree',
        severity: 'error',
        facts,
        ...(closed && apart.size > 0 ? {records: [...apart].sort()} : {}),
      };
    });
  return Promise.all(broken);
}

/** The units a cell of a table counts. */
export async function unitsIn(
  {table: id, codes}: Address,
  tables: readonly TableDefinition[],
  definitions: Definitions,
  recordsOf: RecordsOf,
): Promise<readonly UnitRecord[]> {
  const table = tables.find((one) => one.id === id);
  if (table === undefined) return [];
  const year = codes[table.dimensions.indexOf(YEAR)];
  const has = (record: UnitRecord, concept: string, allowed: readonly string[]) => {
    const reading = readingOf(definitions, concept);
    return codesOf(record, reading.concept, reading.list).some((code) => allowed.includes(code));
  };
  const records = await recordsOf(table, year === undefined || year === ALL ? undefined : Number(year));
  return records.filter(
    (record) =>
      record.unit === table.unit &&
      Object.entries(table.universe).every(([concept, allowed]) => has(record, concept, allowed)) &&
      table.dimensions.every((concept, i) => {
        const code = codes[i] ?? ALL;
        return isScale(concept) || code === ALL || has(record, concept, [code]);
      }),
  );
}

/** Published totals of years that the register counts too. A correction since is a reason, and one to be told. */
export function reconcilePublished(cubes: readonly Cube[], published: readonly Published[]): readonly Finding[] {
  return published.flatMap(({table, year, code, value, source}): readonly Finding[] => {
    const cube = cubes.find((one) => one.table.id === table);
    const at = cube?.table.dimensions.indexOf(YEAR) ?? -1;
    if (cube === undefined || at < 0) return [];
    const codes = cube.dimensions.map((_, i) => (i === at ? String(year) : (code ?? ALL)));
    const cell = findCell(cube, codes);
    if (cell?.kind !== 'count' || cell.published !== undefined || cell.value === value) return [];
    const facts = {
      tables: [table],
      cell: addressText({table, codes}),
      published: value,
      counted: cell.value,
      source: source.title,
    };
    return [{rule: 'published-total-disagrees', severity: 'warning', facts}];
  });
}
