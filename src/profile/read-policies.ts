/** `policies.yaml`: how much is shown, how persons are joined, how long they are kept. Dated, each with its source. */
import * as z from 'zod';
import type {Concentration} from '#concepts/note';
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

/** A case complex is noted where it is more than `share` of a figure of `at-least`. */
const concentration = policyOf(
  z
    .strictObject({share: z.number().min(0).lt(1), 'at-least': z.int().min(2)})
    .transform(({share, 'at-least': atLeast}): Concentration => ({share, atLeast})),
);

export type PoliciesReading = ReturnType<typeof readPolicies>['value'];

/** An office without case complexes has no policy on them. */
const shape = z.strictObject({
  disclosure: z.unknown(),
  linkage: z.unknown(),
  retention: z.unknown(),
  concentration: z.unknown().optional(),
});

export function readPolicies(yaml: YamlFile) {
  const keys = validate(yaml, shape);
  const kinds = {
    disclosure: validateEach(yaml, disclosure, ['disclosure']),
    linkage: validateEach(yaml, linkage, ['linkage']),
    retention: validateEach(yaml, retention, ['retention']),
    concentration:
      keys.value?.concentration === undefined
        ? {value: [], findings: []}
        : validateEach(yaml, concentration, ['concentration']),
  };
  return {
    value: {
      disclosure: kinds.disclosure.value,
      linkage: kinds.linkage.value,
      retention: kinds.retention.value,
      concentration: kinds.concentration.value,
    },
    findings:
      yaml.value === undefined ? yaml.findings : [keys, ...Object.values(kinds)].flatMap(({findings}) => findings),
  };
}
