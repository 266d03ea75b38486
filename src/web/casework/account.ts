/** One's own account: how one comes in, where one is signed in, and what the log says of one. */
import {html} from 'hono/html';
import type {Instant} from '#kit/instant';
import type {Language} from '#language/language';
import type {Account} from '#production/team';
import {type Html, momentShown, ours, type PageContent, shown} from '../page.ts';

export interface OwnAccount {
  readonly account: Account;
  readonly open: readonly OpenSession[];
  readonly formToken: string;
  /** The office's identity provider may let whoever it is in. */
  readonly hasProvider: boolean;
}

/** Where one is signed in. */
export interface OpenSession {
  readonly id: string;
  readonly browser: string | undefined;
  readonly since: Instant;
  readonly seen: Instant;
  readonly isThis: boolean;
}

export function accountPage({account, open, formToken, hasProvider}: OwnAccount, language: Language): PageContent {
  const {account: words, roles, places} = language.workbench;
  const body = html`<p>${account.roles.map((role) => roles[role].name).join(', ')}</p>
<p><a href="/me">${places.me}</a></p>
<section><h2>${words.passkeys}</h2><p>${words.passkeysHelp}</p>
${account.passkeys.length === 0 ? html`<p>${words.none}</p>` : html`<ul class="accounts passkeys">${account.passkeys.map((one) => passkeyOf(one, formToken, language))}</ul>`}
<form method="post" action="/account/passkeys" class="form" data-passkey="make" data-ask="/account/passkeys/ask">${ours(formToken)}
<div class="form-group"><label class="form-label" for="name">${words.name}</label><span class="form-hint" id="name-hint">${words.nameHint}</span><input class="form-input" id="name" name="name" maxlength="40" aria-describedby="name-hint"></div>
<button class="button button-primary">${words.add}</button><noscript><p>${words.needsScript}</p></noscript><p role="alert" data-failed hidden>${words.failed}</p></form></section>${hasProvider ? officeOf(account, formToken, language) : ''}
<section><h2>${words.sessions}</h2><p>${words.sessionsHelp}</p>
<ul class="accounts">${open.map((one) => sessionOf(one, formToken, language))}</ul>
${open.length > 2 ? html`<form method="post" action="/account/sessions/end">${ours(formToken)}<button class="button button-secondary">${words.endOthers}</button></form>` : ''}</section>`;
  return {title: account.name, place: undefined, body};
}

const officeOf = ({oidc}: Account, formToken: string, {workbench: {account: words}}: Language): Html => html`
<section><h2>${words.office}</h2>${
  oidc === undefined
    ? html`<p>${words.officeHelp}</p><p><a class="button button-secondary" href="/sign-in/office/join">${words.join}</a></p>`
    : html`<p>${words.isJoined}</p><form method="post" action="/account/office/part">${ours(formToken)}<button class="button button-secondary">${words.part}</button></form>`
}</section>`;

function sessionOf({id, browser, since, seen, isThis}: OpenSession, formToken: string, language: Language): Html {
  const {account: words} = language.workbench;
  const name = browser ?? words.someBrowser;
  return html`<li><h3>${name}${isThis ? ` (${words.here})` : ''}</h3><p>${words.since} ${momentShown(since, language)}, ${words.lastUsed} ${momentShown(seen, language)}</p>
${isThis ? '' : html`<form method="post" action="/account/sessions/end">${ours(formToken)}<input type="hidden" name="_id" value="${id}"><button class="button button-secondary">${words.end}<span class="sr-only"> ${name}, ${momentShown(since, language)}</span></button></form>`}</li>`;
}

const passkeyOf = (
  {id, name, addedAt}: Account['passkeys'][number],
  formToken: string,
  language: Language,
): Html => html`<li><h3>${name}</h3><p>${shown(addedAt.slice(0, 10), language)}</p>
<form method="post" action="/account/passkeys/remove">${ours(formToken)}<input type="hidden" name="_id" value="${id}"><button class="button button-secondary">${language.workbench.account.remove}<span class="sr-only"> ${name}</span></button></form></li>`;
