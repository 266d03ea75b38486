/** An edition is prepared: tried as often as one likes, then frozen and sent to somebody else for approval. */
import {EDITION_KINDS, type EditionKind} from '#concepts/edition';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {type Period, yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {sameName} from '#kit/person-name';
import {typedInstant} from '#language/days';
import {withSigner} from '#production/edition-persons';
import {type ReleaseRequest, release} from '#production/edition-release';
import {openEditions} from '#production/editions';
import {type ReleaseDesk, releaseDesk} from '#production/release-desk';
import {type ReleaseFault, releasePage, releasePath, type ShownRelease, type TypedRelease} from '#web/casework/release';
import type {Answer, Asked, Route} from '../route.ts';
import {periodAsked} from './questions.ts';

export const releaseRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/release',
    verb: 'edition.prepare',
    async answer(asked) {
      const period = await periodAsked(asked);
      if (!period.ok) return period;
      const kind = EDITION_KINDS.find((one) => one === asked.query('kind')) ?? 'internal';
      return {goTo: releasePath({period: period.value, kind})};
    },
  },
  {
    method: 'GET',
    path: '/release/:year/:kind',
    verb: 'edition.prepare',
    long: () => undefined,
    async answer(asked) {
      const desk = await deskOf(asked);
      if (!desk.ok) return desk;
      const {languages} = desk.value;
      return pageOf(asked, desk.value, {typed: {...NOTHING, languages, corrects: asked.query('corrects') ?? ''}});
    },
  },
  {
    method: 'POST',
    path: '/release/:year/:kind/try',
    verb: 'edition.prepare',
    tries: true,
    long: placeOf,
    answer: (asked) => prepared(asked, true),
  },
  {
    method: 'POST',
    path: '/release/:year/:kind',
    verb: 'edition.prepare',
    long: placeOf,
    answer: (asked) => prepared(asked, false),
  },
];

function placeOf({param}: Asked): string {
  return `/release/${param('year')}/${param('kind')}`;
}

async function deskOf(asked: Asked): Promise<Outcome<ReleaseDesk, Refusal>> {
  const of = periodAndKind(asked);
  return of.ok ? releaseDesk(asked.bench.folder, of.value, asked.bench.effects) : of;
}

function periodAndKind({param}: Asked): Outcome<{readonly period: Period; readonly kind: EditionKind}, Refusal> {
  const kind = EDITION_KINDS.find((one) => one === param('kind'));
  if (!/^[12]\d{3}$/.test(param('year')) || kind === undefined) return refuse({reason: 'no-such-page'});
  return done({period: yearPeriod(Number(param('year'))), kind});
}

const NOTHING: TypedRelease = {
  ...{'as-at': '', languages: [], recipients: '', embargo: '', corrects: '', erratum: {}},
  ...{overFindings: false, withOpenQuestions: false, reason: ''},
};

const pageOf = (
  {session, language}: Asked,
  desk: ReleaseDesk,
  told: Pick<ShownRelease, 'typed'> & Partial<Pick<ShownRelease, 'faults' | 'refused' | 'couldBe' | 'meanwhile'>>,
): Extract<Answer, {page: unknown}> => ({
  page: releasePage(
    {
      ...desk,
      ...{faults: [], refused: undefined, couldBe: undefined, meanwhile: undefined},
      ...told,
      formToken: session.formToken,
    },
    language,
  ),
});

async function prepared(asked: Asked, dryRun: boolean): Promise<Answer> {
  const {bench, who, language, progress, field} = asked;
  const {folder, effects} = bench;
  const desk = await deskOf(asked);
  if (!desk.ok) return desk;
  const typed = typedIn(asked);
  const read = requestOf(typed, desk.value);
  if (!read.ok) return pageOf(asked, desk.value, {typed, faults: read.faults});
  const seen = field('_next');
  if (!dryRun && seen !== undefined && seen !== desk.value.next) {
    const since = await preparedSince(asked, seen);
    if (since === 'own') return {goTo: `/editions/${seen}`, notice: language.workbench.release.sent(seen)};
    if (since === 'other') return pageOf(asked, desk.value, {typed, meanwhile: seen});
  }
  const signer = dryRun ? done(undefined) : await withSigner(folder, who.name, effects);
  if (!signer.ok) return pageOf(asked, desk.value, {typed, refused: signer.refusal});
  const made = await release(folder, {...read.request, by: signer.value, dryRun}, effects, progress);
  if (!made.ok) return pageOf(asked, desk.value, {typed, ...faultsOf(made.refusal)});
  const {edition, findings} = made.value;
  if (dryRun) return pageOf(asked, {...desk.value, findings}, {typed, couldBe: edition.id});
  return {goTo: `/editions/${edition.id}`, notice: language.workbench.release.sent(edition.id)};
}

/** Whether the edition that a form was to make has been made: by whoever sends it again, or by somebody else. */
async function preparedSince({bench, who}: Asked, id: string): Promise<'own' | 'other' | undefined> {
  const editions = await openEditions(bench.folder, bench.effects.now());
  const found = editions.ok ? editions.value.find(id) : undefined;
  return found && (sameName(found.preparedBy, who.name) ? 'own' : 'other');
}

function typedIn({field, fields}: Asked): TypedRelease {
  const over = fields('over');
  return {
    'as-at': field('as-at') ?? '',
    languages: fields('language'),
    recipients: field('recipients') ?? '',
    embargo: field('embargo') ?? '',
    corrects: field('corrects') ?? '',
    erratum: Object.fromEntries(LANGUAGES.map((tag) => [tag, field(`erratum-${tag}`) ?? ''])),
    overFindings: over.includes('findings'),
    withOpenQuestions: over.includes('questions'),
    reason: field('reason') ?? '',
  };
}

type Read =
  | {readonly ok: true; readonly request: Omit<ReleaseRequest, 'by' | 'dryRun'>}
  | {readonly ok: false; readonly faults: readonly ReleaseFault[]};

function requestOf(typed: TypedRelease, {period, kind, languages: known}: ReleaseDesk): Read {
  const faults: ReleaseFault[] = [];
  const moment = (field: 'as-at' | 'embargo') => {
    if (typed[field] === '') return undefined;
    const read = typedInstant(typed[field]);
    if (read === undefined) faults.push({field, what: 'moment'});
    return read;
  };
  const [asAt, embargo] = [moment('as-at'), moment('embargo')];
  const {reason, overFindings, withOpenQuestions, corrects} = typed;
  if (reason === '' && (overFindings || withOpenQuestions)) faults.push({field: 'reason', what: 'neededReason'});
  const languages = known.filter((tag) => typed.languages.includes(tag));
  const erratum = erratumOf(typed, languages.length === 0 ? known : languages);
  if (corrects !== '' && erratum === undefined) faults.push({field: 'erratum', what: 'neededErratum'});
  if (faults.length > 0) return {ok: false, faults};
  const recipients = typed.recipients.split('\n').map((one) => one.trim());
  return {
    ok: true,
    request: {
      ...{period, kind, asAt, embargo, reason, overFindings, withOpenQuestions},
      languages: languages.length === 0 ? undefined : languages,
      approval: undefined,
      recipients: [...new Set(recipients)].filter((one) => one !== ''),
      corrects: corrects === '' || erratum === undefined ? undefined : {edition: corrects, erratum},
    },
  };
}

/** Undefined where a language of the statement has none. */
function erratumOf({erratum}: TypedRelease, languages: readonly LanguageTag[]) {
  const said = languages.map((tag) => [tag, erratum[tag] ?? ''] as const);
  return said.some(([, text]) => text === '') ? undefined : Object.fromEntries(said);
}

/** Beside its field, where a refusal is about one. */
function faultsOf(refusal: Refusal): Partial<Pick<ShownRelease, 'faults' | 'refused'>> {
  const field = FIELDS[refusal.reason] ?? (refusal.reason === 'text-tells-of-person' ? textField(refusal) : undefined);
  return field === undefined ? {refused: refusal} : {faults: [{field, what: refusal}]};
}

const textField = ({text}: Extract<Refusal, {reason: 'text-tells-of-person'}>): ReleaseFault['field'] | undefined =>
  text === 'shown-anyway' ? undefined : text;

const FIELDS: Readonly<Partial<Record<Refusal['reason'], ReleaseFault['field']>>> = {
  'cut-off-in-future': 'as-at',
  'embargo-passed': 'embargo',
  'erratum-in-other-languages': 'erratum',
};
