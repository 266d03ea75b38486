/**
 * Serves a workspace as a workbench until it is ended, on this computer alone unless told otherwise; or, where a folder has none
 * or several, first the page on which one is chosen or begun.
 */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Effects} from '#production/effects';
import {overview} from '#production/overview';
import {findServed, servedAt} from '#production/serving';
import type {Account} from '#production/team';
import {type PlacedWorkspace, workspacesIn} from '#production/workspaces-in';
import {workbenchApp} from './app.ts';
import {loadAssets} from './assets.ts';
import {beginningApp} from './beginning.ts';
import {type Bench, openBench} from './bench.ts';
import {ROUTES} from './casework/index.ts';
import {listenOn} from './listening.ts';

export interface ServeRequest {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Where browsers find it when another program stands before it: `https://opgor.office.example`. */
  readonly origin: string | undefined;
  /** A link is made for this account, by name; an empty name: for the only one, else for the first administrator. */
  readonly link: string | undefined;
}

export interface Serving {
  /** Where the pages are. */
  readonly url: string;
  /** Lets somebody in, once. */
  readonly link: {readonly url: string; readonly name: string} | undefined;
  /** Ends when what is under way is answered. */
  close(): Promise<void>;
}

type Told = (thrown: unknown) => void;

/** Refused: as a workspace with its key is, and `team-not-readable`, `access-log-faulty`, `port-in-use`, `no-such-account`. */
export async function serve(
  folder: string,
  request: ServeRequest,
  effects: Effects,
  told: Told,
): Promise<Outcome<Serving, Refusal>> {
  const opened = await openBench(folder, effects, told);
  if (!opened.ok) return opened;
  const bench = opened.value;
  const linked = await linkFor(bench, request.link);
  const listening = linked.ok ? await listenOn(request.host, request.port) : undefined;
  if (!linked.ok || listening === undefined) {
    await bench.close();
    return linked.ok ? refuse({reason: 'port-in-use', port: request.port}) : linked;
  }
  const {origins, url} = placed(request, listening.port);
  listening.answerWith(workbenchApp({bench, assets: await loadAssets(), routes: ROUTES, origins}));
  const address = await servedAt(folder, url);
  countAhead(bench);
  return done({
    url,
    link: linkAt(url, linked.value),
    close: async () => {
      await address.ended();
      await listening.close();
      await bench.close();
    },
  });
}

/**
 * What a double click opens: the only workspace in the folder, signed in; what already serves it; else the page that begins.
 * Refused: as {@link serve}.
 */
export async function start(
  folder: string,
  request: Omit<ServeRequest, 'link'>,
  effects: Effects,
  told: Told,
): Promise<Outcome<Serving | {readonly already: string}, Refusal>> {
  const found = await workspacesIn(folder, effects);
  const [only] = found;
  if (only === undefined || found.length > 1) return begin(folder, found, request, effects, told);
  const already = await findServed(only.folder);
  return already === undefined ? serve(only.folder, {...request, link: ''}, only.effects, told) : done({already});
}

async function begin(
  folder: string,
  found: readonly PlacedWorkspace[],
  request: Omit<ServeRequest, 'link'>,
  effects: Effects,
  told: Told,
): Promise<Outcome<Serving, Refusal>> {
  const listening = await listenOn(request.host, request.port);
  if (listening === undefined) return refuse({reason: 'port-in-use', port: request.port});
  const {origins, url} = placed(request, listening.port);
  const assets = await loadAssets();
  const token = Buffer.from(effects.random(32)).toString('base64url');
  let bench: Bench | undefined;
  let address: Awaited<ReturnType<typeof servedAt>> | undefined;
  const open = async (chosen: PlacedWorkspace): Promise<Outcome<string, Refusal>> => {
    const opened = await openBench(chosen.folder, chosen.effects, told);
    if (!opened.ok) return opened;
    const linked = await linkFor(opened.value, '');
    if (!linked.ok) {
      await opened.value.close();
      return linked;
    }
    bench = opened.value;
    address = await servedAt(chosen.folder, url);
    listening.answerWith(workbenchApp({bench, assets, routes: ROUTES, origins}));
    countAhead(bench);
    return done(linkAt(url, linked.value)?.url ?? url);
  };
  listening.answerWith(beginningApp({folder, found, token, origins, assets, effects, open}));
  return done({
    url,
    link: {url: `${url}/begin/${token}`, name: ''},
    close: async () => {
      await address?.ended();
      await listening.close();
      await bench?.close();
    },
  });
}

/** What the first page shows is counted before anybody asks for it; whoever comes sooner waits for the same count. What fails is told to them. */
function countAhead({folder, effects, turns}: Bench): void {
  turns.look(() => overview(folder, {figures: true}, effects)).catch(() => undefined);
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function placed({origin}: Pick<ServeRequest, 'origin'>, port: number) {
  const own = LOOPBACK.map((host) => `http://${host}:${port}`);
  return {origins: origin === undefined ? own : [origin, ...own], url: origin ?? `http://localhost:${port}`};
}

/** Made by whoever has the computer, for now. */
const LINK_MS = 15 * 60_000;

interface Linked {
  readonly account: Account;
  readonly token: string;
}

const linkAt = (url: string, linked: Linked | undefined): Serving['link'] =>
  linked && {url: `${url}/enter/${linked.token}`, name: linked.account.name};

/** The first who comes is the administrator, and is let in; later, only where a link is asked for. */
async function linkFor(
  {team, synthetic}: Bench,
  asked: string | undefined,
): Promise<Outcome<Linked | undefined, Refusal>> {
  const open = team.open();
  const [only, ...others] = open;
  if (only === undefined)
    return team.invite({
      name: '',
      // With data of nobody, whoever tries it out may see everything at once.
      roles: synthetic ? ['administrator', 'caseworker', 'statistician', 'approver', 'auditor'] : ['administrator'],
      authority: undefined,
    });
  const neverEntered = others.length === 0 && only.name === '';
  if (asked === undefined && !neverEntered) return done(undefined);
  const administrator = others.length === 0 ? only : open.find(({roles}) => roles.includes('administrator'));
  const named = asked === undefined || asked === '' ? administrator : open.find(({name}) => name === asked);
  return named === undefined ? refuse({reason: 'no-such-account'}) : team.link(named.id, LINK_MS);
}
