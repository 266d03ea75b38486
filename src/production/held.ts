/**
 * Registers that this process holds open between verbs: an embedded register admits one process, and a workbench asks it often.
 * Every verb works on the one that is held; its profile is read again when a file of it has changed.
 */
import {stat} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {defect} from '#kit/defect';
import {done, type Outcome} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import type {Store} from '#storage/store';
import {folderPaths} from './effects.ts';

interface Held {
  readonly store: Store;
  profile: {readonly stamp: string; readonly read: Profile} | undefined;
}

const held = new Map<string, Held>();

export const heldStore = (folder: string): Store | undefined => held.get(resolve(folder))?.store;

/** From now on the register in this folder is this one, until it is let go. */
export function hold(folder: string, store: Store): {letGo(): Promise<void>} {
  const place = resolve(folder);
  if (held.has(place)) defect('a register is held once');
  held.set(place, {store, profile: undefined});
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
  const stamp = await stampOf(path);
  if (one.profile?.stamp === stamp) return done(one.profile.read);
  const fresh = await read(path);
  one.profile = fresh.ok ? {stamp, read: fresh.value} : undefined;
  return fresh;
}

/** Every file's path, size and moment of change. */
async function stampOf(path: string): Promise<string> {
  const files = await folderPaths(path).catch(() => []);
  const stamps = await Promise.all(
    files.map(async (file) => {
      const found = await stat(join(path, file)).catch(() => undefined);
      return `${file}:${found?.size}:${found?.mtimeMs}`;
    }),
  );
  return stamps.join('\n');
}
