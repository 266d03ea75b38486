/** Somebody whom the register does not have, entered at a form; who may be the same is shown before anything is kept. */
import type {RecordNumber} from '#concepts/record-number';
import {typedPartialDate} from '#language/days';
import type {Given} from '#production/entry';
import {ENTRY_KINDS, type EntryKind, isAboutFacts, isEntryKind} from '#production/entry-fields';
import {
  ALIAS,
  BORN,
  ESTIMATED,
  kindsFor,
  NAME,
  type NewPersonForm,
  NUMBER,
  newPersonForm,
  PHONE,
  registerPerson,
} from '#production/new-person';
import {newKindsPage, newPersonPage} from '#web/casework/new';
import type {Answer, Asked, Route} from '../route.ts';
import type {Session} from '../sessions.ts';

/** What is said of a fact needs one. */
const KINDS: readonly EntryKind[] = ENTRY_KINDS.filter(isEntryKind).filter((kind) => !isAboutFacts(kind));

/** By the form's own name: a form sent twice registers once. */
const registered = new WeakMap<Session, Map<string, RecordNumber>>();

export const newPersonRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/cases/new',
    verb: 'case.record',
    answer: async ({authority, language}) => ({page: newKindsPage(kindsFor(KINDS, authority), language)}),
  },
  {
    method: 'GET',
    path: '/cases/new/:kind',
    verb: 'case.record',
    async answer(asked) {
      const kind = kindIn(asked);
      if (kind === undefined) return {refusal: {reason: 'no-such-page'}};
      const form = await newPersonForm(asked.bench.folder, kind);
      if (!form.ok) return form;
      return pageOf(asked, kind, form.value, {typed: searchedIn(asked), faults: [], likely: []});
    },
  },
  {
    method: 'POST',
    path: '/cases/new/:kind',
    verb: 'case.record',
    async answer(asked) {
      const {bench, authority, who, session, language, field, fields} = asked;
      const kind = kindIn(asked);
      const once = field('_once');
      if (kind === undefined || once === undefined) return {refusal: {reason: 'no-such-page'}};
      const {registered: notice} = language.workbench.new;
      const before = registered.get(session)?.get(once);
      if (before !== undefined) return {goTo: `/cases/${before}`, notice, looked: {records: [before]}};
      const form = await newPersonForm(bench.folder, kind);
      if (!form.ok) return form;
      const typed = typedIn(asked, form.value);
      const made = await registerPerson(
        bench.folder,
        {kind, given: typed, authority, seen: fields('_seen'), form: once, recordedBy: who.name},
        bench.effects,
      );
      if (!made.ok) return made;
      if ('faults' in made.value)
        return pageOf(asked, kind, form.value, {typed, faults: made.value.faults, likely: []});
      if ('likely' in made.value)
        return pageOf(asked, kind, form.value, {typed, faults: [], likely: made.value.likely});
      const {record} = made.value;
      registered.set(session, new Map([...(registered.get(session) ?? []), [once, record]]));
      return {goTo: `/cases/${record}`, notice, looked: {records: [record]}};
    },
  },
];

const kindIn = ({param, authority}: Asked): EntryKind | undefined =>
  kindsFor(KINDS, authority).find((one) => one === param('kind'));

function typedIn({fields}: Asked, {fields: ofFact, numbers}: NewPersonForm): Given {
  const names = [
    ...[NAME, ALIAS, BORN, ESTIMATED, PHONE],
    ...numbers.map(({scheme}) => `${NUMBER}${scheme}`),
    ...ofFact.map(({name}) => name),
  ];
  return Object.fromEntries(
    names.flatMap((name) => (fields(name).length === 0 ? [] : [[name, fields(name).join(',')]])),
  );
}

/** What was searched for in vain is not typed again. */
function searchedIn({session, query}: Asked): Given {
  const pieces = (session.typed.get(query('search') ?? '') ?? '').split(/\s+/);
  const born = pieces.find((piece) => typedPartialDate(piece) !== undefined);
  const name = pieces.filter((piece) => /^[\p{L}\p{M}'’.-]+$/u.test(piece)).join(' ');
  return {...(name === '' ? {} : {[NAME]: name}), ...(born === undefined ? {} : {[BORN]: born})};
}

function pageOf(
  {session, language, bench, field, authority}: Asked,
  kind: EntryKind,
  form: NewPersonForm,
  {typed, faults, likely}: Pick<Parameters<typeof newPersonPage>[0], 'typed' | 'faults' | 'likely'>,
): Answer {
  const once = field('_once') ?? Buffer.from(bench.effects.random(12)).toString('base64url');
  const {formToken} = session;
  return {
    page: newPersonPage(
      {...form, kind, isLimited: authority !== undefined, formToken, once, typed, faults, likely},
      language,
    ),
    looked: {records: likely.flatMap(({records}) => records)},
  };
}
