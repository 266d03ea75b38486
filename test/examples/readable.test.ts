/** The product's own reader takes every row of the synthetic files, without a word; and nobody could take them for real. */
import {describe, expect, test} from 'vitest';
import {type Delivery, readDelivery} from '#intake/read-delivery';
import {plainDate} from '#kit/plain-date';
import {readProfile} from '#profile/read-profile';
import {EXAMPLES} from '../../examples/synthesis/examples.ts';
import {synthesise} from '../../examples/synthesis/synthesise.ts';
import {usStream} from '../../examples/synthesis/us-stream.ts';
import {folder} from '../independent/compile-files.ts';

const profile = readProfile(folder('profiles/denmark'));
if (!profile.ok) throw new Error('the profile does not load');
const {sources, codeLists} = profile.value;

const EVERY = [
  ...Object.entries(EXAMPLES),
  ['another seed and year', {seed: 12, year: 2016, persons: 400}] as const,
].map(([name, wanted]) => ({name, wanted, made: synthesise(wanted)}));

describe.each(EVERY)('$name', ({wanted, made}) => {
  test.each([
    ['us', '.csv'],
    ['cmm', '.xlsx'],
    ['returns', '.ods'],
  ])('%s: every row is taken, and none is odd', async (source, extension) => {
    const [file, content] = [...made.files].find(([name]) => name.endsWith(extension))!;
    const format = sources.find(({id}) => id === source)!;
    const receivedOn = plainDate(`${wanted.year + 1}-02-03`);
    const delivery = await readDelivery({format, formats: sources, file, content, lists: codeLists, receivedOn});
    expect(delivery.ok).toBe(true);
    const {rows, odd} = await readAll(delivery.ok ? delivery.value : undefined);
    expect(odd).toEqual([]);
    expect(rows).toBe(source === 'returns' ? made.returns.length : made.cases.filter(isIn(source)).length);
  });

  test('no surname could be anybody’s', () => {
    const named = made.cases.flatMap(({person}) => person.name ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({surname}) => !/test|prøv/i.test(surname))).toEqual([]);
  });

  test('the stream is the file', () => {
    const streamed = Buffer.concat([...usStream(wanted)]);
    expect(streamed.equals(made.files.get(`us-afgoerelser-${wanted.year}.csv`)!)).toBe(true);
  });
});

test('figures that cannot be met are an error, not other figures', () => {
  const {figures} = EXAMPLES['published-only']!;
  const repeats = {...figures!.repeats, linked: 1};
  expect(() => synthesise({seed: 1, year: 2013, firstYear: 2013, figures: {...figures!, repeats}})).toThrow('linked');
});

const isIn = (source: string) => (one: {readonly authority: string}) => (one.authority === 'us') === (source === 'us');

async function readAll(delivery: Delivery | undefined) {
  const odd: unknown[] = [];
  let rows = 0;
  for await (const one of delivery?.rows ?? []) {
    if (one.kind === 'end') rows = one.rows;
    if (one.kind === 'held' || one.findings.length > 0) odd.push(one);
  }
  return {rows, odd};
}
