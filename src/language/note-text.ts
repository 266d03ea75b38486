/** What a note says in one language: the office's own words, or the program's about what was found. */
import type {NoteContent} from '#concepts/note';
import type {Words} from '#concepts/words';
import {changeTexts} from './change-text.ts';
import type {DocumentWords} from './document-words.ts';

/** `figure` writes a counted number: in a statement it stays bound to its cells. */
export function noteText(
  says: NoteContent,
  words: Words,
  document: DocumentWords,
  figure: (value: number) => string,
): string {
  const {telling} = document;
  switch (says.kind) {
    case 'written':
      return says.text[words.language];
    case 'series-break':
      return [
        telling.seriesBreak(words.concept(says.concept), says.before),
        ...changeTexts(says.changes, says.concept, words, document),
      ].join(' ');
    case 'list-changed':
      return changeTexts(says.changes, says.concept, words, document).join(' ');
    case 'mixed':
      return document.changing.mixed(spans(says.published), spans(says.counted));
    case 'late-decisions':
      return document.changing.lateDecisions[says.policy];
    case 'multiple':
      return telling.multiple(words.concept(says.concept));
    case 'published':
      return telling.published(says.sources.join('; '));
    case 'agreeing':
      return telling.agreeing(spans(says.years), says.source);
    case 'concentration':
      return telling.concentrated(figure(says.units), figure(says.largest), words.unit(says.unit).toLowerCase());
  }
}

/** `2007–2009, 2011`. */
export function spans(years: readonly number[]): string {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b);
  const starts = sorted.filter((year) => !sorted.includes(year - 1));
  const ends = sorted.filter((year) => !sorted.includes(year + 1));
  return starts.map((start, i) => (start === ends[i] ? start : `${start}–${ends[i]}`)).join(', ');
}
