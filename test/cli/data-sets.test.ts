/** How many data sets fit, in words: no more is said than was proven. */
import {expect, test} from 'vitest';
import {dataSetsText} from '#cli/print-protection';
import {LANGUAGES} from '#concepts/labels';
import {languages} from '#language/language';
import {largeNumber} from '#language/large-number';

const said = (least: bigint, exact: boolean, outer: boolean, unlimited = 0) =>
  LANGUAGES.map((tag) => dataSetsText({least, exact, unlimited}, outer, languages[tag]));

test('exactly, or at least, of persons, or of tables alone', () => {
  expect(said(21n, true, false)).toEqual([
    '21 datasæt af personer passer med alt, hvad der er offentliggjort',
    '21 data sets of persons fit all that is published',
  ]);
  for (const [text, least] of [
    [said(21n, false, false), /^(Mindst|At least) 21 (datasæt af personer|data sets of persons)/],
    [said(1n, true, false), /^(Kun|Only) 1 /],
    [said(1n, false, false), /^(Mindst|At least) 1 .*(er ikke vist|was not shown)$/],
    [said(21n, true, true), /^21 (måder at udfylde tabellerne|ways to fill the tables)/],
    [said(21n, false, true), /^(Mindst|At least) 21 (måder|ways) .*(er ikke undersøgt|was not looked at)$/],
    [said(1n, true, true), /^1 (måde|way) /],
  ] as const)
    for (const one of text) expect(one).toMatch(least);
});

test('what nothing limits is said to be left out', () => {
  expect(said(21n, true, false, 110)).toEqual([
    '21 datasæt af personer passer med alt, hvad der er offentliggjort (udeladt: 110 tal, som intet begrænser)',
    '21 data sets of persons fit all that is published (left out: 110 numbers that nothing limits)',
  ]);
  for (const one of said(21n, false, true, 1)) expect(one).toMatch(/: 1 (tal|number)\b.*\)$/);
});

test('a large number is rounded down: at least so many there are', () => {
  expect(largeNumber(1_000_000n, 'da')).toBe('1.000.000');
  expect(largeNumber(1_000_001n, 'en')).toBe('1.0 · 10⁶');
  expect(largeNumber(199_999_999n, 'da')).toBe('1,9 · 10⁸');
  expect(largeNumber(10n ** 120n - 1n, 'en')).toBe('9.9 · 10¹¹⁹');
});
