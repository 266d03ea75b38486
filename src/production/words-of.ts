/** What things are called in a statement: the profile's words, and the program's own for what the program itself counts along. */
import type {Code} from '#concepts/code-list';
import {type ConceptId, DEFINITIONS, MEASURE} from '#concepts/concept';
import type {LanguageTag} from '#concepts/labels';
import type {Words} from '#concepts/words';
import type {PlainDate} from '#kit/plain-date';
import type {DocumentWords} from '#language/document-words';
import {languages} from '#language/language';
import {findWords} from '#profile/find-words';
import type {Profile} from '#profile/profile';
import {ALL} from '#tabulation/cube';
import {DISTINCT_PERSONS, SUM_OF_YEARS} from '#tabulation/measures';
import {AS_PUBLISHED} from '#tabulation/reading-day';
import {BY_DEFINITIONS} from '#tabulation/series-under';

export function wordsOf(profile: Profile, language: LanguageTag, on: PlainDate): Words {
  const found = findWords(profile, language, on);
  const {changing} = languages[language].document;
  return {
    ...found,
    code: (concept, code) => codeWord(concept, code, changing) ?? found.code(concept, code),
    concept: (id) =>
      id === DEFINITIONS ? changing.definitions : id === MEASURE ? changing.measure : found.concept(id),
    table: (id) => {
      const [series = id, definitions] = id.split(BY_DEFINITIONS);
      if (definitions === undefined) return found.table(id);
      const [, year] = definitions.split('.');
      return changing.restated(found.table(series), year);
    },
  };
}

function codeWord(concept: ConceptId, code: Code, changing: DocumentWords['changing']): string | undefined {
  if (code === ALL) return undefined;
  if (concept === DEFINITIONS) return code === AS_PUBLISHED ? changing.asPublished : changing.under(code);
  if (concept !== MEASURE) return undefined;
  return {[SUM_OF_YEARS]: changing.sumOfYears, [DISTINCT_PERSONS]: changing.distinctPersons}[code];
}
