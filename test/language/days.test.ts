/** How days are typed and shown: as the office writes them, and never guessed. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {addDays, plainDate} from '#kit/plain-date';
import {daysShown, partialDayShown, typedDay, typedInstant, typedPartialDate} from '#language/days';

test.each([
  '31-12-2013',
  '31.12.2013',
  '31/12/2013',
  '2013-12-31',
  '31. december 2013',
  'den 31. december 2013',
  '31 December 2013',
  '31 dec. 2013',
  ' 31.  DECEMBER 2013 ',
])('"%s" is the last day of 2013', (text) => expect(typedDay(text)).toBe('2013-12-31'));

test.each([
  ['1. maj 2013', '2013-05-01'],
  ['1 May 2013', '2013-05-01'],
  ['03-04-2013', '2013-04-03'],
  ['5. marts 2013', '2013-03-05'],
  ['5 Oct 2013', '2013-10-05'],
  ['29-02-2012', '2012-02-29'],
])('"%s" is %s: the day stands first', (text, day) => expect(typedDay(text)).toBe(day));

test.each([
  '',
  '31-12-13',
  '31-02-2013',
  '29-02-2013',
  '12-31-2013',
  '31-12/2013',
  '31. ju 2013',
  '31. juli',
  '31. foo 2013',
  '0-1-2013',
  '2013',
  '20131231',
  '2013-12-31x',
])('"%s" is no day, and none is guessed', (text) => expect(typedDay(text)).toBeUndefined());

test('every day is read back from how it is shown, in both languages', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 80_000}), fc.constantFrom('da', 'en'), (days, language) => {
      const day = addDays(plainDate('1900-01-01'), days);
      expect(typedDay(daysShown(day, language))).toBe(day);
    }),
  );
});

test('of a birth no more need be known than its month or year', () => {
  const typed = ['31-12-1990', '12-1990', 'december 1990', '1990-12', '1990', '13-1990', '90'].map(typedPartialDate);
  expect(typed).toEqual(['1990-12-31', '1990-12', '1990-12', '1990-12', '1990', undefined, undefined]);
});

test('a day typed for a moment is its end', () => {
  expect(typedInstant('28. februar 2014')).toBe(typedInstant('2014-02-28'));
  expect(typedInstant('2014-02-28T10:00:00Z')).toBe('2014-02-28T10:00:00.000Z');
  expect(typedInstant('28-02-14')).toBeUndefined();
});

test.each([
  '28-02-2014 10.15',
  '28. februar 2014 kl. 10.15',
  '28 Feb 2014 10:15 UTC',
  '28 February 2014, 10:15',
  '2014-02-28 10:15',
  '2014-02-28T10:15:00.000Z',
])('"%s" is a quarter past ten in UTC', (text) => expect(typedInstant(text)).toBe('2014-02-28T10:15:00.000Z'));

test.each([
  '28-02-2014 24.15',
  '28-02-2014 10.60',
  '28-02-2014 10',
  '10.15',
  '30-02-2014 10.15',
  '28-02-2014 10.15 CET',
])('"%s" is no moment', (text) => expect(typedInstant(text)).toBeUndefined());

test('what was so at a moment is so at the moment as it is shown, and no later than its second', () => {
  const moments = fc.date({min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true});
  fc.assert(
    fc.property(moments, fc.constantFrom('da', 'en'), (date, language) => {
      const moment = date.toISOString();
      const typed = typedInstant(daysShown(moment, language)) ?? '';
      expect(typed >= moment).toBe(true);
      expect(Date.parse(typed) - date.getTime()).toBeLessThan(1000);
    }),
  );
});

test.each([
  ['2014-02-28T23:59:59.999Z', '28-02-2014', '28 Feb 2014'],
  ['2014-02-28T10:15:00.000Z', '28-02-2014 10.15 UTC', '28 Feb 2014 10:15 UTC'],
  ['2014-02-28T10:15:00.001Z.', '28-02-2014 10.15.00 UTC.', '28 Feb 2014 10:15:00 UTC.'],
  ['(2014-02-28T10:15:42.000Z)', '(28-02-2014 10.15.42 UTC)', '(28 Feb 2014 10:15:42 UTC)'],
])('a moment as it is shown: %s', (text, da, en) =>
  expect([daysShown(text, 'da'), daysShown(text, 'en')]).toEqual([da, en]),
);

test.each([
  ['lovet til 2014-03-03.', 'lovet til 03-03-2014.', 'lovet til 3 Mar 2014.'],
  ['(2014-03-03, 2014-03-04)', '(03-03-2014, 04-03-2014)', '(3 Mar 2014, 4 Mar 2014)'],
])('in a text for people, days are written as in its language: %s', (text, da, en) =>
  expect([daysShown(text, 'da'), daysShown(text, 'en')]).toEqual([da, en]),
);

test.each([
  'copy/2014-03-03/register',
  'register-2014-03-03.sqlite',
  '2014-03-03.sqlite',
  '2013-04-01--2013-06-30',
  '2014-03-03T10:00:00.000Z.json',
  'at-2014-03-03T10:00:00.000Z',
  '2014-03-03T10:00:00',
  '--on=2014-03-03',
  '»2014-03-03«',
  '2014-13-03',
  '12014-03-03',
])('what is part of a name or an option is left: %s', (text) => expect(daysShown(text, 'da')).toBe(text));

test('a birth is shown as far as it is known, and typed again it is the same', () => {
  const known = ['1990', '1990-03', '1990-03-07'];
  expect(known.map((one) => partialDayShown(one, 'da'))).toEqual(['1990', 'marts 1990', '07-03-1990']);
  expect(known.map((one) => partialDayShown(one, 'en'))).toEqual(['1990', 'March 1990', '7 Mar 1990']);
  for (const language of ['da', 'en'] as const)
    expect(known.map((one) => typedPartialDate(partialDayShown(one, language)))).toEqual(known);
});
