/** The files a renderer is given: the typeface, and the module that draws pictures. */
import {createRequire} from 'node:module';
import {DRAWING_MODULE, FONT_FILES, type Fonts} from '#document/render/fonts';
import {readBytes} from './effects.ts';

const resolveModule = createRequire(import.meta.url).resolve;

export async function loadFonts(): Promise<Fonts> {
  const [regular, semibold, italic] = await Promise.all(
    [FONT_FILES.regular, FONT_FILES.semibold, FONT_FILES.italic].map((file) => readBytes(resolveModule(file))),
  );
  return {
    regular: regular ?? new Uint8Array(),
    semibold: semibold ?? new Uint8Array(),
    italic: italic ?? new Uint8Array(),
  };
}

export const loadDrawingModule = async () => new Uint8Array(await readBytes(resolveModule(DRAWING_MODULE)));
