/** A sheet of figures: of which table each block is, and which category each of its words. */
import {type Code, type CodeList, UNKNOWN} from '#concepts/code-list';
import {type Concept, isScale, YEAR} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import type {Labels} from '#concepts/labels';
import {folded} from '#intake/cell';
import {tableAnswer, wordAnswer, yearAnswer} from './answers.ts';
import {type Block, findFigures} from './figure-blocks.ts';
import {likeness} from './likeness.ts';
import {marked, rowsSaid} from './look-out.ts';
import {labelsOf} from './memory.ts';
import type {BlockProposal, Figure, FiguresProposal, WordProposal} from './proposal.ts';
import type {Known} from './propose-list.ts';
import {nearestCode} from './propose-words.ts';
import {nameOf, type SheetSeen} from './sheet-seen.ts';

/** As much of a table as tells which figures are of it. */
export interface TableShape {
  readonly id: string;
  readonly title: Labels;
  readonly unit: string;
  readonly universe: Readonly<Record<string, unknown>>;
  readonly dimensions: readonly string[];
}

/** Undefined: it is no sheet of figures. */
export function proposeFigures(seen: SheetSeen, known: Known): FiguresProposal | undefined {
  const found = findFigures(seen);
  if (found === undefined) return undefined;
  const year = yearAnswer(known.answers, seen) ?? found.year;
  const read = found.blocks.map((block) => readBlock(block, year, seen, known));
  const figures = read.flatMap((one) => one.figures);
  if (read.every(({proposal}) => proposal.table === undefined && proposal.words.length === 0)) return undefined;
  return {
    kind: 'figures',
    seen,
    figures: withoutTwice(figures),
    blocks: read.map(({proposal}) => proposal),
    findings: [
      ...marked(
        seen,
        seen.rows.map(({row}) => row),
      ),
      ...found.blocks.flatMap((block) => ofBlock(block, seen)),
      ...read.flatMap(({findings}) => findings),
    ],
  };
}

/** What of a block is not read, is what a formula last showed, or does not add up. */
function ofBlock({entries, unread}: Block, {file, sheet}: SheetSeen): readonly Finding[] {
  const place = {file, ...(sheet === undefined ? {} : {sheet})};
  const shown = entries.filter(({isShown}) => isShown).map(({row}) => row);
  const sums = entries
    .filter(({word}) => word === '')
    .flatMap(({row, year, value}) => {
      const parts = entries.filter((one) => one.word !== '' && one.year === year);
      const sum = parts.reduce((all, one) => all + one.value, 0);
      return parts.length > 1 && sum !== value ? [{row, says: value, sum}] : [];
    });
  return [
    ...(unread.length > 0
      ? [{rule: 'figures-side-by-side', severity: 'warning', facts: {...place, ...rowsSaid(unread)}} as const]
      : []),
    ...(shown.length > 0
      ? [
          {
            rule: 'figures-by-formula',
            severity: 'warning',
            facts: {...place, ...rowsSaid([...new Set(shown)])},
          } as const,
        ]
      : []),
    ...sums.map((one) => ({rule: 'figures-do-not-add', severity: 'warning', facts: {...place, ...one}}) as const),
  ];
}

/** The total of all persons may stand in every block. */
const withoutTwice = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(
    (one, i) =>
      !figures
        .slice(0, i)
        .some(
          ({table, year, code, value}) =>
            table === one.table && year === one.year && code === one.code && value === one.value,
        ),
  );

interface Read {
  readonly proposal: BlockProposal;
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
}

function readBlock(block: Block, year: number | undefined, seen: SheetSeen, known: Known): Read {
  const title = block.title === '' ? `${nameOf(seen)}, ${block.row}` : block.title;
  const answer = tableAnswer(known.answers, title);
  const guess = answer === undefined ? guessTable(block, known) : {table: tableOf(answer, known), certainty: 1};
  const table = guess?.table;
  const list = table && listOf(table, known);
  const words = list === undefined ? [] : wordsOf(block, list, known);
  const ofWord = new Map(words.map(({word, code}) => [folded(word), code]));
  const place = {file: seen.file, ...(seen.sheet === undefined ? {} : {sheet: seen.sheet})};
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  for (const entry of table === undefined ? [] : block.entries) {
    const of = entry.year ?? year;
    const {value, row} = entry;
    // The word of a block of one total may be anything: `Personer vurderet handlet`.
    const code = entry.word === '' || list === undefined ? undefined : ofWord.get(folded(entry.word));
    if (of === undefined || (entry.word !== '' && list !== undefined && (code === undefined || code === null)))
      findings.push({
        rule: of === undefined ? 'figures-without-year' : 'figure-not-read',
        severity: 'warning',
        facts: {...place, row},
      });
    else
      figures.push({
        table: table === undefined ? '' : idFor(table, code ?? undefined, known),
        year: of,
        code: code ?? undefined,
        value,
        row,
      });
  }
  const examples = block.entries.slice(0, 3).map(({word, value}) => `${word} ${value}`.trim());
  const proposal = {row: block.row, title, table: table?.id, certainty: guess?.certainty ?? 0, year, words, examples};
  return {proposal, figures, findings};
}

const tableOf = (id: string | null, {tables}: Known): TableShape | undefined => tables.find((one) => one.id === id);

const ownDimensions = ({dimensions}: TableShape): readonly string[] => dimensions.filter((one) => one !== YEAR);

function conceptOf(table: TableShape, {concepts}: Known): Concept | undefined {
  const [only, ...more] = ownDimensions(table);
  return more.length > 0 ? undefined : concepts.find(({id}) => id === only);
}

function listOf(table: TableShape, known: Known): CodeList | undefined {
  const concept = conceptOf(table, known);
  return concept === undefined ? undefined : known.lists.get(concept.list);
}

const isOfAll = ({unit, universe}: TableShape): boolean => unit === 'person' && Object.keys(universe).length === 0;

/** A total of all persons is that of the series of all persons, whichever table it was printed under. */
function idFor(table: TableShape, code: Code | undefined, {tables}: Known): string {
  const same = (one: TableShape) =>
    one.unit === table.unit && JSON.stringify(one.universe) === JSON.stringify(table.universe);
  const series = tables.find((one) => {
    const own = ownDimensions(one);
    const wanted = code === undefined ? [] : ownDimensions(table);
    return (
      one.dimensions.includes(YEAR) &&
      same(one) &&
      own.length === wanted.length &&
      own.every((id, i) => id === wanted[i])
    );
  });
  return series?.id ?? table.id;
}

/** By the words it is broken down by, and by its title. */
function guessTable(block: Block, known: Known): {readonly table: TableShape; readonly certainty: number} | undefined {
  const words = block.entries.map(({word}) => word).filter((word) => word !== '');
  const usable = known.tables.filter(
    (table) => ownDimensions(table).length <= 1 && !ownDimensions(table).some(isScale),
  );
  const scored = usable.flatMap((table) => {
    const certainty = certaintyOf(table, words, block.title, known);
    return certainty < LEAST ? [] : [{table, certainty: Math.round(Math.min(1, certainty) * 100) / 100}];
  });
  return scored.sort((a, b) => b.certainty - a.certainty || Number(isOfAll(b.table)) - Number(isOfAll(a.table)))[0];
}

const LEAST = 0.4;

function certaintyOf(table: TableShape, words: readonly string[], title: string, known: Known): number {
  const concept = conceptOf(table, known);
  const titled = Math.max(...Object.values(table.title).map((one) => likeness(title, one)));
  if (ownDimensions(table).length === 0) {
    if (!isOfAll(table)) return 0;
    const called = [title, ...words].flatMap((text) =>
      [...Object.values(table.title), ...known.patterns.flatMap(({labels}) => Object.values(labels))].map((one) =>
        likeness(text, one),
      ),
    );
    // Numbers beside years and nothing else: of all, most likely.
    if (words.length > 1) return 0;
    return Math.max(words.length === 0 ? 0.6 : 0, ...called.map((one) => 0.9 * one));
  }
  const list = listOf(table, known);
  if (concept === undefined || list === undefined || words.length === 0) return 0;
  const labels = labelsOf(list);
  const remembered = known.memory.words.get(list.id);
  const isKnown = (word: string) => {
    const code = labels.get(folded(word)) ?? remembered?.get(folded(word)) ?? wordAnswer(known.answers, list.id, word);
    return typeof code === 'string' && isCategory(code, concept, list);
  };
  const share = words.filter(isKnown).length / words.length;
  const called = Math.max(titled, ...Object.values(concept.labels).map((one) => likeness(title, one)));
  // What is counted of some persons only is told by its title alone.
  if (!isOfAll(table)) return titled < 0.8 ? 0 : share * titled * 0.85;
  return share * (words.length > 1 ? 0.85 : 0.6) + (called > 0.55 ? 0.15 * called : 0);
}

function isCategory(code: Code, {level}: Concept, {rows}: CodeList): boolean {
  const parents = new Set(rows.map(({parent}) => parent));
  const own = rows.filter((row) => row.code === code);
  if (level === 'top') return own.some(({parent}) => parent === undefined);
  return level !== 'leaf' || code === UNKNOWN || !parents.has(code);
}

function wordsOf(block: Block, list: CodeList, known: Known): readonly WordProposal[] {
  const {answers} = known;
  const labels = labelsOf(list);
  const remembered = known.memory.words.get(list.id) ?? new Map<string, Code | null>();
  const words = new Map(block.entries.filter(({word}) => word !== '').map(({word}) => [folded(word), word]));
  return [...words].map(([key, word]) => {
    const about = {of: list.id, word, cells: 1};
    const answer = wordAnswer(answers, list.id, word);
    if (answer !== undefined)
      return {...about, code: answer === '' ? undefined : answer, certainty: 1, grounds: ['answered'] as const};
    const code = labels.get(key) ?? remembered.get(key);
    if (code !== undefined) return {...about, code, certainty: 1, grounds: ['label'] as const};
    return {...about, ...nearestCode(word, [...remembered, ...labels])};
  });
}
