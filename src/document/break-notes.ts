/**
 * What is said of a break, written from the dated rows of the code lists: which code counts under another, from when, how many it
 * concerns, and how much of each change is real. Nothing to remember: a moved row brings its note.
 */
import type {Code, CodeList, CodeListId} from '#concepts/code-list';
import {type Concept, DEFINITIONS, isScale, YEAR} from '#concepts/concept';
import type {Words} from '#concepts/words';
import type {ProtectedCube} from '#disclosure/protect';
import {yearOf} from '#kit/plain-date';
import {changeText} from '#language/change-text';
import type {DocumentWords} from '#language/document-words';
import {type Changed, changesIn} from '#tabulation/breaks';
import {ALL, findCell} from '#tabulation/cube';
import {type Split, splitAt} from '#tabulation/decompose';
import {addressOf} from './address.ts';
import {Figures} from './bound-figures.ts';
import {dayIn} from './intl.ts';
import type {Inline} from './statement.ts';

export interface CodeLists {
  readonly concepts: readonly Concept[];
  readonly codeLists: ReadonlyMap<CodeListId, CodeList>;
}

export interface BreakWords {
  readonly words: Words;
  readonly document: DocumentWords;
  readonly locale: string;
}

/** A paragraph for each year at a break. Of a table of one period, the changes that fall in it. */
export function breakNotes(
  cube: ProtectedCube,
  cubes: Iterable<ProtectedCube>,
  codeLists: CodeLists,
  view: BreakWords,
): readonly (readonly Inline[])[] {
  const restated = restatementIn(cubes, cube);
  const changes = changesOf(cube, codeLists).filter(({breaks}) => breaks);
  return [...Map.groupBy(changes, ({code}) => code)].map(([year, ofYear]) => {
    const teller = new Figures(view);
    const said = new Set(ofYear.map(({change, concept}) => told(change, concept, view)));
    const figures = restated === undefined ? [] : effects(restated, Number(year), ofYear, teller, view);
    return teller.written([...said, ...figures].join(' '));
  });
}

const told = (change: Changed['change'], concept: string, {words, document, locale}: BreakWords): string =>
  changeText(change, concept, words, document, (on) => dayIn(locale, on));

function changesOf({table, dimensions, period}: ProtectedCube, definitions: CodeLists): readonly Changed[] {
  const series = dimensions.find(({concept}) => concept === YEAR);
  if (series !== undefined) return series.changes ?? [];
  const [first, last] = [yearOf(period.from) - 1, yearOf(period.to)];
  const years = Array.from({length: last - first + 1}, (_, i) => String(first + i));
  return changesIn(table, years, definitions);
}

export const restatementIn = (cubes: Iterable<ProtectedCube>, cube: ProtectedCube): ProtectedCube | undefined =>
  [...cubes].find((other) => restates(other, cube));

/** The same units by the same concepts, by definitions and year. */
function restates({table: other}: ProtectedCube, {table}: ProtectedCube): boolean {
  const own = (dimensions: readonly string[]) => dimensions.filter((id) => !isScale(id)).join();
  return (
    other.dimensions.includes(DEFINITIONS) &&
    other.unit === table.unit &&
    own(other.dimensions) === own(table.dimensions) &&
    JSON.stringify(other.universe) === JSON.stringify(table.universe)
  );
}

/** Of a table by one concept: whom it concerns, and every category whose change is not wholly real. */
function effects(
  cube: ProtectedCube,
  year: number,
  changes: readonly Changed[],
  figures: Figures,
  {words, document: {changing}}: BreakWords,
): readonly string[] {
  const [own, ...others] = cube.dimensions.filter(({concept}) => !isScale(concept));
  if (own === undefined || others.length > 0) return [];
  const title = words.table(cube.table.id);
  const parts = own.codes.map((code) => ({code, split: splitAt(cube, year, {[own.concept]: code})}));
  const known = parts.flatMap(({code, split}) => (split === undefined ? [] : [{code, split}]));
  const redefined = known.filter(({split}) => split.definitional !== 0);
  if (known.length < parts.length || redefined.length === 0) return [];

  const at = (code: Code, of: number, under: string) => addressOf(cube.table.id, addressed(cube, of, under, code));
  const all = findCell(cube, addressed(cube, year - 1, 'as-published', ALL));
  const cells = redefined.flatMap(({code}) => [at(code, year - 1, 'as-published'), at(code, year - 1, String(year))]);
  const concerned = redefined.reduce((sum, {split}) => sum + Math.max(0, split.restated - split.before), 0);
  // Where several codes move at once, their movements may cancel out in a cell, and nobody can say how many there were.
  const alone = new Set(changes.map(({change}) => change.code)).size === 1;
  const whom =
    alone && all?.kind === 'count'
      ? [
          changing.concerns(
            figures.count(concerned, cells, title),
            figures.count(all.value, [at(ALL, year - 1, 'as-published')], title),
            words.unit(cube.table.unit).toLowerCase(),
            String(year - 1),
          ),
        ]
      : [];
  return [
    ...whom,
    ...redefined.map(({code, split}) => {
      const from = [at(code, year - 1, 'as-published'), at(code, year, 'as-published')];
      const like = [at(code, year - 1, String(year)), at(code, year, String(year))];
      const {change, real, definitional} = signed(figures, split, {from, like, title});
      return changing.split(words.code(own.concept, code), change, real, definitional, `${year - 1}`, `${year}`);
    }),
  ];
}

const addressed = (cube: ProtectedCube, year: number, under: string, code: Code): readonly Code[] =>
  cube.dimensions.map(({concept}) => (concept === YEAR ? String(year) : concept === DEFINITIONS ? under : code));

const signed = (
  figures: Figures,
  {change, real, definitional}: Split,
  {from, like, title}: {readonly from: readonly string[]; readonly like: readonly string[]; readonly title: string},
) => ({
  change: figures.signed(change, from, title),
  real: figures.signed(real, like, title),
  definitional: figures.signed(definitional, [...from, ...like], title),
});
