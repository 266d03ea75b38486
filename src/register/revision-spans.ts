/**
 * The units of each period of one person, or of several who were ever decided to be one, through a row of cut-offs. Between two at which nothing was learned of them the units are
 * the same, so they are worked out once and hold for the whole span: twelve editions do not cost twelve passes.
 */
import type {ConceptId} from '#concepts/concept';
import type {Period} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import type {Instant} from '#kit/instant';
import {type CountingDefinitions, concernsOf, personUnit, unitsOf} from './deidentify.ts';
import {type Circle, filesKnown} from './identities.ts';
import type {PersonFile} from './person-file.ts';

export interface Span {
  readonly period: Period;
  readonly units: readonly UnitRecord[];
  /** The first cut-off they hold at, and the first they no longer hold at: places in the row. */
  readonly from: number;
  readonly to: number;
}

/** The circle as at the last of the cut-offs, which are in order of time. `onlyPersons`: units of persons alone, with these codes. */
export function spansOf(
  circle: Circle,
  definitions: CountingDefinitions,
  periods: readonly Period[],
  cutOffs: readonly Instant[],
  onlyPersons?: ReadonlySet<ConceptId>,
): readonly Span[] {
  const concerned = periods.filter(concernsOf(circle));
  if (concerned.length === 0) return [];
  const spans: Span[] = [];
  const known = knownAtEach(circle, cutOffs);
  for (let from = 0; from < cutOffs.length; ) {
    const facts = known[from] ?? 0;
    let to = from + 1;
    while (to < cutOffs.length && known[to] === facts) to += 1;
    const then = facts === circle.facts.length ? circle.files : filesKnown(circle, circle.facts.slice(0, facts));
    if (facts > 0)
      for (const period of concerned) {
        const units = then.flatMap((file) => unitsAt(file, definitions, period, onlyPersons));
        spans.push({period, units, from, to});
      }
    from = to;
  }
  return spans;
}

function unitsAt(
  file: PersonFile,
  definitions: CountingDefinitions,
  period: Period,
  onlyPersons: ReadonlySet<ConceptId> | undefined,
): readonly UnitRecord[] {
  if (onlyPersons === undefined) return unitsOf(file, definitions, period).units;
  const person = personUnit(file, definitions, period, onlyPersons);
  return person === undefined ? [] : [person];
}

/** Facts are in the order recorded, so one walk finds how many were known at each. */
function knownAtEach({facts}: Circle, cutOffs: readonly Instant[]): readonly number[] {
  let at = 0;
  return cutOffs.map((cutOff) => {
    for (let next = facts[at]; next !== undefined && next.recordedAt <= cutOff; next = facts[at]) at += 1;
    return at;
  });
}
