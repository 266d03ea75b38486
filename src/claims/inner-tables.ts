/** The text's own tables: whether their totals are the sums of their parts, and what their cells make known of the prose. */
import type {Tested} from './claim.ts';
import {written} from './claim.ts';
import type {KnownCell, KnownTable} from './known.ts';
import {numberOf} from './marks.ts';
import type {Reading} from './reading.ts';
import type {TextBlock} from './text.ts';

type Table = Extract<TextBlock, {kind: 'table'}>;

interface Grid {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly {readonly label: string; readonly values: readonly (number | undefined)[]}[];
}

const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);
const plain = (text: string): string => text.replaceAll(/\[[^\]]*\]|[†*‡]/g, '').trim();

function gridOf({caption, rows: [head = [], ...rows]}: Table, {words}: Reading): Grid {
  return {
    caption,
    head: head.map(plain),
    rows: rows.map(([label = '', ...cells]) => ({
      label: plain(label),
      values: cells.map((cell) => numberIn(plain(cell), words.decimal)),
    })),
  };
}

const numberIn = (cell: string, decimal: ',' | '.'): number | undefined =>
  /^\d{1,3}(?:[.,\u00a0\u202f]\d{3})*$|^\d+$/.test(cell)
    ? numberOf(cell.replaceAll(/[\u00a0\u202f]/g, ''), decimal).value
    : undefined;

const isTotal = (label: string, {words}: Reading): boolean => words.marks.inAll.includes(label.toLowerCase());

/** Undefined where a part is not told. */
const sumOf = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce<number | undefined>((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);

export function tableSums(table: Table, reading: Reading): readonly Tested[] {
  const {caption, head, rows} = gridOf(table, reading);
  const totals = rows.filter(({label}) => isTotal(label, reading));
  const [total] = totals;
  const at = head.findIndex((label) => isTotal(label, reading));
  const parts = rows.filter((row) => row !== total);
  const checks: {readonly of: string; readonly printed: number; readonly values: readonly (number | undefined)[]}[] =
    [];
  if (total !== undefined && totals.length === 1 && total === rows.at(-1))
    for (const [i, printed] of total.values.entries())
      if (printed !== undefined)
        checks.push({
          of: `${total.label}${head[i + 1] ? `, ${head[i + 1]}` : ''}`,
          printed,
          values: parts.map(({values}) => values[i]),
        });
  if (at === head.length - 1 && at > 1)
    for (const {label, values} of rows) {
      const printed = values[at - 1];
      if (printed !== undefined) checks.push({of: `${label}, ${head[at]}`, printed, values: values.slice(0, at - 1)});
    }
  return checks.flatMap(({of, printed, values}): readonly Tested[] => {
    const sum = sumOf(values);
    if (sum === undefined || values.length < 2 || sum === 2 * printed || holdsSubtotal(values)) return [];
    return [
      {
        sentence: `${caption === '' ? head.join(' · ') : caption}: ${of}`,
        verdict: sum === printed ? 'holds' : 'fails',
        printed: written(printed, 0, reading.words.decimal),
        right: written(sum, 0, reading.words.decimal),
        reason: {check: 'table-sum', sum, printed, of},
        about: [],
      },
    ];
  });
}

/** A row that is the sum of two or more that follow it: parts are told beside their parts. */
const holdsSubtotal = (values: readonly (number | undefined)[]): boolean =>
  values.some((value, i) => {
    let sum = 0;
    for (const [k, next = 0] of values.slice(i + 1).entries()) {
      sum += next;
      if (k > 0 && value !== 0 && sum === value && values.length > 3) return true;
    }
    return false;
  });

/** Of lines that look like rows nobody knows whether all were read: no sentence stands in their section. */
const INFERRED = '\u0000';

/** What the prose may be held against: cells by row and column, with what the caption is limited to. */
export function knownFrom(table: Table, reading: Reading, name: string, section: string): KnownTable | undefined {
  const {caption, head, rows} = gridOf(table, reading);
  const numbers = rows.flatMap(({values}) => values).filter((value) => value !== undefined);
  if (numbers.length < 2 || rows.some(({label}) => label === '')) return undefined;
  const [universe] = /^(?:(?:tabel|table)\s*\d+\.?\s*)?([^:]{3,40}):/i.exec(caption)?.slice(1) ?? [];
  const single = head.length <= 2;
  const cells = rows.flatMap(({label, values}) =>
    values.flatMap((value, i): readonly KnownCell[] => {
      if (value === undefined) return [];
      const column = single ? '' : (head[i + 1] ?? '');
      const names = [label, column].filter((text) => text !== '' && !isTotal(text, reading));
      const year = names.find(isYear);
      const labels = names.filter((text) => !isYear(text));
      return [
        {
          labels: [
            ...labels.map((text) => ({dimension: text === label ? 'row' : 'column', text})),
            ...(universe === undefined ? [] : [{dimension: 'universe', text: universe}]),
          ],
          year,
          value,
        },
      ];
    }),
  );
  return {
    name,
    section: head.every((text) => text === '') ? INFERRED : section,
    cells,
    incomplete: rows.some(({values}) => values.includes(undefined)),
  };
}
