/**
 * Which column is which field: by what it is called, what is in it and what earlier files taught, each field at most once and
 * each column at most one field. What somebody answered comes before everything.
 */
import {type Cell, folded, textOf} from '#intake/cell';
import type {Column, FieldId, SourceFormat} from '#intake/source-format';
import {examplesOf} from './examples.ts';
import {bare, likeness} from './likeness.ts';
import {type ColumnProposal, type Ground, SLIGHT} from './proposal.ts';
import {type Content, contentOf, type Surroundings} from './read-content.ts';

export interface SeenColumn {
  readonly place: number;
  readonly heading: string;
  readonly cells: readonly Cell[];
  /** What somebody said of it. */
  readonly answer: FieldId | null | undefined;
}

interface Candidate {
  readonly column: SeenColumn;
  readonly field: FieldId;
  readonly certainty: number;
  readonly grounds: readonly Ground[];
  readonly content: Content | undefined;
}

export function proposeColumns(
  columns: readonly SeenColumn[],
  pattern: SourceFormat,
  surroundings: Surroundings,
): readonly ColumnProposal[] {
  const candidates = columns
    .filter(({answer}) => answer !== null)
    .flatMap((column) => pattern.columns.map((one) => candidate(column, one, pattern, surroundings)))
    .filter(({certainty}) => certainty >= SLIGHT)
    .sort((a, b) => b.certainty - a.certainty);
  const chosen = assigned(candidates);
  return columns.map((column) =>
    proposalOf(
      column,
      chosen.get(column),
      candidates.filter((one) => one.column === column),
      pattern,
    ),
  );
}

/** The surest first; neither its column nor its field is then free for another. */
function assigned(candidates: readonly Candidate[]): ReadonlyMap<SeenColumn, Candidate> {
  const chosen = new Map<SeenColumn, Candidate>();
  const fields = new Set<FieldId>();
  for (const one of candidates) {
    if (chosen.has(one.column) || fields.has(one.field)) continue;
    chosen.set(one.column, one);
    fields.add(one.field);
  }
  return chosen;
}

function proposalOf(
  {place, heading, cells, answer}: SeenColumn,
  chosen: Candidate | undefined,
  candidates: readonly Candidate[],
  pattern: SourceFormat,
): ColumnProposal {
  const own = chosen === undefined ? 1 : chosen.certainty > 1 ? 1 : unlessCloseTo(chosen, candidates);
  // None is shown as likelier than the chosen one, which has just been made less certain for being close to them.
  const others = candidates
    .filter((one) => one !== chosen)
    .slice(0, 3)
    .map(({field, certainty}) => ({field, certainty: rounded(Math.min(own, certainty))}));
  const filled = cells.filter((cell) => textOf(cell) !== '').length;
  const fields = new Set(chosen === undefined ? candidates.map(({field}) => field) : [chosen.field]);
  const mayBeCodes = pattern.columns.some(
    ({field, type}) => fields.has(field) && (type.kind === 'code' || type.kind === 'answer'),
  );
  const common = {place, heading, filled, examples: examplesOf(cells, mayBeCodes), others};
  if (chosen === undefined) {
    const certainty = answer === null ? 1 : rounded(1 - Math.max(0.1, others[0]?.certainty ?? 0));
    const grounds = answer === null ? (['answered'] as const) : [];
    return {...common, field: undefined, certainty, grounds, readable: undefined};
  }
  const {field, grounds, content} = chosen;
  const readable = content === undefined ? undefined : rounded(content.readable);
  return {...common, field, certainty: rounded(own), grounds, readable};
}

const rounded = (number: number): number => Math.round(Math.min(1, number) * 100) / 100;

/** Where it might nearly as well be another field, it is not sure to be this one. */
function unlessCloseTo(chosen: Candidate, candidates: readonly Candidate[]): number {
  const rival = candidates.find(({field}) => field !== chosen.field);
  return rival !== undefined && chosen.certainty - rival.certainty < 0.1 ? chosen.certainty * 0.8 : chosen.certainty;
}

function candidate(column: SeenColumn, known: Column, pattern: SourceFormat, surroundings: Surroundings): Candidate {
  const {memory} = surroundings;
  const {heading, cells, answer} = column;
  const {field} = known;
  const nothing = {column, field, certainty: 0, grounds: [], content: undefined};
  if (answer !== undefined && answer !== field) return nothing;
  const content = contentOf(cells, known, pattern, surroundings);
  // More than certain: before whatever is found.
  if (answer === field) return {column, field, certainty: 2, grounds: ['answered'], content};
  if (heading === '' || memory.leftOut?.has(bare(heading)) === true) return nothing;
  const remembered = memory.headings.get(folded(heading))?.has(field) === true;
  const called = remembered ? 0.99 : byHeading(heading, known);
  const held = content === undefined ? 0 : content.tells * (content.sure ?? content.readable);
  const certainty = (1 - (1 - called) * (1 - held)) * doubt(content);
  const grounds: Ground[] = [];
  if (remembered) grounds.push('remembered');
  else if (called > 0.3) grounds.push('heading');
  if (held > 0.3) grounds.push('content');
  return {column, field, certainty, grounds, content};
}

/** Headings that have half their letters in common have nothing in common. */
const LITTLE = 0.55;

function byHeading(text: string, {heading, aliases}: Column): number {
  const most = Math.max(...[heading, ...aliases].map((one) => likeness(text, one)));
  return most < LITTLE ? 0 : (0.97 * (most - LITTLE)) / (1 - LITTLE);
}

/** What is in it speaks against it where less than half can be read: somebody is asked. */
function doubt(content: Content | undefined): number {
  if (content === undefined || content.readable >= 0.5) return 1;
  return content.never === true ? 0.2 : 0.5 + content.readable;
}
