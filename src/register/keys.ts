/**
 * The workspace's keys, all derived from one 32-byte master (HKDF-SHA-256), each for one use only.
 * Never stored in the register: of them only `check` is. Key objects can be handed to threads, do not print their bytes, and are
 * several times faster to use than bytes are.
 */
import {createPrivateKey, createSecretKey, hkdfSync, type KeyObject} from 'node:crypto';
import {defect} from '#kit/defect';

export interface Keys {
  /** Wraps every person's own key. */
  readonly wrapping: KeyObject;
  /** For the tokens of identifiers and names. */
  readonly tokens: KeyObject;
  /** For the keyed hashes that name a source's rows, and those that tell whether a row has changed. */
  readonly rowKeys: KeyObject;
  readonly rowDigests: KeyObject;
  /** Ed25519: signs what the office releases. */
  readonly signing: KeyObject;
  /** For what a public edition changes by chance. */
  readonly chance: KeyObject;
  /** Tells the right key from a wrong one; tells nothing of the key. */
  readonly check: string;
}

/** What an Ed25519 private key begins with in PKCS #8, before its 32 bytes (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const signingKey = (bytes: Uint8Array): KeyObject =>
  createPrivateKey({key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8'});

export function keysFrom(master: Uint8Array): Keys {
  if (master.length !== 32) defect('a workspace key has 32 bytes');
  const derive = (use: string) => new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `opgor/1/${use}`, 32));
  const key = (use: string) => createSecretKey(derive(use));
  return {
    wrapping: key('wrapping'),
    tokens: key('tokens'),
    rowKeys: key('row-keys'),
    rowDigests: key('row-digests'),
    signing: signingKey(derive('signing')),
    chance: key('chance'),
    check: Buffer.from(derive('check').subarray(0, 8)).toString('hex'),
  };
}
