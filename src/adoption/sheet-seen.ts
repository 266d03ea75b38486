/** One sheet of one file of an office's folder, as it was found: what adoption looks at and proposes about. Rows count from 1. */
import type {FileRow} from '#intake/cell';
import type {Marks} from '#intake/sheet-read';
import type {FileLayout} from '#intake/source-format';

export interface SheetSeen {
  /** Its path in the folder. */
  readonly file: string;
  /** Undefined: a CSV. */
  readonly sheet: string | undefined;
  /** How intake would open it. */
  readonly layout: FileLayout;
  readonly rows: readonly FileRow[];
  readonly marks: Marks;
}

export const UNMARKED: Marks = {
  hidden: false,
  hiddenRows: [],
  hiddenColumns: [],
  merged: [],
  coloured: {rows: [], colours: 0},
  struck: [],
  remarked: [],
  since1904: false,
};

/** `2009.xlsx/Ark1`: how a sheet is named where it is asked about. */
export const nameOf = ({file, sheet}: Pick<SheetSeen, 'file' | 'sheet'>): string =>
  sheet === undefined ? file : `${file}/${sheet}`;
