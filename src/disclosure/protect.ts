/**
 * The only way out of the house. Documents, exports and the API take a `ProtectedCube`, and only `protect` can make one.
 * It protects a whole statement at once, since cells of different tables give each other away.
 */

import type {Note} from '#concepts/note';
import type {Observation} from '#concepts/observation';
import type {Period} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {defect} from '#kit/defect';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Cube, Dimension} from '#tabulation/cube';
import type {TableDefinition} from '#tabulation/table';
import {guardLeast} from './guard-least.ts';
import {type Perturbation, perturbed, type Units} from './perturb.ts';
import {isPerturbing, type PerturbingPolicy, type Policy} from './policy.ts';
import {type Against, type Protection, withholding} from './withhold.ts';

/** Held by this file alone, so that nobody else constructs what it seals, not even through an instance's own constructor. */
const SEAL = Symbol('disclosure/protect');

/** Only the type leaves this file; a `#private` field cannot be forged, not even by spreading. */
class Sealed {
  readonly #sealed = true;
  readonly table: TableDefinition;
  readonly period: Period;
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly Observation[];
  readonly notes: readonly Note[];
  readonly edition: Policy['edition'];
  /** How its figures were changed; undefined: they are true. */
  readonly changedBy: PerturbingPolicy['method'] | undefined;

  constructor(
    seal: typeof SEAL,
    {table, period, dimensions, cells, notes = []}: Cube,
    {edition, changedBy}: Pick<Sealed, 'edition' | 'changedBy'>,
  ) {
    if (seal !== SEAL) defect('only disclosure control seals a cube');
    this.table = table;
    this.period = period;
    this.dimensions = dimensions;
    this.cells = Object.freeze([...cells]);
    this.notes = Object.freeze([...notes]);
    this.edition = edition;
    this.changedBy = changedBy;
    Object.freeze(this);
  }

  static is(value: unknown): value is Sealed {
    return typeof value === 'object' && value !== null && #sealed in value;
  }
}

export type ProtectedCube = Sealed;

/** Part of what is sealed is sealed: the cells of one code of its first dimension, under the same addresses. */
export function sliceOf(whole: ProtectedCube, code: string): ProtectedCube {
  const {table, period, dimensions, cells} = whole;
  const [first, ...others] = dimensions;
  const size = others.reduce((product, {codes}) => product * (codes.length + 1), 1);
  const at = first?.codes.indexOf(code) ?? -1;
  if (at < 0) defect(`${table.id} has no ${code} to be cut along`);
  const part = {...table, id: `${table.id}.${code}`, dimensions: table.dimensions.slice(1)};
  const cut = {table: part, period, dimensions: others, cells: cells.slice(at * size, (at + 1) * size)};
  return new Sealed(SEAL, cut, whole);
}

/** Whether a value really came from {@link protect}: for the doors that take what JavaScript callers hand them. */
export const isProtected = (value: unknown): value is ProtectedCube => Sealed.is(value);

export interface Protected {
  readonly cubes: readonly ProtectedCube[];
  /** What was withheld, and how well it is guarded: for the office alone. Undefined for an internal edition. */
  readonly protection: Protection | undefined;
  /** What changing figures costs; undefined where they are true. */
  readonly perturbation?: Perturbation | undefined;
}

/** A public edition is refused where nobody attacks it, or where its figures are to be changed and its units are not given. */
export function protect(
  cubes: readonly Cube[],
  policy: Policy,
  against?: Against,
  units?: Units,
): Outcome<Protected, Refusal> {
  const changedBy = isPerturbing(policy) ? policy.method : undefined;
  const seal = (cube: Cube) => new Sealed(SEAL, cube, {edition: policy.edition, changedBy});
  if (policy.edition === 'internal') return done({cubes: cubes.map(seal), protection: undefined});
  if (isPerturbing(policy)) {
    if (units === undefined) return refuse({reason: 'disclosure-not-proven'});
    const {cubes: published, perturbation} = perturbed(cubes, policy, units);
    return done({cubes: published.map(seal), protection: undefined, perturbation});
  }
  if (against === undefined) return refuse({reason: 'disclosure-not-proven'});
  const {cubes: published, protection} = withholding(cubes, policy, against, guardLeast);
  return done({cubes: published.map(seal), protection});
}
