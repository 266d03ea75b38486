/** `linkage.yaml`: how it is found out, and decided, who is the same person. A profile need not have one. */
import * as z from 'zod';
import type {Located, Reading} from './fault.ts';
import {AUTOMATIC, type IdentityPolicy, type Origin, type Origins, SECOND} from './identity-policy.ts';
import {blockingRules, foldingTables, linkFields, linkThresholds, missingWords} from './link-policy-schema.ts';
import {code, dateOrder, labels, ruled} from './schema.ts';
import {validateEach} from './validate.ts';
import {readYamlFile} from './yaml-file.ts';

const groups = z
  .record(code, z.strictObject({labels, codes: z.array(code).min(1).optional()}))
  .refine((all) => Object.values(all).filter(({codes}) => codes === undefined).length <= 1, {
    params: {expected: 'codes: […]'},
  })
  .transform((all): readonly Origin[] => Object.entries(all).map(([id, group]) => ({id, codes: undefined, ...group})));

const origins = z
  .strictObject({concept: code, 'at-least': z.int().min(1), groups})
  .transform(({concept, groups, ...rest}): Origins => ({concept, atLeast: rest['at-least'], groups}));

const policy = z
  .strictObject({
    id: code,
    ...ruled,
    missing: missingWords.optional(),
    fields: linkFields,
    thresholds: linkThresholds.required(),
    blocking: blockingRules.optional(),
    folding: foldingTables.optional(),
    automatic: z.enum(AUTOMATIC),
    'second-reviewer': z.enum(SECOND),
    'asked-again': z.number().min(0).max(1),
    origins: origins.optional(),
  })
  .refine(dateOrder, {path: ['until'], params: {rule: 'date-order'}})
  .transform(
    ({
      id,
      since,
      until,
      source,
      automatic,
      missing,
      fields,
      thresholds,
      blocking,
      folding,
      origins,
      ...rest
    }): IdentityPolicy => ({
      id,
      source,
      from: since,
      to: until,
      link: {
        fields,
        thresholds,
        ...(missing === undefined ? {} : {missing}),
        ...(blocking === undefined ? {} : {blocking}),
        ...(folding === undefined ? {} : {folding}),
      },
      automatic,
      second: rest['second-reviewer'],
      again: rest['asked-again'],
      ...(origins === undefined ? {} : {origins}),
    }),
  );

export const readIdentity = (
  file: string,
  bytes: Uint8Array | undefined,
): Reading<readonly Located<IdentityPolicy>[]> =>
  bytes === undefined ? {value: [], findings: []} : validateEach(readYamlFile(file, bytes), policy);
