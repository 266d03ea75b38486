/** One row as somebody has typed it, in the order of the layout's columns: read by the rules that rows of a file are read by. */
import {classifier} from './classify.ts';
import type {Circumstances} from './column-parser.ts';
import type {DeliveredRow, HeldRow} from './delivery.ts';
import type {SourceFormat} from './source-format.ts';

export function readRow(
  format: SourceFormat,
  {row, content}: Pick<HeldRow, 'row' | 'content'>,
  circumstances: Circumstances,
): DeliveredRow {
  const {columns} = format;
  const places = {width: columns.length, of: (column: (typeof columns)[number]) => columns.indexOf(column)};
  return classifier(format, places, circumstances)({row, cells: content});
}
