/**
 * The manifest of an edition: a statement's manifest, and what it is as an edition. As validated it says all that the approver answers for;
 * approval adds only `approval` and `record`, the signed events, so that both can be checked from the folder alone.
 */
import {createPublicKey, type KeyObject} from 'node:crypto';
import * as z from 'zod';
import type {Edition} from '#concepts/edition';
import {canonicalJson} from '#kit/canonical-json';
import {defect} from '#kit/defect';
import {sha256} from '#kit/digest';
import type {EventOf} from './edition-events.ts';
import type {Log} from './edition-log.ts';
import {keyId, publicPem, sign} from './edition-signing.ts';

/** In an edition's folder, beside its manifest. */
export const SIGNATURE = 'manifest.sig';
export const PUBLIC_KEY = 'signing-key.pem';

const Signed = z.looseObject({
  kind: z.enum(['drafted', 'validated', 'approved']),
  by: z.string(),
  key: z.string(),
  signature: z.string(),
});
export type SignedEvent = z.infer<typeof Signed>;

const Written = z.looseObject({
  outputs: z.array(z.looseObject({name: z.string(), sha256: z.string()})),
  statement: z.looseObject({synthetic: z.boolean()}),
  edition: z.looseObject({
    id: z.string(),
    'signing-key': z.string(),
    record: z
      .strictObject({
        signers: z.array(z.strictObject({name: z.string(), publicKey: z.string()})),
        events: z.array(Signed),
      })
      .optional(),
  }),
});
export type WrittenManifest = z.infer<typeof Written>;

/** Undefined when it is no edition's manifest. */
export function readManifest(text: string): WrittenManifest | undefined {
  try {
    return Written.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const bytesOf = (manifest: object): string => `${canonicalJson(manifest, 2)}\n`;

/** What the statement's manifest says under `edition` when it is validated. */
export const editionBlock = (
  edition: Edition,
  {recipients, embargo, corrects, by}: Pick<EventOf<'drafted'>, 'recipients' | 'embargo' | 'corrects' | 'by'>,
  {overFindings, openQuestions}: Pick<EventOf<'validated'>, 'overFindings' | 'openQuestions'>,
  key: KeyObject,
): object => ({
  ...edition,
  recipients,
  'prepared-by': by,
  'signing-key': keyId(key),
  ...(embargo === undefined ? {} : {embargo}),
  ...(corrects === undefined ? {} : {corrects}),
  ...(overFindings === undefined ? {} : {'over-findings': overFindings}),
  ...(openQuestions === undefined ? {} : {'open-questions': openQuestions}),
});

/** The block as it was validated, to compile the edition again. */
export function validatedBlock({edition: {approval: _, record: __, ...block}}: WrittenManifest): object {
  return block;
}

/** SHA-256 of the manifest as validated: what an approver signs. */
export const contentsOf = (manifest: WrittenManifest): string =>
  sha256(bytesOf({...manifest, edition: validatedBlock(manifest)}));

/** The manifest with its approval, as the log says it. */
export function approvedManifest(validated: string, {events, lines, signers}: Log, id: string): string {
  const manifest = readManifest(validated) ?? defect('a manifest of ours cannot be read');
  const approved = events.find(
    (event): event is EventOf<'approved'> => event.kind === 'approved' && event.edition === id,
  );
  if (approved === undefined) return defect('an approval is not in the log');
  const about = lines.filter((_, i) => {
    const event = events[i];
    return event !== undefined && isAbout(event, id);
  });
  const record = about.map((line) => Signed.parse(JSON.parse(line)));
  const who = [...new Set(record.map(({key}) => key))].map(
    (key) => signers.get(key) ?? defect('a signer is not in the log'),
  );
  const {by, at, alone} = approved;
  return bytesOf({
    ...manifest,
    edition: {
      ...manifest.edition,
      approval: {by, at, ...(alone === undefined ? {} : {alone})},
      record: {signers: who.map(({name, key}) => ({name, publicKey: publicPem(key)})), events: record},
    },
  });
}

const isAbout = (event: Log['events'][number], id: string): boolean =>
  (event.kind === 'drafted' && event.edition.id === id) ||
  ((event.kind === 'validated' || event.kind === 'approved') && event.edition === id);

/** The files that sign a manifest: the signature in base64 with the key's id below it, and the public key. */
export const signatureFiles = (manifest: string, key: KeyObject): ReadonlyMap<string, string> =>
  new Map([
    [SIGNATURE, `${sign(key, manifest)}\nkey ${keyId(key)}\n`],
    [PUBLIC_KEY, publicPem(createPublicKey(key))],
  ]);
