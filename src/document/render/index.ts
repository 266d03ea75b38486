/** The shelf of media, and the statement in each of them. */
import type {LanguageTag} from '#concepts/labels';
import {languages} from '#language/language';
import {drawChart} from '../figure/chart.ts';
import {STANDALONE} from '../figure/palette.ts';
import {toPng} from '../figure/png.ts';
import type {Typefaces} from '../figure/typeface.ts';
import type {ChartView, Statement} from '../statement.ts';
import {type Fonts, typefacesOf} from './fonts.ts';
import {htmlPage} from './html.ts';
import {legendIn} from './legend.ts';
import type {Medium, Product} from './medium.ts';

/** These two are loaded when they are asked for: their libraries are large ones. */
export const PRINT: Medium = {
  id: 'pdf',
  mediaType: 'application/pdf',
  extension: 'pdf',
  render: async (statement, fonts) => (await import('./pdf.ts')).renderPdf(statement, fonts),
};

const wordDocument: Medium = {
  id: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  render: async (statement) => (await import('./docx.ts')).renderWord(statement),
};

/** PDF first: whoever sets it apart has begun before the rest is written. */
export const MEDIA: readonly Medium[] = [PRINT, htmlPage, wordDocument];

/** `statement.da.html`, `statement.da.pdf` …: each statement in each medium. */
export async function render(
  statements: readonly Statement[],
  fonts: Fonts,
  media: readonly Medium[] = MEDIA,
): Promise<readonly Product[]> {
  const ordered = media.flatMap((medium) => statements.map((statement) => ({medium, statement})));
  return Promise.all(
    ordered.map(async ({medium: {extension, mediaType, render: renderAs}, statement}) => ({
      name: `statement.${statement.language}.${extension}`,
      mediaType,
      bytes: await renderAs(statement, fonts),
    })),
  );
}

/** Each chart alone, for Word or the press: `charts/persons-by-sex.da.svg` and `.png`. */
export async function renderCharts(
  statements: readonly Statement[],
  fonts: Fonts,
  drawing: Uint8Array<ArrayBuffer>,
): Promise<readonly Product[]> {
  const products: Product[] = [];
  for (const {name, svg} of statements.flatMap((statement) => standaloneCharts(statement, fonts))) {
    const png = await toPng(svg, [fonts.regular, fonts.semibold], drawing);
    products.push({name: `${name}.svg`, mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg)});
    products.push({name: `${name}.png`, mediaType: 'image/png', bytes: png});
  }
  return products;
}

const CHART_WIDTH = 640;

function standaloneCharts({blocks, language, marks}: Statement, fonts: Fonts) {
  const faces = typefacesOf(fonts);
  const stated = {language, marks: marks.map(({text}) => text)};
  return blocks.flatMap((block) => {
    if (block.kind !== 'chart') return [];
    return [{name: `charts/${block.chart.id}.${language}`, svg: drawAlone(block.chart, stated, faces)}];
  });
}

/** A picture leaves its pages behind: what is marked on them goes with it. */
export function drawAlone(
  chart: ChartView,
  {language, marks}: {readonly language: LanguageTag; readonly marks: readonly string[]},
  faces: Typefaces,
): string {
  const source = [chart.source, ...marks].filter((text) => text !== '').join(' · ');
  const legend = legendIn(languages[language].document);
  return drawChart(
    {...chart, source},
    {key: chart.id, width: CHART_WIDTH, titled: true, palette: STANDALONE, faces, legend, language},
  );
}
