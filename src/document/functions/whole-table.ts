/** What a sentence may say of a whole table: its largest part, how many parts, a list that always closes, the rest. */
import {type Cell, partsOf, totalCell} from '../address.ts';
import type {Inline} from '../statement.ts';
import {counted, printCount, selectCount} from './count.ts';
import {figure, MINUS, misused, withoutCount} from './figure.ts';
import {cased, insteadOf, type Options, textOption} from './options.ts';
import {share} from './percent.ts';
import {type FigureValue, textInline, value} from './printed.ts';
import {areTrue, selectNothing, type Tally, tally} from './tally.ts';
import {and, isKnown, labelOf, number, type Telling} from './telling.ts';
import type {WholeTable} from './whole.ts';
import {isTogether, isWithheld, largestOf, othersOf} from './withheld-parts.ts';

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
  // Several that are told as one are nobody knows how many.
  const open: Tally = {cells: occurring, count: undefined, why: 'withheld'};
  const exactly = sum.count === undefined ? sum : {cells: occurring, count: occurring.length};
  const tallied = occurring.some(isTogether) ? open : exactly;
  const ofTable = (inline: Inline): Inline =>
    inline.kind === 'figure' ? {...inline, addresses: [whole.address]} : inline;
  return value({
    of: whole,
    select: (keys) => selectCount(told, keys, tallied),
    print: () => printCount(told, options, tallied).map(ofTable),
  });
}

/**
 * `:largest show=label|count|percent`: the largest known category. Selects `none`, `only`, `tie`, and `withheld` where what is not
 * shown could be as large.
 */
export function largest(told: Telling, options: Options, whole: WholeTable): FigureValue {
  const found = largestOf(whole);
  const parts = partsOf(whole.cube);
  const first = 'first' in found ? found.first : [];
  const only = first.length === 1 && tally(first).count === tally(parts).count && areTrue(parts);
  const claim = first.length === 0 ? 'none' : only ? 'only' : first.length > 1 ? 'tie' : undefined;
  return value({
    of: whole,
    select: (keys) => {
      if ('why' in found) return selectNothing(keys, found.why);
      return claim !== undefined && keys.has(claim) ? claim : null;
    },
    print: () =>
      'why' in found
        ? [withoutCount(told, {cells: parts, count: undefined, why: found.why}, found.why)]
        : printLargest(told, options, whole, found.first),
  });
}

function printLargest(told: Telling, options: Options, whole: WholeTable, first: readonly Cell[]): readonly Inline[] {
  const [one] = first;
  if (one === undefined) return [misused(told, 'largest', `${whole.address} = 0`)];
  const show = textOption(options, 'show') ?? 'label';
  if (show === 'count') return [figure(told, [one], number(told, countOf(one)), String(countOf(one)))];
  if (show === 'percent') {
    const total = tally([totalCell(whole.cube) ?? one]);
    if (total.count === undefined) return insteadOf(options, total.why) ?? [withoutCount(told, total, total.why)];
    const fraction = told.document.telling.outOf(number(told, countOf(one)), number(told, total.count));
    const text = share(told.locale, countOf(one), total.count, 0);
    return [figure(told, [one], text, `${countOf(one)}/${total.count}`, `${text} = ${fraction}`)];
  }
  const names = first.map((cell) => cased(options, labelOf(told.words, cell)));
  return and(told, names).map(({type, value: text}, i) =>
    type === 'literal' ? {kind: 'text', text} : labelFigure(told, first[i / 2] ?? one, text),
  );
}

const labelFigure = (told: Telling, cell: Cell, text: string): Inline =>
  figure(told, [cell], text, `label ${cell.codes.at(-1) ?? ''}`);

/**
 * `:list`: every category that occurs with its count, the largest first, several told as one and unknown last. `case=lower` inside a sentence. Those that are
 * withheld are not named: they are the others, together. Selects `none`, `withheld` where nothing is left to list, `partly`.
 */
export const listed = (told: Telling, options: Options, whole: WholeTable): FigureValue =>
  value({
    of: whole,
    select: (keys) => {
      const parts = partsOf(whole.cube);
      const shown = parts.filter(isListed).length > 0;
      const claim = parts.some(isWithheld) ? (shown ? 'partly' : 'withheld') : shown ? undefined : 'none';
      return claim !== undefined && keys.has(claim) ? claim : null;
    },
    print: () => printList(told, options, whole),
  });

const isListed = (cell: Cell): boolean => !isWithheld(cell) && (cell.observation.kind !== 'count' || countOf(cell) > 0);

function printList(told: Telling, options: Options, whole: WholeTable): readonly Inline[] {
  const parts = partsOf(whole.cube);
  const occurring = parts.filter(isListed).sort((a, b) => rank(a) - rank(b) || countOf(b) - countOf(a));
  const others = parts.some(isWithheld) ? listOthers(told, whole) : undefined;
  const pieces = [...occurring.map((cell) => listItem(told, options, cell)), ...(others === undefined ? [] : [others])];
  return and(told, pieces.map(String)).flatMap(({type, value: text}, i) =>
    type === 'literal' ? textInline(text) : (pieces[i / 2] ?? []),
  );
}

/** Several told as one stand after those that have a name, what is unknown after both. */
const rank = (cell: Cell): number => (isKnown(cell) ? Number(isTogether(cell)) : 2);

function listItem(told: Telling, options: Options, cell: Cell): readonly Inline[] {
  const {observation} = cell;
  const label = cased(options, labelOf(told.words, cell));
  if (observation.kind !== 'count') return textInline(`${label} (${told.document.symbols[observation.kind]})`);
  const n = figure(told, [cell], number(told, observation.value), String(observation.value));
  return [...textInline(`${label} (`), n, ...textInline(')')];
}

/** Undefined where what is shown is everybody. */
function listOthers(told: Telling, whole: WholeTable): readonly Inline[] | undefined {
  const others = othersOf(whole);
  const label = told.document.telling.others;
  if (others === undefined) return textInline(`${label} (${told.document.symbols.withheld})`);
  if (others.count === 0) return undefined;
  const n = figure(told, others.cells, number(told, others.count), String(others.count), '', MINUS);
  return [...textInline(`${label} (`), n, ...textInline(')')];
}

/** `:universe`: what the table is limited to, as the code list names it at the end of the period. A word, not a figure. */
export const universe = (told: Telling, options: Options, whole: WholeTable): FigureValue =>
  value({
    of: whole,
    select: () => null,
    print: () => textInline(cased(options, told.words.universe(whole.cube.table.id))),
  });
