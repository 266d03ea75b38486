/** Parts that make up a whole: "48 women and 24 men of 73" leaves one unnamed. Sums of listed parts, in numbers and in per cent. */
import {printedIn, type Tested, written} from './claim.ts';
import type {Mark, Marked} from './marks.ts';
import type {Reading} from './reading.ts';

export interface Item {
  readonly figure: Mark;
  readonly label: string;
  /** Where the figure stands among the marks. */
  readonly at: number;
}

const PARTS: ReadonlySet<string> = new Set(['count', 'percent']);

/** Figures with the label that stands by each: `48 women`, `Africa (53)`, `the courts 6`. */
export function itemsOf({marks, shape}: Marked, reading: Reading): readonly Item[] {
  return marks.flatMap((figure, at): readonly Item[] => {
    if (!PARTS.has(figure.kind) || figure.value === undefined) return [];
    // Six and a third persons are an average.
    if (figure.kind === 'count' && figure.decimals !== 0) return [];
    const sooner = shape.slice(0, at);
    // 9 of the 76 are repeats: the label is that of the 9.
    if (/[np][wk]{0,2}o[w]{0,2}$/.test(sooner)) return [];
    const after = /^.(?:[wk]{0,2}ow{0,2}n[wks]{0,2})?[wksfb]{0,3}?l/.exec(shape.slice(at));
    // 58 persons were assessed to have been trafficked for prostitution.
    const far = /^nk[wksTb]{0,9}?l/.exec(shape.slice(at));
    // Most of them, 58, were exploited in prostitution.
    const apart = /,[w]?$/.test(sooner) ? /^n,[wks]{0,3}?l/.exec(shape.slice(at)) : null;
    const before = /l,?[wb]?s?[(:]?[wb]?$/.exec(sooner);
    const behind = after ?? apart ?? (before === null ? far : null);
    if (behind === null && before !== null && !isPlain(before, marks, reading)) return [];
    const label = behind ? marks[at + behind[0].length - 1]?.label : before ? marks[before.index]?.label : undefined;
    return label === undefined ? [] : [{figure, label, at}];
  });
}

/** The police charged 21: what a label does is not that there are so many of it. */
const isPlain = ({0: found, index}: RegExpExecArray, marks: readonly Mark[], {common}: Reading): boolean =>
  marks
    .slice(index, index + found.length)
    .every(({kind, text}) => kind !== 'word' || !/^\p{L}/u.test(text) || common.has(text));

export function partsIn(marked: Marked, reading: Reading, wholeBefore: Mark | undefined): readonly Tested[] {
  const items = itemsOf(marked, reading);
  return reading.words.exhaustive.flatMap((group) => {
    const found = group.map(([first = '']) => items.filter(({label}) => label === first.toLowerCase()));
    const named = found.flat();
    if (named.length !== group.length || found.some((same) => same.length !== 1)) return [];
    if (named.every(({figure}) => figure.kind === 'percent')) return percentsOf(marked, named);
    if (!named.every(({figure}) => figure.kind === 'count')) return [];
    const whole = wholeOf(marked, named) ?? (/n/.test(without(marked, named)) ? undefined : wholeBefore);
    return whole === undefined ? [] : closed(marked, reading, named, whole);
  });
}

/** The shape with the named figures taken out. */
const without = ({shape}: Marked, items: readonly Item[]): string =>
  [...shape].map((letter, i) => (items.some(({at}) => at === i) ? 'w' : letter)).join('');

/** The one other count that says what they are parts of. */
function wholeOf(marked: Marked, items: readonly Item[]): Mark | undefined {
  const rest = without(marked, items);
  const places = [...rest.matchAll(/n/g)].map(({index}) => index);
  const based = [...rest.matchAll(/ow{0,3}(?=n)/g)].map(({0: found, index}) => index + found.length);
  const [at] = based.length === 1 ? based : places;
  if (at === undefined || (places.length > 1 && based.length !== 1)) return undefined;
  const isWhole = /[oha][wk]{0,3}$/.test(rest.slice(0, at)) || /^n[w]{0,3}[kah:]/.test(rest.slice(at));
  return isWhole ? marked.marks[at] : undefined;
}

function closed(marked: Marked, {words}: Reading, items: readonly Item[], whole: Mark): readonly Tested[] {
  const parts = items.map(({figure}) => figure.value ?? 0);
  const sum = parts.reduce((a, b) => a + b, 0);
  const of = whole.value ?? 0;
  if (whole.before !== undefined || items.some(({figure}) => figure.before !== undefined)) return [];
  // Others are named in words, or a single one is.
  if (sum < of && /[O]/.test(marked.shape)) return [];
  return [
    {
      sentence: marked.text,
      verdict: sum === of ? 'holds' : 'fails',
      printed: items.map(({figure}) => printedIn(marked, figure)).join(' + '),
      right: written(of, 0, words.decimal),
      reason: {check: 'parts', parts, whole: of},
      about: [...items.map(({figure}) => figure), ...(marked.marks.includes(whole) ? [whole] : [])],
    },
  ];
}

function percentsOf(marked: Marked, items: readonly Item[]): readonly Tested[] {
  const parts = items.map(({figure}) => figure.value ?? 0);
  const sum = parts.reduce((a, b) => a + b, 0);
  const decimals = Math.min(...items.map(({figure}) => figure.decimals ?? 0));
  const holds = Math.abs(sum - 100) <= items.length * 0.5 * 10 ** -decimals + 1e-9;
  // Some may be of unknown sex.
  if (!holds && sum < 100 && /[O]/.test(marked.shape)) return [];
  return [
    {
      sentence: marked.text,
      verdict: holds ? 'holds' : 'fails',
      printed: items.map(({figure}) => printedIn(marked, figure)).join(' + '),
      right: '100 %',
      reason: {check: 'percent-parts', parts},
      about: items.map(({figure}) => figure),
    },
  ];
}

/** 76 persons: 60 by one, 10 by another and 6 by the third. */
export function listIn(marked: Marked, {words}: Reading): readonly Tested[] {
  const colon = /n[wlkysa]{0,10}:([^:]*)$/.exec(marked.shape);
  if (colon === null || /[phOoq;]/.test(colon[1] ?? '')) return [];
  const whole = marked.marks[colon.index];
  const from = marked.shape.length - (colon[1] ?? '').length;
  const parts = marked.marks.slice(from).filter(({kind, value}) => kind === 'count' && value !== undefined);
  const pieces = (colon[1] ?? '').split(/[,&]+/).filter((piece) => piece !== '');
  if (whole?.value === undefined || parts.length < 2 || pieces.some((piece) => (piece.match(/n/g) ?? []).length !== 1))
    return [];
  const values = parts.map(({value = 0}) => value);
  const sum = values.reduce((a, b) => a + b, 0);
  return [
    {
      sentence: marked.text,
      verdict: sum === whole.value ? 'holds' : 'fails',
      printed: printedIn(marked, whole),
      right: written(sum, 0, words.decimal),
      reason: {check: 'parts', parts: values, whole: whole.value},
      about: [whole, ...parts],
    },
  ];
}
