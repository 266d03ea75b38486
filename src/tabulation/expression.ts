/**
 * How a view can say how many units a predicate has: as a sum of its cells. Where some cell may hold others too (a form without
 * its crime, a form that has no table of its own) only as bounds, which close as soon as those cells are empty.
 */
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import {ALL, combinations} from './cube.ts';
import type {Atoms, Meanings, Predicate, Universe} from './predicate.ts';
import type {NotSeen, SeenCell, View} from './view.ts';

export interface Expression {
  readonly view: View;
  /** All of these are units of the predicate. */
  readonly cells: readonly SeenCell[];
  /** Of these some may be. Undefined: there may be others that no table shows. */
  readonly doubtful: readonly SeenCell[] | undefined;
}

/** Says how many units of a universe have a code, from any table: for what a family has no member for. */
export type Teller = (universe: Universe, concept: ConceptId, code: Code) => SeenCell | NotSeen;

/** One way to settle some of a view's dimensions. */
interface Choice {
  readonly at: readonly number[];
  /** The codes of each cell to add, and whether all its units belong. */
  readonly rows: readonly {readonly codes: readonly Code[]; readonly surely: boolean}[];
  /** Codes that belong and that the family has no table for. */
  readonly untold: readonly Code[];
}

/** Prepares a view: the same question about one of its sources is answered once. */
export function speaker(view: View, meanings: Meanings, tell: Teller): (predicate: Predicate) => readonly Expression[] {
  const sources = Map.groupBy(view.dimensions.keys(), (i) => meanings.sourceOf(view.dimensions[i]?.concept ?? ''));
  const base = meanings.universe(view.universe);
  const known = new Map<string, readonly Choice[]>();

  const settle = (source: string, at: readonly number[], predicate: Predicate): readonly Choice[] => {
    if (at.some((i) => view.dimensions[i]?.multiple)) return choicesAmong(view, at, predicate, base);
    const wanted = predicate.within.get(source);
    const key = `${source} ${wanted?.key}`;
    const choices = known.get(key) ?? choicesWithin(view, at, wanted, base.within.get(source), meanings);
    known.set(key, choices);
    return choices;
  };

  return (predicate) => {
    if (!covers(view, sources, base, predicate)) return [];
    const settled = [...sources].map(([source, at]) => settle(source, at, predicate));
    return combinations(settled).flatMap((choices) => expressionOf(view, choices, tell) ?? []);
  };
}

/** What the view does not take apart, it must limit exactly as the predicate does. */
function covers(view: View, sources: ReadonlyMap<string, unknown>, base: Predicate, predicate: Predicate): boolean {
  const others = [...base.within.keys(), ...predicate.within.keys()].filter((source) => !sources.has(source));
  const multiple = view.dimensions.filter((dimension) => dimension.multiple);
  return (
    others.every((source) => base.within.get(source) === predicate.within.get(source)) &&
    base.among.isSubsetOf(predicate.among) &&
    [...predicate.among.difference(base.among)].every((one) =>
      multiple.some(({concept}) => one.startsWith(`${concept}=`)),
    )
  );
}

function choicesWithin(
  view: View,
  at: readonly number[],
  wanted: Atoms | undefined,
  base: Atoms | undefined,
  meanings: Meanings,
): readonly Choice[] {
  const dimensions = at.flatMap((i) => view.dimensions[i] ?? []);
  const [first] = dimensions;
  if (first === undefined) return [];
  const universe = base ?? meanings.everything(first.concept);
  const target = wanted ?? meanings.everything(first.concept);
  if (!target.set.isSubsetOf(universe.set)) return [];

  const whole = target === universe;
  const rows = combinations(dimensions.map(({codes}) => codes)).flatMap((codes) => {
    const atoms = codes.reduce(
      (all, code, i) => meanings.both(all, meanings.having(dimensions[i]?.concept ?? '', [code])),
      universe,
    );
    const surely = whole || (atoms.set.size > 0 && atoms.set.isSubsetOf(target.set));
    return surely || !atoms.set.isDisjointFrom(target.set) ? [{codes, surely}] : [];
  });
  const told = view.kind === 'family' && at.includes(0);
  const untold = told
    ? meanings
        .codesOf(first.concept)
        .filter((code) => !first.codes.includes(code))
        .filter((code) => !target.set.isDisjointFrom(meanings.having(first.concept, [code]).set))
    : [];
  const margin = {at, rows: [{codes: at.map(() => ALL), surely: true}], untold: []};
  // A family adds up its members' margins: what is inside them, they prove themselves.
  if (whole && view.kind === 'family' && !told) return [margin];
  return whole && !told ? [margin, {at, rows, untold}] : [{at, rows, untold}];
}

/** Of a multi-response concept the margin, or the one code that is asked for. */
function choicesAmong(view: View, at: readonly number[], predicate: Predicate, base: Predicate): readonly Choice[] {
  const [i = 0, ...more] = at;
  const {concept = '', codes = []} = view.dimensions[i] ?? {};
  const asked = [...predicate.among.difference(base.among)]
    .filter((one) => one.startsWith(`${concept}=`))
    .map((one) => one.slice(concept.length + 1));
  if (more.length > 0 || asked.length > 1) return [];
  const row = asked.map((code) => [code])[0] ?? [ALL];
  return row.every((code) => code === ALL || codes.includes(code))
    ? [{at, rows: [{codes: row, surely: true}], untold: []}]
    : [];
}

function expressionOf(view: View, choices: readonly Choice[], tell: Teller): Expression | undefined {
  const cells: SeenCell[] = [];
  let doubtful: SeenCell[] | undefined = [];
  for (const rows of combinations(choices.map((choice) => choice.rows))) {
    const codes: Code[] = [];
    for (const [c, choice] of choices.entries())
      for (const [j, i] of choice.at.entries()) codes[i] = rows[c]?.codes[j] ?? ALL;
    const cell = view.cell(codes);
    if (cell === 'not-counted') return undefined;
    if (cell !== 'not-shown') (rows.every(({surely}) => surely) ? cells : doubtful).push(cell);
  }
  for (const code of choices.flatMap(({untold}) => untold)) {
    const cell = tell(view.universe, view.dimensions[0]?.concept ?? '', code);
    if (cell === 'not-counted') doubtful = undefined;
    else if (cell !== 'not-shown') doubtful?.push(cell);
  }
  return {view, cells, doubtful};
}
