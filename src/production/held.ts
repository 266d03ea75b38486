/**
 * Registers that this process holds open between verbs: an embedded register admits one process, and a workbench asks it often.
 * Every verb works on the one that is held; its profile is read again when a file of it has changed.
 */
import {readdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {defect} from '#kit/defect';
import {done, type Outcome} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {type Keys, keysFrom} from '#register/keys';
import type {Store} from '#storage/store';

interface Held {
  readonly store: Store;
  profile: {readonly stamp: string; readonly read: Profile} | undefined;
  keys: {readonly of: Uint8Array; readonly derived: Keys} | undefined;
}

const held = new Map<string, Held>();

export const heldStore = (folder: string): Store | undefined => held.get(resolve(folder))?.store;

/** From now on the register in this folder is this one, until it is let go. */
export function hold(folder: string, store: Store): {letGo(): Promise<void>} {
  const place = resolve(folder);
  if (held.has(place)) defect('a register is held once');
  held.set(place, {store, profile: undefined, keys: undefined});
  return {
    async letGo() {
      held.delete(place);
      await store.close();
    },
  };
}

/** Closes a register that is not held. */
export async function closeUnheld(store: Store): Promise<void> {
  if (![...held.values()].some((one) => one.store === store)) await store.close();
}

/** The profile of a held workspace as it was last read, unless it has changed since; read, where none is held. */
export async function profileOnce(
  folder: string,
  profile: string,
  read: (path: string) => Promise<Outcome<Profile, Refusal>>,
): Promise<Outcome<Profile, Refusal>> {
  const path = join(folder, profile);
  const one = held.get(resolve(folder));
  if (one === undefined) return read(path);
  const stamp = stampOf(path);
  if (one.profile?.stamp === stamp) return done(one.profile.read);
  const fresh = await read(path);
  one.profile = fresh.ok ? {stamp, read: fresh.value} : undefined;
  return fresh;
}

/** The keys of a held workspace as they were derived, unless the key is another; derived, where none is held. */
export function keysOnce(folder: string, key: Uint8Array): Keys {
  const one = held.get(resolve(folder));
  if (one?.keys !== undefined && Buffer.compare(one.keys.of, key) === 0) return one.keys.derived;
  const derived = keysFrom(key);
  if (one !== undefined) one.keys = {of: key, derived};
  return derived;
}

/** Every file's path, size and moment of change: asked at once, which takes a tenth of the time of some forty questions by turns. */
function stampOf(path: string): string {
  try {
    return readdirSync(path, {withFileTypes: true})
      .map((entry) => {
        const inner = join(path, entry.name);
        if (entry.isDirectory()) return stampOf(inner);
        const found = statSync(inner, {throwIfNoEntry: false});
        return `${inner}:${found?.size}:${found?.mtimeMs}`;
      })
      .join('\n');
  } catch {
    return `${path}: cannot be read`;
  }
}
