/** What is seen of a table, drawn: the statement's own bars and columns, each cell one; totals only where nothing else is seen. */
import {drawChart} from '#document/figure/chart';
import {IN_PAGE} from '#document/figure/palette';
import {typefacesOf} from '#document/render/fonts';
import {drawAlone} from '#document/render/index';
import {legendIn} from '#document/render/legend';
import type {BarChart, ChartBar} from '#document/statement';
import {languages} from '#language/language';
import {loadFonts} from './fonts.ts';
import type {PublishedEdition} from './published-edition.ts';
import type {Heading, View} from './published-view.ts';

export type PublishedChart = BarChart;

/** More than can be told apart. */
const MOST = 60;

/** Undefined: there is nothing to draw, or too much. */
export function chartOf(view: View, {office, of}: Pick<PublishedEdition, 'office' | 'of'>): PublishedChart | undefined {
  const {table, language, rowAxes, columnAxes} = view;
  const [rows, columns] = [innerOf(view.rows), innerOf(view.columns)];
  const places = view.columns.flatMap((column, i) => (columns.includes(column) ? [i] : []));
  const isSeries = view.rows.length > 1 && rowAxes.length === 1 && rowAxes[0]?.dimension.isTime === true;
  const varied = (heading: Omit<Heading, 'cells'>) => heading.parts.map(({label}) => label);
  const bars = places.flatMap((place) =>
    rows.flatMap((row): readonly ChartBar[] => {
      const cell = row.cells[place];
      if (cell === undefined) return [];
      const {value, text, meaning} = cell;
      const column = view.columns.length === 1 ? undefined : view.columns[place];
      const label = [...(column === undefined ? [] : varied(column)), ...varied(row)].join(' · ');
      const isBroken = isSeries && (rowAxes[0]?.dimension.breaks ?? []).some((code) => cell.codes.includes(code));
      return [
        {
          label,
          text,
          value, // A number with a meaning besides: published before the register.
          muted: value !== undefined && meaning !== undefined,
          breakBefore: isBroken,
        },
      ];
    }),
  );
  if (bars.length < 2 || bars.length > MOST) return undefined;
  const {document} = languages[language];
  const years = view.axes.find(({dimension}) => dimension.isTime)?.codes;
  const period = years === undefined ? of : [...new Set([years[0], years.at(-1)])].join('–');
  const said = places.flatMap((place) => rows.map((row) => row.cells[place]));
  const parts = bars.map(({label, value, text}, i) => `${label}: ${value === undefined ? said[i]?.meaning : text}`);
  const held = view.held.map(({concept, label}) => `${concept}: ${label}`);
  return {
    kind: isSeries && columnAxes.length === 0 ? 'column' : 'bar',
    id: table.id,
    number: 1,
    title: [table.label[language], ...held].join('. '),
    unit: table.unit.label[language],
    bars,
    alternative: document.telling.bars(table.unit.label[language], period, parts.join('; '), undefined),
    symbols: view.symbols,
    notes: view.notes.map(({mark, text}, i) => ({id: `note-${i + 1}`, mark, content: [{kind: 'text', text}]})),
    source: office,
  };
}

const innerOf = <H extends Omit<Heading, 'cells'>>(headings: readonly H[]): readonly H[] => {
  const inner = headings.filter(({isMargin}) => !isMargin);
  return inner.length === 0 ? headings : inner;
};

let loading: ReturnType<typeof loadFonts> | undefined;
const facesOnce = async () => {
  loading ??= loadFonts();
  return typefacesOf(await loading);
};

/** For a page, in its colours and without what the page says around it. */
export async function pictureOf(chart: PublishedChart, {language}: View, width: number): Promise<string> {
  const legend = legendIn(languages[language].document);
  const style = {key: `${chart.id}-${width}`, width, titled: false, palette: IN_PAGE, legend, language};
  return drawChart({...chart, notes: [], symbols: []}, {...style, faces: await facesOnce()});
}

/** To take away, with all that has to be said of it. */
export const pictureAlone = async (
  chart: PublishedChart,
  {language}: View,
  {synthetic, marks}: Pick<PublishedEdition, 'synthetic' | 'marks'>,
): Promise<string> => {
  const said = [...(synthetic ? [languages[language].document.synthetic] : []), ...marks];
  return drawAlone(chart, {language, marks: said}, await facesOnce());
};
