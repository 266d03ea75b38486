/**
 * The manifest of a compiled statement: what went in, by whom produced, what came out, each with its SHA-256.
 * No clock: the same register, profile and version give the same manifest.
 */
import type {Finding} from '#concepts/finding';
import type {Product} from '#document/render/medium';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import type {Profile} from '#profile/profile';
import type {Submission} from '#storage/store';
import type {Draft, Request} from './produce.ts';

export function manifest(
  {proofs, recounted, findings}: Draft,
  {period, languages, cutOff, policy, synthetic, producedBy}: Request,
  {id, version, digest}: Profile,
  submissions: readonly Submission[],
  products: readonly Product[],
): string {
  const value = {
    statement: {period, languages, cutOff, edition: policy.edition, synthetic},
    producedBy,
    profile: {id, version, sha256: digest},
    inputs: submissions.map(({source, file, sha256: hash, recordedAt, rows, controlTotals}) => ({
      source,
      file,
      sha256: hash,
      recordedAt,
      rows,
      controlTotals,
    })),
    proven: {
      identities: proofs.filter(({kind}) => kind !== 'reported').length,
      broken: proofs.filter(({kind, holds}) => kind !== 'reported' && !holds).length,
      cellsRecounted: recounted,
    },
    findings: tally(findings),
    outputs: products.map(({name, mediaType, bytes}) => ({
      name,
      mediaType,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
  };
  return `${canonicalJson(value, 2)}\n`;
}

/** By severity and rule; the findings themselves stand in the draft. */
const tally = (findings: readonly Finding[]): Readonly<Record<string, Readonly<Record<string, number>>>> =>
  Object.fromEntries(
    [...Map.groupBy(findings, ({severity}) => severity)].map(([severity, all]) => [
      severity,
      Object.fromEntries([...Map.groupBy(all, ({rule}) => rule)].map(([rule, ones]) => [rule, ones.length])),
    ]),
  );
