/**
 * A text of 30 pages tested against a statement's tables and its own sentences: read from HTML, Word's XML and Markdown, and checked.
 * Beside it, one plain pass over the same text that only looks for figures. Usage: bench/check.ts [pages]
 */
import {checkText} from '#claims/check-text';
import type {Text, TextBlock} from '#claims/text';
import {LANGUAGES} from '#concepts/labels';
import {readHtmlText} from '#exchange/read-html-text';
import {languages} from '#language/language';
import {knownOf, ownText} from '#production/known-statement';
import {cubesOf, danishStatement, denmark, FIGURES_2013} from '../test/document/denmark.ts';
import {protectedOf} from '../test/document/toy.ts';

const [pages = 30] = process.argv.slice(2).map(Number);
const WORDS_A_PAGE = 450;

const cubes = protectedOf(cubesOf(FIGURES_2013));
const statements = {da: ownText(danishStatement('da')), en: ownText(danishStatement('en'))};
const request = (text: Text) => ({
  text,
  languages: LANGUAGES.map((language) => ({
    words: languages[language].reading,
    against: {tables: knownOf(cubes, denmark, language, 2013), statement: statements[language]},
  })),
  year: '2013',
});

/** The statement in both languages, over and over. */
const said = LANGUAGES.flatMap((language) => statements[language].blocks);
const blocks: TextBlock[] = [];
for (let words = 0; words < pages * WORDS_A_PAGE; ) {
  const block = said[blocks.length % said.length];
  if (block === undefined || block.kind === 'table') break;
  blocks.push(block);
  words += block.text.split(' ').length;
}
const html = blocks
  .map((block) =>
    block.kind === 'table' ? '' : block.kind === 'heading' ? `<h2>${block.text}</h2>` : `<p>${block.text}</p>`,
  )
  .join('\n');

const timed = <T>(name: string, work: () => T): T => {
  const began = performance.now();
  const result = work();
  console.log(`${name.padEnd(34)} ${(performance.now() - began).toFixed(0).padStart(6)} ms`);
  return result;
};

console.log(`${pages} pages, ${blocks.length} paragraphs and headings, ${html.length} letters`);
for (const round of ['first', 'again']) {
  const text = timed(`${round}: read`, () => readHtmlText('x', html));
  const claims = timed(`${round}: check`, () => checkText(request(text)));
  timed(`${round}: only find figures`, () => html.match(/\d+(?:[.,]\d+)*\s?%?/g)?.length);
  console.log(`${claims.length} claims, ${claims.filter(({verdict}) => verdict === 'fails').length} fail`);
}
