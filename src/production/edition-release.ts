/**
 * Releases an edition: draft → validated → approved → released (GSBPM 6.5, 7.4). What is refused leaves nothing behind; what is let
 * through over something is let through by a named person, with a reason that the manifest prints.
 */
import {join} from 'node:path';
import {type Edition, type EditionKind, editionId} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {type Policy, shownAnywayBy} from '#disclosure/policy';
import {sha256} from '#kit/digest';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {wholeAdoptions} from './adoptions.ts';
import {type LaidOut, layOut} from './compile.ts';
import {correctable} from './edition-corrections.ts';
import {atDesk, type Desk, keep} from './edition-desk.ts';
import type {EventOf} from './edition-events.ts';
import {AWAITING} from './edition-files.ts';
import {placeFolder, tidy} from './edition-folders.ts';
import {type Log, logged, type Signatory} from './edition-log.ts';
import {editionBlock} from './edition-manifest.ts';
import {findSigner} from './edition-persons.ts';
import {type FrozenProfile, freezeProfile, readFrozen} from './edition-profile.ts';
import {movedBy, type OpenQuestions, openQuestionsOf, wantChoice} from './edition-questions.ts';
import {type Approval, seal} from './edition-seal.ts';
import {type EditionRecord, editionsOf} from './editions.ts';
import type {Effects} from './effects.ts';
import {readHistory} from './history.ts';
import {MANIFEST, manifest} from './manifest.ts';
import {type Naming, namingOf} from './naming.ts';
import {policyOn} from './policy-on.ts';
import type {Draft, Erratum} from './produce.ts';
import {thisProgram} from './program.ts';
import type {Progress} from './progress.ts';
import {asSaidOtherwise} from './said-otherwise.ts';
import {personIn, type ReleaseText} from './screened-text.ts';

export interface ReleaseRequest {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly asAt: Instant | undefined;
  readonly languages: readonly LanguageTag[] | undefined;
  /** Undefined: in a dry run, nobody signs yet. */
  readonly by: string | undefined;
  /** A second person's name, or that there is none; undefined: it waits for approval. */
  readonly approval: {readonly by: string} | 'alone' | undefined;
  /** Why alone, why over findings, why with questions open. */
  readonly reason: string;
  readonly overFindings: boolean;
  readonly withOpenQuestions: boolean;
  readonly recipients: readonly string[];
  readonly embargo: Instant | undefined;
  /** A text as it stands is of the statement's language, where it has but one. */
  readonly corrects: {readonly edition: string; readonly erratum: string | Erratum} | undefined;
  readonly dryRun: boolean;
}

export interface Release {
  readonly edition: Edition;
  /** Undefined after a dry run. */
  readonly record: EditionRecord | undefined;
  readonly findings: readonly Finding[];
  readonly naming: Naming;
  readonly openQuestions: OpenQuestions | undefined;
  /** What a broken-off run had left behind. */
  readonly setAside: readonly string[];
}

/** Refused: as a statement is, as the desk is, and for every reason in `concepts/edition-refusal.ts` that concerns a release. */
export async function release(
  workspace: string,
  request: ReleaseRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Release, Refusal>> {
  return atDesk(workspace, effects, async (desk) => {
    const prepared = await prepare(desk, request);
    return prepared.ok ? releaseAt(desk, prepared.value, request, progress) : prepared;
  });
}

interface Prepared {
  readonly edition: Edition;
  readonly frozen: FrozenProfile;
  readonly by: Signatory;
  readonly approval: Approval | undefined;
  readonly corrects: EventOf<'drafted'>['corrects'];
}

/** Everything that can be refused before anything is counted. */
async function prepare(desk: Desk, request: ReleaseRequest): Promise<Outcome<Prepared, Refusal>> {
  const {register, log, now, effects} = desk;
  const {period, kind, embargo, asAt} = request;
  const adopted = await wholeAdoptions(register.folder);
  if (!adopted.ok) return adopted;
  const {by: name, dryRun} = request;
  const by = name === undefined && dryRun ? done(desk.office) : await findSigner(log, name ?? '', effects);
  if (!by.ok) return by;
  const approval = await approvalOf(desk, by.value, request);
  if (!approval.ok) return approval;
  if (embargo !== undefined && embargo <= now) return refuse({reason: 'embargo-passed', embargo, now});
  const cutOff = asAt ?? (await register.store.latest());
  if (cutOff === undefined) return refuse({reason: 'nothing-to-count', period: periodId(period)});
  if (cutOff > now) return refuse({reason: 'cut-off-in-future', given: cutOff, now});
  const frozen = await readFrozen(register.folder);
  if (!frozen.ok) return frozen;

  const before = editionsOf(log.events, register.folder, now).all();
  const id = editionId(period, kind, before.filter((one) => one.kind === kind && samePeriod(one, period)).length + 1);
  const {profile} = frozen.value;
  const languages = request.languages ?? profile.languages;
  const corrects = findCorrected(desk, request, languages);
  if (!corrects.ok) return corrects;
  const policy = policyOn(profile, period, kind);
  const told = await personIn(register, textsOf(request, corrects.value, policy));
  if (told !== undefined) return refuse(told);
  const edition: Edition = {
    id,
    period,
    kind,
    cutOff,
    languages,
    profile: {id: profile.id, version: profile.version, sha256: profile.digest},
    program: await thisProgram(effects),
    policy: kind,
    // Nothing is drawn by chance yet; what will be is drawn the same way each time.
    seed: Number.parseInt(sha256(id).slice(0, 8), 16),
  };
  return done({edition, frozen: frozen.value, by: by.value, approval: approval.value, corrects: corrects.value});
}

const samePeriod = ({period}: Edition, {from, to}: Period): boolean => period.from === from && period.to === to;

async function approvalOf(
  {log, effects}: Desk,
  by: Signatory,
  {approval, reason}: ReleaseRequest,
): Promise<Outcome<Approval | undefined, Refusal>> {
  if (approval === undefined) return done(undefined);
  if (approval === 'alone') return done({by, alone: {reason}});
  const second = await findSigner(log, approval.by, effects);
  if (!second.ok) return second;
  return second.value.name === by.name ? refuse({reason: 'same-person', name: by.name}) : done({by: second.value});
}

/** The edition an erratum names: one of the same period and kind, released, and not yet corrected. */
function findCorrected(
  {register, log, now}: Desk,
  {corrects, period, kind}: ReleaseRequest,
  languages: readonly LanguageTag[],
): Outcome<Prepared['corrects'], Refusal> {
  if (corrects === undefined) return done(undefined);
  const editions = editionsOf(log.events, register.folder, now);
  const found = editions.find(corrects.edition);
  if (found !== undefined && (found.kind !== kind || !samePeriod(found, period)))
    return refuse({reason: 'edition-of-other-period', edition: found.id});
  const stands = correctable(editions, corrects.edition);
  if (!stands.ok) return stands;
  const erratum = erratumIn(languages, corrects.erratum);
  return erratum.ok ? done({edition: stands.value.id, erratum: erratum.value}) : erratum;
}

/** In the languages of the statement, each of them and no other. */
function erratumIn(languages: readonly LanguageTag[], given: string | Erratum): Outcome<Erratum, Refusal> {
  const [first, ...others] = languages;
  if (typeof given === 'string' && first !== undefined && others.length === 0) return done({[first]: given});
  const texts = typeof given === 'string' ? {} : given;
  const said = LANGUAGES.filter((language) => texts[language] !== undefined);
  const same = said.length === languages.length && said.every((language) => languages.includes(language));
  return same ? done(texts) : refuse({reason: 'erratum-in-other-languages', languages, given: said});
}

/** Whatever of a request is printed as it was written. */
const textsOf = (
  {reason}: ReleaseRequest,
  corrects: Prepared['corrects'],
  policy: Policy | undefined,
): readonly ReleaseText[] => [
  {of: 'reason', text: reason},
  ...shownAnywayBy(policy).map(({why}): ReleaseText => ({of: 'shown-anyway', text: why})),
  ...Object.values(corrects?.erratum ?? {}).map((text): ReleaseText => ({of: 'erratum', text})),
];

async function releaseAt(
  desk: Desk,
  prepared: Prepared,
  request: ReleaseRequest,
  progress: Progress,
): Promise<Outcome<Release, Refusal>> {
  const {edition, frozen, corrects} = prepared;
  const history = await readHistory(desk.register.folder, undefined, desk.now);
  if (!history.ok) return history;
  const layout = {
    history: history.value,
    corrects,
    period: edition.period,
    languages: edition.languages,
    asAt: edition.cutOff,
    strict: !request.overFindings,
    version: edition.program.version,
    effects: desk.effects,
    texts: frozen.files,
    edition,
    admit: (draft: Draft) => inTheWay(draft, request),
  };
  const laidOut = await layOut({...desk.register, profile: frozen.profile}, layout, progress);
  if (!laidOut.ok) return laidOut;
  const {draft} = laidOut.value;
  const openQuestions = questionsWith(draft, request);
  const told = {edition, findings: draft.findings, naming: namingOf(frozen.profile), openQuestions};
  if (request.dryRun) return done({...told, record: undefined, setAside: []});

  const setAside = await tidy(desk.folder, desk.log.events);
  const kept = await place(desk, prepared, {...request, openQuestions}, laidOut.value);
  if (!kept.ok) return kept;
  const record = editionsOf(kept.value.events, desk.register.folder, desk.now).find(edition.id);
  return done({...told, record, setAside});
}

/** A person who waits for an answer to be counted, or may be another, makes the total another: it is released so by choice alone. */
function inTheWay(draft: Draft, {withOpenQuestions}: ReleaseRequest): Refusal | undefined {
  const open = openQuestionsOf(draft);
  if (open === undefined || withOpenQuestions || !wantChoice(open)) return undefined;
  const {questions, held, identity} = open;
  return {reason: 'questions-open', questions, held, identity, ...movedBy(open)};
}

/** Who takes a public edition is told of no question that nobody chose to go over: how many are few. */
function questionsWith(draft: Draft, {kind, withOpenQuestions, reason}: ReleaseRequest): OpenQuestions | undefined {
  const open = openQuestionsOf(draft);
  if (kind === 'public' && !withOpenQuestions) return undefined;
  return open === undefined || !withOpenQuestions ? open : {...open, reason};
}

function passedOver(findings: readonly Finding[], reason: string): EventOf<'validated'>['overFindings'] {
  const errors = findings.filter(({severity}) => severity === 'error');
  if (errors.length === 0) return undefined;
  const told = errors.flatMap((one) => asSaidOtherwise(one) ?? []);
  return {reason, errors: errors.length, ...(told.length === 0 ? {} : {saidOtherwise: told})};
}

/** The profile, the folder, and last the log. */
async function place(
  desk: Desk,
  {edition, frozen, by, approval, corrects}: Prepared,
  {recipients, embargo, overFindings: over, reason, openQuestions}: ReleaseRequest & Pick<Release, 'openQuestions'>,
  {draft, request: compiled, submissions, products}: LaidOut,
): Promise<Outcome<Log, Refusal>> {
  const overFindings = over ? passedOver(draft.findings, reason) : undefined;
  const block = editionBlock(
    edition,
    {recipients, embargo, corrects, by: by.name},
    {overFindings, openQuestions},
    desk.office.key,
  );
  const validated = manifest(draft, compiled, frozen.profile, submissions, products, block);
  const contents = sha256(validated);

  const {id} = edition;
  const drafted = logged(desk.log, {kind: 'drafted', edition, recipients, embargo, corrects}, by, desk.now);
  const checked = {kind: 'validated', edition: id, contents, overFindings, openQuestions} as const;
  const log = logged(drafted, checked, by, desk.now);
  const sealed = approval && seal(desk, log, {id, validated, contents}, approval);

  const kept = await freezeProfile(desk.register.folder, frozen);
  if (!kept.ok) return kept;
  const unsigned = [{name: MANIFEST, bytes: new TextEncoder().encode(validated)}];
  const folder = join(desk.folder, ...(sealed === undefined ? [AWAITING] : []), id);
  const placed = await placeFolder(folder, [...products, ...(sealed?.files ?? unsigned)]);
  return placed.ok ? keep(desk, sealed?.log ?? log) : placed;
}
