/** A file far larger than the memory it may take: made as it is read, never whole anywhere. */
import {expect, test} from 'vitest';
import {cells, HEADINGS, latin, open} from './toy-source.ts';

const PIECES = 400;
const PIECE = 512 * 1024;

test('200 MB are read in memory that whole rows of them would not fit in', async () => {
  const line = (serial: number) =>
    `${cells({'Sagsnr.': String(serial), Navn: 'Ærlig Prøve '.repeat(40).trim()}).join(';')}\r\n`;
  let serial = 0;
  let bytes = 0;
  async function* lazily() {
    yield latin(`${HEADINGS.join(';')}\r\n`);
    for (let i = 0; i < PIECES; i++) {
      let piece = '';
      while (piece.length < PIECE) piece += line(++serial);
      bytes += piece.length;
      yield latin(piece);
    }
  }

  const before = process.memoryUsage().rss;
  let most = before;
  const delivery = await open(lazily());
  if (!delivery.ok) throw new Error(JSON.stringify(delivery.refusal));
  let rows = 0;
  let end = 0;
  for await (const one of delivery.value.rows) {
    if (one.kind === 'end') end = one.rows;
    else if (++rows % 10_000 === 0) most = Math.max(most, process.memoryUsage().rss);
  }
  expect(bytes).toBeGreaterThan(200_000_000);
  expect(rows).toBe(serial);
  expect(end).toBe(serial);
  expect(most - before).toBeLessThan(450_000_000);
});

test('a stream that is left is closed', async () => {
  let closed = false;
  async function* endless() {
    try {
      yield latin(`${HEADINGS.join(';')}\r\n`);
      for (let i = 0; ; i++) yield latin(`${cells({'Sagsnr.': String(i)}).join(';')}\r\n`.repeat(1000));
    } finally {
      closed = true;
    }
  }
  const delivery = await open(endless());
  if (!delivery.ok) throw new Error('refused');
  for await (const one of delivery.value.rows) if (one.kind === 'classified' && one.row > 5000) break;
  expect(closed).toBe(true);
});
