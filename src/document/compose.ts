/**
 * Composes a statement in one language from the office's text and protected cubes. Sentences are functions of published
 * cells; what fails is marked where it stands and reported. The same inputs give the same statement.
 */

import {YEAR} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import type {DeclaredNote} from '#concepts/note';
import type {Observation} from '#concepts/observation';
import {type Period, periodId} from '#concepts/period';
import type {Words} from '#concepts/words';
import {type ProtectedCube, sliceOf} from '#disclosure/protect';
import {canonicalJson} from '#kit/canonical-json';
import type {Language} from '#language/language';
import {breakNotes, type CodeLists, restatementIn} from './break-notes.ts';
import {chartView} from './chart-view.ts';
import type {Commentary} from './commentary.ts';
import {commentaryBlocks} from './commentary-blocks.ts';
import type {GuardedWords} from './guarded-words.ts';
import {plainText} from './inline-markdown.ts';
import {LOCALES} from './intl.ts';
import {NoteNumbers} from './note-numbers.ts';
import type {Message, Outline, OutlineBlock} from './outline.ts';
import {revisionNotes} from './revision-notes.ts';
import {spanText, type Threshold} from './scope.ts';
import {type Teller, tell} from './sentence.ts';
import {fingerprint, sentenceIds} from './sentence-ids.ts';
import type {Block, Inline, Mark, Statement, ToldForm} from './statement.ts';
import {tableView, type ViewWords} from './table-view.ts';
import {textFinding} from './text-finding.ts';

export interface Composition {
  readonly outline: Outline;
  readonly cubes: readonly ProtectedCube[];
  readonly period: Period;
  readonly words: Words;
  readonly language: Language;
  readonly guarded: GuardedWords;
  /** Of any period and language; the one that fits is told. */
  readonly commentaries: readonly Commentary[];
  readonly codeLists: CodeLists;
  /** The edition that this one corrects, and why: told before everything else. */
  readonly corrects?: {readonly edition: string; readonly erratum: string} | undefined;
  /** By which a public edition withholds figures; undefined: it withholds none. */
  readonly threshold?: Threshold | undefined;
  /** Tables that tell of revisions, whether there are any or not, each with the table it is about. */
  readonly revisions: ReadonlyMap<string, string>;
  /** What the office notes of the statement as a whole. */
  readonly notes: readonly DeclaredNote[];
  /** What the tables' checks found: marked on the tables they name. */
  readonly findings: readonly Finding[];
  readonly office: string;
  readonly cutOff: string;
  readonly marks: readonly Mark[];
  readonly producedBy: string;
}

export function compose(composition: Composition): Statement {
  const {outline, cubes, period, words, language, office, cutOff, marks, producedBy} = composition;
  const findings: Finding[] = [];
  const told: ToldForm[] = [];
  const notes = new NoteNumbers(outline.notes.map(({id}) => id));
  const scope = {
    cubes: new Map(cubes.map((cube) => [cube.table.id, cube])),
    period,
    tag: language.tag,
    locale: LOCALES[language.tag],
    document: language.document,
    threshold: composition.threshold,
  };
  const edition = cubes[0]?.edition ?? 'internal';
  const teller: Teller = {
    scope,
    edition,
    language,
    words,
    guarded: composition.guarded,
    file: outline.file,
    report: (finding) => findings.push(finding),
    mention: (note) => notes.mention(note),
    chosen: (sentence, form, forms) => told.push({sentence, form, forms, source: sources.get(sentence) ?? ''}),
  };
  const ids = sentenceIds(outline);
  const sources = new Map([...ids].map(([{source}, id]) => [id, fingerprint(source)]));
  const page = new Page(composition, teller, ids);
  const title = plainText(tell(teller, outline.title, [], ids.get(outline.title)));
  const {subtitle: below} = outline;
  const subtitle = below === undefined ? '' : plainText(tell(teller, below, [], ids.get(below)));
  const blocks = [
    ...correction(composition),
    ...outline.blocks.flatMap((block) => page.block(block)),
    ...notesOnAll(composition),
  ];
  return {
    language: language.tag,
    title,
    subtitle,
    office,
    period: periodId(period),
    cutOff,
    edition,
    marks,
    open: edition === 'public' ? [] : openFindings(composition, blocks),
    blocks,
    notes: notes.inOrder().map(({id, number}) => ({id, number, content: page.note(id)})),
    findings,
    told,
    producedBy,
  };
}

/** Tables and figures are numbered through the statement as they come. */
class Page {
  private readonly composition: Composition;
  private readonly teller: Teller;
  private readonly ids: ReadonlyMap<Message, string>;
  private tables = 0;
  private charts = 0;

  constructor(composition: Composition, teller: Teller, ids: ReadonlyMap<Message, string>) {
    this.composition = composition;
    this.teller = teller;
    this.ids = ids;
  }

  block(block: OutlineBlock): readonly Block[] {
    switch (block.kind) {
      case 'heading':
        return [{kind: 'heading', level: block.level, id: block.id, content: this.tell(block.message)}];
      case 'paragraph':
        return filled(this.told(block.messages)).map((content) => ({kind: 'paragraph', content}));
      case 'list': {
        const items = block.items.flatMap((item) => filled(this.told(item)));
        return items.length === 0 ? [] : [{kind: 'list', items}];
      }
      case 'commentary':
        return commentaryBlocks(this.teller, this.composition.commentaries, block.id);
      default:
        return this.shown(block.kind, block.id, block.line);
    }
  }

  note(id: string): readonly Inline[] {
    return this.told(this.composition.outline.notes.find((note) => note.id === id)?.messages ?? []);
  }

  /** Messages side by side, a space between those that say something. */
  private told(messages: readonly Message[]): readonly Inline[] {
    return messages
      .map((message) => this.tell(message))
      .filter((content) => content.length > 0)
      .flatMap((content, i) => (i === 0 ? content : [{kind: 'text', text: ' '} satisfies Inline, ...content]));
  }

  private tell(message: Message): readonly Inline[] {
    return tell(this.teller, message, [], this.ids.get(message));
  }

  private shown(kind: 'table' | 'chart' | 'breaks' | 'revisions', id: string, line: number): readonly Block[] {
    const {words, language, office, codeLists} = this.composition;
    const cube = this.teller.scope.cubes.get(id);
    const told = this.composition.revisions.get(id);
    if (kind === 'revisions') {
      const title = words.table(told ?? id);
      return revisionNotes(cube, {language, locale: this.teller.scope.locale, title}).map((content) => ({
        kind: 'paragraph',
        content,
      }));
    }
    // Before anything was released there is nothing to show, and nothing is missing.
    if (cube === undefined && told !== undefined) return [];
    if (cube === undefined) {
      this.teller.report(textFinding('no-such-cell', {file: this.teller.file, line}, {address: id}));
      return [];
    }
    if (cube.table.shown === 'when-counted' && cube.cells.every(isNobody)) return [];
    const view = {words, document: language.document, locale: this.teller.scope.locale};
    const period = spanText(this.teller.scope);
    if (kind === 'chart')
      return [{kind, chart: chartView(cube, view, {number: ++this.charts, period, source: office})}];
    if (kind === 'breaks')
      return breakNotes(cube, this.teller.scope.cubes.values(), codeLists, view).map((content) => ({
        kind: 'paragraph',
        content,
      }));
    const faults = this.faultsOf(id);
    const table = {kind, table: tableView(cube, view, {number: ++this.tables, faults})} as const;
    return [table, ...this.restated(cube, view)];
  }

  /** A series that breaks is followed by itself without the break: all its years under the definitions of the last. */
  private restated(cube: ProtectedCube, view: ViewWords): readonly Block[] {
    if (cube.dimensions.every(({concept}) => concept !== YEAR)) return [];
    const restated = restatementIn(this.teller.scope.cubes.values(), cube);
    const last = restated?.dimensions[0]?.codes.at(-1);
    if (restated === undefined || last === undefined || restated === cube) return [];
    const faults = this.faultsOf(restated.table.id);
    const slice = sliceOf(restated, last);
    // What moved may be told as one with where it moved to.
    const isRolledUp = cube.dimensions.some(({rolledUp}) => rolledUp !== undefined);
    if (isRolledUp && canonicalJson(slice.cells) === canonicalJson(cube.cells)) return [];
    return [{kind: 'table', table: tableView(slice, view, {number: ++this.tables, faults})}];
  }

  /** What is found is for the office alone: a draft of a public edition says no more than that it is one. */
  private faultsOf(id: string): readonly string[] {
    const {findings, language} = this.composition;
    if (this.teller.edition === 'public') return [];
    return findings
      .filter((finding) => concerns(finding, id))
      .map(({rule, facts}) => language.findings[rule](facts).what);
  }
}

const isNobody = (cell: Observation): boolean => cell.kind !== 'count' || cell.value === 0;

function correction({corrects, language}: Composition): readonly Block[] {
  if (corrects === undefined) return [];
  const text = language.document.revising.corrects(corrects.edition, corrects.erratum);
  return [{kind: 'paragraph', content: [{kind: 'strong', content: [{kind: 'text', text}]}]}];
}

/** A section of its own, the last. */
function notesOnAll({notes, language}: Composition): readonly Block[] {
  if (notes.length === 0) return [];
  const text = (said: string): readonly Inline[] => [{kind: 'text', text: said}];
  return [
    {kind: 'heading', level: 2, id: 'notes-on-all', content: text(language.document.reading.notesOnAll)},
    {kind: 'list', items: notes.map((note) => text(note.text[language.tag]))},
  ];
}

const filled = (content: readonly Inline[]): readonly (readonly Inline[])[] => (content.length === 0 ? [] : [content]);

/** Errors that no table of the text is marked with, nor every page. */
function openFindings({findings, language}: Composition, blocks: readonly Block[]): readonly string[] {
  const shown = blocks.flatMap((block) => (block.kind === 'table' ? [block.table.id] : []));
  return findings
    .filter(({severity, rule}) => severity === 'error' && rule !== 'period-not-over')
    .filter((finding) => !shown.some((table) => concerns(finding, table)))
    .map(({rule, facts}) => language.findings[rule](facts).what);
}

/** A finding of the tables' checks says which they are. A source or a measure may be called what a table is called. */
const concerns = ({facts: {tables}}: Finding, table: string): boolean =>
  Array.isArray(tables) && tables.includes(table);
