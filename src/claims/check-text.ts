/**
 * Tests the figures of somebody's text: within the sentence, within its tables, against what is known, and against a statement's
 * own sentences. Every figure comes out once at least: as held, as failed, or as one that nothing here can test.
 */
import type {ReadingWords} from '#language/reading-words';
import {type Around, againstKnown} from './against-known.ts';
import {Cells} from './cells.ts';
import {changesIn} from './changes.ts';
import {type Claim, printedIn, type Tested} from './claim.ts';
import {knownFrom, tableSums} from './inner-tables.ts';
import type {KnownTable} from './known.ts';
import {type Mark, type Marked, markSentence} from './marks.ts';
import {OwnSentences, skeleton} from './own-sentences.ts';
import {listIn, partsIn} from './parts.ts';
import {type Reading, readingOf} from './reading.ts';
import {sentencesOf} from './sentences.ts';
import {sharesIn} from './shares.ts';
import type {Text, TextBlock} from './text.ts';
import {Vocabulary} from './vocabulary.ts';

/** What a text is held against, in one language. */
export interface Against {
  readonly tables: readonly KnownTable[];
  /** A statement that is known to be right. */
  readonly statement: Text | undefined;
}

export interface CheckRequest {
  readonly text: Text;
  /** In each language a text may be in. */
  readonly languages: readonly {readonly words: ReadingWords; readonly against: Against}[];
  /** The year that is meant where the text names none. */
  readonly year: string | undefined;
}

export function checkText({text, languages, year}: CheckRequest): readonly Claim[] {
  const readings = languages.map(({words, against}) => ({reading: readingOf(words), against}));
  const whole = languageOf(text.blocks.map(textOf).join(' ').slice(0, 20_000), readings);
  const readers = readings.map(({reading, against}) => new Reader(reading, against, text));
  const claims: (readonly Claim[])[] = [];
  const titles = text.blocks.slice(0, 3).filter(({kind}) => kind === 'heading');
  const place: Place = {heading: '', year: yearIn(titles.map(textOf).join(' ')) ?? year};
  for (const block of text.blocks) {
    const said = textOf(block);
    const own = said.split(' ').length < 8 ? whole : languageOf(said, readings);
    const reader = readers[own] ?? readers[0];
    if (reader === undefined) continue;
    if (block.kind === 'heading') {
      place.heading = block.text;
      place.year = yearIn(block.text) ?? place.year;
    } else if (block.kind === 'table') claims.push(reader.table(block));
    else claims.push(reader.paragraph(block.text, place));
  }
  return claims.flat();
}

interface Place {
  heading: string;
  year: string | undefined;
}

const textOf = (block: TextBlock): string => (block.kind === 'table' ? '' : block.text);
const yearIn = (text: string): string | undefined => {
  const years = new Set(text.match(/(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)/g));
  return years.size === 1 ? [...years][0] : undefined;
};

/** The one with the most of its common words. */
function languageOf(text: string, readings: readonly {readonly reading: Reading}[]): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = readings.map(({reading: {common}}) => words.filter((word) => common.has(word)).length);
  return scores.indexOf(Math.max(...scores));
}

/** All that is read in one language. */
class Reader {
  private readonly cells: Cells;
  private readonly own: OwnSentences;
  private readonly reading: Reading;
  private readonly vocabulary: Vocabulary;

  constructor(reading: Reading, {tables, statement}: Against, text: Text) {
    this.reading = reading;
    const inner = innerTables(text, reading);
    this.cells = new Cells([...tables, ...(tables.length > 0 ? [] : inner)], reading);
    this.own = new OwnSentences(reading);
    this.vocabulary = new Vocabulary(reading, tables, statement);
    let heading = '';
    for (const block of statement?.blocks ?? []) {
      if (block.kind === 'heading') heading = block.text;
      if (block.kind !== 'paragraph') continue;
      let before = '';
      for (const marked of this.marked(block.text)) {
        this.own.add(marked, {heading, before});
        before = skeleton(marked, reading);
      }
    }
  }

  table(block: Extract<TextBlock, {kind: 'table'}>): readonly Claim[] {
    return tableSums(block, this.reading).map(claimOf);
  }

  paragraph(text: string, {heading, year}: Place): readonly Claim[] {
    const claims: (readonly Claim[])[] = [];
    const headed = markSentence(heading, this.reading, this.cells.index).marks.flatMap(({label}) => label ?? []);
    let [before, whole]: [string, Mark | undefined] = ['', undefined];
    let labels: readonly string[] = [];
    for (const marked of this.marked(text)) {
      const around: Around = {heading, headed, before: labels, year};
      claims.push(this.sentence(marked, around, {heading, before}, whole));
      before = skeleton(marked, this.reading);
      labels = marked.marks.flatMap(({label}) => label ?? []);
      whole = wholeOf(marked);
    }
    return claims.flat();
  }

  private marked(paragraph: string): readonly Marked[] {
    return sentencesOf(paragraph, this.reading.words).map((sentence) =>
      markSentence(sentence, this.reading, this.cells.index),
    );
  }

  /** What is no sentence at all makes no claim: the scale of a chart, the number of a page. */
  private sentence(
    marked: Marked,
    around: Around,
    place: {readonly heading: string; readonly before: string},
    whole: Mark | undefined,
  ): readonly Claim[] {
    if (
      !marked.marks.some(
        ({kind, value}) =>
          value !== undefined ||
          kind === 'quantifier' ||
          kind === 'ratio' ||
          kind === 'first' ||
          kind === 'rise' ||
          kind === 'fall',
      )
    )
      return [];
    if (marked.marks.length > LONGEST || !/\p{L}{2,}\P{L}+\p{L}{2,}/u.test(marked.text)) return [];
    const own = this.own.test(marked, place);
    const parts = partsIn(marked, this.reading, whole);
    const inner = [
      ...changesIn(marked, this.reading),
      ...sharesIn(marked, this.reading),
      ...(parts.length > 0 ? parts : listIn(marked, this.reading)),
    ];
    const held = new Set(own.flatMap(({about}) => about));
    const known = againstKnown(this.cells, this.reading, marked, around, inner).filter(
      (one) =>
        (one.verdict !== 'fails' || one.reason.check === 'sum-of-years' || this.vocabulary.covers(marked)) &&
        !one.about.some((mark) => held.has(mark) || inner.some(({about: [first]}) => first === mark)),
    );
    const starts = ({about: [first]}: Tested) => first?.start ?? 0;
    const tested = [...own, ...inner, ...known].toSorted((a, b) => starts(a) - starts(b));
    const about = new Set(tested.flatMap((one) => one.about));
    const untested = marked.marks.filter(
      (mark) => FIGURES.has(mark.kind) && mark.value !== undefined && !about.has(mark) && !isWord(marked, mark),
    );
    return [...tested.map(claimOf), ...untested.map((mark) => unverified(marked, mark))];
  }
}

/** Marks of a sentence: what has more is a list that lost its full stops, or made to take time. */
const LONGEST = 400;

const FIGURES: ReadonlySet<string> = new Set(['count', 'percent', 'points', 'signed']);

/** Number words are often no figures: one of them, two authorities. */
const isWord = (marked: Marked, mark: Mark): boolean => !/\d/.test(printedIn(marked, mark)) && (mark.value ?? 0) < 3;

const claimOf = ({about: _, ...claim}: Tested): Claim => claim;

const unverified = (marked: Marked, mark: Mark): Claim => ({
  sentence: marked.text,
  verdict: 'unverified',
  printed: printedIn(marked, mark),
  right: undefined,
  reason: {check: 'nothing-known'},
});

/** The one number of persons a sentence tells: what the next may name the parts of. */
function wholeOf({marks, shape}: Marked): Mark | undefined {
  const counts = [...shape.matchAll(/n/g)];
  const [only] = counts;
  return counts.length === 1 && only !== undefined && /^n[w]{0,2}k/.test(shape.slice(only.index))
    ? marks[only.index]
    : undefined;
}

/** The text's own tables, each with the section it stands in. */
function innerTables({blocks, name}: Text, reading: Reading): readonly KnownTable[] {
  let section = '';
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') section = block.text;
    return block.kind === 'table' ? (knownFrom(block, reading, block.caption || name, section) ?? []) : [];
  });
}
