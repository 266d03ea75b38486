/**
 * The manifest of a compiled statement: what went in, by whom produced, what came out, each with its SHA-256.
 * No clock: the same register, profile and version give the same manifest.
 */
import * as z from 'zod';
import type {Finding} from '#concepts/finding';
import {type Policy, shownAnywayBy} from '#disclosure/policy';
import type {Product} from '#document/render/medium';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import type {Profile} from '#profile/profile';
import type {Submission} from '#storage/store';
import type {Draft, Request} from './produce.ts';

export const MANIFEST = 'manifest.json';

export function manifest(
  {proofs, recounted, findings}: Draft,
  {period, languages, cutOff, policy, synthetic, producedBy}: Request,
  {id, version, digest}: Profile,
  submissions: readonly Submission[],
  products: readonly Product[],
  /** What the statement is as an edition; undefined: a draft. */
  edition?: object,
): string {
  const isPublic = policy.edition === 'public';
  const value = {
    ...(edition === undefined ? {} : {edition}),
    statement: {period, languages, cutOff, edition: policy.edition, synthetic, ...decidedBy(policy)},
    producedBy,
    profile: {id, version, sha256: digest},
    runtime: {node: process.versions.node, icu: process.versions.icu, unicode: process.versions.unicode},
    inputs: submissions.map(({source, file, sha256: hash, recordedAt, rows, held, controlTotals}) => ({
      source,
      file,
      // What was entered by hand is too short to be told by its hash without being told.
      sha256: file === '' ? '' : hash,
      recordedAt,
      // What is counted of them is not protected.
      ...(isPublic ? {} : {rows, held, controlTotals}),
    })),
    proven: {
      identities: proofs.filter(({kind}) => kind !== 'reported').length,
      broken: proofs.filter(({kind, holds}) => kind !== 'reported' && !holds).length,
      cellsRecounted: recounted,
    },
    ...(isPublic ? {} : {findings: tally(findings)}),
    outputs: products.map(({name, mediaType, bytes}) => ({
      name,
      mediaType,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
  };
  return `${canonicalJson(value, 2)}\n`;
}

/** Tables that are shown whatever the rules say, and who decided it. */
function decidedBy(policy: Policy): object {
  const shownAnyway = shownAnywayBy(policy);
  return shownAnyway.length === 0 ? {} : {shownAnyway};
}

/** By severity and rule; the findings themselves stand in the draft. */
const tally = (findings: readonly Finding[]): Readonly<Record<string, Readonly<Record<string, number>>>> =>
  Object.fromEntries(
    [...Map.groupBy(findings, ({severity}) => severity)].map(([severity, all]) => [
      severity,
      Object.fromEntries([...Map.groupBy(all, ({rule}) => rule)].map(([rule, ones]) => [rule, ones.length])),
    ]),
  );

const Written = z.object({
  statement: z.object({}),
  producedBy: z.string(),
  outputs: z.array(z.object({name: z.string()})),
});

/** The files a manifest lists; undefined when the text is no manifest of ours. */
export function outputsOf(text: string): readonly string[] | undefined {
  try {
    const written = Written.safeParse(JSON.parse(text));
    return written.success ? written.data.outputs.map(({name}) => name) : undefined;
  } catch {
    return undefined;
  }
}
