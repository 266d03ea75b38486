/**
 * A table as an edition published it: labels and notes from its JSON-stat, every cell from its CSV, which has the margins too. Nothing is
 * reckoned: what is not in the files is not known here.
 */
import * as z from 'zod';
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Labels} from '#concepts/labels';
import type {Status} from '#concepts/observation';
import {ownCells} from '#exchange/read-own-csv';
import {ALL} from '#tabulation/cube';

export interface PublishedTable {
  readonly id: string;
  readonly label: Labels;
  readonly unit: {readonly code: string; readonly label: Labels};
  readonly dimensions: readonly PublishedDimension[];
  readonly notes: readonly PublishedNote[];
  /** By {@link cellKey}. */
  readonly cells: ReadonlyMap<string, PublishedCell>;
}

export interface PublishedDimension {
  readonly concept: ConceptId;
  readonly label: Labels;
  /** In the order published; the margin last, where it means anything. */
  readonly codes: readonly {readonly code: Code; readonly label: Labels}[];
  readonly isTime: boolean;
  /** Codes before which the series breaks. */
  readonly breaks: readonly Code[];
}

/** A number, or the kind of nothing; a number that was published before the register says so. */
export interface PublishedCell {
  readonly value: number | undefined;
  readonly status: Status | undefined;
}

export interface PublishedNote {
  readonly id: string;
  readonly on: z.infer<typeof Place>[];
  readonly text: Labels;
}

const Said = z
  .object({da: z.string().optional(), en: z.string().optional()})
  .transform(({da, en}): Labels => ({da: da ?? en ?? '', en: en ?? da ?? ''}));
const Place = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('table')}),
  z.object({kind: z.literal('concept'), concept: z.string()}),
  z.object({kind: z.literal('category'), concept: z.string(), code: z.string()}),
  z.object({kind: z.literal('cell'), codes: z.record(z.string(), z.string())}),
]);
const Note = z.object({id: z.string(), on: z.array(Place), text: Said});
const CodeLabels = z.record(z.string(), z.string());
const Dimension = z.object({
  category: z.object({index: z.array(z.string())}),
  extension: z.object({
    label: Said,
    category: z.object({label: z.object({da: CodeLabels.optional(), en: CodeLabels.optional()})}),
    breaks: z.array(z.object({code: z.string()})).optional(),
  }),
});
const Dataset = z.object({
  id: z.array(z.string()).min(1),
  role: z.object({time: z.array(z.string()).optional()}).optional(),
  dimension: z.record(z.string(), Dimension),
  extension: z.object({
    table: z.string(),
    label: Said,
    unit: z.object({code: z.string(), label: Said}),
    notes: z.array(Note).optional(),
  }),
});
export const Collection = z.object({
  source: z.string(),
  note: z.array(z.string()).optional(),
  extension: z.object({notes: z.array(Said).optional(), languages: z.array(z.string()).min(1)}),
  link: z.object({item: z.array(Dataset)}),
});

const STATUSES = ['not-collected', 'published-only', 'not-applicable', 'withheld', 'published'] as const;

export const cellKey = (codes: readonly Code[]): string => codes.join('\u0000');

/** Undefined where the two files do not tell the same table. `margins`: what the margin of any dimension is called. */
export function publishedTable(
  {id, role, dimension, extension}: z.infer<typeof Dataset>,
  csv: string,
  margins: Labels,
): PublishedTable | undefined {
  const cells = cellsIn(csv, id);
  const found = id.map((concept) => dimension[concept]);
  if (cells === undefined || found.includes(undefined)) return undefined;
  const dimensions = id.flatMap((concept, at): readonly PublishedDimension[] => {
    const one = found[at];
    if (one === undefined) return [];
    const {label, category, breaks = []} = one.extension;
    const said = (code: Code): Labels => {
      const [da, en] = [category.label.da?.[code], category.label.en?.[code]];
      return {da: da ?? en ?? code, en: en ?? da ?? code};
    };
    const codes = one.category.index.map((code) => ({code, label: said(code)}));
    const margin = hasMargin(cells, at) ? [{code: ALL, label: margins}] : [];
    const isTime = role?.time?.includes(concept) === true;
    return [{concept, label, codes: [...codes, ...margin], isTime, breaks: breaks.map(({code}) => code)}];
  });
  const {table, label, unit, notes = []} = extension;
  const isWhole = dimensions.reduce((n, {codes}) => n * codes.length, 1) <= cells.size;
  return isWhole ? {id: table, label, unit, dimensions, notes, cells} : undefined;
}

function cellsIn(csv: string, dimensions: readonly ConceptId[]): ReadonlyMap<string, PublishedCell> | undefined {
  const rows = ownCells(csv, dimensions);
  const read = rows?.map(({codes, value, status}) => {
    const known = STATUSES.find((one) => one === status);
    const number = value === '' ? undefined : Number(value);
    const isSaid = number === undefined ? known !== undefined && known !== 'published' : Number.isFinite(number);
    return isSaid && (status === '' || known !== undefined)
      ? ([cellKey(codes), {value: number, status: known}] as const)
      : undefined;
  });
  if (read === undefined || read.includes(undefined)) return undefined;
  return new Map(read.filter((one) => one !== undefined));
}

/** A margin that is nowhere applicable is none: the years of a series are not added up. */
const hasMargin = (cells: ReadonlyMap<string, PublishedCell>, at: number): boolean =>
  [...cells].some(([key, {status}]) => key.split('\u0000')[at] === ALL && status !== 'not-applicable');
