/** What of further tables could be published beside a public edition as it stands, asked one after the other. */
import type {ConceptId} from '#concepts/concept';
import {isScale} from '#concepts/concept';
import type {Refusal} from '#concepts/refusal';
import type {Unit} from '#concepts/unit-record';
import {type OneMoreTable, StatementAsItStands} from '#disclosure/one-more-table';
import {isPerturbing} from '#disclosure/policy';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {asApplicable} from '#tabulation/applicable';
import {isCounted, type TableDefinition} from '#tabulation/table';
import {tabulate} from '#tabulation/tabulate';
import {againstAttack, type Draft, type Request, tablesOf} from './produce.ts';
import type {Progress} from './progress.ts';

/** Units divided by concepts. */
export interface AskedTable {
  readonly unit: Unit;
  readonly dimensions: readonly ConceptId[];
}

export interface FurtherTable extends OneMoreTable, AskedTable {
  readonly table: TableDefinition;
}

/** Refused: `no-further-table`. */
export type AskFurther = (asked: AskedTable) => Outcome<FurtherTable, Refusal>;

/** Undefined: the edition withholds nothing, so what a further table shows is what the same policy says of it. */
export function furtherTables(
  {counted, protection}: Pick<Draft, 'counted' | 'protection'>,
  request: Request,
  profile: Profile,
  progress: Progress,
): AskFurther | undefined {
  const {policy} = request;
  const against = againstAttack(counted, profile, request, progress);
  if (policy.edition === 'internal' || isPerturbing(policy) || protection === undefined || against === undefined)
    return undefined;
  const hidden = protection.withheld.flatMap(({places}) => places);
  const standing = new StatementAsItStands(tablesOf(counted, profile, request), policy, against, hidden);
  return (asked) => {
    const wrong = whyNot(asked, profile, counted);
    if (wrong !== undefined) return refuse({reason: 'no-further-table', table: textOf(asked), ...wrong});
    const table = tableOf(asked, profile);
    const [cube] = tabulate(counted.units, [table], profile, counted.period).map(asApplicable);
    if (cube === undefined)
      return refuse({reason: 'no-further-table', table: textOf(asked), because: 'nobody', known: []});
    return done({...asked, table, ...standing.with(cube)});
  };
}

/** Every two concepts by which the statement divides a unit, and does not divide it by both; none of them read of the other's codes. */
export function pairsNotCrossed({
  tables,
  concepts: known,
}: Pick<Profile, 'tables' | 'concepts'>): readonly AskedTable[] {
  const counted = tables.filter(isCounted);
  const sourceOf = (id: ConceptId) => known.find((one) => one.id === id)?.of;
  return [...new Set(counted.map(({unit}) => unit))].flatMap((unit) => {
    const own = counted.filter((one) => one.unit === unit);
    const concepts = [...new Set(own.flatMap(({dimensions}) => dimensions.filter((id) => !isScale(id))))];
    const pairs = concepts.flatMap((one, i) => concepts.slice(i + 1).map((other) => [one, other]));
    return pairs
      .filter(([one = '', other = '']) => sourceOf(one) !== sourceOf(other))
      .filter((pair) => !own.some(({dimensions}) => pair.every((id) => dimensions.includes(id))))
      .map((dimensions) => ({unit, dimensions}));
  });
}

export const textOf = ({unit, dimensions}: AskedTable): string => `${unit}:${dimensions.join(',')}`;

type WhyNot = Pick<Extract<Refusal, {reason: 'no-further-table'}>, 'because' | 'known'>;

function whyNot({unit, dimensions}: AskedTable, profile: Profile, {units}: Draft['counted']): WhyNot | undefined {
  const known = profile.concepts.map(({id}) => id).filter((id) => !isScale(id));
  if (!(unit in profile.units)) return {because: 'no-such-unit', known: Object.keys(profile.units)};
  if (dimensions.length === 0 || dimensions.some((id) => !known.includes(id)))
    return {because: 'no-such-concept', known};
  if (new Set(dimensions).size < dimensions.length) return {because: 'twice', known: []};
  const isThere = (one: TableDefinition) =>
    one.unit === unit &&
    one.dimensions.length === dimensions.length &&
    Object.keys(one.universe).length === 0 &&
    dimensions.every((id) => one.dimensions.includes(id));
  const there = profile.tables.find(isThere);
  if (there !== undefined) return {because: 'is-there', known: [there.id]};
  return units.some((one) => one.unit === unit) ? undefined : {because: 'nobody', known: []};
}

function tableOf({unit, dimensions}: AskedTable, profile: Profile): TableDefinition {
  const named = (language: 'da' | 'en') =>
    dimensions.map((id) => profile.concepts.find((one) => one.id === id)?.labels[language] ?? id).join(' × ');
  const id = dimensions.join('-by-');
  const isTaken = profile.tables.some((one) => one.id === id);
  return {
    ...{id: isTaken ? `further-${id}` : id, title: {da: named('da'), en: named('en')}, unit, universe: {}, dimensions},
    ...{categories: 'all', order: 'list', chart: 'none', notes: []},
  };
}
