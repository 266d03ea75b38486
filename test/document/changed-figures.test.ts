/** Figures that were changed: nothing is said of them that only true figures bear. */
import {describe, expect, test} from 'vitest';
import {protect} from '#disclosure/protect';
import {compose} from '#document/compose';
import {composition, oneWay, prose} from './toy.ts';

/** Two women and no man, said as changed and as true: a unit alone is a cube of one. */
function say(message: string, women: number, men: number, changed: boolean): string {
  const cube = oneWay('t', 'sex', {female: women, male: men});
  const alone = (counts: {female: number; male: number}) => ({
    population: 'p',
    key: 0,
    cubes: [oneWay('t', 'sex', counts)],
  });
  const each = [
    ...Array.from({length: women}, () => alone({female: 1, male: 0})),
    ...Array.from({length: men}, () => alone({female: 0, male: 1})),
  ];
  const definitions = {concepts: [], codeLists: new Map()};
  const made = changed
    ? protect([cube], {edition: 'public', method: 'round', base: 2, rolledUp: []}, undefined, {
        ...{each, definitions},
        chanceOf: () => () => 0,
      })
    : protect([cube], {edition: 'internal'});
  if (!made.ok) throw new Error(made.refusal.reason);
  const base = composition(`# T\n\n\`\`\`mf2\n${message}\n\`\`\`\n`, [cube]);
  return prose(compose({...base, cubes: made.value.cubes}))[0] ?? '';
}

const selects = (declaration: string, key: string) =>
  `.local $x = {${declaration}}\n.match $x\n${key} {{<claimed>}}\n* {{<other>}}`;

describe.each([
  {of: '$t.female :quantifier', key: 'all', women: 6, men: 0},
  {of: '$t.male :quantifier', key: 'none', women: 6, men: 0},
  {of: '$t.male :count', key: '0', women: 6, men: 0},
  {of: '$t.female :comparison with=$t.male', key: 'equal', women: 4, men: 4},
  {of: '$t :comparison', key: 'equal', women: 4, men: 4},
  {of: '$t :largest', key: 'only', women: 6, men: 0},
])('$of, $key', ({of, key, women, men}) => {
  test('is said of true figures', () => expect(say(selects(of, key), women, men, false)).toBe('<claimed>'));
  test('and not of changed ones', () => expect(say(selects(of, key), women, men, true)).toBe('<other>'));
});

test('what may be said nearly is said: most, about equal', () => {
  expect(say(selects('$t.female :quantifier', 'most'), 9, 2, true)).toBe('<claimed>');
  expect(say(selects('$t.female :comparison with=$t.male', 'about-equal'), 4, 4, true)).toBe('<claimed>');
});

test('a changed 0 is a figure and no word', () => {
  expect(say('{{{$t.male :count zero=none} men}}', 6, 0, false)).toBe('none men');
  expect(say('{{{$t.male :count zero=none} men}}', 6, 0, true)).toBe('0 men');
});
