/** What a kind of chart gives back: drawn marks and how much room they took. */
import type {BarChart} from '../statement.ts';
import type {Palette} from './palette.ts';
import type {Typefaces} from './typeface.ts';

export interface Plot {
  readonly marks: readonly string[];
  readonly height: number;
}

export interface PlotRoom {
  readonly width: number;
  readonly top: number;
  readonly palette: Palette;
  readonly faces: Typefaces;
  /** How a muted bar is filled. */
  readonly hatch: string;
  /** What the mark of a break says. */
  readonly breakLabel: string;
  /** A number of the axis in the statement's language. */
  readonly written: (tick: number) => string;
}

export type DrawPlot<Chart = BarChart> = (chart: Chart, room: PlotRoom) => Plot;

export const TEXT = 13;
export const SMALL = 12;
export const LEADING = 16;
/** Room for the numbers under a plot. */
export const AXIS = 24;
/** A plot is never narrower, however long the labels. */
export const LEAST = 40;

export const largestOf = (chart: BarChart): number => Math.max(1, ...chart.bars.map(({value}) => value ?? 0));
/** From so many rows on, bars stand closer. */
export const MANY = 24;
export const isWhole = (tick: number): boolean => Number.isInteger(tick);

/** A published total is outlined and hatched; what the register counted is solid. */
export const fillOf = (muted: boolean, {palette, hatch}: PlotRoom) =>
  muted ? {fill: `url(#${hatch})`, stroke: palette.bar, 'stroke-width': 1} : {fill: palette.bar};
