import {expect, test} from 'vitest';
import {decimals} from '#language/decimals';

test.each([
  [1234.5, 1, '1.234,5', '1,234.5'],
  [-0.25, 2, '−0,25', '−0.25'],
  [0.9995, 3, '1,000', '1.000'],
] as const)('%d to %d decimals is %s in Danish and %s in English', (number, digits, da, en) =>
  expect([decimals(number, digits, 'da'), decimals(number, digits, 'en')]).toEqual([da, en]),
);
