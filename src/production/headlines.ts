/** The totals of a compiled statement, table by table: what was counted, in a line each. */
import type {LanguageTag} from '#concepts/labels';
import type {Profile} from '#profile/profile';
import {totalOf} from '#tabulation/cube';
import type {Draft, Request} from './produce.ts';
import {wordsOf} from './words-of.ts';

export interface Headline {
  readonly table: string;
  readonly text: string;
  readonly title: string;
}

/** Tables are called what they are called on the period's last day. */
export function headlinesOf(
  {cubes}: Draft,
  profile: Profile,
  {period}: Request,
  language: LanguageTag,
): readonly Headline[] {
  const words = wordsOf(profile, language, period.to);
  return cubes.flatMap((cube) => {
    const total = totalOf(cube);
    const table = cube.table.id;
    return total.kind === 'count' ? [{table, text: String(total.value), title: words.table(table)}] : [];
  });
}
