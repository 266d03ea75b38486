/** How records are compared, as it is written in YAML: in a profile and in a policy of its own alike (docs/method/linkage.md). */
import * as z from 'zod';
import {FIELD_KINDS, type FieldPolicy} from '#linkage/policy';

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
  .refine(({column, columns}) => (column === undefined) !== (columns === undefined), {path: ['column']})
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
  .refine((fields) => Object.keys(fields).length > 0);

/** Linked from one probability, looked at from another. */
export const linkThresholds = z.strictObject({link: probability.optional(), review: probability.optional()});

export const missingWords = z.array(z.union([z.string(), z.number().transform(String)]));

export const blockingRules = z.array(z.array(text).min(1)).min(1);
