/** From a workspace to a folder with the statement: the register as it stood, counted, proven, composed, laid out and written. */
import {join} from 'node:path';
import type {Edition} from '#concepts/edition';
import type {LanguageTag} from '#concepts/labels';
import type {Period} from '#concepts/period';
import {periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {loadSolver} from '#disclosure/linear-program';
import {isPerturbing, type Policy} from '#disclosure/policy';
import {MEDIA, PRINT} from '#document/render/index';
import type {Product} from '#document/render/medium';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {ProfileFiles} from '#profile/text-file';
import type {Submission} from '#storage/store';
import {wholeAdoptions} from './adoptions.ts';
import {printAhead} from './beside.ts';
import {textFaults} from './check-profile.ts';
import {openControlTotals} from './control-totals.ts';
import {referenceYears} from './count.ts';
import {countedAlike, earlierPrintings, methodsBeside, periodsBeside, publicAlone} from './earlier-printings.ts';
import {type Effects, readFolder} from './effects.ts';
import {withoutFileNames} from './file-names.ts';
import {canPrint} from './fonts.ts';
import {type Headline, headlinesOf} from './headlines.ts';
import {openHeldRows} from './held-rows.ts';
import {closed, type History, readHistory} from './history.ts';
import {identityFindings, identityRange} from './identity-ranges.ts';
import {MANIFEST, manifest} from './manifest.ts';
import {type Naming, namingOf} from './naming.ts';
import {officeChance} from './office-chance.ts';
import {policyOn} from './policy-on.ts';
import {type Correction, type Draft, produce, type Request} from './produce.ts';
import type {Progress} from './progress.ts';
import {findMedia, products, writeFolder} from './publish.ts';
import {beginRecount} from './recount.ts';
import {readDesk} from './text-desk.ts';
import {tellRevisions} from './told-revisions.ts';
import {unfinishedPeriod} from './unfinished.ts';
import {type OpenRegister, PROFILE} from './workspace.ts';

export interface Compilation {
  readonly period: Period;
  readonly languages: readonly LanguageTag[] | undefined;
  readonly asAt: Instant | undefined;
  readonly strict: boolean;
  /** Whether all is shown, or what nobody can take a person out of; undefined: all. */
  readonly kind?: Policy['edition'] | undefined;
  readonly out: string;
  readonly version: string;
  /** An edition under embargo is not told of before then. */
  readonly now: Instant;
  /** Where the workspace's key is looked for, if the policy changes figures by chance. */
  readonly effects: Effects;
  /** Only these media, without single charts; undefined: all. */
  readonly media?: readonly string[] | undefined;
}

/** What may be known of a compiled statement: nothing of the units it was counted from. */
export interface Compiled extends Omit<Draft, 'counted'> {
  readonly request: Request;
  readonly headlines: Readonly<Record<LanguageTag, readonly Headline[]>>;
  readonly naming: Naming;
  readonly folder: string;
  /** Paths in the folder, the manifest last. */
  readonly files: readonly string[];
}

/** What is laid out: a statement, or an edition of one. */
export interface Layout extends Omit<Compilation, 'out' | 'now'> {
  /** The profile's files, where its sentences are checked for what composing cannot see: one language alone, say. */
  readonly texts: ProfileFiles | undefined;
  /** As what it is compiled; undefined: as a draft. */
  readonly edition?: Edition | undefined;
  /** The limits of every withheld figure are told. */
  readonly explain?: boolean | undefined;
  /** Whether this machine can set in print; undefined: it can. */
  readonly prints?: boolean | undefined;
  /** What was released before. */
  readonly history: History;
  readonly corrects?: Correction | undefined;
  /** Colleagues' remarks on sentences, to stand beside them in a word processor's file. */
  readonly remarks?: Request['remarks'];
  /** Looked at when all is counted and composed, before anything is laid out. */
  readonly admit?: ((draft: Draft) => Refusal | undefined) | undefined;
}

/** A statement in every medium, and nothing written. */
export interface LaidOut {
  readonly draft: Draft;
  readonly request: Request;
  readonly submissions: readonly Submission[];
  readonly products: readonly Product[];
}

/** A statement that is no edition, among editions. */
const THIS_ONE = 'this';

/** Refused as {@link layOut} is, and: `adoption-interrupted`, `adoption-log-faulty`, `folder-not-empty`, `file-not-writable`. */
export async function compile(
  register: OpenRegister,
  {out, now, ...compilation}: Compilation,
  progress: Progress,
): Promise<Outcome<Compiled, Refusal>> {
  const adopted = await wholeAdoptions(register.folder);
  if (!adopted.ok) return adopted;
  const history = await readHistory(register.folder, undefined, now);
  if (!history.ok) return history;
  const texts = compilation.strict ? await readFolder(join(register.folder, PROFILE)) : undefined;
  // What colleagues remark on is the office's own, and a draft's.
  const remarks = compilation.kind === 'public' ? undefined : (await readDesk(register.folder))?.remarks;
  const laidOut = await layOut(register, {...compilation, texts, remarks, history: history.value}, progress);
  if (!laidOut.ok) return laidOut;
  const {draft, request, submissions, products: files} = laidOut.value;
  const {profile} = register;
  const inventory = manifest(draft, request, profile, submissions, files);
  const all = [...files, {name: MANIFEST, mediaType: 'application/json', bytes: new TextEncoder().encode(inventory)}];
  const {counted: _, ...released} = draft;
  const written = await writeFolder(out, all);
  progress({stage: 'write', done: all.length, of: all.length});
  const headlines = {da: headlinesOf(draft, profile, request, 'da'), en: headlinesOf(draft, profile, request, 'en')};
  if (!written.ok) return written;
  const naming = namingOf(profile);
  return done({...released, request, headlines, naming, folder: out, files: all.map(({name}) => name)});
}

/** Refused as {@link draw} is, and: `no-such-format`. */
export async function layOut(
  register: Omit<OpenRegister, 'folder'>,
  layout: Layout,
  progress: Progress,
): Promise<Outcome<LaidOut, Refusal>> {
  const {media: asked} = layout;
  const media = asked && findMedia(asked);
  if (asked !== undefined && media === undefined)
    return refuse({reason: 'no-such-format', format: asked.join(','), known: MEDIA.map(({id}) => id)});
  const prints = canPrint();
  // An edition has every medium, so that it is compiled again to the same files anywhere.
  if (!prints && (layout.edition !== undefined || asked?.includes(PRINT.id)))
    return refuse({reason: 'cannot-print-here'});
  const drawn = await draw(register, {...layout, prints}, progress);
  if (!drawn.ok) return drawn;
  const {draft, request} = drawn.value;
  return done({...drawn.value, products: await products(draft, register.profile, request, media, progress, prints)});
}

/** Refused: `nothing-to-count`, `language-not-in-profile`, `no-public-policy`, `findings-stand` (strict), where figures are changed `no-key`, `key-does-not-fit`, and what `admit` refuses. */
export async function draw(
  {store, profile, settings}: Omit<OpenRegister, 'folder'>,
  {period, languages, asAt, strict, explain, version, media, texts, ...layout}: Layout,
  progress: Progress,
): Promise<Outcome<Omit<LaidOut, 'products'>, Refusal>> {
  const {edition, history, corrects, remarks, admit, effects} = layout;
  const kind = edition?.kind ?? layout.kind ?? 'internal';
  const chosen = languages ?? profile.languages;
  const unknown = chosen.find((language) => !profile.languages.includes(language));
  if (unknown !== undefined)
    return refuse({reason: 'language-not-in-profile', language: unknown, known: profile.languages});
  const forPrint = layout.prints !== false && (media === undefined || media.includes(PRINT.id));
  const policy = policyOn(profile, period, kind);
  if (policy === undefined) return refuse({reason: 'no-public-policy', on: period.to});
  const chance = isPerturbing(policy) ? await officeChance(effects, settings) : done(undefined);
  if (!chance.ok) return chance;
  const cutOff = asAt ?? (await store.latest());
  if (cutOff === undefined) return refuse({reason: 'nothing-to-count', period: periodId(period)});
  const submissions = withoutFileNames(await store.submissions(cutOff));
  // By the cut-off alone: what was recorded since is nothing to an edition compiled again.
  const last = submissions.at(-1)?.recordedAt ?? cutOff;
  const defined = closed(profile, history.closings);
  const recount = beginRecount(store, defined, {
    ...{period, years: referenceYears(profile, period), cutOff},
    closings: defined.closings,
  });
  const now = {cutOff, definitions: defined, period, id: edition?.id ?? THIS_ONE};
  const told = await tellRevisions(
    (at) => store.personFiles(at),
    kind === 'public' ? publicAlone(history) : history,
    now,
  );
  const identities = await identityRange(store, defined, period, cutOff);
  const earlier =
    kind === 'public' && !isPerturbing(policy)
      ? await earlierPrintings((at) => store.personFiles(at), history)
      : done([]);
  if (!earlier.ok) return earlier;
  const request: Request = {
    period,
    languages: chosen,
    cutOff,
    policy,
    earlier: earlier.value,
    explain,
    highs: policy.edition === 'public' && !isPerturbing(policy) ? await loadSolver() : undefined,
    changedBefore: isPerturbing(policy) ? await countedAlike((at) => store.personFiles(at), history, policy) : [],
    chance: chance.value,
    synthetic: settings.synthetic,
    strict,
    found: [
      ...unfinishedPeriod(period, last),
      ...openControlTotals(submissions),
      ...openHeldRows(submissions, profile.sources),
      ...(texts === undefined ? [] : textFaults(texts)),
      ...identityFindings(identities),
      ...told.findings,
      ...(layout.prints === false ? [{rule: 'no-print-here', severity: 'warning', facts: {}} as const] : []),
      ...methodsBeside(history, policy),
      ...periodsBeside(history, policy, period),
    ],
    revisions: told.cubes,
    identities,
    corrects,
    remarks,
    program: `opgor ${version}`,
    producedBy: `opgor ${version}, profile ${profile.id} ${profile.version}`,
    composed: forPrint ? printAhead : undefined,
  };
  const draft = await produce(() => store.personFiles(cutOff), defined, request, recount, progress);
  if (!draft.ok) return draft;
  if (draft.value.counted.units.length === 0) return refuse({reason: 'nothing-to-count', period: periodId(period)});
  const refused = admit?.(draft.value);
  if (refused !== undefined) return refuse(refused);
  return done({draft: draft.value, request, submissions});
}
