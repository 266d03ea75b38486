/**
 * What is remembered of the text beside the profile, in `text.yaml` of the workspace: colleagues' remarks, and sentences of one
 * language that lag behind the other until they are changed.
 */
import {join} from 'node:path';
import {dump, load, YAMLException} from 'js-yaml';
import * as z from 'zod';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import type {Outline} from '#document/outline';
import {fingerprint, sentenceIds} from '#document/sentence-ids';
import type {Remark} from '#document/statement';
import {exists, readBytes, writeWhole} from './effects.ts';

const remark = z.strictObject({sentence: z.string(), author: z.string(), date: z.string(), text: z.string()});
const lag = z.strictObject({
  sentence: z.string(),
  /** What the sentence, or its section, was when the other language went ahead. */
  source: z.string(),
  whole: z.enum(['sentence', 'section']),
  why: z.enum(['reworded', 'removed', 'added', 'moved']),
  other: z.enum(LANGUAGES),
  /** What the other language says now. */
  says: z.string(),
});
const shape = z.strictObject({
  remarks: z.partialRecord(z.enum(LANGUAGES), z.array(remark)).default({}),
  behind: z.partialRecord(z.enum(LANGUAGES), z.array(lag)).default({}),
});

export type TextDesk = z.infer<typeof shape>;
export type Lag = z.infer<typeof lag>;

const FILE = 'text.yaml';

/** Empty where there is none; undefined where it cannot be read. */
export async function readDesk(folder: string): Promise<TextDesk | undefined> {
  const path = join(folder, FILE);
  if (!(await exists(path))) return {remarks: {}, behind: {}};
  try {
    const read = shape.safeParse(load(new TextDecoder().decode(await readBytes(path)), {maxAliases: 0}) ?? {});
    return read.success ? read.data : undefined;
  } catch (thrown) {
    if (thrown instanceof YAMLException) return undefined;
    throw thrown;
  }
}

export const deskPath = (folder: string): string => join(folder, FILE);

export const writeDesk = (folder: string, desk: TextDesk): Promise<boolean> => writeWhole(deskPath(folder), dump(desk));

/** A remark is kept once, however often the document that has it comes back. */
export function withRemarks(desk: TextDesk, language: LanguageTag, remarks: readonly Remark[]): TextDesk {
  const kept = desk.remarks[language] ?? [];
  const key = ({author, text}: Remark) => JSON.stringify([author, text]);
  const known = new Set(kept.map(key));
  const fresh = remarks.filter((one) => !known.has(key(one)));
  return fresh.length === 0 ? desk : {...desk, remarks: {...desk.remarks, [language]: [...kept, ...fresh]}};
}

export function withLags(desk: TextDesk, language: LanguageTag, lags: readonly Lag[]): TextDesk {
  const kept = (desk.behind[language] ?? []).filter(
    (one) =>
      !lags.some(
        ({sentence, whole, says}) =>
          sentence === one.sentence && whole === one.whole && (whole === 'sentence' || says === one.says),
      ),
  );
  return lags.length === 0 ? desk : {...desk, behind: {...desk.behind, [language]: [...kept, ...lags]}};
}

/** Those that have not been changed since. */
export const standing = (desk: TextDesk, outline: Outline): readonly Lag[] =>
  (desk.behind[outline.language] ?? []).filter(
    ({sentence, whole, source}) => sourceOf(outline, sentence, whole) === source,
  );

/** The fingerprint of a sentence, or of all of its section. */
export function sourceOf(outline: Outline, sentence: string, whole: Lag['whole']): string | undefined {
  const ids = [...sentenceIds(outline)];
  const [section = ''] = sentence.split('.');
  if (whole === 'section')
    return fingerprint(ids.flatMap(([{source}, id]) => (id.split('.')[0] === section ? [source] : [])).join('\n'));
  const [message] = ids.find(([, id]) => id === sentence) ?? [];
  return message === undefined ? undefined : fingerprint(message.source);
}

/** One language said something otherwise. */
export interface Ahead {
  readonly sentence: string;
  readonly why: Lag['why'];
  readonly says: string;
}

export type LagIn = Lag & {readonly language: LanguageTag};

/** Every other language where this one went ahead: the same sentence, or the section it is in. */
export const lagging = (
  outlines: readonly Outline[],
  language: LanguageTag,
  ahead: readonly Ahead[],
): readonly LagIn[] =>
  outlines
    .filter((other) => other.language !== language)
    .flatMap((other) =>
      ahead.flatMap(({sentence, why, says}) => {
        const whole = why === 'reworded' || why === 'removed' ? 'sentence' : 'section';
        const source = sourceOf(other, sentence, whole);
        if (source === undefined) return [];
        return [{sentence, source, whole, why, other: language, says, language: other.language} as const];
      }),
    );

export const withAllLags = (desk: TextDesk, behind: readonly LagIn[]): TextDesk =>
  LANGUAGES.reduce((kept, other) => {
    const own = behind.filter((one) => one.language === other).map(({language: _, ...lag}) => lag);
    return withLags(kept, other, own);
  }, desk);
