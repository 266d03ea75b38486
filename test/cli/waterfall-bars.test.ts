/** Bars of text: each begins where the one before ended. */
import {expect, test} from 'vitest';
import {languages} from '#language/language';
import {KINDS} from '#linkage/kinds';
import {waterfallBars} from '../../src/cli/waterfall-bars.ts';

test('down, up, and the sum from zero', () => {
  const bars = waterfallBars(
    [
      {label: 'start', weight: -4},
      {label: 'name', weight: 6},
      {label: 'sex', weight: -1},
    ],
    13,
  );
  // Columns of half a bit, from −4 to 2; zero is the ninth.
  expect(bars).toEqual(['▒▒▒▒▒▒▒▒│', '████████████', '        │ ▒▒', '        ██']);
});

test('nothing to draw is a line at zero', () => {
  expect(waterfallBars([], 10)).toEqual(['│']);
});

test('every level of agreement has a word, in each language', () => {
  const fields = Object.values(KINDS).map((made) =>
    made({name: 'field', kind: 'code', proves: false}, {codes: new Int32Array(0), texts: []}),
  );
  for (const {review} of Object.values(languages))
    for (const {levels} of fields) expect(levels.filter((level) => !review.levels.has(level))).toEqual([]);
});
