/**
 * A code list: the values a concept may take, each row dated and with its source (SDMX: codelist; GSIM: classification).
 * A code that moves is one more dated row with another parent; nothing else needs to know.
 */
import {type Dated, findInForce, inForce} from '#kit/dated';
import type {PlainDate} from '#kit/plain-date';
import type {Labels} from './labels.ts';

export type Code = string;
export type CodeListId = string;

/** Always a category: what a source did not say. */
export const UNKNOWN: Code = 'unknown';

export interface CodeRow extends Dated {
  readonly code: Code;
  readonly parent?: Code | undefined;
  readonly labels: Labels;
  /** The code in other classifications, by their column: `glotip`, `iccs`, `htcds` … */
  readonly correspondences: Readonly<Record<string, string>>;
  /** For lists of ages: completed years, both included. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly source?: string | undefined;
}

export interface CodeList {
  readonly id: CodeListId;
  readonly labels: Labels;
  readonly rows: readonly CodeRow[];
}

export const findRow = (list: CodeList, code: Code, on: PlainDate): CodeRow | undefined =>
  findInForce(
    list.rows.filter((row) => row.code === code),
    on,
  );

export const rowsOn = (list: CodeList, on: PlainDate): readonly CodeRow[] =>
  list.rows.filter((row) => inForce(row, on));

/** The row whose words name a code: in force on the day, else the latest there ever was (a code since retired). */
export const namingRow = (list: CodeList, code: Code, on: PlainDate): CodeRow | undefined =>
  findRow(list, code, on) ?? list.rows.findLast((row) => row.code === code);

/** The code and its ancestors on a day, nearest first. A cycle, which the profile check refuses, ends the climb. */
export function lineage(list: CodeList, code: Code, on: PlainDate): readonly Code[] {
  const seen: Code[] = [];
  for (let at: Code | undefined = code; at !== undefined && !seen.includes(at); at = findRow(list, at, on)?.parent)
    seen.push(at);
  return seen;
}

/** The top-level code it belongs to on a day. */
export const topOf = (list: CodeList, code: Code, on: PlainDate): Code => lineage(list, code, on).at(-1) ?? code;

export const childrenOf = (list: CodeList, parent: Code, on: PlainDate): readonly CodeRow[] =>
  rowsOn(list, on).filter((row) => row.parent === parent);
