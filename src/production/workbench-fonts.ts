/** The typeface as the workbench serves it: the letters of Europe, since names are of everywhere; others fall back to the reader's own. */
import {webFont} from '#document/render/web-font';
import {loadFonts} from './fonts.ts';

export interface ServedFont {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Latin with its extensions, punctuation and the signs that pages use. */
const RANGES = [
  [0x20, 0x17f],
  [0x2010, 0x2026],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2713, 0x2717],
] as const;

export async function workbenchFonts(): Promise<readonly ServedFont[]> {
  const {regular, semibold} = await loadFonts();
  const shown = new Set(
    RANGES.flatMap(([from, to]) => Array.from({length: to - from + 1}, (_, i) => String.fromCodePoint(from + i))),
  );
  return [
    {name: 'plex-400.woff', bytes: webFont(regular, shown)},
    {name: 'plex-600.woff', bytes: webFont(semibold, shown)},
  ];
}
