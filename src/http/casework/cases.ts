/** Persons: found by what is typed, which is in no address, and read as files. */
import {may} from '#concepts/rights';
import {type Instant, parseInstant} from '#kit/instant';
import {caseFile} from '#production/case-file';
import {findPersons} from '#production/case-search';
import {casePage} from '#web/casework/case';
import {casesPage} from '#web/casework/cases';
import type {Route} from '../route.ts';
import {GLASS_MS} from '../sessions.ts';

export const caseRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/cases',
    verb: 'case.read',
    async answer({bench: {folder, effects}, who, authority, session, language, query}) {
      const typed = session.typed.get(query('search') ?? '');
      const found = typed === undefined ? undefined : await findPersons(folder, typed, authority, effects);
      if (found?.ok === false) return found;
      const registers = may(who.roles, 'case.record')
        ? `/cases/new/assessment?search=${encodeURIComponent(query('search') ?? '')}`
        : undefined;
      return {
        page: casesPage(
          {typed, found: found?.value, isLimited: who.authority !== undefined, formToken: session.formToken, registers},
          language,
        ),
        looked: {records: found?.value.persons.map(({record}) => record) ?? []},
      };
    },
  },
  {
    method: 'POST',
    path: '/cases',
    verb: 'case.read',
    async answer({bench: {sessions}, session, field}) {
      const typed = field('typed');
      return {goTo: typed === undefined ? '/cases' : `/cases?search=${sessions.remember(session, typed)}`};
    },
  },
  {
    method: 'POST',
    path: '/cases/break-glass',
    verb: 'case.break-glass',
    async answer({bench: {effects}, session, language, field}) {
      const {glass: words} = language.workbench;
      const why = field('why');
      if (why === undefined) return {refusal: {reason: 'not-filled-in', field: words.why}};
      session.glass = {until: Date.parse(effects.now()) + GLASS_MS, why};
      return {goTo: '/cases', notice: words.broken, looked: {why}};
    },
  },
  {
    method: 'POST',
    path: '/cases/mend-glass',
    verb: 'case.break-glass',
    async answer({session, language}) {
      session.glass = undefined;
      return {goTo: '/cases', notice: language.workbench.glass.mended};
    },
  },
  {
    method: 'GET',
    path: '/cases/:record',
    verb: 'case.read',
    async answer({bench: {folder, effects}, who, authority, language, param, query}) {
      const asAt = momentOf(query('as-at'));
      const read = await caseFile(folder, param('record'), authority, asAt, effects);
      if (!read.ok) return read;
      return {
        page: casePage({...read.value, asAt, records: asAt === undefined && may(who.roles, 'case.record')}, language),
        looked: {records: read.value.person.records},
      };
    },
  },
];

const momentOf = (given: string | undefined): Instant | undefined =>
  given === undefined || given === '' ? undefined : parseInstant(given);
