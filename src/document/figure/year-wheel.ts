/**
 * The year as a wheel: January at the top, round with the clock; a hand at today, and a numbered mark at every day that something is due. The next
 * is filled; what was promised to others is square.
 */

import type {YearBlock, YearDay} from '../hand-over.ts';
import {LOCALES} from '../intl.ts';
import type {Palette} from './palette.ts';
import {element, escaped, words} from './svg.ts';

const SIZE = 300;
const CENTRE = SIZE / 2;
const [OUTER, INNER] = [148, 124];
const [RING, MARK] = [96, 9];
const ROUNDS = 3000;

export interface WheelStyle {
  readonly language: keyof typeof LOCALES;
  readonly palette: Palette;
}

export function drawYearWheel({today, now, days, alternative}: YearBlock, {language, palette}: WheelStyle): string {
  const marks = placed(days).map((mark, i) => drawMark(mark, i, palette));
  const children = [
    element('title', {id: 'year-wheel'}, [escaped(alternative)]),
    ...months(LOCALES[language]).map((name, month) => drawMonth(name, month, Number(today.slice(5, 7)) - 1, palette)),
    ...drawToday(today, now, palette),
    ...marks,
  ];
  const font = "'IBM Plex Sans', 'Segoe UI', Arial, sans-serif";
  const shape = {
    viewBox: `0 0 ${SIZE} ${SIZE}`,
    width: SIZE,
    height: SIZE,
    role: 'img',
    'aria-labelledby': 'year-wheel',
  };
  return element('svg', {xmlns: 'http://www.w3.org/2000/svg', ...shape, 'font-family': font}, children);
}

const months = (locale: string): readonly string[] => {
  const name = new Intl.DateTimeFormat(locale, {month: 'short', timeZone: 'UTC'});
  return Array.from({length: 12}, (_, month) => name.format(Date.UTC(2014, month, 15)).replace('.', ''));
};

/** How far round the year a day is, from 0 to 1: a day after New Year is the same in all years. */
const turnOf = (on: string): number => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const [first, here, next] = [Date.UTC(year, 0, 1), Date.UTC(year, month - 1, day), Date.UTC(year + 1, 0, 1)];
  return (here - first) / (next - first);
};

const at = (turn: number, radius: number): {readonly x: number; readonly y: number} => ({
  x: CENTRE + radius * Math.sin(2 * Math.PI * turn),
  y: CENTRE - radius * Math.cos(2 * Math.PI * turn),
});

function drawMonth(name: string, month: number, now: number, palette: Palette): string {
  const [from, to, middle] = [month / 12, (month + 1) / 12, at((month + 0.5) / 12, (OUTER + INNER) / 2)];
  const corners = [at(from, OUTER), at(to, OUTER), at(to, INNER), at(from, INNER)];
  const [a, b, c, d] = corners.map(({x, y}) => `${x.toFixed(2)} ${y.toFixed(2)}`);
  const isNow = month === now;
  return [
    element('path', {
      d: `M${a} A${OUTER} ${OUTER} 0 0 1 ${b} L${c} A${INNER} ${INNER} 0 0 0 ${d} Z`,
      fill: isNow ? palette.rule : palette.ground,
      stroke: palette.rule,
    }),
    words(name, {
      x: middle.x,
      y: middle.y + 4,
      'text-anchor': 'middle',
      'font-size': 11,
      'font-weight': isNow ? 600 : undefined,
      fill: isNow ? palette.ink : palette.quiet,
    }),
  ].join('');
}

function drawToday(today: string, now: string, {ink}: Palette): readonly string[] {
  const [hub, tip] = [at(turnOf(today), 0), at(turnOf(today), OUTER)];
  return [
    element('line', {x1: hub.x, y1: hub.y, x2: tip.x, y2: tip.y, stroke: ink, 'stroke-width': 1.4}),
    element('circle', {cx: hub.x, cy: hub.y, r: 3.5, fill: ink}),
    words(now, {
      x: hub.x,
      y: hub.y + (tip.y < hub.y ? 20 : -12),
      'text-anchor': 'middle',
      'font-size': 11.5,
      fill: ink,
    }),
  ];
}

interface Placed {
  readonly day: YearDay;
  /** Where its day is. */
  readonly turn: number;
  /** Where its mark is. */
  readonly stands: number;
}

/** Each as near its day as it can stand without touching another: those too near push each other apart. */
function placed(days: readonly YearDay[]): readonly Placed[] {
  const apart = Math.min((2 * MARK + 3) / (2 * Math.PI * RING), 1 / days.length);
  const turns = days.map(({on}) => turnOf(on));
  const stands = [...turns];
  for (let round = 0; round < ROUNDS; round++) {
    for (const i of stands.keys()) {
      const next = (i + 1) % stands.length;
      if (next === i) continue;
      const [a = 0, b = 0] = [stands[i], stands[next]];
      // Days stand in their order round the year; the last is followed by the first.
      const gap = (((b - a) % 1) + 1) % 1;
      const forward = gap > 0.5 && Math.abs(gap - 1) < apart ? gap - 1 : gap;
      if (forward >= apart) continue;
      stands[i] = a - (apart - forward) / 2;
      stands[next] = b + (apart - forward) / 2;
    }
  }
  return days.map((day, i) => ({day, turn: turns[i] ?? 0, stands: stands[i] ?? 0}));
}

function drawMark({day, turn, stands}: Placed, i: number, palette: Palette): string {
  const [edge, {x, y}] = [at(turn, INNER), at(stands, RING)];
  const colours = {fill: i === 0 ? palette.bar : palette.ground, stroke: palette.bar, 'stroke-width': 1.4};
  return [
    element('line', {x1: edge.x, y1: edge.y, x2: x, y2: y, stroke: palette.bar}),
    day.promised
      ? element('rect', {x: x - MARK, y: y - MARK, width: 2 * MARK, height: 2 * MARK, ...colours})
      : element('circle', {cx: x, cy: y, r: MARK, ...colours}),
    words(String(i + 1), {
      x,
      y: y + 3.7,
      'text-anchor': 'middle',
      'font-size': 10.5,
      'font-weight': 600,
      fill: i === 0 ? palette.ground : palette.ink,
    }),
  ].join('');
}
