/** The statement for a word processor: headings, captions, real footnotes, tables with header rows, charts one can edit. */

import {Document, Footer, Header, Packer, PageNumber, Paragraph, TableOfContents, TabStopType, TextRun} from 'docx';
import {estimatePageNumbers} from 'docx/layout';
import type {DocumentWords} from '#language/document-words';
import {languages} from '#language/language';
import {dayIn, LOCALES, periodIn} from '../intl.ts';
import {settled} from '../passages/tokens.ts';
import {fingerprint} from '../sentence-ids.ts';
import type {Remark, Statement} from '../statement.ts';
import {wordPiece} from './docx-blocks.ts';
import {type NotePlaces, runs} from './docx-inline.ts';
import {repack} from './docx-repack.ts';
import {stylesIn} from './docx-style.ts';
import {isShown, pair} from './exhibit.ts';
import {plainText} from './plain-text.ts';

/** Twips. */
const MARGIN = 1418;
const RIGHT = 9070;

export async function renderWord(statement: Statement): Promise<Uint8Array> {
  const words = languages[statement.language].document;
  const notes: NotePlaces = {
    numbers: new Map(statement.notes.map(({id, number}) => [id, number])),
    placed: new Set(),
    remarks: Map.groupBy(
      (statement.remarks ?? []).map(({sentence}, number) => ({sentence, number})),
      ({sentence}) => sentence,
    ),
  };
  const locale = LOCALES[statement.language];
  const pieces = pair(statement.blocks);
  const document = new Document({
    title: statement.title,
    subject: statement.subtitle,
    creator: statement.office,
    lastModifiedBy: statement.office,
    comments: {children: (statement.remarks ?? []).map(commentOf)},
    customProperties: originOf(statement),
    description: [...statement.marks.map(({text}) => text), statement.producedBy].join('. '),
    // The contents come with the pages that are certain without the word processor; it fills in the others.
    pageNumbers: estimatePageNumbers,
    styles: stylesIn(locale),
    footnotes: Object.fromEntries(
      statement.notes.map(({number, content}) => [
        String(number),
        {children: [new Paragraph({children: runs(content, notes)})]},
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: {width: 11906, height: 16838},
            margin: {top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN},
          },
        },
        headers: {default: markedHeader(statement)},
        footers: {default: numberedFooter(statement, words)},
        children: [
          ...front(statement, words),
          ...pieces.flatMap((piece, i) => wordPiece(piece, isShown(pieces[i + 1]), words, notes)),
        ],
      },
    ],
  });
  return repack(new Uint8Array(await Packer.toArrayBuffer(document)), {moment: statement.cutOff, locale});
}

/** Of what this is the text, for when it comes back. A value has no more than 255 characters. */
function originOf(statement: Statement) {
  const {language, period, edition, cutOff, told = []} = statement;
  const said = saidIn(statement);
  const sentences = told.map(({sentence, form, source}) => `${sentence}=${form}/${source}/${said.get(sentence) ?? ''}`);
  return [
    {name: 'opgor.period', value: period},
    {name: 'opgor.language', value: language},
    {name: 'opgor.edition', value: edition},
    {name: 'opgor.cut-off', value: cutOff},
    ...inPieces(sentences, 240).map((value, i) => ({name: `opgor.text.${i + 1}`, value})),
  ];
}

/** What each sentence says, by its fingerprint. */
function saidIn({blocks, notes}: Statement): ReadonlyMap<string, string> {
  const contents = [
    ...blocks.flatMap((block) =>
      block.kind === 'heading' || block.kind === 'paragraph'
        ? [block.content]
        : block.kind === 'list'
          ? block.items
          : [],
    ),
    ...notes.map(({content}) => content),
  ];
  return new Map(
    contents.flatMap((content) =>
      [...Map.groupBy(content, ({sentence}) => sentence ?? '')].map(([sentence, inlines]) => [
        sentence,
        fingerprint(settled(plainText(inlines))),
      ]),
    ),
  );
}

function inPieces(words: readonly string[], most: number): readonly string[] {
  const pieces: string[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + word.length < most) pieces.splice(-1, 1, `${last} ${word}`);
    else pieces.push(word);
  }
  return pieces;
}

const commentOf = ({author, date, text}: Remark, id: number) => ({
  id,
  author,
  initials: author.slice(0, 1),
  ...(Number.isNaN(Date.parse(date)) ? {} : {date: new Date(date)}),
  children: text.split('\n').map((line) => new Paragraph(line)),
});

const markedHeader = ({marks}: Statement): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Quiet',
        children: [new TextRun({text: marks.map(({text}) => text).join(' · '), bold: true})],
      }),
    ],
  });

const numberedFooter = ({title}: Statement, {reading}: DocumentWords): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Quiet',
        tabStops: [{type: TabStopType.RIGHT, position: RIGHT}],
        children: [
          new TextRun({children: [title, '\t', PageNumber.CURRENT, ` ${reading.pageOf} `, PageNumber.TOTAL_PAGES]}),
        ],
      }),
    ],
  });

function front({open, office, title, subtitle, language, period, cutOff, producedBy}: Statement, words: DocumentWords) {
  const {reading} = words;
  const fact = (name: string, value: string) =>
    new Paragraph({style: 'Quiet', children: [new TextRun({text: `${name}: `, bold: true}), new TextRun(value)]});
  return [
    new Paragraph({children: [new TextRun({text: office, bold: true})]}),
    new Paragraph({heading: 'Title', text: title}),
    new Paragraph({children: [new TextRun({text: subtitle, size: 26})]}),
    fact(reading.period, periodIn(LOCALES[language], period)),
    fact(reading.cutOff, dayIn(LOCALES[language], cutOff)),
    fact(reading.producedBy, producedBy),
    ...(open.length === 0
      ? []
      : [
          new Paragraph({spacing: {before: 400}, children: [new TextRun({text: words.open, bold: true})]}),
          ...open.map((text) => new Paragraph({bullet: {level: 0}, text})),
        ]),
    new Paragraph({spacing: {before: 400}, children: [new TextRun({text: words.contents, bold: true})]}),
    new TableOfContents(words.contents, {hyperlink: true, headingStyleRange: '1-1'}),
    new Paragraph({pageBreakBefore: true, style: 'TableText', text: ''}),
  ];
}
