/** The one typeface of every medium, IBM Plex Sans (SIL Open Font License), as bytes: whoever runs a renderer reads the files. */
import type {Typefaces} from '../figure/typeface.ts';
import {readTypeface} from '../figure/typeface.ts';

export interface Fonts {
  readonly regular: Uint8Array;
  readonly semibold: Uint8Array;
  readonly italic: Uint8Array;
}

/** Where the files are, as modules to resolve. */
export const FONT_FILES = {
  regular: '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  semibold: '@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  italic: '@expo-google-fonts/ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf',
} as const satisfies Record<keyof Fonts, string>;

/** What draws PNG, likewise. */
export const DRAWING_MODULE = '@resvg/resvg-wasm/index_bg.wasm';

export const typefacesOf = ({regular, semibold}: Fonts): Typefaces => ({
  regular: readTypeface(regular),
  strong: readTypeface(semibold),
});
