/** SHA-256 over a profile's files in the order of their paths; each with its length, so that no byte can change file unseen. */
import {sha256} from '#kit/digest';
import type {ProfileFiles} from './text-file.ts';

export const digestOf = (files: ProfileFiles): string =>
  sha256(
    [...files]
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([file, bytes]) => `${sha256(bytes)} ${bytes.length} ${file}\n`)
      .join(''),
  );
