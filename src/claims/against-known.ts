/** A sentence's counts, shares and ranks held against tables: by the label that stands by each, the year, and what the section is about. */

import {alongYears, ofYears, timesSince} from './along-years.ts';
import {type Cell, type Cells, type Context, meantOf} from './cells.ts';
import {printedIn, says, saysShare, type Tested, written} from './claim.ts';
import {type How, known} from './held.ts';
import {isSeries, told} from './known.ts';
import type {Mark, Marked} from './marks.ts';
import {type Item, itemsOf} from './parts.ts';
import type {Reading} from './reading.ts';
import {sinceThen} from './since.ts';

/** What a sentence stands in. */
export interface Around {
  readonly heading: string;
  /** Labels of the heading, and of the sentence before. */
  readonly headed: readonly string[];
  readonly before: readonly string[];
  /** The year the section or the text is about. */
  readonly year: string | undefined;
}

/** `inner`: what came of the sentence by itself, which tells what its parts are parts of. */
export function againstKnown(
  cells: Cells,
  reading: Reading,
  marked: Marked,
  around: Around,
  inner: readonly Tested[],
): readonly Tested[] {
  // A sum written as one is no sentence.
  if (cells.tables.length === 0 || / = /.test(marked.text)) return [];
  const named = marked.marks.flatMap(({kind, value}) =>
    kind === 'year' && value !== undefined ? [String(value)] : [],
  );
  const items = itemsOf(marked, reading);
  const context = contextOf(marked, around, items, named);
  const how: How = {cells, reading, marked, context, inner, items};
  if (/S/.test(marked.shape) || named.length > 2)
    return [...sinceThen(cells.tables, reading, marked, named), ...timesSince(how), ...ofYears(how)];
  // The parts of another whole than any that is known are those of another text.
  const base = /ow{0,3}n/.exec(marked.shape) ?? /n(?=[wksbf]{0,8},?h)/.exec(marked.shape);
  const whole = base === null ? undefined : marked.marks[base.index + base[0].length - 1];
  const ours = whole === undefined || isKnownWhole(whole, how) ? items : [];
  return [
    ...ours.filter((item) => isOfAll(marked, item)).flatMap((item) => one(item, how)),
    ...(ours.length === 0 ? unlikeWhole(whole, items, how) : []),
    ...total(how),
    ...alongYears(how),
    ...ofYears(how),
    ...largest(how),
    ...quantified(how, around),
  ];
}

function isKnownWhole({value}: Mark, {cells, context}: How): boolean {
  const wholes = [
    ...context.years.flatMap((year) => cells.totals(year)),
    ...[...context.labels].flatMap((label) => cells.called(label, context)),
  ];
  return wholes.some(({cell}) => cell.value === value);
}

/** Exactly so many, and not of those told just before: 3 were assessed this year, 1 of them with a child. */
const isOfAll = ({shape}: Marked, {figure, at}: Item): boolean =>
  figure.before === undefined && !/n.*h[w,]{0,2}$|O[wk]{0,2}$/.test(shape.slice(0, at));

/** A label that stands by another figure says nothing of this one. */
function contextOf(marked: Marked, around: Around, items: readonly Item[], named: readonly string[]): Context {
  const {heading, headed, before, year} = around;
  const others = new Set(items.map(({label}) => label));
  const free = marked.marks.flatMap(({label}) => (label === undefined || others.has(label) ? [] : [label]));
  const years = named.length > 0 || year === undefined ? named : [year];
  return {
    heading,
    headed,
    about: year,
    labels: new Set([...headed, ...(free.length > 0 ? [] : before), ...free]),
    free,
    years,
  };
}

const one = (item: Item, how: How): readonly Tested[] =>
  item.figure.kind === 'count' ? count(item, how) : percent(item, how);

function count(item: Item, how: How): readonly Tested[] {
  const {cells, reading, marked} = how;
  const {figure, label} = item;
  const context = inList(item, how);
  const meant = meantOf(
    cells.called(label, context),
    ({cell}) => cell.value !== undefined && says(figure, cell.value),
    label,
    context,
  );
  if (meant === undefined || (!meant.holds && (isOfOther(item, meant.one, how) || !isOfAllNamed(item, meant.one, how))))
    return [];
  return known(marked, reading, figure, meant.one, meant.holds);
}

/** Eleven in forced labour: six women and five men. What stands before the colon is what the list is of. */
function inList({at}: Item, {marked: {shape}, context, items}: How): Context {
  const colon = shape.lastIndexOf(':', at);
  const heads = items.filter((one) => one.at < colon).map(({label}) => label);
  if (heads.length === 0) return context;
  return {...context, labels: new Set([...context.headed, ...context.free, ...heads])};
}

/** What else the sentence names is of the cell, or stands beside it: what it has nothing of may be what is counted. */
function isOfAllNamed({label}: Item, one: Cell, {cells, context: {free, headed}}: How): boolean {
  const beside = new Set(cells.beside(one, label).flatMap(({labels}) => labels.map(({text}) => cells.index.key(text))));
  return free.every((key) => headed.includes(key) || one.keys.includes(key) || beside.has(key));
}

/** The sentence itself says what it is a part of, and the cell is not a part of that. */
function isOfOther({figure, label}: Item, cell: Cell, how: How): boolean {
  const {cells, inner} = how;
  const whole = inner.find(({reason, about}) => reason.check === 'parts' && about.includes(figure))?.reason;
  if (whole?.check !== 'parts' || cells.wholeOf(cell, label)?.value === whole.whole) return false;
  // Of all, though their number is another.
  return total(how).length === 0;
}

/** 45 of 77, where the 45 are known to be of 76. */
function unlikeWhole(
  whole: Mark | undefined,
  items: readonly Item[],
  {cells, reading, marked, context}: How,
): readonly Tested[] {
  if (whole === undefined || whole.before !== undefined || items.length === 0) return [];
  const wholes = items.map(({figure, label}) => {
    const [cell] = cells
      .called(label, context)
      .filter((one) => one.cell.value === figure.value && (figure.value ?? 0) >= LIKELY);
    const its = cell && cells.wholeOf(cell, label);
    return cell && its && {...cell, cell: its};
  });
  const [first] = wholes;
  if (first === undefined || wholes.includes(undefined) || whole.kind !== 'count') return [];
  if ((first.table.section ?? context.heading) !== context.heading) return [];
  return known(marked, reading, whole, first, false);
}

/** Smaller counts are alike in many texts. */
const LIKELY = 5;

const TOTAL = [/^[^nlp]*?nw{0,2}k[^nlpfho]{0,6}?s/, /^[^nlp]*?sw{0,3}nw{0,2}k/];

/** In 2013, 76 persons were assessed: nothing else is said of them. */
function total({cells, reading, marked, context: {years, heading, headed}}: How): readonly Tested[] {
  const found = TOTAL.map((form) => form.exec(marked.shape)?.[0]).find((one) => one !== undefined);
  const figure = found === undefined ? undefined : marked.marks[found.indexOf('n')];
  const [year] = years;
  if (found === undefined || figure?.decimals !== 0 || year === undefined || years.length > 1) return [];
  const clause = found + sameClause(marked.shape.slice(found.length));
  if (/[ONql]/.test(clause) || headed.length > 0) return [];
  // Nine had been identified before: they are some of them.
  if (marked.marks.slice(0, clause.length).some(({text}) => reading.words.repeats.includes(text))) return [];
  const totals = cells.totals(year);
  const right = totals.find(({cell: {value}}) => value !== undefined && says(figure, value));
  const [series] = totals.filter(({table}) => isSeries(table) && (table.section ?? heading) === heading);
  const meant = right ?? series;
  return meant === undefined ? [] : known(marked, reading, figure, meant, right !== undefined);
}

const sameClause = (shape: string): string => /^[^,;:(]*/.exec(shape)?.[0] ?? '';

interface Share extends Cell {
  readonly part: number;
  readonly whole: number;
}

/** Every part that is called so, with the whole it is of. */
function sharesOf(cells: Cells, label: string, context: Context): readonly Share[] {
  return cells.called(label, context).flatMap((one) => {
    const [part, whole] = [one.cell.value ?? Number.NaN, cells.wholeOf(one, label)?.value];
    return whole === undefined || whole === 0 || part > whole ? [] : [{...one, part, whole}];
  });
}

/** 84 per cent were women. */
function percent({figure, label}: Item, {cells, reading, marked, context}: How): readonly Tested[] {
  const shares = sharesOf(cells, label, context);
  const meant = meantOf(shares, ({part, whole}) => says(figure, (part / whole) * 100), label, context);
  if (meant === undefined) return [];
  const {part, whole} = meant.one;
  const decimals = Math.max(figure.decimals ?? 0, meant.holds ? 0 : 1);
  return [
    {
      sentence: marked.text,
      verdict: meant.holds ? 'holds' : 'fails',
      printed: printedIn(marked, figure),
      right: `${written((part / whole) * 100, decimals, reading.words.decimal)} %`,
      reason: {check: 'share', part, whole},
      about: [figure],
    },
  ];
}

/** More than half were women; all are women. */
function quantified({cells, reading, marked, context}: How, {headed, before}: Around): readonly Tested[] {
  const found = /q[ow]{0,4}k?[wsk]{0,4}l/.exec(marked.shape);
  const labels = new Set(marked.marks.flatMap((mark) => mark.label ?? []));
  if (found === null || /[nNp]/.test(marked.shape) || labels.size > 1) return [];
  const quantifier = marked.marks[found.index];
  const [label] = labels;
  if (quantifier === undefined || label === undefined) return [];
  const narrow = {...context, labels: new Set([...headed, ...before])};
  const shares = sharesOf(cells, label, narrow);
  // Of the section's persons, where it is about some of them.
  const depth = Math.max(...shares.map(({keys}) => keys.length));
  const deepest = shares.filter(({keys}) => keys.length === depth);
  const meant = meantOf(deepest, ({part, whole}) => saysShare(quantifier, part / whole), label, narrow);
  if (meant === undefined) return [];
  const {part, whole} = meant.one;
  return [
    {
      sentence: marked.text,
      verdict: meant.holds ? 'holds' : 'fails',
      printed: printedIn(marked, quantifier),
      right: `${written((part / whole) * 100, 0, reading.words.decimal)} %`,
      reason: {check: 'quantifier', part, whole},
      about: [quantifier],
    },
  ];
}

/** The most common nationality is Nigeria. */
function largest({cells, reading, marked, context}: How): readonly Tested[] {
  const found = /F[wksl,]{0,8}?l(?![wks]{0,3}l)/.exec(marked.shape);
  if (found === null || /[ONq]/.test(marked.shape)) return [];
  const mark = marked.marks[found.index + found[0].length - 1];
  if (mark?.label === undefined) return [];
  const {label} = mark;
  const ranked = cells.called(label, context).flatMap((cell) => {
    const same = cells.beside(cell, label).filter(({labels}) => !labels.some(isUnknown(reading)));
    const [first] = same.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
    const incomplete = cell.table.incomplete || same.some(({value}) => value === undefined);
    return first === undefined || same.length < 2 || incomplete ? [] : [{...cell, first}];
  });
  const meant = meantOf(ranked, ({cell, first}) => cell.value === first.value, label, context);
  if (meant === undefined) return [];
  const {first, table} = meant.one;
  return [
    {
      sentence: marked.text,
      verdict: meant.holds ? 'holds' : 'fails',
      printed: printedIn(marked, mark),
      right: told(first),
      reason: {check: 'largest', table: table.name, label: told(first), value: first.value ?? 0},
      about: [mark],
    },
  ];
}

const isUnknown =
  ({words: {unknown}}: Reading) =>
  ({text}: {readonly text: string}): boolean =>
    unknown.includes(text.toLowerCase());
