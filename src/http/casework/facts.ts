/** Facts of a person recorded and corrected at a form, under the name of whoever does it. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Given} from '#production/entry';
import {ENTRY_KINDS, type EntryKind, isEntryKind} from '#production/entry-fields';
import {
  correctEntered,
  type Entered,
  type Entering,
  type EntryFault,
  type FactForm,
  factForm,
  recordEntered,
} from '#production/record-fact';
import {factPage, kindsPage} from '#web/casework/facts';
import type {Answer, Asked, Route} from '../route.ts';

/** Questions are answered where they are asked. */
const KINDS = ENTRY_KINDS.filter((kind) => kind !== 'answer');

export const factRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/cases/:record/add',
    verb: 'case.record',
    async answer({bench: {folder, effects}, authority, language, param}) {
      const form = await factForm(folder, {record: param('record'), authority, what: 'contact'}, effects);
      if (!form.ok) return form;
      const {record, names, records} = form.value.person;
      return {page: kindsPage({record, name: names[0] ?? record, kinds: KINDS}, language), looked: {records}};
    },
  },
  {
    method: 'GET',
    path: '/cases/:record/add/:kind',
    verb: 'case.record',
    answer: async (asked) => shown(asked, kindIn(asked)),
  },
  {
    method: 'POST',
    path: '/cases/:record/add/:kind',
    verb: 'case.record',
    answer: async (asked) =>
      sent(asked, kindIn(asked), asked.language.workbench.facts.saved, (entering, {kind}) =>
        recordEntered(asked.bench.folder, {...entering, kind}, asked.bench.effects),
      ),
  },
  {
    method: 'GET',
    path: '/cases/:record/facts/:fact/correct',
    verb: 'case.record',
    answer: async (asked) => shown(asked, factIn(asked)),
  },
  {
    method: 'POST',
    path: '/cases/:record/facts/:fact/correct',
    verb: 'case.record',
    answer: async (asked) =>
      sent(asked, factIn(asked), asked.language.workbench.facts.corrected, (entering, {corrects}) =>
        correctEntered(asked.bench.folder, {...entering, of: corrects?.id ?? 0}, asked.bench.effects),
      ),
  },
];

const kindIn = ({param}: Asked): EntryKind | undefined => {
  const kind = param('kind');
  return isEntryKind(kind) && KINDS.includes(kind) ? kind : undefined;
};
const numberIn = (text: string | undefined): number | undefined =>
  /^\d{1,15}$/.test(text ?? '') ? Number(text) : undefined;
const factIn = ({param}: Asked): number | undefined => numberIn(param('fact'));

interface At {
  readonly form: FactForm;
  readonly kind: EntryKind;
}

async function atForm(
  {bench, authority, param}: Asked,
  what: EntryKind | number | undefined,
): Promise<Outcome<At, Refusal>> {
  if (what === undefined) return refuse({reason: 'no-such-page'});
  const form = await factForm(bench.folder, {record: param('record'), authority, what}, bench.effects);
  if (!form.ok) return form;
  const kind = form.value.corrects?.fact.kind ?? what;
  return typeof kind === 'string' && isEntryKind(kind)
    ? done({form: form.value, kind})
    : refuse({reason: 'no-such-page'});
}

async function shown(asked: Asked, what: EntryKind | number | undefined): Promise<Answer> {
  const at = await atForm(asked, what);
  if (!at.ok) return at;
  const of = numberIn(asked.query('of'));
  return {
    page: pageOf(asked, at.value, of === undefined ? at.value.form.given : {...today(asked), of: String(of)}, []),
    looked: {records: at.value.form.person.records},
  };
}

/** What is wrong comes back with everything that was typed. */
async function sent(
  asked: Asked,
  what: EntryKind | number | undefined,
  notice: (kind: string) => string,
  record: (entering: Entering, form: FactForm & {readonly kind: EntryKind}) => Promise<Outcome<Entered, Refusal>>,
): Promise<Answer> {
  const at = await atForm(asked, what);
  if (!at.ok) return at;
  const {param, authority, field, fields, who, language} = asked;
  const {form, kind} = at.value;
  const typed = Object.fromEntries(
    form.fields.flatMap(({name}) => (fields(name).length === 0 ? [] : [[name, fields(name).join(',')]])),
  );
  const entering = {
    record: param('record'),
    authority,
    given: typed,
    seen: numberIn(field('_seen')) ?? form.seen,
    recordedBy: who.name,
  };
  const entered = await record(entering, {...form, kind});
  if (!entered.ok) return entered;
  if ('faults' in entered.value)
    return {page: pageOf(asked, at.value, typed, entered.value.faults), looked: {records: form.person.records}};
  return {
    goTo: `/cases/${form.person.record}`,
    notice: notice(language.answers.kinds[kind]),
    looked: {records: entered.value.records},
  };
}

const pageOf = ({session, language, param}: Asked, {form, kind}: At, typed: Given, faults: readonly EntryFault[]) => {
  const path =
    form.corrects === undefined
      ? `/cases/${param('record')}/add/${kind}`
      : `/cases/${param('record')}/facts/${form.corrects.id}/correct`;
  return factPage({...form, kind, path, formToken: session.formToken, typed, faults}, language);
};

const today = ({bench}: Asked): Given => ({on: bench.effects.now().slice(0, 10)});
