/** What a sentence may say of a whole table: its largest part, how many parts, a list that always closes, the rest. */
import {type Cell, partsOf, totalCell} from '../address.ts';
import type {Inline} from '../statement.ts';
import {counted, printCount, selectCount} from './count.ts';
import {figure, misused, withoutCount} from './figure.ts';
import {cased, type Options, textOption} from './options.ts';
import {share} from './percent.ts';
import {type FigureValue, textInline, value} from './printed.ts';
import {areTrue, selectNothing, tally} from './tally.ts';
import {and, isKnown, labelOf, number, type Telling} from './telling.ts';
import type {WholeTable} from './whole.ts';

const countOf = (cell: Cell): number => tally([cell]).count ?? 0;

/** `:rest except=|female male|`: everything the sentence does not name. */
export function rest(told: Telling, options: Options, whole: WholeTable): FigureValue {
  const named = (textOption(options, 'except') ?? '').split(/\s+/);
  const cells = partsOf(whole.cube).filter(({codes}) => !named.includes(codes.at(-1) ?? ''));
  return counted(told, options, tally(cells), whole);
}

/** `:categories`: how many known categories occur. Selects and prints as `:count`; it is a figure of the table, not of its parts. */
export function categories(told: Telling, options: Options, whole: WholeTable): FigureValue {
  const known = partsOf(whole.cube).filter(isKnown);
  const sum = tally(known);
  const occurring = known.filter((cell) => countOf(cell) > 0);
  const tallied = sum.count === undefined ? sum : {cells: occurring, count: occurring.length};
  const ofTable = (inline: Inline): Inline =>
    inline.kind === 'figure' ? {...inline, addresses: [whole.address]} : inline;
  return value({
    of: whole,
    select: (keys) => selectCount(told, keys, tallied),
    print: () => printCount(told, options, tallied).map(ofTable),
  });
}

/** `:largest show=label|count|percent`: the largest known category. Selects `none`, `only`, `tie`. */
export function largest(told: Telling, options: Options, whole: WholeTable): FigureValue {
  const known = partsOf(whole.cube).filter(isKnown);
  const sum = tally(known);
  const greatest = Math.max(0, ...known.map(countOf));
  const first = known.filter((cell) => greatest > 0 && countOf(cell) === greatest);
  const parts = partsOf(whole.cube);
  const only = greatest > 0 && greatest === tally(parts).count && areTrue(parts);
  const claim = first.length === 0 ? 'none' : only ? 'only' : first.length > 1 ? 'tie' : undefined;
  return value({
    of: whole,
    select: (keys) => {
      if (sum.count === undefined) return selectNothing(keys, sum.why);
      return claim !== undefined && keys.has(claim) ? claim : null;
    },
    print: () =>
      sum.count === undefined ? [withoutCount(told, sum, sum.why)] : printLargest(told, options, whole, first),
  });
}

function printLargest(told: Telling, options: Options, whole: WholeTable, first: readonly Cell[]): readonly Inline[] {
  const [one] = first;
  if (one === undefined) return [misused(told, 'largest', `${whole.address} = 0`)];
  const show = textOption(options, 'show') ?? 'label';
  if (show === 'count') return [figure(told, [one], number(told, countOf(one)), String(countOf(one)))];
  const total = totalCell(whole.cube);
  const base = total === undefined ? 0 : countOf(total);
  if (show === 'percent' && base > 0) {
    const fraction = told.document.telling.outOf(number(told, countOf(one)), number(told, base));
    const text = share(told.locale, countOf(one), base, 0);
    return [figure(told, [one], text, `${countOf(one)}/${base}`, `${text} = ${fraction}`)];
  }
  const names = first.map((cell) => cased(options, labelOf(told.words, cell)));
  return and(told, names).map(({type, value: text}, i) =>
    type === 'literal' ? {kind: 'text', text} : labelFigure(told, first[i / 2] ?? one, text),
  );
}

const labelFigure = (told: Telling, cell: Cell, text: string): Inline =>
  figure(told, [cell], text, `label ${cell.codes.at(-1) ?? ''}`);

/** `:list`: every category that occurs with its count, the largest first, unknown last. `case=lower` inside a sentence. */
export const listed = (told: Telling, options: Options, whole: WholeTable): FigureValue =>
  value({
    of: whole,
    select: (keys) => {
      const occurring = partsOf(whole.cube).filter((cell) => cell.observation.kind !== 'count' || countOf(cell) > 0);
      return occurring.length === 0 && keys.has('none') ? 'none' : null;
    },
    print: () => printList(told, options, whole),
  });

function printList(told: Telling, options: Options, whole: WholeTable): readonly Inline[] {
  const occurring = partsOf(whole.cube)
    .filter((cell) => cell.observation.kind !== 'count' || countOf(cell) > 0)
    .sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)) || countOf(b) - countOf(a));
  const pieces = occurring.map((cell) => listItem(told, options, cell));
  return and(told, occurring.map(String)).flatMap(({type, value: text}, i) =>
    type === 'literal' ? textInline(text) : (pieces[i / 2] ?? []),
  );
}

function listItem(told: Telling, options: Options, cell: Cell): readonly Inline[] {
  const {observation} = cell;
  const label = cased(options, labelOf(told.words, cell));
  if (observation.kind !== 'count') return textInline(`${label} (${told.document.symbols[observation.kind]})`);
  const n = figure(told, [cell], number(told, observation.value), String(observation.value));
  return [...textInline(`${label} (`), n, ...textInline(')')];
}

/** `:universe`: what the table is limited to, as the code list names it at the end of the period. A word, not a figure. */
export const universe = (told: Telling, options: Options, whole: WholeTable): FigureValue =>
  value({
    of: whole,
    select: () => null,
    print: () => textInline(cased(options, told.words.universe(whole.cube.table.id))),
  });
