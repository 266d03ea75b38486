/** What a profile calls things in one language, as on a day: a code may be called something else later. */
import {type Code, namingRow} from '#concepts/code-list';
import {type ConceptId, YEAR} from '#concepts/concept';
import type {LanguageTag} from '#concepts/labels';
import type {Words} from '#concepts/words';
import {lastOf, type PlainDate} from '#kit/plain-date';
import {findConcept, findTable} from './lookups.ts';
import type {Profile} from './profile.ts';

/** Words as on `on`, by default the latest. What the profile has no word for is called by its code. */
export function findWords(profile: Profile, language: LanguageTag, on: PlainDate = lastOf(9999)): Words {
  return {
    language,
    code: (concept, code) => wordOf(profile, concept, code, language, on),
    concept: (id) => (id === YEAR ? profile.terms.year : findConcept(profile, id)?.labels)?.[language] ?? id,
    table: (id) => findTable(profile, id)?.title[language] ?? id,
    unit: (id) => profile.units[id]?.[language] ?? id,
  };
}

const MARGIN: Code = 'all';

function wordOf(profile: Profile, id: ConceptId, code: Code, language: LanguageTag, on: PlainDate): string {
  if (code === MARGIN) return profile.terms.total[language];
  const list = profile.codeLists.get(findConcept(profile, id)?.list ?? '');
  return (list && namingRow(list, code, on))?.labels[language] ?? code;
}
