/** What things are called in a statement: the profile's words, and the program's own for what the program itself counts along. */
import type {Code} from '#concepts/code-list';
import {
  type ConceptId,
  DEFINITIONS,
  DISTINCT_PERSONS,
  EDITION,
  MEASURE,
  REVISION,
  REVISION_MEASURE,
  SUM_OF_YEARS,
  UNCERTAINTY,
} from '#concepts/concept';
import type {LanguageTag} from '#concepts/labels';
import {AFTER, BEFORE} from '#concepts/revision';
import type {Words} from '#concepts/words';
import type {PlainDate} from '#kit/plain-date';
import type {DocumentWords} from '#language/document-words';
import {type Language, languages} from '#language/language';
import {findWords} from '#profile/find-words';
import type {Profile} from '#profile/profile';
import {ALL} from '#tabulation/cube';
import {AS_PUBLISHED} from '#tabulation/reading-day';
import {BY_DEFINITIONS} from '#tabulation/series-under';

/** What the codes of a public edition are called that are several of a list's. */
const rolledUpWord = ({policies}: Profile, concept: ConceptId, code: Code, language: LanguageTag): string | undefined =>
  policies
    .flatMap(({parameters}) => (parameters.edition === 'public' ? parameters.rolledUp : []))
    .find((one) => one.concept === concept && one.into === code)?.labels[language];

export function wordsOf(profile: Profile, language: LanguageTag, on?: PlainDate): Words {
  const found = findWords(profile, language, on);
  const {changing} = languages[language].document;
  return {
    ...found,
    code: (concept, code) =>
      codeWord(concept, code, languages[language]) ??
      rolledUpWord(profile, concept, code, language) ??
      found.code(concept, code),
    concept: (id) => conceptWord(id, languages[language].document) ?? found.concept(id),
    table: (id) => {
      const [series = id, definitions] = id.split(BY_DEFINITIONS);
      if (definitions === undefined) return found.table(id);
      const [, year] = definitions.split('.');
      return changing.restated(found.table(series), year);
    },
  };
}

const conceptWord = (id: ConceptId, {changing, revising, uncertain}: DocumentWords): string | undefined =>
  ({
    [DEFINITIONS]: changing.definitions,
    [MEASURE]: changing.measure,
    [EDITION]: revising.edition,
    [REVISION]: revising.change,
    [REVISION_MEASURE]: revising.measure,
    [UNCERTAINTY]: uncertain.uncertainty,
  })[id];

function codeWord(concept: ConceptId, code: Code, {document}: Language): string | undefined {
  if (code === ALL) return undefined;
  const {changing, revising, uncertain} = document;
  switch (concept) {
    case DEFINITIONS:
      return code === AS_PUBLISHED ? changing.asPublished : changing.under(code);
    case MEASURE:
      return {[SUM_OF_YEARS]: changing.sumOfYears, [DISTINCT_PERSONS]: changing.distinctPersons}[code];
    case EDITION:
      return editionWord(code, revising);
    case REVISION:
      return revisionWord(code, revising);
    case REVISION_MEASURE:
      return {...revising.measures}[code];
    case UNCERTAINTY:
      return {...uncertain.measures}[code];
    default:
      return undefined;
  }
}

/** As the head of a column. */
function revisionWord(code: Code, {before, after, reasons}: DocumentWords['revising']): string | undefined {
  const word = {[BEFORE]: before, [AFTER]: after, ...reasons}[code];
  return word && word.charAt(0).toUpperCase() + word.slice(1);
}

/** `2013-internal-2`; anything else is the statement being made. */
function editionWord(code: Code, {named, thisOne}: DocumentWords['revising']): string {
  const [, period, kind, number] = /^(.+)-(internal|public)-(\d+)$/.exec(code) ?? [];
  return period === undefined || kind === undefined || number === undefined ? thisOne : named(period, kind, number);
}
