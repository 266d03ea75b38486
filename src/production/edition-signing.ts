/**
 * Signatures: Ed25519 (RFC 8032), public keys as SPKI and private ones as PKCS #8 in PEM, which any cryptographic program reads.
 * The workspace's own is derived from its master key (`register/keys.ts`), so that the recovery form brings it back.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import type {Brand} from '#kit/brand';
import {sha256} from '#kit/digest';

/** The first 32 hexadecimal digits of the SHA-256 of a public key's SPKI bytes. */
export type KeyId = Brand<string, 'KeyId'>;

const brand = (text: string) => text as KeyId;

export const newSigningKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

export const publicPem = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({format: 'pem', type: 'spki'}).toString();

export const privatePem = (key: KeyObject): string => key.export({format: 'pem', type: 'pkcs8'}).toString();

export function keyId(key: KeyObject): KeyId {
  const own = key.type === 'private' ? createPublicKey(key) : key;
  return brand(sha256(own.export({format: 'der', type: 'spki'})).slice(0, 32));
}

/** Undefined when it is no Ed25519 public key. */
export function readPublicKey(pem: string): KeyObject | undefined {
  const key = ed25519(() => createPublicKey(pem));
  // In one way of writing it only: whatever stands around it could be changed unseen.
  return key?.export({type: 'spki', format: 'pem'}) === pem ? key : undefined;
}

/** Undefined when it is no Ed25519 private key. */
export const readPrivateKey = (pem: string): KeyObject | undefined => ed25519(() => createPrivateKey(pem));

function ed25519(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read();
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

export const sign = (key: KeyObject, bytes: Uint8Array | string): string =>
  signBytes(undefined, Buffer.from(bytes), key).toString('base64');

/** In the one way base64 writes it: no byte of a signature is free. */
export function isSignedBy(key: KeyObject, bytes: Uint8Array | string, signature: string): boolean {
  const raw = Buffer.from(signature, 'base64');
  return raw.toString('base64') === signature && verifyBytes(undefined, Buffer.from(bytes), key, raw);
}
