/** Where one comes in, and where one stands who is not in. */
import {html} from 'hono/html';
import type {Language} from '#language/language';
import type {PageContent} from './page.ts';

export interface Entering {
  /** Empty: whoever it is says who they are. */
  readonly name: string;
  readonly isFirst: boolean;
  /** Of the link. */
  readonly path: string;
  readonly office: string;
}

export function enterPage({name, isFirst, path, office}: Entering, {workbench: {enter: words}}: Language): PageContent {
  return {
    title: words.welcome(office),
    place: undefined,
    body: html`${isFirst ? html`<p>${words.first}</p>` : ''}
<form method="post" action="${path}" class="form">
<div class="form-group"><label class="form-label" for="name">${words.name}</label><span class="form-hint" id="name-hint">${words.nameHint}</span>
<input class="form-input" id="name" name="name" value="${name}" maxlength="80" autocomplete="name" required aria-describedby="name-hint"></div>
<button class="button button-primary">${words.enter}</button>
</form>`,
  };
}

export const signInPage = (
  {out, office, hasProvider}: {readonly out: boolean; readonly office: string; readonly hasProvider: boolean},
  {workbench: {enter: words}}: Language,
): PageContent => ({
  title: words.welcome(office),
  place: undefined,
  body: html`${out ? html`<div class="alert alert-success" role="status"><p class="alert-text">${words.signedOut}</p></div>` : ''}${hasProvider ? html`<p><a class="button button-primary" href="/sign-in/office">${words.office}</a></p>` : ''}<form method="post" action="/sign-in" data-passkey="show" data-ask="/sign-in/ask" class="form"><button class="button ${hasProvider ? 'button-secondary' : 'button-primary'}">${words.passkey}</button><p role="alert" data-failed hidden>${words.noPasskey}</p></form><p>${words.howIn}</p>`,
});

/** Between the office's identity provider and the workbench: the browser goes on by itself, or by the link. */
export const officePage = (
  {isJoined, to}: {readonly isJoined: boolean; readonly to: string},
  {workbench: {enter: words}}: Language,
): PageContent => ({
  title: isJoined ? words.joined : words.letIn,
  place: undefined,
  body: html`<p><a href="${to}">${words.goOn}</a></p>`,
});
