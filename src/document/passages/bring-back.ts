/**
 * A statement's text that came back from a word processor, beside what was sent: the wording is taken sentence by sentence into the
 * office's own text, and every figure stays bound to its cell. Nothing is written here: it is said what would be.
 */
import {PERCENT} from '#language/percent';
import {claimsOf} from '../claims.ts';
import type {GuardedWords} from '../guarded-words.ts';
import {INSERT, insertMark} from '../inline-markdown.ts';
import {readMessage, variantsOf} from '../message-model.ts';
import type {Outline} from '../outline.ts';
import {fingerprint} from '../sentence-ids.ts';
import type {Inline, Statement} from '../statement.ts';
import {findTyped} from '../typed-figures.ts';
import {textOfPieces, type WordDocument, type WordPiece} from '../word/document.ts';
import type {Candidate, Commented, Stopping, Taken, Told} from './back.ts';
import {type BaseParagraph, baseOf, type Passage} from './base.ts';
import {bagOf, likeness} from './diff.ts';
import {type Came, type Laid, lay} from './lay.ts';
import {type Group, lineOf, pairLines} from './pair-lines.ts';
import {formsOf, type Written, writePattern} from './pattern.ts';
import {type Finder, isAsSent, rewrite, writtenAlone} from './rewrite.ts';
import {sinceThen} from './since-then.ts';
import {edited, type LineEdit, linesFor, type Region, regionOf, wrapped} from './source-lines.ts';
import {compareTables} from './tables-back.ts';
import {atomOf, readsAlike, settled, type Token, tokensOf, wordsOf} from './tokens.ts';

const DIGITS = new RegExp(String.raw`\p{N}+(?:[.,]\p{N}+)*(?:${PERCENT})?`, 'giu');

export interface SentOut {
  readonly statement: Statement;
  readonly outline: Outline;
  /** The office's text that it was composed from. */
  readonly text: string;
  /** As the statement is written for a word processor. */
  readonly document: WordDocument;
  readonly guarded: GuardedWords;
  /** Cells that a typed figure could be bound to, the likeliest first. */
  readonly candidates: (typed: string, section: string, beside: string) => readonly Candidate[];
}

export interface Brought {
  readonly taken: readonly Taken[];
  readonly stopping: readonly Stopping[];
  readonly told: readonly Told[];
  readonly comments: readonly Commented[];
  readonly text: string;
  /** What each sentence is to say when the text is composed again; by what it says now where it is new. */
  readonly expected: readonly {readonly sentence: string; readonly text: string}[];
}

export const bringBack = (sent: SentOut, came: WordDocument): Brought => new BringingBack(sent, came).brought();

interface SentLine {
  readonly text: string;
  readonly base: BaseParagraph | undefined;
  readonly what: 'program' | 'commentary' | 'front';
}

interface CameLine {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly kind: 'heading' | 'item' | 'plain';
  readonly level: number;
}

class BringingBack {
  private readonly sent: SentOut;
  private readonly came: WordDocument;
  private readonly base: readonly BaseParagraph[];
  private readonly lines: readonly string[];
  private readonly taken: Taken[] = [];
  private readonly stopping: Stopping[] = [];
  private readonly told: Told[] = [];
  private readonly comments: Commented[] = [];
  /** After which line the list goes on that is being added. */
  private listEnds: number | undefined;
  private readonly expected: {sentence: string; text: string}[] = [];
  private readonly edits: LineEdit[] = [];
  private readonly newNotes: string[] = [];
  private readonly live: ReadonlySet<string>;
  private readonly notes = new Map<string, string>();
  private readonly since: ReadonlyMap<string, string | undefined>;
  private byText = 0;

  constructor(sent: SentOut, came: WordDocument) {
    this.sent = sent;
    const {document, changed} = sinceThen(sent.statement, came);
    this.came = document;
    this.since = changed;
    this.base = baseOf(sent.statement, sent.outline);
    this.lines = sent.text.split('\n');
    const pieces = [...document.paragraphs, ...document.notes].flatMap((paragraph) => paragraph.pieces);
    this.live = new Set(pieces.flatMap(({control}) => atomOf(control) ?? []));
  }

  brought(): Brought {
    this.pairNotes();
    const sentLines = this.sentLines();
    const cameLines = this.cameLines();
    const groups = pairLines(
      sentLines.map(({text}) => lineOf(text)),
      cameLines.map(({text}) => lineOf(text)),
    );
    for (const group of groups) this.body(group, sentLines, cameLines, groups);
    this.footnotes();
    const tables = compareTables(this.sent.document, this.came);
    this.stopping.push(...tables.stopping);
    this.told.push(...tables.told);
    if (this.byText > 0) this.told.push({kind: 'by-text', figures: this.byText});
    const text = edited(this.lines, this.edits).join('\n') + this.newNotes.map((note) => `\n${note}\n`).join('');
    const {taken, stopping, told, comments, expected} = this;
    return {taken, stopping, told, comments, expected, text: stopping.length > 0 ? this.sent.text : text};
  }

  /** The document as it was sent, each paragraph with what it is of. */
  private sentLines(): readonly SentLine[] {
    const prose = this.base.filter(({kind}) => kind !== 'note');
    let next = 0;
    let front = true;
    return this.sent.document.paragraphs.flatMap(({pieces, style}): readonly SentLine[] => {
      const text = wordsOf(tokensOf(this.withoutMessages(pieces)));
      if (text === '') return [];
      const found = prose.findIndex((paragraph, i) => i >= next && paragraph.text === text);
      if (found >= 0) {
        next = found + 1;
        front = false;
        return [{text, base: prose[found], what: 'program'}];
      }
      return [{text, base: undefined, what: front ? 'front' : style === 'Commentary' ? 'commentary' : 'program'}];
    });
  }

  private cameLines(): readonly CameLine[] {
    const lines = this.came.paragraphs.flatMap(({pieces, kind, level, style}) => {
      const tokens = tokensOf(this.withoutMessages(pieces));
      const text = wordsOf(tokens);
      return text === '' ? [] : [{tokens, text, kind, level, style}];
    });
    const headings = new Set(this.base.flatMap(({kind, text}) => (kind === 'heading' ? [text] : [])));
    const listed = lines.map(
      ({text, style, kind}) =>
        /^(?:TOC|Contents|Verzeichnis|Indholdsfortegn)/i.test(style) ||
        (kind !== 'heading' && headings.has(text.replace(/[\s.…]*\d*$/u, ''))),
    );
    // Contents that a word processor has written out are several headings in a row.
    return lines.filter((_, i) => !(listed[i] && (listed[i - 1] || listed[i + 1])));
  }

  /** What the program remarked on in the text is no part of it. */
  private withoutMessages(pieces: readonly WordPiece[]): readonly WordPiece[] {
    const {blocks} = this.sent.statement;
    const marked = blocks.flatMap((block) =>
      'content' in block && block.kind !== 'commentary' ? block.content.flatMap(faultsIn) : [],
    );
    const text = textOfPieces(pieces);
    const cuts = marked.flatMap((said) => {
      const at = text.indexOf(said);
      return at < 0 ? [] : [[at, at + said.length] as const];
    });
    if (cuts.length === 0) return pieces;
    let at = 0;
    return pieces.map((piece) => {
      const from = at;
      at += piece.text.length;
      const kept = [...piece.text].filter((_, i) => !cuts.some(([a, b]) => from + i >= a && from + i < b));
      return kept.length === piece.text.length ? piece : {...piece, text: kept.join('')};
    });
  }

  /** Word counts its notes anew; they are known by what they say. */
  private pairNotes(): void {
    const notes = this.base.filter(({kind}) => kind === 'note');
    const free = new Set(notes);
    const said = this.came.notes.map(({id, pieces}) => ({id, bag: bagOf(textOfPieces(pieces))}));
    for (const {id, bag} of said) {
      const [best] = [...free]
        .map((note) => ({note, share: likeness(bagOf(note.text), bag)}))
        .filter(({share}) => share > 0.3)
        .toSorted((a, b) => b.share - a.share);
      if (best === undefined) continue;
      free.delete(best.note);
      this.notes.set(id, best.note.section.replace(/^note-/, ''));
    }
    for (const {number, id} of this.sent.statement.notes) this.notes.set(`#${number}`, id);
  }

  private body(
    group: Group,
    sentLines: readonly SentLine[],
    cameLines: readonly CameLine[],
    groups: readonly Group[],
  ): void {
    const before = group.sent.flatMap((i) => sentLines[i] ?? []);
    const after = group.came.flatMap((j) => cameLines[j] ?? []);
    const own = before.flatMap(({base}) => base ?? []);
    if (own.length === 0 && before.length > 0) this.program(before, after);
    else if (own.length === 0) this.addParagraph(after, this.placeAfter(group, groups, sentLines));
    else if (after.length === 0) this.remove(own);
    else this.compare(own, after);
    if (group.moved && own.length > 0) this.move(own, this.placeAfter(group, groups, sentLines));
  }

  private program(before: readonly SentLine[], after: readonly CameLine[]): void {
    const [first] = before;
    const [was, is] = [before.map(({text}) => text).join(' '), after.map(({text}) => text).join(' ')];
    if (first !== undefined && was !== is) this.told.push({kind: 'left', what: first.what, before: was, after: is});
  }

  /** Where a paragraph that has no place of its own stands now: after this one, or before that. */
  private placeAfter(group: Group, groups: readonly Group[], sentLines: readonly SentLine[]): Place {
    const [here = 0] = group.came;
    const placed = groups.flatMap(({sent, came, moved}) => {
      const [i] = sent;
      const [j] = came;
      return i === undefined || j === undefined || moved ? [] : [{i: sent.at(-1) ?? i, first: i, j}];
    });
    const previous = placed.filter(({j}) => j < here).toSorted((a, b) => b.j - a.j)[0];
    const base = previous === undefined ? undefined : sentLines[previous.i]?.base;
    if (base !== undefined) return {after: base};
    const following = sentLines.slice(previous === undefined ? 0 : previous.i + 1).find((line) => line.base)?.base;
    return following === undefined ? {end: true} : {before: following};
  }

  private footnotes(): void {
    for (const note of this.base.filter(({kind}) => kind === 'note')) {
      const name = note.section.replace(/^note-/, '');
      const came = this.came.notes.find(({id}) => this.notes.get(id) === name);
      if (came === undefined) {
        this.told.push({kind: 'left', what: 'program', before: note.text, after: ''});
        continue;
      }
      const tokens = tokensOf(came.pieces);
      this.compare([note], [{tokens, text: wordsOf(tokens), kind: 'plain', level: 0}]);
    }
  }

  private compare(paragraphs: readonly BaseParagraph[], came: readonly CameLine[]): void {
    const tokens = came.flatMap(({tokens: own}, i) => (i === 0 ? own : [BREAK, ...own]));
    const laid = lay(paragraphs, tokens, {live: this.live, notes: this.notes});
    const isHeading = paragraphs.some(({kind}) => kind === 'heading');
    for (const [i, passage] of laid.passages.entries()) this.passage(passage, i, laid, isHeading);
    for (const {after, tokens: added} of laid.added) this.addSentence(laid.passages[after], laid.passages[0], added);
    if (laid.passages.every((_, i) => laid.came[i] !== undefined)) this.breaks(paragraphs, tokens, laid);
    this.remember(tokens, laid.passages[0]?.sentence ?? '');
  }

  private passage(passage: Passage, i: number, laid: Laid, isHeading: boolean): void {
    const {sentence} = passage;
    const sent = laid.sent.filter((token) => token.passage === i);
    const came = withoutBreaks(laid.came[i]);
    if (came === undefined) {
      if (!isHeading) this.removePassage(passage);
      return;
    }
    if (isAsSent(sent, came, isHeading)) {
      this.expected.push({sentence, text: passage.text});
      this.byText += countAtoms(sent.filter(({key}) => !key.startsWith('⟦')));
      return;
    }
    const now = wordsOf(came);
    if (this.since.has(sentence)) {
      if (this.since.get(sentence) !== fingerprint(now))
        this.stopping.push({kind: 'changed-since', sentence, before: passage.text, after: now});
      return;
    }
    const region = regionOf(this.lines, passage.message);
    const opens = region !== undefined && !region.fenced && region.prefix === '';
    const again = rewrite(passage, sent, laid.sent, came, this.finder(came), opens);
    for (const {placeholder, found} of again.changed) this.changed(passage, placeholder, found);
    if (again.changed.length > 0) return;
    this.byText += again.byText;
    if (region === undefined || again.source === passage.message.source) {
      this.stopping.push({kind: 'not-written', sentence, after: now});
      return;
    }
    this.replace(region, again.source);
    this.taken.push({kind: 'reworded', sentence, before: passage.text, after: now});
    this.expected.push({sentence, text: now});
    for (const placeholder of again.dropped) this.droppedFigure(passage, placeholder);
    for (const words of again.words) this.told.push({kind: 'figure-words', sentence, ...words});
    if (passage.forms > 1)
      this.told.push({kind: 'other-forms', sentence, form: passage.number + 1, forms: passage.forms});
    this.typedIn(passage, again.source);
  }

  private changed(passage: Passage, placeholder: number, found: string): void {
    const {addresses, text} = passage.atoms[placeholder] ?? {addresses: [], text: ''};
    const name = passage.form.placeholders[placeholder]?.name ?? '';
    const address = addresses.length === 1 ? (addresses[0] ?? name) : name;
    this.stopping.push({kind: 'figure-changed', sentence: passage.sentence, address, bound: text, found});
  }

  private droppedFigure(passage: Passage, placeholder: number): void {
    const {text = '', addresses = []} = passage.atoms[placeholder] ?? {};
    const address = addresses[0] ?? passage.form.placeholders[placeholder]?.name ?? '';
    this.told.push({kind: 'figure-dropped', sentence: passage.sentence, address, bound: text});
  }

  private finder(came: readonly Came[]): Finder {
    return {
      find: (atom) => {
        const [, sentence = '', number = ''] = /^(.*):(\d+)$/.exec(atom) ?? [];
        const passage = this.base.flatMap(({passages}) => passages).find((one) => one.sentence === sentence);
        const placeholder = passage?.form.placeholders[Number(number)];
        const text = passage?.atoms[Number(number)]?.text;
        if (placeholder === undefined || text === undefined) return undefined;
        const token = came.find((one) => one.atom === atom);
        return token === undefined ? undefined : {sentence, placeholder, text};
      },
      note: (token) => this.noteFor(token),
      figuresIn: (text) => this.figuresIn(text),
    };
  }

  private figuresIn(text: string): readonly {readonly start: number; readonly text: string}[] {
    const digits = [...text.matchAll(DIGITS)].map(({0: found, index: start}) => ({
      start,
      text: found,
    }));
    const words = findTyped(text, this.sent.guarded, new Set()).filter(
      ({rule, start}) => rule === 'typed-figure' && !digits.some((one) => one.start === start),
    );
    return [...digits, ...words].toSorted((a, b) => a.start - b.start);
  }

  /** A note that is new is written at the end of the text. */
  private noteFor({note = ''}: Came): string {
    const known = this.notes.get(note);
    if (known !== undefined) return known;
    const taken = new Set(this.notes.values());
    let number = 1;
    while (taken.has(`new-${number}`)) number++;
    const name = `new-${number}`;
    this.notes.set(note, name);
    const pieces = this.came.notes.find(({id}) => id === note)?.pieces ?? [];
    const laid = lay([], tokensOf(pieces), {live: this.live, notes: this.notes});
    const parts = (laid.added[0]?.tokens ?? []).flatMap((token) => this.alone(token));
    this.newNotes.push(...wrapped(writePattern(parts, false), `[^${name}]: `, '    '));
    this.taken.push({kind: 'added', after: `note-${name}`, text: settled(textOfPieces(pieces))});
    return name;
  }

  private alone(token: Came): readonly Written[] {
    const {bold, italic, href} = token;
    return writtenAlone(token, {bold, italic, href}, this.finder([token]), undefined);
  }

  private addSentence(after: Passage | undefined, first: Passage | undefined, tokens: readonly Came[]): void {
    const beside = after ?? first;
    const region = beside === undefined ? undefined : regionOf(this.lines, beside.message);
    const text = wordsOf(tokens);
    if (beside === undefined || region === undefined) {
      this.stopping.push({kind: 'not-written', sentence: beside?.sentence ?? '', after: text});
      return;
    }
    if (!this.intact(tokens, beside.sentence)) return;
    const source = writePattern(
      tokens.flatMap((token) => this.alone(token)),
      region.prefix === '',
    );
    const at = after === undefined ? region.from : region.to;
    const lines = wrapped(source, after === undefined ? region.prefix : region.indent, region.indent);
    this.edits.push({from: at, to: at, lines});
    this.taken.push({kind: 'added', after: after?.sentence ?? '', text});
    this.expected.push({sentence: beside.sentence, text});
    this.typed(beside.sentence, source, tokens, new Set());
  }

  private addParagraph(came: readonly CameLine[], place: Place): void {
    for (const {tokens, text, kind, level} of came) {
      const beside = place.after ?? place.before ?? this.base.findLast((one) => one.kind !== 'note');
      const sentence = beside?.passages.at(-1)?.sentence ?? '';
      const region = this.regionAt(place);
      if (region === undefined) {
        this.stopping.push({kind: 'not-written', sentence, after: text});
        continue;
      }
      const laid = tokens.map((token): Came => ({...token, key: '', match: undefined}));
      this.remember(tokens, sentence);
      if (!this.intact(laid, sentence)) continue;
      const plain = kind === 'heading' ? laid.map((token) => ({...token, bold: false, italic: false})) : laid;
      const source = writePattern(
        plain.flatMap((token) => this.alone(token)),
        true,
      );
      const isItem = kind === 'item';
      const lines =
        kind === 'heading'
          ? [`${level > 1 ? '###' : '##'} ${source}`]
          : wrapped(source, isItem ? '- ' : '', isItem ? '  ' : '');
      const at = place.after === undefined ? region.from : region.to;
      const joins = isItem && (beside?.kind === 'item' || this.listEnds === at);
      this.listEnds = isItem && place.after !== undefined ? at : undefined;
      const spaced = joins ? lines : place.after === undefined ? [...lines, ''] : ['', ...lines];
      this.edits.push({from: at, to: at, lines: spaced});
      this.taken.push({kind: 'added', after: place.after === undefined ? '' : sentence, text});
      this.expected.push({sentence, text});
      this.typed(sentence, source, laid, new Set());
    }
  }

  /** A bound figure that was moved says what it said. */
  private intact(tokens: readonly Came[], sentence: string): boolean {
    const changed = tokens.flatMap((token) => {
      const found = token.atom === undefined ? undefined : this.finder([token]).find(token.atom);
      return found === undefined || readsAlike(found.text, token.text) ? [] : [{token, found}];
    });
    for (const {token, found} of changed)
      this.stopping.push({
        kind: 'figure-changed',
        sentence,
        address: found.placeholder.name,
        bound: found.text,
        found: token.text,
      });
    return changed.length === 0;
  }

  private remove(paragraphs: readonly BaseParagraph[]): void {
    for (const paragraph of paragraphs) {
      if (paragraph.kind === 'heading') {
        this.told.push({kind: 'left', what: 'heading', before: paragraph.text, after: ''});
        continue;
      }
      for (const passage of paragraph.passages) this.removePassage(passage);
    }
  }

  private removePassage(passage: Passage): void {
    const {sentence, message, form, forms, text} = passage;
    if (text === '') return;
    const region = regionOf(this.lines, message);
    // What is new since was never in the document.
    if (this.since.has(sentence) && this.since.get(sentence) === undefined) return;
    if (region === undefined || this.since.has(sentence)) {
      this.stopping.push({kind: 'changed-since', sentence, before: text, after: ''});
      return;
    }
    if (forms > 1) {
      this.replace(region, message.source.slice(0, form.start) + message.source.slice(form.end));
      this.told.push({kind: 'other-forms', sentence, form: passage.number + 1, forms});
    } else {
      const blank = (this.lines[region.to] ?? '') === '' && (this.lines[region.from - 1] ?? '') === '';
      this.edits.push({from: region.from, to: region.to + (blank ? 1 : 0), lines: []});
    }
    this.taken.push({kind: 'removed', sentence, before: text});
    for (const {placeholder, addresses} of passage.atoms)
      if (addresses.length > 0) this.droppedFigure(passage, placeholder);
  }

  private move(paragraphs: readonly BaseParagraph[], place: Place): void {
    const target = this.regionAt(place);
    for (const paragraph of paragraphs) {
      const region = this.paragraphRegion(paragraph);
      const sentence = paragraph.passages[0]?.sentence ?? '';
      if (region === undefined || target === undefined || paragraph.kind === 'heading') {
        this.told.push({kind: 'left', what: 'heading', before: paragraph.text, after: paragraph.text});
        continue;
      }
      const inside = this.edits.filter(({from, to}) => from >= region.from && to <= region.to);
      for (const edit of inside) this.edits.splice(this.edits.indexOf(edit), 1);
      const shifted = inside.map((edit) => ({...edit, from: edit.from - region.from, to: edit.to - region.from}));
      const lines = edited(this.lines.slice(region.from, region.to), shifted);
      const at = place.after === undefined ? target.from : target.to;
      const isItem = paragraph.kind === 'item';
      const blank = !isItem && (this.lines[region.to] ?? '') === '' ? 1 : 0;
      this.edits.push({from: region.from, to: region.to + blank, lines: []});
      const spaced = isItem ? lines : place.after === undefined ? [...lines, ''] : ['', ...lines];
      this.edits.push({from: at, to: at, lines: spaced});
      this.taken.push({
        kind: 'moved',
        sentence,
        after: (place.after ?? place.before)?.passages.at(-1)?.sentence ?? '',
        text: paragraph.text,
      });
    }
  }

  private regionAt(place: Place): Region | undefined {
    if (place.end !== true) return this.paragraphRegion(place.after ?? place.before);
    const notes = this.lines.findIndex((line) => /^ {0,3}\[\^[^\]]+\]:/.test(line));
    const from = notes < 0 ? this.lines.length : notes;
    return {from, to: from, prefix: '', indent: '', suffix: '', width: 0, fenced: false};
  }

  private paragraphRegion(paragraph: BaseParagraph | undefined): Region | undefined {
    const regions = (paragraph?.passages ?? []).map(({message}) => regionOf(this.lines, message));
    const [first] = regions;
    const last = regions.at(-1);
    return first === undefined || last === undefined || regions.includes(undefined)
      ? undefined
      : {...first, to: last.to};
  }

  /** A paragraph parted between two sentences, or two joined. Inside a sentence with forms it cannot be. */
  private breaks(paragraphs: readonly BaseParagraph[], tokens: readonly Token[], laid: Laid): void {
    const wanted = tokens.filter(({breaks}) => breaks).length;
    const had = paragraphs.length - 1;
    if (wanted === had) return;
    const [first] = paragraphs[0]?.passages ?? [];
    const sentence = first?.sentence ?? '';
    if (wanted < had) {
      const [, second] = paragraphs;
      const [above, below] = [this.paragraphRegion(paragraphs[0]), this.paragraphRegion(second)];
      const free = above && below && this.lines.slice(above.to, below.from).every((line) => line.trim() === '');
      if (above !== undefined && below !== undefined && free) {
        this.edits.push({from: above.to, to: below.from, lines: []});
        this.taken.push({kind: 'joined', sentence: second?.passages[0]?.sentence ?? sentence});
      } else this.told.push({kind: 'left', what: 'program', before: '¶', after: ''});
      return;
    }
    const all = tokens.map((token, j) => ({token, j}));
    for (const {j} of all.filter(({token}) => token.breaks)) {
      const next = laid.passages.findIndex((_, i) => sameStart(laid.came[i], tokens.slice(j + 1)));
      const passage = laid.passages[next];
      const region = passage === undefined ? undefined : regionOf(this.lines, passage.message);
      if (next <= 0 || region === undefined) this.told.push({kind: 'left', what: 'program', before: '', after: '¶'});
      else {
        this.edits.push({from: region.from, to: region.from, lines: ['']});
        this.taken.push({kind: 'parted', sentence: passage?.sentence ?? sentence});
      }
    }
  }

  private replace(region: Region, source: string): void {
    this.edits.push({from: region.from, to: region.to, lines: linesFor(region, source)});
  }

  /** What is typed and was not: marked, with the cells it could be bound to. */
  private typedIn(passage: Passage, source: string): void {
    const before = typedText(passage.form.parts);
    const read = readMessage({line: 1, source});
    const variant = read.ok ? variantsOf(read.value)[passage.number] : undefined;
    const claims = read.ok && variant !== undefined ? claimsOf(read.value, variant) : new Set<string>();
    const known = findTyped(before, this.sent.guarded, claims).map(({text}) => text);
    const form = formsOf(source)[passage.number];
    this.typedOf(passage.sentence, typedText(form?.parts ?? []), claims, known);
  }

  private typed(sentence: string, source: string, _tokens: readonly Came[], claims: ReadonlySet<string>): void {
    const [form] = formsOf(source);
    this.typedOf(sentence, typedText(form?.parts ?? []), claims, []);
  }

  private typedOf(sentence: string, text: string, claims: ReadonlySet<string>, known: readonly string[]): void {
    const left = [...known];
    for (const {rule, text: found} of findTyped(text, this.sent.guarded, claims)) {
      const at = left.indexOf(found);
      if (at >= 0) left.splice(at, 1);
      else {
        const [section = ''] = sentence.split('.');
        const candidates = rule === 'typed-figure' ? this.sent.candidates(found, section, text) : [];
        this.told.push({kind: 'typed', sentence, text: found, rule, candidates});
      }
    }
  }

  /** Remarks stay with the sentence they were made on. */
  private remember(tokens: readonly Token[], sentence: string): void {
    for (const id of new Set(tokens.flatMap(({comments}) => comments))) {
      const comment = this.came.comments.find((one) => one.id === id);
      const atom = tokens.find(({comments, atom: of}) => comments.includes(id) && of !== undefined)?.atom;
      if (comment === undefined) continue;
      const {author, date, text} = comment;
      this.comments.push({sentence: atom?.replace(/:\d+$/, '') ?? sentence, author, date, text});
    }
  }
}

interface Place {
  /** After everything but the notes. */
  readonly end?: true;
  readonly after?: BaseParagraph | undefined;
  readonly before?: BaseParagraph | undefined;
}

const BREAK: Token = {
  text: ' ',
  bold: false,
  italic: false,
  href: undefined,
  atom: undefined,
  note: undefined,
  breaks: true,
  comments: [],
};

/** Inside a sentence a paragraph does not end. */
function withoutBreaks(came: readonly Came[] | undefined): readonly Came[] | undefined {
  const spaced = came?.map((token): Came => (token.breaks ? {...token, breaks: false, key: ' ', text: ' '} : token));
  return spaced?.filter((token, i) => token.key !== ' ' || spaced[i - 1]?.key !== ' ');
}

const countAtoms = (sent: Laid['sent']): number =>
  new Set(sent.flatMap(({from}) => (from.kind === 'atom' ? [from.placeholder] : []))).size;

const sameStart = (came: readonly Came[] | undefined, tokens: readonly Token[]): boolean => {
  const first = tokens.findIndex(({text}) => text !== ' ');
  const [own] = came ?? [];
  const here = tokens[first];
  return (
    own !== undefined &&
    here !== undefined &&
    own.text === here.text &&
    own.atom === here.atom &&
    (came?.[1]?.text ?? '') === (tokens[first + 1]?.text ?? '')
  );
};

function typedText(parts: ReturnType<typeof formsOf>[number]['parts']): string {
  const text = parts.map((part) => (part.kind === 'text' ? part.text : insertMark(0))).join('');
  return INSERT.test(text) || text !== '' ? text : '';
}

const faultsIn = (inline: Inline): readonly string[] =>
  inline.kind === 'fault'
    ? [inline.text.startsWith(' [') ? `${inline.text} (${inline.message})` : ` (${inline.message})`]
    : 'content' in inline
      ? inline.content.flatMap(faultsIn)
      : [];
