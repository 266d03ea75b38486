/**
 * A statement's text brought back from a word processor into the profile: read, laid beside what was sent, written, and read again.
 * All of it is written or nothing is.
 */
import {basename, join} from 'node:path';
import type {EditionKind} from '#concepts/edition';
import {parseEditionKind} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {type Period, parsePeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Stopping, Taken, Told} from '#document/passages/back';
import {type Brought, bringBack} from '#document/passages/bring-back';
import {candidatesAmong} from '#document/passages/candidates';
import {settled} from '#document/passages/tokens';
import type {Remark, Statement} from '#document/statement';
import type {WordDocument} from '#document/word/document';
import {readWord} from '#document/word/read-word';
import {defect} from '#kit/defect';
import {type Instant, parseInstant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type Effects, exists, isFile, permitted, readBytes, removeFile, writeWhole} from './effects.ts';
import {composedFrom, drawText, newFaults, outlineOf, profileFiles, type TextFile, textFile} from './open-text.ts';
import type {Progress} from './progress.ts';
import {
  type Ahead,
  deskPath,
  type LagIn,
  lagging,
  readDesk,
  type TextDesk,
  withAllLags,
  withRemarks,
  writeDesk,
} from './text-desk.ts';
import {wordsOf} from './words-of.ts';
import {type OpenRegister, openRegister, PROFILE, withStore} from './workspace.ts';

export interface TextImport {
  readonly path: string;
  readonly dryRun: boolean;
  /** Whose tracked changes are accepted. */
  readonly accept: 'all' | readonly string[];
  /** Where the document does not say them. */
  readonly period: Period | undefined;
  readonly language: LanguageTag | undefined;
}

export interface TextImported {
  readonly file: string;
  readonly language: LanguageTag;
  readonly period: string;
  readonly written: boolean;
  readonly accepted: number;
  readonly taken: readonly Taken[];
  readonly told: readonly Told[];
  readonly remarks: readonly Remark[];
  /** Sentences of the other languages that lag now. */
  readonly behind: readonly LagIn[];
  /** What the profile's check says of the text that it did not say before. */
  readonly findings: readonly Finding[];
  readonly diff: readonly DiffLine[];
}

export interface DiffLine {
  readonly line: number;
  readonly kind: 'removed' | 'added';
  readonly text: string;
}

interface Origin {
  readonly period: Period;
  readonly language: LanguageTag;
  readonly kind: EditionKind | undefined;
  readonly cutOff: Instant | undefined;
}

export async function importText(
  folder: string,
  request: TextImport,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<TextImported, Refusal>> {
  const came = await readDocument(request);
  if (!came.ok) return came;
  const file = basename(request.path);
  const {pending} = came.value;
  if (pending.length > 0) {
    const authors = [...new Set(pending.map(({author}) => author))];
    return refuse({reason: 'changes-pending', file, changes: pending, authors});
  }
  const origin = originOf(came.value, request, file);
  if (!origin.ok) return origin;
  return withStore(await openRegister(folder), (register) =>
    bring(register, request, came.value, origin.value, effects, progress),
  );
}

async function readDocument({path, accept}: TextImport): Promise<Outcome<WordDocument, Refusal>> {
  if (!(await exists(path))) return refuse({reason: 'no-such-file', file: path});
  if (!(await isFile(path))) return refuse({reason: 'not-a-file', path});
  const bytes = await permitted(() => readBytes(path));
  if (bytes === undefined) return refuse({reason: 'no-permission', path});
  const read = readWord(bytes, (author) => accept === 'all' || accept.includes(author));
  return read.ok ? read : refuse({reason: 'not-a-word-document', file: basename(path), found: read.refusal});
}

function originOf({properties}: WordDocument, request: TextImport, file: string): Outcome<Origin, Refusal> {
  const period = request.period ?? parsePeriod(properties.get('opgor.period') ?? '');
  const language = request.language ?? LANGUAGES.find((tag) => tag === properties.get('opgor.language'));
  if (period === undefined || language === undefined)
    return refuse({
      reason: 'text-of-what',
      file,
      missing: [
        ...(period === undefined ? (['period'] as const) : []),
        ...(language === undefined ? (['language'] as const) : []),
      ],
    });
  const kind = parseEditionKind(properties.get('opgor.edition') ?? '');
  return done({period, language, kind, cutOff: parseInstant(properties.get('opgor.cut-off') ?? '')});
}

async function bring(
  register: OpenRegister,
  request: TextImport,
  came: WordDocument,
  {period, language, kind, cutOff}: Origin,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<TextImported, Refusal>> {
  const {profile, folder} = register;
  const file = basename(request.path);
  if (!profile.languages.includes(language))
    return refuse({reason: 'language-not-in-profile', language, known: profile.languages});
  const drawn = await drawText(register, {period, kind, asAt: cutOff, languages: [language]}, effects, progress);
  if (!drawn.ok) return drawn;
  const files = await profileFiles(folder);
  const own = textFile(files, language);
  const outline = outlineOf(own.text, language);
  const statement = drawn.value.statement(language);
  const guarded = profile.guardedWords.find((one) => one.language === language) ?? defect(`no words in ${language}`);
  const words = wordsOf(profile, language, period.to);
  const brought = bringBack(
    {
      statement,
      outline,
      text: own.text,
      document: await asSent(statement),
      guarded,
      candidates: candidatesAmong({cubes: drawn.value.draft.cubes, words, outline}),
    },
    came,
  );
  const again = outlineOf(brought.text, language);
  const unlike =
    brought.stopping.length > 0 ? [] : saidOtherwise(brought, composedFrom(drawn.value, profile, again, progress));
  const stopping = [...brought.stopping, ...unlike];
  if (stopping.length > 0) return refuse({reason: 'text-not-taken', file, stopping});
  const desk = await readDesk(folder);
  if (desk === undefined) return refuse({reason: 'settings-not-readable', path: deskPath(folder)});
  const behind = lagging(profile.outlines, outline.language, aheadIn(brought.taken));
  const written = {
    desk: withAllLags(withRemarks(desk, language, brought.comments), behind),
    changed: brought.text !== own.text,
  };
  const result = resultOf(brought, own, files, behind);
  const refused = request.dryRun ? undefined : await write(folder, own, brought.text, desk, written.desk);
  if (refused !== undefined) return refuse(refused);
  return done({
    ...result,
    file,
    language,
    period: statement.period,
    written: !request.dryRun && (written.changed || written.desk !== desk),
    accepted: came.accepted,
  });
}

/** As it is written for a word processor, and read as it comes back. */
async function asSent(statement: Statement): Promise<WordDocument> {
  const {renderWord} = await import('#document/render/docx');
  const read = readWord(await renderWord(statement));
  return read.ok ? read.value : defect(`its own document cannot be read: ${read.refusal}`);
}

const resultOf = (
  {taken, told, comments, text}: Brought,
  own: TextFile,
  files: Parameters<typeof newFaults>[0],
  behind: TextImported['behind'],
) => ({
  taken,
  told,
  remarks: comments,
  behind,
  findings: newFaults(files, own, text),
  diff: diffOf(own.text, text),
});

/** What is written must say what came back, to the letter. */
function saidOtherwise({expected}: Brought, {blocks, notes}: Statement): readonly Stopping[] {
  const contents = [
    ...blocks.flatMap((block) =>
      block.kind === 'heading' || block.kind === 'paragraph'
        ? [block.content]
        : block.kind === 'list'
          ? block.items
          : [],
    ),
    ...notes.map(({content}) => content),
  ];
  const whole = contents.map((content) => settled(saidIn(content))).join('\n');
  return expected.flatMap(({sentence, text}) =>
    whole.includes(text) ? [] : [{kind: 'not-written', sentence, after: text} as const],
  );
}

const saidIn = (content: Extract<Statement['blocks'][number], {kind: 'paragraph'}>['content']): string =>
  content
    .map((inline) =>
      'content' in inline ? saidIn(inline.content) : 'text' in inline && !isRemarked(inline) ? inline.text : '',
    )
    .join('');

/** A remark of the program's own on a sentence. */
const isRemarked = (inline: {readonly kind: string; readonly text: string}): boolean =>
  inline.kind === 'fault' && inline.text.startsWith(' [');

/** What of it the other languages do not say yet. */
const aheadIn = (taken: readonly Taken[]): readonly Ahead[] =>
  taken.flatMap((one): readonly Ahead[] => {
    if (one.kind === 'parted' || one.kind === 'joined') return [];
    const sentence = one.kind === 'added' ? one.after : one.sentence;
    return [{sentence, why: one.kind, says: one.kind === 'reworded' ? one.after : 'text' in one ? one.text : ''}];
  });

/** The desk first: where the text cannot be written, it is put back. */
async function write(
  folder: string,
  {name, bytes, text: before}: TextFile,
  text: string,
  old: TextDesk,
  desk: TextDesk,
): Promise<Refusal | undefined> {
  const hadDesk = await exists(deskPath(folder));
  if (desk !== old && !(await writeDesk(folder, desk))) return {reason: 'file-not-writable', path: deskPath(folder)};
  const path = join(folder, PROFILE, name);
  if (text === before || (await writeWhole(path, bytes(text)))) return undefined;
  if (desk !== old) await (hadDesk ? writeDesk(folder, old) : removeFile(deskPath(folder)));
  return {reason: 'file-not-writable', path};
}

/** Lines that are not in both, in the order of the file. */
function diffOf(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  const lines: DiffLine[] = [];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  for (let j = 0; head < a.length || j < b.length; ) {
    if (head < a.length && j < b.length && a[head] === b[j]) {
      head++;
      j++;
    } else if (
      j >= b.length ||
      (head < a.length && (lengths[(head + 1) * width + j] ?? 0) >= (lengths[head * width + j + 1] ?? 0))
    )
      lines.push({line: head + 1, kind: 'removed', text: a[head++] ?? ''});
    else lines.push({line: j + 1, kind: 'added', text: b[j++] ?? ''});
  }
  return lines;
}
