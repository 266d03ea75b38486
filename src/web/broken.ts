/** A page for a fault of ours: it tells nothing of what was being worked on. */
import {html} from 'hono/html';
import type {Language} from '#language/language';
import type {PageContent} from './page.ts';

export const brokenPage = ({cli, workbench}: Language): PageContent => ({
  title: workbench.refused,
  place: undefined,
  status: 500,
  body: html`<div class="alert alert-error" role="alert"><p class="alert-text">${cli.defect('http')}</p></div><p><a href="/">${workbench.back}</a></p>`,
});
