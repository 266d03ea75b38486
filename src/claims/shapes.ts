/** Finds patterns of marks in a sentence's shape, each named figure as its mark. */
import type {Mark, Marked} from './marks.ts';

export type Found = Readonly<Record<string, Mark>>;

/** Every place a pattern has, none overlapping. Its named groups are single letters. */
export function findShapes({shape, marks}: Marked, pattern: RegExp): readonly Found[] {
  return [...shape.matchAll(pattern)].map((match) => {
    const places = match.indices?.groups ?? {};
    const found: Record<string, Mark> = {};
    for (const [name, at] of Object.entries(places)) {
      const mark = at === undefined ? undefined : marks[at[0]];
      if (mark !== undefined) found[name] = mark;
    }
    return found;
  });
}

/** Patterns are written with spaces between what may have words between: `G` short, `W` wide; figures are never passed over. */
export const shape = (pattern: string): RegExp =>
  new RegExp(
    pattern.replaceAll(' ', '').replaceAll('{W}', '[wlkys&,()–sabTfhF:]{0,12}?').replaceAll('{G}', '[wlksyaF]{0,5}?'),
    'dg',
  );
