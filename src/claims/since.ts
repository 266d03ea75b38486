/** "So many persons since 2007" that is the years added up: whoever is counted in several years is in it several times. */
import {printedIn, type Tested, written} from './claim.ts';
import {isSeries, type KnownTable} from './known.ts';
import type {Marked} from './marks.ts';
import type {Reading} from './reading.ts';

const FORMS =
  /S[w]{0,2}y[^n]{0,12}?n[w]{0,3}k|n[w]{0,3}k[^n]{0,10}?S[w]{0,2}y|y–?y[^n]{0,10}n[w]{0,3}k|n[w]{0,3}k[^n]{0,10}?y[–wT&]?y/;

export function sinceThen(
  tables: readonly KnownTable[],
  {words}: Reading,
  marked: Marked,
  years: readonly string[],
): readonly Tested[] {
  const found = FORMS.exec(marked.shape);
  const figure = found === null ? undefined : marked.marks[found.index + found[0].indexOf('n')];
  // A sentence that says that the years are added up says it all.
  if (figure?.value === undefined || figure.before !== undefined || /A/.test(marked.shape)) return [];
  const [from = '', to] = years.toSorted();
  for (const {name, cells, distinct} of tables.filter(isSeries)) {
    const within = cells.filter(({year = ''}) => year >= from && (to === undefined || year <= to));
    if (within.length < 2 || within.some(({value}) => value === undefined)) continue;
    const sum = within.reduce((all, {value = 0}) => all + value, 0);
    if (figure.value !== sum && figure.value !== distinct) continue;
    const holds = figure.value === distinct;
    return [
      {
        sentence: marked.text,
        verdict: holds ? 'holds' : distinct === undefined ? 'unverified' : 'fails',
        printed: printedIn(marked, figure),
        right: distinct === undefined ? undefined : written(distinct, 0, words.decimal),
        reason: {check: 'sum-of-years', sum, distinct, table: name},
        about: [figure],
      },
    ];
  }
  return [];
}
