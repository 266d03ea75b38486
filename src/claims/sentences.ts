/** A paragraph's sentences. A full stop after an abbreviation, in a number or before a small letter ends none; marks of notes fall away. */
import type {ReadingWords} from '#language/reading-words';

const END = /[.!?…]{1,5}["”’»)\]]{0,3}(?:\d{1,2}|\[\w{1,3}\])?(?=\s+["“„«(]?[\p{Lu}\p{N}•+−-]|\s*$)/gu;
/** What no language has would take long to read and says nothing. */
const LONGEST = 5_000;
const NOTE = /([.!?]["”’»)\]]*)(?:\d{1,2}|\[\w{1,3}\])$/;

export function sentencesOf(paragraph: string, {abbreviations}: ReadingWords): readonly string[] {
  const text = paragraph.replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim();
  const short = new Set(abbreviations);
  const sentences: string[] = [];
  let from = 0;
  for (const {0: found, index} of text.matchAll(END)) {
    const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(from, index - 20), index))?.[0].toLowerCase() ?? '';
    const ends = index + found.length;
    if (found === '.' && ends < text.length) {
      const next = text.slice(ends, ends + 40).trimStart();
      if (short.has(word) || short.has(word.replace(/^\./, ''))) {
        if (!/^["“„«(]?\p{Lu}\p{Ll}/u.test(next) || word !== 'pct') continue;
      }
      // A Danish ordinal: 3. februar.
      if (/\d/.test(text.charAt(index - 1)) && /^\p{Ll}/u.test(next)) continue;
    }
    sentences.push(text.slice(from, ends).replace(NOTE, '$1').trim());
    from = ends;
  }
  return [...sentences, text.slice(from).trim()].filter(({length}) => length > 0 && length < LONGEST);
}
