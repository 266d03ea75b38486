/** `linkage.yaml`: how it is found out, and decided, who is the same person. A profile need not have one. */
import * as z from 'zod';
import type {Located, Reading} from './fault.ts';
import {AUTOMATIC, type IdentityPolicy, SECOND} from './identity-policy.ts';
import {blockingRules, foldingTables, linkFields, linkThresholds, missingWords} from './link-policy-schema.ts';
import {code, dateOrder, ruled} from './schema.ts';
import {validateEach} from './validate.ts';
import {readYamlFile} from './yaml-file.ts';

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
    }),
  );

export const readIdentity = (
  file: string,
  bytes: Uint8Array | undefined,
): Reading<readonly Located<IdentityPolicy>[]> =>
  bytes === undefined ? {value: [], findings: []} : validateEach(readYamlFile(file, bytes), policy);
