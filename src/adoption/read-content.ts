/** How far the cells of a column can be read as a field, and how much that tells: many columns hold days, few hold countries. */

import {type Cell, folded, isFormula, textOf} from '#intake/cell';
import {columnParser} from '#intake/column-parser';
import type {Column, SourceFormat} from '#intake/source-format';
import type {Parsed} from '#intake/value';
import type {PlainDate} from '#kit/plain-date';
import type {Lists} from './memory.ts';

export interface Content {
  /** Of the cells that say something. */
  readonly readable: number;
  /** How far it would tell the field by itself, were all readable. */
  readonly tells: number;
}

export interface Surroundings {
  readonly lists: Lists;
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
  {lists, receivedOn, year}: Surroundings,
): Content | undefined {
  const unknown = new Set(pattern.unknownWords.map(folded));
  const said = cells.filter((cell) => textOf(cell) !== '' && !unknown.has(folded(textOf(cell)))).slice(0, SAMPLE);
  const {type} = column;
  if (said.length === 0 || type.kind === 'text') return undefined;
  const texts = said.map(textOf);
  if (type.kind === 'name') return {readable: share(texts, isName), tells: 0.25};
  if (type.kind === 'phone') return {readable: share(texts, (text) => /^[+(]?[\d ()-]{8,16}$/.test(text)), tells: 0.4};
  const parse = columnParser(column, pattern, {lists, receivedOn});
  const reads = said.map((cell) => parse(cell, isFormula(cell) ? '' : textOf(cell)));
  const fits = (read: Parsed) => read.value !== undefined && read.faults?.every(({noted}) => noted === true) !== false;
  switch (type.kind) {
    case 'identifier':
      return isRunning(texts)
        ? {readable: 0, tells: 0}
        : {readable: share(reads, fits), tells: type.startsWithBirthDate ? 0.9 : 0.3};
    case 'date':
      return {readable: share(reads, fits), tells: 0.6 * share(reads, (read) => isRecent(read, year))};
    case 'birth-date':
      return {readable: share(reads, fits), tells: 0.65 * share(reads, (read) => isLongAgo(read, year))};
    case 'code':
      return {readable: share(reads, fits), tells: 0.85};
    case 'answer':
      return {readable: share(reads, fits), tells: 0.6};
    default:
      return {readable: share(reads, fits), tells: 0.1};
  }
}

const share = <T>(all: readonly T[], has: (one: T) => boolean): number => all.filter(has).length / all.length;

const isName = (text: string): boolean => /^\p{Lu}[\p{L}.'’-]*( [\p{L}.'’-]+)+$/u.test(text);

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
