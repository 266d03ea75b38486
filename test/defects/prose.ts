/** The statement's sentences as a colleague's draft, a page, a paper: a draft in four kinds of file, in each one figure or word that is not so. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {PDFDocument, StandardFonts} from '@cantoo/pdf-lib';
import {Document, HeadingLevel, Packer, Paragraph} from 'docx';
import {sentencesOf} from '#claims/sentences';
import type {TextBlock} from '#claims/text';
import type {LanguageTag} from '#concepts/labels';
import {languages} from '#language/language';
import {readTextFile} from '#production/text-file';
import {type Random, randomFrom} from '../../examples/synthesis/random.ts';
import type {Answer, Defect, Json} from './defect.ts';

type Said = Exclude<TextBlock, {readonly kind: 'table'}>;
const KINDS = ['md', 'html', 'docx', 'pdf'] as const;
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const SWAPS: Readonly<Record<LanguageTag, readonly (readonly [string, string])[]>> = {
  da: [
    ['steget', 'faldet'],
    ['stigning', 'nedgang'],
    ['højere', 'lavere'],
    ['Alle', 'De fleste'],
    ['Nigeria', 'Vietnam'],
    ['Rumænien', 'Thailand'],
    ['kvinder', 'mænd'],
    ['politiet', 'en NGO'],
  ],
  en: [
    ['risen', 'fallen'],
    ['increase', 'decrease'],
    ['higher', 'lower'],
    ['All', 'Most'],
    ['Nigeria', 'Vietnam'],
    ['Romania', 'Thailand'],
    ['women', 'men'],
    ['the police', 'an NGO'],
  ],
};

async function written(kind: (typeof KINDS)[number], blocks: readonly Said[]): Promise<string | Uint8Array> {
  const isHeading = ({kind: of}: Said) => of === 'heading';
  if (kind === 'md') return blocks.map((one) => `${isHeading(one) ? '# ' : ''}${one.text}`).join('\n\n');
  if (kind === 'html')
    return `<html><body>${blocks.map((one) => (isHeading(one) ? `<h1>${one.text}</h1>` : `<p>${one.text}</p>`)).join('\n')}</body></html>`;
  if (kind === 'docx') {
    const children = blocks.map(
      (one) => new Paragraph({text: one.text, ...(isHeading(one) ? {heading: HeadingLevel.HEADING_1} : {})}),
    );
    return Packer.toBuffer(new Document({sections: [{children}]}));
  }
  return onPaper(blocks);
}

/** Lines of some eighty letters on pages, headings larger: as a word processor prints it. */
async function onPaper(blocks: readonly Said[]): Promise<Uint8Array> {
  const paper = await PDFDocument.create();
  const font = await paper.embedFont(StandardFonts.Helvetica);
  let page = paper.addPage([595, 842]);
  let y = 780;
  for (const {kind, text} of blocks) {
    const size = kind === 'heading' ? 16 : 10;
    for (const line of text.match(/.{1,84}(?: |$)/g) ?? []) {
      if (y < 60) {
        page = paper.addPage([595, 842]);
        y = 780;
      }
      page.drawText(line.trim().replaceAll(/[^\u0020-\u00ff–’“”]/g, '-'), {x: 60, y, size, font});
      y -= size * 1.3;
    }
    y -= 12;
  }
  return paper.save();
}

export async function draftOf(path: string): Promise<readonly Said[]> {
  const read = await readTextFile(path);
  if (!read.ok) throw new Error(read.refusal.reason);
  return read.value.blocks.flatMap((one) => (one.kind === 'table' ? [] : [{...one, text: plain(one.text)}]));
}

interface Change {
  readonly language: LanguageTag;
  readonly block: number;
  readonly sentence: string;
  readonly changed: string;
}

const FIGURE = /(?<![\d.,§+−/-]|\p{L})\d{1,3}(?![\d.,/]*\d|\p{L})/gu;
/** What is a day, a law or an age in them is no figure. */
const NO_FIGURE = /§|ection|under 18|Under 18|\[|figur|Figur|igure|\d{1,2}\. \p{L}+ \d{4}|\d{1,2} \p{Lu}\p{L}+ \d{4}/u;

function changesOf(language: LanguageTag, blocks: readonly Said[], random: Random): readonly Change[] {
  return blocks.flatMap(({kind, text}, block) =>
    kind === 'heading'
      ? []
      : sentencesOf(text, languages[language].reading).flatMap((sentence): readonly Change[] => {
          if (NO_FIGURE.test(sentence)) return [];
          const of = (changed: string): Change => ({language, block, sentence, changed});
          const figures = [...sentence.matchAll(FIGURE)].map(({0: found, index}) => {
            const by = random.between(1, 9);
            const other = Number(found) > by && random.chance(0.5) ? Number(found) - by : Number(found) + by;
            return of(sentence.slice(0, index) + other + sentence.slice(index + found.length));
          });
          const words = SWAPS[language].flatMap(([word, other]) => {
            const there = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u');
            return /\d/.test(sentence) && there.test(sentence) ? [of(sentence.replace(there, other))] : [];
          });
          return [...figures, ...words];
        }),
  );
}

export interface Drafts {
  readonly folder: string;
  readonly workspace: string;
  readonly blocks: Readonly<Record<LanguageTag, readonly Said[]>>;
  readonly json: Json;
}

async function failing(
  {folder, workspace, json}: Drafts,
  name: string,
  kind: (typeof KINDS)[number],
  blocks: readonly Said[],
) {
  const path = join(folder, `${name}.${kind}`);
  writeFileSync(path, await written(kind, blocks));
  const {answer} = await json('check', path, '--dir', workspace, '--year', '2013');
  return answer.claims.filter(({verdict}: Answer) => verdict === 'fails');
}

/** The draft as it is, in each kind of file: how often something is said to be wrong. */
export async function falseAlarms(drafts: Drafts): Promise<ReadonlyMap<string, number>> {
  const alarms = new Map<string, number>();
  for (const language of ['da', 'en'] as const)
    for (const kind of KINDS)
      alarms.set(
        `${language}.${kind}`,
        (await failing(drafts, `clean-${language}`, kind, drafts.blocks[language])).length,
      );
  return alarms;
}

/** Somebody's own words about the same figures, with what is not so in them: sentences that the statement has not. */
const OWN_WORDS: readonly (readonly [language: LanguageTag, heading: string, text: string])[] = [
  ['en', 'Victims in 2013', 'In 2013, 78 persons were assessed to be victims.'],
  ['en', 'Victims in 2013', 'Since 2007, 347 persons have been assessed.'],
  ['en', 'Sex, 2013', '64 women and 14 men were assessed to be victims in 2013.'],
  ['en', 'Draft', 'The number rose by 35 per cent, from 73 to 112.'],
  ['en', 'Draft', 'Of the 73 persons, 48 were women and 24 were men.'],
  ['en', 'Draft', 'More than half of the 80 persons (37) were children.'],
  ['en', 'Draft', 'The number doubled from 40 to 70.'],
  ['da', 'Udkast', 'Antallet er steget med 35 pct. fra 73 til 112.'],
  ['da', 'Ofre i 2013', 'I 2013 blev 78 personer vurderet handlet.'],
  ['da', 'Udkast', 'Af de 73 personer er 48 kvinder og 24 mænd.'],
  ['da', 'Udkast', 'Flertallet af de 80 personer (37) er børn.'],
  ['da', 'Udkast', 'Der er 76 personer: 60 fra styrelsen, 10 fra centret og 7 fra domstolene.'],
];

function ownWords(drafts: Drafts): readonly Defect[] {
  return OWN_WORDS.map(([language, heading, text], i): Defect => {
    const kind = KINDS[i % KINDS.length] ?? 'md';
    return {
      kind: 'prose',
      planted: text,
      where: `${language}.${kind}, in somebody’s own words`,
      told: async () => {
        const claims = await failing(drafts, `own-${i}`, kind, [
          {kind: 'heading', text: heading},
          {kind: 'paragraph', text},
        ]);
        return saidOf(claims, text);
      },
    };
  });
}

function saidOf(claims: readonly Answer[], sentence: string): string | undefined {
  const told = claims.find((one) => plain(one.sentence) === sentence);
  return told === undefined ? undefined : `fails: ${told.printed}, ${told.right ?? told.why}`;
}

export function proseDefects(seed: number, drafts: Drafts): readonly Defect[] {
  const random = randomFrom(seed);
  const changes = (['da', 'en'] as const).flatMap((language) => changesOf(language, drafts.blocks[language], random));
  const drawn = changes
    .map((change) => ({change, order: random.below(1_000_000)}))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, 50 - OWN_WORDS.length);
  const swapped = drawn.map(({change: {language, block, sentence, changed}}, i): Defect => {
    const kind = KINDS[i % KINDS.length] ?? 'md';
    return {
      kind: 'prose',
      planted: changed,
      where: `${language}.${kind}, “${sentence.slice(0, 50)}”`,
      told: async () => {
        const blocks = drafts.blocks[language].map((one, at) =>
          at === block ? {...one, text: one.text.replace(sentence, () => changed)} : one,
        );
        const claims = await failing(drafts, `draft-${i}`, kind, blocks);
        return saidOf(claims, changed);
      },
    };
  });
  return [...swapped, ...ownWords(drafts)];
}
