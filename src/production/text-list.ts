/** The office's text in plain words: every sentence with its chips and conditions, tried for a year, changed from a menu. */
import {join} from 'node:path';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import {type Period, yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Words} from '#concepts/words';
import {GIVEN, parseAddress} from '#document/address';
import {messagesIn, OPENING, sectionsOf} from '#document/messages';
import type {Message, Outline} from '#document/outline';
import {
  type Chip,
  type ChipForm,
  chipped,
  type Fault,
  withCondition,
  withForm,
  withoutForm,
  withWording,
} from '#document/passages/chips';
import type {Condition} from '#document/passages/conditions';
import {edited, linesFor, regionOf} from '#document/passages/source-lines';
import {settled} from '#document/passages/tokens';
import {sentenceIds} from '#document/sentence-ids';
import type {Inline, Statement} from '#document/statement';
import {nearest} from '#kit/nearest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {lastOf, yearOf} from '#kit/plain-date';
import type {Profile} from '#profile/profile';
import type {Effects} from './effects.ts';
import {writeWhole} from './effects.ts';
import {drawText, newFaults, outlineOf, profileFiles, type TextFile, textFile} from './open-text.ts';
import type {Progress} from './progress.ts';
import {deskPath, type Lag, type LagIn, lagging, readDesk, standing, withAllLags, writeDesk} from './text-desk.ts';
import {wordsOf} from './words-of.ts';
import {openRegister, openWorkspace, PROFILE, withStore} from './workspace.ts';

export interface ListedChip extends Chip {
  readonly label: string;
}

export interface ListedCondition extends Condition {
  readonly label: string;
  readonly againstLabel: string | undefined;
}

export interface ListedSentence {
  readonly sentence: string;
  readonly section: string;
  readonly heading: string;
  readonly chips: readonly ListedChip[];
  readonly conditions: readonly ListedCondition[];
  readonly forms: readonly ChipForm[];
  /** For the year that was asked for: which form, and what it says. */
  readonly told?: {readonly form: number; readonly text: string} | undefined;
  /** It lags behind the other language. */
  readonly behind?: Lag | undefined;
}

export interface ListedText {
  readonly language: LanguageTag;
  readonly year: number | undefined;
  readonly sentences: readonly ListedSentence[];
}

export async function listText(
  folder: string,
  asked: {
    readonly language: LanguageTag | undefined;
    readonly year: number | undefined;
    readonly section: string | undefined;
  },
  effects: Effects,
  progress: Progress,
): Promise<Outcome<ListedText, Refusal>> {
  const opened = await openWorkspace(folder);
  if (!opened.ok) return opened;
  const {profile} = opened.value;
  const own = await textIn(folder, profile, asked.language);
  if (!own.ok) return own;
  const {outline} = own.value;
  const day = lastOf(asked.year ?? yearOf(lastOf(Number(effects.now().slice(0, 4)))));
  const desk = await readDesk(folder);
  const behind = desk === undefined ? [] : standing(desk, outline);
  const all = sentencesOf(outline, profile, wordsOf(profile, outline.language, day), behind);
  const chosen =
    asked.section === undefined
      ? all
      : all.filter(({section, sentence}) => section === asked.section || sentence === asked.section);
  if (chosen.length === 0) return refuse(unknownSentence(asked.section ?? '', outline));
  if (asked.year === undefined) return done({language: outline.language, year: undefined, sentences: chosen});
  const told = await toldIn(folder, yearPeriod(asked.year), outline.language, effects, progress);
  if (!told.ok) return told;
  const sentences = chosen.map((one) => ({...one, told: told.value(one.sentence)}));
  return done({language: outline.language, year: asked.year, sentences});
}

export interface Previewed {
  readonly sentence: string;
  readonly language: LanguageTag;
  /** Undefined: there is nothing to tell of that year. Empty: the sentence says nothing then. */
  readonly years: readonly {
    readonly year: number;
    readonly form: number | undefined;
    readonly text: string | undefined;
  }[];
}

const BEFORE = 3;

/** What a sentence says in a year and in the last three before it. */
export async function previewText(
  folder: string,
  asked: {readonly sentence: string; readonly language: LanguageTag | undefined; readonly year: number},
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Previewed, Refusal>> {
  const opened = await openWorkspace(folder);
  if (!opened.ok) return opened;
  const {profile} = opened.value;
  const own = await textIn(folder, profile, asked.language);
  if (!own.ok) return own;
  const {outline} = own.value;
  if (messageOf(outline, asked.sentence) === undefined) return refuse(unknownSentence(asked.sentence, outline));
  const first = Math.max(profile.firstYear, asked.year - BEFORE);
  const years: Previewed['years'][number][] = [];
  for (let year = asked.year; year >= Math.min(first, asked.year); year--) {
    const told = await toldIn(folder, yearPeriod(year), outline.language, effects, progress);
    if (!told.ok && told.refusal.reason !== 'nothing-to-count') return told;
    const said = told.ok ? told.value(asked.sentence) : undefined;
    years.push({year, form: said?.form, text: told.ok ? (said?.text ?? '') : undefined});
  }
  return done({sentence: asked.sentence, language: outline.language, years});
}

export type Change =
  | {readonly kind: 'wording'; readonly form: number; readonly wording: string}
  | {readonly kind: 'condition'; readonly form: number; readonly keys: readonly string[]}
  | {readonly kind: 'add'; readonly keys: readonly string[]; readonly wording: string}
  | {readonly kind: 'remove'; readonly form: number};

export interface Changed {
  readonly sentence: string;
  readonly language: LanguageTag;
  readonly written: boolean;
  readonly before: readonly ChipForm[];
  readonly after: readonly ChipForm[];
  /** What the other language lacks now, say. */
  readonly findings: readonly Finding[];
  /** Sentences of the other languages that lag now. */
  readonly behind: readonly LagIn[];
  readonly labels: Pick<ListedSentence, 'chips' | 'conditions'>;
}

/** Nothing is written that would be at fault by itself; what the languages no longer share is told. */
export async function changeText(
  folder: string,
  asked: {readonly sentence: string; readonly language: LanguageTag | undefined; readonly dryRun: boolean},
  change: Change,
  effects: Effects,
): Promise<Outcome<Changed, Refusal>> {
  const opened = await openWorkspace(folder);
  if (!opened.ok) return opened;
  const {profile} = opened.value;
  const own = await textIn(folder, profile, asked.language);
  if (!own.ok) return own;
  const {outline, file} = own.value;
  const {sentence} = asked;
  const message = messageOf(outline, sentence);
  const lines = file.text.split('\n');
  const region = message === undefined ? undefined : regionOf(lines, message);
  if (message === undefined || region === undefined) return refuse(unknownSentence(sentence, outline));
  const source = changedSource(message.source, change, !region.fenced && region.prefix === '');
  if (!source.ok) return refuse({...source.refusal, sentence});
  const text = edited(lines, [{from: region.from, to: region.to, lines: linesFor(region, source.value)}]).join('\n');
  const files = await profileFiles(folder);
  const findings = newFaults(files, file, text);
  const standingInTheWay = findings.filter(({rule, severity}) => severity === 'error' && !ACROSS.includes(rule));
  if (standingInTheWay.length > 0) return refuse({reason: 'text-change-faulty', sentence, findings: standingInTheWay});
  const path = join(folder, PROFILE, file.name);
  const desk = await readDesk(folder);
  if (desk === undefined) return refuse({reason: 'settings-not-readable', path: deskPath(folder)});
  const says = change.kind === 'wording' || change.kind === 'add' ? change.wording : '';
  const behind = lagging(profile.outlines, outline.language, [{sentence, why: 'reworded', says}]);
  if (!asked.dryRun && !(await writeDesk(folder, withAllLags(desk, behind))))
    return refuse({reason: 'file-not-writable', path: deskPath(folder)});
  if (!asked.dryRun && !(await writeWhole(path, file.bytes(text)))) return refuse({reason: 'file-not-writable', path});
  const words = wordsOf(profile, outline.language, lastOf(Number(effects.now().slice(0, 4))));
  const after = chipped(source.value);
  return done({
    sentence,
    language: outline.language,
    written: !asked.dryRun,
    before: chipped(message.source).forms,
    after: after.forms,
    findings,
    behind,
    labels: labelled(after, profile, words),
  });
}

/** Languages are changed one at a time: that they differ meanwhile is told, and stops a release. */
const ACROSS: readonly Finding['rule'][] = ['languages-differ', 'text-in-one-language'];

function changedSource(source: string, change: Change, opens: boolean): Outcome<string, Fault> {
  switch (change.kind) {
    case 'wording':
      return withWording(source, change.form, change.wording, opens);
    case 'condition':
      return withCondition(source, change.form, change.keys);
    case 'add':
      return withForm(source, change.keys, change.wording);
    case 'remove':
      return withoutForm(source, change.form);
  }
}

async function textIn(
  folder: string,
  profile: Profile,
  language: LanguageTag | undefined,
): Promise<Outcome<{outline: Outline; file: TextFile}, Refusal>> {
  const [first] = profile.languages;
  const chosen = language ?? first;
  if (chosen === undefined || !profile.languages.includes(chosen))
    return refuse({reason: 'language-not-in-profile', language: chosen ?? '', known: profile.languages});
  const file = textFile(await profileFiles(folder), chosen);
  return done({outline: outlineOf(file.text, chosen), file});
}

const messageOf = (outline: Outline, sentence: string): Message | undefined =>
  [...sentenceIds(outline)].find(([, id]) => id === sentence)?.[0];

function unknownSentence(sentence: string, outline: Outline): Refusal {
  const known = [...sentenceIds(outline).values()];
  return {reason: 'no-such-sentence', sentence, near: nearest(sentence, known)};
}

function sentencesOf(
  outline: Outline,
  profile: Profile,
  words: Words,
  behind: readonly Lag[],
): readonly ListedSentence[] {
  const ids = sentenceIds(outline);
  const headings = new Map(
    sectionsOf(outline).flatMap(({id, blocks}) => {
      const [heading] = blocks[0]?.kind === 'heading' ? blocks.slice(0, 1).flatMap(messagesIn) : [];
      return [[id, heading === undefined ? '' : (chipped(heading.source).forms[0]?.text ?? '')] as const];
    }),
  );
  return [...ids].map(([message, sentence]) => {
    const section = sentence.replace(/\.\d+$/, '');
    const {chips, forms, conditions} = chipped(message.source);
    const lag = behind.find((one) =>
      one.whole === 'sentence' ? one.sentence === sentence : one.sentence === sentence,
    );
    return {
      sentence,
      section,
      heading: section === OPENING ? '' : (headings.get(section) ?? ''),
      ...labelled({chips, conditions}, profile, words),
      forms,
      ...(lag === undefined ? {} : {behind: lag}),
    };
  });
}

const labelled = (
  {chips, conditions}: Pick<ReturnType<typeof chipped>, 'chips' | 'conditions'>,
  profile: Profile,
  words: Words,
): Pick<ListedSentence, 'chips' | 'conditions'> => ({
  chips: chips.map((chip) => ({...chip, label: labelFor(chip.name, profile, words)})),
  conditions: conditions.map((one) => ({
    ...one,
    label: labelFor(one.name, profile, words),
    againstLabel: one.against === undefined ? undefined : labelFor(one.against, profile, words),
  })),
});

/** What a name stands for, in the words of the code lists: `Female`; of what is given, its own name. */
function labelFor(name: string, {tables}: Profile, words: Words): string {
  if (GIVEN.some((given) => given === name)) return name;
  const {table, codes} = parseAddress(name);
  const found = tables.find(({id}) => id === table);
  if (found === undefined) return name;
  if (codes === undefined) return words.table(table);
  const named = codes.flatMap((code, i) => {
    const concept = found.dimensions[i];
    if (code === 'all' || code === 'total' || concept === undefined) return [];
    return [/^(?:this|last|first)-year$/.test(code) ? code : words.code(concept, code)];
  });
  return `${named.join(', ') || words.unit(found.unit)} (${words.table(table)})`;
}

/** What each sentence says of a period. */
async function toldIn(
  folder: string,
  period: Period,
  language: LanguageTag,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<(sentence: string) => {form: number; text: string} | undefined, Refusal>> {
  return withStore(await openRegister(folder), async (register) => {
    const drawn = await drawText(register, {period, languages: [language]}, effects, progress);
    return drawn.ok ? done(tellingOf(drawn.value.statement(language))) : drawn;
  });
}

function tellingOf(statement: Statement) {
  const contents = [
    ...statement.blocks.flatMap((block) =>
      block.kind === 'heading' || block.kind === 'paragraph'
        ? [block.content]
        : block.kind === 'list'
          ? block.items
          : [],
    ),
    ...statement.notes.map(({content}) => content),
  ].flat();
  const bySentence = Map.groupBy(contents, ({sentence}) => sentence ?? '');
  const title = new Map([
    [`${OPENING}.1`, statement.title],
    [`${OPENING}.2`, statement.subtitle],
  ]);
  return (sentence: string) => {
    const form = statement.told?.find((one) => one.sentence === sentence)?.form;
    const text = title.get(sentence) ?? settled((bySentence.get(sentence) ?? []).map(chipText).join(''));
    return form === undefined ? undefined : {form: form + 1, text};
  };
}

/** Figures stand out as chips do. */
const chipText = (inline: Inline): string =>
  'content' in inline
    ? inline.content.map(chipText).join('')
    : inline.kind === 'figure'
      ? `⟦${inline.text}⟧`
      : 'text' in inline
        ? inline.text
        : '';
