/** The totals of a compiled statement, table by table: what was counted, in a line each. */
import type {LanguageTag} from '#concepts/labels';
import {totalOf} from '#tabulation/cube';
import type {Compiled} from './compile.ts';

export interface Headline {
  readonly table: string;
  readonly text: string;
  readonly title: string;
}

export const headlines = ({cubes}: Compiled, language: LanguageTag): readonly Headline[] =>
  cubes.flatMap((cube) => {
    const total = totalOf(cube);
    return total.kind === 'count'
      ? [{table: cube.table.id, text: String(total.value), title: cube.table.title[language]}]
      : [];
  });
