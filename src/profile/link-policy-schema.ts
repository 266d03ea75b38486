/** How records are compared, as it is written in YAML: in a profile and in a policy of its own alike (docs/method/linkage.md). */
import * as z from 'zod';
import {FIELD_KINDS, type FieldPolicy, type FoldingTable} from '#linkage/policy';

const text = z.string().trim().min(1);
const probability = z.number().gt(0).lt(1);

const field = z
  .strictObject({
    kind: z.enum(FIELD_KINDS),
    column: text.optional(),
    columns: z.array(text).min(1).optional(),
    aliases: text.optional(),
    proves: z.boolean().optional(),
  })
  .refine(({column, columns}) => (column === undefined) !== (columns === undefined), {
    path: ['column'],
    params: {expected: 'column: NAME | columns: [NAME, NAME]'},
  })
  .transform(({kind, column, columns, aliases, proves}): FieldPolicy => {
    const named = columns ?? (column === undefined ? [] : [column]);
    return {
      kind,
      columns: named,
      ...(aliases === undefined ? {} : {aliases}),
      ...(proves === undefined ? {} : {proves}),
    };
  });

export const linkFields = z
  .record(z.string().regex(/^[\p{L}\p{N}_-]+$/u), field)
  .refine((fields) => Object.keys(fields).length > 0, {params: {expected: 'NAME: {kind: name, column: NAME}'}});

/** Linked from one probability, looked at from another. */
export const linkThresholds = z.strictObject({link: probability.optional(), review: probability.optional()});

export const missingWords = z.array(z.union([z.string(), z.number().transform(String)]));

export const blockingRules = z.array(z.array(text).min(1)).min(1);

/** Of letters and digits; in `told` and `read` with the beginning or end of a word. */
const word = z.string().regex(/^[\p{L}\p{M}\p{N}'’]+$/u);
const piece = z.string().regex(/^\^?[\p{L}\p{M}\p{N}'’]+\$?$/u);
const readAs = z.union([z.literal(''), word]);

const foldingTable = z.strictObject({
  told: z.array(piece).min(1).optional(),
  ignored: z.array(word).optional(),
  'ignored-when-told': z.array(word).optional(),
  read: z.record(piece, readAs).optional(),
  same: z.array(z.array(word).min(2)).optional(),
  syllables: z.boolean().optional(),
});

/** More origins than a name can tell. */
const MOST_TABLES = 16;

/** Spellings of the office's own, by the id of their table. */
export const foldingTables = z
  .record(z.string().regex(/^[\p{L}\p{N}_-]+$/u), foldingTable)
  .refine((tables) => Object.keys(tables).length <= MOST_TABLES, {params: {expected: `≤ ${MOST_TABLES}`}})
  .transform((tables): readonly FoldingTable[] =>
    Object.entries(tables).map(([id, {'ignored-when-told': ignoredWhenTold, read, ...table}]) => ({
      id,
      ...table,
      ignoredWhenTold,
      read: read && Object.entries(read),
    })),
  );
