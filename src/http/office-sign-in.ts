/**
 * In by the office's identity provider. An account is joined to a person there by whoever is signed in to it, after which that
 * person comes in without a link; nobody has an account by being known there.
 */
import type {Context, Hono} from 'hono';
import type {Refusal} from '#concepts/refusal';
import {officePage} from '#web/enter';
import type {Served} from './app.ts';
import {knownFrom} from './asking.ts';
import {askedOffice, forgetOffice, keepOffice} from './cookies.ts';
import type {Step} from './doorstep.ts';
import {letIn} from './let-in.ts';
import {answerWith, languageOf} from './reply.ts';

const BACK = '/sign-in/office/back';

export function officeSignIn(app: Hono, {bench}: Served, {refused, waiting, here, failed, succeeded}: Step): void {
  const {provider, team, log, effects} = bench;
  if (provider === undefined) return;

  const asked = async (c: Context, joins: string | undefined) => {
    const wait = waiting(c);
    if (wait !== undefined) return refused(c, wait);
    const there = await provider.ask(`${here(c)}${BACK}`, joins);
    if (there === undefined) return refused(c, {reason: 'provider-not-reached'});
    keepOffice(c, there.name, here(c));
    c.header('cache-control', 'no-store');
    return c.redirect(there.to.href, 303);
  };

  app.get('/sign-in/office', (c) => asked(c, undefined));

  // Not followed from elsewhere: without its session, which no other site can make a browser send, it is nobody's.
  app.get('/sign-in/office/join', async (c) => {
    const known = knownFrom(c, bench);
    return known === undefined ? c.redirect('/sign-in', 303) : asked(c, known.who.id);
  });

  app.get(BACK, async (c) => {
    const wait = waiting(c);
    if (wait !== undefined) return refused(c, wait);
    const at = new URL(BACK, here(c));
    at.search = new URL(c.req.url).search;
    const answer = await provider.answer(askedOffice(c) ?? '', at);
    forgetOffice(c);
    const no = (refusal: Refusal) => {
      failed(c);
      return refused(c, refusal);
    };
    if (answer === undefined) return no({reason: 'provider-not-true'});
    const account = answer.joins === undefined ? team.bySubject(answer.who) : await team.join(answer.joins, answer.who);
    if (account === undefined) return no({reason: 'not-joined'});
    if ('ok' in account && !account.ok) return no(account.refusal);
    const {id} = 'ok' in account ? account.value : account;
    succeeded(c);
    const language = languageOf(c, undefined);
    const isJoined = answer.joins !== undefined;
    await log.add({who: id, verb: 'own', what: isJoined ? 'join' : 'sign-in', answer: 'done'}, effects.now());
    if (!isJoined) letIn(c, bench, id, here(c));
    // A page of ours, from which the browser goes on: a session is not sent along a way that began elsewhere.
    const to = isJoined ? '/account' : '/';
    c.header('refresh', `0; url=${to}`);
    return answerWith(c, bench, undefined, {page: officePage({isJoined, to}, language)}, language);
  });
}
