/**
 * Parts that must close: a sentence that names two or more parts of a table's dimension names every part that occurs,
 * or the rest. Read from the addresses of the figures it printed; `@of-which` marks parts that need not, and a part that is withheld
 * is closed by the words that `withheld=`, or a variant for it, has in its place.
 */
import type {Code} from '#concepts/code-list';
import {type ConceptId, isScale} from '#concepts/concept';
import type {ProtectedCube} from '#disclosure/protect';
import {ALL, findCell} from '#tabulation/cube';
import {addressOf, parseAddress} from './address.ts';
import type {Use} from './message-model.ts';
import {findCellNamed, type Scope} from './scope.ts';
import type {Inline} from './statement.ts';

export interface OpenParts {
  readonly table: string;
  readonly missing: readonly {readonly concept: ConceptId; readonly code: Code}[];
}

/** The parts of one dimension that a sentence names, other codes fixed. */
interface Named {
  readonly cube: ProtectedCube;
  readonly dimension: number;
  readonly others: readonly Code[];
  readonly codes: ReadonlySet<Code>;
  /** A rest alone is one figure of many cells: it lists nothing. */
  readonly figures: number;
}

export interface Used {
  readonly uses: readonly Use[];
  /** What the variant was chosen for because it has no figure. */
  readonly worded: readonly string[];
}

export function openParts(scope: Scope, told: readonly Inline[], used: Used): readonly OpenParts[] {
  const {uses} = used;
  const worded = wordedIn(scope, used);
  const exempt = new Set(uses.filter(({ofWhich}) => ofWhich).map(({name}) => findCellNamed(scope, name)?.address));
  const groups = new Map<string, Named>();
  for (const addresses of told.flatMap(figuresIn)) {
    const parts = addresses.filter((address) => !exempt.has(address)).flatMap((address) => partsNamed(scope, address));
    for (const [key, named] of Map.groupBy(parts, keyOf)) {
      const codes = named.flatMap((part) => [...part.codes]);
      const before = groups.get(key) ?? named[0];
      if (before === undefined) continue;
      const figures = groups.has(key) ? before.figures + 1 : 1;
      groups.set(key, {...before, figures, codes: new Set([...before.codes, ...codes])});
    }
  }
  return [...groups.values()]
    .filter(({figures, codes}) => figures > 1 && codes.size > 1)
    .flatMap((named) => missingFrom(named, worded));
}

const keyOf = ({cube, dimension, others}: Named): string => [cube.table.id, dimension, ...others].join(' ');

/** The addresses of each figure. A label is no part: naming the largest does not list the others. */
function figuresIn(inline: Inline): readonly (readonly string[])[] {
  if (inline.kind === 'figure') return inline.value?.startsWith('label ') ? [] : [inline.addresses];
  return 'content' in inline ? inline.content.flatMap(figuresIn) : [];
}

/** The dimensions along which an address is a part. A series has no parts, and several answers need not close. */
function partsNamed({cubes}: Scope, address: string): readonly Named[] {
  const {table, codes = []} = parseAddress(address);
  const cube = cubes.get(table);
  if (cube === undefined) return [];
  return cube.dimensions.flatMap(({concept, multiple, codes: all}, dimension) => {
    const code = codes[dimension];
    if (code === undefined || isScale(concept) || multiple || !all.includes(code)) return [];
    const others = cube.dimensions.map((_, i) => (i === dimension ? '' : (codes[i] ?? ALL)));
    return [{cube, dimension, others, codes: new Set([code]), figures: 1}];
  });
}

/** Cells, and whole tables, of which the message has something to say where they are withheld. A list says so by itself. */
function wordedIn(scope: Scope, {uses, worded}: Used): ReadonlySet<string> {
  const inPlace = uses.filter(
    ({function: applied, options}) => applied === 'list' || 'withheld' in options || 'nothing' in options,
  );
  const names = [...inPlace.map(({name}) => name), ...worded];
  return new Set(names.flatMap((name) => [name, findCellNamed(scope, name)?.address ?? name]));
}

function missingFrom({cube, dimension, others, codes}: Named, worded: ReadonlySet<string>): readonly OpenParts[] {
  const {concept, codes: all = []} = cube.dimensions[dimension] ?? {concept: ''};
  const missing = all.filter((code) => !codes.has(code) && occurs(cube, others.with(dimension, code), worded));
  return missing.length === 0 ? [] : [{table: cube.table.id, missing: missing.map((code) => ({concept, code}))}];
}

function occurs(cube: ProtectedCube, codes: readonly Code[], worded: ReadonlySet<string>): boolean {
  const cell = findCell(cube, codes);
  if (cell === undefined || cell.kind === 'not-applicable') return false;
  if (cell.kind === 'withheld') return !worded.has(cube.table.id) && !worded.has(addressOf(cube.table.id, codes));
  return cell.kind !== 'count' || cell.value > 0;
}
