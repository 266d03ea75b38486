/** How cell keys move counts, as it is told: what a reader would find by counting how all keys move them. */
import {expect, test} from 'vitest';
import {moved} from '#disclosure/cell-key';
import {noiseTable} from '#disclosure/noise-table';
import {movesFile} from '#exchange/moves';

test.each([
  {most: 2, variance: 1.05, noResultUpTo: 1},
  {most: 3, variance: 2, noResultUpTo: 0},
])('$most, $variance, $noResultUpTo: the shares are those of the keys', (noise) => {
  const table = noiseTable(noise) ?? [];
  const {name, body} = movesFile(table, {marks: ['Perturbed']});
  expect(name).toBe('moves.csv');
  const [heading, ...lines] = body.trim().split('\r\n');
  expect(heading).toBe('count-from;count-to;moved-by;told-as;times-in-100-million;marks');
  const rows = lines.map((line) => line.split(';'));
  const share = (times: string | undefined) => Number(times) / 100_000_000;
  for (let count = 0; count < 30; count++) {
    const own = rows.filter(([from, to]) => Number(from) <= count && (to === '' || count <= Number(to)));
    expect(own.reduce((sum, [, , , , times]) => sum + Number(times), 0)).toBe(100_000_000);
    const told = new Map<number, number>();
    const keys = 20_000;
    for (let i = 0; i < keys; i++) {
      const by = moved(count, Math.floor(((i + 0.5) / keys) * 2 ** 32), table) - count;
      told.set(by, (told.get(by) ?? 0) + 1 / keys);
    }
    expect(own.filter(([, , , , times]) => share(times) > 1e-4).map(([, , by]) => Number(by))).toEqual(
      [...told.keys()].sort((a, b) => a - b),
    );
    for (const [, to, by, as, times] of own) {
      expect(Math.abs((told.get(Number(by)) ?? 0) - share(times))).toBeLessThan(2e-4);
      expect(as).toBe(to === '' ? '' : `${count + Number(by)}`);
    }
  }
});
