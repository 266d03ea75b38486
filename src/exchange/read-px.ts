/** PX (PC-Axis), as the Nordic statistical offices publish tables: keywords and values, then the cells row by row. */
import type {Refusal} from '#concepts/refusal';
import {TOTAL} from '#disclosure/published-table';
import {done, type Outcome, refuse} from '#kit/outcome';
import {saidBy, WITHHELD} from './published-count.ts';
import {type CellAsRead, countsAmong, type ReadTables} from './read-tables.ts';
import type {TidyFile} from './read-tidy.ts';
import {isApart, isMeasure, isTotal, parentsOf} from './table-mapping.ts';

/** Whether a text is PX: it begins with a keyword, and has the one before the cells. */
export const isPx = (text: string): boolean =>
  /^\ufeff?\s*[A-Z][A-Z-]*(\[\w+\])?\s*=/.test(text) && /\bDATA\s*=/.test(text);

export function readPx({file, name, mapping, zerosPrinted}: TidyFile, text: string): Outcome<ReadTables, Refusal> {
  const start = /(?:^|;)\s*DATA\s*=/.exec(text);
  const bad = (rule: 'not-px' | 'sizes-differ') => refuse({reason: 'not-published-tables', file, rule} as const);
  if (start === null) return bad('not-px');
  const words = keywords(text.slice(0, start.index + 1));
  const dimensions = [...(words.get('STUB') ?? []), ...(words.get('HEADING') ?? [])];
  if (dimensions.length === 0) return bad('not-px');
  const contents = words.get('CONTVARIABLE') ?? [];
  const lists = dimensions.map((dimension) => {
    const values = words.get(`VALUES("${dimension}")`) ?? [];
    const codes = words.get(`CODES("${dimension}")`) ?? values;
    const [eliminated] = words.get(`ELIMINATION("${dimension}")`) ?? [];
    return values.map((value, i) => {
      const code = codes[i] ?? value;
      return isTotal(code, mapping) || isTotal(value, mapping) || value === eliminated || code === eliminated
        ? TOTAL
        : code;
    });
  });
  const size = lists.reduce((product, list) => product * list.length, 1);
  const said = text.slice(start.index + start[0].length).match(/"[^"]*"|[^\s,;"]+/g) ?? [];
  if (said.length !== size) return bad('sizes-differ');
  const how = {withheld: [...WITHHELD, ...DOTS, ...(mapping.withheld ?? [])], zerosPrinted};
  const read: CellAsRead[] = [];
  for (const [at, raw] of said.entries()) {
    // A dash is a zero.
    const printed = raw.replaceAll('"', '').trim();
    let rest = at;
    const codes = lists.toReversed().map((list) => {
      const code = list[rest % list.length] ?? TOTAL;
      rest = Math.floor(rest / list.length);
      return code;
    });
    read.push({codes: codes.toReversed(), printed, row: at + 1, said: saidBy(printed === '-' ? '0' : printed, how)});
  }
  const measures = dimensions.flatMap((one, at) => (contents.includes(one) || isMeasure(one) ? [at] : []));
  const counts = countsAmong({file, name}, read, measures);
  if (!counts.ok) return counts;
  const {cells, leftOut} = counts.value;
  const table = {
    name,
    cells,
    population: mapping.population === 'each' ? name : '',
    absent: mapping.absent ?? 'unknown',
    dimensions: dimensions.map((dimension) => ({
      name: dimension,
      // What is counted is not added up with what else is counted.
      apart: contents.includes(dimension) || words.has(`TIMEVAL("${dimension}")`) || isApart(dimension, mapping),
      multiple: (mapping.multiple ?? []).includes(dimension),
      parents: parentsOf(dimension, mapping),
    })),
  } as const;
  return done({tables: [table], leftOut});
}

const DOTS = ['.', '....', '.....', '......'];

/** By keyword, in the file's first language: the texts between quotation marks. */
function keywords(text: string): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  for (const [, key = '', value = ''] of text.matchAll(/([A-Z][A-Z0-9-]*(?:\("[^"]*"\))?)\s*=((?:"[^"]*"|[^;"])*);/g))
    words.set(
      key,
      [...value.matchAll(/"([^"]*)"/g)].map(([, one = '']) => one),
    );
  return words;
}
