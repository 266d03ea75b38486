/**
 * A cell as shown: a number in the language's form, or the symbol of its kind of nothing. The symbols are the shorthand of
 * the UK Government Analysis Function, letters that a screen reader reads out.
 */
import {count, type Observation, statusOf} from '#concepts/observation';
import type {DocumentWords} from '#language/document-words';
import {number} from './functions/telling.ts';
import type {CellView, TableView} from './statement.ts';

export const SYMBOLS = {
  'not-collected': '[x]',
  'published-only': '[d]',
  'not-applicable': '[z]',
  withheld: '[c]',
  published: '†',
  break: '[b]',
} as const;
export type SymbolName = keyof typeof SYMBOLS;

export const symbolOf: (observation: Observation) => SymbolName | undefined = statusOf;

export function cellView(
  {locale, document}: {readonly locale: string; readonly document: DocumentWords},
  address: string,
  given: Observation | undefined,
  marks: string,
): CellView {
  const observation = given ?? count(0);
  const symbol = symbolOf(observation);
  if (observation.kind !== 'count') {
    const name = symbol ?? observation.kind;
    return {address, observation, text: SYMBOLS[name] + marks, meaning: document.symbols[name]};
  }
  const text = number({locale}, observation.value);
  return symbol === undefined
    ? {address, observation, text: text + marks}
    : {address, observation, text: `${text} ${SYMBOLS[symbol]}${marks}`};
}

/** The legend: only what is used and no note explains, in one order everywhere. */
export const legend = (
  document: DocumentWords,
  used: ReadonlySet<SymbolName>,
  notes: TableView['notes'],
): TableView['symbols'] =>
  SYMBOL_NAMES.filter((name) => used.has(name) && notes.every(({mark}) => mark !== SYMBOLS[name])).map((name) => ({
    symbol: SYMBOLS[name],
    meaning: document.symbols[name],
  }));

const SYMBOL_NAMES = [
  'not-collected',
  'published-only',
  'not-applicable',
  'withheld',
  'published',
  'break',
] as const satisfies readonly SymbolName[];
