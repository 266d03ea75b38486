/** `keys.json` of a place, twice: the workspace's key wrapped to each recovery key. Who has a paper is not in it. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import {placeWhole} from './backup-files.ts';
import type {RecoveryKey} from './recovery-keys.ts';
import {wrapTo} from './recovery-wrap.ts';

const WrappedKeys = z.object({
  workspace: z.string(),
  /** Tells the workspace's key from another; tells nothing of it. */
  check: z.string(),
  keys: z.array(z.object({id: z.string(), enough: z.number(), ephemeral: z.string(), box: z.string()})),
});
export type WrappedKeys = z.infer<typeof WrappedKeys>;

export const COPIES = ['keys.json', 'keys.copy.json'] as const;

/** Each copy that can be read. */
export async function readWrapped(folder: string): Promise<readonly WrappedKeys[]> {
  const read = await Promise.all(COPIES.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  return read.flatMap((text) => {
    try {
      const wrapped = WrappedKeys.safeParse(JSON.parse(text));
      return wrapped.success ? [wrapped.data] : [];
    } catch {
      return [];
    }
  });
}

/** Written anew where a key has come or gone, or a copy is not as the other. */
export async function placeWrapped(
  folder: string,
  {workspace, check}: Pick<WrappedKeys, 'workspace' | 'check'>,
  keys: readonly RecoveryKey[],
  master: Uint8Array,
): Promise<void> {
  const [one, copy] = await readWrapped(folder);
  const ids = (wrapped: WrappedKeys | undefined) => wrapped?.keys.map(({id}) => id).join(' ');
  const due = keys.map(({id}) => id).join(' ');
  if (ids(one) === due && JSON.stringify(one) === JSON.stringify(copy)) return;
  const wrapped: WrappedKeys = {
    workspace,
    check,
    keys: keys.map(({id, enough, public: half}) => ({id, enough, ...wrapTo(half, workspace, master)})),
  };
  for (const name of COPIES) await placeWhole(join(folder, name), `${JSON.stringify(wrapped, undefined, 2)}\n`);
}
