/** The fonts as the tests read them. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {DRAWING_MODULE, FONT_FILES, type Fonts} from '#document/render/fonts';

const read = (module: string) => readFileSync(createRequire(import.meta.url).resolve(module));

export const FONTS: Fonts = {
  regular: read(FONT_FILES.regular),
  semibold: read(FONT_FILES.semibold),
  italic: read(FONT_FILES.italic),
};

export const DRAWING = new Uint8Array(read(DRAWING_MODULE));
