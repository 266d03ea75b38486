/** Before there is a workbench: one is chosen, begun, or tried out with synthetic data. Only whoever started the program has the address. */
import {join} from 'node:path';
import {type Context, Hono} from 'hono';
import type {Refusal} from '#concepts/refusal';
import type {Outcome} from '#kit/outcome';
import {initWorkspace} from '#production/casework';
import {demo} from '#production/demo';
import type {Effects} from '#production/effects';
import {silent} from '#production/progress';
import {shippedProfiles} from '#production/shipped-profiles';
import {type PlacedWorkspace, placedAt} from '#production/workspaces-in';
import {beginPage, keyPage} from '#web/begin';
import {framed, type PageContent} from '#web/page';
import {refusedPage} from '#web/refused';
import {formOf} from './asking.ts';
import type {Assets} from './assets.ts';
import {protect} from './headers.ts';
import {languageOf} from './reply.ts';
import {chooseLanguage} from './spoken.ts';

export interface Beginning {
  readonly folder: string;
  readonly found: readonly PlacedWorkspace[];
  readonly token: string;
  readonly origins: readonly string[];
  readonly assets: Assets;
  readonly effects: Effects;
  /** From then on the workbench answers; the address that lets its first administrator in. */
  open(chosen: PlacedWorkspace): Promise<Outcome<string, Refusal>>;
}

const EXAMPLE = {example: 'denmark-2013', profile: 'denmark', year: 2013, media: ['html']};

export function beginningApp({folder, found, token, origins, assets, effects, open}: Beginning): Hono {
  const app = new Hono();
  const path = `/begin/${token}`;
  protect(app, origins);
  assets.serve(app);
  app.get('/language/:tag', chooseLanguage);

  app.get(path, async (c) =>
    shown(c, beginPage({path, found, profiles: await shippedProfiles(effects)}, languageOf(c, undefined))),
  );

  app.post(`${path}/open`, async (c) => {
    const name = (await formOf(c)).get('name');
    const chosen = found.find((one) => one.name === name);
    return chosen === undefined ? refused(c, {reason: 'no-such-page'}) : opened(c, chosen);
  });

  app.post(`${path}/demo`, async (c) => {
    const out = join(folder, 'demo');
    const made = await demo({...EXAMPLE, out}, effects, silent);
    return made.ok ? madeAt(c, made.value.workspace) : refused(c, made.refusal);
  });

  app.post(`${path}/new`, async (c) => {
    const form = await formOf(c);
    const [name, profile] = [form.get('name'), form.get('profile')].map((one) =>
      typeof one === 'string' ? one.trim() : '',
    );
    const {begin} = languageOf(c, undefined).workbench;
    if (name === undefined || !/^[\p{L}\d][\p{L}\d _-]{0,39}$/u.test(name))
      return refused(c, {reason: 'not-filled-in', field: begin.name});
    const to = join(folder, name);
    const made = await initWorkspace(to, {profile: profile ?? '', synthetic: false}, effects);
    if (!made.ok) return refused(c, made.refusal);
    const {recovery, key} = made.value;
    // The key is seen before anything is done with what it opens: whoever loses it loses every identity.
    return shown(c, keyPage({path, name, recovery, kept: key}, languageOf(c, undefined)));
  });

  app.post(`${path}/made`, async (c) => {
    const name = (await formOf(c)).get('name');
    return typeof name === 'string' && !/[/\\]|^\.+$/.test(name)
      ? madeAt(c, join(folder, name))
      : refused(c, {reason: 'no-such-page'});
  });

  const madeAt = async (c: Context, at: string) => {
    const chosen = await placedAt(at, effects);
    return chosen === undefined ? refused(c, {reason: 'no-such-page'}) : opened(c, chosen);
  };
  const opened = async (c: Context, chosen: PlacedWorkspace) => {
    const address = await open(chosen);
    return address.ok ? c.redirect(address.value, 303) : refused(c, address.refusal);
  };
  const refused = (c: Context, refusal: Refusal) => shown(c, refusedPage(refusal, languageOf(c, undefined)));
  app.notFound((c) => refused(c, {reason: 'no-such-page'}));
  return app;
}

function shown(c: Context, page: PageContent) {
  const language = languageOf(c, undefined);
  const frame = {
    language,
    office: '',
    program: 'Opgør',
    synthetic: false,
    who: undefined,
    notice: undefined,
    glass: undefined,
  };
  c.header('cache-control', 'no-store');
  return c.html(framed(page, {...frame, path: c.req.method === 'GET' ? c.req.path : '/'}), page.status ?? 200);
}
