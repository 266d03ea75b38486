/** A linkage policy from its YAML file (docs/method/linkage.md). What it names in the table is checked against the table. */
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {FIELD_KINDS, type FieldPolicy, type LinkPolicy} from '#linkage/policy';
import {validate} from '#profile/validate';
import {readYamlFile} from '#profile/yaml-file';

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

const policy = z.strictObject({
  id: text.optional(),
  missing: z.array(z.union([z.string(), z.number().transform(String)])).optional(),
  fields: z.record(z.string().regex(/^[\p{L}\p{N}_-]+$/u), field).refine((fields) => Object.keys(fields).length > 0),
  thresholds: z.strictObject({link: probability.optional(), review: probability.optional()}).optional(),
  blocking: z.array(z.array(text).min(1)).min(1).optional(),
  'one-to-one': text.optional(),
  seed: z.int().min(0).optional(),
});

export function readLinkPolicy(file: string, bytes: Uint8Array): Outcome<LinkPolicy, Refusal> {
  const {value, findings} = validate(readYamlFile(file, bytes), policy);
  return value === undefined ? refuse({reason: 'link-policy-faulty', file, findings}) : done(given(value));
}

/** Without the members that were left out. */
function given({id, missing, fields, thresholds, blocking, 'one-to-one': oneToOne, seed}: z.output<typeof policy>) {
  const {link, review} = thresholds ?? {};
  return {
    fields,
    ...(id === undefined ? {} : {id}),
    ...(missing === undefined ? {} : {missing}),
    thresholds: {...(link === undefined ? {} : {link}), ...(review === undefined ? {} : {review})},
    ...(blocking === undefined ? {} : {blocking}),
    ...(oneToOne === undefined ? {} : {'one-to-one': oneToOne}),
    ...(seed === undefined ? {} : {seed}),
  };
}
