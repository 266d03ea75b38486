/** The mapping of a published file from its YAML (docs/method/attack.md). */
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {overlapIn, type TableMapping} from '#exchange/table-mapping';
import {done, type Outcome, refuse} from '#kit/outcome';
import {validate} from '#profile/validate';
import {readYamlFile} from '#profile/yaml-file';

const text = z.string().trim().min(1);
const texts = z.array(z.union([text, z.number().transform(String)]));
const codes = z.union([text, z.number().transform(String)]);

const schema = z.strictObject({
  value: text.optional(),
  dimensions: z.record(text, text).optional(),
  pivot: z.strictObject({dimension: text, code: text}).optional(),
  ignore: texts.optional(),
  where: z.record(text, z.union([texts, codes.transform((one) => [one])])).optional(),
  total: texts.optional(),
  withheld: z.array(z.string()).optional(),
  apart: texts.optional(),
  multiple: texts.optional(),
  hierarchy: z.record(text, z.record(text, texts)).optional(),
  absent: z.enum(['unknown', 'zero']).optional(),
  population: z.enum(['one', 'each']).optional(),
});

export function readTableMapping(file: string, bytes: Uint8Array): Outcome<TableMapping, Refusal> {
  const {value, findings} = validate(readYamlFile(file, bytes), schema);
  if (value === undefined) return refuse({reason: 'mapping-faulty', file, findings});
  const overlap = overlapIn(value);
  return overlap === undefined ? done(value) : refuse({reason: 'hierarchy-overlaps', file, ...overlap});
}
