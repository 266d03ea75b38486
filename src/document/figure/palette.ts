/**
 * The colours of a chart. On white the bar has a contrast of 6.6:1 and quiet text 7:1; what a colour says is also said by
 * a pattern or in words.
 */
export interface Palette {
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly bar: string;
  /** The colour of the page, around figures that stand on lines. */
  readonly ground: string;
  /** Behind everything, where the chart stands alone. */
  readonly paper: string | undefined;
}

export const STANDALONE: Palette = {
  ink: '#1b1f24',
  quiet: '#525a63',
  rule: '#d3d8de',
  bar: '#206095',
  ground: '#ffffff',
  paper: '#ffffff',
};

export const ON_PAPER: Palette = {...STANDALONE, paper: undefined};

/** In a page, the page's own colours, which follow the reader's light or dark. */
export const IN_PAGE: Palette = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  rule: 'var(--rule)',
  bar: 'var(--bar)',
  ground: 'var(--paper)',
  paper: undefined,
};
