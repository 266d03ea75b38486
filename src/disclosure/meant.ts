/** Whom the cells of several editions' tables count: cells that count the same persons have the same predicate, whichever edition they stand in. */
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Period} from '#concepts/period';
import {isRolledUp, type RollUp, rollUpOf} from '#concepts/roll-up';
import type {Unit} from '#concepts/unit-record';
import {defect} from '#kit/defect';
import {ALL} from '#tabulation/cube';
import type {Definitions} from '#tabulation/definitions';
import {type Beside, Meanings, type Predicate, type Universe} from '#tabulation/predicate';
import {type Face, populationOf} from './faces.ts';

/** What an edition reads its tables by. */
export interface ReadBy {
  readonly definitions: Definitions;
  /** By which they are rolled up already. */
  readonly plan: readonly RollUp[];
}

/** A count of a face, by whom it counts. */
export interface CountOf {
  readonly predicate: string;
  readonly value: number;
  readonly codes: readonly Code[];
}

export class Meant {
  readonly #editions: readonly ReadBy[];
  readonly #spanOf: (unit: Unit, period: Period) => Period;
  readonly #beside: Beside;
  readonly #meanings = new Map<string, Meanings>();

  constructor(editions: readonly ReadBy[], spanOf: (unit: Unit, period: Period) => Period) {
    this.#editions = editions;
    this.#spanOf = spanOf;
    this.#beside = {definitions: editions.map(({definitions}) => definitions), interned: new Map()};
  }

  #edition(at: number): ReadBy {
    return this.#editions[at] ?? defect('an edition that is not there');
  }

  /** Everything that can be recorded of a source that some cell limits. */
  everything(population: string, source: string): ReadonlySet<number> {
    const all = this.#editions.flatMap(
      (_, i) => this.#meanings.get(`${i} ${population}`)?.findEverything(source) ?? [],
    );
    return all[0]?.set ?? new Set();
  }

  meaningsOf({unit, period}: Pick<Face, 'unit' | 'period'>, edition: number): Meanings {
    const key = `${edition} ${populationOf(unit, period)}`;
    const known = this.#meanings.get(key);
    if (known !== undefined) return known;
    const made = new Meanings(this.#edition(edition).definitions, this.#spanOf(unit, period), this.#beside);
    this.#meanings.set(key, made);
    return made;
  }

  countsOf(face: Face, edition: number): readonly CountOf[] {
    return face.cells.flatMap(({codes, cell}) =>
      cell.kind === 'count' ? [{predicate: this.predicateOf(face, codes, edition).key, value: cell.value, codes}] : [],
    );
  }

  /** The same with the population, whichever version of it. */
  keysOf(faces: readonly Face[], edition: number): readonly string[] {
    return faces.flatMap((face) =>
      this.countsOf(face, edition).map(({predicate}) => `${populationOf(face.unit, face.period)} ${predicate}`),
    );
  }

  predicateOf(face: Face, codes: readonly Code[], edition: number): Predicate {
    const concepts = face.dimensions.map(({concept}) => concept);
    return this.predicate(face, concepts, codes, edition, face.universe);
  }

  /** A code of the plan is all those that became it. */
  predicate(
    {cube, unit, period, day}: Pick<Face, 'cube' | 'unit' | 'period' | 'day'>,
    concepts: readonly ConceptId[],
    codes: readonly Code[],
    edition: number,
    universe: Universe,
  ): Predicate {
    const meanings = this.meaningsOf({unit, period}, edition);
    const {plan} = this.#edition(edition);
    const limits = {...universe};
    const own = codes.map((code, i) => {
      const concept = concepts[i] ?? '';
      const rollUp = rollUpOf(plan, cube.table.id, concept);
      if (code !== rollUp?.into) return code;
      limits[concept] = meanings
        .codesOf(concept, day)
        .filter((one) => isRolledUp(rollUp, one) && universe[concept]?.includes(one) !== false);
      return ALL;
    });
    return meanings.predicate(limits, concepts, own, day);
  }
}

/**
 * Of an edition's faces, by population, at most how many persons came or went between it and the statement: no fewer than their tables of
 * the same persons differ by. Populations that are counted the same are not in it.
 */
export function movedBetween(
  meant: Meant,
  then: {readonly faces: readonly Face[]; readonly edition: number},
  now: readonly Face[],
): readonly {readonly face: Face; readonly persons: number}[] {
  const groups = Map.groupBy(then.faces, ({unit, period}) => populationOf(unit, period));
  return [...groups].flatMap(([key, own]) => {
    const same = now.filter(({unit, period}) => populationOf(unit, period) === key);
    const counted = new Map(
      same.flatMap((face) => meant.countsOf(face, 0).map(({predicate, value}) => [predicate, value] as const)),
    );
    let persons = 0;
    for (const face of own) {
      const inner = meant.countsOf(face, then.edition).filter(({codes}) => codes.every((code) => code !== ALL));
      const moved = inner.reduce(
        (sum, {predicate, value}) => sum + Math.abs((counted.get(predicate) ?? value) - value),
        0,
      );
      persons = Math.max(persons, moved);
    }
    const [face] = own;
    return persons === 0 || face === undefined ? [] : [{face, persons}];
  });
}
