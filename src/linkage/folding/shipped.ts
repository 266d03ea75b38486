/** The tables that come with the program. An office's own of the same id takes the place of one of these. */
import type {FoldingTable} from './folding-table.ts';
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

export function withOwn(own: readonly FoldingTable[]): readonly FoldingTable[] {
  const replaced = new Set(own.map(({id}) => id));
  return [...SHIPPED.filter(({id}) => !replaced.has(id)), ...own];
}
