/** A compiled statement as what others' texts are held against: its cells by the words of its language, and its own sentences. */
import type {KnownCell, KnownTable} from '#claims/known';
import type {Text, TextBlock} from '#claims/text';
import {
  DEFINITIONS,
  DISTINCT_PERSONS,
  EDITION,
  MEASURE,
  REVISION,
  REVISION_MEASURE,
  UNCERTAINTY,
  YEAR,
} from '#concepts/concept';
import type {LanguageTag} from '#concepts/labels';
import type {ProtectedCube} from '#disclosure/protect';
import {plainText} from '#document/inline-markdown';
import type {Inline, Statement} from '#document/statement';
import {lastOf} from '#kit/plain-date';
import type {Profile} from '#profile/profile';
import {ALL, codedCells, findCell} from '#tabulation/cube';
import {wordsOf} from './words-of.ts';

/** Counted along by the program: their cells are no figures of persons. */
const BESIDE: ReadonlySet<string> = new Set([DEFINITIONS, EDITION, REVISION, REVISION_MEASURE, UNCERTAINTY, MEASURE]);

export function knownOf(
  cubes: readonly ProtectedCube[],
  profile: Profile,
  language: LanguageTag,
  year: number,
): readonly KnownTable[] {
  const words = wordsOf(profile, language, lastOf(year));
  const distinct = distinctIn(cubes);
  return cubes
    .filter(({dimensions}) => !dimensions.some(({concept}) => BESIDE.has(concept)))
    .map((cube): KnownTable => {
      const {table, dimensions} = cube;
      const limited = words.universe(table.id);
      const universe = limited === '' ? [] : [{dimension: 'universe', text: limited}];
      const series = dimensions.some(({concept}) => concept === YEAR);
      const all = codedCells(cube).filter(({codes}) =>
        dimensions.every(({concept}, i) => concept !== YEAR || codes[i] !== ALL),
      );
      const cells = all.flatMap(({codes, cell}): readonly KnownCell[] => {
        if (cell.kind !== 'count' && cell.kind !== 'withheld') return [];
        const labels = dimensions.flatMap(({concept}, i) => {
          const code = codes[i] ?? ALL;
          return concept === YEAR || code === ALL ? [] : [{dimension: concept, text: words.code(concept, code)}];
        });
        const at = dimensions.findIndex(({concept}) => concept === YEAR);
        return [
          {
            labels: [...labels, ...universe],
            year: series ? codes[at] : String(year),
            value: cell.kind === 'count' ? cell.value : undefined,
          },
        ];
      });
      return {
        name: words.table(table.id),
        cells,
        incomplete: all.some(({cell}) => cell.kind === 'withheld' || cell.kind === 'not-collected'),
        distinct: table.id === 'persons-by-year' || dimensions.length === 1 ? distinct : undefined,
      };
    });
}

/** How many different persons the years of the series are. */
function distinctIn(cubes: readonly ProtectedCube[]): number | undefined {
  for (const cube of cubes)
    if (cube.dimensions.length === 1 && cube.dimensions[0]?.concept === MEASURE) {
      const cell = findCell(cube, [DISTINCT_PERSONS]);
      if (cell?.kind === 'count') return cell.value;
    }
  return undefined;
}

export const ownText = ({title, blocks}: Statement): Text => ({name: title, blocks: blocks.flatMap(sentencesIn)});

function sentencesIn(block: Statement['blocks'][number]): readonly TextBlock[] {
  const paragraph = (content: readonly Inline[]): TextBlock => ({kind: 'paragraph', text: plainText(content)});
  switch (block.kind) {
    case 'heading':
      return [{kind: 'heading', text: plainText(block.content)}];
    case 'paragraph':
      return [paragraph(block.content)];
    case 'list':
      return block.items.map(paragraph);
    case 'commentary':
      return block.content.map(paragraph);
    case 'table':
      return block.table.notes.map(({content}) => paragraph(content));
    case 'chart':
      return [];
  }
}
