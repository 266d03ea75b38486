/**
 * Which units belong to one and the same case complex, said by a number that says nothing else: complexes are numbered as the
 * register's order brings them, once for a compilation, and their labels stay in the closed rooms.
 */
import type {Code} from '#concepts/code-list';
import {CASE_COMPLEX} from '#concepts/concept';
import {type Period, within} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import type {CaseComplex, Recorded} from './fact.ts';
import {byDay, type PersonFile, standing} from './person-file.ts';

type Complexes = readonly Recorded<CaseComplex>[];

export class CaseComplexes {
  readonly #numbers = new Map<string, Code>();

  /** Of a file, in the register's order: gives each of its units in a period the number of its complex. */
  of(file: PersonFile): (units: readonly UnitRecord[], period: Period) => readonly UnitRecord[] {
    const complexes = standing(file, 'case-complex').toSorted(byDay);
    for (const {fact} of complexes) this.#numberOf(fact.complex);
    if (complexes.length === 0) return (units) => units;
    const complexed = (unit: UnitRecord, period: Period): UnitRecord => {
      const found = findComplex(complexes, unit, period);
      if (found === undefined) return unit;
      return {...unit, codes: {...unit.codes, [CASE_COMPLEX]: [this.#numberOf(found.fact.complex)]}};
    };
    return (units, period) => units.map((unit) => complexed(unit, period));
  }

  #numberOf(label: string): Code {
    const known = this.#numbers.get(label) ?? `complex-${this.#numbers.size + 1}`;
    this.#numbers.set(label, known);
    return known;
  }
}

/** That of the unit's own day, else the period's latest; of a return, which has none of its own, the latest before it. */
function findComplex(complexes: Complexes, {unit, on}: UnitRecord, period: Period): Complexes[number] | undefined {
  const returned = unit === 'return' || unit === 'returnee';
  return (
    complexes.findLast(({fact}) => fact.on === on) ??
    complexes.findLast(({fact}) => within(period, fact.on) || (returned && fact.on <= on))
  );
}
