/** Series as a person reads them: years across, a break drawn between them, what changed split in two below. */
import type {Language} from '#language/language';
import type {Series} from '#production/series';
import type {SeriesCell, SeriesLine, SeriesView} from '#production/series-view';

export const seriesText = ({cutOff}: Series, views: readonly SeriesView[], language: Language): string =>
  [...views.flatMap((view) => [tableText(view, language), '']), `${language.document.reading.cutOff} ${cutOff}`].join(
    '\n',
  );

function tableText(view: SeriesView, language: Language): string {
  const {changing} = language.document;
  const {years, breaks, rows} = view;
  const several = rows.some(({lines}) => lines.length > 1);
  const head = [
    view.unit,
    ...(several ? [''] : []),
    ...years.map(String),
    changing.sumOfYears,
    changing.distinctPersons,
  ];
  const body = rows.flatMap(({label, lines}) =>
    lines.map((line, i) => [i === 0 ? label : '', ...(several ? [line.label] : []), ...cellsOf(line)]),
  );
  const labels = several ? 2 : 1;
  const [only] = rows.flatMap(({lines}) => lines);
  const under = several || only === undefined ? '' : ` (${only.label.toLowerCase()})`;
  const broken =
    several || only?.definitions === 'as-published' ? breaks.map((year) => labels + years.indexOf(year)) : [];
  return [
    view.title + under,
    ...aligned([head, ...body], labels, broken),
    ...view.notes.map((note) => `  ${note}`),
    ...view.symbols.map(({symbol, meaning}) => `  ${symbol} ${meaning}`),
    ...splitLines(view, language),
  ].join('\n');
}

const cellsOf = ({cells, sum, distinct}: SeriesLine): readonly string[] =>
  [...cells, sum, distinct].map(({text}: SeriesCell) => text);

/** Only categories that change, a table for each year at a break. */
function splitLines({splits}: SeriesView, {document: {changing}}: Language): readonly string[] {
  return [...Map.groupBy(splits, ({year}) => year)].flatMap(([year, ofYear]) => {
    const changed = ofYear.filter(({change, definitional}) => change !== 0 || definitional !== 0);
    const [all, real, definitional] = changing.parts;
    const head = [changing.from(String(year - 1), String(year)), all, real, definitional];
    const body = changed.map(({label, shown}) => [label, shown.change, shown.real, shown.definitional]);
    return ['', ...aligned([head, ...body], 1, [])];
  });
}

/** Labels to the left, figures to the right, a double rule before the columns at a break. */
function aligned(rows: readonly (readonly string[])[], labels: number, broken: readonly number[]): readonly string[] {
  const [first = []] = rows;
  const widths = first.map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? '')].length)));
  const cell = (text: string, i: number) => {
    const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - [...text].length));
    return i < labels ? text + space : (broken.includes(i) ? '‖ ' : '') + space + text;
  };
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}`);
}

/** Codes and numbers; labels only where the asker's language has them. */
export const seriesJson = ({cutOff, years}: Series, views: readonly SeriesView[]) => ({
  cutOff,
  years,
  tables: views.map(({table, title, breaks, notes, rows, splits}) => ({
    table,
    title,
    breaks,
    notes,
    rows: rows.map(({codes, label, lines}) => ({
      codes,
      label,
      under: lines.map(({definitions, cells, sum, distinct}) => ({
        definitions,
        years: Object.fromEntries(cells.map(({observation}, i) => [String(years[i]), observation])),
        'sum-of-years': sum.observation,
        'distinct-persons': distinct.observation,
      })),
    })),
    changes: splits.map(({shown: _, ...split}) => split),
  })),
});
