import {expect, test} from 'vitest';
import {beforeFullStop, percentShown} from '#language/percent';

const spaces = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0.84, 0, '84 pct.', '84 per cent'],
  [0.0015, 2, '0,15 pct.', '0.15 per cent'],
  [12.345, 1, '1.234,5 pct.', '1,234.5 per cent'],
  [-0.02, 0, '−2 pct.', '−2 per cent'],
] as const)('%d is written %s', (share, digits, da, en) => {
  expect([spaces(percentShown(share, digits, 'da')), spaces(percentShown(share, digits, 'en-GB'))]).toEqual([da, en]);
});

test('a number and its word stay on one line', () => expect(percentShown(0.5, 0, 'da')).toBe('50\u00a0pct.'));

test('an abbreviation before a full stop has none of its own', () => {
  expect(beforeFullStop(percentShown(0.5, 0, 'da'))).toBe('50\u00a0pct');
  expect(beforeFullStop(percentShown(0.5, 0, 'en'))).toBe('50\u00a0per cent');
});
