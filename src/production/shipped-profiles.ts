/** The profiles that ship with the program, by id, with the office each is of. */

import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {Labels} from '#concepts/labels';
import type {Effects} from './effects.ts';
import {loadProfile} from './workspace.ts';

export interface ShippedProfile {
  readonly id: string;
  readonly office: Labels;
  readonly country: Labels;
}

export async function shippedProfiles({packageFolder}: Effects): Promise<readonly ShippedProfile[]> {
  const folder = join(packageFolder, 'profiles');
  const names = (await readdir(folder, {withFileTypes: true})).filter((entry) => entry.isDirectory());
  const read = await Promise.all(names.map(({name}) => loadProfile(join(folder, name))));
  return read.flatMap((one) => (one.ok ? [one.value] : [])).map(({id, office, country}) => ({id, office, country}));
}
