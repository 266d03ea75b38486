/** Long work in the browser: waited for a moment, then told of on a page that asks again by itself until it can show the answer. */
import type {Context, Hono} from 'hono';
import {workingPage} from '#web/working';
import type {Served} from './app.ts';
import {type Asking, askedOf, knownFrom} from './asking.ts';
import {languageOf} from './reply.ts';
import {replied} from './respond.ts';
import {isFormOf} from './sessions.ts';
import {type Begun, PATIENCE_MS, type Work} from './works.ts';

export const worked = (c: Context, served: Served, known: Asking, begun: Begun): Promise<Response> =>
  waitedFor(c, served, known, served.bench.works.begin(begun));

/** A page is asked for again at its own address; a form at one that is the work's. */
export async function waitedFor(c: Context, served: Served, known: Asking, work: Work): Promise<Response> {
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
  if ((await Promise.race([work.ended, patience])) === undefined)
    return work.place === undefined ? c.redirect(`/working/${work.id}`, 303) : told(c, served, known, work);
  served.bench.works.let(work);
  return replied(c, served, known, await work.ended, work.typed);
}

function told(c: Context, served: Served, known: Asking, work: Work): Promise<Response> {
  const seconds = Math.floor((Date.now() - work.begun) / 1000);
  c.header('refresh', String(seconds < 20 ? 1 : 5));
  const page = workingPage({...work, seconds, formToken: known.session.formToken}, languageOf(c, known));
  return replied(c, served, known, {page});
}

/** Of nobody's data: what the work itself shows is in the log where it is done. */
export function working(app: Hono, served: Served): void {
  app.get('/working/:id', async (c) => {
    const found = await workIn(c, served);
    if (found instanceof Response) return found;
    const {known, work} = found;
    if (work.answer !== undefined) return replied(c, served, known, work.answer, work.typed);
    return told(c, served, known, work);
  });
  app.post('/working/:id/stop', async (c) => {
    const found = await workIn(c, served);
    if (found instanceof Response) return found;
    const {known, work} = found;
    const asked = await askedOf(c, served, known);
    if (!isFormOf(known.session, asked.field('_form')))
      return replied(c, served, known, {refusal: {reason: 'form-not-ours'}});
    work.stop();
    return c.redirect(work.place ?? `/working/${work.id}`, 303);
  });
}

async function workIn(c: Context, served: Served): Promise<Response | {readonly known: Asking; readonly work: Work}> {
  const known = knownFrom(c, served.bench);
  if (known === undefined) return c.redirect('/sign-in', 303);
  const work = served.bench.works.find(c.req.param('id') ?? '', known.session);
  return work === undefined ? replied(c, served, known, {refusal: {reason: 'no-such-page'}}) : {known, work};
}
