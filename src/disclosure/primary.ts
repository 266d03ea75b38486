/**
 * What may not be known of a figure by itself (primary rules, each by policy): few persons; a rest of few persons, since who is in
 * the rest knows the others; a group in which all are alike, which tells of each of them. A rest is a number too, which nobody
 * prints and everybody can subtract.
 */
import type {ConceptId} from '#concepts/concept';
import type {Ledger} from './ledger.ts';
import type {PublicPolicy} from './policy.ts';
import type {Part} from './population.ts';

export type PrimaryRule = 'few' | 'rest' | 'all-alike' | 'zero';

/** `rests`: the whole less the part is guarded, not the part. */
export interface Primary {
  readonly figures: ReadonlyMap<number, PrimaryRule>;
  readonly rests: readonly (Part & {readonly rule: PrimaryRule})[];
}

export function primaryOf({figures, parts, system}: Ledger, policy: PublicPolicy): Primary {
  const isFew = (value: number) => value > 0 && value < policy.smallest;
  const rules = [...figures].flatMap(([cell, {value, known}]): readonly (readonly [number, PrimaryRule])[] => {
    if (known) return [];
    if (isFew(value)) return [[cell, 'few']];
    return value === 0 && policy.zeros === 'withheld' && system.highs[cell] !== 0 ? [[cell, 'zero']] : [];
  });
  const rests = parts.flatMap((one): Primary['rests'] => {
    const [whole, part] = [figures.get(one.whole), figures.get(one.part)];
    if (whole === undefined || part === undefined || part.value === 0 || (whole.known && part.known)) return [];
    if (policy.knownByDesign.includes(one.source)) return [];
    const rest = whole.value - part.value;
    if (isFew(rest)) return [{...one, rule: 'rest'}];
    return rest === 0 && isTelling(policy, one.source, whole.value) ? [{...one, rule: 'all-alike'}] : [];
  });
  return {figures: new Map(rules), rests};
}

const isTelling = ({allAlike}: PublicPolicy, source: ConceptId, persons: number): boolean =>
  allAlike !== undefined && persons < allAlike.below && allAlike.of.includes(source);
