/** The office's text beside what it says: read, tried, kept and put back. */
import {EDITION_KINDS} from '#concepts/edition';
import {LANGUAGES} from '#concepts/labels';
import {yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {may} from '#concepts/rights';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type EditForm, editForm, keepText, type TextOf, textView, tryText, undoText} from '#production/text-edit';
import {editPage, textPage} from '#web/casework/text';
import type {Answer, Asked, Route} from '../route.ts';

export const textRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/statement/text/:year/:kind/:language',
    verb: 'statement.read',
    long: () => undefined,
    async answer(asked) {
      const of = textOf(asked);
      if (!of.ok) return of;
      const {bench, who, session, language} = asked;
      const view = await textView(bench.folder, of.value, bench.effects);
      if (!view.ok) return view;
      return {
        page: textPage(
          {...view.value, mayWrite: may(who.roles, 'statement.write'), formToken: session.formToken},
          language,
        ),
      };
    },
  },
  {
    method: 'POST',
    path: '/statement/text/:year/:kind/:language/undo',
    verb: 'statement.write',
    async answer(asked) {
      const of = textOf(asked);
      if (!of.ok) return of;
      const {bench, language} = asked;
      const undone = await undoText(bench.folder, of.value.language);
      if (!undone.ok) return undone;
      return {goTo: pathOf(asked), notice: language.workbench.text.undone[undone.value]};
    },
  },
  {
    method: 'GET',
    path: '/statement/text/:year/:kind/:language/:passage',
    verb: 'statement.write',
    long: () => undefined,
    async answer(asked) {
      const of = textOf(asked);
      if (!of.ok) return of;
      const {bench, param} = asked;
      const form = await editForm(bench.folder, of.value, param('passage'), bench.effects);
      return form.ok ? {page: pageOf(asked, form.value, undefined, 200)} : form;
    },
  },
  {
    method: 'POST',
    path: '/statement/text/:year/:kind/:language/:passage/try',
    verb: 'statement.write',
    tries: true,
    async answer(asked) {
      const of = textOf(asked);
      if (!of.ok) return of;
      const {bench, param} = asked;
      const typed = typedIn(asked);
      if (typed === undefined) return {refusal: {reason: 'not-filled-in', field: 'text'}};
      const form = await tryText(bench.folder, of.value, param('passage'), typed, bench.effects);
      return form.ok ? {page: pageOf(asked, form.value, typed.source, form.value.faults.length > 0 ? 422 : 200)} : form;
    },
  },
  {
    method: 'POST',
    path: '/statement/text/:year/:kind/:language/:passage/keep',
    verb: 'statement.write',
    async answer(asked) {
      const of = textOf(asked);
      if (!of.ok) return of;
      const {bench, param, who, language} = asked;
      const typed = typedIn(asked);
      if (typed === undefined) return {refusal: {reason: 'not-filled-in', field: 'text'}};
      const kept = await keepText(bench.folder, of.value, param('passage'), {...typed, by: who.name}, bench.effects);
      if (!kept.ok) return kept;
      if (!kept.value.kept) return {page: pageOf(asked, kept.value.form, typed.source, 422)};
      return {goTo: `${pathOf(asked)}#${param('passage')}`, notice: language.workbench.text.kept};
    },
  },
];

const pathOf = ({param}: Asked): string => `/statement/text/${param('year')}/${param('kind')}/${param('language')}`;

function textOf({param}: Asked): Outcome<TextOf, Refusal> {
  const year = param('year');
  const language = LANGUAGES.find((one) => one === param('language'));
  const kind = EDITION_KINDS.find((one) => one === param('kind'));
  if (!/^[12]\d{3}$/.test(year) || language === undefined || kind === undefined)
    return refuse({reason: 'no-such-page'});
  return done({period: yearPeriod(Number(year)), kind, language});
}

/** Lines end as the browser ends them. */
function typedIn({field}: Asked): {readonly source: string; readonly seen: string | undefined} | undefined {
  const source = field('text')?.replaceAll('\r\n', '\n');
  return source === undefined ? undefined : {source, seen: field('_seen')};
}

const pageOf = (
  {session, language}: Asked,
  form: EditForm,
  typed: string | undefined,
  status: 200 | 422,
): Extract<Answer, {page: unknown}>['page'] =>
  editPage({...form, typed, formToken: session.formToken, status}, language);
