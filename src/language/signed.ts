/** How much something is moved, with its sign: −1, 0, +2. */
export const signed = (by: number): string => (by > 0 ? `+${by}` : by < 0 ? `−${-by}` : '0');

/** How far it can be moved: `by −1 to +2`. */
export const movedFrom = (low: number, high: number, [from, to]: readonly [string, string]): string =>
  `${from} ${signed(low)} ${to} ${signed(high)}`;
