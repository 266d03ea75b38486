/** A workbench that serves a real workspace on loopback, and people at it: each a browser's worth of cookies. */
import {appendFileSync, cpSync} from 'node:fs';
import {join} from 'node:path';
import {serve as listen} from '@hono/node-server';
import type {Refusal} from '#concepts/refusal';
import type {Role} from '#concepts/rights';
import {workbenchApp} from '#http/app';
import {loadAssets} from '#http/assets';
import {type Bench, openBench} from '#http/bench';
import {ROUTES} from '#http/casework/index';
import type {Instant} from '#kit/instant';
import {instant} from '#kit/instant';
import type {Outcome} from '#kit/outcome';
import {demo} from '#production/demo';
import type {Effects} from '#production/effects';
import {silent} from '#production/progress';
import type {Invited} from '#production/team';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

export interface Person {
  readonly id: string;
  readonly cookie: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** With the form's own token, unless told otherwise. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

export interface Office {
  readonly url: string;
  readonly folder: string;
  readonly bench: Bench;
  readonly effects: Effects & {clock: Instant};
  /** It is known by this address too. */
  alsoAt(origin: string): void;
  /** Somebody new with these roles, who has come in. */
  enter(roles: readonly Role[], authority?: string): Promise<Person>;
  /** The same person once more, by a new link, in a browser that calls itself that. */
  enterAgain(id: string, browser: string): Promise<Person>;
  /** Ends it and begins it again on the same workspace. */
  close(): Promise<void>;
}

const made = temporaryFolder('workbench');

/** The Danish example, made once; each office has a copy. */
const example = (async () => {
  const ran = await demo(
    {example: 'denmark-2013', profile: 'denmark', year: 2013, out: join(made.path, 'out')},
    effectsIn(made.path),
    silent,
  );
  if (!ran.ok) throw new Error(JSON.stringify(ran.refusal));
  return join(made.path, 'out');
})();

/** This name, or with a number where somebody has it: no two people go by one. */
export function freeName(team: Bench['team'], name: string): string {
  const namesakes = team.open().filter((one) => one.name.startsWith(name)).length;
  return namesakes === 0 ? name : `${name} ${namesakes}`;
}

export const forgetExample = (): void => made.remove();

interface Wanted {
  readonly settings?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly told?: (thrown: unknown) => void;
  readonly before?: (folder: string) => Promise<void>;
}

const thrown = (fault: unknown): never => {
  throw fault;
};

/** `settings`: lines more of its `opgor.yaml`; `before`: what is done to the workspace before it is opened. */
export async function openOffice(
  at = '2014-03-03T09:00:00Z',
  {settings = '', environment = {}, told = thrown, before}: Wanted = {},
): Promise<Office> {
  const place = temporaryFolder('office');
  cpSync(await example, place.path, {recursive: true});
  const folder = join(place.path, 'workspace');
  appendFileSync(join(folder, 'opgor.yaml'), settings);
  const key = await import('node:fs').then(({readFileSync}) =>
    readFileSync(join(place.path, 'workspace.key'), 'utf8').trim(),
  );
  await before?.(folder);
  const effects = {
    ...effectsIn(place.path),
    clock: instant(at),
    environment: (name: string) => (name === 'OPGOR_KEY' ? key : environment[name]),
  };
  const ticking = Object.assign(effects, {now: () => effects.clock});
  const opened = await openBench(folder, ticking, told);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const bench = opened.value;
  const origins: string[] = [];
  const app = workbenchApp({bench, assets: await loadAssets(), routes: ROUTES, origins});
  const server = listen({fetch: app.fetch, hostname: '127.0.0.1', port: 0});
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const address = server.address();
  const url = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
  origins.push(url);
  return {
    url,
    folder,
    bench,
    effects: ticking,
    alsoAt: (origin) => void origins.push(origin),
    enter: async (roles, authority) => {
      const name = freeName(bench.team, `Test ${roles.join(' ')}`);
      return entered(url, await bench.team.invite({name, roles, authority}));
    },
    enterAgain: async (id, browser) => entered(url, await bench.team.link(id), {'user-agent': browser}),
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await bench.close();
      place.remove();
    },
  };
}

async function entered(url: string, invited: Outcome<Invited, Refusal>, headers = {}): Promise<Person> {
  if (!invited.ok) throw new Error(invited.refusal.reason);
  const {token, account} = invited.value;
  const answer = await fetch(`${url}/enter/${token}`, {method: 'POST', redirect: 'manual', headers});
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const get: Person['get'] = (path, headers = {}) =>
    fetch(`${url}${path}`, {redirect: 'manual', headers: {cookie, 'accept-language': 'en', ...headers}});
  return {
    id: account.id,
    cookie,
    get,
    async post(path, fields, headers = {}) {
      const form = /name="_form" value="([^"]+)"/.exec(await (await get('/')).text())?.[1] ?? '';
      return fetch(`${url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {cookie, 'accept-language': 'en', origin: url, ...headers},
        body: new URLSearchParams({_form: form, ...fields}),
      });
    },
  };
}

/** What long work ends with: asked for again where the page says so, until it is there. */
export async function ended(who: Person, asked: Response): Promise<Response> {
  let answer = asked;
  for (;;) {
    const next = answer.headers.get('location');
    if (next === null ? !answer.headers.has('refresh') : !next.startsWith('/working/')) return answer;
    if (next === null) await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await who.get(next ?? new URL(answer.url).pathname + new URL(answer.url).search);
  }
}
