/** What reading one sheet of a spreadsheet gives: its rows, or why not. */
import type {FileRow} from './cell.ts';

export type SheetRead =
  | {readonly names: readonly string[]; readonly rows: readonly FileRow[]}
  | {readonly fault: 'no-such-sheet'; readonly names: readonly string[]}
  | {readonly fault: 'another-kind'; readonly found: 'xlsx' | 'ods' | 'zip'}
  | {readonly fault: 'too-large' | 'damaged' | 'encrypted'};
