/** The seal: only `protect` makes what documents and exports take, and what it made stays as it is. */
import {expect, test} from 'vitest';
import {count} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import {isProtected, type ProtectedCube, protect} from '#disclosure/protect';
import type {Cube} from '#tabulation/cube';

const POLICY = {
  edition: 'public',
  smallest: 3,
  width: 3,
  zeros: 'shown',
  knownByDesign: [],
  allAlike: undefined,
  rolledUp: [],
  subPopulations: [],
  shownAnyway: [],
} as const;
const table = {
  id: 'persons-by-sex',
  title: {da: '', en: ''},
  unit: 'person',
  universe: {},
  dimensions: ['sex'],
  categories: 'all',
  order: 'list',
  chart: 'bar',
  notes: [],
} as const;
const cube: Cube = {
  table,
  period: yearPeriod(2013),
  dimensions: [{concept: 'sex', codes: ['female', 'male'], multiple: false}],
  cells: [count(64), count(12), count(76)],
};

function sealed(): ProtectedCube {
  const made = protect([cube], {edition: 'internal'});
  const [one] = made.ok ? made.value.cubes : [];
  if (one === undefined) throw new Error('refused');
  return one;
}

test('what protect made is known, and nothing else', () => {
  expect(isProtected(sealed())).toBe(true);
  for (const forged of [cube, {...sealed()}, Object.create(sealed()), structuredClone(cube), null, 76]) {
    expect(isProtected(forged)).toBe(false);
  }
});

test('its constructor serves nobody else', () => {
  const forge = () => Reflect.construct(sealed().constructor, [Symbol('disclosure/protect'), cube, 'public']);
  expect(forge).toThrow('only disclosure control seals');
});

test('what is sealed cannot be changed', () => {
  const one = sealed();
  expect(() => Object.assign(one, {cells: []})).toThrow(TypeError);
  expect(() => Object.assign(one.cells, {0: count(999)})).toThrow(TypeError);
  expect(one.cells[0]).toEqual(count(64));
});

test('no look-alike has its type', () => {
  // @ts-expect-error -- everything but the seal
  const forged: ProtectedCube = {...cube, edition: 'internal'};
  expect(isProtected(forged)).toBe(false);
});

test('a public edition that nobody attacks is refused', () => {
  expect(protect([cube], POLICY)).toEqual({
    ok: false,
    refusal: {reason: 'disclosure-not-proven'},
  });
});
