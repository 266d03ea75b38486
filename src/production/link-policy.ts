/** A linkage policy from its YAML file (docs/method/linkage.md). What it names in the table is checked against the table. */
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type LinkPolicy, thresholdFault} from '#linkage/policy';
import {fault} from '#profile/fault';
import {blockingRules, foldingTables, linkFields, linkThresholds, missingWords} from '#profile/link-policy-schema';
import {placesOf, validate} from '#profile/validate';
import {readYamlFile, type YamlFile} from '#profile/yaml-file';

const text = z.string().trim().min(1);

const policy = z.strictObject({
  id: text.optional(),
  missing: missingWords.optional(),
  fields: linkFields,
  thresholds: linkThresholds.optional(),
  blocking: blockingRules.optional(),
  'one-to-one': text.optional(),
  seed: z.int().min(0).optional(),
  folding: foldingTables.optional(),
});

export function readLinkPolicy(file: string, bytes: Uint8Array): Outcome<LinkPolicy, Refusal> {
  const yaml = readYamlFile(file, bytes);
  const {value, findings} = validate(yaml, policy);
  if (value !== undefined) return inOrder(yaml, given(value));
  const empty = findings.length === 0 ? [fault('missing-key', {file, line: 1}, {key: 'fields'})] : findings;
  return refuse({reason: 'link-policy-faulty', file, findings: empty});
}

function inOrder(yaml: YamlFile, policy: LinkPolicy): Outcome<LinkPolicy, Refusal> {
  const wrong = thresholdFault(policy);
  if (wrong === undefined) return done(policy);
  const {key, link, review} = wrong;
  const disorder = fault('thresholds-out-of-order', placesOf(yaml, []).at(['thresholds', key]), {link, review});
  return refuse({reason: 'link-policy-faulty', file: yaml.file, findings: [disorder]});
}

/** Without the members that were left out. */
function given({
  id,
  missing,
  fields,
  thresholds,
  blocking,
  'one-to-one': oneToOne,
  seed,
  folding,
}: z.output<typeof policy>) {
  const {link, review} = thresholds ?? {};
  return {
    fields,
    ...(id === undefined ? {} : {id}),
    ...(missing === undefined ? {} : {missing}),
    thresholds: {...(link === undefined ? {} : {link}), ...(review === undefined ? {} : {review})},
    ...(blocking === undefined ? {} : {blocking}),
    ...(oneToOne === undefined ? {} : {'one-to-one': oneToOne}),
    ...(seed === undefined ? {} : {seed}),
    ...(folding === undefined ? {} : {folding}),
  };
}
