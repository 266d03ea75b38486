/**
 * What must hold of the editions of an office at any moment, asked by its own command: each compiles again to its bytes, the signatures
 * stand, reasons sum to every difference from the present register, and the triangle says what each edition printed.
 */
import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {expect} from 'vitest';
import {readFigures} from '#production/frozen-figures';
import {type Answer, bytesIn, type SmallOffice} from './small-office.ts';

interface Listed {
  readonly edition: string;
  readonly folder: string;
}

/** Cells that were looked at and had changed. */
export async function expectEditionsToHold(office: SmallOffice): Promise<number> {
  const {editions} = await office.done('editions');
  await office.done('verify');
  let changed = 0;
  for (const edition of editions) {
    await expectSameBytes(office, edition);
    changed += await expectReasonsToSum(office, edition);
  }
  await expectTriangleAsPrinted(office, editions, 'persons-by-year', []);
  for (const form of ['prostitution', 'forced-labour', 'criminal-acts'])
    await expectTriangleAsPrinted(office, editions, 'exploitation-by-year', [form]);
  return changed;
}

export async function expectSameBytes(office: SmallOffice, {edition, folder}: Listed): Promise<void> {
  const out = join(office.folder, `again-${edition}`);
  expect(await office.done('recompile', edition, '--out', out)).toMatchObject({edition, identical: true});
  expect(bytesIn(out)).toEqual(bytesIn(folder));
  expect(await office.done('verify', out)).toMatchObject({edition});
  rmSync(out, {recursive: true});
}

export async function expectReasonsToSum(office: SmallOffice, {edition}: Listed, later = 'now'): Promise<number> {
  const {cells} = await office.done('compare', edition, later);
  for (const {table, codes, before, after, difference, reasons} of cells) {
    if (difference === undefined) continue;
    const sum = reasons.reduce((total: number, one: Answer) => total + one.difference, 0);
    expect([table, codes, sum, difference]).toEqual([table, codes, difference, after.value - before.value]);
    expect(difference).not.toBe(0);
  }
  return cells.length;
}

async function expectTriangleAsPrinted(
  office: SmallOffice,
  editions: readonly Listed[],
  table: string,
  codes: readonly string[],
): Promise<void> {
  const asked = codes.length === 0 ? [] : ['--cell', codes.join('.')];
  const triangle = await office.done('revisions', '--table', table, ...asked);
  for (const {edition, folder} of editions) {
    const printed = readFigures(readFileSync(join(folder, 'figures.json')))?.find((one) => one.table === table);
    const column = triangle.editions.indexOf(edition);
    for (const [row, year] of triangle.years.entries()) {
      const cell = triangle.cells[row][column];
      const told = printed?.cells.find((one) => one.codes.join() === [year, ...codes].join())?.told;
      const said = cell.kind === 'count' ? cell.value : (cell.why ?? cell.kind);
      const expected = told ?? (year > edition.slice(0, 4) ? 'not-applicable' : cell.kind === 'count' ? 0 : said);
      expect([table, edition, year, said]).toEqual([table, edition, year, expected]);
    }
  }
}

/** By table and codes: the difference, and how much of it each reason has. */
export async function changesOf(office: SmallOffice, edition: string, table: string, later = 'now') {
  const {cells} = await office.done('compare', edition, later, '--table', table);
  return Object.fromEntries(
    cells.map(({codes, difference, reasons}: Answer) => [
      codes.join('.'),
      {is: difference, ...Object.fromEntries(reasons.map((one: Answer) => [one.reason, one.difference]))},
    ]),
  );
}
