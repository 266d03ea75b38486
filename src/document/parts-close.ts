/**
 * Parts that must close: a sentence that names two or more parts of a table's dimension names every part that occurs,
 * or the rest. Read from the addresses of the figures it printed; `@of-which` marks parts that need not.
 */
import type {Code} from '#concepts/code-list';
import {type ConceptId, YEAR} from '#concepts/concept';
import type {ProtectedCube} from '#disclosure/protect';
import {ALL, findCell} from '#tabulation/cube';
import {parseAddress} from './address.ts';
import type {Use} from './message-model.ts';
import type {Scope} from './scope.ts';
import type {Inline} from './statement.ts';

export interface OpenParts {
  readonly table: string;
  readonly missing: readonly {readonly concept: ConceptId; readonly code: Code}[];
}

interface Named {
  readonly cube: ProtectedCube;
  readonly dimension: number;
  readonly others: readonly Code[];
  readonly codes: Set<Code>;
}

export function openParts({cubes}: Scope, told: readonly Inline[], uses: readonly Use[]): readonly OpenParts[] {
  const exempt = new Set(uses.filter(({ofWhich}) => ofWhich).map(({name}) => name));
  const groups = new Map<string, Named>();
  for (const address of told.flatMap(addressesIn)) {
    if (exempt.has(address)) continue;
    for (const named of partsNamed(cubes, address)) {
      const key = `${named.cube.table.id} ${named.dimension} ${named.others.join(' ')}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, named);
      else for (const code of named.codes) group.codes.add(code);
    }
  }
  return [...groups.values()].flatMap(stillOpen);
}

const addressesIn = (inline: Inline): readonly string[] =>
  inline.kind === 'figure'
    ? inline.value?.startsWith('label ')
      ? []
      : inline.addresses
    : 'content' in inline
      ? inline.content.flatMap(addressesIn)
      : [];

/** The dimensions along which an address is a part. A series has no parts, and several answers need not close. */
function partsNamed(cubes: ReadonlyMap<string, ProtectedCube>, address: string): readonly Named[] {
  const {table, codes = []} = parseAddress(address);
  const cube = cubes.get(table);
  if (cube === undefined) return [];
  return cube.dimensions.flatMap(({concept, multiple}, dimension) => {
    const code = codes[dimension];
    if (
      code === undefined ||
      code === ALL ||
      concept === YEAR ||
      multiple ||
      !cube.dimensions[dimension]?.codes.includes(code)
    )
      return [];
    const others = cube.dimensions.map((_, i) => (i === dimension ? '' : (codes[i] ?? ALL)));
    return [{cube, dimension, others, codes: new Set([code])}];
  });
}

function stillOpen({cube, dimension, others, codes}: Named): readonly OpenParts[] {
  const {concept, codes: all = []} = cube.dimensions[dimension] ?? {concept: ''};
  if (codes.size < 2) return [];
  const missing = all.filter((code) => !codes.has(code) && occurs(cube, others.with(dimension, code)));
  return missing.length === 0 ? [] : [{table: cube.table.id, missing: missing.map((code) => ({concept, code}))}];
}

function occurs(cube: ProtectedCube, codes: readonly Code[]): boolean {
  const cell = findCell(cube, codes);
  return cell !== undefined && !(cell.kind === 'count' && cell.value === 0) && cell.kind !== 'not-applicable';
}
