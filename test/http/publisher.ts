/** An office that has released public editions, and the public pages of them on loopback, on a folder with nothing but the editions. */
import {cpSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {serve as listen} from '@hono/node-server';
import {yearPeriod} from '#concepts/period';
import {loadAssets} from '#http/assets';
import {publicApp} from '#http/public/app';
import {instant} from '#kit/instant';
import {demo} from '#production/demo';
import {addPerson} from '#production/edition-persons';
import {release} from '#production/edition-release';
import type {Effects} from '#production/effects';
import {silent} from '#production/progress';
import {openPublished, type Shelf} from '#production/published';
import {A, B, REQUEST, value} from '../production/edition-office.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

export const [FIRST, CORRECTION] = ['2013-public-1', '2013-public-2'] as const;
/** The correction is under embargo until then. */
export const OUT = '2014-06-01T08:00:00Z';
export const ERRATUM = {da: 'To tabeller havde forkerte noter.', en: 'Two tables had wrong notes.'};

export interface Publisher {
  /** The editions' folders alone. */
  readonly editions: string;
  /** The office's workspace, which the public pages are not given. */
  readonly workspace: string;
  remove(): void;
}

export async function publish(): Promise<Publisher> {
  const {path, remove} = temporaryFolder('published');
  const effects = effectsIn(path, '2014-03-03T09:00:00Z');
  const out = join(path, 'out');
  value(await demo({example: 'denmark-2013', profile: 'denmark', year: 2013, out}, effects, silent));
  const workspace = join(out, 'workspace');
  const key = readFileSync(join(out, 'workspace.key'), 'utf8').trim();
  const keyed: Effects = {...effects, environment: (name) => (name === 'OPGOR_KEY' ? key : undefined)};
  for (const person of [A, B]) value(await addPerson(workspace, person, keyed));
  const request = {...REQUEST, period: yearPeriod(2013), languages: undefined};
  value(await release(workspace, {...request, kind: 'internal'}, keyed, silent));
  value(await release(workspace, {...request, kind: 'public'}, keyed, silent));
  const corrects = {edition: FIRST, erratum: ERRATUM};
  value(await release(workspace, {...request, kind: 'public', corrects, embargo: instant(OUT)}, keyed, silent));
  const editions = join(path, 'alone');
  for (const id of [FIRST, CORRECTION, '2013-internal-1'])
    cpSync(join(workspace, 'editions', id), join(editions, id), {recursive: true});
  return {editions, workspace, remove};
}

export interface Pages {
  readonly url: string;
  readonly shelf: Shelf;
  at(moment: string): void;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

/** Whoever asks for a key, for a name or for chance is told that there is none. */
export async function openPages(folders: readonly string[]): Promise<Pages> {
  let now = '2014-03-04T09:00:00Z';
  const none = (what: string) => () => {
    throw new Error(`the public pages asked for ${what}`);
  };
  const effects: Effects = {
    ...effectsIn('/nowhere'),
    now: () => instant(now),
    environment: none('a variable'),
    user: none('a user'),
    random: none('chance'),
  };
  const shelf = value(await openPublished(folders, undefined, effects));
  const origins: string[] = [];
  const told = (thrown: unknown) => {
    throw thrown;
  };
  const app = publicApp({shelf, assets: await loadAssets(), program: 'Opgør 0', origins, told});
  const server = listen({fetch: app.fetch, hostname: '127.0.0.1', port: 0});
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const address = server.address();
  const url = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
  origins.push(url);
  return {
    url,
    shelf,
    at: (moment) => {
      now = moment;
    },
    get: (path, headers = {}) =>
      fetch(`${url}${path}`, {redirect: 'manual', headers: {'accept-language': 'en', ...headers}}),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
