/** Changes a sentence tells between two figures it prints: "112, up 35 per cent on 73", "from 73 to 112", "doubled". */
import {type Claim, printedIn, says, type Tested, written} from './claim.ts';
import type {Mark, Marked} from './marks.ts';
import type {Reading} from './reading.ts';
import {type Found, findShapes, shape} from './shapes.ts';

/** `a` the earlier figure, `b` the later, `p` the size of the change, `v` its direction, `r` how many times. */
const PATTERNS: readonly RegExp[] = [
  // steget med 35 pct. fra 73 til 112 · rose by 39 from 73 to 112, an increase of 53 per cent
  '(?<v>[ud]) {W} (?:(?<p>[ptn]) {W})? f {W} (?<a>n) {W} T {W} (?<b>n) (?: [^np;]{0,8}? (?<w>[ud]) {W} o? {W} (?<s>[pt]) | [,(–] [wc]{0,2} (?<z>p))?',
  // rose from 73 to 112 · went from 73 to 112, a rise of 53 per cent
  'f {W} (?<a>n) {W} T {W} (?<b>n) {W} (?<v>[udr]) {W} o? {W} (?<p>[ptn])(?![^np]{0,2}o)',
  'f {W} (?<a>n) {W} T {W} (?<b>n) {W} \\(? (?<p>[p]) (?<v>[ud])?',
  '(?<r>r) {W} f {W} (?<a>n) {W} T {W} (?<b>n)',
  'f {W} (?<a>n) {W} T {W} (?<b>n) {W} (?<r>r)',
  // 112, up 35 per cent on 73
  '(?<b>n) {W} (?<v>[ud]) {W} (?<p>[ptn]) {W} [cf] [wlky(]{0,6}? (?<a>n)',
  // 112 is 35 per cent up on 73 · 112, 39 more than the 73
  '(?<b>n) {W} (?<p>[ptn]) {G} (?<v>[ud><]) {W} [cf] [wlky(]{0,6}? (?<a>n)',
  '(?<b>n) {W} (?<p>[ptn]) {G} (?<v>[><]) [wlky(]{0,6}? (?<a>n)',
  // 112 against 73; that is 39 more or 53 per cent
  '(?<b>n) {W} c [wlky(]{0,6}? (?<a>n) [^npq]{0,8}? (?<p>n) {G} (?<v>[ud><]) (?:[w&,(]{0,3} (?<s>p))?',
  // from 40 per cent to 50 per cent, by 10 points or 25 per cent
  '(?<v>[ud]) {W} f {W} (?<a>p) {W} T {W} (?<b>p) [^npt]{0,8}? (?<p>[pt]) (?:[w&,(]{0,3} (?<s>p))?',
  // 112, more than double the 73
  '(?<b>n) {W} (?<r>r) [cwlkyof(]{0,8}? (?<a>n)',
  // 112 in 2023 against 73 in 2022, a rise of 53 per cent
  '(?<b>n) {W} c [wlky(]{0,6}? (?<a>n) {W} (?<v>[ud]) {W} o? {W} (?<p>[pt])(?![^np]{0,2}o)',
  '(?<b>n) {W} c [wlky(]{0,6}? (?<a>n) {W} (?<p>[p]) {G} (?<v>[ud><])',
  '(?<b>n) {W} c [wlky(]{0,6}? (?<a>n) {W} (?<r>r)',
].map(shape);

/** A rise by so many from a figure of an earlier year, and what that is in per cent. */
const BY_FROM = shape(
  '(?<v>[ud]) {W} (?<n>n) {W} [cf] {W} y [wk,()&s]{0,6}? (?<a>n) [^np]{0,10}? (?<w>[ud]) {W} o? {W} (?<p>p)',
);
/** 10 more than in 2012, when there were 66, which is a rise of 15 per cent. */
const MORE_THAN = shape(
  '(?<n>n) [wk]{0,2} (?<v>[><]) w{0,2} y [wk,()&s]{0,6}? (?<a>n) [^np]{0,10}? (?<w>[ud]) {W} o? {W} (?<p>p)',
);
/** 73 in 2022 and 112 in 2023, an increase of 35 per cent. */
const TWO_YEARS = shape(
  '(?<x>n) [wlkbTfs]{0,4}? (?<i>y) [wlk&,)(c]{0,6}? (?<z>n) [wlkbs]{0,4}? (?<j>y) {W} (?<v>[ud]) {W} o? {W} (?<p>p)',
);

export function changesIn(marked: Marked, reading: Reading): readonly Tested[] {
  const used = new Set<Mark>();
  const tested: Tested[] = [];
  const take = (found: readonly Tested[], marks: readonly Mark[]) => {
    if (found.length === 0 || marks.some((mark) => used.has(mark))) return;
    for (const mark of marks) used.add(mark);
    tested.push(...found);
  };
  for (const {n, a, v, w, p} of findShapes(marked, BY_FROM))
    if (n?.value !== undefined && a?.value !== undefined && v && w && p) {
      const to = a.value + (v.kind === 'rise' ? n.value : -n.value);
      take([...sizeOf(marked, reading, p, a.value, to, [p, n]), ...directionOf(marked, w, a.value, to, [])], [n, a, p]);
    }
  for (const {n, v, a, w, p} of findShapes(marked, MORE_THAN))
    if (n?.value !== undefined && a?.value !== undefined && v && w && p) {
      const to = a.value + (v.kind === 'more' ? n.value : -n.value);
      take([...sizeOf(marked, reading, p, a.value, to, [p, n]), ...directionOf(marked, w, a.value, to, [])], [n, a, p]);
    }
  for (const {x, z, i, j, v, p} of findShapes(marked, TWO_YEARS))
    if (x && z && i?.value !== undefined && j?.value !== undefined && i.value !== j.value)
      take(tests(marked, reading, i.value < j.value ? {a: x, b: z, v, p} : {a: z, b: x, v, p}), [x, z]);
  for (const pattern of PATTERNS)
    for (const found of findShapes(marked, pattern)) {
      const {a, b} = found;
      if (a !== undefined && b !== undefined) take(tests(marked, reading, found), [a, b]);
    }
  return tested;
}

type Part = Partial<Record<'a' | 'b' | 'v' | 'p' | 'r' | 'w' | 's' | 'z', Mark | undefined>>;

function tests(marked: Marked, reading: Reading, found: Part | Found): readonly Tested[] {
  const {a, b, v, p, r, w, z} = found;
  const s = found.s ?? z;
  const [from, to] = [a?.value, b?.value];
  if (a === undefined || b === undefined || from === undefined || to === undefined) return [];
  // A hedged figure gives no exact change.
  if (a.before !== undefined || b.before !== undefined) return [];
  // Shares are rounded before they are compared.
  const loose = (size: Mark): Mark =>
    a.kind === 'percent' && size.before === undefined ? {...size, before: 'about'} : size;
  const ratio = r?.kind === 'ratio' ? r : v?.kind === 'ratio' ? v : undefined;
  return [
    ...(p === undefined ? [] : sizeOf(marked, reading, loose(p), from, to, [p, a, b])),
    ...(s === undefined ? [] : sizeOf(marked, reading, loose(s), from, to, [s, a, b])),
    ...(ratio === undefined ? [] : ratioOf(marked, reading, ratio, from, to, [a, b])),
    ...(ratio === v || v === undefined ? [] : directionOf(marked, v, from, to, p === undefined ? [a, b] : [])),
    ...(w === undefined ? [] : directionOf(marked, w, from, to, [])),
  ];
}

export function sizeOf(
  marked: Marked,
  {words}: Reading,
  p: Mark,
  from: number,
  to: number,
  about: readonly Mark[],
): readonly Tested[] {
  if (p.kind === 'percent' && from === 0) return [];
  const right = p.kind === 'percent' ? (Math.abs(to - from) / from) * 100 : Math.abs(to - from);
  const decimals =
    p.kind === 'percent' ? Math.max(p.decimals ?? 0, Math.abs(right - Math.round(right)) < 0.05 ? 0 : 1) : 0;
  // What is reckoned from rounded shares is no nearer than they are.
  const rounded = p.kind === 'points' ? Math.abs((p.value ?? 0) - right) <= 1.01 * 10 ** -(p.decimals ?? 0) : false;
  const claim: Claim = {
    sentence: marked.text,
    verdict: says(p, right) || rounded ? 'holds' : 'fails',
    printed: printedIn(marked, p),
    right: written(right, decimals, words.decimal) + (p.kind === 'percent' ? ' %' : ''),
    reason: {check: p.kind === 'percent' ? 'change-percent' : 'change-number', from, to},
  };
  return [{...claim, about}];
}

export function directionOf(
  marked: Marked,
  v: Mark,
  from: number,
  to: number,
  about: readonly Mark[],
): readonly Tested[] {
  const up = v.kind === 'rise' || v.kind === 'more';
  const holds = up ? to > from : to < from;
  // With a size beside it that is tested, it is told only where it is wrong.
  if (holds && about.length === 0) return [];
  return [
    {
      sentence: marked.text,
      verdict: holds ? 'holds' : 'fails',
      printed: printedIn(marked, v),
      right: from === to ? '=' : to > from ? '↑' : '↓',
      reason: {check: 'change-direction', from, to},
      about: [v, ...about],
    },
  ];
}

export function ratioOf(
  marked: Marked,
  {words}: Reading,
  ratio: Mark,
  from: number,
  to: number,
  about: readonly Mark[],
): readonly Tested[] {
  const {low, high} = ratio.range ?? {low: 0, high: 0};
  if (from === 0) return [];
  const times = to / from;
  const holds =
    ratio.before === 'more'
      ? times > (low + high) / 2
      : ratio.before === 'nearly'
        ? times < high && times > low - 0.3
        : times >= low && times <= high;
  return [
    {
      sentence: marked.text,
      verdict: holds ? 'holds' : 'fails',
      printed: printedIn(marked, ratio),
      right: `× ${written(times, 2, words.decimal)}`,
      reason: {check: 'change-ratio', from, to},
      about: [ratio, ...about],
    },
  ];
}
