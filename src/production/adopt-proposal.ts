/** The proposals of a folder: what every sheet is taken to be, under which source, and what has to be asked first. */
import type {Answers} from '#adoption/answers';
import {bare} from '#adoption/likeness';
import {assumedIn, type Memory, memoryOf} from '#adoption/memory';
import type {ListProposal, SheetProposal} from '#adoption/proposal';
import {propose} from '#adoption/propose';
import {isTaken, type Question, questionsOf} from '#adoption/questions';
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {plainDate} from '#kit/plain-date';
import type {Profile} from '#profile/profile';
import {entered, figuresIn, figuresOf, isPublished, type PublishedFigure} from './adopt-published.ts';
import {type Survey, survey} from './adopt-survey.ts';
import {type Adoption, wholeAdoptions} from './adoptions.ts';
import type {Effects} from './effects.ts';
import {openWorkspace, type Workspace} from './workspace.ts';

export interface Prepared {
  readonly workspace: Workspace;
  readonly survey: Survey;
  readonly adoptions: readonly Adoption[];
}

/** The folder read once; proposals are made of it as often as somebody answers. */
export async function prepare(workspaceFolder: string, folder: string): Promise<Outcome<Prepared, Refusal>> {
  const adoptions = await wholeAdoptions(workspaceFolder);
  if (!adoptions.ok) return adoptions;
  const workspace = await openWorkspace(workspaceFolder);
  if (!workspace.ok) return workspace;
  const {profile} = workspace.value;
  if (profile.adopt.length === 0) return refuse({reason: 'profile-cannot-adopt', profile: profile.id});
  const seen = await survey(folder);
  if (!seen.ok) return seen;
  return done({workspace: workspace.value, survey: seen.value, adoptions: adoptions.value});
}

export interface Proposals {
  readonly sheets: readonly SheetProposal[];
  readonly questions: readonly Question[];
  /** Of files that were adopted before, and of figures that the profile has otherwise. */
  readonly findings: readonly Finding[];
  /** What sheets of figures and files of published figures in the folder say, and why others of them could not be read. */
  readonly published: readonly PublishedFigure[];
  readonly refused: readonly Refusal[];
  /** The source each list becomes. */
  readonly sources: ReadonlyMap<ListProposal, string>;
}

export function proposalsOf({workspace, survey, adoptions}: Prepared, answers: Answers, effects: Effects): Proposals {
  const {profile} = workspace;
  const before = survey.files.flatMap((one) => adoptedBefore(one, adoptions));
  const known = new Set(before.map(({facts}) => facts.file));
  const fresh = survey.sheets.filter(({file}) => !known.has(file));
  const told = fresh.filter(({rows}) => isPublished(rows)).map(({rows, file}) => figuresIn(rows, file));
  const sheets = propose(
    fresh.filter(({rows}) => !isPublished(rows)),
    {
      patterns: profile.adopt,
      memory: remembered(profile, adoptions),
      lists: profile.codeLists,
      tables: profile.tables,
      concepts: profile.concepts,
      receivedOn: plainDate(effects.now().slice(0, 10)),
      answers,
    },
  );
  const published = [...figuresOf(sheets), ...told.flatMap((one) => (one.ok ? one.value : []))];
  return {
    sheets,
    questions: questionsOf(sheets, answers.accept),
    findings: [...before, ...entered(published, profile).findings],
    published,
    refused: told.flatMap((one) => (one.ok ? [] : [one.refusal])),
    sources: sourcesOf(sheets, profile),
  };
}

/** The latest layout first: what it called a thing comes before what others did. A pattern's words are known, its headings are not remembered. */
function remembered({sources, adopt}: Profile, adoptions: readonly Adoption[]): Memory {
  const latest = sources.toReversed();
  return {
    headings: memoryOf(latest).headings,
    words: memoryOf([...latest, ...adopt]).words,
    leftOut: new Set(adoptions.flatMap(({leftOut, undone}) => (undone === undefined ? leftOut.map(bare) : []))),
    assumed: assumedIn(latest.filter(({id}) => id.startsWith('adopted-'))),
  };
}

function adoptedBefore({file, sha256}: Survey['files'][number], adoptions: readonly Adoption[]): readonly Finding[] {
  for (const {id, files, undone} of adoptions) {
    if (undone !== undefined) continue;
    const same = files.find((one) => one.sha256 === sha256);
    if (same !== undefined) return [{rule: 'adopted-before', severity: 'note', facts: {file, adoption: id}}];
    const named = files.find((one) => one.file === file && one.sources.length > 0);
    if (named !== undefined) {
      const facts = {file, adoption: id, source: named.sources.join(', ')};
      return [{rule: 'adopted-otherwise', severity: 'warning', facts}];
    }
  }
  return [];
}

/** Each named after its file, and its sheet where the file has several lists. */
function sourcesOf(sheets: readonly SheetProposal[], profile: Profile): ReadonlyMap<ListProposal, string> {
  const lists = sheets.filter((one): one is ListProposal => one.kind === 'list' && isTaken(one));
  const taken = new Set(profile.sources.map(({id}) => id));
  const ids = new Map<ListProposal, string>();
  for (const list of lists) {
    const {file, sheet} = list.seen;
    const several = lists.filter((one) => one.seen.file === file).length > 1;
    const name = slug(`${file.replace(/\.[^./]+$/, '')}${several ? ` ${sheet ?? ''}` : ''}`);
    let id = `adopted-${name}`;
    for (let i = 2; taken.has(id); i++) id = `adopted-${name}-${i}`;
    taken.add(id);
    ids.set(list, id);
  }
  return ids;
}

const LETTERS: Readonly<Record<string, string>> = {æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss'};

function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[æøåäöüß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain.slice(0, 60).replace(/-$/, '') || 'list';
}

export {type Answers, NO_ANSWERS} from '#adoption/answers';
export {examplesSaid} from '#adoption/examples';
export type {ListProposal, SheetProposal} from '#adoption/proposal';
export {isTaken, type Question} from '#adoption/questions';
export {nameOf} from '#adoption/sheet-seen';
