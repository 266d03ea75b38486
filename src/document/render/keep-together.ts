/** What a reader of a printed page must not be parted from: a heading and the lead to a table or chart stay with it. */
import type {LaidOut} from './typst.ts';

/** Rows a table may have beside a chart, or on the page of what leads to it. */
export const BESIDE = 20;

export interface Together {
  readonly kind: 'together';
  readonly pieces: readonly LaidOut[];
}

export function keepTogether(pieces: readonly LaidOut[]): readonly (LaidOut | Together)[] {
  const kept: (LaidOut | Together)[] = [];
  let lead: readonly LaidOut[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'heading' || piece.kind === 'paragraph') {
      const complete = lead.some(({kind}) => kind === 'paragraph');
      if (complete) kept.push(...lead);
      lead = complete ? [piece] : [...lead, piece];
    } else {
      if (fits(piece)) kept.push({kind: 'together', pieces: [...lead, piece]});
      else kept.push(...lead, piece);
      lead = [];
    }
  }
  return [...kept, ...lead];
}

const fits = (piece: LaidOut): boolean =>
  (piece.kind === 'exhibit' && piece.beside) || (piece.kind === 'table' && piece.table.rows.length <= BESIDE);
