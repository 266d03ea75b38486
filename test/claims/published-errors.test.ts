/** Errors that were published in official figures, each in both languages; and the same sentences put right. */
import {describe, expect, test} from 'vitest';
import type {KnownTable} from '#claims/known';
import {checkedAlone, failuresIn, textOf} from './checked.ts';

const wrong: readonly (readonly [sentence: string, failures: readonly string[]])[] = [
  ['In 2023, 112 people were identified, up 35 per cent on 73 in 2022.', ['35 per cent → 53.4 %']],
  ['112 is 35 per cent up on 73.', ['35 per cent → 53.4 %']],
  ['Antallet er steget med 35 pct. fra 73 til 112.', ['35 pct → 53,4 %']],
  ['I 2023 blev 112 vurderet handlet mod 73 i 2022, en stigning på 35 procent.', ['35 procent → 53,4 %']],
  ['Der var 73 ofre i 2022 og 112 i 2023, en stigning på 35 %.', ['35 % → 53,4 %']],
  ['Of the 80 victims, more than half (37) were men.', ['more than half → 46 %']],
  ['37 of the 80, more than half, were women.', ['more than half → 46 %']],
  ['Over halvdelen af de 80 ofre (37) var kvinder.', ['Over halvdelen → 46 %']],
  ['Flertallet, 37 af 80, var kvinder.', ['Flertallet → 46 %']],
  ['547 women (94%) of 632 victims were identified.', ['94% → 86.6 %']],
  ['A total of 632 victims were identified, of whom 547 (94 %) were women.', ['94 % → 86.6 %']],
  ['Af de 632 ofre var 547 (94 pct.) kvinder.', ['94 pct → 86,6 %']],
  ['Of the 73 persons, 48 were women and 24 men.', ['48 + 24 → 73']],
  ['There were 48 women and 24 men among the 73 victims.', ['48 + 24 → 73']],
  ['Af de 73 personer var 48 kvinder og 24 mænd.', ['48 + 24 → 73']],
  ['Der blev vurderet 73 personer. 48 var kvinder og 24 mænd.', ['48 + 24 → 73']],
  ['Of 17 victims, 44 were children.', ['44 → ≤ 17']],
  ['Der var 17 ofre, heraf 44 fra Nigeria.', ['44 → ≤ 17']],
  ['There were 80 victims nationally, of whom 238 were women.', ['238 → ≤ 80']],
  ['Of a total of 53 there were 49 women and 7 men.', ['49 + 7 → 53']],
  ['Der var 53 ofre: 49 kvinder og 7 mænd.', ['49 + 7 → 53']],
];

describe('what was published wrong', () => {
  test.each(wrong)('%s', (sentence, failures) => expect(failuresIn(checkedAlone(textOf(sentence)))).toEqual(failures));
});

const right = [
  'In 2023, 112 people were identified, up 53 per cent on 73 in 2022.',
  'Antallet er steget med 53 pct. fra 73 til 112.',
  'Antallet er steget med 53,4 pct. fra 73 til 112.',
  'Of the 80 victims, less than half (37) were men.',
  'Knap halvdelen af de 80 ofre (37) var kvinder.',
  '547 women (87%) of 632 victims were identified.',
  'Of the 73 persons, 48 were women, 24 men, and the sex of the remaining person is unknown.',
  'Af de 73 personer var 49 kvinder og 24 mænd.',
  'Of 44 victims, 17 were children.',
  'Tallet er mere end fordoblet, fra 53 til 112.',
  'Hver tredje (25 af 76) var under 18 år.',
  'On 12 May 2023 the 14 members met for 3 hours in room 112; see Table 3 and section 33(14).',
  'Den 3. februar 2014 trådte § 33, stk. 14, i kraft for de 76 personer på side 3 af 11.',
];

describe('what is right, or says nothing of figures', () => {
  test.each(right)('%s', (sentence) => expect(failuresIn(checkedAlone(textOf(sentence)))).toEqual([]));
});

const YEARS: Readonly<Record<string, number>> = {'2021': 80, '2022': 73, '2023': 112};
const series = (distinct?: number): KnownTable => ({
  name: 'persons by year',
  incomplete: false,
  cells: Object.entries(YEARS).map(([year, value]) => ({labels: [], year, value})),
  distinct,
});

describe('so many persons since a year, which are its years added up', () => {
  const said = textOf('Since 2021, 265 persons have been identified.');
  test('fails where fewer different persons are known', () =>
    expect(failuresIn(checkedAlone(said, [series(251)]))).toEqual(['265 → 251']));
  test('is told and left open where nobody knows', () => {
    const [claim] = checkedAlone(said, [series()]);
    expect(claim).toMatchObject({verdict: 'unverified', reason: {check: 'sum-of-years', sum: 265}});
  });
  test('holds of the different persons', () => {
    const [claim] = checkedAlone(textOf('Siden 2021 er 251 personer vurderet handlet.'), [series(251)]);
    expect(claim).toMatchObject({verdict: 'holds', printed: '251'});
  });
  test('holds where it says that the years are added up', () =>
    expect(
      failuresIn(
        checkedAlone(textOf('Since 2021, 265 persons have been counted when the years are added up.'), [series(251)]),
      ),
    ).toEqual([]));
});

test.each(['12 of 13 persons of ', 'a.', '.', 'a.b.A. ', 'rise by 5 from 73 to ', '1 ', '@'])(
  'what is no language takes no time: %s',
  (unit) => {
    const began = performance.now();
    checkedAlone(textOf(unit.repeat(1_000_000 / unit.length)));
    expect(performance.now() - began).toBeLessThan(2_000);
  },
);
