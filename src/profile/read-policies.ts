/** `policies.yaml`: how much is shown, how persons are joined, how long they are kept. Dated, each with its source. */
import * as z from 'zod';
import {code, dateOrder, ruled} from './schema.ts';
import {validate, validateEach} from './validate.ts';
import type {YamlFile} from './yaml-file.ts';

const policyOf = <P>(parameters: z.ZodType<P>) =>
  z
    .strictObject({id: code, ...ruled, parameters})
    .refine(dateOrder, {path: ['until'], params: {rule: 'date-order'}})
    .transform(({since, until, ...rest}) => ({...rest, from: since, to: until}));

const disclosure = policyOf(
  z.discriminatedUnion('edition', [
    z.strictObject({edition: z.literal('internal')}),
    z.strictObject({edition: z.literal('public'), smallest: z.int().min(1)}),
  ]),
);
/** Persons of two sources are joined by the identifiers the sources share. */
const linkage = policyOf(z.strictObject({join: z.literal('shared-identifiers')}));
/** Identities are kept until the office erases the person. */
const retention = policyOf(z.strictObject({identity: z.literal('until-erased')}));

export type PoliciesReading = ReturnType<typeof readPolicies>['value'];

export function readPolicies(yaml: YamlFile) {
  const keys = validate(yaml, z.strictObject({disclosure: z.unknown(), linkage: z.unknown(), retention: z.unknown()}));
  const kinds = {
    disclosure: validateEach(yaml, disclosure, ['disclosure']),
    linkage: validateEach(yaml, linkage, ['linkage']),
    retention: validateEach(yaml, retention, ['retention']),
  };
  return {
    value: {disclosure: kinds.disclosure.value, linkage: kinds.linkage.value, retention: kinds.retention.value},
    findings:
      yaml.value === undefined
        ? yaml.findings
        : [keys, kinds.disclosure, kinds.linkage, kinds.retention].flatMap(({findings}) => findings),
  };
}
