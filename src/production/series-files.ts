/**
 * Series as files: a table a file, as those of a statement are, and a picture of each category that a break concerns, under each of
 * the definitions asked for. Whole, or not at all.
 */
import type {LanguageTag} from '#concepts/labels';
import type {Refusal} from '#concepts/refusal';
import {type Fonts, typefacesOf} from '#document/render/fonts';
import {drawAlone} from '#document/render/index';
import type {Product} from '#document/render/medium';
import type {BarChart} from '#document/statement';
import {csv} from '#exchange/csv';
import type {Outcome} from '#kit/outcome';
import {firstOf, lastOf} from '#kit/plain-date';
import {type Language, languages} from '#language/language';
import {spans} from '#language/note-text';
import {ALL} from '#tabulation/cube';
import {notesOnAll} from '#tabulation/notes';
import {AS_PUBLISHED} from '#tabulation/reading-day';
import {loadFonts} from './fonts.ts';
import {writeFolder} from './publish.ts';
import type {Series} from './series.ts';
import {type SeriesLine, type SeriesRow, type SeriesView, seriesView} from './series-view.ts';
import {wordsOf} from './words-of.ts';

export interface SeriesFolder {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Refused: `folder-not-empty`, `not-a-folder`, `file-not-writable`. */
export async function writeSeries(series: Series, folder: string): Promise<Outcome<SeriesFolder, Refusal>> {
  const files = [...tablesOf(series), ...chartsOf(series, await loadFonts())];
  const written = await writeFolder(folder, files);
  return written.ok ? {ok: true, value: {folder, files: files.map(({name}) => name)}} : written;
}

const textFile = (name: string, mediaType: string, text: string): Product => ({
  name,
  mediaType,
  bytes: new TextEncoder().encode(text),
});

function tablesOf({cutOff, profile, years, tables, synthetic}: Series): readonly Product[] {
  const span = {from: firstOf(years[0] ?? profile.firstYear), to: lastOf(years.at(-1) ?? profile.firstYear)};
  const [first = 'da', ...others] = profile.languages;
  const words = (tag: LanguageTag) => wordsOf(profile, tag, span.to);
  const written = csv.write(
    tables.flatMap(({cube, measures}) => [cube, measures]),
    {
      words: [words(first), ...others.map(words)],
      source: profile.office[first],
      title: profile.office[first],
      cutOff,
      marks: marksOf(languages[first], synthetic),
      notes: notesOnAll(profile.notes, span).map(({text}) => text),
      producedBy: `opgor, profile ${profile.id} ${profile.version}`,
    },
  );
  return written.map(({name, body}) => textFile(name, csv.mediaType, body));
}

const marksOf = ({document}: Language, synthetic: boolean): readonly string[] => [
  document.internal,
  ...(synthetic ? [document.synthetic] : []),
];

function chartsOf(series: Series, fonts: Fonts): readonly Product[] {
  const faces = typefacesOf(fonts);
  return series.profile.languages.flatMap((tag) => {
    const language = languages[tag];
    const marks = marksOf(language, series.synthetic);
    return series.tables.flatMap((table) => {
      const view = seriesView(series, table, language);
      return concerned(view).flatMap((row) =>
        row.lines.map((line) => {
          const chart = chartOf(view, row, line, {language, source: series.profile.office[tag]});
          return textFile(
            `charts/${chart.id}.${tag}.svg`,
            'image/svg+xml',
            drawAlone(chart, {language: tag, marks}, faces),
          );
        }),
      );
    });
  });
}

/** Whose figures are others by definition; where there is no such category, the total. */
function concerned({rows, splits}: SeriesView): readonly SeriesRow[] {
  const redefined = new Set(splits.filter(({definitional}) => definitional !== 0).map(({label}) => label));
  const all = rows.filter(({label}) => redefined.has(label));
  return all.length > 0 ? all : rows.slice(-1);
}

function chartOf(
  view: SeriesView,
  {label, codes}: SeriesRow,
  {definitions, label: under, cells}: SeriesLine,
  {language, source}: {readonly language: Language; readonly source: string},
): BarChart {
  const own = Object.values(codes).filter((code) => code !== ALL);
  const bars = cells.map(({observation, text}, i) => ({
    label: String(view.years[i]),
    text,
    value: observation.kind === 'count' ? observation.value : undefined,
    muted: observation.kind === 'count' && observation.published !== undefined,
    breakBefore: definitions === AS_PUBLISHED && view.breaks.includes(view.years[i] ?? 0),
  }));
  const told = bars.map((bar) => `${bar.label}: ${bar.text}`).join('; ');
  return {
    kind: 'column',
    id: [view.table, ...own, definitions].join('.'),
    number: 1,
    title: `${view.title}. ${label} (${under.toLowerCase()})`,
    unit: view.unit,
    bars,
    alternative: language.document.telling.bars(view.unit, spans(view.years), told, undefined),
    symbols: view.symbols,
    notes: view.notes.map((text, i) => ({id: `note-${i + 1}`, mark: '', content: [{kind: 'text', text}]})),
    source,
  };
}
