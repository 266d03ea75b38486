/** `tables.yaml`: what is counted, by what, and how it is shown. */

import * as z from 'zod';
import type {TableDefinition} from '#tabulation/table';
import {code, fromDay, labels, text} from './schema.ts';
import {validateEach} from './validate.ts';
import type {YamlFile} from './yaml-file.ts';

const oneOrMore = z.union([code.transform((one) => [one]), z.array(code).min(1)]);

/** Oldest first, as they are read. */
const retitled = z
  .array(z.strictObject({from: fromDay, da: text, en: text}))
  .default([])
  .transform((rows) => rows.toSorted((a, b) => (a.from < b.from ? -1 : 1)));

const table: z.ZodType<TableDefinition> = z
  .strictObject({
    id: code,
    title: labels,
    retitled,
    unit: code,
    universe: z.record(code, oneOrMore).default({}),
    dimensions: z.array(code).min(1),
    categories: z.enum(['all', 'occurring']).default('all'),
    order: z.enum(['list', 'count']).default('list'),
    chart: z.enum(['bar', 'column', 'dumbbell', 'none']),
    'not-applicable': z.array(z.record(code, oneOrMore)).optional(),
    notes: z.array(labels).default([]),
    shown: z.enum(['always', 'when-counted']).default('always'),
    revisions: z
      .strictObject({show: z.enum(['triangle', 'reasons', 'measures']), of: code, latest: z.int().min(2).optional()})
      .optional(),
    uncertainty: z.enum(['identity']).optional(),
  })
  .transform(({'not-applicable': notApplicable, ...rest}) => ({...rest, notApplicable}));

export const readTables = (yaml: YamlFile) => validateEach(yaml, table);
