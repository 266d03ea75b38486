/**
 * Adopts an office's own spreadsheets (docs/method/adopt.md). Proposals that were answered become layouts of the profile, the rows
 * go through the ordinary intake, and each year is held against what was published of it. Everything is rehearsed before anything
 * is written; what is written is noted first, so that it can be undone.
 */
import {join} from 'node:path';
import type {Answers} from '#adoption/answers';
import type {ListProposal} from '#adoption/proposal';
import {nameOf} from '#adoption/sheet-seen';
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {sha256} from '#kit/digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {plainDate} from '#kit/plain-date';
import type {Profile} from '#profile/profile';
import {readProfile} from '#profile/read-profile';
import {changedFiles, type Files} from './adopt-profile.ts';
import type {Prepared, Proposals} from './adopt-proposal.ts';
import {entered, type PublishedFigure} from './adopt-published.ts';
import {type ReceivedList, type Reconciliation, reconcileAdopted} from './adopt-reconcile.ts';
import {type Adoption, nextId, writeAdoption} from './adoptions.ts';
import {type Effects, readFolder, writeWhole} from './effects.ts';
import type {Progress} from './progress.ts';
import {receiveFile} from './receive-file.ts';
import type {Receipt} from './receive-receipt.ts';
import {type KeyedRegister, openWithKey, PROFILE, withStore} from './workspace.ts';

export interface AdoptRequest {
  readonly by: string;
  readonly dryRun: boolean;
  /** What was published then, besides what the profile has. */
  readonly published: readonly PublishedFigure[];
}

export interface Adopted {
  /** Undefined after a dry run. */
  readonly id: string | undefined;
  readonly lists: readonly AdoptedList[];
  /** Lists that intake refused: they are left out. */
  readonly refused: readonly {readonly name: string; readonly refusal: Refusal}[];
  /** Figures that were entered as published. */
  readonly figures: number;
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  readonly reconciliation: Reconciliation | undefined;
}

export interface AdoptedList {
  readonly name: string;
  readonly source: string;
  readonly year: number | undefined;
  readonly receipt: Receipt;
}

/** Refused: `answers-open`, `nothing-to-adopt`, `profile-faulty` and what keeps the register from being opened or written. */
export async function adopt(
  prepared: Prepared,
  proposals: Proposals,
  answers: Answers,
  request: AdoptRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Adopted, Refusal>> {
  const {workspace, survey} = prepared;
  if (proposals.questions.length > 0)
    return refuse({reason: 'answers-open', open: proposals.questions.map(saidShortly)});
  const [unreadable] = proposals.refused;
  if (unreadable !== undefined) return refuse(unreadable);
  const told = [...proposals.published, ...request.published];
  const {figures, findings: all} = entered(told, workspace.profile);
  // Those of the folder's own sheets are among the proposals.
  const findings = all.slice(proposals.findings.filter(({rule}) => rule === 'figure-published-otherwise').length);
  if (proposals.sources.size === 0 && figures.length === 0)
    return refuse({reason: 'nothing-to-adopt', path: survey.folder});
  const before = await readFolder(join(workspace.folder, PROFILE));
  const day = plainDate(effects.now().slice(0, 10));
  const codes = answers.codes.filter(
    ({list, code}) => workspace.profile.codeLists.get(list)?.rows.some((row) => row.code === code) !== true,
  );
  const planned = changedFiles(before, {sources: proposals.sources, codes, figures, day});
  const checked = readProfile(new Map([...before, ...planned]));
  if (!checked.ok) return checked;

  const opened = await openWithKey({...workspace, profile: checked.value}, effects);
  return withStore<KeyedRegister, Adopted>(opened, async (register) => {
    await register.store.takeDesk();
    const tried = await receiveAll(
      register,
      prepared,
      proposals.sources,
      {...request, dryRun: true},
      effects,
      progress,
    );
    const refused = tried.flatMap(({name, outcome}) => (outcome.ok ? [] : [{name, refusal: outcome.refusal}]));
    const sound = new Map(tried.flatMap(({list, source, outcome}) => (outcome.ok ? [[list, source] as const] : [])));
    if (sound.size === 0 && figures.length === 0) {
      const [first] = refused;
      return refuse(first?.refusal ?? {reason: 'nothing-to-adopt', path: survey.folder});
    }
    const files = changedFiles(before, {sources: sound, codes, figures, day});
    const common = {refused, figures: figures.length, files: [...files.keys()], findings};
    if (request.dryRun) return done({...common, id: undefined, lists: receiptsOf(tried), reconciliation: undefined});
    const written = await writeAll(prepared, {sources: sound, before, files, answers}, request, effects);
    if (!written.ok) return written;
    const received = await receiveAll(register, prepared, sound, request, effects, progress);
    const {unfinished: _, ...adoption} = written.value;
    const finished = await writeAdoption(workspace.folder, adoption);
    if (!finished.ok) return finished;
    const late = received.flatMap(({name, outcome}) => (outcome.ok ? [] : [{name, refusal: outcome.refusal}]));
    const lists = receiptsOf(received);
    const published = [...checked.value.published, ...told.filter((one) => !isEntered(one, checked.value))];
    const reconciliation = await reconcileAdopted(register.store, checked.value, published, lists.map(asReceived));
    return done({...common, refused: [...refused, ...late], id: adoption.id, lists, reconciliation});
  });
}

const isEntered = (one: PublishedFigure, {published}: Profile): boolean =>
  published.some(
    ({table, year, code, value}) =>
      table === one.table && year === one.year && code === one.code && value === one.value,
  );

function saidShortly(question: Proposals['questions'][number]): string {
  switch (question.kind) {
    case 'column':
      return `columns: ${question.heading}`;
    case 'word':
      return `words: ${question.of}: ${question.word}`;
    case 'assume':
      return `assume: ${question.member}`;
    case 'table':
      return `tables: ${question.title}`;
  }
}

interface Tried {
  readonly name: string;
  readonly list: ListProposal;
  readonly source: string;
  readonly outcome: Outcome<Receipt, Refusal>;
}

/** Year by year, the earliest first: who was known before is known then. */
async function receiveAll(
  register: KeyedRegister,
  {survey}: Prepared,
  sources: ReadonlyMap<ListProposal, string>,
  {by, dryRun}: AdoptRequest,
  effects: Effects,
  progress: Progress,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const inOrder = [...sources].sort(([a], [b]) => (a.year ?? 9999) - (b.year ?? 9999));
  for (const [list, source] of inOrder) {
    const request = {
      path: join(survey.folder, list.seen.file),
      source,
      controlTotals: {},
      recordedAt: undefined,
      recordedBy: by,
      dryRun,
      errors: undefined,
    };
    tried.push({
      name: nameOf(list.seen),
      list,
      source,
      outcome: await receiveFile(register, request, effects, progress),
    });
  }
  return tried;
}

const receiptsOf = (tried: readonly Tried[]): readonly AdoptedList[] =>
  tried.flatMap(({name, list, source, outcome}) =>
    outcome.ok ? [{name, source, year: list.year, receipt: outcome.value}] : [],
  );

const asReceived = ({name, source, year, receipt}: AdoptedList): ReceivedList => ({
  year,
  source,
  file: name,
  held: receipt.held.map(({row}) => row),
});

interface Planned {
  readonly sources: ReadonlyMap<ListProposal, string>;
  readonly before: Files;
  readonly files: Files;
  readonly answers: Answers;
}

/** First what is needed to undo it, then the profile; it is unfinished until all of it is received. */
async function writeAll(
  {workspace, survey, adoptions}: Prepared,
  {sources, before, files, answers}: Planned,
  {by}: AdoptRequest,
  effects: Effects,
): Promise<Outcome<Adoption, Refusal>> {
  const adoption: Adoption = {
    id: nextId(adoptions),
    at: effects.now(),
    by,
    folder: survey.folder,
    leftOut: Object.entries(answers.columns).flatMap(([heading, field]) => (field === null ? [heading] : [])),
    files: survey.files.map(({file, sha256: digest}) => ({
      file,
      sha256: digest,
      sources: [...sources].flatMap(([list, source]) => (list.seen.file === file ? [source] : [])),
    })),
    profile: [...files].map(([file, bytes]) => {
      const old = before.get(file);
      return {file, before: old === undefined ? null : Buffer.from(old).toString('base64'), after: sha256(bytes)};
    }),
    unfinished: true,
  };
  const written = await writeAdoption(workspace.folder, adoption);
  if (!written.ok) return written;
  for (const [file, bytes] of files) {
    const path = join(workspace.folder, PROFILE, file);
    if (!(await writeWhole(path, bytes))) return refuse({reason: 'file-not-writable', path});
  }
  return done(adoption);
}
