/** What inline content says without its marks: for contents, document properties and bookmarks. */
import type {Inline} from '../statement.ts';

export const plainText = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if ('text' in inline) return inline.text;
      return inline.kind === 'note' ? '' : plainText(inline.content);
    })
    .join('');
