/** What a profile calls things in one language, as on a day: a code may be called something else later. */
import {type Code, namingRow} from '#concepts/code-list';
import {type ConceptId, YEAR} from '#concepts/concept';
import type {Labels, LanguageTag} from '#concepts/labels';
import type {Words} from '#concepts/words';
import {lastOf, type PlainDate} from '#kit/plain-date';
import type {TableDefinition} from '#tabulation/table';
import {standsAtLevel} from './at-level.ts';
import {findConcept, findTable} from './lookups.ts';
import type {Profile} from './profile.ts';

/** Words as on `on`, by default the latest. What the profile has no word for is called by its code. */
export function findWords(profile: Profile, language: LanguageTag, on: PlainDate = lastOf(9999)): Words {
  return {
    language,
    code: (concept, code) => wordOf(profile, concept, code, language, on),
    concept: (id) => (id === YEAR ? profile.terms.year : findConcept(profile, id)?.labels)?.[language] ?? id,
    scheme: (id) => headingOf(profile, id) ?? id,
    table: (id) => titleOf(findTable(profile, id), on)?.[language] ?? id,
    universe: (id) => universeOf(profile, id, language, on),
    unit: (id) => profile.units[id]?.[language] ?? id,
  };
}

/** As the first source has it. */
const headingOf = ({sources}: Profile, scheme: string): string | undefined =>
  sources.flatMap(({columns}) => columns).find(({type}) => type.kind === 'identifier' && type.scheme === scheme)
    ?.heading;

const titleOf = (table: TableDefinition | undefined, on: PlainDate): Labels | undefined =>
  table?.retitled?.findLast(({from}) => from <= on) ?? table?.title;

/** Of codes that follow each other, the one in force; where none is, all. */
function universeOf(profile: Profile, table: string, language: LanguageTag, on: PlainDate): string {
  const limits = Object.entries(findTable(profile, table)?.universe ?? {});
  const named = limits.flatMap(([id, codes]) => {
    const concept = findConcept(profile, id);
    const list = concept && profile.codeLists.get(concept.list);
    const standing = list ? codes.filter((code) => standsAtLevel(concept, list, code, on)) : [];
    return (standing.length === 0 ? codes : standing).map((code) => wordOf(profile, id, code, language, on));
  });
  return named.join(', ');
}

const MARGIN: Code = 'all';

function wordOf(profile: Profile, id: ConceptId, code: Code, language: LanguageTag, on: PlainDate): string {
  if (code === MARGIN) return profile.terms.total[language];
  const list = profile.codeLists.get(findConcept(profile, id)?.list ?? '');
  return (list && namingRow(list, code, on))?.labels[language] ?? code;
}
