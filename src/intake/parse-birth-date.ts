/**
 * A birth date as far as it is known: full, month and year, year alone, zeros for what is missing, or assessed (`ca. 1990`).
 * Nothing is filled in.
 */
import {type PartialDate, parsePartialDate, spanOf} from '#kit/partial-date';
import type {PlainDate} from '#kit/plain-date';
import type {Cell} from './cell.ts';
import {readDate} from './parse-date.ts';
import {fault, type Parsed, says} from './value.ts';

const ABOUT = /^(ca|c|cirka|circa|omkring|omtrent|about|approx)\.? ?(?=\d)/i;
const EARLIEST = '1900';

export function parseBirthDate(
  cell: Cell,
  text: string,
  format: 'dd-mm-yyyy' | 'yyyy-mm-dd',
  received: PlainDate,
): Parsed {
  const about = ABOUT.test(text);
  const date =
    typeof cell === 'object' && 'day' in cell
      ? parsePartialDate(cell.day)
      : readPartly(text.replace(ABOUT, ''), format);
  if (date === undefined) return fault('impossible-date', {format});
  if (date < EARLIEST) return fault('date-too-early', {earliest: EARLIEST});
  if (spanOf(date).earliest > received) return fault('date-in-future', {on: received});
  return says({kind: 'birth', date, assessed: about});
}

function readPartly(text: string, format: 'dd-mm-yyyy' | 'yyyy-mm-dd'): PartialDate | undefined {
  const parts = text.replace(/ 00:00(:00)?$/, '').split(/[-./]/);
  const [year = '', month = '', day = ''] = parts[0]?.length === 4 ? parts : parts.toReversed();
  if (parts.length > 3 || !/^\d{4}$/.test(year)) return undefined;
  const missing = (part: string) => /^0{0,2}$/.test(part);
  if (missing(month)) return missing(day) ? parsePartialDate(year) : undefined;
  if (missing(day)) return parsePartialDate(`${year}-${month.padStart(2, '0')}`);
  const full = readDate(text, format);
  return full === undefined ? undefined : parsePartialDate(full);
}
