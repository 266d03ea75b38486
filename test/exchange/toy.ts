/** Small cubes with every kind of cell, as disclosure control lets them out, and words for them. */
import {count, type Observation} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import type {Words} from '#concepts/words';
import {type ProtectedCube, protect} from '#disclosure/protect';
import type {Edition} from '#exchange/exporter';
import type {Cube, Dimension} from '#tabulation/cube';

const cube = (id: string, dimensions: readonly Dimension[], cells: readonly Observation[], unit = 'person'): Cube => ({
  table: {
    id,
    title: {da: `Tabel ${id}`, en: `Table ${id}`},
    unit,
    universe: {},
    dimensions: dimensions.map(({concept}) => concept),
    categories: 'all',
    order: 'list',
    chart: 'bar',
    notes: [{da: 'Note på dansk', en: 'Note in English'}],
  },
  period: yearPeriod(2013),
  dimensions,
  cells,
});
const by = (concept: string, ...codes: string[]): Dimension => ({concept, codes, multiple: false});
const NOT_APPLICABLE: Observation = {kind: 'not-applicable'};

export const BY_AUTHORITY = cube(
  'persons-by-authority',
  [by('authority', 'us', 'cmm', 'court')],
  [60, 10, 6, 76].map(count),
);
export const BY_YEAR = cube(
  'persons-by-year',
  [by('year', '2012', '2013')],
  [{kind: 'count', value: 66, published: {title: 'UNODC'}}, count(76), {kind: 'not-applicable'}],
);
export const RETURNS = cube(
  'returns',
  [by('person', 'victim', 'child'), by('assessed', 'in-period', 'earlier', 'not-applicable')],
  [
    count(3),
    count(6),
    NOT_APPLICABLE,
    count(9),
    NOT_APPLICABLE,
    NOT_APPLICABLE,
    count(2),
    count(2),
    count(3),
    count(6),
    count(2),
    count(11),
  ],
  'returnee',
);
export const WITHHELD = cube(
  'by-industry',
  [by('industry', 'cleaning', 'unknown')],
  [{kind: 'withheld'}, {kind: 'not-collected'}, count(11)],
);
/** A table without dimensions is one cell. */
export const ALONE = cube('persons', [], [count(76)]);

export const CUBES: readonly Cube[] = [BY_AUTHORITY, BY_YEAR, RETURNS, WITHHELD, ALONE];

export function released(cubes: readonly Cube[]): readonly ProtectedCube[] {
  const outcome = protect(cubes, {edition: 'internal'});
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return outcome.value.cubes;
}

const wordsIn = (language: 'da' | 'en'): Words => ({
  language,
  code: (concept, code) => `${language}:${concept}:${code}`,
  concept: (concept) => `${language}:${concept}`,
  scheme: (id) => `${language}:${id}`,
  table: (id) => `${language}:${id}`,
  universe: (id) => `${language}:${id}`,
  unit: (unit) => `${language}:${unit}`,
});

export const EDITION: Edition = {
  words: [wordsIn('da'), wordsIn('en')],
  source: 'Center mod Menneskehandel',
  title: 'Opgørelse 2013',
  cutOff: '2014-02-28T23:59:59.999Z',
  marks: ['Intern udgave', 'Syntetiske data'],
  notes: [],
  producedBy: 'Opgør 0.1.0',
};
