/** The shelf of functions a text may use, by name. */
import type {MessageFunction} from 'messageformat/functions';
import {Cell, partsOf, totalCell} from '../address.ts';
import {changed} from './change.ts';
import {compared, comparedWhole} from './comparison.ts';
import {counted} from './count.ts';
import {misused} from './figure.ts';
import {cased, cellOption, type Options} from './options.ts';
import {percentOf} from './percent.ts';
import {type FigureValue, operandOf, textInline, value} from './printed.ts';
import {quantified} from './quantifier.ts';
import {tally} from './tally.ts';
import {isKnown, type Telling} from './telling.ts';
import {Given, Nowhere, WholeTable} from './whole.ts';
import {categories, largest, listed, rest, universe} from './whole-table.ts';
import {isTogether, largestOf} from './withheld-parts.ts';

export const FUNCTIONS = [
  'count',
  'percent',
  'change',
  'quantifier',
  'comparison',
  'rest',
  'categories',
  'largest',
  'list',
  'universe',
  'given',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

type Functions = Record<FunctionName, MessageFunction<'printed'>>;
type Tell = (told: Telling, options: Options, operand: unknown) => FigureValue | undefined;

/** Undefined: the function does not take such an operand. */
const TELL: Readonly<Record<FunctionName, Tell>> = {
  count: (told, options, operand) =>
    operand instanceof Cell ? counted(told, options, tally([operand]), operand) : undefined,
  percent: (told, options, operand) => {
    const base = operand instanceof Cell ? baseOf(options, operand) : undefined;
    return operand instanceof Cell && base !== undefined ? percentOf(told, options, operand, base) : undefined;
  },
  change: (told, options, operand) => {
    const from = cellOption(options, 'from');
    return operand instanceof Cell && from !== undefined ? changed(told, options, operand, from) : undefined;
  },
  quantifier: (told, options, operand) => {
    const part = operand instanceof WholeTable ? largestCell(operand) : operand;
    const base = part instanceof Cell ? baseOf(options, part) : undefined;
    return part instanceof Cell && base !== undefined ? quantified(told, part, base) : undefined;
  },
  comparison: (told, options, operand) => {
    if (operand instanceof WholeTable) return comparedWhole(told, comparable(operand), operand);
    const other = cellOption(options, 'with');
    return operand instanceof Cell && other !== undefined ? compared(told, [operand, other], operand) : undefined;
  },
  rest: (told, options, operand) => (operand instanceof WholeTable ? rest(told, options, operand) : undefined),
  categories: (told, options, operand) =>
    operand instanceof WholeTable ? categories(told, options, operand) : undefined,
  largest: (told, options, operand) => (operand instanceof WholeTable ? largest(told, options, operand) : undefined),
  list: (told, options, operand) => (operand instanceof WholeTable ? listed(told, options, operand) : undefined),
  universe: (told, options, operand) => (operand instanceof WholeTable ? universe(told, options, operand) : undefined),
  given: (_told, options, operand) =>
    operand instanceof Given
      ? value({
          of: operand,
          select: (keys) => (keys.has(operand.key) ? operand.key : null),
          print: () => textInline(cased(options, operand.text)),
        })
      : undefined,
};

export function functionsFor(told: Telling): Functions {
  const make =
    (name: FunctionName): MessageFunction<'printed'> =>
    (_context, options, input) => {
      const operand = operandOf(input);
      return TELL[name](told, options, operand) ?? untold(told, name, options, operand);
    };
  return {
    count: make('count'),
    percent: make('percent'),
    change: make('change'),
    quantifier: make('quantifier'),
    comparison: make('comparison'),
    rest: make('rest'),
    categories: make('categories'),
    largest: make('largest'),
    list: make('list'),
    universe: make('universe'),
    given: make('given'),
  };
}

/** Cannot be told: an address that leads nowhere, or an operand the function does not take. Marked where it would stand. */
function untold(told: Telling, name: FunctionName, options: Options, operand: unknown): FigureValue {
  const lost = [operand, ...Object.values(options)].map(operandOf).find((given) => given instanceof Nowhere);
  const address = operand instanceof Cell || operand instanceof WholeTable ? operand.address : '';
  const mark =
    lost === undefined
      ? misused(told, name, `$${address}`)
      : told.fault('no-such-cell', {address: `$${lost.address}`}, `{$${lost.address}}`);
  return value({of: operand, select: () => null, print: () => [mark]});
}

/** The total of the cell's own table, unless `base=` names another. */
const baseOf = (options: Options, {cube}: Cell): Cell | undefined =>
  'base' in options ? cellOption(options, 'base') : totalCell(cube);

/** Of several that are told as one nobody can say how even they are. */
const comparable = ({cube}: WholeTable): readonly Cell[] =>
  partsOf(cube)
    .filter(isKnown)
    .map((cell) => (isTogether(cell) ? new Cell(cube, cell.codes, {kind: 'withheld'}) : cell));

/** Where nobody can tell which is the largest, a cell that nobody can tell either. */
function largestCell(whole: WholeTable): Cell | undefined {
  const found = largestOf(whole);
  if ('first' in found) return found.first[0] ?? partsOf(whole.cube).find(isKnown);
  return new Cell(whole.cube, [], {kind: found.why});
}
