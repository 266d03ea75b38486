/** Which versions are kept as the years go by. */
import {expect, test} from 'vitest';
import {KEEP, keptOf} from '#production/backup-thin';

const DAY = 86_400_000;
const now = Date.parse('2014-12-31T18:00:00Z');
const named = (time: number) => `${new Date(time).toISOString().replace(/[-:.]/g, '')}-0a1b`;

test('all of a week, one a day for a month, one a month for ever', () => {
  // Four a day for two years.
  const versions = Array.from({length: 4 * 730}, (_, i) => named(now - (4 * 730 - 1 - i) * (DAY / 4)));
  const kept = keptOf(versions, KEEP, now);
  const aged = (from: number, to: number) =>
    kept.filter((one) => {
      const at = versions.indexOf(one);
      const days = (versions.length - 1 - at) / 4;
      return days > from && days <= to;
    });
  expect(kept.at(-1)).toBe(versions.at(-1));
  expect(kept.length - aged(7, 9999).length).toBe(29);
  expect(aged(7, 31)).toHaveLength(25);
  expect(new Set(aged(7, 31).map((one) => one.slice(0, 8))).size).toBe(25);
  expect(new Set(aged(31, 9999).map((one) => one.slice(0, 6))).size).toBe(aged(31, 9999).length);
  expect(aged(31, 9999).length).toBeGreaterThanOrEqual(22);
});

test('the last of each, and the latest always', () => {
  const day = (hour: number) => named(Date.parse(`2014-01-05T0${hour}:00:00Z`));
  expect(keptOf([day(1), day(2), day(3)], KEEP, now)).toEqual([day(3)]);
  expect(keptOf([day(1)], {all: 0, daily: 0}, now)).toEqual([day(1)]);
  expect(keptOf([], KEEP, now)).toEqual([]);
});

test('thinned again, what was kept is kept', () => {
  const versions = Array.from({length: 300}, (_, i) => named(now - (299 - i) * DAY * 0.7));
  const kept = keptOf(versions, KEEP, now);
  expect(keptOf(kept, KEEP, now)).toEqual(kept);
});
