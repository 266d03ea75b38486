/**
 * The workspace's keys, all derived from one 32-byte master (HKDF-SHA-256), each for one use only.
 * Plain bytes, so that they can be handed to worker threads. Never stored in the register: of them only `check` is.
 */
import {hkdfSync} from 'node:crypto';
import {defect} from '#kit/defect';

export interface Keys {
  /** Wraps every person's own key. */
  readonly wrapping: Uint8Array;
  /** For the tokens of identifiers and names. */
  readonly tokens: Uint8Array;
  /** For the keyed hashes that name a source's rows, and those that tell whether a row has changed. */
  readonly rowKeys: Uint8Array;
  readonly rowDigests: Uint8Array;
  /** Tells the right key from a wrong one; tells nothing of the key. */
  readonly check: string;
}

export function keysFrom(master: Uint8Array): Keys {
  if (master.length !== 32) defect('a workspace key has 32 bytes');
  const derive = (use: string) => new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `opgor/1/${use}`, 32));
  return {
    wrapping: derive('wrapping'),
    tokens: derive('tokens'),
    rowKeys: derive('row-keys'),
    rowDigests: derive('row-digests'),
    check: Buffer.from(derive('check').subarray(0, 8)).toString('hex'),
  };
}
