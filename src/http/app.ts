/**
 * The workbench as one function from request to answer. For every route alike: whose host it is, who is signed in, whether they may,
 * whether the form is ours, whose turn it is, and the log, which is on disk before anything is shown.
 */
import {type Context, Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {compress} from 'hono/compress';
import type {Refusal} from '#concepts/refusal';
import {may} from '#concepts/rights';
import {type Progress, silent} from '#production/progress';
import {type Asking, askedOf, formOf, knownFrom, typedIn} from './asking.ts';
import type {Assets} from './assets.ts';
import type {Bench} from './bench.ts';
import {busy, isBusy} from './busy.ts';
import {doorstep} from './doorstep.ts';
import {protect} from './headers.ts';
import {languageOf} from './reply.ts';
import {failed, replied} from './respond.ts';
import type {Answer, Route} from './route.ts';
import {isFormOf} from './sessions.ts';
import {chooseLanguage} from './spoken.ts';
import {waitedFor, worked, working} from './working.ts';

export interface Served {
  readonly bench: Bench;
  readonly assets: Assets;
  readonly routes: readonly Route[];
  /** Where browsers know us, as in `http://localhost:4711`: nothing else is answered. */
  readonly origins: readonly string[];
}

/** Bytes; shorter pages travel as they are. */
const LONG_PAGE = 16_384;
export const LARGEST_BODY = 64 * 1024 * 1024;

export function workbenchApp(served: Served): Hono {
  const {assets, routes, bench} = served;
  const app = new Hono();
  protect(app, served.origins);
  const tooLarge = (c: Context) =>
    replied(c, served, undefined, {refusal: {reason: 'form-too-large', limit: LARGEST_BODY}});
  // Nobody elsewhere can have a page fetched with somebody's session (`cookies.ts`), so how long it is packed tells them nothing.
  app.use(compress({threshold: LONG_PAGE}));
  app.use(bodyLimit({maxSize: LARGEST_BODY, onError: tooLarge}));
  assets.serve(app);
  app.get('/language/:tag', chooseLanguage);
  doorstep(app, served);
  working(app, served);
  for (const route of routes) app.on(route.method, route.path, (c) => routed(c, served, route));
  app.notFound((c) => replied(c, served, undefined, {refusal: {reason: 'no-such-page'}}));
  app.onError((thrown, c) => replied(c, served, undefined, failed(thrown, bench, languageOf(c, undefined))));
  return app;
}

async function routed(c: Context, served: Served, route: Route): Promise<Response> {
  const {bench} = served;
  const known = knownFrom(c, bench);
  if (known === undefined)
    return route.method === 'GET'
      ? c.redirect('/sign-in', 303)
      : replied(c, served, undefined, {refusal: {reason: 'not-signed-in'}});
  const {who} = known;
  const log = (answer: string, looked?: {readonly records?: readonly string[]; readonly why?: string}) =>
    bench.log.add(
      {who: who.id, verb: route.verb, what: `${route.method} ${c.req.path}`, answer, ...why(known), ...looked},
      bench.effects.now(),
    );
  const refused = async (refusal: Refusal) => {
    await log(`refused: ${refusal.reason}`);
    return replied(c, served, known, {refusal});
  };
  if (!may(who.roles, route.verb)) return refused({reason: 'not-yours-to-do', verb: route.verb, roles: who.roles});
  const asked = await askedOf(c, served, known);
  if (route.method === 'POST') {
    if (!isFormOf(known.session, asked.field('_form'))) return refused({reason: 'form-not-ours'});
    // What is about to be changed is on disk before it is.
    if (changes(route)) await log('asked');
  }
  const run = async (progress: Progress): Promise<Answer> => {
    const work = async (): Promise<Answer> => {
      // Whoever has stopped it meanwhile, or may no longer, has it not begun.
      progress({stage: 'open', done: 0});
      const now = bench.team.find(who.id);
      if (now === undefined) return {refusal: {reason: 'not-signed-in'}};
      if (!may(now.roles, route.verb))
        return {refusal: {reason: 'not-yours-to-do', verb: route.verb, roles: now.roles}};
      return route.answer({...asked, progress});
    };
    const answer = await (route.apart ? work() : changes(route) ? bench.turns.change(work) : bench.turns.look(work));
    if (changes(route) && !('refusal' in answer)) bench.changed();
    await log(loggedAs(route, answer), 'looked' in answer ? answer.looked : undefined);
    await bench.anchor();
    return answer;
  };
  const waits = route.apart !== true && (await isBusy(served));
  if (waits && route.method === 'GET' && route.long === undefined) return busy(c, served, known);
  const backOf = route.long ?? (waits ? () => '/' : undefined);
  if (backOf === undefined) return replied(c, served, known, await run(silent));
  const place = route.method === 'GET' ? c.req.url.slice(new URL(c.req.url).origin.length) : undefined;
  const begun = place === undefined ? undefined : bench.works.at(place, known.session);
  if (begun !== undefined) return waitedFor(c, served, known, begun);
  const back = backOf(asked);
  return worked(c, served, known, {
    run,
    session: known.session,
    place,
    stops: back !== undefined,
    typed: typedIn(await formOf(c)),
    async stopped() {
      await log('stopped');
      return {goTo: back ?? '/', notice: asked.language.workbench.working.stopped};
    },
    failed: (thrown) => failed(thrown, bench, asked.language),
  });
}

const changes = ({method, tries}: Route): boolean => method === 'POST' && tries !== true;

/** A form that comes back to be mended has changed nothing. */
const loggedAs = (route: Route, answer: Answer): string => {
  if ('refusal' in answer) return `refused: ${answer.refusal.reason}`;
  if ('page' in answer && answer.page.status === 422) return 'refused: not-recorded';
  return changes(route) ? 'done' : 'shown';
};

/** Why persons are open that otherwise are not stands at every look. */
const why = ({session: {glass}}: Asking) => (glass === undefined ? {} : {why: glass.why});
