/** `opgor series [TABLE]`: a table year by year, under the definitions of one year or of all, its breaks marked and explained. */
import {done} from '#kit/outcome';
import type {Language} from '#language/language';
import {type SeriesRequest, series as seriesOf} from '#production/series';
import {writeSeries} from '#production/series-files';
import {seriesView} from '#production/series-view';
import type {Command, Given, Misuse} from '../command.ts';
import {instantOf, isMisuse} from '../options.ts';
import {seriesJson, seriesText} from '../print-series.ts';

export const series: Command = {
  name: 'series',
  positionals: [{name: 'TABLE', required: false}],
  options: {
    definitions: {type: 'string', value: 'as-published|2012|current|all'},
    'from-year': {type: 'string', value: 'YEAR'},
    'to-year': {type: 'string', value: 'YEAR'},
    'as-at': {type: 'string', value: 'MOMENT'},
    out: {type: 'string', value: 'DIR'},
  },
  example: 'opgor series persons-by-exploitation --definitions all',
  async run(given, {folder, language, resolve}) {
    const request = requestOf(given, language);
    if (isMisuse(request)) return request;
    const counted = await seriesOf(folder, request);
    if (!counted.ok) return counted;
    const out = given.option('out');
    const written = out === undefined ? undefined : await writeSeries(counted.value, resolve(out));
    if (written !== undefined && !written.ok) return written;
    const views = counted.value.tables.map((one) => seriesView(counted.value, one, language));
    return done({
      json: {...seriesJson(counted.value, views), ...written?.value},
      text: [
        seriesText(counted.value, views, language),
        ...(written === undefined ? [] : [language.answers.wrote(written.value.files.length, written.value.folder)]),
      ].join('\n'),
    });
  },
};

function requestOf(given: Given, language: Language): SeriesRequest | Misuse {
  const {misuse} = language.cli;
  const definitions = definitionsOf(given.option('definitions') ?? 'as-published');
  if (definitions === undefined)
    return {misuse: misuse.notAllowed('--definitions', given.option('definitions') ?? '', EXPECTED)};
  const [fromYear, toYear] = ['from-year', 'to-year'].map((option) => {
    const text = given.option(option);
    return text === undefined || /^[12]\d{3}$/.test(text)
      ? text
      : {misuse: misuse.notAllowed(`--${option}`, text, 'YYYY')};
  });
  if (isMisuse(fromYear)) return fromYear;
  if (isMisuse(toYear)) return toYear;
  const asAt = instantOf(given, 'as-at', language);
  if (isMisuse(asAt)) return asAt;
  const [first, last] = [fromYear, toYear].map((text) => (text === undefined ? undefined : Number(text)));
  return {table: given.positionals[0], definitions, fromYear: first, toYear: last, asAt};
}

const EXPECTED = 'as-published | YYYY | current | all';

function definitionsOf(text: string): SeriesRequest['definitions'] | undefined {
  if (text === 'as-published' || text === 'current' || text === 'all') return text;
  return /^[12]\d{3}$/.test(text) ? Number(text) : undefined;
}
