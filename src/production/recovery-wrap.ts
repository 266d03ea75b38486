/**
 * The workspace's key, wrapped so that a recovery key opens it: to its public half (X25519, HKDF-SHA-256, AES-256-GCM), so that it can be wrapped
 * anew, at any time and place, without the paper. Bound to the workspace and to the recovery key it is for.
 */
import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import {sha256} from '#kit/digest';
import {openBox, sealBox} from './backup-box.ts';

/** What an X25519 private key begins with in PKCS #8, before its 32 bytes (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The private half, from what is on the paper. */
export function recoveryPrivate(secret: Uint8Array): KeyObject {
  const bytes = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), 'opgor/1/recovery', 32));
  return createPrivateKey({key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8'});
}

const spki = (key: KeyObject): Buffer => key.export({type: 'spki', format: 'der'});
export const publicOf = (key: KeyObject): string => spki(createPublicKey(key)).toString('base64');
const readPublic = (text: string): KeyObject =>
  createPublicKey({key: Buffer.from(text, 'base64'), format: 'der', type: 'spki'});

/** How a recovery key is called: the first four hexadecimal digits of the hash of its public half. */
export const recoveryId = (publicHalf: string): string => sha256(publicHalf).slice(0, 4);

export interface Wrap {
  readonly ephemeral: string;
  readonly box: string;
}

export function wrapTo(publicHalf: string, workspace: string, master: Uint8Array): Wrap {
  const {privateKey} = generateKeyPairSync('x25519');
  const ephemeral = publicOf(privateKey);
  const key = agreed(diffieHellman({privateKey, publicKey: readPublic(publicHalf)}), ephemeral, publicHalf);
  return {ephemeral, box: sealBox(key, master, workspace).toString('base64')};
}

/** Undefined where it is another key's, or was altered. */
export function unwrap({ephemeral, box}: Wrap, secret: Uint8Array, workspace: string): Uint8Array | undefined {
  const privateKey = recoveryPrivate(secret);
  try {
    const shared = diffieHellman({privateKey, publicKey: readPublic(ephemeral)});
    return openBox(agreed(shared, ephemeral, publicOf(privateKey)), Buffer.from(box, 'base64'), workspace);
  } catch {
    return undefined;
  }
}

const agreed = (shared: Buffer, ephemeral: string, publicHalf: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', shared, `${ephemeral} ${publicHalf}`, 'opgor/1/recovery-wrap', 32));
