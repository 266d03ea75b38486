/** A series as it is read: categories down, years across, definitions side by side, in one language. */
import type {Code} from '#concepts/code-list';
import {type ConceptId, DEFINITIONS, DISTINCT_PERSONS, isScale, MEASURE, SUM_OF_YEARS, YEAR} from '#concepts/concept';
import {count, type Observation, statusOf} from '#concepts/observation';
import type {ProtectedCube} from '#disclosure/protect';
import {legend, SYMBOLS, type SymbolName} from '#document/cell-view';
import {dayIn, LOCALES, numberIn, signedIn} from '#document/intl';
import {findInForce} from '#kit/dated';
import {lastOf} from '#kit/plain-date';
import {changeText} from '#language/change-text';
import type {Language} from '#language/language';
import {spans} from '#language/note-text';
import {ALL, combinations, findCell} from '#tabulation/cube';
import {type Split, splitAt} from '#tabulation/decompose';
import {codeFor} from '#tabulation/reading-day';
import type {Series, SeriesTable} from './series.ts';
import {wordsOf} from './words-of.ts';

export interface SeriesView {
  readonly table: string;
  readonly title: string;
  readonly unit: string;
  readonly years: readonly number[];
  /** Years before which the series breaks, where it is read as published. */
  readonly breaks: readonly number[];
  readonly rows: readonly SeriesRow[];
  readonly splits: readonly (Split & {readonly codes: Codes; readonly label: string; readonly shown: ShownSplit})[];
  readonly notes: readonly string[];
  readonly symbols: readonly {readonly symbol: string; readonly meaning: string}[];
}

type Codes = Readonly<Record<ConceptId, Code>>;
type ShownSplit = Readonly<Record<'change' | 'real' | 'definitional', string>>;

export interface SeriesRow {
  readonly label: string;
  readonly codes: Codes;
  readonly lines: readonly SeriesLine[];
}

/** One category under one year's definitions. */
export interface SeriesLine {
  readonly definitions: Code;
  readonly label: string;
  readonly cells: readonly SeriesCell[];
  readonly sum: SeriesCell;
  readonly distinct: SeriesCell;
}

export interface SeriesCell {
  readonly observation: Observation;
  readonly text: string;
}

export function seriesView(
  {profile, years}: Series,
  {table, cube, measures, under, changes}: SeriesTable,
  language: Language,
): SeriesView {
  const words = wordsOf(profile, language.tag, lastOf(years.at(-1) ?? profile.firstYear));
  const locale = LOCALES[language.tag];
  const own = cube.dimensions.filter(({concept}) => !isScale(concept));
  const categories = combinations(own.map(({codes}) => [...codes, ALL])).map((codes) => ({
    codes: Object.fromEntries(own.map(({concept}, i) => [concept, codes[i] ?? ALL])),
    label: codes.every((code) => code === ALL)
      ? language.document.total
      : own.map(({concept}, i) => words.code(concept, codes[i] ?? ALL)).join(', '),
  }));
  const cell = (of: ProtectedCube, at: Codes): SeriesCell => {
    const observation =
      findCell(
        of,
        of.dimensions.map(({concept}) => at[concept] ?? ALL),
      ) ?? count(0);
    return {observation, text: cellText(observation, locale)};
  };
  const rows = categories.map(({codes, label}) => ({
    label,
    codes,
    lines: under.map((one) => {
      const at = {...codes, [DEFINITIONS]: codeFor(one)};
      return {
        definitions: codeFor(one),
        label: words.code(DEFINITIONS, codeFor(one)),
        cells: years.map((year) => cell(cube, {...at, [YEAR]: String(year)})),
        sum: cell(measures, {...at, [MEASURE]: SUM_OF_YEARS}),
        // Children and returns bear their victim's record number: of them it would count others than it says.
        distinct: table.unit === 'person' ? cell(measures, {...at, [MEASURE]: DISTINCT_PERSONS}) : NOT_MEASURED,
      };
    }),
  }));
  const breaks = [...new Set(changes.filter((one) => one.breaks).map(({year}) => year))];
  const splits = breaks.flatMap((year) =>
    categories.flatMap(({codes, label}) => {
      const split = splitAt(cube, year, codes);
      return split === undefined ? [] : [{...split, codes, label, shown: shownSplit(split, locale)}];
    }),
  );
  const said = changes.map(({change, concept}) =>
    changeText(change, concept, words, language.document, (on) => dayIn(locale, on)),
  );
  const late = findInForce(profile.rules.lateDecisions, lastOf(years.at(-1) ?? profile.firstYear));
  const policy = late === undefined ? [] : [language.document.changing.lateDecisions[late.parameters.policy]];
  const used = new Set<SymbolName>(rows.flatMap(({lines}) => lines.flatMap(statusesIn)));
  return {
    table: table.id,
    title: words.table(table.id),
    unit: words.unit(table.unit),
    years,
    breaks,
    rows,
    splits,
    notes: [...new Set(said), ...sourcesOf(rows, years, language), ...policy],
    symbols: legend(language.document, used, []),
  };
}

const NOT_MEASURED: SeriesCell = {observation: {kind: 'not-applicable'}, text: SYMBOLS['not-applicable']};

const statusesIn = ({cells, sum, distinct}: SeriesLine) =>
  [...cells, sum, distinct].flatMap(({observation}) => statusOf(observation) ?? []);

function cellText(cell: Observation, locale: string): string {
  const status = statusOf(cell);
  if (cell.kind !== 'count') return SYMBOLS[status ?? cell.kind];
  return numberIn(locale, cell.value) + (status === undefined ? '' : SYMBOLS[status]);
}

const shownSplit = ({change, real, definitional}: Split, locale: string): ShownSplit => ({
  change: signedIn(locale, change),
  real: signedIn(locale, real),
  definitional: signedIn(locale, definitional),
});

/** Years published before the register stay marked with their source, and are told apart from those counted. */
function sourcesOf(
  rows: readonly SeriesRow[],
  years: readonly number[],
  {document: {telling, changing}}: Language,
): readonly string[] {
  const cells = rows.flatMap(({lines}) =>
    lines.flatMap((line) => line.cells.map((one, i) => ({...one, year: years[i]}))),
  );
  const published = cells.flatMap(({observation, year = 0}) =>
    observation.kind === 'count' && observation.published ? [{year, title: observation.published.title}] : [],
  );
  if (published.length === 0) return [];
  const totals = new Set(published.map(({year}) => year));
  const counted = years.filter((year) => !totals.has(year));
  const sources = [...new Set(published.map(({title}) => title))].join('; ');
  return [
    telling.published(sources),
    ...(counted.length === 0 ? [] : [changing.mixed(spans([...totals]), spans(counted))]),
  ];
}
