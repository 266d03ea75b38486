/** The workspaces in a folder: the folder itself, those in it, and demos in it, whose key lies beside them. */
import {readdir} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {DEMO_KEY, DEMO_WORKSPACE} from './demo.ts';
import {type Effects, exists, readBytes} from './effects.ts';
import {settingsOf} from './workspace.ts';

export interface PlacedWorkspace {
  readonly folder: string;
  /** As its folder is called. */
  readonly name: string;
  readonly synthetic: boolean;
  /** With its key, where that lies beside it. */
  readonly effects: Effects;
}

export async function workspacesIn(folder: string, effects: Effects): Promise<readonly PlacedWorkspace[]> {
  const own = await placedAt(folder, effects);
  if (own !== undefined) return [own];
  const inside = await readdir(folder, {withFileTypes: true}).catch(() => []);
  const folders = inside.filter((entry) => entry.isDirectory()).map(({name}) => join(folder, name));
  const places = folders.flatMap((one) => [one, join(one, DEMO_WORKSPACE)]);
  const found = await Promise.all(places.map((one) => placedAt(one, effects)));
  return found.filter((one) => one !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function placedAt(folder: string, effects: Effects): Promise<PlacedWorkspace | undefined> {
  const settings = await settingsOf(folder);
  if (settings === undefined) return undefined;
  const parent = dirname(folder);
  const beside = join(parent, DEMO_KEY);
  // Of data of nobody the key need not be kept from anybody; of any other it is never looked for there.
  const isDemo = settings.synthetic && basename(folder) === DEMO_WORKSPACE && (await exists(beside));
  if (!isDemo) return {folder, name: basename(folder), synthetic: settings.synthetic, effects};
  const key = Buffer.from(await readBytes(beside))
    .toString('utf8')
    .trim();
  const environment = (name: string) => (name === 'OPGOR_KEY' ? key : effects.environment(name));
  return {folder, name: basename(parent), synthetic: true, effects: {...effects, environment}};
}
