/** The text of a Word document, as it reads when its changes are accepted; marks of notes, fields' codes and what is deleted fall away. */
import type {Text} from '#claims/text';
import {attributeOf, piecesOf} from './markup.ts';
import {TextBlocks} from './text-blocks.ts';

const HIDDEN = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:footnoteReference',
  'w:drawing',
  'w:pict',
]);

export function readDocxText(name: string, document: string, styles: string): Text {
  const headings = headingStyles(styles);
  const blocks = new TextBlocks();
  const hidden: string[] = [];
  let [raised, inText] = [false, false];
  for (const piece of piecesOf(document)) {
    if (piece.kind === 'text') {
      if (inText && hidden.length === 0 && !raised) blocks.words(piece.text);
    } else if (piece.kind === 'open') {
      const {name: tag, attributes, empty} = piece;
      if (HIDDEN.has(tag)) {
        if (!empty) hidden.push(tag);
      } else if (hidden.length > 0) continue;
      else if (tag === 'w:p') blocks.begin();
      else if (tag === 'w:pStyle' && /^(?:TOC|Indholdsfortegnelse)\d/.test(attributeOf(attributes, 'w:val') ?? ''))
        hidden.push('w:p');
      else if (tag === 'w:pStyle' && headings.has(attributeOf(attributes, 'w:val') ?? '')) blocks.begin('heading');
      else if (tag === 'w:r') raised = false;
      else if (tag === 'w:vertAlign') raised = attributeOf(attributes, 'w:val') === 'superscript';
      else if (tag === 'w:t') inText = !empty;
      else if (tag === 'w:tab' || tag === 'w:br' || tag === 'w:cr') blocks.words(' ');
      else if (tag === 'w:noBreakHyphen') blocks.words('-');
      else if (tag === 'w:tbl') blocks.beginTable();
      else if (tag === 'w:tr') blocks.row();
      else if (tag === 'w:tc') blocks.cell();
    } else if (hidden.at(-1) === piece.name) hidden.pop();
    else if (hidden.length === 0) {
      if (piece.name === 'w:t') inText = false;
      else if (piece.name === 'w:p') blocks.end();
      else if (piece.name === 'w:tc' || piece.name === 'w:tr') blocks.endCell();
      else if (piece.name === 'w:tbl') blocks.endTable();
    }
  }
  return {name, blocks: blocks.all()};
}

/** Styles with an outline level, and those that Word itself calls headings, whatever their language. */
function headingStyles(styles: string): ReadonlySet<string> {
  const found = new Set(['Title', 'Titel', 'Subtitle', 'Undertitel']);
  for (const [, attributes = '', body = ''] of styles.matchAll(/<w:style\b([^>]*)>([\s\S]*?)<\/w:style>/g)) {
    const id = attributeOf(attributes, 'w:styleId');
    const called = /<w:name\b([^>]*)/.exec(body)?.[1] ?? '';
    if (
      id !== undefined &&
      (/<w:outlineLvl\b/.test(body) || /^(?:heading \d|title)$/i.test(attributeOf(called, 'w:val') ?? ''))
    )
      found.add(id);
  }
  for (const level of [1, 2, 3, 4, 5, 6]) found.add(`Heading${level}`).add(`Overskrift${level}`);
  return found;
}
