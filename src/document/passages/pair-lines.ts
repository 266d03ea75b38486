/** Which paragraph that came back is which that was sent: the same, reworded, parted in two, joined, moved, new or gone. */
import {aligned, type Bag, bagOf, likeness} from './diff.ts';

export interface Line {
  readonly text: string;
  readonly bag: Bag;
}

export const lineOf = (text: string): Line => ({text, bag: bagOf(text)});

/** Places of lines that belong together; either side may have several, or none. */
export interface Group {
  readonly sent: readonly number[];
  readonly came: readonly number[];
  readonly moved: boolean;
}

const ALIKE = 0.4;
const MOVED = 0.6;

const alike = (a: Line, b: Line): number => {
  if (a.text === b.text) return 2;
  const share = likeness(a.bag, b.bag);
  return share >= ALIKE ? share : 0;
};

export function pairLines(sent: readonly Line[], came: readonly Line[]): readonly Group[] {
  const groups = aligned(sent, came, alike).map(([i, j]) => ({sent: [i], came: [j], moved: false}));
  const free = {
    sent: new Set(sent.keys()).difference(new Set(groups.flatMap((group) => group.sent))),
    came: new Set(came.keys()).difference(new Set(groups.flatMap((group) => group.came))),
  };
  for (const group of groups) {
    grow(group.sent, free.sent, sent, textAt(came, group.came));
    grow(group.came, free.came, came, textAt(sent, group.sent));
  }
  const moved = [...free.sent].flatMap((i) => {
    const [best] = [...free.came]
      .map((j) => ({j, share: likeness(sent[i]?.bag ?? new Map(), came[j]?.bag ?? new Map())}))
      .filter(({share}) => share >= MOVED)
      .toSorted((a, b) => b.share - a.share);
    if (best === undefined) return [];
    free.sent.delete(i);
    free.came.delete(best.j);
    return [{sent: [i], came: [best.j], moved: true}];
  });
  const rest = pasted(groups, free, sent.length, came.length);
  return [
    ...groups,
    ...moved,
    ...rest,
    ...[...free.sent].map((i) => ({sent: [i], came: [], moved: false})),
    ...[...free.came].map((j) => ({sent: [], came: [j], moved: false})),
  ];
}

const textAt = (lines: readonly Line[], at: readonly number[]): string => at.map((i) => lines[i]?.text ?? '').join(' ');

/** Takes a neighbour in that makes the whole more alike: a paragraph that was parted, or joined to the next. */
function grow(own: number[], free: Set<number>, lines: readonly Line[], other: string): void {
  const target = bagOf(other);
  for (;;) {
    const now = likeness(bagOf(textAt(lines, own)), target);
    const first = own[0] ?? 0;
    const last = own.at(-1) ?? 0;
    const better = [
      [first - 1, ...own],
      [...own, last + 1],
    ].find((wider, i) => {
      const next = i === 0 ? first - 1 : last + 1;
      return free.has(next) && likeness(bagOf(textAt(lines, wider)), target) > now + 0.02;
    });
    if (better === undefined) return;
    own.splice(0, own.length, ...better);
    for (const i of better) free.delete(i);
  }
}

/** One paragraph in the place of one other, between two that stayed: it was written over. */
function pasted(
  groups: readonly Group[],
  free: {readonly sent: Set<number>; readonly came: Set<number>},
  sent: number,
  came: number,
): readonly Group[] {
  const ordered = groups.filter(({moved}) => !moved).toSorted((a, b) => (a.sent[0] ?? 0) - (b.sent[0] ?? 0));
  const bounds = [
    {sent: -1, came: -1},
    ...ordered.map((group) => ({sent: group.sent.at(-1) ?? 0, came: group.came.at(-1) ?? 0})),
    {sent, came},
  ];
  return bounds.slice(1).flatMap((to, i) => {
    const from = bounds[i];
    if (from === undefined) return [];
    const here = [...free.sent].filter((n) => n > from.sent && n < to.sent);
    const there = [...free.came].filter((n) => n > from.came && n < to.came);
    const [one, other] = [here[0], there[0]];
    if (here.length !== 1 || there.length !== 1 || one === undefined || other === undefined) return [];
    free.sent.delete(one);
    free.came.delete(other);
    return [{sent: [one], came: [other], moved: false}];
  });
}
