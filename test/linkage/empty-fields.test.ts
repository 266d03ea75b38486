/** A column that nobody, or hardly anybody, has a value in takes nothing from what the others say. */
import {expect, test} from 'vitest';
import {type Linkage, link} from '#linkage/link';

/** Three thousand persons, the first two hundred of them twice. */
const rows = Array.from({length: 3200}, (_, i) => {
  const person = i % 3000;
  return [`a${person}`, `b${(person * 7) % 1009}`, `c${(person * 11) % 97}`, '', i === 5 ? '12345678' : ''];
});

const linked = (columns: readonly string[]): Linkage => {
  const fields = Object.fromEntries(columns.map((column) => [column, {kind: 'code', columns: [column]} as const]));
  const found = link({columns: ['one', 'two', 'three', 'none', 'rare'], rows}, {fields});
  if (!found.ok) throw new Error(found.refusal.reason);
  return found.value;
};

const without = linked(['one', 'two', 'three']);

test.each([[['none']], [['rare']], [['none', 'rare']]])('with %s as without', (empty) => {
  const withEmpty = linked(['one', 'two', 'three', ...empty]);
  expect(withEmpty.clusters.clusters.length).toBe(200);
  expect(withEmpty.clusters.clusters).toEqual(without.clusters.clusters);
  expect(withEmpty.model.lambda).toBeGreaterThan(without.model.lambda / 2);
  expect(withEmpty.model.lambda).toBeLessThan(without.model.lambda * 2);
});
