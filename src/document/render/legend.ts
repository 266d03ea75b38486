/** What a chart's own words are, in the statement's language. */
import type {DocumentWords} from '#language/document-words';
import type {ChartStyle} from '../figure/chart.ts';

export const legendIn = ({symbols, reading}: DocumentWords): ChartStyle['legend'] => ({
  published: symbols.published,
  break: symbols.break,
  source: reading.source,
});
