/** Rows for a spreadsheet, as the tables of a statement are: semicolons, a byte order mark, nothing that it would take for a formula. */
import papaparse from 'papaparse';

export const sheetOf = (fields: readonly string[], data: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${papaparse.unparse(
    {fields: [...fields], data: data.map((row) => [...row])},
    {delimiter: ';', newline: '\r\n', escapeFormulae: true},
  )}\r\n`;

/** The same rows as programs read them: RFC 4180, without a byte order mark. */
export const plainSheetOf = (fields: readonly string[], data: readonly (readonly (string | number)[])[]): string =>
  `${papaparse.unparse({fields: [...fields], data: data.map((row) => [...row])}, {newline: '\r\n', escapeFormulae: true})}\r\n`;
