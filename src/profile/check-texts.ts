/**
 * The statement's text held against the tables, and the languages against each other. The document's own checks see to cells,
 * functions and typed figures; here is added what they cannot see: a sentence without figures that one language lacks.
 */
import {DISTINCT_PERSONS, MEASURE, SUM_OF_YEARS, UNCERTAINTIES, UNCERTAINTY, YEAR} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import {checkCommentary, checkOutline, type KnownTables} from '#document/check-outline';
import {compareLanguages, compareThresholds} from '#document/compare-languages';
import {codesAtLevel} from './at-level.ts';
import {compareSentences} from './compare-sentences.ts';
import type {Definitions} from './definitions.ts';
import {fault} from './fault.ts';

export function checkTexts(definitions: Definitions): readonly Finding[] {
  const {outlines, guardedWords, commentaries} = definitions.texts;
  const known = knownTables(definitions);
  const wordsOf = (language: string) => guardedWords.find((one) => one.language === language);
  const [first, ...others] = outlines;
  const [words, ...otherWords] = guardedWords;
  return [
    ...outlines.flatMap((outline) => checkOutline(outline, wordsOf(outline.language), known)),
    ...commentaries.flatMap((one) => checkCommentary(one, wordsOf(one.language), known)),
    ...(first === undefined ? [] : others).flatMap((other) =>
      first === undefined ? [] : [...compareLanguages(first, other), ...compareSentences(first, other)],
    ),
    ...otherWords.flatMap((other) => (words === undefined ? [] : compareThresholds(words, other))),
    ...inOneLanguage(definitions),
  ];
}

/** A judgement the office signs in one language only would stand in one of two statements. */
const inOneLanguage = ({texts: {commentaries}, settings}: Definitions): readonly Finding[] =>
  commentaries.flatMap(({file, id, period}) =>
    (settings?.languages ?? [])
      .filter((tag) => !commentaries.some((one) => one.language === tag && one.id === id && one.period === period))
      .map((other) => fault('text-in-one-language', {file, line: 0}, {section: id, other})),
  );

function knownTables({tables, concepts, codeLists}: Definitions): KnownTables {
  return {
    findDimensions: (id) =>
      tables
        .find(({value}) => value.id === id)
        ?.value.dimensions.map((dimension) => {
          const concept = concepts.find(({value}) => value.id === dimension)?.value;
          const list = codeLists.get(concept?.list ?? '');
          if (dimension === MEASURE) return {concept: dimension, codes: new Set([SUM_OF_YEARS, DISTINCT_PERSONS])};
          if (dimension === UNCERTAINTY) return {concept: dimension, codes: new Set(UNCERTAINTIES)};
          const codes = dimension === YEAR || !concept || !list ? [] : codesAtLevel(concept, list);
          return {concept: dimension, codes: new Set(codes)};
        }),
  };
}
