/** A waterfall of match weights as bars of text: each begins where the one before ended, and the last is their sum. */
export interface Bar {
  readonly label: string;
  /** In bits. */
  readonly weight: number;
}

const FOR = '█';
const AGAINST = '▒';
const ZERO = '│';

/** A bar for each, drawn to one scale; `columns` is what a bar may take. */
export function waterfallBars(bars: readonly Bar[], columns: number): readonly string[] {
  let reached = 0;
  const spans = bars.map(({weight}) => {
    const from = reached;
    reached += weight;
    return {from, to: reached};
  });
  spans.push({from: 0, to: reached});
  const least = Math.min(0, ...spans.map(({to}) => to));
  const most = Math.max(0, ...spans.map(({to}) => to));
  const place = (bits: number) => Math.round(((bits - least) / Math.max(1e-9, most - least)) * (columns - 1));
  return spans.map(({from, to}) => {
    const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))];
    const cells = Array.from({length: columns}, (_, at) => {
      if (at >= left && at < right) return to >= from ? FOR : AGAINST;
      return at === place(0) ? ZERO : ' ';
    });
    return cells.join('').trimEnd();
  });
}
