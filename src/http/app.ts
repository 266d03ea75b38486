/**
 * The workbench as one function from request to answer. For every route alike: whose host it is, who is signed in, whether they may,
 * whether the form is ours, whose turn it is, and the log, which is on disk before anything is shown.
 */
import {type Context, Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import type {Refusal} from '#concepts/refusal';
import {may} from '#concepts/rights';
import {brokenPage} from '#web/broken';
import {refusedPage} from '#web/refused';
import {type Asking, askedOf, formOf, knownFrom, typedIn} from './asking.ts';
import type {Assets} from './assets.ts';
import type {Bench} from './bench.ts';
import {isDiskFull} from './disk-full.ts';
import {doorstep} from './doorstep.ts';
import {protect} from './headers.ts';
import {answerWith, languageOf} from './reply.ts';
import type {Answer, Route} from './route.ts';
import {isFormOf} from './sessions.ts';
import {chooseLanguage} from './spoken.ts';

export interface Served {
  readonly bench: Bench;
  readonly assets: Assets;
  readonly routes: readonly Route[];
  /** Where browsers know us, as in `http://localhost:4711`: nothing else is answered. */
  readonly origins: readonly string[];
}

export const LARGEST_BODY = 64 * 1024 * 1024;

export function workbenchApp(served: Served): Hono {
  const {assets, routes, bench} = served;
  const app = new Hono();
  protect(app, served.origins);
  const tooLarge = (c: Context) =>
    replied(c, served, undefined, {refusal: {reason: 'form-too-large', limit: LARGEST_BODY}});
  app.use(bodyLimit({maxSize: LARGEST_BODY, onError: tooLarge}));
  assets.serve(app);
  app.get('/language/:tag', chooseLanguage);
  doorstep(app, served);
  for (const route of routes) app.on(route.method, route.path, (c) => routed(c, served, route));
  app.notFound((c) => replied(c, served, undefined, {refusal: {reason: 'no-such-page'}}));
  app.onError((thrown, c) => {
    if (isDiskFull(thrown)) return replied(c, served, undefined, {refusal: {reason: 'disk-full'}});
    // Where it went wrong, without what it was working on.
    bench.told(thrown);
    return replied(c, served, undefined, {page: brokenPage(languageOf(c, undefined))});
  });
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
  const answer = await (changes(route)
    ? bench.turns.change(() => route.answer(asked))
    : bench.turns.look(() => route.answer(asked)));
  if ('refusal' in answer) return refused(answer.refusal);
  if (changes(route)) bench.changed();
  await log(loggedAs(route, answer), 'looked' in answer ? answer.looked : undefined);
  await bench.anchor();
  return replied(c, served, known, answer);
}

const changes = ({method, tries}: Route): boolean => method === 'POST' && tries !== true;

/** A form that comes back to be mended has changed nothing. */
const loggedAs = (route: Route, answer: Answer): string =>
  'page' in answer && answer.page.status === 422 ? 'refused: not-recorded' : changes(route) ? 'done' : 'shown';

/** Only a page that nobody has to be signed in for is shown without a session. */
async function replied(c: Context, {bench}: Served, known: Asking | undefined, answer: Answer): Promise<Response> {
  const language = languageOf(c, known);
  const shown =
    'refusal' in answer ? {page: refusedPage(answer.refusal, language, await typedBy(c, answer.refusal))} : answer;
  return answerWith(c, bench, known ?? knownFrom(c, bench), shown, language);
}

/** Of what is too large nothing is read. */
const typedBy = async (c: Context, {reason}: Refusal): Promise<readonly string[]> =>
  reason === 'form-too-large' ? [] : typedIn(await formOf(c));

/** Why persons are open that otherwise are not stands at every look. */
const why = ({session: {glass}}: Asking) => (glass === undefined ? {} : {why: glass.why});
