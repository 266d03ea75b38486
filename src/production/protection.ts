/** How a public edition of a period is protected, what that costs, and how sure it is: for the office, before it releases one. */
import type {Edition} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import type {Period} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Perturbation} from '#disclosure/perturb';
import type {Protection} from '#disclosure/withhold';
import type {Inline, Statement} from '#document/statement';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {draw} from './compile.ts';
import type {Effects} from './effects.ts';
import {type AskedTable, type FurtherTable, furtherTables, pairsNotCrossed} from './further-tables.ts';
import {closed, readHistory} from './history.ts';
import {littleShown} from './little-shown.ts';
import {planStrains} from './plan-strain.ts';
import type {Draft, Request} from './produce.ts';
import type {Progress} from './progress.ts';
import {programVersion} from './version.ts';
import {openRegister, withStore} from './workspace.ts';

export type {Perturbation} from '#disclosure/perturb';
export type {Protection, WithheldFigure} from '#disclosure/withhold';
export type {AskedTable, FurtherTable} from './further-tables.ts';

export interface ProtectionRequest {
  readonly period: Period;
  readonly asAt: Instant | undefined;
  readonly explain: boolean;
  /** Further tables to be asked of beside the edition; `all`: every two concepts that it does not cross. */
  readonly also?: readonly AskedTable[] | 'all' | undefined;
}

export interface ProtectionReport {
  readonly request: Request;
  readonly profile: Profile;
  /** Where figures are withheld. */
  readonly protection: Protection | undefined;
  /** Where they are changed. */
  readonly perturbation: Perturbation | undefined;
  /** Of the sentences of an internal edition, by language. */
  readonly sentences: Readonly<Record<LanguageTag, SentencesKept>>;
  /** Where next to nothing is shown, and where the year strains the roll-up plan. */
  readonly strains: readonly Finding[];
  /** Sentences that have no words for what is withheld. */
  readonly findings: readonly Finding[];
  /** What could be shown of further tables, those first of which most could. */
  readonly further: readonly FurtherTable[];
}

export interface SentencesKept {
  readonly of: number;
  readonly asTheyStand: number;
  readonly rewritten: number;
}

/** Refused as a public statement is. */
export async function protectionOf(
  folder: string,
  {period, asAt, explain, also = []}: ProtectionRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<ProtectionReport, Refusal>> {
  const version = await programVersion(effects);
  return withStore(await openRegister(folder), async (register) => {
    const history = await readHistory(register.folder, undefined, effects.now());
    if (!history.ok) return history;
    const drawn = (kind: Edition['kind']) =>
      draw(
        register,
        {
          ...{period, asAt, kind, explain, version, effects, languages: undefined, strict: false, media: []},
          ...{texts: undefined, history: history.value},
        },
        progress,
      );
    const [all, shown] = [await drawn('internal'), await drawn('public')];
    if (!all.ok) return all;
    if (!shown.ok) return shown;
    const {draft, request} = shown.value;
    const {protection, perturbation} = draft;
    const definitions = closed(register.profile, history.value.closings);
    const strains = await planStrains((at) => register.store.personFiles(at), definitions, request, draft, progress);
    const further = furtherOf(also, shown.value, register.profile, progress);
    if (!further.ok) return further;
    const keptIn = (language: LanguageTag): SentencesKept => {
      const [before, after] = [all.value.draft, draft].map(({statements}) =>
        statements.filter((one) => one.language === language).flatMap(sentencesOf),
      );
      return sentencesKept(before ?? [], after ?? []);
    };
    return done({
      request,
      profile: register.profile,
      protection,
      perturbation,
      sentences: {da: keptIn('da'), en: keptIn('en')},
      strains: [...littleShown(all.value.draft, draft, request, definitions), ...strains],
      findings: draft.statements.flatMap(({findings}) => findings),
      further: further.value,
    });
  });
}

function furtherOf(
  also: readonly AskedTable[] | 'all',
  {draft, request}: {readonly draft: Draft; readonly request: Request},
  profile: Profile,
  progress: Progress,
): Outcome<readonly FurtherTable[], Refusal> {
  if (also.length === 0) return done([]);
  const ask = furtherTables(draft, request, profile, progress);
  if (ask === undefined)
    return refuse({reason: 'no-further-table', table: '', because: 'withholds-nothing', known: []});
  const asked = also === 'all' ? pairsNotCrossed(profile) : also;
  const told: FurtherTable[] = [];
  for (const [at, one] of asked.entries()) {
    progress({stage: 'solve', done: at, of: asked.length});
    const answer = ask(one);
    if (answer.ok) told.push(answer.value);
    else if (also !== 'all') return answer;
  }
  const share = ({kept}: FurtherTable) => (kept.of === 0 ? 0 : kept.figures / kept.of);
  return done(told.toSorted((a, b) => share(b) - share(a) || b.kept.figures - a.kept.figures));
}

function sentencesKept(all: readonly string[], shown: readonly string[]): SentencesKept {
  const left = new Map<string, number>();
  for (const one of shown) left.set(one, (left.get(one) ?? 0) + 1);
  const asTheyStand = all.filter((one) => {
    const there = left.get(one) ?? 0;
    if (there > 0) left.set(one, there - 1);
    return there > 0;
  }).length;
  return {of: all.length, asTheyStand, rewritten: Math.min(all.length, shown.length) - asTheyStand};
}

function sentencesOf({blocks}: Statement): readonly string[] {
  const texts = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [textOf(block.content)];
    return block.kind === 'list' ? block.items.map(textOf) : [];
  });
  return texts.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((one) => one.trim() !== '');
}

const textOf = (inline: readonly Inline[]): string =>
  inline.map((one) => ('content' in one ? textOf(one.content) : 'text' in one ? one.text : '')).join('');
