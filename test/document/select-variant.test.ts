/** Pattern selection by the standard, on the very messages the library never ends on. */
import {expect, test} from 'vitest';
import {composed, oneWay, prose} from './toy.ts';

const SEXES = `# T

\`\`\`mf2
.input {$t.total :count}
.local $women = {$t.female :quantifier}
.local $men = {$t.male :quantifier}
.match $t.total $women $men
0 *   *   {{<nobody>}}
1 all *   {{<a woman>}}
1 *   all {{<a man>}}
* all *   {{<women only>}}
* *   all {{<men only>}}
* *   *   {{<mixed>}}
\`\`\`
`;

test.each([
  {female: 0, male: 0, unknown: 0, said: '<nobody>'},
  {female: 1, male: 0, unknown: 0, said: '<a woman>'},
  {female: 0, male: 1, unknown: 0, said: '<a man>'},
  {female: 0, male: 0, unknown: 1, said: '<mixed>'},
  {female: 7, male: 0, unknown: 0, said: '<women only>'},
  {female: 0, male: 7, unknown: 0, said: '<men only>'},
  {female: 3, male: 4, unknown: 0, said: '<mixed>'},
])('$female women, $male men, $unknown unknown: $said', ({said, ...counts}) => {
  expect(prose(composed(SEXES, [oneWay('t', 'sex', counts)]))).toEqual([said]);
});

test('an exact number is preferred to its plural form, the form to anything', () => {
  const text =
    '# T\n\n```mf2\n.input {$t.a :count}\n.input {$t.b :count}\n.match $t.a $t.b\none 5 {{<form>}}\n1 * {{<exact>}}\n* * {{<any>}}\n```\n';
  const said = (a: number, b: number) => prose(composed(text, [oneWay('t', 'x', {a, b})]))[0];
  expect([said(1, 5), said(1, 4), said(2, 5)]).toEqual(['<exact>', '<exact>', '<any>']);
});
