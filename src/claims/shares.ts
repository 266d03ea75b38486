/** Shares a sentence tells of figures it prints: "547 women (94 %) of 632", "more than half of the 80 (37)", "238 of 80". */
import {printedIn, says, saysShare, type Tested, written} from './claim.ts';
import type {Mark, Marked} from './marks.ts';
import type {Reading} from './reading.ts';
import {findShapes, shape} from './shapes.ts';

/** `n` the part, `m` the whole, `p` the share: a percentage or words. */
const PATTERNS: readonly RegExp[] = [
  // 45 of 76 persons (59 %) · 37 of 80, or 46 per cent · 37 of the 80, more than half
  '(?<n>n) {G} o [wk]{0,3} (?<m>n) [wlkysfb]{0,6}? [,(–:] [wclT]{0,3} (?<p>[pq]) (?![wk]{0,2}o)',
  // 547 women (94 %) of 632
  '(?<n>n) {G} [(,] [wcl]{0,2}? (?<p>[pq]) [),]? {G} [oc] [wky]{0,3}? (?<m>n)',
  // 46 per cent (37 of 80) · more than half, 37 of 80,
  '(?<p>[pq]) [wlkysoF]{0,6}? [(,–:] [wl]{0,2}? (?<n>n) {G} o [wk]{0,3} (?<m>n)',
  // More than half of the 80 were women (37) · 46 per cent of the 80, 37 persons
  '(?<p>[pq]) [wlks]{0,2}? o? [wlks]{0,3}? (?<m>n) [wlkysT]{0,8}? [(,–] [wl]{0,2}? (?<n>n)(?![wlk]{0,2}[pqo])',
  // Of the 632 identified, 547 (94 %) were women · af de 80 var 37 (46 %) · 632 persons, of whom 547 (94 %)
  '[oh] [wklsy]{0,3}? (?<m>n) [wlkys,h]{0,8}? (?<n>n) {G} [(,–] [wcl]{0,2}? (?<p>[pq])(?![wk]{0,2}[on])',
  '(?<m>n) [wlkys,]{0,8}? h [wlk,]{0,4}? (?<n>n) {G} [(,–] [wcl]{0,2}? (?<p>[pq])(?![wk]{0,2}[on])',
  // Of the 80 victims, more than half (37) were men
  '[oh] [wklsy]{0,3}? (?<m>n) [wlkys,]{0,6}? (?<p>[pq]) [wlks]{0,4}? [(,–] [wl]{0,2}? (?<n>n)(?![wlk]{0,2}[pqo])',
  // 37 of the 80 are 46 per cent
  '(?<n>n) {G} o [wk]{0,3} (?<m>n) [wlkys]{0,6}? (?<p>p)(?![wk]{0,2}o)',
].map(shape);

/** 44 of 17. */
const OF = shape('(?<n>n) [wlk]{0,3}? o [wk]{0,2} (?<m>n)');
const OF_FIRST = shape('^[wlksy]{0,2}o [wklsy]{0,4}? (?<m>n) [wlkys,]{0,6}? (?<n>n)');
const AMONG = shape('(?<m>n) [wlkys]{0,6}? ,? \\(? h [wlk]{0,3}? (?<n>n)');

export function sharesIn(marked: Marked, reading: Reading): readonly Tested[] {
  const used = new Set<Mark>();
  const tested: Tested[] = [];
  for (const pattern of PATTERNS)
    for (const {n, m, p} of findShapes(marked, pattern)) {
      if (n === undefined || m === undefined || p === undefined || used.has(p) || used.has(n)) continue;
      const found = shareOf(marked, reading, n, m, p);
      if (found === undefined) continue;
      used.add(p).add(n);
      tested.push(found);
    }
  const parts = [OF, OF_FIRST, AMONG].flatMap((pattern) => findShapes(marked, pattern));
  for (const {n, m} of parts) {
    const [part, whole] = [n?.value, m?.value];
    if (
      n === undefined ||
      m === undefined ||
      part === undefined ||
      whole === undefined ||
      n.decimals !== 0 ||
      used.has(n) ||
      part <= whole ||
      // One of a kind is no whole.
      !/\d/.test(printedIn(marked, m))
    )
      continue;
    used.add(n);
    tested.push({
      sentence: marked.text,
      verdict: 'fails',
      printed: printedIn(marked, n),
      right: `≤ ${written(whole, 0, reading.words.decimal)}`,
      reason: {check: 'part-above-whole', part, whole},
      about: [n],
    });
  }
  return tested;
}

export function shareOf(marked: Marked, {words}: Reading, n: Mark, m: Mark, p: Mark): Tested | undefined {
  const [part, whole] = [n.value, m.value];
  if (part === undefined || whole === undefined || whole === 0 || n.before !== undefined || m.before !== undefined)
    return undefined;
  const share = part / whole;
  const isPercent = p.kind === 'percent';
  const holds = share <= 1 && (isPercent ? says(p, share * 100) : saysShare(p, share));
  const decimals = isPercent ? Math.max(p.decimals ?? 0, holds ? 0 : 1) : 0;
  return {
    sentence: marked.text,
    verdict: holds ? 'holds' : 'fails',
    printed: printedIn(marked, p),
    right: `${written(share * 100, decimals, words.decimal)} %`,
    reason: {check: isPercent ? 'share' : 'quantifier', part, whole},
    about: [p, n, m],
  };
}
