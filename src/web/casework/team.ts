/** Who has access, what each may, and how each comes in. */
import {html, raw} from 'hono/html';
import {ROLES, type Role} from '#concepts/rights';
import type {Language} from '#language/language';
import type {Account, Invited} from '#production/team';
import {type Html, ours, type PageContent, shown} from '../page.ts';

export interface ShownTeam {
  readonly accounts: readonly Account[];
  readonly authorities: readonly (readonly [code: string, name: string])[];
  readonly formToken: string;
}

export function teamPage(team: ShownTeam, language: Language): PageContent {
  const {team: words} = language.workbench;
  const body = html`<section><h2>${words.people}</h2><ul class="accounts">${team.accounts.map((one) => accountOf(one, team, language))}</ul></section>
<section><h2>${words.add}</h2><form method="post" action="/team" class="form">${ours(team.formToken)}
<div class="form-group"><label class="form-label" for="name">${words.name}</label><input class="form-input" id="name" name="name" maxlength="80" required></div>
${rolesOf('new', [], language)}${authorityOf('new', undefined, team, language)}
<button class="button button-primary">${words.add}</button></form></section>`;
  return {title: words.title, place: 'team', body};
}

function accountOf(account: Account, team: ShownTeam, language: Language): Html {
  const {team: words, roles: named} = language.workbench;
  const {id, name, roles, authority} = account;
  return html`<li><h3>${name === '' ? '–' : name}</h3>
<p>${roles.map((role) => named[role].name).join(', ')}${authority === undefined ? '' : ` · ${words.authority} ${team.authorities.find(([code]) => code === authority)?.[1] ?? authority}`} · ${wayIn(account, language)}</p>
<details class="details"><summary class="details-summary">${words.change}<span class="sr-only"> ${name}</span></summary><div class="details-text">
<form method="post" action="/team/${id}" class="form">${ours(team.formToken)}${rolesOf(id, roles, language)}${authorityOf(id, authority, team, language)}<button class="button button-primary">${words.save}</button></form>
<div class="beside"><form method="post" action="/team/${id}/link">${ours(team.formToken)}<button class="button button-secondary">${words.newLink}</button></form>
<form method="post" action="/team/${id}/close">${ours(team.formToken)}<button class="button button-secondary">${words.close}</button></form></div></div></details></li>`;
}

function wayIn({link, passkeys, name}: Account, language: Language): string {
  const {team: words} = language.workbench;
  if (link !== undefined) return words.waiting(shown(link.until.slice(0, 10), language));
  return passkeys.length === 0 && name === '' ? words.noWayIn : words.passkeys(passkeys.length);
}

const rolesOf = (id: string, chosen: readonly Role[], {workbench: {team: words, roles}}: Language): Html => html`
<fieldset class="form-group"><legend class="form-label">${words.roles}</legend>${ROLES.map(
  (role) =>
    html`<div class="form-group-checkbox"><input class="form-checkbox" type="checkbox" id="${id}-${role}" name="role" value="${role}" ${chosen.includes(role) ? raw('checked') : ''}><label class="form-label" for="${id}-${role}">${roles[role].name}: ${roles[role].does}</label></div>`,
)}</fieldset>`;

const authorityOf = (
  id: string,
  chosen: string | undefined,
  {authorities}: ShownTeam,
  {workbench: {team: words}}: Language,
): Html => html`
<div class="form-group"><label class="form-label" for="${id}-authority">${words.authority}</label><select class="form-select" id="${id}-authority" name="authority"><option value="">${words.everyAuthority}</option>${authorities.map(
  ([code, name]) => html`<option value="${code}" ${code === chosen ? raw('selected') : ''}>${name}</option>`,
)}</select></div>`;

/** Shown this once: of a link only a digest is kept. */
export function linkPage(
  {account, token, origin}: Invited & {readonly origin: string},
  language: Language,
): PageContent {
  const {team: words} = language.workbench;
  const until = shown((account.link?.until ?? '').slice(0, 10), language);
  return {
    title: words.newLink,
    place: 'team',
    body: html`<p><label class="form-label" for="link">${words.link(account.name, until)}</label></p>
<input class="form-input link" id="link" readonly value="${origin}/enter/${token}" data-select>
<p>${words.linkHelp}</p><p><a href="/team">${language.workbench.back}</a></p>`,
  };
}
