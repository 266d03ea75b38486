/** How far the cells of a column can be read as a field, and how much that tells: many columns hold days, few hold countries. */

import {type Cell, folded, isFormula, textOf} from '#intake/cell';
import {columnParser} from '#intake/column-parser';
import type {Column, SourceFormat} from '#intake/source-format';
import type {Parsed} from '#intake/value';
import type {PlainDate} from '#kit/plain-date';
import {likest} from './likeness.ts';
import {type Lists, labelsOf, type Memory} from './memory.ts';

export interface Content {
  /** Of the cells that say something. */
  readonly readable: number;
  /** Of these, what counts as evidence: words that are merely like a known one are none. */
  readonly sure?: number;
  /** How far it would tell the field by itself, were all readable. */
  readonly tells: number;
  /** It numbers rows: taken for a person's number, it would make one person of many. */
  readonly never?: true;
}

export interface Surroundings {
  readonly lists: Lists;
  readonly memory: Memory;
  readonly receivedOn: PlainDate;
  /** What the sheet is of, where that is known. */
  readonly year: number | undefined;
}

const SAMPLE = 300;

/** Undefined: there is nothing to read, or nothing that could not be read. */
export function contentOf(
  cells: readonly Cell[],
  column: Column,
  pattern: SourceFormat,
  {lists, memory, receivedOn, year}: Surroundings,
): Content | undefined {
  const unknown = new Set(pattern.unknownWords.map(folded));
  const said = cells.filter((cell) => textOf(cell) !== '' && !unknown.has(folded(textOf(cell)))).slice(0, SAMPLE);
  const {type} = column;
  if (said.length === 0 || type.kind === 'text') return undefined;
  const texts = said.map(textOf);
  if (type.kind === 'name' && (type.role === 'given' || type.role === 'family')) return undefined;
  if (type.kind === 'name') return {readable: share(texts, isName), tells: 0.25};
  if (type.kind === 'code') return {...readableWords(texts, column, lists, memory), tells: 0.85};
  if (type.kind === 'phone') return {readable: share(texts, (text) => /^[+(]?[\d ()-]{8,16}$/.test(text)), tells: 0.4};
  const parse = columnParser(column, pattern, {lists, receivedOn});
  const reads = said.map((cell) => parse(cell, isFormula(cell) ? '' : textOf(cell)));
  const fits = (read: Parsed) => read.value !== undefined && read.faults?.every(({noted}) => noted === true) !== false;
  switch (type.kind) {
    case 'identifier':
      return isRunning(texts)
        ? {readable: 0, tells: 0, never: true}
        : {readable: share(reads, fits), tells: type.startsWithBirthDate ? 0.9 : 0.3};
    case 'date':
      return {readable: share(reads, fits), tells: 0.6 * share(reads, (read) => isRecent(read, year))};
    case 'birth-date':
      return {readable: share(reads, fits), tells: 0.65 * share(reads, (read) => isLongAgo(read, year))};
    case 'answer':
      return {readable: share(reads, fits), tells: 0.6};
    default:
      return {readable: share(reads, fits), tells: 0.1};
  }
}

/** Words that are only like one that is known count for less, and only where the column has few different ones, as codes have. */
const ALIKE = 0.7;
const FEW = 40;

interface KnownWords {
  readonly known: ReadonlySet<string>;
  readonly alike: (text: string) => number;
}

/** Made ready once: the same column is asked of every sheet. */
const ready = new WeakMap<Memory, Map<Column, KnownWords>>();

function wordsFor(column: Column, lists: Lists, memory: Memory): KnownWords {
  const all = ready.get(memory) ?? new Map<Column, KnownWords>();
  ready.set(memory, all);
  const before = all.get(column);
  if (before !== undefined) return before;
  const {type} = column;
  const list = type.kind === 'code' ? lists.get(type.list) : undefined;
  const labels = list === undefined ? [] : [...labelsOf(list).keys()];
  const own = type.kind === 'code' ? Object.keys(type.words).map(folded) : [];
  const known = new Set([...labels, ...own, ...(memory.words.get(list?.id ?? '')?.keys() ?? [])]);
  const made = {known, alike: likest([...known])};
  all.set(column, made);
  return made;
}

/** Without asking intake, which looks for the nearest of every word it does not know. */
function readableWords(
  texts: readonly string[],
  column: Column,
  lists: Lists,
  memory: Memory,
): Pick<Content, 'readable' | 'sure'> {
  const {type} = column;
  if (type.kind !== 'code') return {readable: 0};
  const {known, alike} = wordsFor(column, lists, memory);
  const parts = (text: string) =>
    known.has(text) ? [text] : type.separators.reduce((all, one) => all.flatMap((part) => part.split(one)), [text]);
  const counts = Map.groupBy(
    texts.flatMap((text) => parts(folded(text))).map((part) => part.trim()),
    (part) => part,
  );
  const isCodes = counts.size <= FEW && counts.size <= Math.max(3, texts.length / 2);
  let sure = 0;
  let likely = 0;
  for (const [part, all] of counts) {
    if (known.has(part)) sure += all.length;
    else if (isCodes && part !== '' && alike(part) >= 0.5) likely += ALIKE * all.length;
  }
  const cells = Math.max(
    texts.length,
    [...counts.values()].reduce((sum, one) => sum + one.length, 0),
  );
  return {readable: (sure + likely) / cells, sure: sure / cells};
}

const share = <T>(all: readonly T[], has: (one: T) => boolean): number => all.filter(has).length / all.length;

const isName = (text: string): boolean => /^\p{Lu}[\p{L}.'’-]*(,? [\p{L}.'’-]+)+$/u.test(text);

/** 1, 2, 3 …: it numbers the rows, and nobody. */
export function isRunning(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => (/^\d{1,5}[.)]?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN));
  const steps = numbers.slice(1).filter((number, i) => number === (numbers[i] ?? 0) + 1).length;
  return numbers.length > 2 && (numbers[0] ?? 0) <= 1 + numbers.length && steps >= 0.8 * (numbers.length - 1);
}

const yearIn = ({value}: Parsed): number | undefined => {
  const day = value?.kind === 'day' ? value.day : value?.kind === 'birth' ? value.date : undefined;
  return day === undefined ? undefined : Number(day.slice(0, 4));
};

const isRecent = (read: Parsed, year: number | undefined): boolean => {
  const of = yearIn(read);
  return of !== undefined && (year === undefined ? of >= 2000 : Math.abs(of - year) <= 1);
};

const isLongAgo = (read: Parsed, year: number | undefined): boolean => {
  const of = yearIn(read);
  return of !== undefined && of <= (year ?? 2010) - 8;
};
