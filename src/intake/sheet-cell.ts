/** A spreadsheet's value as a cell of ours. */
import {parsePlainDate} from '#kit/plain-date';
import type {Cell} from './cell.ts';

// A day without time: the clock of an agency's spreadsheet says nothing here.
const MOMENT = /^(\d{4}-\d\d-\d\d)T[\d:.]+Z?$/;

export function cellOf(value: string | number | boolean | Date | null | undefined): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return value;
  // “Strict” workbooks store a day as text.
  const moment = value instanceof Date ? momentOf(value) : value;
  const [, written = ''] = MOMENT.exec(moment) ?? [];
  const day = parsePlainDate(written);
  return day === undefined ? moment : {day};
}

const momentOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString());
