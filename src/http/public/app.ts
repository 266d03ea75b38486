/**
 * The public pages as one function from request to answer. They look and nothing else: no form is received, no session made, nothing is
 * written, and what they show comes through the public door alone.
 */
import {type Context, Hono} from 'hono';
import type {Assets} from '#http/assets';
import {protect} from '#http/headers';
import {chooseLanguage} from '#http/spoken';
import type {Shelf} from '#production/published';
import {faultPage, missingPage, onlyLookingPage} from '#web/public/frame';
import {EXPLORE_STYLE} from '#web/public/style';
import {editionAt, file, front} from './lists.ts';
import {answerPage, languageOf} from './reply.ts';
import {tableAt} from './tables.ts';

export interface Public {
  readonly shelf: Shelf;
  readonly assets: Assets;
  /** Its name and version. */
  readonly program: string;
  readonly origins: readonly string[];
  told(thrown: unknown): void;
}

export function publicApp(shown: Public): Hono {
  const app = new Hono();
  protect(app, shown.origins);
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    c.header('allow', 'GET, HEAD');
    return answerPage(c, shown, onlyLookingPage(languageOf(c)));
  });
  shown.assets.serve(app);
  app.get('/assets/explore.css', (c) => {
    c.header('content-type', 'text/css; charset=utf-8');
    c.header('cache-control', 'public, max-age=3600');
    return c.body(EXPLORE_STYLE);
  });
  app.get('/language/:tag', chooseLanguage);
  app.get('/', (c) => front(c, shown));
  app.get('/:edition', (c) => editionAt(c, shown));
  app.get('/:edition/tables/:table', (c) => tableAt(c, shown));
  app.get('/:edition/files/:file{.+}', (c) => file(c, shown));
  app.notFound((c: Context) => answerPage(c, shown, missingPage(languageOf(c))));
  app.onError((thrown, c) => {
    shown.told(thrown);
    return answerPage(c, shown, faultPage(languageOf(c)));
  });
  return app;
}
