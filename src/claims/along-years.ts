/** What a sentence says of the number of all along the years: risen by 10 from 2012, doubled since 2007, 66 in 2012. */
import type {Cell, Cells} from './cells.ts';
import {directionOf, ratioOf, sizeOf} from './changes.ts';
import {says, type Tested} from './claim.ts';
import {type How, known} from './held.ts';
import {isSeries} from './known.ts';
import type {Mark, Marked} from './marks.ts';
import type {Reading} from './reading.ts';
import {findShapes} from './shapes.ts';

const THEN = '(?<y>y)(?:[wk,&s]{0,10}?(?<a>n))?(?:[^np]{0,12}?(?<w>[ud])[wob]{0,4}(?<s>p))?';
const BY = [
  `(?<v>[ud])[wob]{0,4}(?<n>[np])[wk]{0,3}[cf]w{0,2}${THEN}`,
  `(?<n>[np])[wk]{0,2}(?<v>[ud])[wk]{0,2}[cf]w{0,2}${THEN}`,
  `(?<n>[np])[wk]{0,2}(?<v>[><])w{0,2}${THEN}`,
].map((form) => new RegExp(form, 'dg'));

/** Risen by 10 from 2012, when it was 66: held against the years' totals. */
export function alongYears({cells, reading, marked, context: {heading, headed, about: year}}: How): readonly Tested[] {
  if (headed.length > 0 || /[lS]/.test(marked.shape) || year === undefined) return [];
  return BY.flatMap((pattern) => findShapes(marked, pattern)).flatMap(({n, v, y, a, w, s}) => {
    const [now, then] = [year, String(y?.value ?? Number(year) + (y?.relative ?? Number.NaN))].map((one) =>
      cells
        .totals(one)
        .find(({table, cell}) => isSeries(table) && (table.section ?? heading) === heading && cell.value !== undefined),
    );
    const [to, from] = [now?.cell.value, then?.cell.value];
    if (to === undefined || from === undefined || then === undefined) return [];
    return [
      ...(n === undefined ? [] : sizeOf(marked, reading, n, from, to, [n])),
      ...(v === undefined ? [] : directionOf(marked, v, from, to, [])),
      ...(s === undefined ? [] : sizeOf(marked, reading, s, from, to, [s])),
      ...(w === undefined ? [] : directionOf(marked, w, from, to, [])),
      ...(a === undefined ? [] : known(marked, reading, a, then, says(a, from))),
    ];
  });
}

const TIMES = [/S?w{0,2}(?<y>y)w{0,6}(?<r>r)/dg, /(?<r>r)w{0,2}Sw{0,2}(?<y>y)/dg];

/** Since 2007 the number has doubled. */
export function timesSince({cells, reading, marked, context: {heading, headed, about}}: How): readonly Tested[] {
  if (headed.length > 0 || /[lnpN]/.test(marked.shape) || about === undefined) return [];
  return TIMES.flatMap((pattern) => findShapes(marked, pattern)).flatMap(({y, r}) => {
    const [from, to] = [String(y?.value), about].map((year) => seriesTotal(cells, year, heading)?.cell.value);
    if (r === undefined || !isOfNumber(marked, reading, r)) return [];
    return from === undefined || to === undefined ? [] : ratioOf(marked, reading, r, from, to, []);
  });
}

/** As far as there, it speaks of the number of all and of nothing else: a centre, too, had 14 in 2012. */
const isOfNumber = ({marks}: Marked, {words: {theNumber}, common}: Reading, until: Mark): boolean =>
  marks
    .slice(0, marks.indexOf(until))
    .every(({kind, text}) => kind !== 'word' || !/^\p{L}/u.test(text) || theNumber.includes(text) || common.has(text));

const OF_YEAR = /(?<y>y),?w{1,4}(?<n>n)(?=$|[,&;)])/dg;

/** In 2012 the figure was 66. */
export function ofYears({cells, reading, marked, context: {heading, headed}}: How): readonly Tested[] {
  if (headed.length > 0 || /[lqN]/.test(marked.shape)) return [];
  return findShapes(marked, OF_YEAR).flatMap(({y, n}) => {
    const total = y?.value === undefined ? undefined : seriesTotal(cells, String(y.value), heading);
    if (n === undefined || n.decimals !== 0 || !isOfNumber(marked, reading, n) || total?.cell.value === undefined)
      return [];
    return known(marked, reading, n, total, says(n, total.cell.value));
  });
}

const seriesTotal = (cells: Cells, year: string, heading: string): Cell | undefined =>
  cells.totals(year).find(({table}) => isSeries(table) && (table.section ?? heading) === heading);
