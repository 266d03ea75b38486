/** Which versions are kept: all of some days, then the last of each day for some days, then the last of each month for ever. */
import {join} from 'node:path';
import * as z from 'zod';
import type {BackupKeys} from './backup-box.ts';
import {sparePacks, takeAway, usedPacks} from './backup-drop.ts';
import {clearHalves} from './backup-files.ts';
import {momentOfVersion, versionsIn} from './backup-place.ts';

export const Keep = z.strictObject({
  /** Days of which every version is kept. */
  all: z.int().min(0),
  /** Days, from now, of which the last version of each is kept. */
  daily: z.int().min(0),
});
export type Keep = z.infer<typeof Keep>;
export const KEEP: Keep = {all: 7, daily: 31};

const DAY = 86_400_000;

/** Oldest first, as they are given. The latest is always kept: it is the last of its day, or of its month. */
export function keptOf(versions: readonly string[], {all, daily}: Keep, now: number): readonly string[] {
  const [recent, older] = partition(versions, all, now);
  const [middle, oldest] = partition(older, daily, now);
  const kept = new Set([...recent, ...lastOfEach(middle, 8), ...lastOfEach(oldest, 6)]);
  return versions.filter((version) => kept.has(version));
}

const partition = (versions: readonly string[], days: number, now: number) => {
  const young = versions.filter((version) => now - Date.parse(momentOfVersion(version)) <= days * DAY);
  return [young, versions.filter((version) => !young.includes(version))] as const;
};

/** A version's name begins with its day: eight digits, of which six are the month. */
const lastOfEach = (versions: readonly string[], digits: number): readonly string[] =>
  [...Map.groupBy(versions, (version) => version.slice(0, digits)).values()].flatMap((same) => same.slice(-1));

/** Takes away what need not be kept, versions before the packs that only they use. A pack of this day may be of a version under way. */
export async function thin(folder: string, keep: Keep, keys: BackupKeys, now: number): Promise<readonly string[]> {
  for (const inner of ['packs', 'versions', '']) await clearHalves(join(folder, inner), now);
  const versions = await versionsIn(folder);
  const kept = keptOf(versions, keep, now);
  const gone = versions.filter((version) => !kept.includes(version));
  if (gone.length === 0) return [];
  const used = await usedPacks(folder, kept, keys);
  if (used === undefined) return [];
  const isOfToday = (pack: string) => now - Date.parse(momentOfVersion(pack)) <= DAY;
  await takeAway(folder, gone, await sparePacks(folder, used, isOfToday));
  return gone;
}
