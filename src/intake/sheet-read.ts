/** One sheet of a spreadsheet: what is asked, and what comes back. */
import type {FileRow} from './cell.ts';
import type {SheetType} from './source-format.ts';

/** What is asked of the thread that reads one sheet. */
export interface SheetRequest {
  readonly want: 'rows';
  readonly bytes: Uint8Array;
  readonly type: SheetType;
  readonly sheet?: string | undefined;
  /** What the parts may inflate to, and how many filled cells there may be. */
  readonly inflated: number;
  readonly cells: number;
}

/** What reading one sheet of a spreadsheet gives: its rows, or why not. */
export type SheetRead =
  | {readonly names: readonly string[]; readonly rows: readonly FileRow[]}
  | {readonly fault: 'no-such-sheet'; readonly names: readonly string[]}
  | {readonly fault: 'another-kind'; readonly found: SheetType | 'zip'}
  | {readonly fault: 'too-large' | 'damaged' | 'encrypted'};

/** What is asked of the same thread where nobody knows yet what is in a workbook. */
export type BookRequest = Omit<SheetRequest, 'want' | 'type' | 'sheet'> & {readonly want: 'book'};

export type BookRead =
  | {readonly type: SheetType; readonly sheets: readonly LookedAt[]}
  | Extract<SheetRead, {readonly fault: unknown}>;

/** One sheet of a workbook as a person sees it: its rows, and what it says by other means than words. Rows count from 1. */
export interface LookedAt {
  readonly name: string;
  readonly rows: readonly FileRow[];
  readonly marks: Marks;
}

export interface Marks {
  /** The sheet itself is hidden. */
  readonly hidden: boolean;
  readonly hiddenRows: readonly number[];
  /** By place, from 0. */
  readonly hiddenColumns: readonly number[];
  /** Areas of cells that are shown as one; its value stands in the first alone. */
  readonly merged: readonly Area[];
  /** Cells or letters. */
  readonly coloured: {readonly rows: readonly number[]; readonly colours: number};
  /** Rows with text that is struck through; undefined: the format does not let it be seen. */
  readonly struck: readonly number[] | undefined;
  /** Rows with a cell that somebody has remarked on. */
  readonly remarked: readonly number[];
  /** Its days are counted from 1904, as an old Macintosh did. */
  readonly since1904: boolean;
}

export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
