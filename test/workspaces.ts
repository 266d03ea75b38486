/** Real workspaces in temporary folders, with a fixed clock and the randomness of the machine. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {instant} from '#kit/instant';
import {type Effects, nodeEffects} from '#production/effects';

/** A folder that is gone when the tests are done. */
export function temporaryFolder(name: string): {readonly path: string; remove(): void} {
  const path = mkdtempSync(join(tmpdir(), `opgor-${name}-`));
  return {path, remove: () => rmSync(path, {recursive: true, force: true})};
}

/** Keys go to the folder, never to the user's own; the clock stands still. */
export const effectsIn = (folder: string, now = '2014-03-03T09:00:00Z'): Effects => ({
  ...nodeEffects(),
  now: () => instant(now),
  environment: () => undefined,
  user: () => 'test',
  keyFolder: join(folder, 'keys'),
});
