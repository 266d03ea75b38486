/** The text of an OpenDocument text, without notes, comments and what is deleted. */
import type {Text} from '#claims/text';
import {attributeOf, piecesOf} from './markup.ts';
import {TextBlocks} from './text-blocks.ts';

const HIDDEN = new Set([
  'text:note',
  'office:annotation',
  'text:tracked-changes',
  'text:table-of-content',
  'draw:frame',
  'office:automatic-styles',
  'office:font-face-decls',
]);

export function readOdtText(name: string, content: string): Text {
  const blocks = new TextBlocks();
  let hidden: string | undefined;
  let depth = 0;
  for (const piece of piecesOf(content)) {
    if (hidden !== undefined) {
      if (piece.kind === 'open' && piece.name === hidden && !piece.empty) depth++;
      if (piece.kind === 'close' && piece.name === hidden && --depth === 0) hidden = undefined;
    } else if (piece.kind === 'text') blocks.words(piece.text);
    else if (piece.kind === 'open') {
      if (HIDDEN.has(piece.name)) {
        if (!piece.empty) [hidden, depth] = [piece.name, 1];
      } else if (piece.name === 'text:h') blocks.begin('heading');
      else if (piece.name === 'text:p') blocks.begin();
      else if (piece.name === 'text:s' || piece.name === 'text:tab' || piece.name === 'text:line-break')
        blocks.words(' ');
      else if (piece.name === 'table:table') blocks.beginTable();
      else if (piece.name === 'table:table-row') blocks.row();
      else if (piece.name === 'table:table-cell')
        blocks.cell(Number(attributeOf(piece.attributes, 'table:number-columns-spanned') ?? 1) || 1);
      else if (piece.name === 'table:covered-table-cell') continue;
    } else if (piece.name === 'text:h' || piece.name === 'text:p') blocks.end();
    else if (piece.name === 'table:table-cell' || piece.name === 'table:table-row') blocks.endCell();
    else if (piece.name === 'table:table') blocks.endTable();
  }
  return {name, blocks: blocks.all()};
}
