/** Toy cubes, words and guarded words: what composing needs, made by hand. */
import {readFileSync} from 'node:fs';
import type {LanguageTag} from '#concepts/labels';
import {count, type Observation} from '#concepts/observation';
import {type Period, yearPeriod} from '#concepts/period';
import type {Words} from '#concepts/words';
import {type ProtectedCube, protect} from '#disclosure/protect';
import {type Composition, compose} from '#document/compose';
import type {GuardedWords} from '#document/guarded-words';
import {readGuardedWords} from '#document/read-guarded-words';
import {readOutline} from '#document/read-outline';
import type {Inline, Statement} from '#document/statement';
import {languages} from '#language/language';
import type {Cube, Dimension} from '#tabulation/cube';
import type {TableDefinition} from '#tabulation/table';

export type Counts = Readonly<Record<string, number | Observation>>;

export const dimension = (concept: string, codes: readonly string[]): Dimension => ({concept, codes, multiple: false});

export const table = (id: string, unit: string, dimensions: readonly string[]): TableDefinition => ({
  id,
  title: {da: id, en: id},
  unit,
  universe: {},
  dimensions,
  categories: 'all',
  order: 'list',
  chart: dimensions[0] === 'year' ? 'column' : 'bar',
  notes: [],
});

const observation = (n: number | Observation | undefined): Observation =>
  typeof n === 'number' ? count(n) : (n ?? count(0));

/** A one-way cube; its margin is counted unless given as `all`. */
export function oneWay(id: string, concept: string, counts: Counts, unit = 'person', period = yearPeriod(2013)): Cube {
  const {all, ...inner} = counts;
  const cells = Object.values(inner).map(observation);
  const sum = cells.reduce((total, cell) => total + (cell.kind === 'count' ? cell.value : 0), 0);
  return {
    table: table(id, unit, [concept]),
    period,
    dimensions: [dimension(concept, Object.keys(inner))],
    cells: [...cells, observation(all ?? sum)],
  };
}

export function twoWay(
  id: string,
  concepts: readonly [string, string],
  counts: Readonly<Record<string, Counts>>,
  unit: string,
  period = yearPeriod(2013),
): Cube {
  const rows = Object.keys(counts);
  const columns = Object.keys(Object.values(counts)[0] ?? {});
  const value = (row: string, column: string) => {
    const cell = observation(counts[row]?.[column]);
    return cell.kind === 'count' ? cell.value : 0;
  };
  const sum = (rs: readonly string[], cs: readonly string[]) =>
    rs.reduce((total, row) => total + cs.reduce((inner, column) => inner + value(row, column), 0), 0);
  const cells = [...rows.map((row) => [row]), rows].flatMap((rs) =>
    [...columns.map((column) => [column]), columns].map((cs) => count(sum(rs, cs))),
  );
  return {
    table: table(id, unit, concepts),
    period,
    dimensions: [dimension(concepts[0], rows), dimension(concepts[1], columns)],
    cells,
  };
}

export function protectedOf(cubes: readonly Cube[]): readonly ProtectedCube[] {
  const made = protect(cubes, {edition: 'internal'});
  if (!made.ok) throw new Error('an internal edition is never refused');
  return made.value.cubes;
}

export const words = (language: LanguageTag): Words => ({
  language,
  code: (_concept, code) => code,
  concept: (concept) => concept,
  scheme: (id) => id,
  table: (id) => id,
  universe: (id) => `universe of ${id}`,
  unit: (unit) => unit,
});

export const guardedIn = (language: LanguageTag): GuardedWords => {
  const file = `profiles/denmark/statement/words.${language}.yaml`;
  const {guarded, findings} = readGuardedWords(readFileSync(file), file, language);
  if (guarded === undefined) throw new Error(JSON.stringify(findings));
  return guarded;
};

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export function composition(
  text: string,
  cubes: readonly Cube[],
  language: LanguageTag = 'en',
  period: Period = yearPeriod(2013),
): Composition {
  return {
    outline: readOutline(bytes(text), `${language}.md`, language).outline,
    cubes: protectedOf(cubes),
    period,
    words: words(language),
    language: languages[language],
    guarded: guardedIn(language),
    commentaries: [],
    revisions: new Map(),
    codeLists: {concepts: [], codeLists: new Map()},
    notes: [],
    findings: [],
    office: 'Office',
    cutOff: '2014-01-31T23:59:59.999Z',
    marks: [],
    producedBy: 'opgor',
  };
}

export const composed = (text: string, cubes: readonly Cube[], language: LanguageTag = 'en'): Statement =>
  compose(composition(text, cubes, language));

/** What a reader sees of a content, faults in double square brackets. */
export const read = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if ('content' in inline) return read(inline.content);
      if (inline.kind === 'note') return `^${inline.id}`;
      return inline.kind === 'fault' ? `[[${inline.text}]]` : inline.text;
    })
    .join('');

/** The running text of a statement, paragraph by paragraph. */
export const prose = ({blocks}: Statement): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return [read(block.content)];
    if (block.kind === 'list') return block.items.map(read);
    return block.kind === 'commentary' ? [...block.content.map(read), block.signed] : [];
  });
