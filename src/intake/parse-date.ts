/** A day as written in a file. The order of day and month is the layout's; 31-02 is no day, and 02-05-13 no year. */
import {dateOf, lastOf, type PlainDate} from '#kit/plain-date';
import type {Cell} from './cell.ts';
import type {ColumnType, DateFormat} from './source-format.ts';
import {fault, type Parsed, says, UNSAID} from './value.ts';

const NUMBERS = /^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?:[ T]00:00(?::00)?)?$/;

export function readDate(text: string, format: DateFormat): PlainDate | undefined {
  if (format === 'yyyy') return /^[12]\d{3}(\.0)?$/.test(text) ? lastOf(Number(text.slice(0, 4))) : undefined;
  const [, first = '', month = '', last = ''] = NUMBERS.exec(text) ?? [];
  // A year of four digits tells by itself which end it stands at.
  if (first.length === 4 && last.length <= 2) return dateOf(Number(first), Number(month), Number(last));
  if (format === 'dd-mm-yyyy' && last.length === 4) return dateOf(Number(last), Number(month), Number(first));
  return undefined;
}

/** `received`: what has not happened by then cannot be in the file. */
export function parseDate(
  cell: Cell,
  text: string,
  {format, notBefore}: Extract<ColumnType, {kind: 'date'}>,
  received: PlainDate,
): Parsed {
  const day = typeof cell === 'object' && 'day' in cell ? cell.day : readDate(text, format);
  if (day === undefined) return fault('impossible-date', {format});
  if (notBefore !== undefined && day < notBefore) return fault('date-too-early', {earliest: notBefore});
  const latest = format === 'yyyy' ? lastOf(Number(received.slice(0, 4))) : received;
  return day > latest ? fault('date-in-future', {on: received}) : says({kind: 'day', day});
}

export const happened = (
  folded: string,
  words: {readonly yes: ReadonlySet<string>; readonly no: ReadonlySet<string>},
) => {
  if (words.no.has(folded)) return UNSAID;
  return words.yes.has(folded) ? says({kind: 'day'}) : undefined;
};
