/** A table with a header row that repeats overleaf, rows that do not split, and figures to the right. */
import {AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType} from 'docx';
import type {TableView, TableRow as ViewRow} from '../statement.ts';
import {type Bound, cellTag, control} from './docx-control.ts';

/** Twips: the width of the text on A4 with these margins, and of a column of figures. */
const TEXT_WIDTH = 9070;
const FIGURES = 1500;
const LEAST_LABELS = 1800;

const NONE = {style: BorderStyle.NONE, size: 0, color: 'auto'} as const;
const RULE = {style: BorderStyle.SINGLE, size: 4, color: 'C3C9D0'} as const;
const STRONG = {style: BorderStyle.SINGLE, size: 8, color: '1B1F24'} as const;

export function wordTable(table: TableView): Table {
  const each = Math.min(FIGURES, Math.floor((TEXT_WIDTH - LEAST_LABELS) / table.columns.length));
  const figures = table.columns.map(() => each);
  const labels = table.columns.length > 1 ? TEXT_WIDTH - each * figures.length : 4800;
  const columnWidths = [labels, ...figures];
  const width = columnWidths.reduce((sum, one) => sum + one, 0);
  return new Table({
    width: {size: width, type: WidthType.DXA},
    columnWidths,
    layout: 'fixed',
    borders: {top: STRONG, bottom: STRONG, left: NONE, right: NONE, insideVertical: NONE, insideHorizontal: RULE},
    margins: {top: 40, bottom: 40, left: 0, right: 80},
    tableLook: {firstRow: true, firstColumn: true, noHBand: true, noVBand: true},
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [table.rowHeading, ...table.columns].map((head, i) => cellOf(head, i, {bold: true, keepNext: true})),
      }),
      ...table.rows.map((row, i) => wordRow(row, {bold: row.total, keepNext: i < table.rows.length - 1})),
    ],
  });
}

const wordRow = ({label, cells}: ViewRow, how: How): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      cellOf(label, 0, how),
      ...cells.map(({text, address, meaning}, i) =>
        cellOf(text, i + 1, how, {tag: cellTag(address), title: meaning ?? address}),
      ),
    ],
  });

interface How {
  readonly bold: boolean;
  readonly keepNext: boolean;
}

const cellOf = (text: string, column: number, {bold, keepNext}: How, bound?: Bound): TableCell => {
  const run = new TextRun({text, bold});
  return new TableCell({
    verticalAlign: 'bottom',
    children: [
      new Paragraph({
        keepNext,
        style: 'TableText',
        alignment: column === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [bound === undefined ? run : control(bound, [run])],
      }),
    ],
  });
};
