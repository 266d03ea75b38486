/** The editions: each read, its files checked as they are taken, and one that waits approved by somebody else or sent back. */
import {LANGUAGES} from '#concepts/labels';
import type {Refusal} from '#concepts/refusal';
import {may} from '#concepts/rights';
import {done, type Outcome, refuse} from '#kit/outcome';
import {sameName} from '#kit/person-name';
import {approve} from '#production/edition-approve';
import {withSigner} from '#production/edition-persons';
import {sendBack} from '#production/edition-send-back';
import {type EditionView, editionArchive, editionFile, editionView, isOut, pageFile} from '#production/edition-view';
import {type EditionRecord, openEditions} from '#production/editions';
import {editionPage, type ShownEdition} from '#web/casework/edition';
import {editionsPage} from '#web/casework/editions';
import type {Answer, Asked, Route} from '../route.ts';

export const editionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/editions',
    verb: 'edition.read',
    async answer(asked) {
      const {bench, language, who} = asked;
      const editions = await openEditions(bench.folder, bench.effects.now());
      if (!editions.ok) return editions;
      const records = editions.value.all().filter((one) => isTheirs(asked, one));
      return {page: editionsPage({records, roles: who.roles}, language)};
    },
  },
  {
    method: 'GET',
    path: '/editions/:id',
    verb: 'edition.read',
    async answer(asked) {
      const view = await viewOf(asked);
      return view.ok ? pageOf(asked, view.value) : view;
    },
  },
  {
    method: 'GET',
    path: '/editions/:id/page/:language',
    verb: 'edition.read',
    async answer(asked) {
      const tag = LANGUAGES.find((one) => one === asked.param('language'));
      if (tag === undefined) return {refusal: {reason: 'no-such-page'}};
      const file = await fileOf(asked, pageFile(tag));
      return file.ok ? {file: {...file.value, framed: true}} : file;
    },
  },
  {
    method: 'POST',
    path: '/editions/:id/approve',
    verb: 'edition.approve',
    async answer(asked) {
      const {bench, who, language, field} = asked;
      const {editions: words} = language.workbench;
      const view = await viewOf(asked);
      if (!view.ok) return view;
      const {id, approvedBy} = view.value.record;
      // Sent twice.
      if (approvedBy !== undefined && sameName(approvedBy, who.name)) return {goTo: `/editions/${id}`};
      if (field('read') !== 'yes') return pageOf(asked, view.value, {typed: '', why: 'notConfirmed'});
      const signer = await withSigner(bench.folder, who.name, bench.effects);
      if (!signer.ok) return signer;
      const approved = await approve(bench.folder, {edition: id, by: signer.value, alone: undefined}, bench.effects);
      return approved.ok ? {goTo: `/editions/${id}`, notice: words.approved(id)} : approved;
    },
  },
  ...(['send-back', 'withdraw'] as const).map(
    (way): Route => ({
      method: 'POST',
      path: `/editions/:id/${way}`,
      verb: way === 'withdraw' ? 'edition.prepare' : 'edition.approve',
      answer: sentBack,
    }),
  ),
  {
    method: 'GET',
    path: '/editions/:id/all.zip',
    verb: 'edition.read',
    async answer(asked) {
      const {bench, param} = asked;
      const archive = await editionArchive(bench.folder, param('id'), bench.effects);
      if (!archive.ok) return archive;
      const {bytes, record} = archive.value;
      if (!isTheirs(asked, record)) return {refusal: {reason: 'no-such-page'}};
      return {file: {bytes, mediaType: 'application/zip', name: `${record.id}.zip`}};
    },
  },
  {
    method: 'GET',
    path: '/editions/:id/:file{.+}',
    verb: 'edition.read',
    async answer(asked) {
      const name = asked.param('file');
      const file = await fileOf(asked, name);
      return file.ok ? {file: {...file.value, name: `${asked.param('id')}-${name.replaceAll('/', '-')}`}} : file;
    },
  },
];

/** Whoever only reads, reads what is out. */
const isTheirs = ({who}: Asked, record: EditionRecord): boolean => isOut(record) || may(who.roles, 'edition.compare');

async function viewOf(asked: Asked): Promise<Outcome<EditionView, Refusal>> {
  const {bench, param} = asked;
  const view = await editionView(bench.folder, param('id'), bench.effects);
  const isThere = view.ok ? isTheirs(asked, view.value.record) : view.refusal.reason !== 'no-such-edition';
  return isThere ? view : refuse({reason: 'no-such-page'});
}

async function fileOf(asked: Asked, name: string) {
  const {bench, param} = asked;
  const file = await editionFile(bench.folder, param('id'), name, bench.effects);
  if (!file.ok) return file;
  const {bytes, mediaType, record} = file.value;
  return isTheirs(asked, record) ? done({bytes, mediaType}) : refuse({reason: 'no-such-page'} as const);
}

const pageOf = (
  {who, session, language, query}: Asked,
  view: EditionView,
  refused?: ShownEdition['refused'],
): Extract<Answer, {page: unknown}> => {
  const asked = LANGUAGES.find((one) => one === query('language')) ?? language.tag;
  const tag = view.languages.includes(asked) ? asked : (view.languages[0] ?? asked);
  const {roles, name} = who;
  return {page: editionPage({...view, tag, roles, name, formToken: session.formToken, refused}, language)};
};

async function sentBack(asked: Asked): Promise<Answer> {
  const {bench, who, language, field} = asked;
  const {editions: words} = language.workbench;
  const view = await viewOf(asked);
  if (!view.ok) return view;
  const {id, returned} = view.value.record;
  if (returned !== undefined && sameName(returned.by, who.name)) return {goTo: `/editions/${id}`};
  const reason = field('reason');
  if (reason === undefined)
    return pageOf(asked, view.value, {typed: '', why: {reason: 'not-filled-in', field: words.reason}});
  const signer = await withSigner(bench.folder, who.name, bench.effects);
  if (!signer.ok) return signer;
  const sent = await sendBack(bench.folder, {edition: id, by: signer.value, reason}, bench.effects);
  if (sent.ok) return {goTo: `/editions/${id}`, notice: words.sentBack(id)};
  return sent.refusal.reason === 'text-tells-of-person'
    ? pageOf(asked, view.value, {typed: reason, why: sent.refusal})
    : sent;
}
