/** Who has access: accounts, their roles, and the links that let people in. */
import {UNKNOWN} from '#concepts/code-list';
import {ROLES} from '#concepts/rights';
import {namingOf} from '#production/naming';
import {openWorkspace} from '#production/workspace';
import {linkPage, teamPage} from '#web/casework/team';
import type {Asked, Route} from '../route.ts';

export const teamRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/team',
    verb: 'team.read',
    apart: true,
    async answer({bench: {team, folder}, session, language}) {
      const workspace = await openWorkspace(folder);
      if (!workspace.ok) return workspace;
      const {profile} = workspace.value;
      const words = namingOf(profile).words(language.tag);
      const codes = new Set((profile.codeLists.get('authority')?.rows ?? []).map(({code}) => code));
      codes.delete(UNKNOWN);
      const authorities = [...codes].map((code) => [code, words.code('authority', code)] as const);
      return {page: teamPage({accounts: team.open(), authorities, formToken: session.formToken}, language)};
    },
  },
  {
    method: 'POST',
    path: '/team',
    verb: 'team.change',
    async answer(asked) {
      const {bench, language, field} = asked;
      const name = field('name');
      if (name === undefined) return {refusal: {reason: 'not-filled-in', field: language.workbench.team.name}};
      const invited = await bench.team.invite({name, roles: rolesIn(asked), authority: field('authority')});
      return invited.ok ? {page: linkPage({...invited.value, origin: asked.origin}, language)} : invited;
    },
  },
  {
    method: 'POST',
    path: '/team/:id',
    verb: 'team.change',
    async answer(asked) {
      const {bench, param, field, language} = asked;
      const id = param('id');
      const roles = rolesIn(asked);
      const changed = await bench.team.change(id, {roles, authority: field('authority')});
      if (!changed.ok) return changed;
      return {goTo: '/team', notice: language.workbench.team.saved};
    },
  },
  {
    method: 'POST',
    path: '/team/:id/link',
    verb: 'team.change',
    async answer({bench: {team}, param, language, origin}) {
      const linked = await team.link(param('id'));
      return linked.ok ? {page: linkPage({...linked.value, origin}, language)} : linked;
    },
  },
  {
    method: 'POST',
    path: '/team/:id/close',
    verb: 'team.change',
    async answer({bench: {team, sessions}, param, language}) {
      const closed = await team.close(param('id'));
      if (!closed.ok) return closed;
      sessions.endAllOf(param('id'));
      return {goTo: '/team', notice: language.workbench.team.closed};
    },
  },
];

const rolesIn = ({fields}: Asked) => ROLES.filter((role) => fields('role').includes(role));
