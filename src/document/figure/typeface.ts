/** How wide text is in a font, from the font itself: charts are laid out without a browser and come out the same anywhere. */
import {glyphFinder, tableOf, tablesOf} from './true-type.ts';

export interface Typeface {
  widthOf(text: string, size: number): number;
}

/** The two weights a chart is set in. */
export interface Typefaces {
  readonly regular: Typeface;
  readonly strong: Typeface;
}

export function readTypeface(font: Uint8Array): Typeface {
  const tables = tablesOf(font);
  const glyphOf = glyphFinder(tables);
  const metrics = tableOf(tables, 'hmtx');
  const last = tableOf(tables, 'hhea').getUint16(34) - 1;
  const unitsPerEm = tableOf(tables, 'head').getUint16(18);
  const advance = (character: string) => metrics.getUint16(4 * Math.min(glyphOf(character.codePointAt(0) ?? 0), last));

  return {
    widthOf: (text, size) => ([...text].reduce((sum, character) => sum + advance(character), 0) * size) / unitsPerEm,
  };
}

/** Lines no wider than `width`, broken at spaces; a longer word is broken where it must be. */
export function wrap(text: string, face: Typeface, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((whole) => pieces(whole, face, size, width))) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && face.widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, face: Typeface, size: number, width: number): readonly string[] {
  if (face.widthOf(word, size) <= width) return [word];
  const parts = [''];
  for (const character of word) {
    const part = parts.at(-1) ?? '';
    if (part === '' || face.widthOf(`${part}${character}-`, size) <= width) parts[parts.length - 1] = part + character;
    else parts.push(character);
  }
  return parts.map((part, i) => (i < parts.length - 1 ? `${part}-` : part));
}
