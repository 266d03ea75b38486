/** One's own account: its passkeys, made and taken away, and where it is signed in. */

import {instant} from '#kit/instant';
import {accountPage} from '#web/casework/account';
import {creationOptions, madePasskey} from '../passkeys.ts';
import type {Route} from '../route.ts';

const LONGEST_NAME = 40;

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/account',
    verb: 'own',
    apart: true,
    async answer({bench: {provider, sessions}, who, session, language}) {
      const open = sessions.openOf(who.id).map(({id, browser, since, seen}) => ({
        id,
        browser,
        since: instant(new Date(since).toISOString()),
        seen: instant(new Date(seen).toISOString()),
        isThis: id === session.id,
      }));
      const {formToken} = session;
      return {page: accountPage({account: who, open, formToken, hasProvider: provider !== undefined}, language)};
    },
  },
  {
    method: 'POST',
    path: '/account/sessions/end',
    verb: 'own',
    async answer({bench: {sessions}, session, language, field}) {
      sessions.endOf(session, field('_id'));
      return {goTo: '/account', notice: language.workbench.account.ended};
    },
  },
  {
    method: 'POST',
    path: '/account/passkeys/ask',
    verb: 'own',
    async answer({bench: {challenges}, who, origin}) {
      const options = await creationOptions(who, origin);
      challenges.ask(who.id, options.challenge);
      return {json: options};
    },
  },
  {
    method: 'POST',
    path: '/account/passkeys',
    verb: 'own',
    async answer({bench: {challenges, team, effects}, who, language, origin, field}) {
      const words = language.workbench.account;
      const challenge = challenges.take(who.id);
      const name = (field('name') ?? words.unnamed).slice(0, LONGEST_NAME);
      const response = parsed(field('_passkey'));
      const made =
        challenge === undefined ? undefined : await madePasskey(response, challenge, origin, name, effects.now());
      if (made === undefined) return {refusal: {reason: 'passkey-not-true'}};
      const kept = await team.change(who.id, {passkeys: [...who.passkeys, made]});
      return kept.ok ? {goTo: '/account', notice: words.added} : kept;
    },
  },
  {
    method: 'POST',
    path: '/account/passkeys/remove',
    verb: 'own',
    async answer({bench: {team}, who, language, field}) {
      const left = who.passkeys.filter(({id}) => id !== field('_id'));
      const kept = await team.change(who.id, {passkeys: left});
      return kept.ok ? {goTo: '/account', notice: language.workbench.account.removed} : kept;
    },
  },
  {
    method: 'POST',
    path: '/account/office/part',
    verb: 'own',
    async answer({bench: {team}, who, language}) {
      const kept = await team.change(who.id, {oidc: undefined});
      return kept.ok ? {goTo: '/account', notice: language.workbench.account.parted} : kept;
    },
  },
];

export function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
