/** What the text was before each of its last changes in the browser, in `workbench/text-undo.json` of the workspace. */
import {join} from 'node:path';
import * as z from 'zod';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {sha256} from '#kit/digest';
import {writeDurably} from './edition-files.ts';
import {exists, readBytes} from './effects.ts';

const shape = z.array(
  z.strictObject({
    language: z.enum(LANGUAGES),
    passage: z.string(),
    by: z.string(),
    at: z.string(),
    /** The whole text. */
    before: z.string(),
    /** SHA-256 of the text as it was written. */
    after: z.string(),
    /** Sentences of other languages that the change left behind. */
    behind: z.array(z.string()),
  }),
);
export type TextChange = z.infer<typeof shape>[number];

/** As many are kept. */
const MOST = 20;

const pathOf = (folder: string): string => join(folder, 'workbench', 'text-undo.json');

/** The oldest first; none where the file cannot be read. */
export async function readChanges(folder: string): Promise<readonly TextChange[]> {
  const path = pathOf(folder);
  if (!(await exists(path))) return [];
  try {
    const read = shape.safeParse(JSON.parse(new TextDecoder().decode(await readBytes(path))));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

export const writeChanges = (folder: string, changes: readonly TextChange[]): Promise<boolean> =>
  writeDurably(pathOf(folder), JSON.stringify(changes.slice(-MOST)));

/** The last change, where the text still is what it made of it. */
export const undoable = (changes: readonly TextChange[], language: LanguageTag, text: string): TextChange | undefined =>
  changes.findLast((one) => one.language === language && one.after === sha256(text));
