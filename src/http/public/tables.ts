/** A table by its address, turned as the address says: as a page, or as a file of exactly what the page shows. */
import type {Context} from 'hono';
import {
  asCsv,
  asDanishCsv,
  asJsonStat,
  askedView,
  chartOf,
  pictureAlone,
  pictureOf,
  type ShownEdition,
  type View,
  viewOf,
} from '#production/published';
import {missingPage} from '#web/public/frame';
import {tablePage} from '#web/public/table';
import type {Public} from './app.ts';
import {currentOf, editionNamed} from './lists.ts';
import {answerFile, answerPage, kept, languageOf} from './reply.ts';

interface Format {
  readonly ending: string;
  readonly mediaType: string;
  /** Undefined: there is nothing to draw. */
  write(view: View, edition: ShownEdition): Promise<string | undefined>;
}

/** The longer ending first. */
const FORMATS: readonly Format[] = [
  {ending: '.semicolon.csv', mediaType: 'text/csv; charset=utf-8', write: async (...seen) => asDanishCsv(...seen)},
  {ending: '.csv', mediaType: 'text/csv; charset=utf-8', write: async (...seen) => asCsv(...seen)},
  {ending: '.json', mediaType: 'application/json', write: async (...seen) => asJsonStat(...seen)},
  {
    ending: '.svg',
    mediaType: 'image/svg+xml',
    async write(view, edition) {
      const chart = chartOf(view, edition);
      return chart && pictureAlone(chart, view, edition);
    },
  },
];

const [WIDE, NARROW] = [720, 300];

export async function tableAt(c: Context, shown: Public): Promise<Response> {
  const all = shown.shelf.shown();
  const [at, named] = [c.req.param('edition') ?? '', c.req.param('table') ?? ''];
  const edition = editionNamed(all, at);
  const format = FORMATS.find(({ending}) => named.endsWith(ending));
  const id = format === undefined ? named : named.slice(0, -format.ending.length);
  const table = edition?.tables.find((one) => one.id === id);
  const missing = () => answerPage(c, shown, missingPage(languageOf(c)));
  if (edition === undefined || table === undefined) return missing();

  const {search} = new URL(c.req.url);
  const view = viewOf(table, askedView(new URLSearchParams(search)), languageOf(c).tag);
  const [given, canonical] = [decoded(search), view.query === '' ? '' : `?${view.query}`];
  // A choice has one address, however it was asked for.
  if (given !== canonical) return c.redirect(`/${at}/tables/${named}${canonical}`, 303);
  const same = kept(c, shown, all);
  if (same !== undefined) return same;

  if (format === undefined) return page(c, shown, {all, edition, at, view});
  const written = await format.write(view, edition);
  if (written === undefined) return missing();
  return answerFile(c, {bytes: written, mediaType: format.mediaType, name: `${edition.id}-${named}`});
}

/** As browsers write a comma in a form's address, and as people do. */
const decoded = (search: string): string => search.replaceAll('%2C', ',');

interface Seen {
  readonly all: readonly ShownEdition[];
  readonly edition: ShownEdition;
  readonly at: string;
  readonly view: View;
}

async function page(c: Context, shown: Public, {all, edition, at, view}: Seen): Promise<Response> {
  const language = languageOf(c);
  const {id} = view.table;
  const chart = chartOf(view, edition);
  const drawn = chart && {wide: await pictureOf(chart, view, WIDE), narrow: await pictureOf(chart, view, NARROW)};
  const names = [`charts/${id}.${language.tag}.png`, `charts/${id}.${language.tag}.svg`];
  const pictures = edition.files.flatMap(({name}) => (names.includes(name) ? [name] : []));
  const otherPeriods = currentOf(all).flatMap(({of, tables}) =>
    of !== edition.of && tables.some((one) => one.id === id) ? [of] : [],
  );
  return answerPage(c, shown, tablePage({edition, at, view, chart: drawn, pictures, otherPeriods}, language));
}
