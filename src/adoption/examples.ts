/**
 * What a column holds, for a person to know it by. Words that many rows share stand as they are where the column may be one of codes;
 * whatever else is shown by its shape alone (`Aa Aa`, `000000-0000`), which names nobody and tells a number from a day.
 */
import {type Cell, textOf} from '#intake/cell';

export interface Example {
  readonly shows: string;
  /** Cells that hold it, or have the shape. */
  readonly cells: number;
}

const SHOWN = 3;
/** Words are codes where few different ones fill many cells. */
const MOST_WORDS = 12;
const CELLS_A_WORD = 4;
const LONGEST = 24;

export function examplesOf(cells: readonly Cell[], mayBeCodes: boolean): readonly Example[] {
  const texts = cells.map(textOf).filter((text) => text !== '');
  const words = counted(texts);
  const isCodes =
    mayBeCodes &&
    words.length <= MOST_WORDS &&
    words.length * CELLS_A_WORD <= texts.length &&
    words.every(({shows, cells: count}) => count > 1 && shows.length <= LONGEST && !/\d/.test(shows));
  return (isCodes ? words : counted(texts.map(shapeOf))).slice(0, SHOWN);
}

/** `Aa (12)`: twelve cells look like it. */
export const examplesSaid = ({examples}: {readonly examples: readonly Example[]}): readonly string[] =>
  examples.map(({shows, cells}) => `${shows} (${cells})`);

/** The most frequent first. */
const counted = (texts: readonly string[]): readonly Example[] =>
  [...Map.groupBy(texts, (text) => text)]
    .map(([shows, all]) => ({shows, cells: all.length}))
    .sort((a, b) => b.cells - a.cells);

export function shapeOf(text: string): string {
  const shape = text.replaceAll(/\p{Lu}\p{Ll}+|\p{Lu}+|\p{L}+|\p{N}/gu, (part) => {
    if (/^\p{N}/u.test(part)) return '0';
    if (/^\p{Lu}\p{Ll}/u.test(part)) return 'Aa';
    return /^\p{Lu}/u.test(part) ? 'A' : 'a';
  });
  return shape.length > LONGEST ? `${shape.slice(0, LONGEST)}…` : shape;
}
