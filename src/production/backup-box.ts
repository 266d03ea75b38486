/**
 * Boxes of a backup: AES-256-GCM with a nonce by chance before and the tag behind, bound to a name, so that no box can stand in another's place.
 * The key of what is in them is derived from the workspace's.
 */
import {createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes} from 'node:crypto';

const [NONCE, TAG] = [12, 16];

export function sealBox(key: Uint8Array, bytes: Uint8Array, name: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
  const sealed = cipher.update(bytes);
  cipher.final();
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

/** Undefined where a bit of it is another, or the key or the name is. */
export function openBox(key: Uint8Array, box: Uint8Array, name: string): Buffer | undefined {
  if (box.length < NONCE + TAG) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), {authTagLength: TAG}).setAAD(
      Buffer.from(name),
    );
    const opened = decipher.update(box.subarray(NONCE, box.length - TAG));
    decipher.setAuthTag(box.subarray(box.length - TAG));
    decipher.final();
    return opened;
  } catch {
    return undefined;
  }
}

export interface BackupKeys {
  readonly contents: Uint8Array;
  /** What a chunk is called: the same content has the same name, and without the key nobody can try contents. */
  nameOf(chunk: Uint8Array): string;
}

export function backupKeys(master: Uint8Array): BackupKeys {
  const derive = (use: string) => new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `opgor/1/${use}`, 32));
  const names = derive('backup-names');
  return {
    contents: derive('backup-contents'),
    nameOf: (chunk) => createHmac('sha256', names).update(chunk).digest('hex').slice(0, 32),
  };
}
