/** Texts as they are checked in the tests: alone, or against the Danish statement of 2013. */
import {checkText} from '#claims/check-text';
import type {Claim} from '#claims/claim';
import type {KnownTable} from '#claims/known';
import type {Text, TextBlock} from '#claims/text';
import {LANGUAGES} from '#concepts/labels';
import {languages} from '#language/language';
import {knownOf, ownText} from '#production/known-statement';
import {cubesOf, danishStatement, denmark, FIGURES_2013} from '../document/denmark.ts';
import {protectedOf} from '../document/toy.ts';

export const textOf = (...paragraphs: readonly string[]): Text => ({
  name: 'draft.txt',
  blocks: paragraphs.map((text): TextBlock => ({kind: 'paragraph', text})),
});

const words = (tables: readonly KnownTable[]) =>
  LANGUAGES.map((language) => ({words: languages[language].reading, against: {tables, statement: undefined}}));

export const checkedAlone = (text: Text, tables: readonly KnownTable[] = []): readonly Claim[] =>
  checkText({text, languages: words(tables), year: undefined});

const cubes = protectedOf(cubesOf(FIGURES_2013));
export const STATEMENTS = {da: ownText(danishStatement('da')), en: ownText(danishStatement('en'))};
const TABLES = {da: knownOf(cubes, denmark, 'da', 2013), en: knownOf(cubes, denmark, 'en', 2013)};

/** `own`: also against the statement's own sentences. */
export const checkedAgainstStatement = (text: Text, own = true): readonly Claim[] =>
  checkText({
    text,
    languages: LANGUAGES.map((language) => ({
      words: languages[language].reading,
      against: {tables: TABLES[language], statement: own ? STATEMENTS[language] : undefined},
    })),
    year: '2013',
  });

export const failuresIn = (claims: readonly Claim[]): readonly string[] =>
  claims.flatMap(({verdict, printed, right}) => (verdict === 'fails' ? [`${printed} → ${right}`] : []));
