/**
 * Whether an edition's folder is as it was released: the signature over its manifest, every file the manifest lists and no other, and what
 * each named person signed. It needs nothing but the folder; whose key it is only the office can say, and has made known.
 */
import {join} from 'node:path';
import type {EditionRule, Facts, Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {entriesOf} from './edition-files.ts';
import {contentsOf, PUBLIC_KEY, readManifest, SIGNATURE, type WrittenManifest} from './edition-manifest.ts';
import {isSignedBy, type KeyId, keyId, readPublicKey} from './edition-signing.ts';
import {exists, isFolder, readBytes} from './effects.ts';
import {MANIFEST} from './manifest.ts';

export interface Verified {
  readonly edition: string;
  readonly files: number;
  /** Of the key it is signed with: to compare with the one the office has made known. */
  readonly key: KeyId;
  readonly signed: readonly {
    readonly kind: 'drafted' | 'validated' | 'approved';
    readonly by: string;
    readonly at: string;
  }[];
}

/** What is known of an edition from elsewhere. */
export interface Expected {
  readonly key?: string | undefined;
  /** SHA-256 of its manifest. */
  readonly manifest?: string | undefined;
}

/** Refused: `no-such-folder`, and `not-verified` with all that differs. */
export async function verifyFolder(path: string, expected: Expected = {}): Promise<Outcome<Verified, Refusal>> {
  if (!(await isFolder(path))) return refuse({reason: 'no-such-folder', path});
  const {findings, verified} = await checkFolder(path, expected);
  return verified === undefined || findings.length > 0
    ? refuse({reason: 'not-verified', path, findings})
    : done(verified);
}

export async function checkFolder(
  path: string,
  expected: Expected,
): Promise<{readonly findings: readonly Finding[]; readonly verified: Verified | undefined}> {
  const text = await textOf(join(path, MANIFEST));
  const signed = await textOf(join(path, SIGNATURE));
  const pem = await textOf(join(path, PUBLIC_KEY));
  const manifest = text === undefined ? undefined : readManifest(text);
  if (text === undefined || (manifest === undefined && signed === undefined))
    return {findings: [found('manifest-missing')], verified: undefined};

  const key = pem === undefined ? undefined : readPublicKey(pem);
  const findings = [
    ...signatureFaults({text, signed, pem, manifest}, expected),
    ...(manifest === undefined ? [] : [...(await fileFaults(path, manifest, SIGNING)), ...approvalFaults(manifest)]),
  ];
  if (manifest === undefined || key === undefined) return {findings, verified: undefined};
  const events = manifest.edition.record?.events ?? [];
  return {
    findings,
    verified: {
      edition: manifest.edition.id,
      files: manifest.outputs.length + 1 + SIGNING.length,
      key: keyId(key),
      signed: events.map(({kind, by, at}) => ({kind, by, at: String(at)})),
    },
  };
}

const SIGNING = [SIGNATURE, PUBLIC_KEY] as const;

const found = (rule: EditionRule, facts: Facts = {}): Finding => ({rule, severity: 'error', facts});

const textOf = async (path: string): Promise<string | undefined> =>
  (await exists(path)) ? Buffer.from(await readBytes(path)).toString('utf8') : undefined;

interface SignedText {
  readonly text: string;
  readonly signed: string | undefined;
  readonly pem: string | undefined;
  readonly manifest: WrittenManifest | undefined;
}

/** An altered manifest and another's key are two things: the first no longer fits its signature, the second fits one of somebody else. */
function signatureFaults({text, signed, pem, manifest}: SignedText, expected: Expected): readonly Finding[] {
  const [, signature, by] = /^([A-Za-z0-9+/]+=*)\nkey ([0-9a-f]{32})\n$/.exec(signed ?? '') ?? [];
  if (signature === undefined) return [found('signature-missing', {file: SIGNATURE})];
  const key = pem === undefined ? undefined : readPublicKey(pem);
  if (key === undefined) return [found('signature-missing', {file: PUBLIC_KEY})];
  const own = keyId(key);
  const fits = isSignedBy(key, text, signature);
  const named = fits ? (manifest?.edition['signing-key'] ?? own) : (by ?? own);
  const due = [expected.key, named].find((one) => one !== undefined && one !== own);
  if (due !== undefined) return [found('foreign-key', {expected: due, found: own})];
  const altered = !fits || (expected.manifest !== undefined && sha256(text) !== expected.manifest);
  return altered ? [found('manifest-altered')] : [];
}

/** Every file the manifest lists, as listed, and no other. */
async function fileFaults(
  path: string,
  {outputs}: WrittenManifest,
  beside: readonly string[],
): Promise<readonly Finding[]> {
  const entries = new Map((await entriesOf(path)).map(({name, isFile}) => [name, isFile]));
  const listed = new Map(outputs.map(({name, sha256: hash}) => [name, hash]));
  const ours = new Set([MANIFEST, ...beside]);
  const checked = [...listed].map(async ([name, hash]) => {
    const isFile = entries.get(name);
    if (isFile === undefined) return found('file-missing', {file: name});
    const same = isFile && sha256(await readBytes(join(path, name))) === hash;
    return same ? undefined : found('file-altered', {file: name});
  });
  const faults = (await Promise.all(checked)).filter((one) => one !== undefined);
  const extra = [...entries.keys()].filter((name) => !listed.has(name) && !ours.has(name));
  return [...faults, ...extra.map((file) => found('file-extra', {file}))];
}

/** What each person signed is in the manifest, and is about these contents. */
function approvalFaults(manifest: WrittenManifest): readonly Finding[] {
  const {record} = manifest.edition;
  if (record === undefined) return [];
  const contents = contentsOf(manifest);
  const keys = new Map(record.signers.map(({name, publicKey}) => [name, readPublicKey(publicKey)]));
  const wrong = record.events.filter(({signature, ...event}) => {
    const key = keys.get(event.by);
    const signed = key !== undefined && keyId(key) === event.key && isSignedBy(key, canonicalJson(event), signature);
    const about = event.contents === undefined || event.contents === contents;
    return !signed || !about;
  });
  const kinds = record.events.map(({kind}) => kind).join(' ');
  const whole = kinds === 'drafted validated approved';
  const names = whole ? wrong.map(({by}) => by) : [manifest.edition.id];
  return [...new Set(names)].map((by) => found('approval-not-signed', {by}));
}

/** What differs in a folder that waits for approval, of which the log holds the manifest's hash. */
export async function differencesOf(folder: string, contents: string): Promise<readonly Finding[]> {
  const text = await textOf(join(folder, MANIFEST));
  const manifest = text === undefined ? undefined : readManifest(text);
  if (text === undefined || manifest === undefined) return [found('manifest-missing')];
  return [
    ...(sha256(text) === contents ? [] : [found('manifest-altered')]),
    ...(await fileFaults(folder, manifest, [])),
  ];
}
