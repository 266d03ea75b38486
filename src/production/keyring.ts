/**
 * The workspace's key: wraps every person's own key. Kept outside the workspace, in the user's key folder or in OPGOR_KEY,
 * and on a printed recovery form. Who has the workspace without the key has no identity.
 */
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {sha256} from '#kit/digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type Effects, exists, readBytes, removeFile, writeWhole} from './effects.ts';

const KEY_BYTES = 32;
/** Crockford's base 32: no I, L, O or U, so that what is read from paper is typed right. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The key as printed: eleven groups of five, the last two bytes a checksum. */
export function recoveryForm(key: Uint8Array): string {
  const bytes = [...key, ...checksum(key)];
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]);
  return (letters.join('').match(/.{1,5}/g) ?? []).join('-');
}

/** Reads a recovery form as typed from paper: case, spaces and dashes apart, O for 0 and I or L for 1. */
export function parseRecoveryForm(text: string): Uint8Array | undefined {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (![...letters].every((letter) => ALPHABET.includes(letter))) return undefined;
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
  const key = Uint8Array.from(bytes.slice(0, KEY_BYTES));
  const [a, b] = checksum(key);
  return bytes.length === KEY_BYTES + 2 && bytes[KEY_BYTES] === a && bytes[KEY_BYTES + 1] === b ? key : undefined;
}

const checksum = (key: Uint8Array): readonly number[] => [...Buffer.from(sha256(key).slice(0, 4), 'hex')];

export const newKey = (effects: Effects): Uint8Array => effects.random(KEY_BYTES);

const keyFile = (effects: Effects, workspace: string) => join(effects.keyFolder, `${workspace}.key`);

/** Puts a workspace's key in the user's key folder, readable by this user alone. Refused where it cannot be written. */
export async function keepKey(effects: Effects, workspace: string, key: Uint8Array): Promise<Outcome<string, Refusal>> {
  const path = keyFile(effects, workspace);
  const written = await writeWhole(path, `${recoveryForm(key)}\n`, 0o600);
  return written ? done(path) : refuse({reason: 'file-not-writable', path});
}

/** For a workspace that was not made after all. */
export const dropKey = (effects: Effects, workspace: string): Promise<void> => removeFile(keyFile(effects, workspace));

/** OPGOR_KEY first, then the key folder. */
export async function findKey(effects: Effects, workspace: string): Promise<Outcome<Uint8Array, Refusal>> {
  const given = effects.environment('OPGOR_KEY');
  const path = keyFile(effects, workspace);
  if (given === undefined && !(await exists(path))) return refuse({reason: 'no-key', looked: ['OPGOR_KEY', path]});
  const key = parseRecoveryForm(given ?? Buffer.from(await readBytes(path)).toString('utf8'));
  return key === undefined ? refuse({reason: 'key-does-not-fit'}) : done(key);
}
