/** The tables that come with the program. An office's own of the same id takes the place of one of these. */
import type {FoldingTable} from './folding-table.ts';
import {letters} from './letters.ts';
import {arabic} from './tables/arabic.ts';
import {englishShort} from './tables/english-short.ts';
import {everyOrigin} from './tables/every-origin.ts';
import {nigerian} from './tables/nigerian.ts';
import {romanian} from './tables/romanian.ts';
import {slavic} from './tables/slavic.ts';
import {thai} from './tables/thai.ts';
import {vietnamese} from './tables/vietnamese.ts';

export const SHIPPED: readonly FoldingTable[] = [
  everyOrigin,
  englishShort,
  vietnamese,
  nigerian,
  thai,
  romanian,
  slavic,
  arabic,
];

/** The office's first: where tables are read one after the other, ours then read what its words have become. */
export function withOwn(own: readonly FoldingTable[]): readonly FoldingTable[] {
  const replaced = new Set(own.map(({id}) => id));
  return [...own.map(inFoldedLetters), ...SHIPPED.filter(({id}) => !replaced.has(id))];
}

/** An office writes its spellings as it reads them; words are looked up as they are folded. */
function inFoldedLetters({told, ignored, ignoredWhenTold, read, same, ...table}: FoldingTable): FoldingTable {
  const folded = (pieces: readonly string[] | undefined) => pieces?.map(letters);
  return {
    ...table,
    told: folded(told),
    ignored: folded(ignored),
    ignoredWhenTold: folded(ignoredWhenTold),
    read: read?.map(([from, to]) => [letters(from), letters(to)] as const),
    same: same?.map((words) => words.map(letters)),
  };
}
