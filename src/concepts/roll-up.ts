/** Category collapsing: which codes of a concept a public edition does not tell apart, by a plan that is fixed for years. */
import {type Code, UNKNOWN} from './code-list.ts';
import type {ConceptId} from './concept.ts';
import type {Labels} from './labels.ts';

/** Either the codes that stay as they are, or those that become one. */
export interface RollUp {
  readonly concept: ConceptId;
  /** In these tables; undefined: in all. */
  readonly tables?: readonly string[] | undefined;
  /** What they become: a code of no list. */
  readonly into: Code;
  readonly labels: Labels;
  readonly keep?: readonly Code[] | undefined;
  readonly codes?: readonly Code[] | undefined;
}

/** Whether a code becomes another. What is unknown stays so, unless it is named. */
export const isRolledUp = ({keep, codes}: RollUp, code: Code): boolean =>
  codes === undefined ? code !== UNKNOWN && keep?.includes(code) !== true : codes.includes(code);

export const rollUpOf = (plan: readonly RollUp[], table: string, concept: ConceptId): RollUp | undefined =>
  plan.find((one) => one.concept === concept && one.tables?.includes(table) !== false);
