/** Cohen's kappa against figures worked out by hand. */
import {expect, test} from 'vitest';
import {agreementOf} from '#linkage/agreement';

const times = (count: number, first: string, second: string) =>
  Array.from({length: count}, () => [first, second] as const);

test('two reviewers of fifty pairs: Cohen’s own kind of table', () => {
  // 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed .7, by chance .5.
  const found = agreementOf([
    ...times(20, 'yes', 'yes'),
    ...times(5, 'yes', 'no'),
    ...times(10, 'no', 'yes'),
    ...times(15, 'no', 'no'),
  ]);
  expect(found).toMatchObject({pairs: 50, agreed: 35});
  expect(found.kappa).toBeCloseTo(0.4, 10);
  // Standard error: √(.7 · .3 / (50 · .25)) = .1296.
  expect(found.interval?.[0]).toBeCloseTo(0.4 - 0.254, 3);
  expect(found.interval?.[1]).toBeCloseTo(0.4 + 0.254, 3);
});

test('of few pairs, and of answers that all agree or all differ, there is no interval', () => {
  const one = agreementOf([['yes', 'no']]);
  expect(one).toEqual({pairs: 1, agreed: 0, kappa: 0, interval: undefined});
  const few = agreementOf([...times(14, 'yes', 'yes'), ...times(14, 'no', 'no'), ['yes', 'no']]);
  expect(few).toMatchObject({pairs: 29, agreed: 28, interval: undefined});
  expect(few.kappa).toBeCloseTo(0.93, 2);
  expect(agreementOf([...times(20, 'yes', 'yes'), ...times(20, 'no', 'no')])).toMatchObject({
    kappa: 1,
    interval: undefined,
  });
  expect(agreementOf([...times(20, 'yes', 'no'), ...times(20, 'no', 'yes')])).toMatchObject({
    kappa: -1,
    interval: undefined,
  });
  expect(agreementOf([...times(15, 'yes', 'yes'), ...times(14, 'no', 'no'), ['yes', 'no']]).interval).toHaveLength(2);
});

test('chance alone explains two who only ever say one thing', () => {
  expect(agreementOf(times(9, 'different', 'different'))).toEqual({
    pairs: 9,
    agreed: 9,
    kappa: undefined,
    interval: undefined,
  });
});

test('nobody was asked twice', () => {
  expect(agreementOf([])).toMatchObject({pairs: 0, kappa: undefined});
});
