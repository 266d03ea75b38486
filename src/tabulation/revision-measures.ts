/**
 * How much figures are revised, from a revision triangle: the first figure an edition gave of a year (P) against the latest (L), over
 * the n years that at least two editions gave one of. Measures of the OECD and Eurostat guidelines on revisions policy and analysis
 * (McKenzie and Gamba, Interpreting the results of revision analyses, 2008):
 *
 *   mean revision                    Σ (L − P) / n          which way: near 0 where revisions cancel out
 *   mean absolute revision           Σ |L − P| / n          how much, in units of the figure
 *   relative mean absolute revision  Σ |L − P| / Σ |P|      how much, as a share of what was said first
 */
import type {Code} from '#concepts/code-list';
import type {Observation} from '#concepts/observation';
import {type Cube, indexOf} from './cube.ts';

export interface Revision {
  readonly year: Code;
  readonly first: {readonly edition: Code; readonly value: number};
  readonly latest: {readonly edition: Code; readonly value: number};
  readonly revision: number;
}

export interface RevisionMeasures {
  readonly years: number;
  readonly mean: number;
  readonly meanAbsolute: number;
  /** Undefined where every first figure was zero. */
  readonly relative: number | undefined;
}

/** First release against latest, year by year. What was only ever published from before the register is no revision of ours. */
export function revisionsIn({dimensions, cells}: Cube): readonly Revision[] {
  const [years, editions] = dimensions;
  return (years?.codes ?? []).flatMap((year): readonly Revision[] => {
    const given = (editions?.codes ?? []).flatMap((edition) => {
      const at = indexOf(dimensions, [year, edition]);
      const cell: Observation | undefined = at === undefined ? undefined : cells[at];
      return cell?.kind === 'count' ? [{edition, value: cell.value, published: cell.published !== undefined}] : [];
    });
    const [first, latest] = [given[0], given.at(-1)];
    if (first === undefined || latest === undefined || given.length < 2) return [];
    if (given.every(({published}) => published)) return [];
    return [
      {
        year,
        first: {edition: first.edition, value: first.value},
        latest: {edition: latest.edition, value: latest.value},
        revision: latest.value - first.value,
      },
    ];
  });
}

/** Undefined where no year was given twice: nothing can have been revised yet. */
export function measuresOf(revisions: readonly Revision[]): RevisionMeasures | undefined {
  const years = revisions.length;
  if (years === 0) return undefined;
  const sum = (of: (one: Revision) => number) => revisions.reduce((total, one) => total + of(one), 0);
  const absolute = sum(({revision}) => Math.abs(revision));
  const said = sum(({first}) => Math.abs(first.value));
  return {
    years,
    mean: sum(({revision}) => revision) / years,
    meanAbsolute: absolute / years,
    relative: said === 0 ? undefined : absolute / said,
  };
}
