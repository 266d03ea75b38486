/** The hand-over on paper: valid to others, its text never markup, its wheel readable however near the days are. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {PDFDocument} from '@cantoo/pdf-lib';
import {afterAll, expect, test} from 'vitest';
import {ON_PAPER} from '#document/figure/palette';
import {drawYearWheel} from '#document/figure/year-wheel';
import {type HandOverText, runsOf, type YearBlock} from '#document/hand-over';
import {renderHandOver} from '#document/render/hand-over-pdf';
import {inWasm} from '#document/render/pdf';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {prepareVeraPdf, validate} from '../readers/verapdf/verapdf.ts';
import {FONTS} from './fonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'opgor-hand-over-'));
afterAll(() => rmSync(folder, {recursive: true}));

const yearOf = (...days: readonly string[]): YearBlock => ({
  kind: 'year',
  head: ['Day', 'What', 'Command'],
  today: plainDate('2014-05-20'),
  now: 'today, 20 May 2014',
  alternative: 'The year as a wheel.',
  days: days.map((on, i) => ({
    on: plainDate(on),
    day: on,
    what: `step ${i}`,
    command: '`opgor drill`',
    promised: i % 3 === 2,
  })),
});
const HOSTILE = '#panic("x") \\ $ *a* _b_ <c> @d // e "f"';
const SAMPLE: HandOverText = {
  language: 'en',
  title: 'Hand-over: the office',
  office: 'the office',
  name: 'Hand-over',
  made: instant('2014-05-20T09:00:00Z'),
  blocks: [
    {kind: 'heading', text: 'What is open'},
    {kind: 'open', items: [`${HOSTILE} \`opgor questions 2013\``, 'Nothing']},
    {kind: 'text', text: HOSTILE},
    yearOf('2014-06-01', '2014-06-02', '2014-12-31', '2015-01-01'),
    {kind: 'list', items: [HOSTILE]},
    {kind: 'table', head: ['What', 'Command'], rows: Array.from({length: 140}, () => [HOSTILE, '`opgor drill`'])},
  ],
};

test('whatever is written in it is text, over as many pages as it takes', async () => {
  const document = await PDFDocument.load(await renderHandOver(SAMPLE, FONTS), {updateMetadata: false});
  expect(document.getPageCount()).toBeGreaterThan(2);
  expect(document.getTitle()).toBe('Hand-over: the office');
});

test('the same bytes each time', async () => {
  const [one, two] = [await renderHandOver(SAMPLE, FONTS), await renderHandOver(SAMPLE, FONTS)];
  expect(Buffer.compare(one, two)).toBe(0);
});

const classPath = prepareVeraPdf();
test.skipIf(classPath === undefined)(
  'veraPDF: PDF/A-2a and PDF/UA-1 hold, by either typesetter',
  async () => {
    for (const [name, typeset] of [
      ['native', undefined],
      ['wasm', inWasm],
    ] as const) {
      const file = join(folder, `${name}.pdf`);
      writeFileSync(file, await renderHandOver(SAMPLE, FONTS, typeset));
      expect(validate(classPath ?? '', file).map((line) => line.replace(/ \d+$/, ''))).toEqual([
        '2a holds',
        'ua1 holds',
      ]);
    }
  },
  120_000,
);

/** Where the numbers stand. */
const marksOf = (year: YearBlock) =>
  [
    ...drawYearWheel(year, {language: 'en', palette: ON_PAPER}).matchAll(
      /<text x="([\d.]+)" y="([\d.]+)"[^>]*>(\d+)<\/text>/g,
    ),
  ].map(([, x, y, number]) => ({x: Number(x), y: Number(y), number: Number(number)}));

test('no two marks of the wheel touch, in their order round the year, also over New Year', () => {
  const crowds = [
    ['2014-06-01', '2014-06-02', '2014-06-03', '2014-06-04', '2014-06-05', '2014-06-05'],
    ['2014-12-30', '2014-12-31', '2015-01-01', '2015-01-02', '2015-01-02'],
    Array.from(
      {length: 24},
      (_, i) => `2014-${String(6 + Math.floor(i / 12)).padStart(2, '0')}-${String(1 + (i % 12)).padStart(2, '0')}`,
    ),
    ['2014-07-01'],
  ];
  for (const days of crowds) {
    const marks = marksOf(yearOf(...days));
    expect(marks.map(({number}) => number)).toEqual(days.map((_, i) => i + 1));
    for (const [i, a] of marks.entries())
      for (const b of marks.slice(i + 1))
        expect([a.number, b.number, Math.hypot(a.x - b.x, a.y - b.y) > 18]).toEqual([a.number, b.number, true]);
  }
});

test('what is typed stands apart from what is read', () => {
  expect(runsOf('Nothing yet: `opgor drill`.')).toEqual([
    {text: 'Nothing yet: ', command: false},
    {text: 'opgor drill', command: true},
    {text: '.', command: false},
  ]);
  expect(runsOf('')).toEqual([]);
});
