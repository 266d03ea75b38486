/**
 * The key under which agencies encode their lists: theirs, never the office's, and in a file, so that it is in no history of a
 * terminal and no list of processes. Written as the recovery form is, for paper.
 */
import {basename} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type Effects, permitted, readBytes, writeNew} from './effects.ts';
import {newKey, parseRecoveryForm, recoveryForm} from './keyring.ts';
import {readable} from './read-table.ts';

/** The path of the key that was made. */
export async function makeExchangeKey(path: string, effects: Effects): Promise<Outcome<string, Refusal>> {
  if (isKey(path)) return refuse({reason: 'key-in-the-open'});
  const key = newKey(effects);
  const placed = await writeNew(path, async (append) => {
    await append(`${recoveryForm(key)}\n`);
    return true;
  });
  if (placed === 'taken') return refuse({reason: 'file-exists', path});
  return placed === 'written' ? done(path) : refuse({reason: 'file-not-writable', path});
}

export async function readExchangeKey(path: string): Promise<Outcome<Uint8Array, Refusal>> {
  if (isKey(path)) return refuse({reason: 'key-in-the-open'});
  const there = await readable(path);
  if (!there.ok) return there;
  const bytes = await permitted(() => readBytes(path));
  if (bytes === undefined) return refuse({reason: 'no-permission', path});
  const key = bytes.length > LONGEST ? undefined : parseRecoveryForm(Buffer.from(bytes).toString('utf8'));
  return key === undefined ? refuse({reason: 'not-a-key', path}) : done(key);
}

const LONGEST = 1024;
const isKey = (path: string): boolean => parseRecoveryForm(basename(path)) !== undefined;
