/**
 * A year's cases before anyone is in them: which group and which outcome, in random order over the year, and which of
 * them are special. Typed arrays, so that ten million fit in memory.
 */
import type {Outcome} from './case.ts';
import {type Figures, type Group, personsIn} from './figures.ts';
import type {Met, Pool} from './pool.ts';
import {type Random, shuffle} from './random.ts';

export type Mark =
  | {readonly kind: 'linked'; readonly met: Met}
  | {readonly kind: 'refused-earlier'; readonly met: Met}
  | {readonly kind: 'attested' | 'unsure' | 'child' | 'ageless' | 'twice' | 'refused-same-year'};

export interface Slots {
  readonly size: number;
  slot(index: number): {readonly group: Group; readonly outcome: Outcome; readonly mark: Mark | undefined};
}

export interface Pools {
  readonly assessed: Pool;
  readonly refused: Pool;
}

const OUTCOMES = ['victim', 'not-victim', 'presumed', 'withdrawn-by-person', 'not-completed'] as const;

/** `exact`: the figures were asked for, and what cannot be met is an error; else they are wishes. */
export function layOut(random: Random, figures: Figures, pools: Pools, exact: boolean): Slots {
  const deck = fill(random, figures);
  const {groups} = figures;
  const read = (index: number) => {
    const packed = deck[index] ?? 0;
    const group = groups[packed >>> 3];
    const outcome = OUTCOMES[packed & 7];
    if (group === undefined || outcome === undefined) throw new Error('no such slot');
    return {group, outcome};
  };
  const marks = markSpecial(random, figures, pools, exact, deck.length, read);
  return {size: deck.length, slot: (index) => ({...read(index), mark: marks.get(index)})};
}

function fill(random: Random, figures: Figures): Uint32Array {
  const {groups, notCounted} = figures;
  const others = OUTCOMES.slice(1).reduce((sum, outcome) => sum + countOf(notCounted, outcome), 0);
  const deck = new Uint32Array(personsIn(figures) + others);
  let at = 0;
  groups.forEach(({persons}, group) => {
    deck.fill(group << 3, at, at + persons);
    at += persons;
  });
  const weights = groups.map(({authority, persons}, group) => ({group, authority, weight: persons}));
  // A court finds; it does not leave a case presumed or uncompleted.
  const office = weights.filter(({authority}) => authority !== 'court');
  OUTCOMES.forEach((outcome, code) => {
    for (let left = code === 0 ? 0 : countOf(notCounted, outcome); left > 0; left--)
      deck[at++] = (random.weighted(outcome === 'not-victim' ? weights : office).group << 3) | code;
  });
  shuffle(deck, random);
  return deck;
}

const countOf = (notCounted: Figures['notCounted'], outcome: Outcome): number =>
  outcome === 'victim' ? 0 : notCounted[outcome];

type Read = (index: number) => {readonly group: Group; readonly outcome: Outcome};

function markSpecial(random: Random, figures: Figures, pools: Pools, exact: boolean, size: number, read: Read) {
  const marks = new Map<number, Mark>();
  const order = Uint32Array.from({length: size}, (_, index) => index);
  shuffle(order, random);
  const give = (name: string, wanted: number, markFor: (group: Group) => Mark | undefined) => {
    let left = wanted;
    for (let i = 0; i < size && left > 0; i++) {
      const index = order[i] ?? 0;
      const {group, outcome} = read(index);
      const mark = outcome === 'victim' && !marks.has(index) ? markFor(group) : undefined;
      if (mark === undefined) continue;
      marks.set(index, mark);
      left--;
    }
    if (exact && left > 0) throw new RangeError(`${figures.year}: ${left} of ${wanted} ${name} cannot be placed`);
  };
  const {repeats, children, ageUnknown, assessedTwice, firstRefused} = figures;
  const when = (holds: boolean, kind: Exclude<Mark['kind'], 'linked' | 'refused-earlier'>) =>
    holds ? {kind} : undefined;
  const met = (kind: 'linked' | 'refused-earlier', found: Met | undefined) => found && {kind, met: found};

  give('linked repeats', repeats.linked, (group) => met('linked', pools.assessed.takeLike(random, group)));
  give('refused earlier', firstRefused.earlierYear, (group) =>
    met('refused-earlier', pools.refused.takeLike(random, group)),
  );
  give('attested repeats', repeats.attested, ({authority}) => when(authority !== 'court', 'attested'));
  give('repeats not known', repeats.unknown, ({authority}) => when(authority !== 'court', 'unsure'));
  give('assessed twice', assessedTwice, (group) => when(group.authority === 'us' && !group.residence, 'twice'));
  give('refused first', firstRefused.sameYear, (group) => when(plainUs(group), 'refused-same-year'));
  give('girls', children.female, ({sex, authority}) => when(sex === 'female' && authority !== 'court', 'child'));
  give('boys', children.male, ({sex, authority}) => when(sex === 'male' && authority !== 'court', 'child'));
  give('of unknown age', ageUnknown, () => ({kind: 'ageless'}));
  return marks;
}

const plainUs = ({authority, residence}: Group) => authority === 'us' && residence === undefined;
