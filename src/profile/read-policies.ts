/** `policies.yaml`: how much is shown, how persons are joined, how long they are kept. Dated, each with its source. */
import * as z from 'zod';
import type {Concentration} from '#concepts/note';
import type {Policy} from '#disclosure/policy';
import {sameName} from '#kit/person-name';
import {code, dateOrder, labels, ruled, text, theDay} from './schema.ts';
import {validate, validateEach} from './validate.ts';
import type {YamlFile} from './yaml-file.ts';

const policyOf = <P>(parameters: z.ZodType<P>) =>
  z
    .strictObject({id: code, ...ruled, parameters})
    .refine(dateOrder, {path: ['until'], params: {rule: 'date-order'}})
    .transform(({since, until, ...rest}) => ({...rest, from: since, to: until}));

const rollUpInto = {concept: code, tables: z.array(code).min(1).optional(), into: code, labels};
/** Either what stays as it is, or what becomes one. */
const rollUp = z.union([
  z.strictObject({...rollUpInto, keep: z.array(code)}),
  z.strictObject({...rollUpInto, codes: z.array(code).min(1)}),
]);

const subPopulation = z.strictObject({unit: code, of: code, where: z.record(code, z.array(code).min(1))});

const atLeastOne = z.strictObject({...subPopulation.shape, by: z.array(code)});

/** Two persons decide it: one and the same is none to ask. */
const shownAnyway = z
  .strictObject({table: code, by: text, 'approved-by': text, on: theDay, why: text})
  .refine((one) => !sameName(one.by, one['approved-by']), {
    path: ['approved-by'],
    params: {rule: 'decided-by-one'},
  })
  .transform(({'approved-by': approvedBy, ...one}) => ({...one, approvedBy}));

const publicPolicy = z
  .strictObject({
    edition: z.literal('public'),
    method: z.literal('withhold').optional(),
    smallest: z.int().min(1),
    width: z.int().min(1).optional(),
    zeros: z.enum(['shown', 'withheld']).default('shown'),
    'known-by-design': z.array(code).default([]),
    'all-alike': z.strictObject({below: z.int().min(2), of: z.array(code).min(1)}).optional(),
    'rolled-up': z.array(rollUp).default([]),
    'sub-populations': z.array(subPopulation).default([]),
    'at-least-one': z.array(atLeastOne).default([]),
    'shown-anyway': z.array(shownAnyway).default([]),
  })
  .transform(
    ({edition, method, smallest, width, zeros, ...named}): Policy => ({
      ...{edition, method, smallest, zeros, width: width ?? smallest},
      knownByDesign: named['known-by-design'],
      allAlike: named['all-alike'],
      rolledUp: named['rolled-up'],
      subPopulations: named['sub-populations'],
      atLeastOne: named['at-least-one'],
      shownAnyway: named['shown-anyway'],
    }),
  );
/** Small counts become none or the base. */
const roundingPolicy = z
  .strictObject({
    edition: z.literal('public'),
    method: z.literal('round'),
    base: z.int().min(2),
    'rolled-up': z.array(rollUp).default([]),
  })
  .transform(({edition, method, base, 'rolled-up': plan}): Policy => ({edition, method, base, rolledUp: plan}));

/** Counts are moved by no more than `most` (D), with `variance` (V), and to nothing from one to `no-result-up-to` (js). */
const cellKeyPolicy = z
  .strictObject({
    edition: z.literal('public'),
    method: z.literal('cell-key'),
    most: z.int().min(1).max(20),
    variance: z.number().positive(),
    'no-result-up-to': z.int().min(0).max(20).default(0),
    'rolled-up': z.array(rollUp).default([]),
  })
  .transform(
    ({edition, method, most, variance, ...named}): Policy => ({
      ...{edition, method},
      noise: {most, variance, noResultUpTo: named['no-result-up-to']},
      rolledUp: named['rolled-up'],
    }),
  );
const disclosure = policyOf(
  z.discriminatedUnion('edition', [
    z.strictObject({edition: z.literal('internal')}),
    z.discriminatedUnion('method', [publicPolicy, roundingPolicy, cellKeyPolicy]),
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
