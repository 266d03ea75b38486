/** One sheet of a spreadsheet: what is asked, and what comes back. */
import type {FileRow} from './cell.ts';

/** What is asked of the thread that reads one sheet. */
export interface SheetRequest {
  readonly bytes: Uint8Array;
  readonly type: 'xlsx' | 'ods';
  readonly sheet?: string | undefined;
  /** What the parts may inflate to, and how many filled cells there may be. */
  readonly inflated: number;
  readonly cells: number;
}

/** What reading one sheet of a spreadsheet gives: its rows, or why not. */
export type SheetRead =
  | {readonly names: readonly string[]; readonly rows: readonly FileRow[]}
  | {readonly fault: 'no-such-sheet'; readonly names: readonly string[]}
  | {readonly fault: 'another-kind'; readonly found: 'xlsx' | 'ods' | 'zip'}
  | {readonly fault: 'too-large' | 'damaged' | 'encrypted'};
