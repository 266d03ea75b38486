/**
 * Where a policy withholds nearly everything: by what the withheld figures are divided, and what of it would have to be told together to
 * be shown. For the office alone: which codes are few is what the edition withholds.
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import {type ConceptId, isScale} from '#concepts/concept';
import {ALL, type Cube, codedCells} from '#tabulation/cube';
import type {PublicPolicy} from './policy.ts';

export interface LittleLeft {
  /** The most persons of any table. */
  readonly persons: number;
  /** The concept that divides most of what is withheld first. */
  readonly collapse: readonly Collapse[];
}

export interface Collapse {
  readonly concept: ConceptId;
  /** Codes to be told as one, at least; undefined: however they are put together, some of two parts is below what may be shown. */
  readonly together: readonly Code[] | undefined;
}

/** A fifth: less says nothing of a year. */
const LITTLE = 0.2;

/** `counted`: as in an internal edition; `published`: as told. Undefined where enough is shown. */
export function littleLeft(
  counted: readonly Cube[],
  published: readonly Cube[],
  kept: {readonly figures: number; readonly of: number},
  {smallest, knownByDesign}: Pick<PublicPolicy, 'smallest' | 'knownByDesign'>,
): LittleLeft | undefined {
  if (kept.of === 0 || kept.figures >= LITTLE * kept.of) return undefined;
  const divides = new Map<ConceptId, number>();
  for (const cube of published)
    for (const {codes, cell} of codedCells(cube))
      if (cell.kind === 'withheld')
        cube.dimensions.forEach(({concept, multiple}, at) => {
          if (codes[at] === ALL || multiple || isScale(concept) || knownByDesign.includes(concept)) return;
          divides.set(concept, (divides.get(concept) ?? 0) + 1);
        });
  const collapse = [...divides]
    .toSorted(([, a], [, b]) => b - a)
    .flatMap(([concept]): readonly Collapse[] => {
      const sizes = largest(concept, counted);
      const together = sizes && toldTogether(sizes, smallest);
      return together === undefined || together === 'nothing' ? [] : [{concept, together: together.codes}];
    });
  return {persons: Math.max(0, ...counted.flatMap((cube) => totalOf(cube) ?? [])), collapse};
}

/** How many have each code, in the table of most persons that has it as its first dimension's rows. */
function largest(concept: ConceptId, cubes: readonly Cube[]): ReadonlyMap<Code, number> | undefined {
  const of = cubes
    .filter((cube) => cube.dimensions.length === 1 && cube.dimensions[0]?.concept === concept)
    .toSorted((a, b) => (totalOf(b) ?? 0) - (totalOf(a) ?? 0));
  const [cube] = of;
  if (cube === undefined) return undefined;
  return new Map(
    codedCells(cube).flatMap(({codes: [code = ALL], cell}) =>
      code !== ALL && cell.kind === 'count' && cell.value > 0 ? [[code, cell.value] as const] : [],
    ),
  );
}

/** The smallest first, until what is told together may be shown. */
export function toldTogether(
  sizes: ReadonlyMap<Code, number>,
  smallest: number,
): 'nothing' | {readonly codes: readonly Code[] | undefined} {
  const few = [...sizes].toSorted(
    ([one, a], [other, b]) => a - b || Number(other === UNKNOWN) - Number(one === UNKNOWN),
  );
  if (few.every(([, size]) => size >= smallest)) return 'nothing';
  const codes: Code[] = [];
  let sum = 0;
  for (const [code, size] of few) {
    if (size >= smallest && sum >= smallest) break;
    codes.push(code);
    sum += size;
  }
  return {codes: codes.length === few.length ? undefined : codes};
}

function totalOf(cube: Cube): number | undefined {
  const total = codedCells(cube).find(({codes}) => codes.every((code) => code === ALL))?.cell;
  return total?.kind === 'count' ? total.value : undefined;
}
