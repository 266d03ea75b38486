/**
 * Identities under seal: AES-256-GCM, each person's under a data key of their own, which the workspace's key wraps.
 * Destroying the wrapped key erases the person. Both boxes are bound to the record number, so none can be moved to another.
 *
 *   wrapped key   check of the wrapping key (8 bytes) ‖ nonce ‖ sealed data key ‖ tag
 *   ciphertext    nonce ‖ sealed canonical JSON of what each row says of the person ‖ tag
 */
import {createCipheriv, createDecipheriv, createSecretKey, type KeyObject} from 'node:crypto';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type Identity, identityOf, type Said} from './identity.ts';
import type {Keys} from './keys.ts';

/** An identity as a store sees it. */
export interface SealedIdentity {
  /** The person's own key, wrapped by the workspace's key. */
  readonly wrappedKey: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Randomness from the edge: fresh bytes at each call, never the same twice. */
export type Random = (bytes: number) => Uint8Array;

const NONCE = 12;
const TAG = 16;
const CHECK = 8;
/** Draws much at a time, since drawing little is what costs. */
export function pooled(random: Random, bytes = 1 << 16): Random {
  let left = new Uint8Array(0);
  return (wanted) => {
    if (left.length < wanted) left = new Uint8Array(random(Math.max(bytes, wanted)));
    const drawn = left.subarray(0, wanted);
    left = left.subarray(wanted);
    return drawn;
  };
}

/** A fresh data key, the nonce that wraps it and the nonce that seals under it: all randomness one new person needs. */
export const SEAL_RANDOMNESS = 32 + NONCE + NONCE;

/** What one seal needs, nothing of it drawn here: may be done in any thread. */
export interface ToSeal {
  readonly record: RecordNumber;
  readonly said: readonly Said[];
  readonly dataKey: Uint8Array;
  readonly nonce: Uint8Array;
  /** How the data key is wrapped already, or the nonce to wrap it with. */
  readonly wrapped: {readonly as: Uint8Array} | {readonly nonce: Uint8Array};
}

/** A new person's. */
export function toSeal(record: RecordNumber, said: readonly Said[], random: Random): ToSeal {
  const drawn = random(SEAL_RANDOMNESS);
  return {
    record,
    said,
    dataKey: drawn.subarray(0, 32),
    wrapped: {nonce: drawn.subarray(32, 32 + NONCE)},
    nonce: drawn.subarray(32 + NONCE),
  };
}

/** A later version of a known person's, under the same key. */
export const toReseal = ({record, dataKey, wrapped}: Opened, said: readonly Said[], random: Random): ToSeal => ({
  record,
  dataKey,
  wrapped,
  said,
  nonce: random(NONCE),
});

export function seal({record, said, dataKey, nonce, wrapped}: ToSeal, keys: Keys): SealedIdentity {
  const wrappedKey =
    'as' in wrapped
      ? wrapped.as
      : Buffer.concat([Buffer.from(keys.check, 'hex'), box(keys.wrapping, wrapped.nonce, dataKey, `key\n${record}`)]);
  return {
    wrappedKey,
    ciphertext: box(createSecretKey(dataKey), nonce, Buffer.from(canonicalJson(said)), `identity\n${record}`),
  };
}

export interface Opened extends Pick<ToSeal, 'record' | 'said' | 'dataKey'> {
  readonly identity: Identity;
  readonly wrapped: {readonly as: Uint8Array};
}

/** Refused: `key-does-not-fit` for another workspace's key; `identity-damaged` for bytes that were changed or moved. */
export function open(record: RecordNumber, sealed: SealedIdentity, keys: Keys): Outcome<Opened, Refusal> {
  const {wrappedKey, ciphertext} = sealed;
  if (Buffer.from(wrappedKey.subarray(0, CHECK)).toString('hex') !== keys.check) {
    return refuse({reason: 'key-does-not-fit'});
  }
  const dataKey = unbox(keys.wrapping, wrappedKey.subarray(CHECK), `key\n${record}`);
  const plain = dataKey && unbox(createSecretKey(dataKey), ciphertext, `identity\n${record}`);
  if (dataKey === undefined || plain === undefined) return refuse({reason: 'identity-damaged', record});
  const said: readonly Said[] = JSON.parse(plain.toString('utf8'));
  return done({record, said, identity: identityOf(said), dataKey, wrapped: {as: wrappedKey}});
}

function box(key: KeyObject, nonce: Uint8Array, plain: Uint8Array, bound: string): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unbox(key: KeyObject, box: Uint8Array, bound: string): Buffer | undefined {
  if (box.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), {authTagLength: TAG})
    .setAAD(Buffer.from(bound))
    .setAuthTag(box.subarray(box.length - TAG));
  try {
    return Buffer.concat([decipher.update(box.subarray(NONCE, box.length - TAG)), decipher.final()]);
  } catch {
    // GCM tells only that the tag does not fit.
    return undefined;
  }
}
