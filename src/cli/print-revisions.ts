/** A revision triangle: a line for each reference year, a column for each edition; the measures below. */
import type {Observation} from '#concepts/observation';
import type {Language} from '#language/language';
import {signed} from '#language/signed';
import type {Triangle} from '#production/triangle';

/** A kind of nothing has one sign here, and its word below. */
const SIGNS = {'not-collected': '..', 'not-applicable': '·', withheld: '×'} as const;

export function triangleText(
  {cube, codes, concepts, revisions, measures, words}: Triangle,
  language: Language,
): string {
  const said = language.revisions;
  const called = words[language.tag];
  const labels = codes.flatMap((code, i) => (code === 'all' ? [] : [called.code(concepts[i] ?? '', code)]));
  const [years = [], editions = []] = cube.dimensions.map((dimension) => dimension.codes);
  const at = (i: number, j: number) => signOf(cube.cells[i * (editions.length + 1) + j]);
  const revised = new Map(revisions.map(({year, revision}) => [year, revision]));
  const rows = years.map((year, i) => [
    year,
    ...editions.map((_, j) => at(i, j)),
    revised.has(year) ? signed(revised.get(year) ?? 0) : '',
  ]);
  const heads = [called.concept('year'), ...editions, said.triangle.revision];
  return [
    `${called.table(cube.table.id)}: ${labels.join(', ') || said.total}`,
    ...aligned([heads, ...rows]),
    `${SIGNS['not-collected']} ${said.nothing['not-collected']}   ${SIGNS['not-applicable']} ${said.nothing['not-applicable']}`,
    measures === undefined
      ? said.triangle.once
      : said.triangle.measures(
          measures.years,
          decimal(measures.mean, language),
          decimal(measures.meanAbsolute, language),
          measures.relative === undefined ? undefined : decimal(100 * measures.relative, language),
        ),
  ].join('\n');
}

const signOf = (cell: Observation | undefined): string =>
  cell === undefined ? '' : cell.kind === 'count' ? `${cell.value}${cell.published ? '*' : ''}` : SIGNS[cell.kind];

const decimal = (number: number, {tag}: Language): string =>
  new Intl.NumberFormat(tag, {maximumFractionDigits: 2, signDisplay: 'negative'}).format(number).replace('-', '−');

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

export function triangleJson({cube, codes, revisions, measures}: Triangle): Readonly<Record<string, unknown>> {
  const [years = [], editions = []] = cube.dimensions.map((dimension) => dimension.codes);
  return {
    table: cube.table.id,
    codes,
    years,
    editions,
    cells: years.map((_, i) =>
      cube.cells.slice(i * (editions.length + 1), i * (editions.length + 1) + editions.length),
    ),
    revisions,
    measures: measures ?? null,
  };
}
