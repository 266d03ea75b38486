/**
 * How many filled cells the table of an ODS unfolds to. One cell may be written once and repeated a billion times;
 * programs also pad a sheet with repeated blank ones, which cost nothing and are not counted.
 */
const ELEMENT = /<(\/?)[\w-]*:?(table-row|table-cell|covered-table-cell)\b((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

export function filledCells(xml: string): number {
  let all = 0;
  let inRow = 0;
  let rows = 1;
  for (const [, closing, element, attributes = '', empty] of xml.matchAll(ELEMENT)) {
    if (element === 'table-row') {
      if (closing === '/') all += inRow * rows;
      else {
        inRow = 0;
        rows = repeated(attributes, 'rows');
      }
    } else if (closing !== '/' && isFilled(attributes, empty === '/')) inRow += repeated(attributes, 'columns');
  }
  return all;
}

const repeated = (attributes: string, what: 'rows' | 'columns') =>
  Number(new RegExp(`number-${what}-repeated\\s*=\\s*["'](\\d+)["']`).exec(attributes)?.[1] ?? 1);

const isFilled = (attributes: string, empty: boolean) => !empty || /(value|formula)\s*=/.test(attributes);
