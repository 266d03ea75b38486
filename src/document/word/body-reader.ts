/**
 * A body's paragraphs and tables as they read when the changes that are taken are accepted. A paragraph whose mark is deleted
 * goes on in the next. Contents made by the word processor itself are no text of anyone's.
 */
import type {TrackedChange, WordCell, WordParagraph, WordPiece} from './document.ts';
import {textOfPieces} from './document.ts';
import {outlineLevel, type Styled, stylesIn} from './styles.ts';
import {allNamed, childrenOf, findChild, settingOf, textIn, type XmlElement} from './xml.ts';

type Mutable<T> = {-readonly [K in keyof T]: T[K]};

interface State {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | undefined;
  readonly control: string | undefined;
  readonly which: number;
}

const PLAIN: State = {bold: false, italic: false, href: undefined, control: undefined, which: 0};

interface Paragraph extends Mutable<WordParagraph> {
  /** Its end is deleted: what comes next is part of it. */
  readonly goesOn: boolean;
}

export class BodyReader {
  readonly pending: TrackedChange[] = [];
  /** Ids of footnotes as they come. */
  readonly mentioned: string[] = [];
  accepted = 0;
  private readonly accepts: (author: string) => boolean;
  private readonly links: ReadonlyMap<string, string>;
  private readonly styles: (id: string) => Styled;
  private readonly open = new Set<string>();
  private pieces: WordPiece[] = [];
  private controls = 0;
  /** Inside a field's code, which is not text. */
  private fields: ('code' | 'result')[] = [];

  constructor(
    accepts: (author: string) => boolean,
    links: ReadonlyMap<string, string>,
    styles: (id: string) => Styled = stylesIn(undefined),
  ) {
    this.accepts = accepts;
    this.links = links;
    this.styles = styles;
  }

  body(body: XmlElement): {
    readonly paragraphs: readonly WordParagraph[];
    readonly tables: readonly (readonly (readonly WordCell[])[])[];
  } {
    const paragraphs: Paragraph[] = [];
    const tables: (readonly (readonly WordCell[])[])[] = [];
    this.blocks(body, paragraphs, tables, undefined);
    return {paragraphs: joined(paragraphs), tables};
  }

  private blocks(
    parent: XmlElement,
    paragraphs: Paragraph[],
    tables: (readonly (readonly WordCell[])[])[],
    control: string | undefined,
  ): void {
    for (const child of childrenOf(parent)) {
      if (child.name === 'w:p') paragraphs.push(this.paragraph(child, control));
      else if (child.name === 'w:tbl') tables.push(this.table(child));
      else if (child.name === 'w:sdt') {
        if (isContents(child)) continue;
        const content = findChild(child, 'w:sdtContent');
        if (content !== undefined) this.blocks(content, paragraphs, tables, tagOf(child));
      } else if (child.name === 'w:ins' || child.name === 'w:moveTo' || child.name === 'w:customXml')
        this.blocks(child, paragraphs, tables, control);
    }
  }

  private table(table: XmlElement): readonly (readonly WordCell[])[] {
    return rowsOf(table).map((row) =>
      cellsOf(row).map((cell) => {
        const paragraphs: Paragraph[] = [];
        this.blocks(cell, paragraphs, [], undefined);
        const pieces = paragraphs.flatMap((paragraph) => paragraph.pieces);
        return {text: textOfPieces(pieces).trim(), control: pieces.find(({control}) => control !== undefined)?.control};
      }),
    );
  }

  private paragraph(paragraph: XmlElement, control: string | undefined): Paragraph {
    this.pieces = [];
    const properties = findChild(paragraph, 'w:pPr');
    for (const child of childrenOf(paragraph)) this.inline(child, {...PLAIN, control});
    const mark = findChild(properties, 'w:rPr');
    const inserted = findChild(mark, 'w:ins');
    const deleted = findChild(mark, 'w:del') ?? findChild(mark, 'w:moveFrom');
    if (inserted !== undefined) this.takes(inserted, 'paragraph', '');
    const goesOn = deleted !== undefined && this.takes(deleted, 'paragraph', '');
    const style = settingOf(properties, 'w:pStyle') ?? '';
    const styled = this.styles(style);
    const level = styled.level || outlineLevel(properties);
    const isItem = styled.isItem || findChild(properties, 'w:numPr') !== undefined;
    const kind = level > 0 ? 'heading' : isItem ? 'item' : 'plain';
    return {kind, level, style, pieces: this.pieces, goesOn};
  }

  private inline(node: XmlElement, state: State): void {
    switch (node.name) {
      case 'w:r':
        this.run(node, state);
        return;
      case 'w:sdt': {
        const content = findChild(node, 'w:sdtContent');
        const which = ++this.controls;
        const tag = tagOf(node);
        if (content !== undefined) this.inside(content, tag === undefined ? state : {...state, control: tag, which});
        return;
      }
      case 'w:hyperlink': {
        const target = this.links.get(node.attributes.get('r:id') ?? '');
        this.inside(node, {...state, href: target});
        return;
      }
      case 'w:ins':
      case 'w:moveTo':
        // Undecided, it is shown as it would be: what it would change is told together with it.
        this.takes(node, node.name === 'w:ins' ? 'inserted' : 'moved', wordsIn(node));
        this.inside(node, state);
        return;
      case 'w:del':
      case 'w:moveFrom':
        if (!this.takes(node, node.name === 'w:del' ? 'deleted' : 'moved', wordsIn(node))) this.inside(node, state);
        return;
      case 'w:commentRangeStart':
        this.open.add(node.attributes.get('w:id') ?? '');
        return;
      case 'w:commentRangeEnd':
        this.open.delete(node.attributes.get('w:id') ?? '');
        return;
      case 'w:fldSimple':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        this.inside(node, state);
    }
  }

  private inside(node: XmlElement, state: State): void {
    for (const child of childrenOf(node)) this.inline(child, state);
  }

  private run(run: XmlElement, state: State): void {
    const properties = findChild(run, 'w:rPr');
    if (isOn(properties, 'w:vanish')) return;
    // What the program marks in a draft is bold on yellow; the words are not.
    const marked = settingOf(properties, 'w:highlight') === 'yellow';
    const look = {
      bold: state.bold || (isOn(properties, 'w:b') && !marked),
      italic: state.italic || isOn(properties, 'w:i'),
      raised: settingOf(properties, 'w:vertAlign') === 'superscript',
    };
    const put = (text: string, note?: string) =>
      this.pieces.push({...state, ...look, text, note, comments: [...this.open]});
    for (const child of childrenOf(run)) {
      if (child.name === 'w:fldChar') this.field(child.attributes.get('w:fldCharType') ?? '');
      else if (this.fields.at(-1) === 'code') continue;
      else if (child.name === 'w:t' || child.name === 'w:delText') put(textIn(child));
      else if (child.name === 'w:tab' || child.name === 'w:br' || child.name === 'w:cr') put(' ');
      else if (child.name === 'w:noBreakHyphen') put('-');
      else if (child.name === 'w:commentReference') this.commented(child.attributes.get('w:id') ?? '');
      else if (child.name === 'w:footnoteReference') {
        const id = child.attributes.get('w:id') ?? '';
        this.mentioned.push(id);
        put('', id);
      }
    }
  }

  /** A remark without a range is of what stands before it. */
  private commented(id: string): void {
    const last = this.pieces.at(-1);
    if (last !== undefined && !this.pieces.some(({comments}) => comments.includes(id)))
      this.pieces.splice(-1, 1, {...last, comments: [...last.comments, id]});
  }

  private field(type: string): void {
    if (type === 'begin') this.fields.push('code');
    else if (type === 'separate') this.fields.splice(-1, 1, 'result');
    else if (type === 'end') this.fields.pop();
  }

  private takes(node: XmlElement, kind: TrackedChange['kind'], text: string): boolean {
    const author = node.attributes.get('w:author') ?? '';
    if (this.accepts(author)) {
      this.accepted++;
      return true;
    }
    this.pending.push({kind, author, date: node.attributes.get('w:date') ?? '', text});
    return false;
  }
}

function joined(paragraphs: readonly Paragraph[]): readonly WordParagraph[] {
  const whole: WordParagraph[] = [];
  let before: readonly WordPiece[] = [];
  for (const {goesOn, ...paragraph} of paragraphs) {
    const pieces = [...before, ...paragraph.pieces];
    before = goesOn ? pieces : [];
    if (!goesOn) whole.push({...paragraph, pieces});
  }
  return before.length === 0 ? whole : [...whole, {kind: 'plain', level: 0, style: '', pieces: before}];
}

/** Rows and cells may stand in a control of their own, or in a change. */
const rowsOf = (table: XmlElement): readonly XmlElement[] =>
  childrenOf(table).flatMap((child) =>
    child.name === 'w:tr'
      ? [child]
      : child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:customXml'
        ? rowsOf(child)
        : [],
  );
const cellsOf = (row: XmlElement): readonly XmlElement[] =>
  childrenOf(row).flatMap((child) =>
    child.name === 'w:tc'
      ? [child]
      : child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:customXml'
        ? cellsOf(child)
        : [],
  );

const tagOf = (control: XmlElement): string | undefined => settingOf(findChild(control, 'w:sdtPr'), 'w:tag');

const isContents = (control: XmlElement): boolean =>
  allNamed(findChild(control, 'w:sdtPr') ?? control, 'w:docPartGallery').length > 0;

const wordsIn = (node: XmlElement): string =>
  [...allNamed(node, 'w:t'), ...allNamed(node, 'w:delText')].map(textIn).join('');

function isOn(properties: XmlElement | undefined, name: string): boolean {
  const set = findChild(properties, name);
  return set !== undefined && !['0', 'false', 'off'].includes(set.attributes.get('w:val') ?? '1');
}
