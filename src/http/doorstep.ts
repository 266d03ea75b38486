/**
 * Where one comes in: by a link that works once. Asking for the page of a link spends nothing, so whoever previews it takes nothing;
 * only the form that the page holds does.
 */
import {getConnInfo} from '@hono/node-server/conninfo';
import type {Context, Hono} from 'hono';
import type {Refusal} from '#concepts/refusal';
import {defect} from '#kit/defect';
import {enterPage, signInPage} from '#web/enter';
import {refusedPage} from '#web/refused';
import type {Served} from './app.ts';
import {formOf, knownFrom} from './asking.ts';
import {parsed} from './casework/account.ts';
import {keepQuestion, questionOf} from './cookies.ts';
import {originOf} from './headers.ts';
import {letIn} from './let-in.ts';
import {officeSignIn} from './office-sign-in.ts';
import {requestOptions, shownPasskey} from './passkeys.ts';
import {answerWith, languageOf} from './reply.ts';

const LONGEST_NAME = 80;

/** What every way in has in common. */
export interface Step {
  refused(c: Context, refusal: Refusal): Promise<Response>;
  waiting(c: Context): Refusal | undefined;
  here(c: Context): string;
  failed(c: Context): void;
  succeeded(c: Context): void;
}

export function doorstep(app: Hono, served: Served): void {
  const {bench, origins} = served;
  const {team, attempts, challenges, log, effects, office} = bench;
  const refused = async (c: Context, refusal: Refusal) => {
    await log.add({who: '-', verb: 'own', what: 'enter', answer: `refused: ${refusal.reason}`}, effects.now());
    const language = languageOf(c, undefined);
    return answerWith(c, bench, undefined, {page: refusedPage(refusal, language)}, language);
  };
  const here = (c: Context): string => originOf(c, origins) ?? defect('a place that is not ours');
  const waiting = (c: Context): Refusal | undefined => {
    const seconds = attempts.wait(addressOf(c));
    return seconds === 0 ? undefined : {reason: 'too-many-attempts', seconds};
  };

  officeSignIn(app, served, {
    refused,
    waiting,
    here,
    failed: (c) => attempts.failed(addressOf(c)),
    succeeded: (c) => attempts.succeeded(addressOf(c)),
  });

  app.get('/sign-in', (c) => {
    const language = languageOf(c, undefined);
    const out = c.req.query('out') !== undefined;
    const page = signInPage({out, office: office[language.tag], hasProvider: bench.provider !== undefined}, language);
    return answerWith(c, bench, knownFrom(c, bench), {page}, language);
  });

  app.get('/enter/:token', async (c) => {
    const wait = waiting(c);
    if (wait !== undefined) return refused(c, wait);
    const account = team.whose(c.req.param('token'));
    if (account === undefined) {
      attempts.failed(addressOf(c));
      return refused(c, {reason: 'link-not-valid'});
    }
    const language = languageOf(c, undefined);
    const isFirst = team.all().length === 1 && account.name === '';
    const page = enterPage({name: account.name, isFirst, path: c.req.path, office: office[language.tag]}, language);
    return answerWith(c, bench, undefined, {page}, language);
  });

  app.post('/enter/:token', async (c) => {
    const wait = waiting(c);
    if (wait !== undefined) return refused(c, wait);
    const token = c.req.param('token');
    const given = (await formOf(c)).get('name');
    const name = typeof given === 'string' ? given.trim().slice(0, LONGEST_NAME) : '';
    const language = languageOf(c, undefined);
    const before = team.whose(token);
    if (before !== undefined && before.name === '' && name === '')
      return refused(c, {reason: 'not-filled-in', field: language.workbench.enter.name});
    const entered = await team.enter(token, name === '' ? undefined : name);
    if (!entered.ok) {
      if (entered.refusal.reason === 'link-not-valid') attempts.failed(addressOf(c));
      return refused(c, entered.refusal);
    }
    attempts.succeeded(addressOf(c));
    const {id} = entered.value;
    await log.add({who: id, verb: 'own', what: 'enter', answer: 'done'}, effects.now());
    letIn(c, bench, id, here(c));
    return c.redirect('/', 303);
  });

  /** A question to whoever stands there: of which session it is not known yet, so the browser keeps a name for it. */
  app.post('/sign-in/ask', async (c) => {
    const wait = waiting(c);
    if (wait !== undefined) return refused(c, wait);
    const options = await requestOptions(here(c));
    const name = Buffer.from(effects.random(16)).toString('base64url');
    keepQuestion(c, name, here(c));
    challenges.ask(name, options.challenge);
    c.header('cache-control', 'no-store');
    return c.json(options);
  });

  app.post('/sign-in', async (c) => {
    const wait = waiting(c);
    if (wait !== undefined) return refused(c, wait);
    const challenge = challenges.take(questionOf(c) ?? '');
    const response = parsed(String((await formOf(c)).get('_passkey') ?? ''));
    const origin = here(c);
    const shown = challenge === undefined ? undefined : await shownPasskey(response, challenge, origin, team.open());
    if (shown === undefined) {
      attempts.failed(addressOf(c));
      return refused(c, {reason: 'passkey-not-true'});
    }
    const {account, passkeys} = shown;
    await team.change(account.id, {passkeys});
    attempts.succeeded(addressOf(c));
    await log.add({who: account.id, verb: 'own', what: 'sign-in', answer: 'done'}, effects.now());
    letIn(c, bench, account.id, here(c));
    return c.redirect('/', 303);
  });
}

const addressOf = (c: Context): string => getConnInfo(c).remote.address ?? '';
