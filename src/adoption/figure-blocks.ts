/**
 * Figures as offices lay them out: words beside numbers, under a title; years across the top, or down the side. Nothing is a figure
 * that stands in a row of several words, as rows about persons do.
 */
import {type Cell, type FileRow, isFormula, textOf} from '#intake/cell';
import {readNumber} from '#intake/parse-number';
import type {SheetSeen} from './sheet-seen.ts';
import {isTotalWord} from './total-words.ts';
import {yearByName} from './year-of.ts';

export interface Block {
  /** Its first row. */
  readonly row: number;
  /** What stands above it by itself. */
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Rows with several numbers, none of which is said to be the count. */
  readonly unread: readonly number[];
}

export interface Entry {
  /** Blank: of all. */
  readonly word: string;
  /** Undefined: that of the sheet. */
  readonly year: number | undefined;
  readonly value: number;
  readonly row: number;
  /** It is what a formula last showed. */
  readonly isShown: boolean;
}

/** So many of its rows are words beside numbers. */
const MOST = 0.8;

/** Undefined: it is no sheet of figures. */
export function findFigures(
  seen: SheetSeen,
): {readonly blocks: readonly Block[]; readonly year: number | undefined} | undefined {
  const rows = seen.rows.map(rowOf).filter(({filled}) => filled.length > 0);
  const titles = rows.filter(isTitle);
  const heads = new Set(rows.filter((row, i) => isHead(row, rows[i + 1])));
  const body = rows.filter((row) => !isTitle(row) && !heads.has(row));
  if (body.length === 0 || body.filter(isFigures).length < MOST * body.length) return undefined;
  const blocks = blocksOf(seen.rows.map(rowOf), heads);
  const year = yearByName(
    seen,
    titles.map(({filled}) => filled[0]?.text ?? ''),
  );
  return blocks.length === 0 ? undefined : {blocks, year};
}

interface Row {
  readonly row: number;
  readonly filled: readonly Filled[];
}

interface Filled {
  readonly place: number;
  readonly text: string;
  readonly number: number | undefined;
  readonly isYear: boolean;
  readonly isShare: boolean;
  readonly isFormula: boolean;
}

const SHARE = /%|pct|procent|andel|per ?cent|share/i;

function rowOf({row, cells}: FileRow): Row {
  const filled = cells.flatMap((cell, place) => {
    const text = textOf(cell);
    if (text === '') return [];
    const number = numberIn(cell);
    const isYear = /^(19[89]\d|20\d\d)$/.test(text);
    return [
      {
        place,
        text,
        number,
        isYear,
        isShare: SHARE.test(text) || (number !== undefined && !Number.isInteger(number)),
        isFormula: isFormula(cell),
      },
    ];
  });
  return {row, filled};
}

/** Also what a formula last showed: it is what was read off the sheet then. */
function numberIn(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  if (isFormula(cell)) return typeof cell.shows === 'number' ? cell.shows : readNumber(textOf(cell), ',');
  return typeof cell === 'string' ? readNumber(textOf(cell), ',') : undefined;
}

const isTitle = ({filled}: Row): boolean => filled.length === 1 && filled[0]?.number === undefined;

/** Years across, or words above numbers. */
function isHead({filled}: Row, next: Row | undefined): boolean {
  const rest = filled.filter(({number, isYear}) => number === undefined || isYear);
  if (filled.length < 2 && !filled.every(({isYear}) => isYear)) return false;
  if (filled.filter(({isYear}) => isYear).length >= 2 && rest.length === filled.length) return true;
  return (
    filled.every(({number}) => number === undefined) && filled.length >= 2 && next !== undefined && isFigures(next)
  );
}

/** One word, or a year, and numbers beside it. */
function isFigures({filled}: Row): boolean {
  const [first, ...rest] = filled;
  if (first === undefined || rest.length === 0) return false;
  const isLabel = first.number === undefined || first.isYear;
  return isLabel && rest.every(({number, isShare}) => number !== undefined || isShare);
}

function blocksOf(rows: readonly Row[], heads: ReadonlySet<Row>): readonly Block[] {
  const known = new Set([...heads].map(({row}) => row));
  const blocks: Block[] = [];
  let title = '';
  let head: Row | undefined;
  let open: {row: number; title: string; head: Row | undefined; rows: Row[]} | undefined;
  const close = () => {
    if (open === undefined) return;
    blocks.push({row: open.row, title: open.title, ...entriesOf(open.rows, open.head)});
    open = undefined;
    title = '';
  };
  for (const row of rows) {
    if (row.filled.length === 0) {
      close();
      head = undefined;
    } else if (isTitle(row)) {
      close();
      title = row.filled[0]?.text ?? '';
      head = undefined;
    } else if (known.has(row.row)) {
      close();
      head = row;
    } else if (isFigures(row)) {
      open ??= {row: row.row, title: title === '' ? headTitle(head) : title, head, rows: []};
      open.rows.push(row);
    }
  }
  close();
  return blocks.filter(({entries, unread}) => entries.length + unread.length > 0);
}

/** The first heading says what the words below are: `Nationalitet`. */
const headTitle = (head: Row | undefined): string => {
  const [first] = head?.filled ?? [];
  return first !== undefined && first.place === 0 && !first.isYear ? first.text : '';
};

function entriesOf(rows: readonly Row[], head: Row | undefined): Pick<Block, 'entries' | 'unread'> {
  const above = new Map((head?.filled ?? []).map((one) => [one.place, one]));
  const areYears = rows.every(({filled}) => filled[0]?.isYear === true);
  const unread: number[] = [];
  const entries = rows.flatMap(({row, filled}) => {
    const [first, ...rest] = filled;
    if (first === undefined) return [];
    const counts = rest.filter(
      ({number, isShare, place}) =>
        number !== undefined && Number.isInteger(number) && !isShare && above.get(place)?.isShare !== true,
    );
    const named = counts.filter(({place}) => above.get(place)?.isYear === true || (areYears && above.has(place)));
    const taken = named.length > 0 ? named : theCount(counts, above);
    if (taken.length === 0 && counts.length > 0) unread.push(row);
    return taken.map(({place, number = 0, isFormula: isShown}): Entry => {
      const heading = above.get(place);
      const common = {value: number, row, isShown};
      if (areYears) return {...common, word: countWord(heading?.text ?? ''), year: Number(first.text)};
      return {
        ...common,
        word: countWord(first.text),
        year: heading?.isYear === true ? Number(heading.text) : undefined,
      };
    });
  });
  return {entries, unread};
}

/** Of several numbers in a row, the one that is headed as the count of all: a part of it would say too little. */
function theCount(counts: readonly Filled[], above: ReadonlyMap<number, Filled>): readonly Filled[] {
  if (counts.length <= 1) return counts;
  const headed = counts.filter(({place}) => {
    const heading = above.get(place)?.text ?? '';
    return heading !== '' && countWord(heading) === '';
  });
  return headed.length === 1 ? headed : [];
}

/** `Antal` and `I alt` name no category. */
const countWord = (text: string): string => (isTotalWord(text) || /^(antal|number|count)$/i.test(text) ? '' : text);
