/** A draft in every medium and format (GSBPM 7.2), and the folder it is written to: whole, or not at all. */
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {noiseOf} from '#disclosure/policy';
import {MEDIA, PRINT, render, renderCharts} from '#document/render/index';
import type {Medium, Product} from '#document/render/medium';
import {csv} from '#exchange/csv';
import type {Edition, ExportedFile} from '#exchange/exporter';
import {EXPORTERS} from '#exchange/index';
import {movesFile} from '#exchange/moves';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {notesOnAll} from '#tabulation/notes';
import {print} from './beside.ts';
import {exists, inPlace, isEmptyFolder, isFile, isFolder, readBytes, readFolder, writeInto} from './effects.ts';
import {loadDrawingModule, loadFonts} from './fonts.ts';
import {MANIFEST, outputsOf} from './manifest.ts';
import type {Draft, Request} from './produce.ts';
import type {Progress} from './progress.ts';
import {wordsOf} from './words-of.ts';

/** Every medium with its charts alone beside it; or only the media asked for. The figures always. */
export async function products(
  {statements, cubes}: Draft,
  profile: Profile,
  {cutOff, languages: [first, ...others], period, policy}: Request,
  media: readonly Medium[] | undefined,
  progress: Progress,
  prints = true,
): Promise<readonly Product[]> {
  const [statement] = statements;
  if (statement === undefined || first === undefined) return [];
  const fonts = await loadFonts();
  const asked = media ?? MEDIA.filter((medium) => prints || medium !== PRINT);
  progress({stage: 'render', done: 0, of: statements.length});
  const laidOut = await render(statements, fonts, asked.map(printedApart));
  progress({stage: 'render', done: statements.length, of: statements.length});
  const charts = media === undefined ? await renderCharts(statements, fonts, await loadDrawingModule()) : [];
  const words = (language: typeof first) => wordsOf(profile, language, period.to);
  const edition: Edition = {
    words: [words(first), ...others.map(words)],
    source: statement.office,
    title: statement.title,
    cutOff,
    marks: statement.marks.map(({text}) => text),
    notes: notesOnAll(profile.notes, period).map(({text}) => text),
    // Not the program's version: the same figures are the same bytes under the next one.
    producedBy: `opgor, profile ${profile.id} ${profile.version}`,
  };
  const written = (mediaType: string, files: readonly ExportedFile[]): readonly Product[] =>
    files.map(({name, body}) => ({name, mediaType, bytes: new TextEncoder().encode(body)}));
  const exported = EXPORTERS.flatMap(({write, mediaType}) => written(mediaType, write(cubes, edition)));
  const noise = noiseOf(policy);
  const moves = noise === undefined ? [] : written(csv.mediaType, [movesFile(noise, edition)]);
  return [...laidOut, ...exported, ...moves, ...charts];
}

/** PDFs are set by a thread of their own, all at once, while the pages are written here. */
const printedApart = (medium: Medium): Medium => (medium === PRINT ? {...medium, render: print} : medium);

export const MEDIUM_IDS: readonly string[] = MEDIA.map(({id}) => id);

/** The media of these ids; undefined when one is unknown. */
export function findMedia(ids: readonly string[]): readonly Medium[] | undefined {
  const found = MEDIA.filter(({id}) => ids.includes(id));
  return found.length === new Set(ids).size ? found : undefined;
}

/**
 * Written beside, then put in place in one step, so that a folder is never half of two statements.
 * Only an earlier statement is replaced: a folder with anything else in it is refused.
 */
export async function writeFolder(folder: string, files: readonly Product[]): Promise<Outcome<string, Refusal>> {
  if (await isFile(folder)) return refuse({reason: 'not-a-folder', path: folder});
  if ((await exists(folder)) && !(await isReplaceable(folder)))
    return refuse({reason: 'folder-not-empty', path: folder});
  const written = await inPlace(folder, async (beside) => {
    await writeInto(beside, files);
    return true;
  });
  return written ? done(folder) : refuse({reason: 'file-not-writable', path: folder});
}

/** Empty, or nothing in it but what its own manifest lists. */
async function isReplaceable(folder: string): Promise<boolean> {
  if (!(await isFolder(folder))) return false;
  const present = [...(await readFolder(folder)).keys()];
  if (present.length === 0) return isEmptyFolder(folder);
  if (!present.includes(MANIFEST)) return false;
  const listed = outputsOf(Buffer.from(await readBytes(join(folder, MANIFEST))).toString('utf8'));
  return listed !== undefined && present.every((name) => name === MANIFEST || listed.includes(name));
}
