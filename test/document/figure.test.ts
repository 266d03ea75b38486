/** Charts: every label and figure drawn, whole-number axes, nothing drawn for nothing, the same bytes every time. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type ChartStyle, drawChart} from '#document/figure/chart';
import {IN_PAGE, ON_PAPER, STANDALONE} from '#document/figure/palette';
import {toPng} from '#document/figure/png';
import {wrap} from '#document/figure/typeface';
import {typefacesOf} from '#document/render/fonts';
import type {BarChart, ChartBar, DumbbellChart, DumbbellFigure} from '#document/statement';
import {DRAWING, FONTS} from './fonts.ts';

const faces = typefacesOf(FONTS);
const style: ChartStyle = {
  key: 'chart',
  width: 400,
  titled: false,
  palette: ON_PAPER,
  faces,
  legend: {published: 'published before', break: 'break in series', source: 'Source'},
  language: 'en',
};
const bar = (label: string, value: number | undefined, more: Partial<ChartBar> = {}): ChartBar => ({
  label,
  text: value === undefined ? '*' : String(value),
  value,
  muted: false,
  breakBefore: false,
  ...more,
});
const chart = (kind: BarChart['kind'], ...bars: ChartBar[]): BarChart => ({
  id: 'chart',
  number: 1,
  title: 'Persons by sex',
  kind,
  symbols: [],
  notes: [],
  unit: 'Persons',
  bars,
  alternative: 'Women 64, men 12.',
  source: 'the register',
});

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
const rects = (svg: string) => [...svg.matchAll(/<rect[^>]*>/g)].map(([rect]) => rect);

describe.each(['bar', 'column'] as const)('a %s chart', (kind) => {
  const svg = drawChart(chart(kind, bar('Women', 64), bar('Men', 12), bar('Unknown', 0)), style);

  test('says every label and figure', () => {
    expect(texts(svg)).toEqual(expect.arrayContaining(['Women', '64', 'Men', '12', 'Unknown', '0', 'Persons']));
  });

  test('has a role, a title and a text alternative', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title id="chart-chart-title">Persons by sex</title>');
    expect(svg).toContain('<desc id="chart-chart-text">Women 64, men 12.</desc>');
  });

  test('draws nothing for zero, and a symbol for what is withheld', () => {
    expect(rects(svg)).toHaveLength(2);
    const withheld = drawChart(chart(kind, bar('Women', 64), bar('Men', undefined)), style);
    expect(rects(withheld)).toHaveLength(1);
    expect(texts(withheld)).toContain('*');
  });

  test.each([0, 1, 2, 3, 7, 19, 1001])('counts whole persons on the axis up to %d', (largest) => {
    const drawn = texts(drawChart(chart(kind, bar('Women', largest)), style));
    for (const text of drawn.filter((text) => /\d/.test(text))) expect(text).toMatch(/^(\d+|\d{1,3}([.,]\d{3})*)$/);
  });

  test('many figures in a row do not lie on each other', () => {
    const years = Array.from({length: 17}, (_, i) => bar(String(2002 + i), 16_399 - 900 * i));
    const few = drawChart(chart('column', ...years.slice(0, 3)), style);
    const many = drawChart(chart('column', ...years), style);
    const onEnd = (svg: string) => svg.match(/rotate\(-90/g)?.length ?? 0;
    expect(onEnd(few)).toBe(0);
    expect(onEnd(many)).toBeGreaterThanOrEqual(17);
  });

  test('what was published before the register is hatched, and says so', () => {
    const muted = drawChart(chart(kind, bar('2007', 17, {muted: true}), bar('2008', 28)), style);
    expect(rects(muted).filter((rect) => rect.includes('url(#hatch-chart)')).length).toBe(2);
    expect(texts(muted)).toContain('published before');
    expect(drawChart(chart(kind, bar('2008', 28)), style)).not.toContain('pattern');
  });

  test('follows the colours of its page, or stands on white', () => {
    const view = chart(kind, bar('Women', 64));
    expect(drawChart(view, {...style, palette: IN_PAGE})).toContain('fill="var(--bar)"');
    const alone = drawChart(view, {...style, palette: STANDALONE, titled: true});
    expect(alone).not.toContain('var(');
    expect(texts(alone)).toEqual(expect.arrayContaining(['Persons by sex', 'Source: the register']));
    expect(texts(svg)).not.toContain('Persons by sex');
  });

  test('any cells and words give a drawing inside its frame', () => {
    const bars = fc.array(
      fc.record({
        label: fc.string({unit: 'binary', minLength: 1, maxLength: 60}),
        value: fc.option(fc.nat({max: 2_000_000}), {nil: undefined}),
        muted: fc.boolean(),
        breakBefore: fc.boolean(),
      }),
      {maxLength: 20},
    );
    fc.assert(
      fc.property(bars, (given) => {
        const view = chart(kind, ...given.map(({label, value, ...more}) => bar(label, value, more)));
        const drawn = drawChart(view, style);
        expect(drawn).toBe(drawChart(view, style));
        expect(drawn).not.toMatch(/NaN|undefined|Infinity|(width|height)="-/);
        expect(drawn.match(/<(?!\/|svg|title|desc|defs|pattern|g|line|rect|text)/)).toBeNull();
      }),
      {seed: 2013},
    );
  });
});

type Given = number | undefined;
const given = (value: Given): DumbbellFigure =>
  value === undefined
    ? {text: '[c]', value, symbol: '[c]'}
    : {text: value.toLocaleString('en'), value, symbol: undefined};
const dumbbells = (...rows: (readonly [label: string, first: Given, latest: Given])[]): DumbbellChart => {
  const {bars: _, ...rest} = chart('bar');
  return {
    ...rest,
    kind: 'dumbbell',
    marks: {first: 'First figure', latest: 'Latest figure', same: 'The same'},
    rows: rows.map(([label, first, latest]) => ({label, first: given(first), latest: given(latest)})),
  };
};
const circles = (svg: string) => [...svg.matchAll(/<circle[^>]*>/g)].map(([circle]) => circle);

/** Where each text begins and ends, and on what line it stands. */
const extents = (svg: string) =>
  [...svg.matchAll(/<text x="([^"]*)" y="([^"]*)"([^>]*)>([^<]*)</g)].map(([, x, y, more = '', text = '']) => {
    const size = Number(/font-size="(\d+)"/.exec(more)?.[1]);
    const wide = (more.includes('font-weight') ? faces.strong : faces.regular).widthOf(text, size);
    const from = Number(x) - (more.includes('"end"') ? wide : more.includes('"middle"') ? wide / 2 : 0);
    return {text, y: Number(y), from, to: from + wide};
  });

describe('first and latest figures', () => {
  test('are told apart by shape, named, and each written where they differ', () => {
    const svg = drawChart(dumbbells(['2011', 60, 60], ['2012', 56, 66]), style);
    expect(texts(svg)).toEqual(expect.arrayContaining(['First figure', 'Latest figure', 'The same', '56', '66']));
    expect(texts(svg).filter((text) => text === '60')).toHaveLength(2);
    const [ring, dot] = circles(drawChart(dumbbells(['2012', 56, 66]), style)).slice(-2);
    expect([ring, dot].map((circle) => circle?.includes('stroke='))).toEqual([true, false]);
  });

  test('explain only the marks there are', () => {
    expect(texts(drawChart(dumbbells(['2011', 60, 60]), style))).not.toContain('First figure');
    expect(texts(drawChart(dumbbells(['2012', 56, 66]), style))).not.toContain('The same');
    expect(circles(drawChart(dumbbells(['2012', undefined, undefined]), style))).toEqual([]);
  });

  test('a withheld one is said before or after the other', () => {
    expect(texts(drawChart(dumbbells(['2011', undefined, 60], ['2012', 56, undefined]), style))).toEqual(
      expect.arrayContaining(['[c] → 60', '56 → [c]']),
    );
    for (const character of '→ [c]')
      expect(faces.regular.widthOf(character, 10)).not.toBe(faces.regular.widthOf('\uFFFE', 10));
  });

  test('any cells: inside the frame, and no text on another', () => {
    const figure = fc.option(fc.oneof(fc.nat({max: 90}), fc.nat({max: 2_000_000})), {nil: undefined});
    const rows = fc.array(fc.tuple(fc.integer({min: 2000, max: 2030}).map(String), figure, figure), {maxLength: 12});
    fc.assert(
      fc.property(rows, fc.boolean(), (given, titled) => {
        const drawn = drawChart(dumbbells(...given), {...style, titled});
        expect(drawn).not.toMatch(/NaN|undefined|Infinity|(width|height)="-/);
        const height = Number(/height="(\d+)"/.exec(drawn)?.[1]);
        const width = style.width - (titled ? 40 : 0);
        const all = extents(drawn);
        for (const {from, to, y} of all) {
          expect(from).toBeGreaterThanOrEqual(-0.01);
          expect(to).toBeLessThanOrEqual(width + 0.01);
          expect(y).toBeLessThan(height);
        }
        const lines = Map.groupBy(all, ({y}) => y);
        for (const line of lines.values()) {
          const ordered = line.toSorted((a, b) => a.from - b.from);
          for (const [i, {from}] of ordered.entries()) expect(from).toBeGreaterThan(ordered[i - 1]?.to ?? -1);
        }
      }),
      {seed: 2013},
    );
  });
});

test('a break stands between the years, named', () => {
  const broken = drawChart(chart('column', bar('2012', 66), bar('2013', 76, {breakBefore: true})), style);
  expect(texts(broken)).toContain('break in series');
  expect(broken).toContain('stroke-dasharray');
});

test('long labels are broken to fit', () => {
  const lines = wrap('Vedligeholdelsesvirksomhedsmedarbejder i landbrug', faces.regular, 13, 100);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(faces.regular.widthOf(line, 13)).toBeLessThanOrEqual(100);
});

test('digits are equally wide, so figures line up', () => {
  const widths = new Set([...'0123456789'].map((digit) => faces.regular.widthOf(digit, 10)));
  expect(widths.size).toBe(1);
});

test('PNG: the same bytes, twice the size', async () => {
  const svg = drawChart(chart('bar', bar('Women', 64)), {...style, palette: STANDALONE});
  const [first, second] = [await toPng(svg, [FONTS.regular], DRAWING), await toPng(svg, [FONTS.regular], DRAWING)];
  expect(Buffer.compare(first, second)).toBe(0);
  expect(Buffer.from(first).readUInt32BE(16)).toBe(800);
});
